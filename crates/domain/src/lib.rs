//! The rules of Trame, one file per capability: what may be asked, what comes of it, what is refused and why.
//!
//! Pure and shared by server and browser. Nothing here knows a database, a clock or a screen.

pub mod access_policy;
pub mod appointment;
pub mod configuration;
pub mod consent;
pub mod contact;
pub mod deadline;
pub mod disclosure;
pub mod document;
pub mod erasure;
pub mod exceptional_access;
pub mod exclusion;
pub mod financial_aid;
pub mod household;
pub mod indicator;
pub mod organisation;
pub mod person;
pub mod plan;
pub mod reminder;
pub mod sharing;
pub mod signal;
pub mod support_case;
pub mod team_meeting;
pub mod words;
pub mod workload;

pub use decider::{Decided, Decider, Reservation, fold};

/// A wish with its circumstances, as every rule of Trame receives it.
pub type Asked<Command> = decider::Asked<Command, words::Author, jiff::Timestamp, configuration::InForce>;

/// A reason to refuse, as sentences are keyed by it.
pub trait Reason {
    /// The stable code, `capability.reason`: the key of the sentence in every language.
    fn code(&self) -> &'static str;
    /// The arguments of the sentence. Never personal content.
    fn arguments(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
    /// The field of the wish that has to change, when one does.
    fn field(&self) -> Option<&'static str> {
        None
    }
}

#[cfg(test)]
mod spec;
