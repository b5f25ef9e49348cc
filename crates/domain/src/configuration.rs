//! Delays, weights and thresholds that a territory votes: each dated, each with its source, none a constant of the code.

mod first;
mod history;
mod proposal;
mod setting;

pub use first::{first_settings, in_force_at_first};
pub use history::{Adoption, History};
pub use proposal::Proposal;
pub use setting::{Cadence, EarlyWarning, Reminders, Setting, SignalThresholds, Topic, Weights};

use crate::deadline::rule::Rule;
use crate::team_meeting::{self, MeetingRules};
use crate::words::{Day, ProposalId, PublicHolidays, WorkerId};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The one stream of a territory's configuration.
pub const STREAM: Uuid = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0000_0002);

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
    /// Proposes one: nothing changes before somebody else adopts it.
    Propose {
        /// The proposal, named by who proposes.
        proposal: ProposalId,
        /// The setting and its value.
        setting: Setting,
        /// The first day it shall hold.
        in_force_on: Day,
        /// The law, study or vote it comes from.
        source: String,
    },
    /// Adopts what somebody else proposed.
    AdoptProposal {
        /// The proposal.
        proposal: ProposalId,
    },
    /// Takes a proposal back, or turns it down.
    Withdraw {
        /// The proposal.
        proposal: ProposalId,
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
    /// Somebody proposed one.
    Proposed {
        /// The proposal.
        proposal: ProposalId,
        /// The setting and its value.
        setting: Setting,
        /// The first day it shall hold.
        in_force_on: Day,
        /// The law, study or vote it comes from.
        source: String,
        /// Who proposed: never the one who adopts.
        by: WorkerId,
    },
    /// Somebody else adopted it.
    ProposalAdopted {
        /// The proposal.
        proposal: ProposalId,
        /// The first day it holds.
        in_force_on: Day,
    },
    /// It was taken back or turned down.
    Withdrawn {
        /// The proposal.
        proposal: ProposalId,
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
    /// Weights with which no load can be told: no capacity, no points, or zones that do not follow each other.
    UnsoundWeights,
    /// Weights that leave a kind of support out, or name one twice.
    IncompleteWeights,
    /// A look ahead beyond two years, or a share above the whole.
    UnsoundEarlyWarning,
    /// A journal of readings that keeps none.
    UnsoundReadingJournal,
    /// Reminders more than a month ahead, too many of them, or hours that end before they begin.
    UnsoundReminders,
    /// A rule of deadlines without a name, a source or a length, or two of one name.
    UnsoundDeadlineRules,
    /// A public holiday is no day of the calendar.
    UnsoundPublicHolidays,
    /// A smallest figure that hides nobody, or hides less from others than inside the service.
    UnsoundDisclosure,
    /// It was proposed already.
    AlreadyProposed,
    /// It was never proposed.
    NotProposed,
    /// The one who proposed cannot adopt.
    SamePerson,
    /// It was adopted, taken back or turned down.
    AlreadySettled,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSource => "configuration.no_source",
            Self::UnsoundWeights => "configuration.unsound_weights",
            Self::IncompleteWeights => "configuration.incomplete_weights",
            Self::UnsoundEarlyWarning => "configuration.unsound_early_warning",
            Self::UnsoundReadingJournal => "configuration.unsound_reading_journal",
            Self::UnsoundReminders => "configuration.unsound_reminders",
            Self::UnsoundDeadlineRules => "configuration.unsound_deadline_rules",
            Self::UnsoundPublicHolidays => "configuration.unsound_public_holidays",
            Self::UnsoundDisclosure => "configuration.unsound_disclosure",
            Self::AlreadyProposed => "configuration.already_proposed",
            Self::NotProposed => "configuration.not_proposed",
            Self::SamePerson => "configuration.same_person",
            Self::AlreadySettled => "configuration.already_settled",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoSource => Some("source"),
            Self::UnsoundWeights | Self::IncompleteWeights => Some("weights"),
            Self::UnsoundEarlyWarning
            | Self::UnsoundReadingJournal
            | Self::UnsoundReminders
            | Self::UnsoundDeadlineRules
            | Self::UnsoundPublicHolidays
            | Self::UnsoundDisclosure
            | Self::AlreadyProposed
            | Self::NotProposed
            | Self::SamePerson
            | Self::AlreadySettled => None,
        }
    }
}

/// All that was ever adopted, with its days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Configuration {
    adopted: Vec<(Day, Setting, String)>,
    waiting: BTreeMap<ProposalId, Option<Proposal>>,
}

impl Decider for Configuration {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        let event = match &asked.command {
            Command::Adopt { source, .. } | Command::Propose { source, .. } if source.trim().is_empty() => {
                return Err(Refusal::NoSource);
            }
            Command::Adopt {
                setting,
                in_force_on,
                source,
            } => {
                proposal::sound(setting)?;
                Event::Adopted {
                    setting: setting.clone(),
                    in_force_on: *in_force_on,
                    source: source.trim().to_owned(),
                }
            }
            Command::Propose { proposal, .. } if self.waiting.contains_key(proposal) => {
                return Err(Refusal::AlreadyProposed);
            }
            Command::Propose {
                proposal,
                setting,
                in_force_on,
                source,
            } => {
                proposal::sound(setting)?;
                Event::Proposed {
                    proposal: *proposal,
                    setting: setting.clone(),
                    in_force_on: *in_force_on,
                    source: source.trim().to_owned(),
                    by: asked.by.worker,
                }
            }
            Command::AdoptProposal { proposal } => {
                let waiting = self.waiting(*proposal)?;
                if waiting.by == asked.by.worker {
                    return Err(Refusal::SamePerson);
                }
                Event::ProposalAdopted {
                    proposal: *proposal,
                    // No setting holds before it was adopted; the day is no part of the wish, which is the same tomorrow.
                    in_force_on: asked
                        .in_force
                        .on
                        .map_or(waiting.in_force_on, |today| waiting.in_force_on.max(today)),
                }
            }
            Command::Withdraw { proposal } => {
                self.waiting(*proposal)?;
                Event::Withdrawn { proposal: *proposal }
            }
        };
        Ok(vec![event].into())
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
            Event::Proposed {
                proposal,
                setting,
                in_force_on,
                source,
                by,
            } => {
                let waits = Proposal {
                    setting: setting.clone(),
                    in_force_on: *in_force_on,
                    source: source.clone(),
                    by: *by,
                };
                self.waiting.insert(*proposal, Some(waits));
            }
            Event::ProposalAdopted { proposal, in_force_on } => {
                if let Some(Some(waited)) = self.waiting.insert(*proposal, None) {
                    self.adopted.push((*in_force_on, waited.setting, waited.source));
                }
            }
            Event::Withdrawn { proposal } => {
                self.waiting.insert(*proposal, None);
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

    /// Every setting that was in force on a day, as [`Self::on`] tells it.
    #[must_use]
    pub fn all_on(&self, day: Day) -> Vec<(&Setting, Day, &str)> {
        let topics: BTreeSet<Topic> = self.adopted.iter().map(|(_, setting, _)| setting.topic()).collect();
        topics.into_iter().filter_map(|topic| self.on(topic, day)).collect()
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

    /// How far the load is looked ahead, as in force on a day.
    #[must_use]
    pub fn early_warning(&self, day: Day) -> Option<EarlyWarning> {
        match self.on(Topic::EarlyWarning, day) {
            Some((Setting::EarlyWarning(warning), ..)) => Some(*warning),
            Some(_) | None => None,
        }
    }

    /// When people are reminded of appointments, as in force on a day.
    #[must_use]
    pub fn reminders(&self, day: Day) -> Option<&Reminders> {
        match self.on(Topic::Reminders, day) {
            Some((Setting::Reminders(reminders), ..)) => Some(reminders),
            Some(_) | None => None,
        }
    }

    /// The days on which no office works, as in force on a day.
    #[must_use]
    pub fn public_holidays(&self, day: Day) -> Option<&PublicHolidays> {
        match self.on(Topic::PublicHolidays, day) {
            Some((Setting::PublicHolidays(holidays), ..)) => Some(holidays),
            Some(_) | None => None,
        }
    }

    /// What falls due by itself from what happens on a day.
    #[must_use]
    pub fn deadline_rules(&self, day: Day) -> &[Rule] {
        match self.on(Topic::DeadlineRules, day) {
            Some((Setting::DeadlineRules(rules), ..)) => rules,
            Some(_) | None => &[],
        }
    }

    /// The scale of weights in force on a day.
    #[must_use]
    pub fn weights(&self, day: Day) -> Option<&Weights> {
        match self.on(Topic::Weights, day) {
            Some((Setting::Weights(weights), ..)) => Some(weights),
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
