//! Another day for the meeting, giving it up, and putting one case off: each with its reason.

use super::{conduct::because_key, step::Steps};
use crate::{
    advice, browser,
    drafts::Draft,
    pages::support_case::forms::day_of,
    parts::{
        button::Send,
        field::{Line, Of, day as day_field, line, lines, one_of},
        states::{draft_notices, unfulfilled},
    },
    words::say,
};
use contract::team_meeting::Step;
use domain::team_meeting::{Command, NewDay, Postponement};
use jiff::{Timestamp, civil::Time};
use leptos::{ev::SubmitEvent, prelude::*};

const REASONS: [Postponement; 4] = [
    Postponement::FamilyAsked,
    Postponement::SomeoneMissing,
    Postponement::NoQuorum,
    Postponement::Other,
];

fn code(because: Postponement) -> &'static str {
    because_key(because).trim_start_matches("because-")
}

/// Moves the meeting to another day.
#[component]
pub(super) fn Postpone(steps: Steps) -> impl IntoView {
    let steps = steps.apart();
    let draft = Draft::open(steps.desk.who().worker.0, &format!("postpone.{}", steps.meeting));
    let of = move |name| Of::new(draft, steps.wish, name);
    let zone = steps.desk.who().zone.clone();
    let starts_at = StoredValue::new(move || -> Option<Timestamp> {
        let day = day_of(&draft.get("day"))?;
        let time: Time = draft.get("hour").parse().ok()?;
        browser::instant_of(day.0.to_datetime(time), &zone)
    });
    let because = move || {
        let chosen = draft.get("because");
        REASONS.into_iter().find(|reason| code(*reason) == chosen)
    };
    let refusal = Signal::derive(move || {
        let (Some(at), Some(day)) = (starts_at.with_value(|at| at()), day_of(&draft.get("day"))) else {
            return Some(say("postpone-day-needed"));
        };
        let Some(because) = because() else {
            return Some(say("reason-needed"));
        };
        steps.refusal(Command::Postpone(NewDay {
            starts_at: at,
            held_on: day,
            because,
            words: advice::text(&draft.get("words"), steps.case),
        }))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(starts_at), Some(because)) = (starts_at.with_value(|at| at()), because()) else {
            return;
        };
        let words = advice::plain(&draft.get("words"));
        let step = Step::Postpone {
            starts_at,
            because,
            words,
        };
        steps.take_then(step, move || draft.close());
    };
    let reasons = Signal::derive(move || {
        let mut choices = vec![(String::new(), say("choose"))];
        choices.extend(REASONS.map(|reason| (code(reason).to_owned(), say(because_key(reason)))));
        choices
    });
    let hour = Line {
        kind: "time",
        fills: "",
    };
    view! {
        <form class="form postpone-form" on:submit=submit>
            <h3>{say("step-postpone")}</h3>
            {draft_notices(draft)}
            <div class="row">
                {day_field(of("day"), say("new-day"))}
                {line(of("hour"), say("new-hour"), hour, String::new(), String::new(), String::new())}
            </div>
            {one_of(of("because"), say("postpone-because"), reasons)}
            {lines(of("words"), say("postpone-words"), false, say("postpone-example"))}
            <p class="mark">{say("read-by-all")}</p>
            {unfulfilled(steps.wish, draft, &["day", "hour", "because", "words"])}
            <Send refusal busy=steps.wish.busy>{say("step-postpone")}</Send>
        </form>
    }
}

/// A form of one reason.
fn with_reason(
    steps: Steps,
    about: &str,
    (title, label, example): (&'static str, &'static str, &'static str),
    read_by_all: bool,
    step: fn(contract::Plain<String>) -> Step,
) -> impl IntoView + use<> {
    let draft = Draft::open(steps.desk.who().worker.0, about);
    let of = Of::new(draft, steps.wish, "reason");
    let refusal = Signal::derive(move || {
        advice::plain(&draft.get("reason"))
            .is_none()
            .then(|| say("reason-needed"))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(reason) = advice::plain(&draft.get("reason")) {
            steps.take_then(step(reason), move || draft.close());
        }
    };
    view! {
        <form class="form" on:submit=submit>
            <h3>{say(title)}</h3>
            {draft_notices(draft)}
            {lines(of, say(label), false, say(example))}
            {read_by_all.then(|| view! { <p class="mark">{say("read-by-all")}</p> })}
            {unfulfilled(steps.wish, draft, &["reason"])}
            <Send refusal busy=steps.wish.busy>{say(title)}</Send>
        </form>
    }
}

/// Gives the meeting up.
#[component]
pub(super) fn Cancel(steps: Steps) -> impl IntoView {
    let words = ("step-cancel", "cancel-reason", "cancel-example");
    let about = format!("cancel.{}", steps.meeting);
    with_reason(steps.apart(), &about, words, true, |reason| Step::Cancel { reason })
}

/// Puts the case off to another meeting.
#[component]
pub(super) fn PutOff(steps: Steps) -> impl IntoView {
    let words = ("step-put_off", "put_off-reason", "put_off-example");
    let about = format!("put_off.{}.{}", steps.meeting, steps.case);
    with_reason(steps.apart(), &about, words, false, |reason| Step::PutOff { reason })
}
