//! After the session: minutes that one writes and another validates, to whom they go, what is added, and what the family
//! was told. Validated minutes are only read.

use super::{
    conduct::{participant_of, seated},
    copies::Documents,
    step::Steps,
};
use crate::{
    advice,
    desk::Desk,
    drafts::Draft,
    pages::support_case::forms::day_of,
    parts::{
        button::{Act, Send, Weight},
        days,
        field::{Of, day as day_field, lines, one_of},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{
    Plain,
    team_meeting::{MinutesView, Step},
};
use domain::{
    sharing::Basis,
    team_meeting::{Participant, Stage},
    words::Day,
};
use leptos::{ev::SubmitEvent, prelude::*};

/// What follows the session.
#[component]
pub(super) fn After(steps: Steps, stage: Stage) -> impl IntoView {
    let minutes = Memo::new(move |_| steps.seen.with(|seen| seen.course.minutes.clone()));
    let writes = stage == Stage::SessionEnded || stage == Stage::MinutesDrafted;
    let shares = stage == Stage::MinutesValidated || stage == Stage::Distributed;
    let keeps = stage.keeps_its_minutes();
    view! {
        <section>
        <h3>{say("minutes")}</h3>
        {move || match minutes.get() {
            Some(minutes) => read(steps.desk, &minutes).into_any(),
            None => view! { <p class="calm">{say("minutes-none")}</p> }.into_any(),
        }}
        {move || steps.seen.with(|seen| addenda(steps.desk, &seen.course.addenda))}
        {writes
            .then(|| {
                let words = ("minutes-text", "minutes-example", "minutes-save", "minutes-empty");
                written(steps.apart(), "minutes", words, |text| Step::DraftMinutes { text })
            })}
        </section>
        {(stage != Stage::Cancelled).then(|| view! { <Documents steps/> })}
        {shares.then(|| view! { <Share steps/> })}
        {(keeps && minutes.with_untracked(Option::is_some))
            .then(|| {
                let words = ("addendum-text", "addendum-example", "addendum-save", "addendum-empty");
                written(steps.apart(), "addendum", words, |text| Step::WriteAddendum { text })
            })}
        <Feedback steps stage/>
        {(stage == Stage::Distributed).then(|| view! { <Review steps/> })}
    }
}

fn near(desk: Desk, day: Day) -> String {
    days::near(day.0, desk.today())
}

fn read(desk: Desk, minutes: &MinutesView) -> impl IntoView + use<> {
    let stands = match &minutes.validated {
        Some(validated) => say_with(
            "minutes-validated",
            &[
                ("name", (&validated.by.0).into()),
                ("date", near(desk, validated.on).into()),
            ],
        ),
        None => say_with(
            "minutes-version",
            &[
                ("version", minutes.version.into()),
                ("name", (&minutes.author.0).into()),
                ("date", near(desk, minutes.on).into()),
            ],
        ),
    };
    view! {
        <article class="minutes">
            <p class="text">{minutes.text.0.clone()}</p>
            <p class="mark">{stands}</p>
        </article>
    }
}

fn addenda(desk: Desk, all: &[contract::team_meeting::AddendumView]) -> impl IntoView + use<> {
    all.iter()
        .map(|added| {
            let line = say_with(
                "addendum-line",
                &[
                    ("name", (&added.author.0).into()),
                    ("date", near(desk, added.on).into()),
                ],
            );
            view! {
                <article class="minutes addendum">
                    <p class="mark">{line}</p>
                    <p class="text">{added.text.0.clone()}</p>
                </article>
            }
        })
        .collect_view()
}

/// A form of one text.
fn written(
    steps: Steps,
    about: &'static str,
    (label, example, save, none): (&'static str, &'static str, &'static str, &'static str),
    step: fn(Plain<String>) -> Step,
) -> impl IntoView + use<> {
    let name = format!("{about}.{}.{}", steps.meeting, steps.case);
    let draft = Draft::open(steps.desk.who().worker.0, &name);
    let of = Of::new(draft, steps.wish, "text");
    let refusal = Signal::derive(move || advice::plain(&draft.get("text")).is_none().then(|| say(none)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(text) = advice::plain(&draft.get("text")) {
            steps.take_then(step(text), move || draft.close());
        }
    };
    view! {
        <form class=format!("form {about}-form") on:submit=submit>
            {draft_notices(draft)}
            {lines(of, say(label), false, say(example))}
            {unfulfilled(steps.wish, draft, &["text"])}
            <Send refusal busy=steps.wish.busy>{say(save)}</Send>
        </form>
    }
}

/// To whom the minutes go next.
#[component]
fn Share(steps: Steps) -> impl IntoView {
    let steps = steps.apart();
    let draft = Draft::open(
        steps.desk.who().worker.0,
        &format!("share.{}.{}", steps.meeting, steps.case),
    );
    let of = move |name| Of::new(draft, steps.wish, name);
    let basis = move || {
        let chosen = draft.get("basis");
        Basis::ALL.into_iter().find(|basis| basis.code() == chosen)
    };
    let refusal = Signal::derive(move || {
        let (Some(with), Some(basis)) = (participant_of(&draft.get("with")), basis()) else {
            return Some(say("share-needed"));
        };
        steps.refusal(domain::team_meeting::Command::ShareMinutes {
            support_case: steps.case,
            with,
            basis,
        })
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let (Some(with), Some(basis)) = (participant_of(&draft.get("with")), basis()) {
            steps.take_then(Step::ShareMinutes { with, basis }, move || draft.close());
        }
    };
    let people = Signal::derive(move || steps.seen.with(|seen| seated(seen, |_| true)));
    let bases = Signal::derive(move || {
        let mut choices = vec![(String::new(), say("choose"))];
        choices.extend(Basis::ALL.map(|basis| (basis.code().to_owned(), say(&basis_key(basis)))));
        choices
    });
    view! {
        <section>
        <h3>{say("share")}</h3>
        <form class="form share-form" on:submit=submit>
            <div class="row">{one_of(of("with"), say("share-with"), people)} {one_of(of("basis"), say("share-basis"), bases)}</div>
            {unfulfilled(steps.wish, draft, &["with", "basis"])}
            <Send refusal busy=steps.wish.busy>{say("share")}</Send>
        </form>
        </section>
    }
}

pub(super) fn basis_key(basis: Basis) -> String {
    format!("basis-{}", basis.code())
}

/// When the family was told what came of it.
#[component]
fn Feedback(steps: Steps, stage: Stage) -> impl IntoView {
    let steps = steps.apart();
    let draft = Draft::open(
        steps.desk.who().worker.0,
        &format!("feedback.{}.{}", steps.meeting, steps.case),
    );
    let of = move |name| Of::new(draft, steps.wish, name);
    let told = move || match (participant_of(&draft.get("with")), day_of(&draft.get("on"))) {
        (Some(Participant::Person(to)), Some(on)) => Some((to, on)),
        _ => None,
    };
    let refusal = Signal::derive(move || {
        let Some((to, on)) = told() else {
            return Some(say("feedback-needed"));
        };
        steps.refusal(domain::team_meeting::Command::GiveFeedback {
            support_case: steps.case,
            to,
            on,
        })
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some((to, on)) = told() {
            steps.take_then(Step::GiveFeedback { to, on }, move || draft.close());
        }
    };
    let family = Signal::derive(move || {
        steps
            .seen
            .with(|seen| seated(seen, |seat| matches!(seat.participant, Participant::Person(_))))
    });
    let open = stage < Stage::Closed;
    view! {
        <section>
        <h3>{say("feedback")}</h3>
        {move || {
            steps
                .seen
                .with(|seen| {
                    let lines = seen
                        .course
                        .feedback
                        .iter()
                        .map(|told| {
                            let words = [("name", (&told.name.0).into()), ("date", near(steps.desk, told.on).into())];
                            view! { <li>{say_with("feedback-line", &words)}</li> }
                        })
                        .collect_view();
                    if seen.course.feedback.is_empty() {
                        view! { <p class="calm">{say("feedback-none")}</p> }.into_any()
                    } else {
                        view! { <ul class="lines">{lines}</ul> }.into_any()
                    }
                })
        }}
        {open
            .then(|| {
                view! {
                    <form class="form feedback-form" on:submit=submit>
                        <div class="row">
                            {one_of(of("with"), say("feedback-to"), family)} {day_field(of("on"), say("feedback-on"))}
                        </div>
                        {unfulfilled(steps.wish, draft, &["with", "on"])}
                        <Send refusal busy=steps.wish.busy>{say("feedback-save")}</Send>
                    </form>
                }
            })}
        </section>
    }
}

/// The review of the decisions, held today.
#[component]
fn Review(steps: Steps) -> impl IntoView {
    let steps = steps.apart();
    let on = Day(steps.desk.today());
    let refusal = Signal::derive(move || steps.refusal(domain::team_meeting::Command::HoldReview { on }));
    view! {
        <div class="acts">
            <Act weight=Weight::Second refusal on_act=Callback::new(move |()| steps.take(Step::HoldReview { on }))>
                {say("step-review")}
            </Act>
            {unfulfilled(steps.wish, None, &[])}
        </div>
    }
}
