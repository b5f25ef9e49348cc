//! When she is away: told by its days alone. Why is not asked, and has no place here.

use crate::{
    api,
    asked::{Asked, Wish},
    desk::Desk,
    drafts::Draft,
    parts::{
        button::{Act, Send},
        days,
        field::{Of, day},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::workload::ahead::{AbsenceLine, DeclareAbsence, OwnLoad, WithdrawAbsence};
use domain::words::{AbsenceId, Day};
use leptos::{ev::SubmitEvent, prelude::*};
use std::sync::Arc;
use uuid::Uuid;

/// The section.
#[component]
pub(super) fn Absences(desk: Desk, seen: Signal<Arc<OwnLoad>>, asked: Asked<OwnLoad>) -> impl IntoView {
    let standing = Memo::new(move |_| seen.get().absences.clone());
    view! {
        <section aria-labelledby="own-absences">
            <h2 id="own-absences">{say("own-absences")}</h2>
            <p class="calm">{say("own-absences-says")}</p>
            {move || {
                let lines = standing.get().into_iter().map(|line| absence(desk, line, asked)).collect_view();
                view! { <ul class="lines">{lines}</ul> }
            }}
            <Form desk asked/>
        </section>
    }
}

fn absence(desk: Desk, line: AbsenceLine, asked: Asked<OwnLoad>) -> impl IntoView {
    let (wish, command) = (Wish::new(), Uuid::now_v7());
    let withdraw = Callback::new(move |()| {
        let asks = WithdrawAbsence { command, worker: None };
        wish.send(api::workload::withdraw_absence(line.absence, asks), move |_| {
            desk.toasts.show(say("own-absence-withdrawn"));
            asked.again();
        });
    });
    let span = [
        ("from", days::short_with_year(line.from.0).into()),
        ("until", days::short_with_year(line.until.0).into()),
    ];
    view! {
        <li>
            <span>{say_with("own-absence-span", &span)}</span>
            " "
            <Act on_act=withdraw busy=wish.busy>{say("own-absence-withdraw")}</Act>
            {unfulfilled(wish, None, &[])}
        </li>
    }
}

#[component]
fn Form(desk: Desk, asked: Asked<OwnLoad>) -> impl IntoView {
    let draft = Draft::open(desk.who().worker.0, "absence");
    let wish = Wish::new();
    let typed = move |field: &str| draft.get(field).parse().ok().map(Day);
    let refusal = Signal::derive(move || match (typed("from"), typed("until")) {
        (Some(from), Some(until)) if until < from => Some(say("own-absence-backwards")),
        (Some(_), Some(_)) => None,
        (None, _) | (_, None) => Some(say("own-absence-days")),
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (None, Some(from), Some(until)) = (refusal.get_untracked(), typed("from"), typed("until")) else {
            return;
        };
        let asks = DeclareAbsence {
            command: draft.command.get_untracked(),
            absence: AbsenceId(draft.thing.get_untracked()),
            worker: None,
            from,
            until,
        };
        wish.send_draft(draft, api::workload::declare_absence(asks), move |_| {
            draft.close();
            desk.toasts.show(say("own-absence-kept"));
            asked.again();
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <div class="two-days">
                {day(Of::new(draft, wish, "from"), say("own-absence-from"))}
                {day(Of::new(draft, wish, "until"), say("own-absence-until"))}
            </div>
            {unfulfilled(wish, draft, &["from", "until"])}
            <Send refusal busy=wish.busy>{say("own-absence-send")}</Send>
        </form>
    }
}
