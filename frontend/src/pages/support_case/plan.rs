//! What was agreed: goals in her words, the actions that serve them, who does each and by when.

use super::{Form, complete::CompleteSheet};
use crate::{
    advice,
    desk::Desk,
    parts::{
        button::{Act, Weight},
        days,
        icon::{Shape, icon, small_icon},
        states::empty,
        weave,
    },
    words::{say, say_with},
};
use contract::support_case::{ActionView, CaseView, GoalView};
use domain::{
    plan::{Command, Progress},
    words::{ActionId, SupportCaseId},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The section.
#[component]
pub(crate) fn PlanSection(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    open: RwSignal<Option<Form>>,
    saved: Callback<String>,
) -> impl IntoView {
    let finishing = RwSignal::new(None::<ActionId>);
    view! {
        <section class="plan">
            <div class="head">
                <h2>{say("plan")}</h2>
                <Show when=move || seen.with(|case| case.writable)>
                    <div class="acts">
                        <Act on_act=Callback::new(move |()| open.set(Some(Form::Goal)))>{say("goal-agree")}</Act>
                        <Act on_act=Callback::new(move |()| open.set(Some(Form::Action)))>{say("action-assign")}</Act>
                    </div>
                </Show>
            </div>
            {move || {
                let case = seen.get();
                if case.goals.is_empty() && case.actions.is_empty() {
                    return empty("plan-none").into_any();
                }
                let goals = case.goals.iter().map(|goal| goal_lines(desk, &case, goal, finishing)).collect_view();
                let loose: Vec<_> = case.actions.iter().filter(|action| is_loose(action, &case)).collect();
                let loose = (!loose.is_empty())
                    .then(|| {
                        view! {
                            <li class="goal">
                                {(!case.goals.is_empty()).then(|| view! { <p class="strong">{say("actions-other")}</p> })}
                                <ul>{loose.into_iter().map(|action| action_line(desk, &case, action, finishing)).collect_view()}</ul>
                            </li>
                        }
                    });
                view! { <ul class="goals">{goals}{loose}</ul> }.into_any()
            }}
        </section>
        <CompleteSheet desk case seen finishing saved/>
    }
}

fn is_loose(action: &ActionView, case: &CaseView) -> bool {
    action
        .goal
        .is_none_or(|goal| case.goals.iter().all(|each| each.goal != goal))
}

fn goal_lines(
    desk: Desk,
    case: &CaseView,
    goal: &GoalView,
    finishing: RwSignal<Option<ActionId>>,
) -> impl IntoView + use<> {
    let actions = case
        .actions
        .iter()
        .filter(|action| action.goal == Some(goal.goal))
        .map(|action| action_line(desk, case, action, finishing))
        .collect_view();
    let target = goal
        .target_on
        .map(|day| say_with("goal-target", &[("date", days::full(day.0).into())]));
    let sign = goal
        .sign
        .as_ref()
        .map(|sign| say_with("goal-sign", &[("sign", (&sign.0).into())]));
    view! {
        <li class="goal" data-thread=goal.domain.code()>
            <div class="goal-head">
                {icon(weave::of(goal.domain.code()).shape)}
                <div>
                    <p class="quote small"><span class="unseen">{weave::name(goal.domain.code())} " "</span>{super::quoted(&goal.words.0)}</p>
                    <p class="mark">
                        {goal.reached.then(|| view! { <span class="ok">{say("goal-reached")}</span> " " })}
                        {sign}
                        {target.map(|target| view! { " " {target} })}
                    </p>
                </div>
            </div>
            <ul>{actions}</ul>
        </li>
    }
}

fn action_line(
    desk: Desk,
    case: &CaseView,
    action: &ActionView,
    finishing: RwSignal<Option<ActionId>>,
) -> impl IntoView + use<> {
    let id = action.action;
    let over = matches!(action.progress, Progress::Done | Progress::Abandoned);
    let late = action.late_days.filter(|_| !over);
    let (shape, key, class) = match (action.progress, late) {
        (Progress::Done, _) => (Shape::Done, "progress-done", "ok"),
        (Progress::Abandoned, _) => (Shape::Missed, "progress-abandoned", "calm"),
        (Progress::ToDo | Progress::Started, Some(_)) => (Shape::Clock, "progress-late", "now"),
        (Progress::Started, None) => (Shape::Write, "progress-started", ""),
        (Progress::ToDo, None) => (Shape::Hourglass, "progress-to_do", ""),
    };
    let state = say_with(key, &[("days", late.unwrap_or(0).into())]);
    let due = action.due_on.map_or_else(
        || say("to-be-agreed"),
        |day| say_with("due-before", &[("date", days::near(day.0, desk.today()).into())]),
    );
    let finish = (!over && case.writable && case.as_known_on.is_none()).then(|| {
        let command = Command::CompleteAction {
            action: id,
            result: None,
        };
        let refusal = advice::refusal(&case.rules_of(action.plan), &advice::asks(desk, desk.now(), command));
        let what = action.what.0.clone();
        view! {
            <Act weight=Weight::Plain refusal on_act=Callback::new(move |()| finishing.set(Some(id)))>
                {say("action-finish")}
                <span class="unseen">" " {what}</span>
            </Act>
        }
    });
    view! {
        <li class="action">
            <span class="what">
                <span class="strong">{action.what.0.clone()}</span>
                <span class="mark">
                    <span>{action.doer.name.0.clone()}</span>
                    " · "
                    {due}
                </span>
                {action.result.as_ref().map(|result| view! { <span class="mark">{result.0.clone()}</span> })}
            </span>
            <span class=format!("state {class}")>{small_icon(shape)}{state}</span>
            {finish}
        </li>
    }
}
