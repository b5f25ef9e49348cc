//! Delays, weights and thresholds that a territory votes: each dated, each with its source, none a constant of the code.

mod first;

pub use first::{first_settings, in_force_at_first};

use crate::team_meeting::{self, MeetingRules};
use crate::words::Day;
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The one stream of a territory's configuration.
pub const STREAM: Uuid = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0000_0002);

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
            Self::Meeting { kind, .. } => Topic::Meeting(*kind),
            Self::Demonstration { .. } => Topic::Demonstration,
        }
    }

    /// Its figure, when it is one figure alone, in the unit that the setting names.
    fn figure(&self) -> Option<u32> {
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
            | Self::HandoverGrace { days: figure } => Some(*figure),
            Self::Weights(_)
            | Self::Cadence(_)
            | Self::Disclosure { .. }
            | Self::Signals(_)
            | Self::Meeting { .. }
            | Self::Demonstration { .. } => None,
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
    /// What a kind of meeting needs.
    Meeting(team_meeting::Kind),
    /// The day of an invented territory.
    Demonstration,
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
    /// So many appointments missed one after the other, without a word.
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

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Puts a setting in force from a day.
    Adopt {
        /// The setting and its value.
        setting: Setting,
        /// The first day it holds.
        in_force_on: Day,
        /// The law, study or vote it comes from.
        source: String,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A setting holds from a day on.
    Adopted {
        /// The setting and its value.
        setting: Setting,
        /// The first day it holds.
        in_force_on: Day,
        /// The law, study or vote it comes from.
        source: String,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "configuration";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A figure without its source is not adopted.
    NoSource,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSource => "configuration.no_source",
        }
    }
    fn field(&self) -> Option<&'static str> {
        Some("source")
    }
}

/// All that was ever adopted, with its days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Configuration {
    adopted: Vec<(Day, Setting, String)>,
}

impl Decider for Configuration {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        match &asked.command {
            Command::Adopt { source, .. } if source.trim().is_empty() => Err(Refusal::NoSource),
            Command::Adopt {
                setting,
                in_force_on,
                source,
            } => Ok(vec![Event::Adopted {
                setting: setting.clone(),
                in_force_on: *in_force_on,
                source: source.trim().to_owned(),
            }]
            .into()),
        }
    }

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::Adopted {
                setting,
                in_force_on,
                source,
            } => {
                self.adopted.push((*in_force_on, setting.clone(), source.clone()));
            }
        }
        self
    }
}

impl Configuration {
    /// The setting of a topic that was in force on a day, with the day it began and its source.
    #[must_use]
    pub fn on(&self, topic: Topic, day: Day) -> Option<(&Setting, Day, &str)> {
        self.adopted
            .iter()
            .filter(|(from, setting, _)| *from <= day && setting.topic() == topic)
            .max_by_key(|(from, ..)| *from)
            .map(|(from, setting, source)| (setting, *from, source.as_str()))
    }

    /// The one figure of a topic that was in force on a day, in the unit that the setting names; none where none was
    /// adopted, or where a topic has more than one.
    #[must_use]
    pub fn figure(&self, topic: Topic, day: Day) -> Option<u32> {
        self.on(topic, day).and_then(|(setting, ..)| setting.figure())
    }

    /// The rhythms of contact in force on a day.
    #[must_use]
    pub fn cadence(&self, day: Day) -> Option<&Cadence> {
        match self.on(Topic::Cadence, day) {
            Some((Setting::Cadence(cadence), ..)) => Some(cadence),
            Some(_) | None => None,
        }
    }

    /// From when on facts are told as signals, as in force on a day.
    #[must_use]
    pub fn signals(&self, day: Day) -> Option<&SignalThresholds> {
        match self.on(Topic::Signals, day) {
            Some((Setting::Signals(thresholds), ..)) => Some(thresholds),
            Some(_) | None => None,
        }
    }

    /// What a kind of meeting needed on a day, when it was adopted by then.
    #[must_use]
    pub fn meeting(&self, kind: team_meeting::Kind, day: Day) -> Option<&MeetingRules> {
        if let Setting::Meeting { rules, .. } = self.on(Topic::Meeting(kind), day)?.0 {
            Some(rules)
        } else {
            None
        }
    }

    /// What rules may ask of the configuration of a day.
    #[must_use]
    pub fn in_force(&self, day: Day) -> InForce {
        InForce {
            longest_watch_months: self.figure(Topic::Watch, day),
            erasure_confirmation_hours: self.figure(Topic::ErasureConfirmation, day),
            exceptional_hours: self.figure(Topic::ExceptionalAccess, day),
            exceptional_review_hours: self.figure(Topic::ExceptionalReview, day),
            on: Some(day),
            meetings: team_meeting::Kind::ALL
                .into_iter()
                .filter_map(|kind| Some((kind, self.meeting(kind, day)?.clone())))
                .collect(),
        }
    }
}

/// The part of the configuration in force that rules read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InForce {
    /// The longest watch after a closure, in months, where the territory voted one.
    pub longest_watch_months: Option<u32>,
    /// Within how many hours a second person must confirm an erasure, where the territory voted it.
    pub erasure_confirmation_hours: Option<u32>,
    /// How many hours an exceptional access lasts, where the territory voted it.
    pub exceptional_hours: Option<u32>,
    /// Within how many hours it is reviewed, where the territory voted it.
    pub exceptional_review_hours: Option<u32>,
    /// The day itself, in the calendar of the territory, where one is told.
    pub on: Option<Day>,
    /// What each kind of meeting needs.
    pub meetings: BTreeMap<team_meeting::Kind, MeetingRules>,
}

#[cfg(test)]
mod spec;
