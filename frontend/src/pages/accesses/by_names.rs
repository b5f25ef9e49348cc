//! A question by the whole names of somebody. What was asked is kept nowhere on this device.

use crate::{
    api::Answer,
    asked::Wish,
    drafts::Draft,
    parts::{
        button::Send,
        field::{Of, text},
        states::unfulfilled,
    },
    words::say,
};
use contract::Plain;
use leptos::{ev::SubmitEvent, prelude::*};
use std::{future::Future, sync::Arc};

/// The section: what it is called and says, how it is asked, and how an answer is drawn.
pub(super) fn by_names<T, Coming, Drawn>(
    (title, says): (&'static str, &'static str),
    ask: impl Fn(Plain<String>) -> Coming + 'static,
    draw: impl Fn(&T) -> Drawn + Send + 'static,
) -> impl IntoView
where
    T: Send + Sync + 'static,
    Coming: Future<Output = Answer<T>> + 'static,
    Drawn: IntoView + 'static,
{
    let (draft, wish) = (Draft::unkept(), Wish::new());
    let found = RwSignal::new(None::<Arc<T>>);
    let refusal =
        Signal::derive(move || (draft.get("names").split_whitespace().count() < 2).then(|| say("find-two-names")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if refusal.get_untracked().is_some() {
            return;
        }
        let names = Plain(draft.get("names").trim().to_owned());
        wish.send(ask(names), move |answer| found.set(Some(Arc::new(answer))));
    };
    view! {
        <section class="meetings">
            <h2>{say(title)}</h2>
            <form class="form asks" on:submit=submit>
                <p class="calm">{say(says)}</p>
                {text(Of::new(draft, wish, "names"), say("find-names"), say("find-names-example"))}
                {unfulfilled(wish, None, &["names"])}
                <Send refusal busy=wish.busy>{say("find-ask")}</Send>
            </form>
            <div aria-live="polite">{move || found.get().map(|found| draw(&found))}</div>
        </section>
    }
}
