//! One page seen by all around the table: the question, the family's words, what is known in two voices, the decisions.
//!
//! The screen shows what all in the room may see: the server has cut it already. A past day locks writing.

mod bringing;
mod calling;
mod conduct;
mod copies;
mod decisions;
mod family;
mod known;
mod minutes;
mod model;
mod moving;
mod part;
mod rest;
mod step;
mod time;
mod weft;

use super::past::past_band;
use crate::follow::follow;
use crate::{
    api,
    asked::Asked,
    desk::{BarTitle, Desk},
    parts::{
        days,
        icon::{Shape, small_icon},
        states::{empty, loaded, stale},
    },
    route::Route,
    way::go_instead,
    words::{say, say_with},
};
use contract::team_meeting::{AgendaLine, Seat, SharedView, ViewpointView};
use domain::{
    team_meeting::{Attendance, Kind, Participant},
    words::{Day, SupportCaseId, TeamMeetingId},
};
pub(crate) use family::deadline_words;
use leptos::prelude::*;
pub(crate) use part::{Part, fetched};
use std::sync::Arc;

/// The key of a kind of meeting.
pub(crate) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::CaseReview => "meeting-case_review",
        Kind::MultidisciplinaryTeam => "meeting-multidisciplinary_team",
        Kind::MeasureReview => "meeting-measure_review",
        Kind::FamilyConference => "meeting-family_conference",
        Kind::WeeklyTeam => "meeting-weekly_team",
        Kind::ConcernAssessment => "meeting-concern_assessment",
        Kind::ChildPlan => "meeting-child_plan",
        Kind::ChildStatusCommission => "meeting-child_status_commission",
        Kind::InsertionTeam => "meeting-insertion_team",
        Kind::DisabilityTeam => "meeting-disability_team",
        Kind::DisabilityCommission => "meeting-disability_commission",
    }
}

/// The screen; a meeting named without a case opens on the first of its agenda that the reader may open.
#[component]
pub(crate) fn TeamMeetingPage(desk: Desk, meeting: TeamMeetingId, case: Option<SupportCaseId>) -> AnyView {
    match case {
        Some(case) => view! { <SharedPage desk meeting case/> }.into_any(),
        None => {
            let asked = Asked::new(api::team_meeting::list);
            loaded(asked, "meeting-waiting", move |list| {
                let list = list.get();
                let found = list
                    .to_come
                    .iter()
                    .chain(&list.held)
                    .find(|line| line.team_meeting == meeting);
                match found.and_then(|line| line.cases.first()) {
                    Some(first) => {
                        let to = Route::Meeting {
                            meeting: meeting.0,
                            case: Some(first.support_case.0),
                        };
                        {
                            go_instead(to);
                            ().into_any()
                        }
                    }
                    None => empty("meeting-no-case").into_any(),
                }
            })
            .into_any()
        }
    }
}

#[component]
fn SharedPage(desk: Desk, meeting: TeamMeetingId, case: SupportCaseId) -> impl IntoView {
    let day = RwSignal::new(None::<Day>);
    let asked = Asked::new(move || api::team_meeting::shared(meeting, case, day.get()));
    desk.live.on_change(
        move || {
            asked.seen.with(|seen| {
                seen.as_ref()
                    .map(|view| (Some(view.case.topic.clone()), view.case.position))
            })
        },
        move || asked.again(),
    );
    follow(move || {
        let title = asked.seen.with(|seen| seen.as_ref().map(|view| bar_title(desk, view)));
        desk.title.set(title);
    });
    on_cleanup(move || desk.title.set(None));
    view! {
        {stale(asked)}
        {loaded(asked, "meeting-waiting", move |seen| {
            view! { <Table desk meeting case seen day asked/> }
        })}
    }
}

fn bar_title(desk: Desk, view: &SharedView) -> BarTitle {
    let on = days::long(days::day_of(view.starts_at));
    let turn = view.agenda.iter().find(|line| line.current);
    let starts_at = turn.map_or(view.starts_at, |line| line.starts_at);
    let time = match model::spent(starts_at, view.minutes, desk.now()) {
        Some(spent) => say_with(
            "minutes-spent",
            &[("spent", spent.into()), ("all", view.minutes.into())],
        ),
        None => say_with("minutes-all", &[("all", view.minutes.into())]),
    };
    BarTitle {
        meeting: format!("{} · {} · {on}", say(kind_key(view.kind)), view.service.name),
        time,
    }
}

#[component]
fn Table(
    desk: Desk,
    meeting: TeamMeetingId,
    case: SupportCaseId,
    seen: Signal<Arc<SharedView>>,
    day: RwSignal<Option<Day>>,
    asked: Asked<SharedView>,
) -> impl IntoView {
    let drafted = RwSignal::new(Vec::<String>::new());
    let steps = step::Steps::new(desk, (meeting, case), seen, asked);
    // A view that somebody is reading stays open when a decision comes in.
    let around = Memo::new(move |_| seen.with(|view| (view.roster.clone(), view.viewpoints.clone())));
    view! {
        {move || {
            let view = seen.get();
            let remarks = [
                (true, "as-known-locked"),
                (true, "as-known-table"),
                (view.case.nothing_known, "as-known-nothing"),
                (view.case.from_source, "as-known-source"),
            ];
            past_band(day, view.case.as_known_on, remarks)
        }}
        <div class="meeting">
            <header class="question">
                <div>
                    <p class="over">
                        {move || say_with("meeting-over", &[("label", (&seen.get().case.label.0).into())])}
                    </p>
                    <h1>{move || seen.get().question.0.clone()}</h1>
                </div>
                <family::Household seen/>
            </header>
            <ul class="roster" aria-label=say("roster")>
                {move || around.with(|(roster, views)| roster.iter().map(|each| seat(each, views)).collect_view())}
            </ul>
            <conduct::Conduct steps day/>
            <weft::Weft seen drafted>
                <family::Family desk seen/>
                <known::Known seen/>
                <decisions::Decisions desk meeting case seen day drafted asked/>
            </weft::Weft>
            <div class="meeting-foot">
                <time::TimeControl desk seen day/>
                <section class="agenda">
                    <h2 class="over">{say("agenda")}</h2>
                    <ol>{move || agenda(&seen.get())}</ol>
                </section>
            </div>
        </div>
    }
}

/// Someone around the table: name, service or place, whether secrecy binds her, by icon and by words, and what she
/// wrote.
fn seat(seat: &Seat, views: &[ViewpointView]) -> impl IntoView + use<> {
    let family = matches!(seat.participant, Participant::Person(_));
    let away = matches!(seat.attendance, Some(Attendance::Excused | Attendance::Absent));
    let mut place: Vec<String> = Vec::new();
    if family {
        place.push(say("seat-person"));
    }
    if seat.chair {
        place.push(say("seat-chair"));
    }
    if seat.referent {
        place.push(say("seat-referent"));
    }
    place.extend(
        seat.service
            .as_ref()
            .filter(|_| !seat.chair)
            .map(|service| service.name.clone()),
    );
    let (shape, words, class) = match (seat.attendance, seat.bound_by_secrecy) {
        (Some(Attendance::Excused), _) => (Shape::Cross, "seat-excused", "calm"),
        (Some(Attendance::Absent), _) => (Shape::Cross, "seat-absent", "calm"),
        (Some(Attendance::InPart), None) => (Shape::Words, "seat-in-part", "calm"),
        (Some(Attendance::Present), None) => (Shape::Words, "seat-present", "calm"),
        (None, None) => (Shape::Words, "attendance-unknown", "calm"),
        (Some(Attendance::Present | Attendance::InPart) | None, Some(true)) => (Shape::Locked, "secrecy-bound", "calm"),
        (Some(Attendance::Present | Attendance::InPart) | None, Some(false)) => {
            (Shape::Unlocked, "secrecy-unbound", "warn")
        }
    };
    let written: Vec<_> = views.iter().filter(|view| view.of == seat.participant).collect();
    let wrote = if written.is_empty() {
        seat.wrote
            .then(|| view! { <p class="mark">{say("seat-wrote")}</p> })
            .into_any()
    } else {
        let texts = written
            .into_iter()
            .map(|view| written_view(view, family))
            .collect_view();
        view! {
            <details class="written fold" name="written">
                <summary class="mark secrecy">{small_icon(Shape::Write)}{say("seat-wrote")}</summary>
                <div>{texts}</div>
            </details>
        }
        .into_any()
    };
    view! {
        <li class:away=away>
            <p class:voice=family class="strong">{seat.name.0.clone()}</p>
            <p class="mark">{place.join(" · ")}</p>
            <p class=format!("mark secrecy {class}")>{small_icon(shape)}{say(words)}</p>
            {wrote}
        </li>
    }
}

/// A view as it was written, under the name of whoever it speaks for.
fn written_view(view: &ViewpointView, family: bool) -> impl IntoView + use<> {
    view! {
        <p class="strong">{view.name.0.clone()}</p>
        <p class:voice=family>{view.text.0.clone()}</p>
    }
}

fn agenda(view: &SharedView) -> impl IntoView + use<> {
    let lines = view.agenda.iter().map(agenda_line).collect_view();
    let end = view.agenda.iter().max_by_key(|line| line.starts_at).and_then(|line| {
        line.starts_at
            .checked_add(jiff::SignedDuration::from_mins(i64::from(line.minutes)))
            .ok()
    });
    let end = end.map(|at| {
        view! {
            <li>
                <p class="strong">{days::clock(days::wall(at))}</p>
                <p class="mark">{say("agenda-end")}</p>
            </li>
        }
    });
    view! { {lines} {end} }
}

fn agenda_line(line: &AgendaLine) -> impl IntoView + use<> {
    let words = match (&line.label, &line.referent) {
        (Some(label), _) => label.0.clone(),
        (None, Some(referent)) => say_with(
            "agenda-case-of",
            &[("rank", line.rank.into()), ("referent", (&referent.0).into())],
        ),
        (None, None) => say_with("agenda-case", &[("rank", line.rank.into())]),
    };
    view! {
        <li class:current=line.current aria-current=line.current.then_some("true")>
            <p class="strong">{days::clock(days::wall(line.starts_at))}</p>
            <p class="mark" class:strong=line.current>{words}</p>
            {line.turn.then(|| view! { <p class="now live">{say("turn-now")}</p> })}
        </li>
    }
}
