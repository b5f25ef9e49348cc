//! Opening a case in an emergency: what that means is said before, and why is written first.

use crate::{
    advice, api,
    asked::Wish,
    desk::Desk,
    drafts::Draft,
    parts::{
        button::Send,
        dialog::{Sheet, open_while},
        field::{Of, lines},
        states::{draft_notices, unfulfilled},
    },
    route::Route,
    way::go,
    words::say,
};
use contract::exceptional_access::OpenExceptionally;
use domain::{
    exceptional_access::Need,
    words::{AccessId, SupportCaseId},
};
use leptos::{ev::SubmitEvent, prelude::*};

/// The sheet, open while a case is about to be opened.
#[component]
pub(super) fn EmergencySheet(desk: Desk, opening: RwSignal<Option<SupportCaseId>>) -> impl IntoView {
    let open = open_while(opening, |_| true);
    view! {
        <Sheet title=say("emergency-open") open>
            {move || opening.get().map(|case| view! { <EmergencyForm desk case/> })}
        </Sheet>
    }
}

#[component]
fn EmergencyForm(desk: Desk, case: SupportCaseId) -> impl IntoView {
    let draft = Draft::open(desk.who().worker.0, &format!("emergency.{case}"));
    let wish = Wish::new();
    let refusal = Signal::derive(move || {
        advice::plain(&draft.get("reason"))
            .is_none()
            .then(|| say("emergency-no-reason"))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(reason) = advice::plain(&draft.get("reason")) else {
            return;
        };
        let asked = OpenExceptionally {
            command: draft.command.get_untracked(),
            access: AccessId(draft.thing.get_untracked()),
            support_case: case,
            need: Need::Emergency,
            reason,
        };
        wish.send_draft(draft, api::exceptional_access::open(asked), move |_| {
            draft.close();
            go(Route::Case(case.0));
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{say("emergency-says")}</p>
            {lines(Of::new(draft, wish, "reason"), say("emergency-reason"), false, say("emergency-reason-example"))}
            {unfulfilled(wish, draft, &["reason"])}
            <Send refusal busy=wish.busy>{say("emergency-send")}</Send>
        </form>
    }
}
