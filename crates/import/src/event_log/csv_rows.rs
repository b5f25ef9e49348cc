//! A case log in CSV: one row per act, in any order, with or without what its case is about.

use super::mapping::{
    ACTIVITY, CASE, CLOSED, Columns, DEADLINE, ID, LIFECYCLE, Mapping, OPENED, REFERENT, SERVICE, TIMESTAMP, WORKER,
};
use super::row::{Cell, OfCase, Raw, Row, Rows};
use crate::Fault;
use crate::reading::{LONGEST, MOST_FIELDS, Probed, Record, Records, TOO_LONG, Text, unreadable};
use crate::refused::Refused;
use jiff::tz::TimeZone;
use std::path::PathBuf;

pub(super) struct CsvRows {
    records: Records,
    names: Vec<String>,
    columns: Columns,
    zone: TimeZone,
    damaged: bool,
    path: PathBuf,
}

impl CsvRows {
    /// Reads the head line and finds the columns.
    pub(super) fn open(text: Text, file: &Probed, mapping: &Mapping, zone: &TimeZone) -> Result<Self, Fault> {
        let path = file.path.clone();
        let mut records = Records::new(text);
        let too_large = |most, unit| Fault::HeaderTooLarge {
            path: path.clone(),
            most,
            unit,
        };
        let names = match records.head().map_err(|error| unreadable(&path, &error))? {
            None => return Err(Fault::Empty { path }),
            Some(Ok(names)) => names,
            Some(Err(Record::TooLong { .. })) => return Err(too_large(LONGEST >> 20, "Mio")),
            Some(Err(Record::Broken { .. } | Record::Good { .. })) => return Err(too_large(MOST_FIELDS, "colonnes")),
        };
        let columns = Columns::find(mapping, &names)?;
        Ok(Self {
            records,
            names,
            columns,
            zone: zone.clone(),
            damaged: file.damaged,
            path,
        })
    }

    fn cell(&self, place: usize) -> Cell<'_> {
        let Some(column) = self.columns.of(place) else {
            return ("", "");
        };
        (
            self.records.field(column),
            self.names.get(column).map_or("", String::as_str),
        )
    }

    fn row(&self, line: u64) -> Row {
        let raw = Raw {
            line,
            zone: &self.zone,
            damaged: self.damaged,
        };
        let case = match raw.case(self.cell(CASE)) {
            Ok(case) => case,
            Err(why) => return refused(None, why),
        };
        let act = raw.act([ACTIVITY, TIMESTAMP, WORKER, LIFECYCLE, ID].map(|place| self.cell(place)));
        let (of_case, refused_of_case) =
            raw.of_case([OPENED, CLOSED, DEADLINE, REFERENT, SERVICE].map(|place| self.cell(place)));
        match act {
            Err(why) => refused(Some(case), why),
            Ok(act) => Row {
                line,
                case: Some(case),
                of_case,
                act: Some(act),
                case_only: false,
                refused: None,
                refused_of_case,
            },
        }
    }
}

fn refused(case: Option<String>, why: Refused) -> Row {
    Row {
        line: why.line,
        case,
        of_case: OfCase::default(),
        act: None,
        case_only: false,
        refused: Some(why),
        refused_of_case: Vec::new(),
    }
}

impl Rows for CsvRows {
    fn next(&mut self) -> Result<Option<Row>, Fault> {
        let record = self.records.next().map_err(|error| unreadable(&self.path, &error))?;
        Ok(match record {
            None => None,
            Some(Record::Good { line }) => Some(self.row(line)),
            Some(Record::Broken { line, reason }) => Some(refused(None, Refused::new(line, "ligne", reason))),
            Some(Record::TooLong { line }) => Some(refused(None, Refused::new(line, "ligne", TOO_LONG))),
        })
    }

    fn tells(&self, place: usize) -> bool {
        self.columns.of(place).is_some()
    }

    fn column(&self, place: usize) -> &str {
        self.cell(place).1
    }
}
