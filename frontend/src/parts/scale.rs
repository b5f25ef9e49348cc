//! A level from 1 to 5 in two voices: the circle is hers, the square is ours. Both stay; they are never averaged.

use crate::words::{say, say_with};
use leptos::prelude::*;

const STEP: f64 = 29.0;
const LEFT: f64 = 10.0;
const MIDDLE: f64 = 12.0;

/// Where a level stands on the axis.
fn place(level: u8) -> f64 {
    LEFT + f64::from(level.clamp(1, 5) - 1) * STEP
}

/// The word of a level.
pub(crate) fn level_word(level: Option<u8>) -> String {
    match level {
        Some(1) => say("level-1"),
        Some(2) => say("level-2"),
        Some(3) => say("level-3"),
        Some(4) => say("level-4"),
        Some(5..) => say("level-5"),
        Some(0) | None => say("level-none"),
    }
}

/// Both voices in one sentence.
pub(crate) fn in_words(she: Option<u8>, we: Option<u8>) -> String {
    say_with(
        "scale-in-words",
        &[("she", level_word(she).into()), ("we", level_word(we).into())],
    )
}

/// The axis with both marks. The words are for the caller to show or to leave to readers of the page.
pub(crate) fn scale(code: &str, she: Option<u8>, we: Option<u8>) -> impl IntoView + use<> {
    let together = she.is_some() && she == we;
    let ticks = (1..=5)
        .map(|level| view! { <line class="axis" x1=place(level) x2=place(level) y1=MIDDLE - 4.0 y2=MIDDLE + 4.0></line> })
        .collect_view();
    let hers = she.map(|level| {
        let radius = if together { 9.5 } else { 7.5 };
        view! { <circle class="she" class:both=together cx=place(level) cy=MIDDLE r=radius></circle> }
    });
    let ours = we.map(|level| {
        view! { <rect class="we" x=place(level) - 5.5 y=MIDDLE - 5.5 width="11" height="11"></rect> }
    });
    view! {
        <svg
            class="scale"
            data-thread=code.to_owned()
            width="136"
            height="24"
            viewBox="0 0 136 24"
            role="img"
            aria-label=in_words(she, we)
        >
            <line class="axis" x1=LEFT x2=place(5) y1=MIDDLE y2=MIDDLE></line>
            {ticks}
            {if together { (None, ours, hers) } else { (hers, ours, None) }}
        </svg>
    }
}

/// The words under a scale: hers in her letters, ours in ours, once when both agree.
pub(crate) fn scale_words(she: Option<u8>, we: Option<u8>) -> impl IntoView {
    if she == we {
        return view! { <span class="mark"><span class="voice">{level_word(she)}</span></span> }.into_any();
    }
    view! {
        <span class="mark">
            {she.map(|level| view! { <span class="voice">{level_word(Some(level))}</span> })}
            {(she.is_some() && we.is_some()).then_some(" · ")}
            {we.map(|level| view! { <span>{level_word(Some(level))}</span> })}
        </span>
    }
    .into_any()
}

/// The legend of the two voices, as the head of a column.
pub(crate) fn voices_key() -> impl IntoView {
    view! {
        <span class="voices-key">
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="5" class="key-she"></circle></svg>
            <span>{say("voice-she")}</span>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><rect x="1" y="1" width="10" height="10" class="key-we"></rect></svg>
            <span>{say("voice-we")}</span>
        </span>
    }
}
