//! Asking for a document.

use super::{Place, kinds};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    pages::support_case::forms::day_of,
    parts::{
        button::Send,
        field::{Of, day, text},
        states::{draft_notices, unfulfilled},
    },
    words::say,
};
use contract::document::RequestDocument;
use domain::words::DocumentId;
use leptos::{ev::SubmitEvent, prelude::*};

#[component]
pub(super) fn AskForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about("ask"));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let wished = move || {
        let chosen = kinds::chosen(place, draft)?;
        Some(RequestDocument {
            command: draft.command.get(),
            document: DocumentId(draft.thing.get()),
            about: chosen.about,
            kind: chosen.kind,
            domain: chosen.domain,
            from: advice::plain(&draft.get("from")),
            due_on: day_of(&draft.get("due_on")),
        })
    };
    let refusal = Signal::derive(move || wished().is_none().then(|| say("documents-domain-needed")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = wished() else { return };
        wish.send_draft(draft, api::document::request(place.case, body), move |_| {
            draft.close();
            place.done("documents-asked");
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p class="calm">{say("documents-ask-says")}</p>
            {kinds::fields(place, draft, wish)}
            {text(of("from"), say("documents-whom"), say("documents-whom-example"))}
            {day(of("due_on"), say("documents-due-on"))}
            {unfulfilled(wish, draft, &["from", "due_on", "kind", "about", "domain"])}
            <Send refusal busy=wish.busy>{say("documents-asks")}</Send>
        </form>
    }
}
