//! Depositing a document: as what was asked for, by itself, or in the place of an older one.

use super::{
    Place,
    file::{self, Picked},
    kinds::{self, Chosen},
};
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
use contract::document::{DepositDocument, RenewDocument};
use domain::words::DocumentId;
use leptos::{ev::SubmitEvent, prelude::*};

/// The fields of a deposit of what was asked for.
const DRAWN: &[&str] = &["content", "title", "valid_until"];
/// The fields where it is chosen too what it is.
const CHOSEN: &[&str] = &["content", "title", "valid_until", "kind", "about", "domain"];

#[component]
pub(super) fn DepositForm(place: Place, awaited: Option<DocumentId>) -> impl IntoView {
    let named = awaited.map_or_else(|| "deposit".to_owned(), |document| format!("deposit.{document}"));
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&named));
    let wish = Wish::new();
    let picked = picked(place, wish);
    let asked_for = awaited.and_then(|document| place.document(document));
    let heading = asked_for.as_ref().map(|each| kinds::kind_words(each.kind));
    let what = asked_for.as_ref().map(|each| (each.about, each.kind, each.domain));
    let chosen = move || match what {
        Some((about, kind, domain)) => Some(Chosen { about, kind, domain }),
        None => kinds::chosen(place, draft),
    };
    let wished = move || {
        let chosen = chosen()?;
        Some(DepositDocument {
            command: draft.command.get(),
            document: awaited.unwrap_or(DocumentId(draft.thing.get())),
            about: chosen.about,
            kind: chosen.kind,
            domain: chosen.domain,
            title: advice::plain(&draft.get("title")),
            valid_until: day_of(&draft.get("valid_until")),
        })
    };
    let refusal = Signal::derive(move || {
        let domain = wished().is_none().then(|| say("documents-domain-needed"));
        domain.or_else(|| picked.refusal())
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(body), Some(file)) = (wished(), picked.file()) else {
            return;
        };
        // What was sent once keeps its names, also where nothing was typed: sent again, it is the same piece.
        draft.set("kind", body.kind.code().to_owned());
        wish.send_draft(draft, api::document::deposit(place.case, body, file), move |_| {
            draft.close();
            place.done("documents-deposited");
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {match heading {
                Some(kind) => view! { <p class="strong">{kind}</p> }.into_any(),
                None => kinds::fields(place, draft, wish).into_any(),
            }}
            {file::field(picked)}
            {said(draft, wish)}
            // What is not drawn here has no field at which its fault could stand.
            {unfulfilled(wish, draft, if awaited.is_some() { DRAWN } else { CHOSEN })}
            <Send refusal busy=wish.busy>{say("documents-deposits")}</Send>
        </form>
    }
}

#[component]
pub(super) fn RenewForm(place: Place, document: DocumentId) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&format!("renew.{document}")));
    let wish = Wish::new();
    let picked = picked(place, wish);
    let kind = place.document(document).map(|each| kinds::kind_words(each.kind));
    let refusal = Signal::derive(move || picked.refusal());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(file) = picked.file() else { return };
        let body = RenewDocument {
            command: draft.command.get(),
            title: advice::plain(&draft.get("title")),
            valid_until: day_of(&draft.get("valid_until")),
        };
        wish.send_draft(
            draft,
            api::document::renew(place.case, document, body, file),
            move |_| {
                draft.close();
                place.done("documents-renewed");
            },
        );
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {kind.map(|kind| view! { <p class="strong">{kind}</p> })}
            {file::field(picked)}
            {said(draft, wish)}
            {unfulfilled(wish, draft, &["content", "title", "valid_until"])}
            <Send refusal busy=wish.busy>{say("documents-renews")}</Send>
        </form>
    }
}

fn picked(place: Place, wish: Wish) -> Picked {
    Picked::new(wish, place.seen.with_untracked(|seen| seen.largest_bytes))
}

/// What is said of a file: in words, and until when it is good.
fn said(draft: Draft, wish: Wish) -> impl IntoView {
    let of = move |name| Of::new(draft, wish, name);
    view! {
        {text(of("title"), say("documents-words"), say("documents-words-example"))}
        {day(of("valid_until"), say("documents-until"))}
        <p class="mark">{say("documents-until-more")}</p>
    }
}
