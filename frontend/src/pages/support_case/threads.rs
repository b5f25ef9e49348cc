//! Each life domain as a thread: twelve months, both voices, the next step and its day.

use crate::{
    desk::Desk,
    parts::{
        curve, days,
        icon::{Shape, small_icon},
        scale::{scale, scale_words, voices_key},
        weave::thread_name,
    },
    words::{say, say_with},
};
use contract::support_case::{CaseView, Reserved, ThreadView};
use domain::words::Voice;
use jiff::{ToSpan, civil::Date};
use leptos::prelude::*;
use std::sync::Arc;

const WIDTH: f64 = 142.0;

/// The table of threads.
#[component]
pub(crate) fn Threads(desk: Desk, seen: Signal<Arc<CaseView>>) -> impl IntoView {
    move || {
        let case = seen.get();
        if case.threads.is_empty() && case.reserved.is_empty() {
            return view! { <p class="calm threads-none">{say("threads-none")}</p> }.into_any();
        }
        let today = desk.today();
        let rows = case.threads.iter().map(|thread| row(thread, today)).collect_view();
        let reserved = case.reserved.iter().map(reserved_row).collect_view();
        view! {
            <table class="threads">
                <caption class="unseen">{say("threads")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say("thread-column")}</th>
                        <th scope="col" class="year">{say("thread-column-year")}</th>
                        <th scope="col">{voices_key()}</th>
                        <th scope="col">{say("thread-column-next")}</th>
                        <th scope="col" class="end">{say("thread-column-when")}</th>
                    </tr>
                </thead>
                <tbody>{rows}{reserved}</tbody>
            </table>
        }
        .into_any()
    }
}

fn row(thread: &ThreadView, today: Date) -> impl IntoView + use<> {
    let code = thread.domain.code();
    let level = |voice: &Option<contract::support_case::VoiceView>| {
        voice.as_ref().and_then(|voice| voice.level).map(|level| level.number())
    };
    let (she, we) = (level(&thread.person), level(&thread.worker));
    let next = thread.next_step.as_ref();
    let when = next.map(|next| match next.due_on {
        Some(day) => view! { <span class:now=next.near class="strong">{days::near(day.0, today)}</span> }.into_any(),
        None => view! { <span class="strong">{say("to-be-agreed")}</span> }.into_any(),
    });
    view! {
        <tr>
            <th scope="row">{thread_name(code)}</th>
            <td class="year">{spark(thread, today)}</td>
            <td>{scale(code, she, we)}{scale_words(she, we)}</td>
            <td class="next">
                {next.map_or_else(|| view! { <span class="calm">{say("next-none")}</span> }.into_any(), |next| next.text.0.clone().into_any())}
            </td>
            <td class="end when">{when}</td>
        </tr>
    }
}

fn reserved_row(reserved: &Reserved) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row">{thread_name(reserved.domain.code())}</th>
            <td colspan="4" class="reserved">
                {small_icon(Shape::Locked)}
                <span>{say_with("reserved-items", &[("count", reserved.items.into())])}</span>
            </td>
        </tr>
    }
}

/// Twelve months of one thread: ours when it was rated, else hers.
fn spark(thread: &ThreadView, today: Date) -> impl IntoView + use<> {
    let code = thread.domain.code();
    let voice = if thread.levels.iter().any(|point| point.voice == Voice::Worker) {
        Voice::Worker
    } else {
        Voice::Person
    };
    let start = today.checked_sub(12.months()).unwrap_or(today);
    let span = days::days_between(start, today).max(1);
    let mut points: Vec<(f64, f64)> = Vec::new();
    for point in thread.levels.iter().filter(|point| point.voice == voice) {
        let part = days::days_between(start, point.on.0).clamp(0, span);
        let x = 2.0 + (WIDTH - 12.0) * ratio(part, span);
        points.push((x, 28.0 - f64::from(point.level.number() - 1) * 6.0));
    }
    let last = points.last().copied();
    if let Some((_, y)) = last {
        points.push((WIDTH - 8.0, y));
    }
    view! {
        <svg class="spark" data-thread=code width=WIDTH height="36" viewBox="0 0 142 36" aria-hidden="true">
            <path class="thread" d=curve::through(&points, 18.0)></path>
            {last.map(|(_, y)| {
                let x = WIDTH - 8.0;
                view! { <path class="end" d=format!("M{x} {}l7 7l-7 7l-7 -7z", y - 7.0)></path> }
            })}
        </svg>
    }
}

/// A part of a whole; days fit a float without loss.
fn ratio(part: i64, whole: i64) -> f64 {
    let small = |number: i64| f64::from(i32::try_from(number).unwrap_or(i32::MAX));
    small(part) / small(whole.max(1))
}
