//! The plan: a goal in her words, an action with one doer, and what came of it.

use crate::house::{Family, House, Member, day_ago, id};
use contract::paths;
use contract::support_case::CaseView;
use domain::plan::Progress;
use domain::words::{ActionId, GoalId, PlanId};
use serde_json::{Value, json};
use uuid::Uuid;

fn goal(plan: Uuid) -> Value {
    json!({ "command": id(), "plan": plan, "goal": id(), "words": "Un logement où les petits respirent.",
        "domain": "housing", "sign": "Plus de moisissure.", "target_on": day_ago(-90) })
}

fn action(plan: Uuid, goal: Option<&Value>, doer: &Member) -> Value {
    json!({ "command": id(), "plan": plan, "action": id(), "goal": goal.map(|goal| goal["goal"].clone()),
        "what": "Déposer la demande DALO", "domain": "housing", "doer": { "worker": doer.worker },
        "due_on": day_ago(-14) })
}

fn finish(family: &Family, plan: Uuid, action: &Value) -> (String, Value) {
    let action: ActionId = serde_json::from_value(action["action"].clone()).unwrap();
    let body = json!({ "command": id(), "plan": plan, "result": "Dossier complet, reçu le jour même." });
    (paths::complete_action(family.case, action), body)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_is_agreed_an_action_given_and_finished() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let plan = id();
    let before: CaseView = julie.get(&family.home()).await.shows();
    assert_eq!(before.plan, None);

    let goal = goal(plan);
    julie.post(&family.path(paths::GOALS), &goal).await.kept();
    let action = action(plan, Some(&goal), &julie);
    let given = julie.post(&family.path(paths::ACTIONS), &action).await.kept();
    let view: CaseView = julie.get_at_least(&family.home(), given.position).await.shows();
    assert_eq!(view.plan.map(|plan| plan.0), Some(plan));
    assert_eq!(view.goals[0].words.0, "Un logement où les petits respirent.");
    let GoalId(agreed) = view.goals[0].goal;
    assert_eq!(json!(agreed), goal["goal"]);
    assert_eq!(view.actions[0].progress, Progress::ToDo);
    assert_eq!(view.actions[0].goal, Some(GoalId(agreed)));
    assert_eq!(view.actions[0].doer.name.0, "Julie Martin");
    let thread = &view.threads[0];
    assert_eq!(thread.next_step.as_ref().unwrap().text.0, "Déposer la demande DALO");

    let (path, body) = finish(&family, plan, &action);
    let done = julie.post(&path, &body).await.kept();
    let view: CaseView = julie.get_at_least(&family.home(), done.position).await.shows();
    assert_eq!(view.actions[0].progress, Progress::Done);
    assert_eq!(
        view.actions[0].result.as_ref().unwrap().0,
        "Dossier complet, reçu le jour même."
    );
    assert!(view.threads[0].next_step.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_step_after_the_other_without_waiting_for_the_views() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    // Each command stands on the one before, and none waits until a view has heard of it.
    for _ in 0..5 {
        let other = house.family("Rouanet", &julie).await;
        let plan = id();
        let goal = goal(plan);
        julie.post(&other.path(paths::GOALS), &goal).await.kept();
        let action = action(plan, Some(&goal), &julie);
        julie.post(&other.path(paths::ACTIONS), &action).await.kept();
        let (path, body) = finish(&other, plan, &action);
        julie.post(&path, &body).await.kept();
        assert!(julie.post(&path, &body).await.kept().repeated);
        let elsewhere = finish(&family, plan, &action);
        let refused = julie.post(&elsewhere.0, &elsewhere.1).await;
        assert_eq!(
            refused.refusal(),
            "404 problem.not_found",
            "the plan is that of another case"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_rules_refuse_is_refused_with_its_reason() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let plan = id();
    let goal = goal(plan);
    let goals = family.path(paths::GOALS);
    let actions = family.path(paths::ACTIONS);
    julie.post(&goals, &goal).await.kept();
    house.settled().await;

    let mut same_goal = goal.clone();
    same_goal["command"] = json!(id());
    assert_eq!(
        julie.post(&goals, &same_goal).await.refusal(),
        "409 plan.goal_already_agreed"
    );

    let of_no_goal = action(plan, Some(&json!({ "goal": id() })), &julie);
    assert_eq!(
        julie.post(&actions, &of_no_goal).await.refusal(),
        "409 plan.goal_unknown (goal)"
    );

    let action = action(plan, Some(&goal), &julie);
    julie.post(&actions, &action).await.kept();
    let mut same_action = action.clone();
    same_action["command"] = json!(id());
    assert_eq!(
        julie.post(&actions, &same_action).await.refusal(),
        "409 plan.action_already_assigned"
    );

    let (path, body) = finish(&family, plan, &action);
    julie.post(&path, &body).await.kept();
    let (path, again) = finish(&family, plan, &action);
    assert_eq!(julie.post(&path, &again).await.refusal(), "409 plan.action_over");
    let (path, unknown) = finish(&family, plan, &json!({ "action": id() }));
    assert_eq!(julie.post(&path, &unknown).await.refusal(), "409 plan.action_unknown");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_of_one_case_is_not_written_from_another() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let besnard = house.family("Besnard", &julie).await;
    let rouanet = house.family("Rouanet", &nour).await;
    let plan = id();
    julie.post(&besnard.path(paths::GOALS), &goal(plan)).await.kept();
    let refused = nour.post(&rouanet.path(paths::GOALS), &goal(plan)).await;
    assert_eq!(refused.refusal(), "404 problem.not_found");
    let kept = julie.post(&besnard.path(paths::GOALS), &goal(plan)).await.kept();
    let view: CaseView = julie.get_at_least(&besnard.home(), kept.position).await.shows();
    assert_eq!(view.goals.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_is_given_in_one_plan_and_due_on_a_day_that_people_record() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let (family, other) = (
        house.family("Besnard", &julie).await,
        house.family("Rouanet", &julie).await,
    );
    let given = action(id(), None, &julie);
    julie.post(&family.path(paths::ACTIONS), &given).await.kept();
    for family in [&family, &other] {
        let mut again = given.clone();
        (again["command"], again["plan"]) = (json!(id()), json!(id()));
        let refused = julie.post(&family.path(paths::ACTIONS), &again).await;
        assert_eq!(refused.refusal(), "409 problem.taken");
    }
    for absurd in ["-009999-01-01", "1899-12-31", "2200-01-01", "9999-12-31"] {
        let mut action = action(id(), None, &julie);
        action["due_on"] = json!(absurd);
        let refused = julie.post(&family.path(paths::ACTIONS), &action).await;
        assert_eq!(refused.refusal(), "400 invalid.out_of_time (due_on)", "{absurd}");
        let mut goal = goal(id());
        goal["target_on"] = json!(absurd);
        let refused = julie.post(&family.path(paths::GOALS), &goal).await;
        assert_eq!(refused.refusal(), "400 invalid.out_of_time (target_on)", "{absurd}");
    }
    let mut unkept = action(id(), None, &julie);
    unkept["what"] = json!("Déposer\0");
    let refused = julie.post(&family.path(paths::ACTIONS), &unkept).await;
    assert_eq!(refused.refusal(), "400 invalid.not_text (what)");
    house.settled().await;
    let kept = julie
        .post(&family.path(paths::ACTIONS), &action(id(), None, &julie))
        .await
        .kept();
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    assert_eq!(view.actions.len(), 2, "no view was parked");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_in_a_second_plan_says_so_and_can_be_finished() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let (first, second) = (id(), id());
    julie.post(&family.path(paths::GOALS), &goal(first)).await.kept();
    let goal = goal(second);
    julie.post(&family.path(paths::GOALS), &goal).await.kept();
    let action = action(second, Some(&goal), &julie);
    let given = julie.post(&family.path(paths::ACTIONS), &action).await.kept();

    let view: CaseView = julie.get_at_least(&family.home(), given.position).await.shows();
    let of_goals: Vec<_> = view.goals.iter().map(|goal| goal.plan.0).collect();
    assert_eq!(of_goals, [first, second]);
    assert_eq!(view.plans.len(), 2);
    let PlanId(plan) = view.actions[0].plan;
    assert_eq!(plan, second);
    let (path, body) = finish(&family, plan, &action);
    let done = julie.post(&path, &body).await.kept();
    let view: CaseView = julie.get_at_least(&family.home(), done.position).await.shows();
    assert_eq!(view.actions[0].progress, Progress::Done);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_is_given_to_someone_who_is_known() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let other = house.family("Rouanet", &julie).await;
    let actions = family.path(paths::ACTIONS);
    let mut given = action(id(), None, &julie);
    for doer in [
        json!({ "worker": id() }),
        json!({ "service": id() }),
        json!({ "person": other.mother }),
    ] {
        given["doer"] = doer;
        let refused = julie.post(&actions, &given).await;
        assert_eq!(refused.refusal(), "400 problem.doer_unknown (doer)");
    }
    given["doer"] = json!({ "person": family.mother });
    julie.post(&actions, &given).await.kept();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_stays_the_same_when_the_doer_has_left_since() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let actions = family.path(paths::ACTIONS);
    let given = action(id(), None, &nour);
    let first = julie.post(&actions, &given).await.kept();
    house.leaves(&nour).await;
    house.settled().await;
    let again = julie.post(&actions, &given).await.kept();
    assert_eq!((again.position, again.repeated), (first.position, true));
    let refused = julie.post(&actions, &action(id(), None, &nour)).await;
    assert_eq!(refused.refusal(), "400 problem.doer_unknown (doer)");
}
