//! What is known of the weeks ahead of one worker: dates that stand in the log, and nothing guessed.

use crate::indicator::Weighed;
use crate::support_case::{Complexity, Support};
use crate::words::{Day, SupportCaseId};

/// A case that somebody carries, with what is known of its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedCase {
    /// Which.
    pub support_case: SupportCaseId,
    /// The kind of support.
    pub support: Support,
    /// How many children are concerned.
    pub children: u32,
    /// What makes it heavier.
    pub complexities: Vec<Complexity>,
    /// Open; otherwise closed and watched.
    pub open: bool,
    /// The first day of the spell.
    pub from_on: Day,
    /// The last day on which it is carried: the known end of an open one ([`known_end`]), that of the watch of a closed one.
    pub ends_on: Option<Day>,
}

impl CarriedCase {
    /// What of it is weighed.
    #[must_use]
    pub fn weighed(&self) -> Weighed<'_> {
        Weighed {
            support: self.support,
            children: self.children,
            complexities: &self.complexities,
            open: self.open,
            from_on: self.from_on,
        }
    }

    /// Whether it is still carried on a day.
    pub(super) fn stands_on(&self, day: Day) -> bool {
        self.ends_on.is_none_or(|last| day <= last)
    }
}

/// A measure that runs, with the day of its term when it has one and nobody asked to renew it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// Its term.
    pub term: Option<Day>,
}

/// The day on which a case is known to end: the last term of its measures, when all that run have one, none of which is
/// past. A case without measures, or with one that goes on, has no known end; one whose term is past goes on until
/// somebody says what became of it.
#[must_use]
pub fn known_end(measures: &[Running], today: Day) -> Option<Day> {
    let terms: Option<Vec<Day>> = measures.iter().map(|measure| measure.term).collect();
    let terms = terms?;
    if terms.iter().any(|term| *term < today) {
        return None;
    }
    terms.into_iter().max()
}

/// All that is known ahead of one worker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Her working time, in hundredths of a full time.
    pub working_time: u16,
    /// The cases for which she answers.
    pub cases: Vec<CarriedCase>,
    /// Terms in these cases that are to be renewed or let end.
    pub renewals: Vec<Day>,
    /// First days of measures that begin later.
    pub begins: Vec<Day>,
    /// Other deadlines of these cases.
    pub deadlines: Vec<Day>,
    /// Meetings in which she sits.
    pub meetings: Vec<Day>,
    /// When she is away: first and last days.
    pub absences: Vec<(Day, Day)>,
}
