//! A team meeting: those around a person agree a day, meet around one question, write down what they decided and why,
//! and follow it.
//!
//! The steps and what each needs: [`Stage`] and its table, `guards` for what must be true, `steps` for what comes of it.

mod decision;
mod facts;
mod guards;
mod minutes;
mod people;
mod refusal;
mod rules;
mod sheet;
mod sitting;
mod stage;
mod steps;

pub use decision::{Decision, Ground, Outcome, Votes, Weight};
pub use facts::{AgendaItem, Command, Event, FamilyInformation, NewDay, Postponement, Schedule};
pub use minutes::told_in_minutes;
pub use people::{Attendance, Capacity, OnBehalf, Participant, Place, Standing};
pub use refusal::Refusal;
pub use rules::{Kind, LegalBasis, MeetingRules, Needed, Power, Quorum, Strictness, Summons};
pub use sheet::{Contribution, FamilySheet};
pub use sitting::{Sitting, Turn};
pub use stage::Stage;

use crate::{Asked, Decided, Decider};
use serde::{Deserialize, Serialize};

/// Where a meeting stands. No personal content, so it may travel to the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TeamMeeting {
    /// No day yet.
    #[default]
    Unplanned,
    /// It has a day; its stage tells how far it came.
    Planned(Sitting),
}

impl TeamMeeting {
    /// What is known of it once it has a day.
    #[must_use]
    pub fn sitting(&self) -> Option<&Sitting> {
        match self {
            Self::Unplanned => None,
            Self::Planned(sitting) => Some(sitting),
        }
    }

    /// Its stage, once it has a day.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        self.sitting().map(|sitting| sitting.stage)
    }

    /// Who is missing around the table for a meeting under these rules: what the chair is told before it opens, whether or
    /// not it stops the meeting.
    #[must_use]
    pub fn lacking(&self, rules: &MeetingRules) -> Vec<Refusal> {
        self.sitting()
            .map(|sitting| guards::lacking(sitting, rules))
            .unwrap_or_default()
    }
}

impl Decider for TeamMeeting {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        match (self, &asked.command) {
            (Self::Unplanned, Command::Schedule(schedule)) => Ok(vec![Event::Scheduled(schedule.clone())].into()),
            (Self::Unplanned, _) => Err(Refusal::NotScheduled),
            (Self::Planned(sitting), _) => sitting.decide(asked),
        }
    }

    fn evolve(self, event: &Event) -> Self {
        match (self, event) {
            (Self::Unplanned, Event::Scheduled(schedule)) => Self::Planned(Sitting::scheduled(schedule)),
            (Self::Unplanned, _) => Self::Unplanned,
            (Self::Planned(sitting), event) => Self::Planned(sitting.evolve(event)),
        }
    }
}

#[cfg(test)]
mod spec;
