//! The second reading: what the log tells of each case as a whole, in one small entry per case, and who works where.

use super::Reading;
use super::mapping::{CLOSED, MEANINGS};
use super::repeats::Repeats;
use super::row::{Act, OfCase, Row};
use crate::Fault;
use crate::asking::{Ids, half};
use crate::reading::Probed;
use jiff::Timestamp;
use std::collections::HashMap;

/// After how many rows the listener hears something.
pub(super) const OFTEN: u64 = 512;
/// No instant: before all that can be told.
const NONE: i64 = i64::MIN;

/// A case by its keyed digest: of fixed size, whatever it is called.
pub(super) type Key = [u8; 16];

/// What is kept of a case while the log is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    first: i64,
    last: i64,
    opened: i64,
    closed: i64,
    deadline: i64,
    /// Its référent, counted from one; 0 for none.
    referent: u32,
    /// Its service, likewise.
    service: u32,
    /// How many rows of the case will be kept.
    pub(super) rows: u32,
    /// How many of them were met in the third reading.
    pub(super) met: u32,
    /// The place among all rows of the case, refused ones too, so that a row mended later shifts no other.
    pub(super) ordinal: u32,
    /// Which fields of the case were told as refused.
    told: u8,
}

impl Default for Entry {
    fn default() -> Self {
        Self {
            first: NONE,
            last: NONE,
            opened: NONE,
            closed: NONE,
            deadline: NONE,
            referent: 0,
            service: 0,
            rows: 0,
            met: 0,
            ordinal: 0,
            told: 0,
        }
    }
}

/// Names met, each once, in the order of their first appearance.
#[derive(Debug, Default)]
pub(super) struct Names {
    places: HashMap<String, u32>,
    pub(super) list: Vec<String>,
}

impl Names {
    /// The number of a name, counted from one.
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.places.get(name) {
            return *number;
        }
        self.list.push(name.to_owned());
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.places.insert(name.to_owned(), number);
        number
    }

    /// Its place in the list.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).and_then(|number| place(*number))
    }
}

fn place(number: u32) -> Option<usize> {
    usize::try_from(number).ok()?.checked_sub(1)
}

/// What the second reading found.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) cases: HashMap<Key, Entry>,
    pub(super) workers: Names,
    /// The service of the first case each worker was met in, in the order of the workers.
    pub(super) service_of_worker: Vec<u32>,
    pub(super) services: Names,
    /// Whether a case without a service was met.
    pub(super) serviceless: bool,
    /// The earliest instant of the log.
    pub(super) earliest: Option<Timestamp>,
    /// The acts that share their own id with another.
    pub(super) repeats: Repeats,
    /// Whether the log tells ends of cases at all.
    pub(super) tells_closed: bool,
    /// The column of each meaning, to name it in a refusal.
    pub(super) columns: Vec<String>,
}

/// The name of an act that has an id of its own; the stage is part of it, since some logs give one id to the start and
/// the end of an activity.
pub(super) fn name_of(ids: &Ids, case: &str, act: &Act) -> Option<Key> {
    let id = act.id.as_deref()?;
    let stage = act.lifecycle.as_deref().unwrap_or_default();
    Some(half(ids.key("act of id", &[case, id, stage])))
}

/// When a case opens and closes, and what else is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) opened: Timestamp,
    pub(super) closed: Option<Timestamp>,
    pub(super) deadline: Option<Timestamp>,
    /// The place of the référent among the workers.
    pub(super) referent: Option<usize>,
    /// The place of the service among the services.
    pub(super) service: Option<usize>,
}

impl Reading {
    /// Reads all rows once; what is refused is told now, and passed over in the third reading.
    pub(super) fn survey(&self, probed: &Probed) -> Result<Survey, Fault> {
        let mut rows = self.rows(probed)?;
        let mut survey = Survey::default();
        let mut read = 0_u64;
        while let Some(row) = rows.next()? {
            if let Some(why) = &row.refused {
                self.refuse(why)?;
            } else if let Some(case) = &row.case {
                let key = half(self.ids.key("case", &[case]));
                for why in survey.add(key, &row) {
                    self.refuse(why)?;
                }
                if let Some(name) = row.act.as_ref().and_then(|act| name_of(&self.ids, case, act)) {
                    survey.repeats.survey(name);
                }
            }
            read = read.saturating_add(1);
            if read.is_multiple_of(OFTEN) {
                self.tell(probed, 0);
            }
        }
        survey.repeats.surveyed();
        survey.tells_closed = rows.tells(CLOSED);
        survey.columns = (0..MEANINGS.len()).map(|place| rows.column(place).to_owned()).collect();
        survey.serviceless = survey.cases.values().any(|entry| entry.service == 0);
        Ok(survey)
    }
}

impl Survey {
    pub(super) fn is_empty(&self) -> bool {
        self.cases.is_empty()
    }

    /// Adds a row to its case; answers what was refused of the case and not told yet.
    fn add<'a>(&mut self, key: Key, row: &'a Row) -> Vec<&'a crate::Refused> {
        let Row {
            of_case,
            act,
            refused_of_case,
            ..
        } = row;
        let service = number(&mut self.services, of_case.service.as_deref());
        let referent = self.worker(of_case.referent.as_deref(), service);
        if let Some(act) = act {
            self.worker(act.worker.as_deref(), service);
        }
        let entry = self.cases.entry(key).or_default();
        entry.rows = entry.rows.saturating_add(1);
        entry.learn(of_case, referent, service);
        if let Some(act) = act {
            let at = act.at.as_microsecond();
            entry.first = if entry.first == NONE { at } else { entry.first.min(at) };
            entry.last = entry.last.max(at);
        }
        for at in act.iter().map(|act| act.at).chain(of_case.opened) {
            self.earliest = Some(self.earliest.map_or(at, |earliest| earliest.min(at)));
        }
        let mut untold = Vec::new();
        for (field, why) in refused_of_case {
            let bit = 1_u8.checked_shl(u32::from(*field)).unwrap_or_default();
            if entry.told & bit == 0 {
                entry.told |= bit;
                untold.push(why);
            }
        }
        untold
    }

    fn worker(&mut self, name: Option<&str>, service: u32) -> u32 {
        let number = number(&mut self.workers, name);
        if self.workers.list.len() > self.service_of_worker.len() {
            self.service_of_worker.push(service);
        }
        number
    }

    /// The service of a worker, by their places.
    pub(super) fn service_of(&self, worker: usize) -> Option<usize> {
        self.service_of_worker.get(worker).copied().and_then(place)
    }

    /// What is told of a case. Where the log tells no opening, the first act opens; no closing, the last closes.
    pub(super) fn told(&self, entry: &Entry) -> Told {
        let opened = instant(entry.opened).or(instant(entry.first)).unwrap_or_default();
        let closed = if self.tells_closed {
            instant(entry.closed)
        } else {
            instant(entry.last)
        };
        Told {
            opened,
            closed,
            deadline: instant(entry.deadline),
            referent: place(entry.referent),
            service: place(entry.service),
        }
    }
}

impl Entry {
    /// The first row that tells something of the case is believed.
    fn learn(&mut self, of_case: &OfCase, referent: u32, service: u32) {
        for (kept, told) in [
            (&mut self.opened, of_case.opened),
            (&mut self.closed, of_case.closed),
            (&mut self.deadline, of_case.deadline),
        ] {
            if *kept == NONE {
                *kept = told.map_or(NONE, Timestamp::as_microsecond);
            }
        }
        for (kept, told) in [(&mut self.referent, referent), (&mut self.service, service)] {
            if *kept == 0 {
                *kept = told;
            }
        }
    }
}

fn number(names: &mut Names, name: Option<&str>) -> u32 {
    name.map_or(0, |name| names.number(name))
}

fn instant(at: i64) -> Option<Timestamp> {
    if at == NONE {
        None
    } else {
        Timestamp::from_microsecond(at).ok()
    }
}
