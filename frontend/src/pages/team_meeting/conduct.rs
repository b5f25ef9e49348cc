//! The course of the meeting: where it stands, the next step and why it may not be taken yet, and what each step needs.

use super::{
    bringing,
    copies::Documents,
    minutes::After,
    moving,
    part::{Part, fetched},
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
        field::{Of, day as day_field, lines, one_chip, one_of},
        icon::{Shape, small_icon},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::team_meeting::{Course, FamilyInformation, Seat, SharedView, Step};
use domain::{
    team_meeting::{Attendance, Capacity, Command, Participant, Stage},
    words::{Day, PersonId, WorkerId},
};
use leptos::{ev::SubmitEvent, prelude::*};

/// The steps as they are told: two stages of one session are one step.
const TOLD: [Stage; 8] = [
    Stage::Scheduled,
    Stage::Convened,
    Stage::Preparing,
    Stage::InSession,
    Stage::SessionEnded,
    Stage::MinutesDrafted,
    Stage::MinutesValidated,
    Stage::Distributed,
];

const ATTENDANCES: [(&str, Attendance); 4] = [
    ("present", Attendance::Present),
    ("in_part", Attendance::InPart),
    ("excused", Attendance::Excused),
    ("absent", Attendance::Absent),
];

/// The band of the course, under the roster.
#[component]
pub(crate) fn Conduct(steps: Steps, day: RwSignal<Option<Day>>) -> impl IntoView {
    let stage = Memo::new(move |_| steps.seen.with(|seen| seen.course.stage));
    let opened = RwSignal::new(false);
    view! {
        <section class="conduct" aria-label=say("conduct")>
            <ol class="steps">{move || TOLD.map(|told| one_step(told, stage.get())).collect_view()}</ol>
            <p class="stage-says">{move || steps.seen.with(|seen| says(steps.desk, &seen.course))}</p>
            {move || steps.seen.with(|seen| remarks(steps.desk, seen))}
            {move || {
                (day.get().is_none())
                    .then(|| {
                        view! {
                            {fetched(Part::Next(steps, stage))}
                            <details class="fold lead" name="lead">
                                <summary class="button" on:click=move |_| opened.set(true)>
                                    {small_icon(Shape::Write)}
                                    {say("step-more")}
                                </summary>
                                <div>{move || opened.get().then(|| fetched(Part::Lead(steps, stage.get())))}</div>
                            </details>
                        }
                    })
            }}
        </section>
    }
}

fn one_step(told: Stage, stage: Stage) -> impl IntoView {
    let here = if stage == Stage::Decided {
        Stage::InSession
    } else {
        stage
    };
    let done = here > told;
    view! {
        <li class:current=here == told class:done=done aria-current=(here == told).then_some("step")>
            {say(&format!("stage-{}", told.code()))}
        </li>
    }
}

/// Where it stands, in a sentence.
fn says(desk: Desk, course: &Course) -> String {
    let near = |day: Day| days::near(day.0, desk.today());
    let written = |key: &str| {
        let minutes = course.minutes.as_ref();
        let (name, on) = match minutes.map(|minutes| (minutes, minutes.validated.as_ref())) {
            Some((_, Some(validated))) => (validated.by.0.clone(), near(validated.on)),
            Some((minutes, None)) => (minutes.author.0.clone(), near(minutes.on)),
            None => (String::new(), String::new()),
        };
        say_with(key, &[("name", name.into()), ("date", on.into())])
    };
    match course.stage {
        Stage::Scheduled => say_with("stage-says-scheduled", &[("date", near(course.held_on).into())]),
        Stage::Convened => {
            let on = course.summons.map_or_else(String::new, |summons| near(summons.sent_on));
            say_with("stage-says-convened", &[("date", on.into())])
        }
        Stage::Preparing => say("stage-says-preparing"),
        Stage::InSession | Stage::Decided => {
            let at = course
                .opened
                .map_or_else(String::new, |opened| days::clock(days::wall(opened.at)));
            say_with("stage-says-in_session", &[("time", at.into())])
        }
        Stage::SessionEnded => say("stage-says-session_ended"),
        Stage::MinutesDrafted => written("stage-says-minutes_drafted"),
        Stage::MinutesValidated => written("stage-says-minutes_validated"),
        Stage::Distributed => say("stage-says-distributed"),
        Stage::Closed => say("stage-says-closed"),
        Stage::Cancelled => say("stage-says-cancelled"),
    }
}

/// What whoever leads must know: late summons, another day, and how the family was told.
fn remarks(desk: Desk, seen: &SharedView) -> impl IntoView + use<> {
    let course = &seen.course;
    let mut all = Vec::new();
    if let Some(days) = course.summons.and_then(|summons| summons.short_of) {
        all.push((true, say_with("summons-short", &[("days", days.into())])));
    }
    if let Some(moved) = course.moved.last() {
        let because = say(because_key(moved.because));
        let to = days::near(moved.held_on.0, desk.today());
        all.push((
            false,
            say_with("moved-to", &[("date", to.into()), ("because", because.into())]),
        ));
    }
    let (unanswered, family) = family_says(desk, course);
    all.push((unanswered, family));
    all.into_iter()
        .map(|(warns, words)| {
            let shape = if warns { Shape::Warning } else { Shape::Tick };
            view! { <p class="mark secrecy" class:warn=warns>{small_icon(shape)}{words}</p> }
        })
        .collect_view()
}

pub(super) fn because_key(because: domain::team_meeting::Postponement) -> &'static str {
    use domain::team_meeting::Postponement;
    match because {
        Postponement::NoQuorum => "because-no_quorum",
        Postponement::FamilyAsked => "because-family_asked",
        Postponement::SomeoneMissing => "because-someone_missing",
        Postponement::Other => "because-other",
    }
}

fn family_says(desk: Desk, course: &Course) -> (bool, String) {
    let Some(family) = &course.family else {
        return (true, say("family-unanswered"));
    };
    let name = family.by.as_ref().map_or_else(String::new, |name| name.0.clone());
    let on = family.on.map_or_else(String::new, |on| days::near(on.0, desk.today()));
    let key = format!("family-{}-says", family.how);
    let words = match family.how.as_str() {
        "informed" => say_with(&key, &[("date", on.into()), ("name", name.into())]),
        "represented" => say_with(&key, &[("name", name.into())]),
        _ => say(&key),
    };
    (family.how == "withheld", words)
}

/// The next step, with why it may not be taken yet.
#[component]
pub(super) fn Next(steps: Steps, stage: Memo<Stage>) -> impl IntoView {
    let steps = steps.apart();
    let warned = RwSignal::new(false);
    let next = move || -> Option<(Command, Step, &'static str)> {
        match stage.get() {
            Stage::Scheduled
                if steps
                    .seen
                    .with(|seen| seen.in_force.as_ref().is_some_and(|rules| rules.summons.is_some())) =>
            {
                let step = Step::SendSummons { sent_on: None };
                Some((Command::SendSummons { sent_on: None }, step, "step-send_summons"))
            }
            Stage::Scheduled | Stage::Convened => Some((
                Command::OpenPreparation,
                Step::OpenPreparation {},
                "step-open_preparation",
            )),
            Stage::Preparing => {
                let warned = warned.get();
                Some((Command::Open { warned }, Step::Open { warned }, "step-open"))
            }
            Stage::InSession | Stage::Decided => Some((Command::EndSession, Step::EndSession {}, "step-end_session")),
            Stage::MinutesDrafted => Some((Command::ValidateMinutes, Step::ValidateMinutes {}, "step-validate")),
            Stage::Distributed => Some((Command::Close, Step::Close {}, "step-close")),
            Stage::SessionEnded | Stage::MinutesValidated | Stage::Closed | Stage::Cancelled => None,
        }
    };
    let unbound = move || {
        steps.seen.with(|seen| {
            let sitting = seen.rules.sitting();
            stage.get() == Stage::Preparing && sitting.is_some_and(|sitting| !sitting.unbound().is_empty())
        })
    };
    move || {
        let (command, step, key) = next()?;
        let refusal = Signal::derive(move || steps.refusal(command.clone()));
        Some(view! {
            <div class="acts">
                {unbound()
                    .then(|| {
                        view! {
                            <label class="chip warn">
                                <input
                                    type="checkbox"
                                    name="warned"
                                    prop:checked=move || warned.get()
                                    on:change=move |event| warned.set(event_target_checked(&event))
                                />
                                {small_icon(Shape::Unlocked)}
                                <span class="name">{say("warned-label")}</span>
                            </label>
                        }
                    })}
                <Act weight=Weight::First refusal on_act=Callback::new(move |()| steps.take(step.clone()))>{say(key)}</Act>
                {unfulfilled(steps.wish, None, &[])}
            </div>
        })
    }
}

/// What each step needs, below the fold.
pub(super) fn lead(steps: Steps, stage: Stage) -> AnyView {
    if stage.is_over() {
        return view! { <After steps stage/> }.into_any();
    }
    let before = stage < Stage::InSession;
    let writes = stage >= Stage::Preparing;
    view! {
        {(!before).then(|| view! { <bringing::Said steps/> })}
        {before.then(|| view! { <Family steps/> })}
        <Attendances steps/>
        <bringing::Sheets steps writes/>
        {before.then(|| view! { <moving::Postpone steps/><moving::Cancel steps/> })}
        {(!before).then(|| view! { <moving::PutOff steps/> })}
        {(stage == Stage::Decided).then(|| view! { <Documents steps/> })}
    }
    .into_any()
}

/// Who is there, who presides instead, and what the roster does not tell yet.
#[component]
fn Attendances(steps: Steps) -> impl IntoView {
    let steps = steps.apart();
    let roster = Memo::new(move |_| steps.seen.with(|seen| seen.roster.clone()));
    view! {
        <section>
        <h3>{say("attendance")}</h3>
        <ul class="lines">{move || roster.get().iter().map(|seat| attendance(steps, seat)).collect_view()}</ul>
        {unfulfilled(steps.wish, None, &[])}
        </section>
    }
}

fn attendance(steps: Steps, seat: &Seat) -> impl IntoView + use<> {
    let participant = seat.participant;
    let name = seat.name.0.clone();
    let known = seat.attendance;
    let label = say_with("attendance-of", &[("name", (&name).into())]);
    let options = ATTENDANCES
        .map(|(code, attendance)| {
            let chosen = known == Some(attendance);
            view! { <option value=code selected=chosen>{say(&format!("attendance-{code}"))}</option> }
        })
        .collect_view();
    let told = steps.seen.with_untracked(|seen| {
        let sitting = seen.rules.sitting();
        sitting.and_then(|sitting| sitting.place(participant).map(domain::team_meeting::Place::is_told))
    });
    let complete = (told == Some(false)).then(|| {
        let words = say_with("roster-complete", &[("name", (&name).into())]);
        let step = Step::RecordStanding {
            participant,
            capacity: Capacity::Member,
        };
        view! { <Act weight=Weight::Plain on_act=Callback::new(move |()| steps.take(step.clone()))>{words}</Act> }
    });
    let chair = match participant {
        Participant::Worker(worker) if !seat.chair => Some(view! {
            <Act weight=Weight::Plain on_act=Callback::new(move |()| steps.take(Step::AppointChair { worker }))>
                {say("chair-instead")}
            </Act>
        }),
        Participant::Worker(_) | Participant::Person(_) => None,
    };
    view! {
        <li class="attendance">
            <span class="strong">{name}</span>
            <select
                aria-label=label
                on:change=move |event| {
                    let chosen = event_target_value(&event);
                    if let Some((_, attendance)) = ATTENDANCES.into_iter().find(|(code, _)| *code == chosen) {
                        steps.take(Step::RecordAttendance { participant, attendance });
                    }
                }
            >
                <option value="" selected=known.is_none()>{say("attendance-unknown")}</option>
                {options}
            </select>
            {complete}
            {chair}
        </li>
    }
}

/// Someone of a choice.
pub(super) fn participant_of(code: &str) -> Option<Participant> {
    let (kind, id) = code.split_once(':')?;
    let id = id.parse().ok()?;
    match kind {
        "worker" => Some(Participant::Worker(WorkerId(id))),
        "person" => Some(Participant::Person(PersonId(id))),
        _ => None,
    }
}

/// Those around the table, as choices.
pub(super) fn seated(seen: &SharedView, wanted: impl Fn(&Seat) -> bool) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), say("choose-person"))];
    let seats = seen.roster.iter().filter(|seat| wanted(seat));
    choices.extend(seats.map(|seat| {
        let code = match seat.participant {
            Participant::Worker(worker) => format!("worker:{worker}"),
            Participant::Person(person) => format!("person:{person}"),
        };
        (code, seat.name.0.clone())
    }));
    choices
}

/// How the family knows that one speaks of it.
#[component]
fn Family(steps: Steps) -> impl IntoView {
    let steps = steps.apart();
    let draft = Draft::open(
        steps.desk.who().worker.0,
        &format!("family.{}.{}", steps.meeting, steps.case),
    );
    let of = move |name| Of::new(draft, steps.wish, name);
    let how = move || {
        let chosen = draft.get("how");
        if chosen.is_empty() {
            "informed".to_owned()
        } else {
            chosen
        }
    };
    let answer = move || -> Option<FamilyInformation> {
        match how().as_str() {
            "present" => Some(FamilyInformation::Present {}),
            "represented" => Some(FamilyInformation::Represented {
                by: participant_of(&draft.get("by"))?,
            }),
            "withheld" => Some(FamilyInformation::Withheld {
                reason: advice::plain(&draft.get("reason"))?,
            }),
            _ => match participant_of(&draft.get("by"))? {
                Participant::Worker(by) => Some(FamilyInformation::Informed {
                    on: day_of(&draft.get("on"))?,
                    by,
                }),
                Participant::Person(_) => None,
            },
        }
    };
    let refusal = Signal::derive(move || answer().is_none().then(|| say("family-answer-needed")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(information) = answer() {
            steps.take_then(Step::InformFamily { information }, move || draft.close());
        }
    };
    let choices = ["informed", "present", "represented", "withheld"]
        .map(|code| (code, None, say(&format!("family-{code}"))))
        .to_vec();
    let professionals = Signal::derive(move || {
        let all = how() == "represented";
        steps
            .seen
            .with(|seen| seated(seen, |seat| all || matches!(seat.participant, Participant::Worker(_))))
    });
    view! {
        <form class="form family-form" on:submit=submit>
            <h3>{say("family-how")}</h3>
            {draft_notices(draft)}
            {one_chip(of("how"), say("family-how"), choices)}
            {move || match how().as_str() {
                "present" => ().into_any(),
                "represented" => one_of(of("by"), say("family-by"), professionals),
                "withheld" => lines(of("reason"), say("family-reason"), false, say("family-reason-example")),
                _ => {
                    view! {
                        <div class="row">
                            {day_field(of("on"), say("family-on"))}
                            {one_of(of("by"), say("family-by"), professionals)}
                        </div>
                    }
                        .into_any()
                }
            }}
            {unfulfilled(steps.wish, draft, &["on", "by", "reason"])}
            <Send refusal busy=steps.wish.busy>{say("family-save")}</Send>
        </form>
    }
}
