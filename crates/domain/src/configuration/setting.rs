//! What a territory may set: weights, delays and thresholds, each with what it means.

use crate::deadline::rule::Rule;
use crate::reminder::Hours;
use crate::team_meeting::{self, MeetingRules};
use crate::words::{Day, PublicHolidays};
use serde::{Deserialize, Serialize};

/// A setting with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// How a caseload is weighed.
    Weights(Weights),
    /// How long after a request the first appointment should be held.
    FirstAppointment {
        /// In days.
        target_days: u32,
    },
    /// The rhythm of contact agreed with each intensity, and when its lack is called a silence.
    Cadence(Cadence),
    /// Light follow-up after a closure.
    Watch {
        /// The longest watch, in months.
        longest_months: u32,
    },
    /// The smallest figure that may be shown.
    Disclosure {
        /// To authorised readers inside the service.
        inside: u32,
        /// To everybody else.
        outside: u32,
    },
    /// How many days before its date a deadline is called near.
    NearDeadline {
        /// In days.
        days: u32,
    },
    /// How many days before its date a deadline set by law is called near.
    NearLegalDate {
        /// In days.
        days: u32,
    },
    /// How long after it happened an item is written down before it is called a late entry.
    LateEntry {
        /// In hours.
        hours: u32,
    },
    /// How long a case may be without a référent before it is shown as waiting too long.
    Waiting {
        /// In days.
        days: u32,
    },
    /// How long the key of a retired epoch is kept before it is destroyed: as long as any backup of the keys folder.
    ShredHorizon {
        /// In days.
        days: u32,
    },
    /// Within how long a second person must confirm that someone is to be forgotten.
    ErasureConfirmation {
        /// In hours.
        hours: u32,
    },
    /// How long a case that was opened with a reason stays open.
    ExceptionalAccess {
        /// In hours.
        hours: u32,
    },
    /// Within how long such an opening is reviewed.
    ExceptionalReview {
        /// In hours.
        hours: u32,
    },
    /// How long who hands a case over still reads it.
    HandoverGrace {
        /// In days.
        days: u32,
    },
    /// From when on a fact is told as a sign that the link loosens, and when the manager is told too.
    Signals(SignalThresholds),
    /// How far the load is looked ahead, and for whom a week says nothing.
    EarlyWarning(EarlyWarning),
    /// How long it is kept who read what.
    ReadingJournal {
        /// In months.
        months: u32,
    },
    /// What a kind of meeting needs: who sits there, how many, how it is called, who decides, how fast it is written.
    Meeting {
        /// Which kind.
        kind: team_meeting::Kind,
        /// What it needs.
        rules: MeetingRules,
    },
    /// This territory is invented, and its today is always this day.
    Demonstration {
        /// The day.
        today: Day,
    },
    /// When people are reminded of appointments.
    Reminders(Reminders),
    /// The days on which no office works.
    PublicHolidays(PublicHolidays),
    /// What falls due by itself. They hold for what happens while they are in force.
    DeadlineRules(Vec<Rule>),
}

impl Setting {
    /// What it sets, whatever the value.
    #[must_use]
    pub fn topic(&self) -> Topic {
        match self {
            Self::Weights(_) => Topic::Weights,
            Self::FirstAppointment { .. } => Topic::FirstAppointment,
            Self::Cadence(_) => Topic::Cadence,
            Self::Watch { .. } => Topic::Watch,
            Self::Disclosure { .. } => Topic::Disclosure,
            Self::NearDeadline { .. } => Topic::NearDeadline,
            Self::NearLegalDate { .. } => Topic::NearLegalDate,
            Self::LateEntry { .. } => Topic::LateEntry,
            Self::Waiting { .. } => Topic::Waiting,
            Self::ShredHorizon { .. } => Topic::ShredHorizon,
            Self::ErasureConfirmation { .. } => Topic::ErasureConfirmation,
            Self::ExceptionalAccess { .. } => Topic::ExceptionalAccess,
            Self::ExceptionalReview { .. } => Topic::ExceptionalReview,
            Self::HandoverGrace { .. } => Topic::HandoverGrace,
            Self::Signals(_) => Topic::Signals,
            Self::EarlyWarning(_) => Topic::EarlyWarning,
            Self::ReadingJournal { .. } => Topic::ReadingJournal,
            Self::Meeting { kind, .. } => Topic::Meeting(*kind),
            Self::Demonstration { .. } => Topic::Demonstration,
            Self::Reminders(_) => Topic::Reminders,
            Self::PublicHolidays(_) => Topic::PublicHolidays,
            Self::DeadlineRules(_) => Topic::DeadlineRules,
        }
    }

    /// Its figure, when it is one figure alone, in the unit that the setting names.
    pub(super) fn figure(&self) -> Option<u32> {
        match self {
            Self::FirstAppointment { target_days: figure }
            | Self::Watch { longest_months: figure }
            | Self::NearDeadline { days: figure }
            | Self::NearLegalDate { days: figure }
            | Self::LateEntry { hours: figure }
            | Self::Waiting { days: figure }
            | Self::ShredHorizon { days: figure }
            | Self::ErasureConfirmation { hours: figure }
            | Self::ExceptionalAccess { hours: figure }
            | Self::ExceptionalReview { hours: figure }
            | Self::HandoverGrace { days: figure }
            | Self::ReadingJournal { months: figure } => Some(*figure),
            Self::Weights(_)
            | Self::Cadence(_)
            | Self::Disclosure { .. }
            | Self::Signals(_)
            | Self::EarlyWarning(_)
            | Self::Meeting { .. }
            | Self::Demonstration { .. }
            | Self::Reminders(_)
            | Self::PublicHolidays(_)
            | Self::DeadlineRules(_) => None,
        }
    }
}

/// What a setting sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// How a caseload is weighed.
    Weights,
    /// The delay to a first appointment.
    FirstAppointment,
    /// The rhythm of contact.
    Cadence,
    /// Follow-up after closure.
    Watch,
    /// The smallest figure shown.
    Disclosure,
    /// When a deadline is near.
    NearDeadline,
    /// When a deadline set by law is near.
    NearLegalDate,
    /// When an item is a late entry.
    LateEntry,
    /// When a case without référent has waited too long.
    Waiting,
    /// How long the key of a retired epoch is kept.
    ShredHorizon,
    /// Within how long a second person must confirm an erasure.
    ErasureConfirmation,
    /// How long an exceptional access lasts.
    ExceptionalAccess,
    /// Within how long it is reviewed.
    ExceptionalReview,
    /// How long who hands a case over still reads it.
    HandoverGrace,
    /// When a fact is told as a sign that the link loosens.
    Signals,
    /// How far the load is looked ahead.
    EarlyWarning,
    /// How long it is kept who read what.
    ReadingJournal,
    /// What a kind of meeting needs.
    Meeting(team_meeting::Kind),
    /// The day of an invented territory.
    Demonstration,
    /// When people are reminded of appointments.
    Reminders,
    /// The days on which no office works.
    PublicHolidays,
    /// What falls due by itself.
    DeadlineRules,
}

/// Points a case weighs, in hundredths. No floats in rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    /// Base points of each kind of support, in hundredths.
    pub base: Vec<(crate::support_case::Support, u32)>,
    /// Multiplier in the first months, in hundredths.
    pub opening: u32,
    /// How long a case is said to be opening, in days.
    pub opening_days: u32,
    /// Multiplier while only watched, in hundredths.
    pub watch: u32,
    /// What each further child under the same support adds, in hundredths.
    pub sibling: u32,
    /// What each complexity adds, in hundredths.
    pub complexity: Vec<(crate::support_case::Complexity, u32)>,
    /// The most that complexities add together, in hundredths.
    pub most_complexity: u32,
    /// Capacity of one full-time worker, in hundredths of a point.
    pub capacity: u32,
    /// Ratios of load to capacity where normal, tense and overload begin, in hundredths.
    pub zones: [u32; 3],
}

impl Weights {
    /// The base points of a kind of support; nothing where a scale of earlier days left it out.
    #[must_use]
    pub fn of(&self, support: crate::support_case::Support) -> u32 {
        let line = self.base.iter().find(|(named, _)| *named == support);
        line.map_or(0, |(_, points)| *points)
    }
}

/// Days between contacts, by intensity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cadence {
    /// The agreed rhythm of each intensity, in days.
    pub days: Vec<(crate::support_case::Intensity, u32)>,
    /// Beyond this share of the rhythm without contact it is a silence, in hundredths.
    pub silence: u32,
}

/// From when on each fact is told as a sign that the link loosens. What a silence is stands in [`Cadence`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignalThresholds {
    /// So many appointments missed one after the other, without a word; or so many check-ins after a closure that nobody
    /// answered.
    pub missed_in_a_row: u32,
    /// So many days before its term nothing was done to renew what ends.
    pub term_days: u32,
    /// So many days after it was decided a measure has not begun; told again at each.
    pub unstarted_days: Vec<u32>,
    /// So many days after a new référent was named the family has not been met together.
    pub handover_days: u32,
    /// So many months without a word of the person or a child.
    pub voice_months: u32,
    /// So many days in which nothing was written, while a measure runs.
    pub untouched_days: u32,
    /// The manager is told so many days after the référent.
    pub manager_days: u32,
}

/// How far the load of a worker is looked ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlyWarning {
    /// So many weeks beside the present one.
    pub weeks: u32,
    /// A week in which she is there for less than this share of it is said to be neither full nor free, in hundredths.
    pub least_presence: u32,
}

/// When people are reminded of appointments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminders {
    /// So many hours before an appointment, each once.
    pub hours_ahead: Vec<u32>,
    /// The hours in which somebody who named none may be reached.
    pub hours: Hours,
}
