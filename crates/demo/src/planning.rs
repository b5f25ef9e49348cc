//! The whole demonstration as a list of commands, before anything is loaded: pure, and the same each time.

use crate::act::{Act, Wish};
use crate::besnard::{self, Agenda};
use crate::book::Book;
use crate::calendar::Calendar;
use crate::chance::Chance;
use crate::life::{Life, Told};
use crate::slot::{Ending, Slot, Trouble};
use crate::territory::{self, worker};
use crate::{Demonstration, appointments, team, tuning};
use domain::configuration::{self, Setting};

/// The lane of the family of the pictures; other households follow.
pub(crate) const BESNARD: u32 = 1;
const HOUSEHOLDS: u32 = 2;

/// Every command of the demonstration: lane by lane, each lane in the order in which it was written down.
#[must_use]
pub fn plan(demonstration: &Demonstration) -> Vec<Act> {
    let calendar = Calendar::new(demonstration.today);
    let slots = team::slots(&calendar, demonstration.seed);
    let mut told = Vec::new();
    let mut lives = Vec::new();
    for (slot, lane) in slots.iter().zip(HOUSEHOLDS..) {
        let mut book = Book::new(&calendar, demonstration.seed, lane);
        let chance = Chance::new(demonstration.seed, &format!("life {lane}"));
        told.push(Life::tell(&mut book, chance, slot));
        lives.extend(book.close());
    }
    let mut acts = territory::acts();
    acts.extend(vote(&calendar, demonstration.seed));
    if let (Some(second), Some(third)) = (
        spoken_of(&slots, &told, "thomas.morel"),
        spoken_of(&slots, &told, "lucie.ferrand"),
    ) {
        acts.extend(besnard::acts(&calendar, demonstration.seed, BESNARD, &[second, third]));
    }
    acts.extend(lives);
    let after_all = HOUSEHOLDS.saturating_add(u32::try_from(slots.len()).unwrap_or(u32::MAX));
    acts.extend(appointments::acts(
        &calendar,
        demonstration.seed,
        after_all,
        &slots,
        &told,
    ));
    acts
}

/// How many households a demonstration holds.
pub(crate) fn households(acts: &[Act]) -> u64 {
    let formed = |act: &&Act| matches!(act.wish, Wish::Household(domain::household::Command::Form { .. }));
    u64::try_from(acts.iter().filter(formed).count()).unwrap_or(0)
}

/// How many professionals it knows.
pub(crate) fn workers(acts: &[Act]) -> u64 {
    let joined = |act: &&Act| matches!(act.wish, Wish::Organisation(domain::organisation::Command::Join { .. }));
    u64::try_from(acts.iter().filter(joined).count()).unwrap_or(0)
}

/// A case of a référent for the agenda of the day: open for long, without trouble of its own.
fn spoken_of(slots: &[Slot], told: &[Told], referent: &'static str) -> Option<Agenda> {
    let quiet = |slot: &Slot| slot.ending == Ending::Open && slot.trouble == Trouble::None && slot.domains.is_none();
    let (slot, told) = slots.iter().zip(told).find(|(slot, _)| {
        quiet(slot)
            && slot
                .referents
                .last()
                .is_some_and(|(who, _)| *who == Some(worker(referent)))
    })?;
    Some(Agenda {
        case: told.case,
        person: told.person,
        question: slot.story.question,
    })
}

/// The weights of the load, voted by the territory in the spring.
fn vote(calendar: &Calendar, seed: u64) -> Option<Act> {
    let weights = tuning::weights()?;
    let voted_on = calendar.drawn(2026, 3, 3);
    let mut book = Book::new(calendar, seed, 0);
    let at = calendar.at(voted_on, 18, 0);
    let adopt = configuration::Command::Adopt {
        setting: Setting::Weights(weights),
        in_force_on: voted_on,
        source: format!(
            "Barème voté le {} {}",
            crate::calendar::spoken(voted_on),
            voted_on.0.year()
        ),
    };
    book.write(
        configuration::STREAM,
        worker("agnes.caron"),
        at,
        Wish::Configuration(adopt),
    );
    book.close().pop()
}
