//! Agreeing goals, giving actions, and finishing them.

use super::{Answer, write};
use contract::{
    Accepted, paths,
    plan::{AgreeGoal, AssignAction, CompleteAction},
};
use domain::words::{ActionId, SupportCaseId};

/// Agrees a goal.
pub(crate) async fn agree_goal(case: SupportCaseId, asked: AgreeGoal) -> Answer<Accepted> {
    write(&paths::of_case(paths::GOALS, case), &asked).await
}

/// Gives an action to one doer.
pub(crate) async fn assign_action(case: SupportCaseId, asked: AssignAction) -> Answer<Accepted> {
    write(&paths::of_case(paths::ACTIONS, case), &asked).await
}

/// Tells that an action is done.
pub(crate) async fn complete_action(case: SupportCaseId, action: ActionId, asked: CompleteAction) -> Answer<Accepted> {
    write(&paths::complete_action(case, action), &asked).await
}
