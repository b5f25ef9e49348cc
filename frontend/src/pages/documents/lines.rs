//! Documents as they stand, one line each.

use super::{Open, Place, kinds::kind_words};
use crate::{
    api,
    parts::{
        button::{Act, Weight},
        days,
        states::empty,
    },
    words::{say, say_with},
};
use contract::document::{AskedView, DocumentView, Standing, ThereView};
use domain::document::MediaType;
use jiff::civil::Date;
use leptos::prelude::*;

/// Those that stand in one way; what is good no more has no place while there is none.
pub(super) fn section(place: Place, standing: Standing) -> impl IntoView {
    let (title, none) = match standing {
        Standing::Awaited => ("documents-awaited", Some("documents-awaited-none")),
        Standing::Good => ("documents-good", Some("documents-good-none")),
        Standing::Over => ("documents-over", None),
    };
    move || {
        let seen = place.seen.get();
        let lines: Vec<_> = seen
            .documents
            .iter()
            .filter(|each| each.standing == standing)
            .map(|each| line(place, each, seen.today.0))
            .collect();
        let shown = match (lines.is_empty(), none) {
            (true, None) => return None,
            (true, Some(none)) => empty(none).into_any(),
            (false, _) => view! { <ul class="lines">{lines}</ul> }.into_any(),
        };
        Some(view! { <section class="meetings"><h2>{say(title)}</h2>{shown}</section> })
    }
}

/// What a document is, in words.
fn named(each: &DocumentView) -> String {
    let title = each.there.as_ref().and_then(|there| there.title.as_ref());
    let kind = kind_words(each.kind);
    match title {
        Some(title) => format!("{kind} · {}", title.0),
        None => kind,
    }
}

fn line(place: Place, each: &DocumentView, today: Date) -> impl IntoView + use<> {
    let name = named(each);
    let whose = each
        .name
        .as_ref()
        .map_or_else(|| say("documents-of-household"), |name| name.0.clone());
    let late = each.standing == Standing::Awaited
        && each
            .asked
            .as_ref()
            .and_then(|asked| asked.due_on)
            .is_some_and(|due| due.0 < today);
    let mut told = vec![whose.clone()];
    match (&each.asked, &each.there) {
        (Some(asked), None) => told.extend(asked_words(asked, today)),
        (_, Some(there)) => told.extend(there_words(there, today)),
        (None, None) => {}
    }
    let told = told.join(" · ");
    let acts = acts(place, each, format!("{name}, {whose}"));
    view! {
        <li class="course-line">
            <p><strong class:now=late>{name}</strong> " " <span class="mark">{told}</span></p>
            {acts}
        </li>
    }
}

fn asked_words(asked: &AskedView, today: Date) -> Vec<String> {
    let date = |day: Date| days::full(day);
    let mut told = vec![say_with("documents-asked-on", &[("date", date(asked.on.0).into())])];
    if let Some(due) = asked.due_on {
        told.push(say_with("documents-due", &[("date", date(due.0).into())]));
        let late = days::days_between(due.0, today);
        if late > 0 {
            told.push(say_with("documents-late", &[("days", late.into())]));
        }
    }
    if let Some(from) = &asked.from {
        told.push(say_with("documents-from", &[("who", (&from.0).into())]));
    }
    told
}

fn there_words(there: &ThereView, today: Date) -> Vec<String> {
    let valid = match there.valid_until {
        None => say("documents-valid-always"),
        Some(until) => {
            let key = if until.0 < today {
                "documents-was-valid"
            } else {
                "documents-valid-until"
            };
            say_with(key, &[("date", days::full(until.0).into())])
        }
    };
    let on = days::full(there.on.0);
    let since = match &there.by {
        Some(by) => say_with("documents-there-by", &[("date", on.into()), ("who", (&by.0).into())]),
        None => say_with("documents-there-since", &[("date", on.into())]),
    };
    vec![valid, size(there), since]
}

/// What a file is and how large.
fn size(there: &ThereView) -> String {
    let what = say(match there.media_type {
        MediaType::Pdf => "media-pdf",
        MediaType::Jpeg => "media-jpeg",
        MediaType::Png => "media-png",
        MediaType::Webp => "media-webp",
    });
    let thousands = i64::try_from(there.bytes.div_ceil(1024)).unwrap_or(i64::MAX);
    let (key, count) = if thousands < 1024 {
        ("documents-size", thousands)
    } else {
        // The nearest: 1,9 is told as 2.
        ("documents-size-large", thousands.saturating_add(512).div_euclid(1024))
    };
    say_with(key, &[("what", what.into()), ("count", count.into())])
}

/// What can be done about one.
fn acts(place: Place, each: &DocumentView, whose: String) -> impl IntoView + use<> {
    let (document, there, writes) = (each.document, each.there.is_some(), each.writes);
    let unseen = move || view! { <span class="unseen">" : " {whose.clone()}</span> };
    let opens = there.then(|| {
        let to = api::document::content(place.case, document);
        view! {
            <a href=to class="button" target="_blank" rel="noopener">
                {say("documents-open")}
                {unseen()}
                <span class="unseen">", " {say("documents-opens")}</span>
            </a>
        }
    });
    let (one, two) = (unseen.clone(), unseen.clone());
    let written = writes.then(move || {
        let withdraw = if there {
            "documents-withdraws"
        } else {
            "documents-unasks"
        };
        let brings = if there {
            view! { <Act on_act=place.opens(Open::Renew(document))>{say("documents-renews")}{one()}</Act> }
        } else {
            view! { <Act on_act=place.opens(Open::Deposit(Some(document)))>{say("documents-deposits")}{one()}</Act> }
        };
        view! {
            {brings}
            <Act weight=Weight::Plain on_act=place.opens(Open::Withdraw(document))>{say(withdraw)}{two()}</Act>
        }
    });
    view! { <div class="acts">{opens}{written}</div> }
}
