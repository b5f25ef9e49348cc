//! Keeping a professional away from a case, and letting her back: while it stands the case does not exist for her.

use super::{Open, Place, dialog::Chooser};
use crate::{
    advice, api,
    asked::{Asked, Wish},
    drafts::Draft,
    parts::{
        button::{Act, Send, Weight},
        days,
        dialog::{Sheet, open_while},
        field::{Of, lines, one_of},
        states::{draft_notices, loaded, stale, unfulfilled},
    },
    words::{say, say_with},
};
use contract::exclusion::{Exclude, ExclusionLine, ExclusionList, LiftExclusion};
use domain::words::{ExclusionId, WorkerId};
use leptos::{ev::SubmitEvent, prelude::*};

/// Who is kept away now, for who may keep somebody away.
#[component]
pub(super) fn KeptAway(place: Place) -> impl IntoView {
    let asked = Asked::new(move || {
        place.list.seen.track();
        api::sharing::kept_away(place.case)
    });
    let lifting = RwSignal::new(None::<ExclusionId>);
    let open = Callback::new(move |()| place.open.set(Some(Open::Exclude)));
    view! {
        <h3>{say("kept-away-title")}</h3>
        {stale(asked)}
        {loaded(asked, "kept-away-waiting", move |list| view! { {move || kept_away(&list.get(), lifting)} })}
        <div class="with-why"><Act on_act=open>{say("exclude-open")}</Act></div>
        <LiftSheet place asked lifting/>
    }
}

fn kept_away(list: &ExclusionList, lifting: RwSignal<Option<ExclusionId>>) -> AnyView {
    if list.exclusions.is_empty() {
        return view! { <p class="calm">{say("kept-away-none")}</p> }.into_any();
    }
    let lines = list
        .exclusions
        .iter()
        .map(|line| exclusion(line, lifting))
        .collect_view();
    view! { <ul class="lines">{lines}</ul> }.into_any()
}

fn exclusion(line: &ExclusionLine, lifting: RwSignal<Option<ExclusionId>>) -> impl IntoView + use<> {
    let id = line.exclusion;
    let lift = Callback::new(move |()| lifting.set(Some(id)));
    let since = days::full(days::day_of(line.since));
    let set = match &line.set_by {
        Some(worker) => say_with(
            "kept-away-since-by",
            &[("date", since.into()), ("name", (&worker.name.0).into())],
        ),
        None => say_with("kept-away-since", &[("date", since.into())]),
    };
    view! {
        <li class="shared-line">
            <strong>{line.worker.name.0.clone()}", "{line.worker.service.name.clone()}</strong>
            <span>{line.reason.0.clone()}</span>
            <span class="mark">{set}</span>
            <span class="with-why"><Act on_act=lift>{say("lift-open")}</Act></span>
        </li>
    }
}

/// The sheet in which somebody is let back.
#[component]
fn LiftSheet(place: Place, asked: Asked<ExclusionList>, lifting: RwSignal<Option<ExclusionId>>) -> impl IntoView {
    let open = open_while(lifting, |_| true);
    view! {
        <Sheet title=say("lift-title") open>
            {move || lifting.get().map(|exclusion| view! { <LiftForm place asked exclusion lifting/> })}
        </Sheet>
    }
}

#[component]
fn LiftForm(
    place: Place,
    asked: Asked<ExclusionList>,
    exclusion: ExclusionId,
    lifting: RwSignal<Option<ExclusionId>>,
) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &format!("lift-exclusion.{exclusion}"));
    let wish = Wish::new();
    let named = asked.seen.with_untracked(|list| {
        let line = list
            .as_ref()?
            .exclusions
            .iter()
            .find(|line| line.exclusion == exclusion)?;
        Some(line.worker.name.0.clone())
    });
    let says = named.map(|name| say_with("lift-says", &[("name", name.into())]));
    let refusal = Signal::derive(move || {
        advice::plain(&draft.get("reason"))
            .is_none()
            .then(|| say("exclude-no-reason"))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(reason) = advice::plain(&draft.get("reason")) else {
            return;
        };
        let lift = LiftExclusion {
            command: draft.command.get_untracked(),
            reason,
        };
        wish.send_draft(draft, api::sharing::let_back(place.case, exclusion, lift), move |_| {
            draft.close();
            lifting.set(None);
            place.done("lift-saved");
        });
    };
    let keep = Callback::new(move |()| lifting.set(None));
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{says}</p>
            {lines(Of::new(draft, wish, "reason"), say("lift-reason"), false, say("lift-reason-example"))}
            {unfulfilled(wish, draft, &["reason"])}
            <div class="with-why">
                <Send refusal busy=wish.busy>{say("lift-send")}</Send>
                <Act weight=Weight::Plain on_act=keep>{say("lift-keep")}</Act>
            </div>
        </form>
    }
}

/// The sheet.
#[component]
pub(super) fn ExcludeSheet(place: Place) -> impl IntoView {
    let open = open_while(place.open, |what| *what == Open::Exclude);
    view! {
        <Sheet title=say("exclude-title") open>
            {move || (place.open.get() == Some(Open::Exclude)).then(|| view! { <ExcludeForm place/> })}
        </Sheet>
    }
}

#[component]
fn ExcludeForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &format!("exclude.{}", place.case));
    let wish = Wish::new();
    let chooser = Chooser::new(draft, "service");
    let chosen = move || draft.get("worker").parse().ok().map(WorkerId);
    let refusal = Signal::derive(move || match (chosen(), advice::plain(&draft.get("reason"))) {
        (None, _) => Some(say("exclude-nobody")),
        (Some(_), None) => Some(say("exclude-no-reason")),
        (Some(_), Some(_)) => None,
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(worker), Some(reason)) = (chosen(), advice::plain(&draft.get("reason"))) else {
            return;
        };
        let asked = Exclude {
            command: draft.command.get_untracked(),
            exclusion: ExclusionId(draft.thing.get_untracked()),
            worker,
            reason,
        };
        wish.send_draft(draft, api::sharing::exclude(place.case, asked), move |_| {
            draft.close();
            place.done("exclude-saved");
        });
    };
    let of = move |name| Of::new(draft, wish, name);
    let people = Signal::derive(move || {
        let mut choices = vec![(String::new(), say("choose-person"))];
        choices.extend(
            chooser
                .people()
                .iter()
                .map(|worker| (worker.worker.to_string(), worker.name.0.clone())),
        );
        choices
    });
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{say("exclude-says")}</p>
            {one_of(of("service"), say("share-service"), chooser.services("share-service-none"))}
            {one_of(of("worker"), say("exclude-whom"), people)}
            {lines(of("reason"), say("exclude-reason"), false, say("exclude-reason-example"))}
            {unfulfilled(wish, draft, &["worker", "reason"])}
            <Send refusal busy=wish.busy>{say("exclude-send")}</Send>
        </form>
    }
}
