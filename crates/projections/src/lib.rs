//! Views of the log and the questions asked of them: facts in, rows out, answers under a permit.
//!
//! A view holds no truth and opens no sealed value: what it copies stays sealed, and the door opens it for a permit.

mod build;
mod check;
mod column;
mod fact;
mod fault;
mod follower;
mod pages;
mod reach;
mod schema;
mod session;
mod view;
mod writer;

pub mod appointment;
pub mod case_file;
pub mod configuration;
pub mod consent;
pub mod contact;
pub mod deadline;
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
pub mod week;
pub mod workload;

pub use build::{Progress, Rebuilt, named, prepare, prepare_these, rebuild};
pub use check::{Checked, Snapshot, check, check_past, check_these, snapshots};
pub use column::SealedColumn;
pub use fact::Fact;
pub use fault::Fault;
pub use follower::{Follower, Standing};
pub use schema::search_path;
pub use session::{Client, reading_pool};
pub use view::{Rows, View};

pub use codec::Log;

/// The views on which rights rest: while one of them stands still, nobody can be told who may see what.
pub static RIGHTS: [&dyn View; 7] = [
    &organisation::Directory,
    &support_case::Register,
    &team_meeting::Agenda,
    &exclusion::Standing,
    &exceptional_access::Openings,
    &sharing::Acts,
    &consent::Words,
];

/// All views, each in a schema of its own.
pub static VIEWS: [&dyn View; 22] = [
    &configuration::Settings,
    &organisation::Directory,
    &person::Identity,
    &household::Composition,
    &support_case::Register,
    &plan::Actions,
    &contact::Acts,
    &appointment::Agenda,
    &deadline::Spans,
    &deadline::Grounds,
    &document::Register,
    &financial_aid::Register,
    &team_meeting::Agenda,
    &erasure::Tombstones,
    &exclusion::Standing,
    &exceptional_access::Openings,
    &signal::Grounds,
    &sharing::Acts,
    &consent::Words,
    &indicator::Ground,
    &workload::Told,
    &reminder::Outbox,
];
