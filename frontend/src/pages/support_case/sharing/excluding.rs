//! Keeping a professional away from a case: while it stands the case does not exist for her.

use super::{Open, Place, dialog::Chooser};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    parts::{
        button::Send,
        dialog::{Sheet, open_while},
        field::{Of, lines, one_of},
        states::{draft_notices, unfulfilled},
    },
    words::say,
};
use contract::exclusion::Exclude;
use domain::words::{ExclusionId, WorkerId};
use leptos::{ev::SubmitEvent, prelude::*};

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
