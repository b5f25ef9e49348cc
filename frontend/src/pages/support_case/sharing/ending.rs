//! Ending what was passed on, and agreeing, or not, that the family was not told.

use super::{Open, Place, names, what_is_shared, with_whom};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    parts::{
        button::{Act, Send, Weight},
        dialog::{Sheet, open_while},
        field::{Of, lines, one_of},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::sharing::{EndSharing, SettleSharing, SharingLine};
use domain::words::SharingId;
use leptos::{ev::SubmitEvent, prelude::*};

/// The sheet that ends one.
#[component]
pub(super) fn EndSheet(place: Place) -> impl IntoView {
    let open = open_while(place.open, |what| matches!(what, Open::End(_)));
    view! {
        <Sheet title=say("share-end-title") open>
            {move || match place.open.get() {
                Some(Open::End(sharing)) => Some(view! { <EndForm place sharing open/> }),
                Some(_) | None => None,
            }}
        </Sheet>
    }
}

fn line_of(place: Place, sharing: SharingId) -> Option<SharingLine> {
    let list = place.list.seen.get_untracked()?;
    list.acts.iter().find(|line| line.sharing == sharing).cloned()
}

/// What will be closed, to whom.
fn told(line: Option<&SharingLine>, key: &str) -> String {
    let Some(line) = line else { return String::new() };
    let what = what_is_shared(&line.compartments, line.elements);
    say_with(key, &[("who", with_whom(line).into()), ("what", what.into())])
}

#[component]
fn EndForm(place: Place, sharing: SharingId, open: RwSignal<bool>) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &format!("end-sharing.{sharing}"));
    let wish = Wish::new();
    let says = told(line_of(place, sharing).as_ref(), "share-end-says");
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let asked = EndSharing {
            command: draft.command.get_untracked(),
            reason: advice::plain(&draft.get("reason")),
        };
        wish.send_draft(draft, api::sharing::end(place.case, sharing, asked), move |_| {
            draft.close();
            place.done("share-ended");
        });
    };
    let keep = Callback::new(move |()| open.set(false));
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{says}</p>
            {lines(Of::new(draft, wish, "reason"), say("share-end-reason"), false, String::new())}
            {unfulfilled(wish, draft, &["reason"])}
            <div class="with-why">
                <Send busy=wish.busy>{say("share-end-send")}</Send>
                <Act weight=Weight::Plain on_act=keep>{say("share-keep")}</Act>
            </div>
        </form>
    }
}

/// The sheet in which who answers for the service agrees, or not.
#[component]
pub(super) fn SettleSheet(place: Place) -> impl IntoView {
    let open = open_while(place.open, |what| matches!(what, Open::Settle(_)));
    view! {
        <Sheet title=say("share-settle-title") open>
            {move || match place.open.get() {
                Some(Open::Settle(sharing)) => Some(view! { <SettleForm place sharing/> }),
                Some(_) | None => None,
            }}
        </Sheet>
    }
}

#[component]
fn SettleForm(place: Place, sharing: SharingId) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &format!("settle-sharing.{sharing}"));
    let wish = Wish::new();
    let line = line_of(place, sharing);
    let says = told(line.as_ref(), "share-settle-says");
    let why = line
        .as_ref()
        .and_then(|line| line.withheld.clone())
        .map(|reason| reason.0);
    let to = line.map(|line| names(&line.recipients)).unwrap_or_default();
    let refusal = Signal::derive(move || match draft.get("verdict").as_str() {
        "agreed" => None,
        "declined" if advice::plain(&draft.get("declined")).is_some() => None,
        "declined" => Some(say("share-settle-no-reason")),
        _ => Some(say("share-settle-no-verdict")),
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if refusal.get_untracked().is_some() {
            return;
        }
        let declined = draft.get("verdict") == "declined";
        let asked = SettleSharing {
            command: draft.command.get_untracked(),
            declined: advice::plain(&draft.get("declined")).filter(|_| declined),
        };
        wish.send_draft(draft, api::sharing::settle(place.case, sharing, asked), move |_| {
            draft.close();
            place.done("share-settled");
        });
    };
    let of = move |name| Of::new(draft, wish, name);
    // Nothing is chosen beforehand: an agreement that costs one click would be none.
    let verdicts = Signal::derive(|| {
        [
            ("", "share-verdict-none"),
            ("agreed", "share-verdict-agreed"),
            ("declined", "share-verdict-declined"),
        ]
        .map(|(code, key)| (code.to_owned(), say(key)))
        .into()
    });
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{says}</p>
            <p class="mark">{to}</p>
            {why.map(|why| view! { <p>{say_with("shared-withheld", &[("reason", why.into())])}</p> })}
            {one_of(of("verdict"), say("share-verdict"), verdicts)}
            {move || (draft.get("verdict") == "declined").then(|| lines(of("declined"), say("share-decline-reason"), false, String::new()))}
            {unfulfilled(wish, draft, &["verdict", "declined"])}
            <Send refusal busy=wish.busy>{say("share-settle-send")}</Send>
        </form>
    }
}
