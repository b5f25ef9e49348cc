//! What one row of a case log says, whatever the format: an act, and what it tells of its case.

use crate::instants;
use crate::refused::Refused;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The longest identifier of a case, worker or service, in characters.
const LONGEST_NAME: usize = 500;
/// An activity that the log does not name is kept all the same: it happened.
const UNNAMED: &str = "(acte sans nom)";

/// An act of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) activity: String,
    pub(super) at: Timestamp,
    pub(super) worker: Option<String>,
    pub(super) lifecycle: Option<String>,
    pub(super) id: Option<String>,
}

/// What a log tells of a case as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OfCase {
    pub(super) opened: Option<Timestamp>,
    pub(super) closed: Option<Timestamp>,
    pub(super) deadline: Option<Timestamp>,
    pub(super) referent: Option<String>,
    pub(super) service: Option<String>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: u64,
    /// Which case, when that can be read.
    pub(super) case: Option<String>,
    pub(super) of_case: OfCase,
    /// None when it was refused, or when the row tells of its case alone.
    pub(super) act: Option<Act>,
    /// Whether the row holds no act at all.
    pub(super) case_only: bool,
    /// Why the row was refused.
    pub(super) refused: Option<Refused>,
    /// What was refused of the case, one per field; the same on each row of the case.
    pub(super) refused_of_case: Vec<(u8, Refused)>,
}

/// A file as rows.
pub(super) trait Rows: Send {
    /// The next row; none at the end.
    fn next(&mut self) -> Result<Option<Row>, crate::Fault>;

    /// Whether the log tells this at all; certain once all rows were read.
    fn tells(&self, place: usize) -> bool;

    /// The column that tells this; empty when there is none.
    fn column(&self, place: usize) -> &str;
}

/// The values of a row before they are read, with the names of their columns.
pub(super) struct Raw<'a> {
    pub(super) line: u64,
    pub(super) zone: &'a TimeZone,
    /// Whether U+FFFD means that something could not be read.
    pub(super) damaged: bool,
}

/// A value and the name of its column.
pub(super) type Cell<'a> = (&'a str, &'a str);

impl Raw<'_> {
    fn refuse(&self, cell: Cell<'_>, reason: &str) -> Refused {
        Refused::new(self.line, cell.1, reason)
    }

    /// A name exactly as it is written; blank means none.
    pub(super) fn name(&self, cell: Cell<'_>) -> Result<Option<String>, Refused> {
        if cell.0.trim().is_empty() {
            return Ok(None);
        }
        self.readable(cell, LONGEST_NAME)?;
        Ok(Some(cell.0.to_owned()))
    }

    fn readable(&self, cell: Cell<'_>, longest: usize) -> Result<(), Refused> {
        if cell.0.contains('\0') || (self.damaged && cell.0.contains(char::REPLACEMENT_CHARACTER)) {
            return Err(self.refuse(cell, "des caractères sont illisibles (encodage)"));
        }
        if cell.0.len() > longest && cell.0.chars().count() > longest {
            return Err(self.refuse(cell, &format!("plus de {longest} caractères")));
        }
        Ok(())
    }

    /// An instant; blank means none.
    pub(super) fn instant(&self, cell: Cell<'_>) -> Result<Option<Timestamp>, Refused> {
        if cell.0.trim().is_empty() {
            return Ok(None);
        }
        instants::instant(cell.0, self.zone)
            .map(Some)
            .map_err(|reason| self.refuse(cell, reason))
    }

    /// The case of a row.
    pub(super) fn case(&self, cell: Cell<'_>) -> Result<String, Refused> {
        self.name(cell)?
            .ok_or_else(|| self.refuse(cell, "le dossier n’est pas nommé"))
    }

    /// The act of a row.
    pub(super) fn act(&self, cells: [Cell<'_>; 5]) -> Result<Act, Refused> {
        let [activity, at, worker, lifecycle, id] = cells;
        self.readable(activity, domain::words::LONGEST)?;
        let at = self
            .instant(at)?
            .ok_or_else(|| self.refuse(at, "la date de l’acte manque"))?;
        let named = activity.0.trim();
        Ok(Act {
            activity: if named.is_empty() { UNNAMED } else { named }.to_owned(),
            at,
            worker: self.name(worker)?,
            lifecycle: self.name(lifecycle)?,
            id: self.name(id)?,
        })
    }

    /// What the row tells of its case; what is wrong with it leaves the rest.
    pub(super) fn of_case(&self, cells: [Cell<'_>; 5]) -> (OfCase, Vec<(u8, Refused)>) {
        let [opened, closed, deadline, referent, service] = cells;
        let mut refused = Vec::new();
        let mut kept = OfCase::default();
        for (field, (cell, place)) in [
            (opened, &mut kept.opened),
            (closed, &mut kept.closed),
            (deadline, &mut kept.deadline),
        ]
        .into_iter()
        .enumerate()
        {
            match self.instant(cell) {
                Ok(at) => *place = at,
                Err(why) => refused.push((u8::try_from(field).unwrap_or_default(), why)),
            }
        }
        for (field, (cell, place)) in [(referent, &mut kept.referent), (service, &mut kept.service)]
            .into_iter()
            .enumerate()
        {
            match self.name(cell) {
                Ok(name) => *place = name,
                Err(why) => refused.push((u8::try_from(field).unwrap_or_default().saturating_add(3), why)),
            }
        }
        (kept, refused)
    }
}
