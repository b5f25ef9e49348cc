//! The review of an access: was it needed?

use crate::{
    advice, api,
    asked::{Asked, Wish},
    desk::Desk,
    drafts::Draft,
    parts::{
        button::Send,
        dialog::{Sheet, open_while},
        field::{Of, lines, one_of},
        states::{draft_notices, unfulfilled},
    },
    words::say,
};
use contract::exceptional_access::{AccessList, ReviewAccess};
use domain::{exceptional_access::Finding, words::AccessId};
use leptos::{ev::SubmitEvent, prelude::*};

/// The sheet, open while an access is reviewed.
#[component]
pub(super) fn ReviewSheet(
    desk: Desk,
    reviewing: RwSignal<Option<AccessId>>,
    asked: Asked<AccessList>,
) -> impl IntoView {
    let open = open_while(reviewing, |_| true);
    view! {
        <Sheet title=say("access-review") open>
            {move || reviewing.get().map(|access| view! { <ReviewForm desk access open asked/> })}
        </Sheet>
    }
}

#[component]
fn ReviewForm(desk: Desk, access: AccessId, open: RwSignal<bool>, asked: Asked<AccessList>) -> impl IntoView {
    let draft = Draft::open(desk.who().worker.0, &format!("review.{access}"));
    let wish = Wish::new();
    let refusal = Signal::derive(move || draft.get("finding").is_empty().then(|| say("review-no-finding")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let finding = match draft.get("finding").as_str() {
            "justified" => Finding::Justified,
            "unjustified" => Finding::Unjustified,
            _ => return,
        };
        let review = ReviewAccess {
            command: draft.command.get_untracked(),
            finding,
            words: advice::plain(&draft.get("words")),
        };
        wish.send_draft(draft, api::exceptional_access::review(access, review), move |_| {
            draft.close();
            open.set(false);
            desk.toasts.show(say("review-saved"));
            asked.again();
        });
    };
    let of = move |name| Of::new(draft, wish, name);
    // Nothing is chosen beforehand: a review that costs one click would be none.
    let findings = Signal::derive(|| {
        [
            ("", "review-finding-none"),
            ("justified", "access-found-justified"),
            ("unjustified", "access-found-unjustified"),
        ]
        .map(|(code, key)| (code.to_owned(), say(key)))
        .into()
    });
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {one_of(of("finding"), say("review-finding"), findings)}
            {lines(of("words"), say("review-words"), false, String::new())}
            {unfulfilled(wish, draft, &["finding", "words"])}
            <Send refusal busy=wish.busy>{say("review-send")}</Send>
        </form>
    }
}
