//! Ten ways a life can go, as stories with steps: what is said, what is done, what is late or given up.
//!
//! A story names nobody: `{nom}`, `{enfant}`, `{Elle}`, `{elle}`, `{lui}`, `{e}` and `{somme}` are filled for each household.
//! Its months count from the day the case opens, and stretch with a long accompaniment.

mod ageing;
mod care_leaver;
mod debts;
mod disability;
mod home_support;
mod intensive;
mod language;
mod rent;
mod returning;
mod separation;
mod small_talk;

pub(crate) use small_talk::{BETWEEN, EXCUSES, HANDOVERS, PRIVATE, TRIGGERS};

use crate::homes::Makeup;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife;
use domain::{contact, deadline};

/// A way a life can go.
pub(crate) struct Story {
    /// Who it happens to.
    pub(crate) makeups: &'static [Makeup],
    /// The kinds of support under which it is accompanied.
    pub(crate) supports: &'static [Support],
    /// Whether the support is given for the children.
    pub(crate) for_children: bool,
    /// What can make it heavier to carry, one set or another.
    pub(crate) complexities: &'static [&'static [Complexity]],
    /// What the person says at the start, and later.
    pub(crate) words: [&'static str; 2],
    /// What carries, named by her first, then by the professionals.
    pub(crate) strengths: [(DomainOfLife, &'static str); 3],
    /// What blocks.
    pub(crate) obstacles: [(DomainOfLife, &'static str); 2],
    /// Life domains over time.
    pub(crate) threads: [Thread; 3],
    /// What she wants, in her words, and how it will be seen.
    pub(crate) goals: [(DomainOfLife, &'static str, &'static str); 2],
    /// Who does what.
    pub(crate) steps: [Step; 5],
    /// What is noted, in order.
    pub(crate) notes: &'static [Note],
    /// A turn of life: month, domain, words.
    pub(crate) turn: Option<(i32, DomainOfLife, &'static str)>,
    /// A measure or contract: month, domain, name, length in months.
    pub(crate) measure: Option<(i32, DomainOfLife, &'static str, i32)>,
    /// What is due.
    pub(crate) dates: [Date; 2],
    /// Professionals of other services around the person, by login.
    pub(crate) around: &'static [&'static str],
    /// The question of a meeting, how someone sees it, and what is decided.
    pub(crate) question: &'static str,
    pub(crate) viewpoint: &'static str,
    pub(crate) rulings: [Ruling; 2],
    /// Where things stand, early and late.
    pub(crate) summary: [&'static str; 2],
    /// How it ends when it does.
    pub(crate) closing: ClosureReason,
    pub(crate) balance: &'static str,
}

/// A life domain at the start, on the way, and late: levels she gives and the professionals give, words of both.
pub(crate) struct Thread {
    pub(crate) domain: DomainOfLife,
    pub(crate) levels: [(u8, u8); 3],
    pub(crate) says: [&'static str; 3],
    pub(crate) seen: [&'static str; 3],
}

/// Who does a step.
#[derive(Clone, Copy)]
pub(crate) enum By {
    /// The référent.
    Referent,
    /// The person accompanied.
    Person,
    /// A professional around her, by login.
    Other(&'static str),
}

/// An action and what becomes of it.
pub(crate) struct Step {
    pub(crate) month: i32,
    pub(crate) domain: DomainOfLife,
    pub(crate) by: By,
    pub(crate) what: &'static str,
    pub(crate) fate: Fate,
}

/// What becomes of an action.
#[derive(Clone, Copy)]
pub(crate) enum Fate {
    /// Done, with what came of it.
    Done(&'static str),
    /// Moved once, for a reason, then done.
    Late(&'static str, Blocker),
    /// Given up, for a reason.
    GivenUp(&'static str),
}

/// What is noted of a contact.
pub(crate) struct Note {
    pub(crate) kind: contact::Kind,
    pub(crate) domains: &'static [DomainOfLife],
    pub(crate) text: &'static str,
    pub(crate) words: Option<&'static str>,
}

const fn note(kind: contact::Kind, domains: &'static [DomainOfLife], text: &'static str) -> Note {
    Note {
        kind,
        domains,
        text,
        words: None,
    }
}

const fn heard(kind: contact::Kind, domains: &'static [DomainOfLife], text: &'static str, words: &'static str) -> Note {
    Note {
        kind,
        domains,
        text,
        words: Some(words),
    }
}

/// A date by which something is due: set in a month, so many days ahead.
pub(crate) struct Date {
    pub(crate) month: i32,
    pub(crate) days: i32,
    pub(crate) kind: deadline::Kind,
    pub(crate) domain: DomainOfLife,
    pub(crate) label: &'static str,
    pub(crate) legal: bool,
}

/// A decision of a meeting.
pub(crate) struct Ruling {
    pub(crate) text: &'static str,
    pub(crate) domains: &'static [DomainOfLife],
    pub(crate) by: By,
    pub(crate) days: i32,
}

const fn thread(
    domain: DomainOfLife,
    levels: [(u8, u8); 3],
    says: [&'static str; 3],
    seen: [&'static str; 3],
) -> Thread {
    Thread {
        domain,
        levels,
        says,
        seen,
    }
}

const fn step(month: i32, domain: DomainOfLife, by: By, what: &'static str, fate: Fate) -> Step {
    Step {
        month,
        domain,
        by,
        what,
        fate,
    }
}

const fn date(
    month: i32,
    days: i32,
    kind: deadline::Kind,
    domain: DomainOfLife,
    label: &'static str,
    legal: bool,
) -> Date {
    Date {
        month,
        days,
        kind,
        domain,
        label,
        legal,
    }
}

const fn ruling(text: &'static str, domains: &'static [DomainOfLife], by: By, days: i32) -> Ruling {
    Ruling {
        text,
        domains,
        by,
        days,
    }
}

/// The stories, the more frequent ones more often.
pub(crate) const STORIES: [&Story; 20] = [
    &rent::STORY,
    &rent::STORY,
    &rent::STORY,
    &separation::STORY,
    &separation::STORY,
    &separation::STORY,
    &language::STORY,
    &language::STORY,
    &ageing::STORY,
    &ageing::STORY,
    &care_leaver::STORY,
    &home_support::STORY,
    &home_support::STORY,
    &home_support::STORY,
    &debts::STORY,
    &debts::STORY,
    &disability::STORY,
    &disability::STORY,
    &intensive::STORY,
    &returning::STORY,
];

pub(crate) const HOME_SUPPORT: &Story = &home_support::STORY;
pub(crate) const DEBTS: &Story = &debts::STORY;
pub(crate) const LANGUAGE: &Story = &language::STORY;
pub(crate) const RENT: &Story = &rent::STORY;
pub(crate) const SEPARATION: &Story = &separation::STORY;
pub(crate) const RETURNING: &Story = &returning::STORY;
