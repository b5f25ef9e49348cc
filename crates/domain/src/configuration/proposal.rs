//! Settings that wait for a vote: one person proposes, and another adopts. Until then nothing changes.

use super::{Configuration, Refusal, Setting, Weights};
use crate::deadline::rule::Rule;
use crate::support_case::Support;
use crate::words::{Day, ProposalId, WorkerId};
use std::collections::BTreeSet;

/// A setting that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The setting and its value.
    pub setting: Setting,
    /// The first day it shall hold.
    pub in_force_on: Day,
    /// The law, study or vote it comes from.
    pub source: String,
    /// Who proposed it: never the one who adopts.
    pub by: WorkerId,
}

impl Configuration {
    /// What waits for a second person.
    pub fn proposals(&self) -> impl Iterator<Item = (ProposalId, &Proposal)> {
        self.waiting
            .iter()
            .filter_map(|(id, proposal)| Some((*id, proposal.as_ref()?)))
    }

    pub(super) fn waiting(&self, proposal: ProposalId) -> Result<&Proposal, Refusal> {
        match self.waiting.get(&proposal) {
            Some(Some(waiting)) => Ok(waiting),
            Some(None) => Err(Refusal::AlreadySettled),
            None => Err(Refusal::NotProposed),
        }
    }
}

/// Whether a setting can be computed with: a scale that leaves a kind of support out would weigh it nothing; one without
/// capacity, whose zones do not follow each other, or with a line beyond all reason, says nothing.
pub(super) fn sound(setting: &Setting) -> Result<(), Refusal> {
    if let Setting::Weights(weights) = setting
        && !makes_sense(weights)
    {
        return Err(Refusal::UnsoundWeights);
    }
    if let Setting::Weights(weights) = setting
        && !weighs_each_once(weights)
    {
        return Err(Refusal::IncompleteWeights);
    }
    if let Setting::EarlyWarning(warning) = setting
        && (warning.weeks > MOST_WEEKS || warning.least_presence > 100)
    {
        return Err(Refusal::UnsoundEarlyWarning);
    }
    if let Setting::ReadingJournal { months } = setting
        && *months == 0
    {
        return Err(Refusal::UnsoundReadingJournal);
    }
    if let Setting::Reminders(reminders) = setting
        && (!reminders.hours.sound()
            || reminders.hours_ahead.len() > MOST_REMINDERS
            || reminders
                .hours_ahead
                .iter()
                .any(|hours| *hours == 0 || *hours > MOST_AHEAD))
    {
        return Err(Refusal::UnsoundReminders);
    }
    if let Setting::Disclosure { inside, outside } = setting
        && (*inside < FEWEST || outside < inside)
    {
        return Err(Refusal::UnsoundDisclosure);
    }
    if let Setting::PublicHolidays(holidays) = setting
        && !holidays.is_sound()
    {
        return Err(Refusal::UnsoundPublicHolidays);
    }
    if let Setting::DeadlineRules(rules) = setting {
        let codes: BTreeSet<&str> = rules.iter().map(|rule| rule.code.as_str()).collect();
        if codes.len() < rules.len() || !rules.iter().all(Rule::is_sound) {
            return Err(Refusal::UnsoundDeadlineRules);
        }
    }
    Ok(())
}

fn weighs_each_once(weights: &Weights) -> bool {
    let lines = |support: Support| weights.base.iter().filter(|(of, _)| *of == support).count();
    Support::ALL.into_iter().all(|support| lines(support) == 1)
}

/// Nobody is reminded more often of one appointment, nor earlier than a month before it, in hours.
const MOST_REMINDERS: usize = 4;
const MOST_AHEAD: u32 = 31 * 24;

/// A figure of one is somebody.
const FEWEST: u32 = 2;

/// Two years are enough.
const MOST_WEEKS: u32 = 104;

/// The most that any line of a scale may say, in hundredths: a thousand points, or a thousand times as much.
const MOST: u32 = 100_000;

fn makes_sense(weights: &Weights) -> bool {
    let [normal, tense, overload] = weights.zones;
    let points = weights.base.iter().map(|(_, points)| *points);
    let adds = weights.complexity.iter().map(|(_, adds)| *adds);
    let factors = [weights.opening, weights.watch, weights.sibling, weights.most_complexity];
    weights.capacity > 0
        && 0 < normal
        && normal < tense
        && tense < overload
        && points.chain(adds).chain(factors).all(|each| each <= MOST)
}
