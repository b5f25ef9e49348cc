//! Taking a document back, or no longer asking for it.

use super::{Place, kinds};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    parts::{
        button::Send,
        field::{Of, lines},
        states::{draft_notices, unfulfilled},
    },
    words::say,
};
use contract::document::WithdrawDocument;
use domain::words::DocumentId;
use leptos::{ev::SubmitEvent, prelude::*};

#[component]
pub(super) fn WithdrawForm(place: Place, document: DocumentId) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&format!("withdraw.{document}")));
    let wish = Wish::new();
    let seen = place.document(document);
    let there = seen.as_ref().is_some_and(|each| each.there.is_some());
    let kind = seen.map(|each| kinds::kind_words(each.kind));
    let (what, does, done) = if there {
        ("documents-withdraw", "documents-withdraws", "documents-withdrawn")
    } else {
        ("documents-unask", "documents-unasks", "documents-unasked")
    };
    let wished = move || {
        Some(WithdrawDocument {
            command: draft.command.get(),
            reason: advice::plain(&draft.get("reason"))?,
        })
    };
    let refusal = Signal::derive(move || wished().is_none().then(|| say("reason-needed")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = wished() else { return };
        wish.send_draft(draft, api::document::withdraw(place.case, document, body), move |_| {
            draft.close();
            place.done(done);
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{say(what)} {kind.map(|kind| view! { " · " <strong>{kind}</strong> })}</p>
            {lines(Of::new(draft, wish, "reason"), say("documents-why"), false, String::new())}
            {unfulfilled(wish, draft, &["reason"])}
            <Send refusal busy=wish.busy>{say(does)}</Send>
        </form>
    }
}
