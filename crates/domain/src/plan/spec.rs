//! The law of plan, read aloud.

mod laws;

use super::{Blocker, Command, Event, Plan, Refusal};
use crate::Decider;
use crate::spec::{ANOTHER, CLAIRE, HERS, asked, day, given, id, text};
use crate::words::{ActionId, Day, Doer, DomainOfLife, GoalId};
use uuid::Uuid;

const GOAL: GoalId = GoalId(Uuid::from_u128(1));
const ACTION: ActionId = ActionId(Uuid::from_u128(1));

fn agree_goal() -> Command {
    Command::AgreeGoal {
        support_case: HERS,
        goal: GOAL,
        words: text("Je veux un logement sec pour Malo."),
        domain: DomainOfLife::Housing,
        sign: Some(text("Un bail signé")),
        target_on: Some(day(12, 31)),
    }
}

fn agreed() -> Event {
    Event::GoalAgreed {
        goal: GOAL,
        words: text("Je veux un logement sec pour Malo."),
        domain: DomainOfLife::Housing,
        sign: Some(text("Un bail signé")),
        target_on: Some(day(12, 31)),
    }
}

fn assign_action(goal: Option<GoalId>, due_on: Option<Day>) -> Command {
    Command::AssignAction {
        support_case: HERS,
        action: ACTION,
        goal,
        what: text("Appeler le bailleur"),
        domain: DomainOfLife::Housing,
        doer: Doer::Person(CLAIRE),
        due_on,
    }
}

fn assigned(goal: Option<GoalId>, due_on: Option<Day>) -> Event {
    Event::ActionAssigned {
        action: ACTION,
        goal,
        what: text("Appeler le bailleur"),
        domain: DomainOfLife::Housing,
        doer: Doer::Person(CLAIRE),
        due_on,
    }
}

fn complete() -> Command {
    Command::CompleteAction {
        action: ACTION,
        result: Some(text("Visite le 3 décembre.")),
    }
}

fn completed() -> Event {
    Event::ActionCompleted {
        action: ACTION,
        result: Some(text("Visite le 3 décembre.")),
    }
}

fn delay(due_on: Day) -> Command {
    Command::DelayAction {
        action: ACTION,
        due_on,
        reason: text("Le bailleur ne répond pas."),
        blocker: Blocker::AnotherBody,
    }
}

fn delayed(due_on: Day) -> Event {
    Event::ActionDelayed {
        action: ACTION,
        due_on,
        reason: text("Le bailleur ne répond pas."),
        blocker: Blocker::AnotherBody,
    }
}

fn abandon() -> Command {
    Command::AbandonAction {
        action: ACTION,
        reason: text("Elle a trouvé seule."),
    }
}

fn abandoned() -> Event {
    Event::ActionAbandoned {
        action: ACTION,
        reason: text("Elle a trouvé seule."),
    }
}

/// A plan with one goal and one action that serves it, due on 1 December.
fn agreed_plan() -> Vec<Event> {
    vec![
        Event::Drafted { support_case: HERS },
        agreed(),
        assigned(Some(GOAL), Some(day(12, 1))),
    ]
}

fn after(event: Event) -> Vec<Event> {
    agreed_plan().into_iter().chain([event]).collect()
}

#[test]
fn a_first_goal_drafts_the_plan() {
    given::<Plan>([])
        .when(asked(agree_goal()))
        .then([Event::Drafted { support_case: HERS }, agreed()]);
}

#[test]
fn a_first_action_drafts_the_plan_too() {
    given::<Plan>([])
        .when(asked(assign_action(None, None)))
        .then([Event::Drafted { support_case: HERS }, assigned(None, None)]);
}

#[test]
fn what_follows_joins_the_plan_that_is_there() {
    given::<Plan>([Event::Drafted { support_case: HERS }])
        .when(asked(agree_goal()))
        .then([agreed()]);
    given::<Plan>([Event::Drafted { support_case: HERS }, agreed()])
        .when(asked(assign_action(Some(GOAL), Some(day(12, 1)))))
        .then([assigned(Some(GOAL), Some(day(12, 1)))]);
}

#[test]
fn a_plan_belongs_to_one_case() {
    given::<Plan>([Event::Drafted { support_case: ANOTHER }])
        .when(asked(agree_goal()))
        .refused(Refusal::AnotherCase);
}

#[test]
fn a_goal_is_agreed_once() {
    given::<Plan>(agreed_plan())
        .when(asked(agree_goal()))
        .refused(Refusal::GoalAlreadyAgreed);
}

#[test]
fn an_action_is_given_once() {
    given::<Plan>(agreed_plan())
        .when(asked(assign_action(Some(GOAL), None)))
        .refused(Refusal::ActionAlreadyAssigned);
}

#[test]
fn an_action_serves_a_goal_of_the_plan_or_none() {
    given::<Plan>([Event::Drafted { support_case: HERS }])
        .when(asked(assign_action(Some(GOAL), None)))
        .refused(Refusal::GoalUnknown);
}

#[test]
fn an_action_begins_once() {
    let started = Event::ActionStarted { action: ACTION };
    given::<Plan>(agreed_plan())
        .when(asked(Command::StartAction { action: ACTION }))
        .then([started.clone()]);
    given::<Plan>(after(started))
        .when(asked(Command::StartAction { action: ACTION }))
        .refused(Refusal::ActionAlreadyStarted);
}

#[test]
fn an_action_may_be_done_whether_begun_or_not() {
    given::<Plan>(agreed_plan()).when(asked(complete())).then([completed()]);
    given::<Plan>(after(Event::ActionStarted { action: ACTION }))
        .when(asked(complete()))
        .then([completed()]);
}

#[test]
fn an_action_is_delayed_to_a_later_date_with_a_reason() {
    given::<Plan>(agreed_plan())
        .when(asked(delay(day(12, 15))))
        .then([delayed(day(12, 15))]);
}

#[test]
fn an_action_is_not_delayed_to_the_same_or_an_earlier_date() {
    for due_on in [day(12, 1), day(11, 25)] {
        given::<Plan>(agreed_plan())
            .when(asked(delay(due_on)))
            .refused(Refusal::NotLater);
    }
    given::<Plan>(after(delayed(day(12, 15))))
        .when(asked(delay(day(12, 10))))
        .refused(Refusal::NotLater);
}

#[test]
fn an_action_without_a_date_may_get_any() {
    given::<Plan>([Event::Drafted { support_case: HERS }, assigned(None, None)])
        .when(asked(delay(day(1, 1))))
        .then([delayed(day(1, 1))]);
}

#[test]
fn an_action_is_given_up_with_a_reason() {
    given::<Plan>(agreed_plan()).when(asked(abandon())).then([abandoned()]);
}

#[test]
fn nothing_more_comes_of_an_action_that_is_done_or_given_up() {
    for end in [completed(), abandoned()] {
        for wish in [
            Command::StartAction { action: ACTION },
            complete(),
            delay(day(12, 15)),
            abandon(),
        ] {
            given::<Plan>(after(end.clone()))
                .when(asked(wish))
                .refused(Refusal::ActionOver);
        }
    }
}

#[test]
fn no_other_plan_gives_an_action_of_the_same_id() {
    let state = given::<Plan>([]).state();
    let decided = state.decide(&asked(assign_action(None, None))).unwrap();
    let taken: Vec<_> = decided
        .reservations
        .iter()
        .map(|name| (name.scope, name.value.as_str()))
        .collect();
    assert_eq!(taken, [("plan.action", ACTION.to_string().as_str())]);
}

#[test]
fn nothing_comes_of_an_action_the_plan_does_not_have() {
    given::<Plan>(agreed_plan())
        .when(asked(Command::StartAction { action: id(2) }))
        .refused(Refusal::ActionUnknown);
}

#[test]
fn a_goal_of_the_plan_is_reached_once() {
    let reach = |goal| asked(Command::ReachGoal { goal });
    given::<Plan>(agreed_plan())
        .when(reach(GOAL))
        .then([Event::GoalReached { goal: GOAL }]);
    given::<Plan>(after(Event::GoalReached { goal: GOAL }))
        .when(reach(GOAL))
        .refused(Refusal::GoalAlreadyReached);
    given::<Plan>(agreed_plan())
        .when(reach(id(2)))
        .refused(Refusal::GoalUnknown);
}
