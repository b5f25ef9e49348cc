//! Who is around the family: who answers for the case, who joins, who leaves.

use super::{Open, Place};
use crate::{
    advice, api,
    asked::{Asked, Wish},
    drafts::Draft,
    pages::support_case::forms::day_of,
    parts::{
        button::{Act, Send, Weight},
        days,
        dialog::{Sheet, open_while},
        field::{Of, day, lines, one_of, text, threads},
        states::{draft_notices, unfulfilled},
        weave::WEAVES,
    },
    words::{say, say_with},
};
use contract::{
    course::{HandOver, JoinTeam, LeaveTeam},
    sharing::Professionals,
    support_case::{AroundView, CaseView},
};
use domain::{
    support_case::Phase,
    words::{DomainOfLife, WorkerId},
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

/// The section.
#[component]
pub(super) fn Around(place: Place) -> impl IntoView {
    let seen = place.seen;
    let joining = open_while(place.open, |each| *each == Open::Join);
    let passing = open_while(place.open, |each| *each == Open::HandOver);
    let leaving = open_while(place.open, |each| matches!(each, Open::Leave(_)));
    let acting = move || seen.with(|case| case.acts && matches!(case.rules.phase, Phase::Open(_)));
    let lines = move || {
        let case = seen.get();
        let around = case
            .around
            .iter()
            .map(|each| line(place, each, acting()))
            .collect_view();
        let nobody = case
            .rules
            .referent
            .is_none()
            .then(|| view! { <p class="now">{say("around-no-referent")}</p> });
        view! { {nobody} <ul class="lines">{around}</ul> }
    };
    let passes = move || {
        if seen.with(|case| case.rules.referent.is_some()) {
            say("around-hand-over")
        } else {
            say("around-appoint")
        }
    };
    view! {
        <section class="meetings">
            <h2>{say("around-title")}</h2>
            {lines}
            <Show when=acting>
                <div class="acts">
                    <Act on_act=place.opens(Open::Join)>{say("around-join")}</Act>
                    <Act on_act=place.opens(Open::HandOver)>{passes}</Act>
                </div>
            </Show>
            <Sheet title=say("around-join") open=joining><JoinForm place/></Sheet>
            <Sheet title=say("around-hand-over") open=passing><HandOverForm place/></Sheet>
            <Sheet title=say("around-leave") open=leaving>
                {place.open.get_untracked().and_then(who_leaves).map(|worker| view! { <LeaveForm place worker/> })}
            </Sheet>
        </section>
    }
}

fn who_leaves(open: Open) -> Option<WorkerId> {
    if let Open::Leave(worker) = open {
        Some(worker)
    } else {
        None
    }
}

fn line(place: Place, each: &AroundView, acting: bool) -> impl IntoView + use<> {
    let worker = each.worker.worker;
    let name = format!("{}, {}", each.worker.name.0, each.worker.service.name);
    let since = each
        .since
        .map(|day| say_with("around-since", &[("date", days::full(day.0).into())]));
    let until = each
        .until
        .map(|day| say_with("around-until", &[("date", days::full(day.0).into())]));
    let what = if each.referent {
        Some(say("around-referent"))
    } else {
        each.function.as_ref().map(|words| words.0.clone())
    };
    let described = [what, since, until]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let member = place.seen.with_untracked(|case| case.rules.team.contains(&worker));
    let whose = each.worker.name.0.clone();
    let leaves = (acting && member).then(move || {
        view! {
            <Act weight=Weight::Plain on_act=place.opens(Open::Leave(worker))>
                {say("around-leaves")}
                <span class="unseen">" " {whose}</span>
            </Act>
        }
    });
    view! { <li class="course-line"><p><strong>{name}</strong> " " <span class="mark">{described}</span></p>{leaves}</li> }
}

/// Colleagues of the service of who writes.
fn colleagues(place: Place) -> Asked<Professionals> {
    let service = place.desk.who().service.service;
    Asked::new(move || api::sharing::professionals(service))
}

/// Those of them of whom something holds, as choices after an empty one.
fn choices(
    asked: Asked<Professionals>,
    place: Place,
    fits: impl Fn(&CaseView, WorkerId) -> bool + Send + Sync + 'static,
) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        let mut all = vec![(String::new(), say("choose-person"))];
        let case = place.seen.get();
        asked.seen.with(|seen| {
            let workers = seen.iter().flat_map(|seen| &seen.workers);
            let fitting = workers.filter(|each| fits(&case, each.worker));
            all.extend(fitting.map(|each| (each.worker.to_string(), each.name.0.clone())));
        });
        all
    })
}

fn worker_of(draft: Draft, field: &str) -> Option<WorkerId> {
    draft.get(field).parse::<Uuid>().ok().map(WorkerId)
}

#[component]
fn JoinForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about("join"));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let asked = colleagues(place);
    let others = choices(asked, place, |case, worker| !case.rules.team.contains(&worker));
    let wished = move || {
        let chosen = draft.list("scope");
        let named = |domain: &DomainOfLife| chosen.iter().any(|code| code == domain.code());
        Some(JoinTeam {
            command: draft.command.get(),
            worker: worker_of(draft, "worker")?,
            function: advice::plain(&draft.get("function")),
            scope: DomainOfLife::ALL.into_iter().filter(named).collect(),
            until: day_of(&draft.get("until")),
        })
    };
    let refusal = Signal::derive(move || wished().is_none().then(|| say("around-whom")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = wished() else { return };
        wish.send_draft(draft, api::course::join(place.case, body), move |_| {
            draft.close();
            place.done("around-joined");
        });
    };
    let codes: Vec<&'static str> = WEAVES.iter().map(|weave| weave.code).collect();
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p class="calm">{say("around-join-says")}</p>
            {one_of(of("worker"), say("around-worker"), others)}
            {text(of("function"), say("around-function"), say("around-function-example"))}
            {threads(of("scope"), say("around-scope"), &codes)}
            {day(of("until"), say("around-until-label"))}
            {unfulfilled(wish, draft, &["worker", "function", "until"])}
            <Send refusal busy=wish.busy>{say("around-join")}</Send>
        </form>
    }
}

#[component]
fn HandOverForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about("hand_over"));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let asked = colleagues(place);
    let others = choices(asked, place, |case, worker| case.rules.referent != Some(worker));
    let from = place.seen.with_untracked(|case| case.rules.referent);
    let wished = move || {
        Some(HandOver {
            command: draft.command.get(),
            from,
            to: worker_of(draft, "to")?,
            reason: advice::plain(&draft.get("reason")),
            met_on: day_of(&draft.get("met_on")),
        })
    };
    let refusal = Signal::derive(move || wished().is_none().then(|| say("around-whom")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = wished() else { return };
        wish.send_draft(draft, api::course::hand_over(place.case, body), move |_| {
            draft.close();
            place.done("around-handed-over");
        });
    };
    let more = from.is_some().then(|| {
        view! {
            {lines(of("reason"), say("around-why"), false, String::new())}
            {day(of("met_on"), say("around-met-on"))}
            <p class="mark">{say("around-met-says")}</p>
        }
    });
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p class="calm">{say("around-hand-over-says")}</p>
            {one_of(of("to"), say("around-worker"), others)}
            {more}
            {unfulfilled(wish, draft, &["to", "reason", "met_on"])}
            <Send refusal busy=wish.busy>{say("around-hand-over")}</Send>
        </form>
    }
}

#[component]
fn LeaveForm(place: Place, worker: WorkerId) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&format!("leave.{worker}")));
    let wish = Wish::new();
    let name = place.seen.with_untracked(|case| {
        let each = case.around.iter().find(|each| each.worker.worker == worker);
        each.map_or_else(String::new, |each| each.worker.name.0.clone())
    });
    let wished = move || LeaveTeam {
        command: draft.command.get(),
        reason: advice::plain(&draft.get("reason")),
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        wish.send_draft(draft, api::course::leave(place.case, worker, wished()), move |_| {
            draft.close();
            place.done("around-left");
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p class="calm">{say_with("around-leave-says", &[("name", (&name).into())])}</p>
            {lines(Of::new(draft, wish, "reason"), say("around-why"), false, String::new())}
            {unfulfilled(wish, draft, &["reason"])}
            <Send busy=wish.busy>{say("around-leave")}</Send>
        </form>
    }
}
