//! What stands where an answer should: nothing to show, still coming, broken, refused, without network.
//!
//! Each says what is so, what is kept, and one thing to do. Nothing blinks and nothing spins.

use super::{
    button::{Act, Weight},
    icon::{Shape, icon, small_icon},
};
use crate::{
    api::Failure,
    asked::{Asked, Wish},
    browser,
    drafts::Draft,
    words::{say, say_with},
};
use leptos::prelude::*;
use std::sync::Arc;

/// Nothing to show: one sentence that says what is good or what to do, under a loose thread.
pub(crate) fn empty(key: &str) -> impl IntoView + use<> {
    let more = format!("{key}-more");
    let more = sentences::knows(crate::words::language(), &more).then(|| view! { <p class="calm">{say(&more)}</p> });
    view! {
        <div class="empty">
            <svg width="96" height="6" viewBox="0 0 96 6" aria-hidden="true"><path d="M2 3H94" class="loose"></path></svg>
            <p class="strong">{say(key)}</p>
            {more}
        </div>
    }
}

/// Still coming. The words appear after two seconds only.
pub(crate) fn waiting(key: &str) -> impl IntoView + use<> {
    view! {
        <div class="waiting" aria-busy="true">
            <svg width="180" height="18" viewBox="0 0 180 18" aria-hidden="true">
                <path d="M1 4H178M1 14H178" class="warp"></path>
                <path d="M1 4H116M1 14H50" class="weft"></path>
            </svg>
            <p class="late" role="status">{say(key)}</p>
        </div>
    }
}

/// The way to where there is something to see.
fn back() -> impl IntoView {
    view! { <p><a href="/">{say("failure-back")}</a></p> }
}

/// Something failed: what, what is kept, one thing to do, a short reference.
pub(crate) fn failed(failure: &Failure, retry: Callback<()>) -> AnyView {
    let reference = failure
        .reference()
        .map(|text| say_with("reference", &[("reference", text.into())]));
    match failure {
        Failure::Unknown => view! {
            <div class="refused">
                {icon(Shape::Locked)}
                <h1>{say("failure-unknown")}</h1>
                <p class="calm">{say("failure-unknown-more")}</p>
                {back()}
            </div>
        }
        .into_any(),
        Failure::Refused(refusal) => view! {
            <div class="refused">{icon(Shape::Locked)}<h1>{refusal.sentence.clone()}</h1>{back()}</div>
        }
        .into_any(),
        Failure::TooOld => view! {
            <div class="failed" role="alert">
                <p class="title">{small_icon(Shape::Warning)}{failure.sentence()}</p>
                <div class="acts"><Act on_act=Callback::new(|()| browser::reload())>{say("reload")}</Act></div>
            </div>
        }
        .into_any(),
        Failure::Unreached | Failure::SignedOut | Failure::Broken { .. } => view! {
            <div class="failed" role="alert">
                <p class="title">{small_icon(Shape::Warning)}{failure.sentence()}</p>
                <p>{say("failure-kept")}</p>
                <div class="acts">
                    <Act on_act=retry>{say("retry")}</Act>
                    {reference.map(|reference| view! { <span class="mark">{reference}</span> })}
                </div>
            </div>
        }
        .into_any(),
    }
}

/// Shows an answer once it is there. It is drawn once; what changes later changes in place.
pub(crate) fn loaded<T: Send + Sync + 'static, V: IntoView + 'static>(
    of: Asked<T>,
    waiting_key: &'static str,
    draw: impl Fn(Signal<Arc<T>>) -> V + Send + Sync + 'static,
) -> impl IntoView {
    let is_there = Memo::new(move |_| of.seen.with(Option::is_some));
    let first_failure = Memo::new(move |_| if is_there.get() { None } else { of.failure.get() });
    let retry = Callback::new(move |()| of.again());
    move || {
        if is_there.get() {
            let kept = StoredValue::new(of.seen.get_untracked());
            let seen = Signal::derive(move || {
                of.seen.with(|seen| {
                    if seen.is_some() {
                        kept.set_value(seen.clone());
                    }
                });
                kept.get_value()
            });
            return of.seen.get_untracked().map(|first| {
                draw(Signal::derive(move || seen.get().unwrap_or_else(|| Arc::clone(&first)))).into_any()
            });
        }
        Some(match first_failure.get() {
            Some(failure) => failed(&failure, retry),
            None => waiting(waiting_key).into_any(),
        })
    }
}

/// A line that says that what stands here may be older than it should, when a later question had no answer.
pub(crate) fn stale<T: Send + Sync + 'static>(of: Asked<T>) -> impl IntoView {
    move || {
        let shown = of.seen.with(Option::is_some);
        of.failure.get().filter(|_| shown).map(|failure| {
            view! {
                <div class="notice" role="status">
                    <span>{failure.sentence()}</span>
                    <Act weight=Weight::Plain on_act=Callback::new(move |()| of.again())>{say("retry")}</Act>
                </div>
            }
        })
    }
}

/// Why a wish was not fulfilled, beside the button that sends it, unless a field says it already.
pub(crate) fn unfulfilled(
    wish: Wish,
    draft: impl Into<Option<Draft>>,
    fields: &'static [&'static str],
) -> impl IntoView {
    let draft = draft.into();
    move || {
        wish.failure
            .get()
            .filter(|failure| fields.iter().all(|name| failure.at_field(name).is_none()))
            .map(|failure| {
                let sent_again = matches!(
                    failure,
                    Failure::Unreached | Failure::Broken { .. } | Failure::SignedOut
                );
                let kept = sent_again && draft.is_some_and(Draft::is_kept);
                let reference = failure
                    .reference()
                    .map(|text| say_with("reference", &[("reference", text.into())]));
                view! {
                    <div class="failed" role="alert">
                        <p class="title">{small_icon(Shape::Warning)}<span>{failure.sentence()}</span></p>
                        {kept.then(|| view! { <p>{say("failure-text-kept")}</p> })}
                        {reference.map(|reference| view! { <p class="mark">{reference}</p> })}
                    </div>
                }
            })
    }
}

/// What is to be known of a draft: that it was found again, that others were left behind, that it is not kept here.
pub(crate) fn draft_notices(draft: Draft) -> impl IntoView {
    let plain =
        |words: &'static str, act: Callback<()>| view! { <Act weight=Weight::Plain on_act=act>{say(words)}</Act> };
    move || {
        let found = draft.found.get().then(|| {
            view! {
                <p class="why with-why">
                    {say("draft-found")} {plain("draft-drop", Callback::new(move |()| draft.close()))}
                </p>
            }
        });
        let left = if draft.is_empty() { draft.left.get() } else { Vec::new() };
        let left = left.into_iter().map(|left| {
            let (taken, dropped) = (left.clone(), left.clone());
            view! {
                <p class="why with-why">
                    {say_with("draft-left", &[("words", (&left.beginning).into())])}
                    {plain("draft-take", Callback::new(move |()| draft.take(&taken)))}
                    {plain("draft-drop", Callback::new(move |()| draft.drop_left(&dropped)))}
                </p>
            }
        });
        let unkept = draft
            .unkept
            .get()
            .then(|| view! { <p class="notice" role="status">{say("draft-unkept")}</p> });
        view! { {found} {left.collect_view()} {unkept} }
    }
}

/// The bar of a device without network.
#[component]
pub(crate) fn OfflineBar(
    /// Whether the network is away.
    #[prop(into)]
    away: Signal<bool>,
    /// How many texts wait on this device.
    #[prop(into)]
    waiting: Signal<usize>,
) -> impl IntoView {
    move || {
        away.get().then(|| {
            view! {
                <div class="offline" role="status">
                    {icon(Shape::Cloud)}
                    <p>
                        <strong>{say("offline")}</strong>
                        " "
                        {move || say_with("offline-kept", &[("count", waiting.get().into())])}
                    </p>
                </div>
            }
        })
    }
}
