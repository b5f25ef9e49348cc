//! What is known of each domain, in two voices side by side; a thread underlines each and runs on to the decisions.

use crate::{
    pages::support_case::quoted,
    parts::{
        icon::{Shape, small_icon},
        scale::{scale, scale_words},
        weave::{name, thread_name},
    },
    words::{say, say_with},
};
use contract::{
    support_case::{ThreadView, VoiceView},
    team_meeting::SharedView,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The column of what is known.
#[component]
pub(crate) fn Known(seen: Signal<Arc<SharedView>>) -> impl IntoView {
    view! {
        <section class="known">
            {move || {
                let view = seen.get();
                let rows = view.case.threads.iter().map(row).collect_view();
                let none = view.case.threads.is_empty().then(|| view! { <p class="calm">{say("threads-none")}</p> });
                let reserved = view
                    .case
                    .reserved
                    .iter()
                    .map(|each| {
                        let count = each.items;
                        view! {
                            <p class="withheld">
                                {small_icon(Shape::Hidden)}
                                <span>
                                    <strong>{name(each.domain.code())}</strong>
                                    {say_with("reserved-not-shown", &[("count", count.into())])}
                                </span>
                            </p>
                        }
                    })
                    .collect_view();
                view! {
                    <table>
                        <thead>
                            <tr>
                                <th scope="col"><h2>{say("known")}</h2></th>
                                <th scope="col" class="hers">
                                    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="5" class="key-she"></circle></svg>
                                    {say("she-says")}
                                </th>
                                <th scope="col" class="ours">
                                    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><rect x="1" y="1" width="10" height="10" class="key-we"></rect></svg>
                                    {say("we-observe")}
                                </th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                    {none}
                    {reserved}
                }
            }}
        </section>
    }
}

fn row(thread: &ThreadView) -> impl IntoView + use<> {
    let code = thread.domain.code();
    let level = |voice: &Option<VoiceView>| voice.as_ref().and_then(|voice| voice.level).map(|level| level.number());
    let (she, we) = (level(&thread.person), level(&thread.worker));
    let words = |voice: &Option<VoiceView>| {
        voice
            .as_ref()
            .and_then(|voice| voice.words.as_ref())
            .map(|words| words.0.clone())
    };
    let (hers, ours) = (words(&thread.person), words(&thread.worker));
    view! {
        <tr data-thread=code data-row=code>
            <th scope="row">
                {thread_name(code)}
                {scale(code, she, we)}
                {scale_words(she, we)}
            </th>
            <td class="hers voice">{hers.map(|words| view! { <span class="narrow-only">{say("she-says")} " "</span>{quoted(&words)} })}</td>
            <td class="ours">{ours.map(|words| view! { <span class="narrow-only">{say("we-observe")} " "</span>{words} })}</td>
        </tr>
    }
}
