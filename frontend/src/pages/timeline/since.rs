//! What is new since the last visit: nothing is overwritten, what was corrected is named.

use super::Look;
use crate::{
    pages::support_case::{
        news::{kind_words, shape},
        quoted,
    },
    parts::{
        button::{Act, Weight},
        days,
        icon::{Shape, icon, small_icon},
        weave,
    },
    words::{say, say_with},
};
use contract::{support_case::News, timeline::Timeline};
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

/// The most lines shown; the others are counted.
const LINES: usize = 8;

/// The column.
#[component]
pub(crate) fn Since(seen: Signal<Arc<Timeline>>, look: Look) -> impl IntoView {
    move || {
        let timeline = seen.get();
        let since = timeline.since.as_ref()?;
        // From the past nothing is new, and nothing is set as read.
        if look.all_read.get() || timeline.as_known_on.is_some() {
            return None;
        }
        let today = timeline.today.0;
        let lines = since
            .news
            .iter()
            .take(LINES)
            .map(|item| line(item, today))
            .collect_view();
        let others = since.news.len().saturating_sub(LINES);
        let summary = say_with(
            "since-summary",
            &[
                ("count", since.news.len().into()),
                ("corrected", since.corrected.into()),
            ],
        );
        Some(view! {
            <aside class="since" aria-labelledby="since-title">
                <h2 id="since-title">{say_with("since-title", &[("date", days::near(since.on.0, today).into())])}</h2>
                <p class="mark">{summary}</p>
                <ul class="lines">{lines}</ul>
                {(others > 0).then(|| view! { <p class="mark">{say_with("since-others", &[("count", others.into())])}</p> })}
                <div class="acts">
                    <Act weight=Weight::First on_act=Callback::new(move |()| look.all_read.set(true))>
                        {small_icon(Shape::Tick)}
                        {say("since-read")}
                    </Act>
                </div>
            </aside>
        })
    }
}

fn line(item: &News, today: Date) -> impl IntoView + use<> {
    let drawn = item
        .domains
        .first()
        .map_or_else(|| shape(item), |domain| weave::of(domain.code()).shape);
    let code = item.domains.first().map(|domain| domain.code());
    let words = match (&item.text, item.her_words) {
        (Some(text), true) => view! { <span class="voice">{quoted(&text.0)}</span> }.into_any(),
        (Some(text), false) => view! { <span>{kind_words(item)} " " {text.0.clone()}</span> }.into_any(),
        (None, _) => view! { <span>{kind_words(item)}</span> }.into_any(),
    };
    view! {
        <li>
            <span class="domain" data-thread=code>{icon(drawn)}</span>
            <span class="what">
                {words}
                <span class="mark">{days::near(item.on.0, today)}{item.corrects.then(|| format!(" · {}", say("news-corrects")))}</span>
            </span>
        </li>
    }
}
