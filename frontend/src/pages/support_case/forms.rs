//! Writing on a case: name a strength, agree a goal, give an action. Each text is a draft until the server has kept it.

use super::Form;
use crate::{
    advice, api,
    asked::Wish,
    desk::Desk,
    drafts::Draft,
    parts::{
        button::Send,
        dialog::{Sheet, open_while},
        field::{Of, day, lines, one_chip, one_of, text},
        states::{draft_notices, unfulfilled},
        weave::WEAVES,
    },
    words::say,
};
use contract::{
    Accepted,
    plan::{AgreeGoal, AssignAction},
    support_case::{CaseView, IdentifyStrength},
};
use domain::{
    plan, support_case,
    words::{ActionId, Day, Doer, DomainOfLife, GoalId, PersonId, PlanId, SupportCaseId, TraitId, Voice, WorkerId},
};
use leptos::{ev::SubmitEvent, prelude::*};
use std::{future::Future, sync::Arc};
use uuid::Uuid;

/// Whether one form of the page is open, as a signal of its own.
pub(crate) fn open_as(open: RwSignal<Option<Form>>, form: Form) -> RwSignal<bool> {
    open_while(open, move |each| *each == form)
}

/// What becomes of a draft that was sent: kept, told, closed.
pub(crate) fn sends(
    wish: Wish,
    draft: Draft,
    open: RwSignal<bool>,
    saved: Callback<String>,
    told: &'static str,
    sending: impl Future<Output = api::Answer<Accepted>> + 'static,
) {
    wish.send_draft(draft, sending, move |_| {
        draft.close();
        open.set(false);
        saved.run(say(told));
    });
}

/// The life domain of a code.
pub(crate) fn domain_of(code: &str) -> Option<DomainOfLife> {
    DomainOfLife::ALL.into_iter().find(|domain| domain.code() == code)
}

/// All domains as choices, after an empty one.
pub(crate) fn domain_choices(none: &str) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), say(none))];
    choices.extend(
        WEAVES
            .iter()
            .map(|weave| (weave.code.to_owned(), crate::parts::weave::name(weave.code))),
    );
    choices
}

/// Those who may do something, the family first.
pub(crate) fn doer_choices(case: &CaseView) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), say("choose-person"))];
    choices.extend(
        case.household
            .iter()
            .filter(|member| member.age.is_none_or(|years| years >= 16))
            .map(|member| {
                (
                    format!("person:{}", member.person),
                    format!("{} {}", member.first_name.0, member.last_name.0),
                )
            }),
    );
    for worker in case.referent.iter().chain(case.team.iter()) {
        let code = format!("worker:{}", worker.worker);
        if choices.iter().all(|(present, _)| *present != code) {
            choices.push((code, format!("{}, {}", worker.name.0, worker.service.name)));
        }
    }
    choices
}

/// The one who does something, of its code.
pub(crate) fn doer_of(code: &str) -> Option<Doer> {
    let (kind, id) = code.split_once(':')?;
    let id: Uuid = id.parse().ok()?;
    match kind {
        "person" => Some(Doer::Person(PersonId(id))),
        "worker" => Some(Doer::Worker(WorkerId(id))),
        _ => None,
    }
}

/// The plan in which something is written: that of its goal, else that of the draft sent before, else that of the case;
/// the first of a case is made by the page, for all its forms.
fn plan_for(case: &CaseView, goal: Option<GoalId>, draft: Draft, new_plan: StoredValue<PlanId>) -> PlanId {
    let of_goal = case.goals.iter().find(|each| Some(each.goal) == goal);
    of_goal
        .map(|goal| goal.plan)
        .or_else(|| draft.get("plan").parse().ok().map(PlanId))
        .or(case.plan)
        .unwrap_or_else(|| new_plan.get_value())
}

/// The day of a field, when one was chosen.
pub(crate) fn day_of(text: &str) -> Option<Day> {
    text.parse().ok()
}

/// The wish to name a strength, as the rules read it.
pub(crate) fn strength_command(
    case: SupportCaseId,
    text: &str,
    by_her: bool,
    domain: Option<DomainOfLife>,
) -> Option<support_case::Command> {
    Some(support_case::Command::IdentifyStrength(support_case::Trait {
        id: TraitId(Uuid::nil()),
        text: advice::text(text, case)?,
        named_by: if by_her { Voice::Person } else { Voice::Worker },
        domain,
        holder: None,
        relative: None,
    }))
}

/// Naming something that carries.
#[component]
pub(crate) fn StrengthSheet(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    open: RwSignal<Option<Form>>,
    saved: Callback<String>,
) -> impl IntoView {
    let open = open_as(open, Form::Strength);
    let draft = Draft::open(desk.who().worker.0, &format!("strength.{case}"));
    let wish = Wish::new();
    let refusal = Signal::derive(move || {
        let domain = domain_of(&draft.get("domain"));
        let Some(command) = strength_command(case, &draft.get("text"), draft.get("by") == "person", domain) else {
            return Some(say("strength-empty"));
        };
        advice::refusal(&seen.get().rules, &advice::asks(desk, desk.now(), command))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(text), None) = (advice::plain(&draft.get("text")), refusal.get_untracked()) else {
            return;
        };
        let asked = IdentifyStrength {
            command: draft.command.get_untracked(),
            strength: TraitId(draft.thing.get_untracked()),
            text,
            named_by: if draft.get("by") == "person" {
                Voice::Person
            } else {
                Voice::Worker
            },
            domain: domain_of(&draft.get("domain")),
            holder: None,
            relative: None,
        };
        sends(
            wish,
            draft,
            open,
            saved,
            "strength-saved",
            api::support_case::identify_strength(case, asked),
        );
    };
    let of = move |name| Of::new(draft, wish, name);
    let voices = || {
        vec![
            ("worker", None, say("named-by-us")),
            ("person", None, say("named-by-her")),
        ]
    };
    view! {
        <Sheet title=say("strength-title") open>
            <form class="form" on:submit=submit>
                {draft_notices(draft)}
                {text(of("text"), say("strength-text"), say("strength-example"))}
                {one_chip(of("by"), say("named-by"), voices())}
                {one_of(of("domain"), say("domain"), Signal::derive(|| domain_choices("domain-none")))}
                {unfulfilled(wish, draft, &["text"])}
                <Send refusal busy=wish.busy>{say("save")}</Send>
            </form>
        </Sheet>
    }
}

/// Agreeing a goal in her words.
#[component]
pub(crate) fn GoalSheet(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    open: RwSignal<Option<Form>>,
    saved: Callback<String>,
    new_plan: StoredValue<PlanId>,
) -> impl IntoView {
    let open = open_as(open, Form::Goal);
    let draft = Draft::open(desk.who().worker.0, &format!("goal.{case}"));
    let wish = Wish::new();
    let refusal = Signal::derive(move || {
        let Some(words) = advice::text(&draft.get("words"), case) else {
            return Some(say("goal-empty"));
        };
        let Some(domain) = domain_of(&draft.get("domain")) else {
            return Some(say("domain-needed"));
        };
        let command = plan::Command::AgreeGoal {
            support_case: case,
            goal: GoalId(draft.thing.get()),
            words,
            domain,
            sign: advice::text(&draft.get("sign"), case),
            target_on: day_of(&draft.get("target_on")),
        };
        let seen = seen.get();
        let plan = plan_for(&seen, None, draft, new_plan);
        advice::refusal(&seen.rules_of(plan), &advice::asks(desk, desk.now(), command))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(words), Some(domain), None) = (
            advice::plain(&draft.get("words")),
            domain_of(&draft.get("domain")),
            refusal.get_untracked(),
        ) else {
            return;
        };
        let plan = plan_for(&seen.get_untracked(), None, draft, new_plan);
        draft.set("plan", plan.to_string());
        let asked = AgreeGoal {
            command: draft.command.get_untracked(),
            plan,
            goal: GoalId(draft.thing.get_untracked()),
            words,
            domain,
            sign: advice::plain(&draft.get("sign")),
            target_on: day_of(&draft.get("target_on")),
        };
        sends(
            wish,
            draft,
            open,
            saved,
            "goal-saved",
            api::plan::agree_goal(case, asked),
        );
    };
    let of = move |name| Of::new(draft, wish, name);
    view! {
        <Sheet title=say("goal-title") open>
            <form class="form" on:submit=submit>
                {draft_notices(draft)}
                {lines(of("words"), say("goal-words"), true, say("goal-example"))}
                {one_of(of("domain"), say("domain"), Signal::derive(|| domain_choices("domain-choose")))}
                {text(of("sign"), say("goal-sign-label"), String::new())}
                {day(of("target_on"), say("goal-target-label"))}
                {unfulfilled(wish, draft, &["words", "sign", "target_on"])}
                <Send refusal busy=wish.busy>{say("save")}</Send>
            </form>
        </Sheet>
    }
}

/// Giving an action to one doer.
#[component]
pub(crate) fn ActionSheet(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    open: RwSignal<Option<Form>>,
    saved: Callback<String>,
    new_plan: StoredValue<PlanId>,
) -> impl IntoView {
    let open = open_as(open, Form::Action);
    let draft = Draft::open(desk.who().worker.0, &format!("action.{case}"));
    let wish = Wish::new();
    // The domain of the goal it serves is its own, unless another was chosen.
    let aims = move || {
        let goal = draft.get("goal").parse::<Uuid>().ok().map(GoalId);
        let of_goal = || {
            let seen = seen.get_untracked();
            seen.goals
                .iter()
                .find(|each| Some(each.goal) == goal)
                .map(|each| each.domain)
        };
        (goal, domain_of(&draft.get("domain")).or_else(of_goal))
    };
    let refusal = Signal::derive(move || {
        let (goal, domain) = aims();
        let Some(what) = advice::text(&draft.get("what"), case) else {
            return Some(say("action-empty"));
        };
        let Some(doer) = doer_of(&draft.get("doer")) else {
            return Some(say("doer-needed"));
        };
        let Some(domain) = domain else {
            return Some(say("domain-needed"));
        };
        let command = plan::Command::AssignAction {
            support_case: case,
            action: ActionId(draft.thing.get()),
            goal,
            what,
            domain,
            doer,
            due_on: day_of(&draft.get("due_on")),
        };
        let seen = seen.get();
        let plan = plan_for(&seen, goal, draft, new_plan);
        advice::refusal(&seen.rules_of(plan), &advice::asks(desk, desk.now(), command))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (goal, domain) = aims();
        let (Some(what), Some(domain), Some(doer), None) = (
            advice::plain(&draft.get("what")),
            domain,
            doer_of(&draft.get("doer")),
            refusal.get_untracked(),
        ) else {
            return;
        };
        let plan = plan_for(&seen.get_untracked(), goal, draft, new_plan);
        draft.set("plan", plan.to_string());
        let asked = AssignAction {
            command: draft.command.get_untracked(),
            plan,
            action: ActionId(draft.thing.get_untracked()),
            goal,
            what,
            domain,
            doer,
            due_on: day_of(&draft.get("due_on")),
        };
        sends(
            wish,
            draft,
            open,
            saved,
            "action-saved",
            api::plan::assign_action(case, asked),
        );
    };
    let goals = move || {
        let mut choices = vec![(String::new(), say("goal-no"))];
        let seen = seen.get();
        choices.extend(
            seen.goals
                .iter()
                .map(|goal| (goal.goal.to_string(), super::quoted(&goal.words.0))),
        );
        choices
    };
    let of = move |name| Of::new(draft, wish, name);
    view! {
        <Sheet title=say("action-title") open>
            <form class="form" on:submit=submit>
                {draft_notices(draft)}
                {text(of("what"), say("action-what"), say("action-example"))}
                <div class="row">
                    {one_of(of("doer"), say("doer"), Signal::derive(move || doer_choices(&seen.get())))}
                    {day(of("due_on"), say("due-label"))}
                </div>
                {one_of(of("domain"), say("domain"), Signal::derive(|| domain_choices("domain-choose")))}
                {one_of(of("goal"), say("action-goal"), Signal::derive(goals))}
                {unfulfilled(wish, draft, &["what", "doer", "due_on", "goal"])}
                <Send refusal busy=wish.busy>{say("action-give")}</Send>
            </form>
        </Sheet>
    }
}
