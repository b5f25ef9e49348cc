//! The band over a page that shows a past day: which day, what is to be known of it, and the way back.

use crate::{
    parts::{
        button::Act,
        days,
        icon::{Shape, small_icon},
    },
    words::{say, say_with},
};
use domain::words::Day;
use leptos::prelude::*;

/// The band, when a past day is shown; then the sentences that hold, by their keys.
pub(crate) fn past_band<const N: usize>(
    day: RwSignal<Option<Day>>,
    shown: Option<Day>,
    remarks: [(bool, &'static str); N],
) -> impl IntoView {
    shown.map(|on| {
        let remarks = remarks.into_iter().filter(|(holds, _)| *holds);
        let remarks: String = remarks.map(|(_, key)| format!(" {}", say(key))).collect();
        view! {
            <div class="notice past" role="status">
                {small_icon(Shape::Clock)}
                <p><strong>{say_with("as-known-band", &[("date", days::full(on.0).into())])}</strong>{remarks}</p>
                <Act on_act=Callback::new(move |()| day.set(None))>{say("as-known-back")}</Act>
            </div>
        }
    })
}
