//! The sheets in CSV with which a carnet de bord is filled: people, structures, chargés d'orientation, and what France
//! Travail prescribed. A row with anything wrong is refused with every reason; the others are kept.

use super::checks::{self, Reason};
use super::errands::{Office, Origin};
use super::people::{self, Described};
use super::places::Place;
use super::prescriptions::{self, Acquainted, Prescriptions};
use super::themes;
use crate::asking::Times;
use crate::reading::{Count, Probed, Record, Records, TOO_LONG, probe, unreadable};
use crate::refused::Refused;
use crate::{Fault, Listener, Progress, instants};
use domain::organisation::Kind;
use domain::person::{Channel, Scheme};
use domain::words::{Day, Role};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a sheet tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    People,
    Structures,
    OrientationManagers,
    Prescriptions,
}

/// What people are known by in their own record.
const IDENTIFIER: &str = "Identifiant dans le SI*";
const PEOPLE: [&str; 4] = [IDENTIFIER, "Prénom*", "Nom*", "Date de naissance*"];
const STRUCTURES: [&str; 7] = [
    "Nom",
    "Site web",
    "Courriel",
    "Siret",
    "Courriel responsable",
    "Prénom responsable",
    "Nom responsable",
];
const ORIENTATION_MANAGERS: [&str; 3] = ["Courriel*", "Prénom", "Nom"];

/// Why a case log among the sheets is refused.
const LOG: &str = "un journal de dossiers s’importe par lui-même, avec « trame import event-log »";

/// The sheets of a folder that holds no tables; empty when it holds tables.
pub(super) fn list(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let entries = std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("json") => return Ok(Vec::new()),
            Some("csv" | "xls" | "xlsx" | "ods" | "xml" | "gz") if path.is_file() => files.push(path),
            Some(_) | None => {}
        }
    }
    files.sort();
    Ok(files)
}

/// Brings the sheets in, one after the other; what was prescribed to people comes behind those who tell who they are.
pub(super) async fn bring_in(office: &Office, files: Vec<PathBuf>, listener: &Listener) -> Result<(), Fault> {
    let total = u64::try_from(files.len()).unwrap_or(u64::MAX);
    let (mut acquainted, mut later, mut read) = (Acquainted::default(), Vec::new(), 0_u64);
    let mut tell = || {
        read = read.saturating_add(1);
        listener(Progress {
            read,
            total,
            kept: office.kept.events.get(),
        });
    };
    for path in files {
        match Reading::open(&path) {
            Ok(reading) if reading.sheet == Sheet::Prescriptions => {
                later.push((path, reading));
                continue;
            }
            Ok(reading) => reading.bring_in(office, &mut acquainted).await?,
            Err(why) => office.refuse(&why)?,
        }
        tell();
    }
    for (path, survey) in later {
        match Reading::open(&path) {
            Ok(reading) => prescriptions::bring_in(office, survey, reading, &acquainted).await?,
            Err(why) => office.refuse(&why)?,
        }
        tell();
    }
    Ok(())
}

/// One sheet that is being read.
pub(super) struct Reading {
    pub(super) file: String,
    sheet: Sheet,
    names: Vec<String>,
    records: Records,
    path: PathBuf,
    /// The people met so far, by their identifier, and the line of each.
    met: BTreeMap<String, u64>,
}

/// A row of a sheet.
pub(super) struct Line {
    file: String,
    number: u64,
    cells: Vec<(String, String)>,
    /// Why the row is refused.
    pub(super) wrong: Vec<Refused>,
    /// Why a field of it is, which is no reason to lose the row.
    lost: Vec<Refused>,
}

impl Reading {
    /// Opens a sheet, or tells why it is not read: the others still are.
    fn open(path: &Path) -> Result<Self, Refused> {
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let file = file.unwrap_or_default();
        let file = file.as_str();
        let whole = |reason: String| Refused::new(0, file, reason);
        let said = |fault: &Fault| {
            if let Fault::Format { found, instead, .. } = fault {
                return whole(format!("{found} : ce format n’est pas encore lu. {instead}"));
            }
            whole(fault.to_string())
        };
        let count = Count::default();
        let probed: Probed = probe(path, &count).map_err(|fault| said(&fault))?;
        if probed.xes {
            return Err(whole(LOG.to_owned()));
        }
        if probed.xml {
            return Err(whole(
                "un fichier XML, tel un flux de la CAF ou de la MSA : ce format n’est pas encore lu. Demandez à la source une \
                 feuille en CSV (UTF-8)."
                    .to_owned(),
            ));
        }
        let mut records = Records::lenient(probed.open(&count).map_err(|fault| said(&fault))?);
        let head = records.head().map_err(|error| said(&unreadable(path, &error)))?;
        let Some(Ok(names)) = head else {
            return Err(Refused::new(1, file, "l’en-tête ne peut pas être lu"));
        };
        let has = |column: &str| names.iter().any(|name| name.trim() == column);
        let (sheet, needed): (_, &[&str]) = if has(IDENTIFIER) {
            (Sheet::People, &PEOPLE)
        } else if has("Courriel responsable") || has("Siret") {
            (Sheet::Structures, &STRUCTURES)
        } else if has("Courriel*") {
            (Sheet::OrientationManagers, &ORIENTATION_MANAGERS)
        } else if has(prescriptions::PERSON) {
            (Sheet::Prescriptions, &Prescriptions::NEEDED)
        } else if has("case:concept:name") {
            return Err(whole(LOG.to_owned()));
        } else {
            return Err(whole("ce tableau n’est pas de ceux d’un carnet de bord".to_owned()));
        };
        if let Some(missing) = needed.iter().find(|column| !has(column)) {
            return Err(Refused::new(
                1,
                format!("{file}.{missing}"),
                "la colonne manque : rien de ce fichier n’est lu",
            ));
        }
        Ok(Self {
            file: file.to_owned(),
            sheet,
            names,
            records,
            path: path.to_owned(),
            met: BTreeMap::new(),
        })
    }

    /// Refuses a person whom an earlier line of the sheet tells of: that one is believed.
    fn refuse_repeated(&mut self, line: &mut Line) {
        let Some(id) = line.text(IDENTIFIER) else { return };
        if let Some(first) = self.met.get(&id) {
            let why = format!("l’identifiant est déjà celui de la ligne {first}");
            line.wrong.push(line.origin(IDENTIFIER).refused(why));
        } else {
            self.met.insert(id, line.number);
        }
    }

    async fn bring_in(mut self, office: &Office, acquainted: &mut Acquainted) -> Result<(), Fault> {
        while let Some(row) = self.next()? {
            let mut line = match row {
                Ok(line) => line,
                Err(why) => {
                    office.refuse(&why)?;
                    continue;
                }
            };
            match self.sheet {
                Sheet::People => {
                    self.refuse_repeated(&mut line);
                    person(office, line, acquainted).await?;
                }
                Sheet::Structures => structure(office, line).await?,
                Sheet::OrientationManagers => orientation_manager(office, line).await?,
                // These wait for the people they are about.
                Sheet::Prescriptions => {}
            }
        }
        Ok(())
    }

    /// The next row, or why it cannot be read.
    pub(super) fn next(&mut self) -> Result<Option<Result<Line, Refused>>, Fault> {
        let record = self.records.next().map_err(|error| unreadable(&self.path, &error))?;
        Ok(match record {
            None => None,
            Some(Record::Good { line }) => Some(Ok(self.line(line))),
            Some(Record::Broken { line, reason }) => Some(Err(Refused::new(line, self.file.as_str(), reason))),
            Some(Record::TooLong { line }) => Some(Err(Refused::new(line, self.file.as_str(), TOO_LONG))),
        })
    }

    fn line(&self, number: u64) -> Line {
        let cell =
            |(place, name): (usize, &String)| (name.trim().to_owned(), self.records.field(place).trim().to_owned());
        let mut line = Line {
            file: self.file.clone(),
            number,
            cells: self.names.iter().enumerate().map(cell).collect(),
            wrong: Vec::new(),
            lost: Vec::new(),
        };
        // Kept, it would be in the log for ever and stop every view that shows it.
        let unreadable = line.cells.iter().filter(|(_, text)| text.contains(checks::NUL));
        let wrong = unreadable.map(|(column, _)| line.origin(column).refused(checks::UNREADABLE));
        line.wrong = wrong.collect();
        line
    }
}

impl Line {
    pub(super) fn text(&self, column: &str) -> Option<String> {
        let cell = self.cells.iter().find(|(name, _)| name == column);
        cell.map(|(_, text)| text.clone()).filter(|text| !text.is_empty())
    }

    pub(super) fn origin(&self, column: &str) -> Origin {
        Origin {
            line: self.number,
            field: format!("{}.{column}", self.file),
        }
    }

    pub(super) fn needed(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.is_none() {
            self.wrong.push(self.origin(column).refused("la valeur manque"));
        }
        text.unwrap_or_default()
    }

    fn checked(&mut self, column: &str, check: fn(&str) -> Result<(), Reason>) -> Option<String> {
        let text = self.text(column)?;
        if let Err(reason) = check(&text) {
            self.wrong.push(self.origin(column).refused(reason));
        }
        Some(text)
    }

    /// Several numbers in one field, each checked.
    fn phones(&mut self, column: &str) -> Vec<String> {
        let text = self.text(column).unwrap_or_default();
        let phones: Vec<String> = text
            .split([',', ';', '/'])
            .map(str::trim)
            .filter(|phone| !phone.is_empty())
            .map(str::to_owned)
            .collect();
        if let Some(reason) = phones.iter().find_map(|phone| checks::phone(phone).err()) {
            self.wrong.push(self.origin(column).refused(reason));
        }
        phones
    }

    /// The same, where a wrong value is left out and the row is kept.
    fn checked_alone(&mut self, column: &str, check: fn(&str) -> Result<(), Reason>) -> Option<String> {
        let text = self.text(column)?;
        match check(&text) {
            Ok(()) => Some(text),
            Err(reason) => {
                self.lost.push(self.origin(column).refused(reason));
                None
            }
        }
    }

    /// Writes down all that is wrong; whether the row is refused for it.
    pub(super) fn is_refused(&self, office: &Office) -> Result<bool, Fault> {
        for (place, why) in self.wrong.iter().chain(&self.lost).enumerate() {
            if place == 0 || self.wrong.is_empty() {
                office.refuse(why)?
            } else {
                office.refuse_more(why)?
            }
        }
        Ok(!self.wrong.is_empty())
    }

    fn address(&self) -> Option<String> {
        let parts = ["Adresse", "Adresse (complément)", "Code postal", "Ville"];
        let parts: Vec<String> = parts.iter().filter_map(|column| self.text(column)).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// Rows tell no instant of their own: they are known from now on.
pub(super) fn now(office: &Office) -> Times {
    Times {
        occurred_at: office.now,
        known_at: None,
    }
}

async fn person(office: &Office, mut line: Line, acquainted: &mut Acquainted) -> Result<(), Fault> {
    let id = line.needed(IDENTIFIER);
    let (first, last) = (line.needed("Prénom*"), line.needed("Nom*"));
    let born = line.needed("Date de naissance*");
    let born_on = match instants::day(&born) {
        Ok(day) => Some(Day(day)),
        Err(_) if born.is_empty() => None,
        Err(reason) => {
            line.wrong.push(line.origin("Date de naissance*").refused(reason));
            None
        }
    };
    let mut reached: Vec<_> = spoken(&line).into_iter().map(|phone| (Channel::Phone, phone)).collect();
    reached.extend(
        line.checked("Email", checks::email)
            .map(|email| (Channel::Email, email)),
    );
    reached.extend(line.address().map(|address| (Channel::Post, address)));
    let mut identified = vec![(Scheme::Source, id.clone())];
    identified.extend(
        line.checked_alone("NIR", checks::nir)
            .map(|nir| (Scheme::SocialSecurity, nir)),
    );
    for (scheme, column) in [
        (Scheme::FamilyAllowance, "Numéro allocataire CAF/MSA"),
        (Scheme::EmploymentAgency, "Identifiant Pôle emploi"),
    ] {
        identified.extend(line.text(column).map(|number| (scheme, number)));
    }
    if line.is_refused(office)? {
        return Ok(());
    }
    let described = Described {
        id: format!("sheet:{id}"),
        origin: line.origin(IDENTIFIER),
        first,
        last,
        born_on,
        city: line.text("Ville"),
        reached,
        identified,
        times: now(office),
    };
    let known_by: Vec<String> = described
        .identified
        .iter()
        .filter(|(scheme, _)| matches!(scheme, Scheme::EmploymentAgency | Scheme::Source))
        .map(|(_, number)| number.clone())
        .collect();
    let known = people::keep(office, described).await?;
    acquainted.meet(known_by, &known);
    Ok(())
}

/// The numbers of a person as they are written: a wrong one is no reason to lose her.
fn spoken(line: &Line) -> Vec<String> {
    let text = line.text("Téléphone").unwrap_or_default();
    text.split([',', ';'])
        .map(str::trim)
        .filter(|phone| !phone.is_empty())
        .map(str::to_owned)
        .collect()
}

async fn structure(office: &Office, mut line: Line) -> Result<(), Fault> {
    let name = line.needed("Nom");
    let siret = line.checked("Siret", checks::siret);
    line.checked("Site web", checks::site);
    line.checked("Courriel", checks::email);
    line.phones("Téléphones");
    line.needed("Courriel responsable");
    let email = line.checked("Courriel responsable", checks::email).unwrap_or_default();
    line.phones("Téléphones responsable");
    if line.is_refused(office)? {
        return Ok(());
    }
    let full = [line.text("Prénom responsable"), line.text("Nom responsable")];
    let place = Place {
        key: siret.unwrap_or_else(|| name.clone()),
        kind: themes::kind(&name),
        name,
    };
    let full = full.into_iter().flatten().collect::<Vec<_>>().join(" ");
    place
        .join(
            office,
            [line.origin("Nom"), line.origin("Courriel")],
            (&full, &email),
            Role::Administrator,
        )
        .await
}

async fn orientation_manager(office: &Office, mut line: Line) -> Result<(), Fault> {
    line.needed("Courriel*");
    let email = line.checked("Courriel*", checks::email).unwrap_or_default();
    line.phones("Téléphones");
    if line.is_refused(office)? {
        return Ok(());
    }
    let full = [line.text("Prénom"), line.text("Nom")];
    let full = full.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let place = Place {
        key: "orientation".to_owned(),
        kind: Kind::Department,
        name: "Service d’orientation".to_owned(),
    };
    place
        .join(
            office,
            [line.origin("Courriel*"), line.origin("Courriel*")],
            (&full, &email),
            Role::Intake,
        )
        .await
}
