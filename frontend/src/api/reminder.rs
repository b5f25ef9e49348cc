//! How a person may be reached for reminders.

use super::{Answer, write};
use contract::{
    Accepted, paths,
    reminder::{AgreeReach, WithdrawReach},
};
use domain::words::{PersonId, SupportCaseId};

/// Agrees how.
pub(crate) async fn agree(case: SupportCaseId, person: PersonId, asked: AgreeReach) -> Answer<Accepted> {
    write(&paths::of_person(paths::REACH, case, person), &asked).await
}

/// Writes down that she wants none any more.
pub(crate) async fn withdraw(case: SupportCaseId, person: PersonId, asked: WithdrawReach) -> Answer<Accepted> {
    write(&paths::of_person(paths::WITHDRAW_REACH, case, person), &asked).await
}
