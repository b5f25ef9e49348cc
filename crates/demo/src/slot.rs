//! What is decided about a case before its life is told: who carries it, since when, under what, and how it ends.

use crate::homes::Makeup;
use crate::stories::Story;
use crate::territory::Service;
use domain::deadline;
use domain::person::Civility;
use domain::support_case::{Complexity, Support};
use domain::words::{Day, DomainOfLife, WorkerId};

/// A case to tell.
#[derive(Clone)]
pub(crate) struct Slot {
    pub(crate) story: &'static Story,
    pub(crate) surname: &'static str,
    pub(crate) commune: &'static str,
    pub(crate) service: Service,
    /// Référents, each from a day on; none for a time without one.
    pub(crate) referents: Vec<(Option<WorkerId>, Day)>,
    pub(crate) support: Support,
    pub(crate) complexities: &'static [Complexity],
    pub(crate) children: u8,
    pub(crate) opened_on: Day,
    pub(crate) requested_on: Option<Day>,
    pub(crate) first_contact_on: Option<Day>,
    pub(crate) ending: Ending,
    pub(crate) trouble: Trouble,
    /// The domains of its first assessment, when they are chosen.
    pub(crate) domains: Option<&'static [DomainOfLife]>,
    /// Who lives there, when it is told beforehand.
    pub(crate) household: Option<(Makeup, Civility)>,
    /// What is due at a day of the pictures.
    pub(crate) due: Option<Ahead>,
    pub(crate) meets: bool,
}

/// A date to come.
#[derive(Clone, Copy)]
pub(crate) struct Ahead {
    pub(crate) on: Day,
    pub(crate) kind: deadline::Kind,
    pub(crate) domain: DomainOfLife,
    pub(crate) label: &'static str,
    pub(crate) legal: bool,
}

/// How a life stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Accompanied.
    Open,
    /// Closed on a day, watched for so many months.
    Closed(Day, Option<i32>),
    /// Closed on a day, and begun again on another.
    Returned(Day, Day),
}

impl Ending {
    /// The day of the first closure, and the length of the watch.
    pub(crate) fn closed_on(self) -> Option<(Day, Option<i32>)> {
        match self {
            Self::Open => None,
            Self::Closed(on, watch) => Some((on, watch)),
            Self::Returned(on, _) => Some((on, Some(6))),
        }
    }

    /// The day on which it began again.
    pub(crate) fn again_on(self) -> Option<Day> {
        match self {
            Self::Open | Self::Closed(..) => None,
            Self::Returned(_, on) => Some(on),
        }
    }
}

impl Slot {
    /// Whether the case is open all of a day.
    pub(crate) fn open_on(&self, day: Day) -> bool {
        let closed = self.ending.closed_on().is_some_and(|(on, _)| day >= on);
        let again = self.ending.again_on().is_some_and(|on| day > on);
        day >= self.opened_on && (!closed || again)
    }

    /// Whether something of this domain is told: a case whose domains are counted speaks of no other.
    pub(crate) fn speaks_of(&self, domain: DomainOfLife) -> bool {
        self.domains.is_none_or(|told| told.contains(&domain))
    }

    /// The référent of a day.
    pub(crate) fn referent_on(&self, day: Day) -> Option<WorkerId> {
        self.referents
            .iter()
            .rev()
            .find(|(_, from)| *from <= day)
            .or(self.referents.first())
            .and_then(|(worker, _)| *worker)
    }
}

/// What asks for attention today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    None,
    /// A deadline is past due by so many days.
    Overdue(i32),
    /// The link was lost for a time, some years ago.
    PastSilence,
    /// Nothing was heard for so many days.
    Silence(i32),
    /// The last two appointments were missed.
    TwoMissed,
}
