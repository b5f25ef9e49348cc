//! The laws of plan, tried with random wishes: what is over stays over.

use crate::fold;
use crate::plan::{Blocker, Command, Plan, Progress};
use crate::spec::{asked, days, few, lawful, maybe, one_of, texts};
use crate::words::{Doer, DomainOfLife};
use crate::{Asked, Decider};
use proptest::prelude::{Strategy, prop_oneof, proptest};

#[test]
fn a_plan_obeys_the_laws_of_every_rule() {
    lawful::<Plan, _>(commands(), |command| match command {
        Command::AgreeGoal { .. }
        | Command::AssignAction { .. }
        | Command::StartAction { .. }
        | Command::CompleteAction { .. }
        | Command::DelayAction { .. }
        | Command::AbandonAction { .. }
        | Command::ReachGoal { .. } => true,
    });
}

proptest! {
    #[test]
    fn a_completed_action_never_comes_back(commands in proptest::collection::vec(commands(), 0..40)) {
        let mut plan = Plan::default();
        for wish in commands.into_iter().map(asked) {
            let before = plan.clone();
            plan = after(plan, &wish);
            for (action, (progress, due)) in &before.actions {
                if matches!(progress, Progress::Done | Progress::Abandoned) {
                    assert_eq!(plan.actions.get(action), Some(&(*progress, *due)));
                }
            }
        }
    }

    #[test]
    fn every_action_serves_a_goal_that_was_agreed(commands in proptest::collection::vec(commands(), 0..40)) {
        let plan = commands.into_iter().map(asked).fold(Plan::default(), |plan, wish| after(plan, &wish));
        assert!(plan.reached.is_subset(&plan.goals));
        assert_eq!(plan.support_case.is_none(), plan.goals.is_empty() && plan.actions.is_empty());
    }
}

fn after(plan: Plan, wish: &Asked<Command>) -> Plan {
    match plan.decide(wish) {
        Ok(decided) => fold(plan, &decided.events),
        Err(_refused) => plan,
    }
}

fn commands() -> impl Strategy<Value = Command> {
    let domain = one_of(&[DomainOfLife::Housing, DomainOfLife::Health]);
    let goals = (few(), few(), texts(), domain.clone(), maybe(days()));
    let doers = prop_oneof![few().prop_map(Doer::Worker), few().prop_map(Doer::Service)];
    let actions = (few(), few(), maybe(few()), texts(), domain, doers, maybe(days()));
    prop_oneof![
        goals.prop_map(|(support_case, goal, words, domain, target_on)| Command::AgreeGoal {
            support_case,
            goal,
            words,
            domain,
            sign: None,
            target_on,
        }),
        actions.prop_map(
            |(support_case, action, goal, what, domain, doer, due_on)| Command::AssignAction {
                support_case,
                action,
                goal,
                what,
                domain,
                doer,
                due_on,
            }
        ),
        few().prop_map(|action| Command::StartAction { action }),
        (few(), maybe(texts())).prop_map(|(action, result)| Command::CompleteAction { action, result }),
        (few(), days(), texts()).prop_map(|(action, due_on, reason)| Command::DelayAction {
            action,
            due_on,
            reason,
            blocker: Blocker::Housing,
        }),
        (few(), texts()).prop_map(|(action, reason)| Command::AbandonAction { action, reason }),
        few().prop_map(|goal| Command::ReachGoal { goal }),
    ]
}
