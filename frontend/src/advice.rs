//! Asks the rules, as the server will: a button knows beforehand whether it may work, and says the same sentence.
//!
//! Advice only. What depends on what this reader may not know, the server alone decides.

use crate::{desk::Desk, words};
use contract::Plain;
use domain::{
    Asked, Decider, Reason,
    configuration::InForce,
    words::{Author, Source, SupportCaseId, Text},
};
use jiff::Timestamp;
use sealed::{Compartment, Private, Subject};
use std::collections::BTreeMap;

/// A wish of the worker at this desk.
pub(crate) fn asks<Command>(desk: Desk, occurred_at: Timestamp, command: Command) -> Asked<Command> {
    Asked {
        by: Author {
            worker: desk.who().worker,
            source: Source::Entered,
        },
        at: desk.now(),
        occurred_at,
        in_force: InForce::default(),
        command,
    }
}

/// Why the rules would refuse, in words.
pub(crate) fn refusal<D>(state: &D, asked: &D::Asked) -> Option<String>
where
    D: Decider,
    D::Refusal: Reason,
{
    state.decide(asked).err().map(|refusal| sentence(&refusal))
}

fn sentence(refusal: &impl Reason) -> String {
    let arguments: BTreeMap<String, String> = refusal
        .arguments()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    words::say_code(refusal.code(), &arguments, "")
}

/// What was typed, as the rules read it: they look whether something is there, never at what it says.
pub(crate) fn text(typed: &str, case: SupportCaseId) -> Option<Text> {
    plain(typed).map(|Plain(words)| Private::new(Subject::SupportCase(case.0), Compartment::Social, words))
}

/// What was typed, as it travels: nothing only when nothing was typed. What is too long is refused, never left out.
pub(crate) fn plain(typed: &str) -> Option<Plain<String>> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| Plain(typed.to_owned()))
}
