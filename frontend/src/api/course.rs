//! The course of a case.

use super::{Answer, write};
use contract::{
    Accepted,
    course::{AgreeCadence, CloseCase, HandOver, JoinTeam, LeaveTeam, MoveOut, OpenCase, ReopenCase, Welcome},
    paths,
};
use domain::words::{PersonId, SupportCaseId, WorkerId};

/// Opens a case.
pub(crate) async fn open(asked: OpenCase) -> Answer<Accepted> {
    write(paths::OPEN_CASE, &asked).await
}

/// Somebody comes to live in its household.
pub(crate) async fn welcome(case: SupportCaseId, asked: Welcome) -> Answer<Accepted> {
    write(&paths::of_case(paths::HOUSEHOLD, case), &asked).await
}

/// Somebody no longer lives there.
pub(crate) async fn move_out(case: SupportCaseId, person: PersonId, asked: MoveOut) -> Answer<Accepted> {
    write(&paths::of_person(paths::MOVE_OUT, case, person), &asked).await
}

/// A colleague joins its team.
pub(crate) async fn join(case: SupportCaseId, asked: JoinTeam) -> Answer<Accepted> {
    write(&paths::of_case(paths::TEAM, case), &asked).await
}

/// A colleague leaves it.
pub(crate) async fn leave(case: SupportCaseId, worker: WorkerId, asked: LeaveTeam) -> Answer<Accepted> {
    write(&paths::leave_team(case, worker), &asked).await
}

/// Agrees a rhythm of contact.
pub(crate) async fn agree_cadence(case: SupportCaseId, asked: AgreeCadence) -> Answer<Accepted> {
    write(&paths::of_case(paths::CADENCE, case), &asked).await
}

/// Passes it on.
pub(crate) async fn hand_over(case: SupportCaseId, asked: HandOver) -> Answer<Accepted> {
    write(&paths::of_case(paths::HANDOVER, case), &asked).await
}

/// Ends it.
pub(crate) async fn close(case: SupportCaseId, asked: CloseCase) -> Answer<Accepted> {
    write(&paths::of_case(paths::CLOSURE, case), &asked).await
}

/// Begins it again.
pub(crate) async fn reopen(case: SupportCaseId, asked: ReopenCase) -> Answer<Accepted> {
    write(&paths::of_case(paths::REOPENING, case), &asked).await
}
