//! What happened lately, newest first, each line in the voice of who said it.

use crate::{
    desk::Desk,
    parts::{
        days,
        icon::{Shape, icon},
        states::empty,
    },
    words::{say, say_with},
};
use contract::support_case::{CaseView, News as Item};
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

/// The most lines shown at first; the others are a press away.
const LINES: usize = 8;

/// The section.
#[component]
pub(crate) fn News(desk: Desk, seen: Signal<Arc<CaseView>>) -> impl IntoView {
    view! {
        <section class="news">
            <h2>{say("news")}</h2>
            {move || {
                let case = seen.get();
                if case.news.is_empty() {
                    return empty("news-none").into_any();
                }
                let today = desk.today();
                let (first, later) = case.news.split_at(case.news.len().min(LINES));
                let first = first.iter().map(|item| line(item, today)).collect_view();
                let later = (!later.is_empty())
                    .then(|| {
                        let lines = later.iter().map(|item| line(item, today)).collect_view();
                        view! { <details><summary>{say("cases-more")}</summary><ul>{lines}</ul></details> }
                    });
                view! { <ul>{first}</ul>{later} }.into_any()
            }}
        </section>
    }
}

/// What an item is, in words: the sentence of its kind.
pub(crate) fn kind_words(item: &Item) -> String {
    say(&format!("news-{}", item.kind))
}

/// The shape that stands for a kind.
pub(crate) fn shape(item: &Item) -> Shape {
    if item.her_words {
        return Shape::Words;
    }
    match item.kind.split('.').next() {
        Some("contact") => Shape::Caller,
        Some("team_meeting") => Shape::Thread,
        Some("deadline") => Shape::Calendar,
        Some("plan") => Shape::Done,
        Some(_) | None => Shape::Table,
    }
}

fn line(item: &Item, today: Date) -> impl IntoView + use<> {
    let words = match (&item.text, item.her_words) {
        (Some(text), true) => view! { <span class="voice">{super::quoted(&text.0)}</span> }.into_any(),
        (Some(text), false) => {
            view! { <span><span class="strong">{kind_words(item)}</span> " " {text.0.clone()}</span> }.into_any()
        }
        (None, _) => view! { <span>{kind_words(item)}</span> }.into_any(),
    };
    let marks = [
        (item.own_draft, "news-own-draft"),
        (item.late_entry, "news-late-entry"),
        (item.after_closure, "news-after-closure"),
        (item.corrects, "news-corrects"),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, key)| view! { <span class="mark">" · "{say(key)}</span> })
    .collect_view();
    let by = match (&item.of, &item.by) {
        (Some(of), Some(by)) if of != by => {
            let written = say_with("news-written-by", &[("name", (&by.0).into())]);
            Some(format!("{}, {written}", of.0))
        }
        (of, by) => of.as_ref().or(by.as_ref()).map(|name| name.0.clone()),
    };
    let by = by.map(|name| view! { <span class="mark">" · "{name}</span> });
    view! {
        <li>
            {icon(shape(item))}
            <span class="what">{words}{by}{marks}</span>
            <span class="mark when">{days::near(item.on.0, today)}</span>
        </li>
    }
}
