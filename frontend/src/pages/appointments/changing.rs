//! Moving an appointment, giving it up, and saying what came of it: each with its reason.

use super::{
    Chosen, Open, Place,
    booking::{minutes, starts_at, when_fields},
};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    parts::{
        button::Send,
        dialog::{Sheet, open_while},
        field::{Of, lines, one_chip},
        states::{draft_notices, unfulfilled},
    },
    words::say,
};
use contract::{
    appointment::{CancelAppointment, MoveAppointment},
    contact::{Missed, NoteContact},
};
use domain::{appointment::Party, words::ContactId};
use leptos::{ev::SubmitEvent, prelude::*};

/// What came of one: the first unless another is chosen.
const CAME: [(&str, &str); 4] = [
    ("seen", "contact-came-held"),
    ("excused", "contact-came-excused"),
    ("absent", "contact-came-missed"),
    ("revoked", "appointment-came-revoked"),
];

/// The three sheets.
#[component]
pub(super) fn Sheets(place: Place) -> impl IntoView {
    let moving = open_while(place.open, |each| matches!(each, Open::Move(_)));
    let cancelling = open_while(place.open, |each| matches!(each, Open::Cancel(_)));
    let telling = open_while(place.open, |each| matches!(each, Open::Tell(_)));
    let chosen = move || match place.open.get_untracked() {
        Some(Open::Move(chosen) | Open::Cancel(chosen) | Open::Tell(chosen)) => Some(chosen),
        Some(Open::Book | Open::Reach(_) | Open::StopReach(_)) | None => None,
    };
    view! {
        <Sheet title=say("appointment-move") open=moving>
            {chosen().map(|chosen| view! { <MoveForm place chosen/> })}
        </Sheet>
        <Sheet title=say("appointment-cancel") open=cancelling>
            {chosen().map(|chosen| view! { <CancelForm place chosen/> })}
        </Sheet>
        <Sheet title=say("appointment-tell") open=telling>
            {chosen().map(|chosen| view! { <TellForm place chosen/> })}
        </Sheet>
    }
}

#[component]
fn MoveForm(place: Place, chosen: Chosen) -> impl IntoView {
    let about = format!("appointment.move.{}", chosen.appointment);
    let draft = Draft::open(place.desk.who().worker.0, &about);
    let wish = Wish::new();
    let asked = move || {
        Some(MoveAppointment {
            command: draft.command.get(),
            starts_at: starts_at(place, draft)?,
            minutes: minutes(draft, chosen.minutes),
            reason: advice::plain(&draft.get("reason"))?,
        })
    };
    let refusal = Signal::derive(move || asked().is_none().then(|| say("appointment-move-incomplete")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = asked() else { return };
        let sending = api::appointment::move_to(chosen.case, chosen.appointment, body);
        wish.send_draft(draft, sending, move |_| {
            draft.close();
            place.done("appointment-moved");
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {when_fields(draft, wish, chosen.minutes)}
            {lines(Of::new(draft, wish, "reason"), say("appointment-reason"), false, String::new())}
            {unfulfilled(wish, draft, &["reason"])}
            <Send refusal busy=wish.busy>{say("appointment-move")}</Send>
        </form>
    }
}

#[component]
fn CancelForm(place: Place, chosen: Chosen) -> impl IntoView {
    let about = format!("appointment.cancel.{}", chosen.appointment);
    let draft = Draft::open(place.desk.who().worker.0, &about);
    let wish = Wish::new();
    let by = move || match draft.get("by").as_str() {
        "service" => Party::Service,
        _ => Party::Person,
    };
    let asked = move || {
        Some(CancelAppointment {
            command: draft.command.get(),
            by: by(),
            reason: advice::plain(&draft.get("reason"))?,
        })
    };
    let refusal = Signal::derive(move || asked().is_none().then(|| say("reason-needed")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = asked() else { return };
        let sending = api::appointment::cancel(chosen.case, chosen.appointment, body);
        wish.send_draft(draft, sending, move |_| {
            draft.close();
            place.done("appointment-given-up");
        });
    };
    let parties = ["person", "service"].map(|party| (party, None, say(&format!("appointment-by-{party}"))));
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {one_chip(Of::new(draft, wish, "by"), say("appointment-by"), parties.to_vec())}
            {lines(Of::new(draft, wish, "reason"), say("appointment-reason"), false, String::new())}
            {unfulfilled(wish, draft, &["reason"])}
            <Send refusal busy=wish.busy>{say("appointment-cancel")}</Send>
        </form>
    }
}

/// What came of it is a contact; that the service could not hold it is its cancellation.
#[component]
fn TellForm(place: Place, chosen: Chosen) -> impl IntoView {
    let about = format!("appointment.tell.{}", chosen.appointment);
    let draft = Draft::open(place.desk.who().worker.0, &about);
    let wish = Wish::new();
    let revoked = move || draft.get("came") == "revoked";
    let refusal = Signal::derive(move || {
        (revoked() && advice::plain(&draft.get("shared")).is_none()).then(|| say("reason-needed"))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if refusal.get_untracked().is_some() {
            return;
        }
        let done = move |_| {
            draft.close();
            place.done("appointment-told");
        };
        let words = advice::plain(&draft.get("shared"));
        if let (true, Some(reason)) = (revoked(), words.clone()) {
            let body = CancelAppointment {
                command: draft.command.get_untracked(),
                by: Party::Service,
                reason,
            };
            wish.send_draft(
                draft,
                api::appointment::cancel(chosen.case, chosen.appointment, body),
                done,
            );
            return;
        }
        let missed = match draft.get("came").as_str() {
            "excused" => Some(Missed { excused: true }),
            "absent" => Some(Missed { excused: false }),
            _ => None,
        };
        let body = NoteContact {
            command: draft.command.get_untracked(),
            contact: ContactId(draft.thing.get_untracked()),
            kind: chosen.kind.as_contact(),
            occurred_at: None,
            with: Vec::new(),
            domains: Vec::new(),
            shared: words,
            private: None,
            words: None,
            missed,
            not_reached: None,
            appointment: Some(chosen.appointment),
        };
        wish.send_draft(draft, api::contact::note(chosen.case, body), done);
    };
    let came = CAME.map(|(came, words)| (came, None, say(words)));
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {one_chip(Of::new(draft, wish, "came"), say("contact-came"), came.to_vec())}
            {lines(Of::new(draft, wish, "shared"), say("contact-shared"), false, String::new())}
            {unfulfilled(wish, draft, &["shared"])}
            <div class="with-why">
                <Send refusal busy=wish.busy>{say("save")}</Send>
                <span class="why">{say("note-audience")}</span>
            </div>
        </form>
    }
}
