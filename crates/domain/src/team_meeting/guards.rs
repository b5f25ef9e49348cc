//! What must be true before a step is taken: the summons, the opening, a decision. A record brought in is not asked.

use super::decision::{Decision, Ground};
use super::people::{Participant, Place};
use super::refusal::Refusal;
use super::rules::{MeetingRules, Needed, Power, Strictness};
use super::sitting::Sitting;
use crate::words::{Day, Profession};
use std::collections::BTreeSet;

/// The full days that summons should have had, when they leave later than that and may.
///
/// # Errors
/// When nobody is invited, nothing is on the agenda, or they leave too late for a kind that may not go on.
pub(super) fn summons(sitting: &Sitting, rules: &MeetingRules, sent_on: Day) -> Result<Option<u32>, Refusal> {
    if sitting.roster.is_empty() {
        return Err(Refusal::NobodyInvited);
    }
    if sitting.agenda.is_empty() {
        return Err(Refusal::NothingOnAgenda);
    }
    let Some(summons) = rules.summons else { return Ok(None) };
    let left = sent_on.days_to(sitting.held_on);
    let needed = summons.lead_days;
    if i64::from(left) >= i64::from(needed) {
        return Ok(None);
    }
    match summons.late {
        Strictness::Warns => Ok(Some(needed)),
        Strictness::Blocks => Err(Refusal::SummonsTooLate { needed, left }),
    }
}

/// Whether a session may open.
///
/// # Errors
/// What is missing, in the order in which it is best mended.
pub(super) fn opening(sitting: &Sitting, rules: &MeetingRules, warned: bool) -> Result<(), Refusal> {
    if sitting.agenda.is_empty() {
        return Err(Refusal::NothingOnAgenda);
    }
    let untold = sitting.roster.iter().filter(|place| !place.is_told()).count();
    if untold > 0 {
        return Err(Refusal::RosterIncomplete { missing: untold });
    }
    let chair = Participant::Worker(sitting.chair);
    if !sitting.place(chair).is_some_and(Place::is_here) {
        return Err(Refusal::ChairAbsent);
    }
    let uninformed = sitting.agenda.values().filter(|turn| !turn.family_informed).count();
    if uninformed > 0 {
        return Err(Refusal::FamilyNotInformed { cases: uninformed });
    }
    if rules.incomplete == Strictness::Blocks
        && let Some(missing) = lacking(sitting, rules).into_iter().next()
    {
        return Err(missing);
    }
    quorum(sitting, rules)?;
    let unbound = sitting.unbound().len();
    if unbound > 0 && !warned {
        return Err(Refusal::NotWarned { unbound });
    }
    Ok(())
}

/// Who is missing around the table, whether or not that stops the meeting.
pub(super) fn lacking(sitting: &Sitting, rules: &MeetingRules) -> Vec<Refusal> {
    let here = || sitting.roster.iter().filter(|place| place.is_here());
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (voices, _) = sitting.voices();
    let lacks = |needed: &Needed| {
        let (there, asked) = match *needed {
            Needed::Professions { at_least } => {
                let professions: BTreeSet<Profession> = here()
                    .filter_map(|place| place.standing.and_then(|standing| standing.profession))
                    .filter(|profession| *profession != Profession::Unknown)
                    .collect();
                (count(professions.len()), at_least)
            }
            Needed::Of { capacity, at_least } => (
                count(here().filter(|place| place.capacity() == capacity).count()),
                at_least,
            ),
            Needed::Share { capacity, hundredths } => {
                let of_these = count(here().filter(|place| place.capacity() == capacity).count());
                (
                    of_these.saturating_mul(100).checked_div(voices).unwrap_or(0),
                    hundredths,
                )
            }
        };
        (there < asked).then(|| Refusal::CompositionIncomplete {
            missing: needed.code(),
            needed: asked,
            there,
        })
    };
    rules.composition.iter().filter_map(lacks).collect()
}

fn quorum(sitting: &Sitting, rules: &MeetingRules) -> Result<(), Refusal> {
    let Some(quorum) = rules.quorum.filter(|_| !sitting.without_quorum) else {
        return Ok(());
    };
    let (present, voices) = sitting.voices();
    // Half of five is three: a quorum is reached, never nearly.
    let needed = voices.saturating_mul(quorum.hundredths).div_ceil(100);
    if present < needed {
        Err(Refusal::NoQuorum { present, needed })
    } else {
        Ok(())
    }
}

/// Whether a decision says all that makes it one: with what power, on what text, why, and whether anybody saw it
/// otherwise.
///
/// # Errors
/// What it does not say.
pub(super) fn decision(sitting: &Sitting, rules: &MeetingRules, decision: &Decision) -> Result<(), Refusal> {
    let Some(ground) = &decision.ground else {
        return Err(Refusal::NoGround);
    };
    power(sitting, rules, decision, ground)?;
    if rules.legal_bases.iter().all(|basis| basis.code != ground.legal_basis) {
        return Err(Refusal::LegalBasisUnknown);
    }
    if ground.reasons.is_empty() {
        return Err(Refusal::NoReason);
    }
    if decision.dissent.is_some() == ground.undisputed {
        return Err(Refusal::DissentUnasked);
    }
    Ok(())
}

fn power(sitting: &Sitting, rules: &MeetingRules, decision: &Decision, ground: &Ground) -> Result<(), Refusal> {
    if !rules.powers.contains(&ground.power) {
        return Err(Refusal::PowerNotOfThisKind);
    }
    let (present, _) = sitting.voices();
    let cast = decision.votes.map(|votes| {
        let (for_it, against, abstained) = (votes.in_favour, votes.against, votes.abstained);
        u32::from(for_it)
            .saturating_add(u32::from(against))
            .saturating_add(u32::from(abstained))
    });
    match (ground.power, cast) {
        (Power::PanelVote, None | Some(0)) => Err(Refusal::VotesNotCounted),
        (_, Some(cast)) if cast > present => Err(Refusal::MoreVotesThanVoices { voices: present }),
        (Power::Delegation, _) if ground.by.is_none() => Err(Refusal::HolderUnnamed),
        (
            Power::PanelVote | Power::Advice | Power::Delegation | Power::Executive | Power::Agreement | Power::Family,
            _,
        ) => Ok(()),
    }
}
