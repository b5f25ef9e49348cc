//! Deadlines of a case.

use super::{Answer, write};
use contract::{
    Accepted,
    deadline::{MeetDeadline, MoveDeadline, SetDeadline, WithdrawDeadline},
    paths,
};
use domain::words::{DeadlineId, SupportCaseId};

/// Sets one.
pub(crate) async fn set(case: SupportCaseId, asked: SetDeadline) -> Answer<Accepted> {
    write(&paths::of_case(paths::DEADLINES, case), &asked).await
}

/// What was due is done.
pub(crate) async fn meet(case: SupportCaseId, deadline: DeadlineId, asked: MeetDeadline) -> Answer<Accepted> {
    write(&paths::of_deadline(paths::MEET_DEADLINE, case, deadline), &asked).await
}

/// Moves it.
pub(crate) async fn move_to(case: SupportCaseId, deadline: DeadlineId, asked: MoveDeadline) -> Answer<Accepted> {
    write(&paths::of_deadline(paths::MOVE_DEADLINE, case, deadline), &asked).await
}

/// Nothing is due any more.
pub(crate) async fn withdraw(case: SupportCaseId, deadline: DeadlineId, asked: WithdrawDeadline) -> Answer<Accepted> {
    write(&paths::of_deadline(paths::WITHDRAW_DEADLINE, case, deadline), &asked).await
}
