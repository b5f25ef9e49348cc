//! The load of a worker in the weeks ahead: the days on which she said she is away, and the thresholds that what she
//! carries is foreseen to cross. Told to her and to who answers for her team, and to nobody else.
//!
//! One stream for each worker, named by her own id. What the load of a week is stands in [`ahead`]; nothing here looks at
//! how anybody works, and no reading of a case is an input.

mod ahead;
mod known;
mod trial;

pub use ahead::{
    Change, Fullness, Plan, Relief, Week, Why, away_days, crossings, fullness, monday, relief, team, weeks,
};
pub use known::{CarriedCase, Known, Running, known_end};
pub use trial::{Level, Trial, TrialWeek, trial};

use crate::words::{AbsenceId, Day, ServiceId, WorkerId};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A threshold that is told when it is foreseen to be crossed. Where each begins is voted with the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// Tendu.
    Tense,
    /// Surcharge.
    Overload,
}

impl Threshold {
    /// Both, the lower one first.
    pub const ALL: [Self; 2] = [Self::Tense, Self::Overload];
}

/// A threshold that is crossed in a week to come, with what is known of it: counts alone, no case and no word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crossing {
    /// Which.
    pub threshold: Threshold,
    /// The ratio of load to capacity where it began that day, in hundredths.
    pub begins_at: u32,
    /// The Monday of the first week in which it is crossed.
    pub week: Day,
    /// The points carried in that week, in hundredths.
    pub load: u32,
    /// The points that can be carried in that week, in hundredths.
    pub capacity: u32,
    /// How many working days of that week she is away.
    pub away_days: u32,
    /// How many of her cases are known to end after it, as far as is looked ahead.
    pub ends: u32,
    /// How many terms are to be renewed or let end, as far as is looked ahead.
    pub renewals: u32,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Says when she is away. Why is nobody's business here.
    DeclareAbsence {
        /// The absence, named by who tells it.
        absence: AbsenceId,
        /// The first day.
        from: Day,
        /// The last day.
        until: Day,
    },
    /// Takes that back.
    WithdrawAbsence {
        /// The absence.
        absence: AbsenceId,
    },
    /// Tells which thresholds are foreseen to be crossed, as computed from all that is known: the program's alone.
    Foresee {
        /// Her service, whose manager is told.
        service: ServiceId,
        /// The crossings, one for each threshold at most.
        crossings: Vec<Crossing>,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// She will be away.
    AbsenceDeclared {
        /// The absence.
        absence: AbsenceId,
        /// The first day.
        from: Day,
        /// The last day.
        until: Day,
    },
    /// She will not.
    AbsenceWithdrawn {
        /// The absence.
        absence: AbsenceId,
    },
    /// A threshold is foreseen to be crossed.
    ThresholdCrossed {
        /// Her service, whose manager is told.
        service: ServiceId,
        /// The threshold, when, and what is known of it.
        crossing: Crossing,
    },
    /// It is foreseen no more.
    ThresholdEased {
        /// Which.
        threshold: Threshold,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "workload";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It ends before it begins.
    EndsBeforeItBegins,
    /// It was told already.
    AlreadyDeclared,
    /// It was never told, or was taken back.
    AbsenceUnknown,
    /// What is foreseen is computed, and told by nobody.
    OnlyComputed,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::EndsBeforeItBegins => "workload.ends_before_it_begins",
            Self::AlreadyDeclared => "workload.already_declared",
            Self::AbsenceUnknown => "workload.absence_unknown",
            Self::OnlyComputed => "workload.only_computed",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::EndsBeforeItBegins => Some("until"),
            Self::AlreadyDeclared | Self::AbsenceUnknown | Self::OnlyComputed => None,
        }
    }
}

/// What the rules must know of a worker's load.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workload {
    /// Each absence that was ever told, and whether it stands.
    absences: BTreeMap<AbsenceId, bool>,
    /// The thresholds that were told and have not eased, each with the service whose manager was told.
    crossed: BTreeMap<Threshold, ServiceId>,
}

impl Decider for Workload {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        let events = match &asked.command {
            Command::DeclareAbsence { from, until, .. } if until < from => return Err(Refusal::EndsBeforeItBegins),
            Command::DeclareAbsence { absence, .. } if self.absences.contains_key(absence) => {
                return Err(Refusal::AlreadyDeclared);
            }
            Command::DeclareAbsence { absence, from, until } => vec![Event::AbsenceDeclared {
                absence: *absence,
                from: *from,
                until: *until,
            }],
            Command::WithdrawAbsence { absence } if self.absences.get(absence) == Some(&true) => {
                vec![Event::AbsenceWithdrawn { absence: *absence }]
            }
            Command::WithdrawAbsence { .. } => return Err(Refusal::AbsenceUnknown),
            Command::Foresee { .. } if asked.by.worker != WorkerId::TRAME => return Err(Refusal::OnlyComputed),
            Command::Foresee { service, crossings } => self.news(*service, crossings),
        };
        Ok(events.into())
    }

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::AbsenceDeclared { absence, .. } => {
                self.absences.insert(*absence, true);
            }
            Event::AbsenceWithdrawn { absence } => {
                self.absences.insert(*absence, false);
            }
            Event::ThresholdCrossed { service, crossing } => {
                self.crossed.insert(crossing.threshold, *service);
            }
            Event::ThresholdEased { threshold } => {
                self.crossed.remove(threshold);
            }
        }
        self
    }
}

impl Workload {
    /// What is new in what is foreseen: a threshold that was not told yet, and one that is crossed no more. A threshold
    /// that was told is not told again before it has eased, whichever week it moves to. Where she changed service what the
    /// former manager was told eases, and the present one is told.
    #[must_use]
    pub fn news(&self, service: ServiceId, crossings: &[Crossing]) -> Vec<Event> {
        let mut news = Vec::new();
        for threshold in Threshold::ALL {
            let foreseen = crossings.iter().find(|crossing| crossing.threshold == threshold);
            let told = self.crossed.get(&threshold);
            let stands = foreseen.is_some() && told == Some(&service);
            if told.is_some() && !stands {
                news.push(Event::ThresholdEased { threshold });
            }
            if let Some(crossing) = foreseen
                && !stands
            {
                news.push(Event::ThresholdCrossed {
                    service,
                    crossing: crossing.clone(),
                });
            }
        }
        news
    }
}

#[cfg(test)]
mod spec;
