//! Writing on a case: name a strength, agree a goal, give an action. Each text is a draft until the server has kept it.

use super::Form;
use crate::{
    advice, api,
    asked::Wish,
    desk::Desk,
    drafts::{Draft, Draftable},
    parts::{
        button::Send,
        dialog::Sheet,
        field::{Line, Lines, OneChip, OneOf},
        states::unfulfilled,
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
use serde::{Deserialize, Serialize};
use std::{future::Future, sync::Arc};
use uuid::Uuid;

/// Whether one form of the page is open, as a signal of its own.
pub(crate) fn open_as(open: RwSignal<Option<Form>>, form: Form) -> RwSignal<bool> {
    let mine = RwSignal::new(false);
    Effect::new(move |_| mine.set(open.get() == Some(form)));
    Effect::new(move |_| {
        if !mine.get() && open.get_untracked() == Some(form) {
            open.set(None);
        }
    });
    mine
}

/// What becomes of a draft that was sent: kept, told, closed.
pub(crate) fn sends<T: Draftable>(
    wish: Wish,
    draft: Draft<T>,
    open: RwSignal<bool>,
    saved: Callback<String>,
    told: &'static str,
    sending: impl Future<Output = api::Answer<Accepted>> + 'static,
) {
    wish.send(sending, move |_| {
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

/// Whether the one who acts is of the family.
pub(crate) fn is_person(doer: &Doer) -> bool {
    matches!(doer, Doer::Person(_))
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
    }))
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct StrengthWords {
    text: String,
    by: String,
    domain: String,
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
    let draft = Draft::<StrengthWords>::open(desk.who().worker.0, &format!("strength.{case}"));
    let words = draft.words;
    let wish = Wish::new();
    let refusal = Signal::derive(move || {
        let typed = words.get();
        let Some(command) = strength_command(case, &typed.text, typed.by == "person", domain_of(&typed.domain)) else {
            return Some(say("strength-empty"));
        };
        advice::refusal(&seen.get().rules, &advice::asks(desk, desk.now(), command))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = words.get_untracked();
        let (Some(text), None) = (advice::plain(&typed.text), refusal.get_untracked()) else {
            return;
        };
        let asked = IdentifyStrength {
            command: draft.command.get_untracked(),
            strength: TraitId(draft.thing.get_untracked()),
            text,
            named_by: if typed.by == "person" {
                Voice::Person
            } else {
                Voice::Worker
            },
            domain: domain_of(&typed.domain),
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
    view! {
        <Sheet title=say("strength-title") open>
            <form class="form" on:submit=submit>
                <Line
                    label=say("strength-text")
                    name="text"
                    value=Signal::derive(move || words.get().text)
                    fault=Signal::derive(move || wish.failure.get().and_then(|failure| failure.at_field("text")))
                    example=say("strength-example")
                    on_input=Callback::new(move |text| draft.change(|words| words.text = text))
                />
                <OneChip
                    label=say("named-by")
                    of=vec![
                        ("worker".to_owned(), None, say("named-by-us")),
                        ("person".to_owned(), None, say("named-by-her")),
                    ]
                    value=Signal::derive(move || if words.get().by == "person" { "person".to_owned() } else { "worker".to_owned() })
                    on_input=Callback::new(move |by| draft.change(|words| words.by = by))
                />
                <OneOf
                    label=say("domain")
                    name="domain"
                    of=Signal::derive(|| domain_choices("domain-none"))
                    value=Signal::derive(move || words.get().domain)
                    on_input=Callback::new(move |domain| draft.change(|words| words.domain = domain))
                />
                {unfulfilled(wish, &["text"])}
                <Send refusal busy=wish.busy>{say("save")}</Send>
            </form>
        </Sheet>
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct GoalWords {
    words: String,
    domain: String,
    sign: String,
    target_on: String,
}

/// Agreeing a goal in her words.
#[component]
pub(crate) fn GoalSheet(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    open: RwSignal<Option<Form>>,
    saved: Callback<String>,
) -> impl IntoView {
    let open = open_as(open, Form::Goal);
    let draft = Draft::<GoalWords>::open(desk.who().worker.0, &format!("goal.{case}"));
    let new_plan = Uuid::now_v7();
    let words = draft.words;
    let wish = Wish::new();
    let refusal = Signal::derive(move || {
        let typed = words.get();
        let Some(text) = advice::text(&typed.words, case) else {
            return Some(say("goal-empty"));
        };
        let Some(domain) = domain_of(&typed.domain) else {
            return Some(say("domain-needed"));
        };
        let command = plan::Command::AgreeGoal {
            support_case: case,
            goal: GoalId(draft.thing.get()),
            words: text,
            domain,
            sign: advice::text(&typed.sign, case),
            target_on: day_of(&typed.target_on),
        };
        advice::refusal(&seen.get().plan_rules, &advice::asks(desk, desk.now(), command))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = words.get_untracked();
        let (Some(said), Some(domain), None) = (
            advice::plain(&typed.words),
            domain_of(&typed.domain),
            refusal.get_untracked(),
        ) else {
            return;
        };
        let asked = AgreeGoal {
            command: draft.command.get_untracked(),
            plan: seen.get_untracked().plan.unwrap_or(PlanId(new_plan)),
            goal: GoalId(draft.thing.get_untracked()),
            words: said,
            domain,
            sign: advice::plain(&typed.sign),
            target_on: day_of(&typed.target_on),
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
    view! {
        <Sheet title=say("goal-title") open>
            <form class="form" on:submit=submit>
                <Lines
                    label=say("goal-words")
                    name="words"
                    voiced=true
                    value=Signal::derive(move || words.get().words)
                    fault=Signal::derive(move || wish.failure.get().and_then(|failure| failure.at_field("words")))
                    example=say("goal-example")
                    on_input=Callback::new(move |text| draft.change(|words| words.words = text))
                />
                <OneOf
                    label=say("domain")
                    name="domain"
                    of=Signal::derive(|| domain_choices("domain-choose"))
                    value=Signal::derive(move || words.get().domain)
                    on_input=Callback::new(move |domain| draft.change(|words| words.domain = domain))
                />
                <Line
                    label=say("goal-sign-label")
                    name="sign"
                    value=Signal::derive(move || words.get().sign)
                    on_input=Callback::new(move |text| draft.change(|words| words.sign = text))
                />
                <Line
                    label=say("goal-target-label")
                    name="target_on"
                    kind="date"
                    value=Signal::derive(move || words.get().target_on)
                    fault=Signal::derive(move || wish.failure.get().and_then(|failure| failure.at_field("target_on")))
                    on_input=Callback::new(move |text| draft.change(|words| words.target_on = text))
                />
                {unfulfilled(wish, &["words", "target_on"])}
                <Send refusal busy=wish.busy>{say("save")}</Send>
            </form>
        </Sheet>
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct ActionWords {
    what: String,
    domain: String,
    doer: String,
    due_on: String,
    goal: String,
}

/// Giving an action to one doer.
#[component]
pub(crate) fn ActionSheet(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    open: RwSignal<Option<Form>>,
    saved: Callback<String>,
) -> impl IntoView {
    let open = open_as(open, Form::Action);
    let draft = Draft::<ActionWords>::open(desk.who().worker.0, &format!("action.{case}"));
    let new_plan = Uuid::now_v7();
    let words = draft.words;
    let wish = Wish::new();
    let fault = move |field: &'static str| {
        Signal::derive(move || wish.failure.get().and_then(|failure| failure.at_field(field)))
    };
    let wanted = move |typed: &ActionWords| {
        let goal = typed.goal.parse::<Uuid>().ok().map(GoalId);
        let domain = domain_of(&typed.domain).or_else(|| {
            seen.get_untracked()
                .goals
                .iter()
                .find(|each| Some(each.goal) == goal)
                .map(|each| each.domain)
        });
        (goal, domain, doer_of(&typed.doer), day_of(&typed.due_on))
    };
    let refusal = Signal::derive(move || {
        let typed = words.get();
        let (goal, domain, doer, due_on) = wanted(&typed);
        let Some(what) = advice::text(&typed.what, case) else {
            return Some(say("action-empty"));
        };
        let Some(doer) = doer else {
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
            due_on,
        };
        advice::refusal(&seen.get().plan_rules, &advice::asks(desk, desk.now(), command))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = words.get_untracked();
        let (goal, domain, doer, due_on) = wanted(&typed);
        let (Some(what), Some(domain), Some(doer), None) =
            (advice::plain(&typed.what), domain, doer, refusal.get_untracked())
        else {
            return;
        };
        let asked = AssignAction {
            command: draft.command.get_untracked(),
            plan: seen.get_untracked().plan.unwrap_or(PlanId(new_plan)),
            action: ActionId(draft.thing.get_untracked()),
            goal,
            what,
            domain,
            doer,
            due_on,
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
        choices.extend(
            seen.get()
                .goals
                .iter()
                .map(|goal| (goal.goal.to_string(), super::quoted(&goal.words.0))),
        );
        choices
    };
    view! {
        <Sheet title=say("action-title") open>
            <form class="form" on:submit=submit>
                <Line
                    label=say("action-what")
                    name="what"
                    value=Signal::derive(move || words.get().what)
                    fault=fault("what")
                    example=say("action-example")
                    on_input=Callback::new(move |text| draft.change(|words| words.what = text))
                />
                <div class="row">
                    <OneOf
                        label=say("doer")
                        name="doer"
                        of=Signal::derive(move || doer_choices(&seen.get()))
                        value=Signal::derive(move || words.get().doer)
                        fault=fault("doer")
                        on_input=Callback::new(move |doer| draft.change(|words| words.doer = doer))
                    />
                    <Line
                        label=say("due-label")
                        name="due_on"
                        kind="date"
                        value=Signal::derive(move || words.get().due_on)
                        fault=fault("due_on")
                        on_input=Callback::new(move |text| draft.change(|words| words.due_on = text))
                    />
                </div>
                <OneOf
                    label=say("domain")
                    name="domain"
                    of=Signal::derive(|| domain_choices("domain-choose"))
                    value=Signal::derive(move || words.get().domain)
                    on_input=Callback::new(move |domain| draft.change(|words| words.domain = domain))
                />
                <OneOf
                    label=say("action-goal")
                    name="goal"
                    of=Signal::derive(goals)
                    value=Signal::derive(move || words.get().goal)
                    fault=fault("goal")
                    on_input=Callback::new(move |goal| draft.change(|words| words.goal = goal))
                />
                {unfulfilled(wish, &["what", "doer", "due_on", "goal"])}
                <Send refusal busy=wish.busy>{say("action-give")}</Send>
            </form>
        </Sheet>
    }
}
