//! The pieces in which the client comes: what a screen alone uses is a file of its own, fetched when the screen is opened.
//! The build cuts at the functions marked `wasm_split`; each answers how its screen is drawn. Functions that bear the same
//! name there are one piece: screens that share most of their code, or come one after the other, do well to, since each
//! piece more may double the number of files for what pieces share. Each comes with the chapter of sentences that it alone
//! says.

use super::{
    accesses::{AccessesPage, ReadingsPage},
    appointments,
    course::{CoursePage, OpeningPage},
    documents::DocumentsPage,
    financial_aids::FinancialAidsPage,
    password::FirstPassword,
    second_factor::FirstApplication,
    sessions::SessionsPage,
    support_case::{
        SupportCasePage,
        sharing::{Sharing, Told},
    },
    support_cases::CasesPage,
    team_meeting::{Part, TeamMeetingPage},
    team_meetings::TeamMeetingsPage,
    timeline::TimelinePage,
    week::WeekPage,
    workload::{OwnPage, WorkloadPage},
};
use crate::{
    api::{Answer, Failure},
    browser,
    desk::Desk,
    parts::states::empty,
    route::Route,
    words::{self, Unheard, say},
};
use contract::account::Need;
use domain::words::{SupportCaseId, TeamMeetingId};
use gloo_net::http::Request;
use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};
use sentences::Chapter;
use std::{future::Future, pin::Pin};

/// Draws a screen.
pub(super) type Draw = Box<dyn Fn() -> AnyView + Send + Sync>;

/// A piece that did not come. It can be asked for again.
struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_lost: SplitLoaderError) -> Self {
        Self
    }
}

impl From<Unheard> for Missing {
    fn from(_unheard: Unheard) -> Self {
        Self
    }
}

/// A piece on its way.
type Piece<T, Lost> = Pin<Box<dyn Future<Output = Result<T, Lost>>>>;

/// Fetches a piece and its sentences at the same time, each unless it is there.
async fn with<T, Lost>(chapter: Chapter, piece: Piece<T, Lost>) -> Result<T, Missing>
where
    Missing: From<Lost>,
{
    let sentences = words::fetch(words::language(), chapter);
    let piece = piece.await?;
    sentences.await?;
    Ok(piece)
}

/// How the screen of an address is drawn; its piece is fetched unless it is there.
///
/// # Errors
/// When the piece did not come: the network is away, the server has a newer client, or it serves less than it should.
pub(super) async fn drawing(desk: Desk, route: Route) -> Answer<Draw> {
    let piece = match route {
        // Who neither follows cases nor answers for a team has no week: she is told so where her cases would be.
        Route::Week if has_week(desk) => with(Chapter::Week, Box::pin(week(desk))).await,
        Route::Week | Route::Cases => drawn(move || view! { <CasesPage desk/> }.into_any()),
        Route::Case(case) => with(Chapter::SupportCase, Box::pin(support_case(desk, SupportCaseId(case)))).await,
        Route::Opening => with(Chapter::Course, Box::pin(opening(desk))).await,
        Route::Course(case) => with(Chapter::Course, Box::pin(course(desk, SupportCaseId(case)))).await,
        Route::Documents(case) => with(Chapter::Documents, Box::pin(documents(desk, SupportCaseId(case)))).await,
        Route::FinancialAids(case) => {
            let case = SupportCaseId(case);
            with(Chapter::FinancialAids, Box::pin(financial_aids(desk, case))).await
        }
        Route::Timeline(case) => with(Chapter::Timeline, Box::pin(timeline(desk, SupportCaseId(case)))).await,
        Route::Meetings => drawn(move || view! { <TeamMeetingsPage desk/> }.into_any()),
        Route::Meeting { meeting, case } => {
            let (meeting, case) = (TeamMeetingId(meeting), case.map(SupportCaseId));
            with(Chapter::TeamMeeting, Box::pin(team_meeting(desk, meeting, case))).await
        }
        // Who answers for no team has her own load and no other.
        Route::Workload if desk.who().sees_load => with(Chapter::Workload, Box::pin(workload(desk))).await,
        Route::Workload | Route::OwnLoad => with(Chapter::Workload, Box::pin(own_load(desk))).await,
        Route::Accesses => with(Chapter::Accesses, Box::pin(accesses(desk))).await,
        Route::Readings(case) => with(Chapter::Accesses, Box::pin(readings(SupportCaseId(case)))).await,
        Route::Sessions => with(Chapter::Account, Box::pin(sessions(desk))).await,
        Route::Nowhere => drawn(|| view! { <h1>{say("title-nowhere")}</h1> {empty("nowhere")} }.into_any()),
    };
    match piece {
        Ok(draw) => Ok(draw),
        Err(Missing) => Err(why_missing().await),
    }
}

/// Fetches the pieces that have not come yet, one after the other, once the browser has nothing else to do: a click is
/// then answered at once, and a network that goes away takes no screen with it.
pub(super) fn fetch_ahead() {
    request_idle_callback(|| {
        // What does not come now is fetched when its screen is opened, and missed there.
        spawn_local(async { drop(fetch_all().await) });
    });
}

/// Whether a week is hers.
fn has_week(desk: Desk) -> bool {
    let me = desk.who();
    me.works_on_cases || me.sees_load
}

async fn fetch_all() -> Result<(), Missing> {
    with(Chapter::SupportCase, Box::pin(fetch_support_case())).await?;
    with(Chapter::Week, Box::pin(fetch_week())).await?;
    with(Chapter::Appointments, Box::pin(fetch_appointments())).await?;
    with(Chapter::Sharing, Box::pin(fetch_sharing())).await?;
    with(Chapter::Course, Box::pin(fetch_course())).await?;
    with(Chapter::Course, Box::pin(fetch_opening())).await?;
    with(Chapter::Documents, Box::pin(fetch_documents())).await?;
    with(Chapter::FinancialAids, Box::pin(fetch_financial_aids())).await?;
    with(Chapter::Timeline, Box::pin(fetch_timeline())).await?;
    with(Chapter::TeamMeeting, Box::pin(fetch_team_meeting())).await?;
    with(Chapter::MeetingLead, Box::pin(fetch_meeting_lead())).await?;
    with(Chapter::Workload, Box::pin(fetch_own_load())).await?;
    with(Chapter::Workload, Box::pin(fetch_workload())).await?;
    with(Chapter::Accesses, Box::pin(fetch_accesses())).await?;
    with(Chapter::Accesses, Box::pin(fetch_readings())).await?;
    with(Chapter::Account, Box::pin(fetch_sessions())).await
}

/// How what is passed on of a case is drawn, beside the case itself: it is a piece of its own, since few readers act there.
///
/// # Errors
/// As [`drawing`].
pub(super) async fn sharing_drawing(told: Told) -> Answer<Draw> {
    match with(Chapter::Sharing, Box::pin(sharing(told))).await {
        Ok(draw) => Ok(draw),
        Err(Missing) => Err(why_missing().await),
    }
}

/// How appointments are drawn, beside a case or a week: one piece with what is passed on, which a case fetches in any case.
///
/// # Errors
/// As [`drawing`].
pub(super) async fn appointments_drawing(part: appointments::Part) -> Answer<Draw> {
    match with(Chapter::Appointments, Box::pin(booked(part))).await {
        Ok(draw) => Ok(draw),
        Err(Missing) => Err(why_missing().await),
    }
}

/// Why a piece did not come: the page of the client is asked for, which says of which build it is.
async fn why_missing() -> Failure {
    let Ok(answer) = Request::get("/").send().await else {
        return Failure::Unreached;
    };
    let (true, Ok(page)) = (answer.ok(), answer.text().await) else {
        return Failure::Unreached;
    };
    match browser::meta("trame-build") {
        Some(build) if !page.contains(&build) => Failure::TooOld,
        Some(_) | None => Failure::Broken {
            reference: Some("client-piece".to_owned()),
        },
    }
}

fn drawn(draw: impl Fn() -> AnyView + Send + Sync + 'static) -> Result<Draw, Missing> {
    Ok(Box::new(draw))
}

#[wasm_split(support_case, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_support_case))]
fn support_case(desk: Desk, case: SupportCaseId) -> Result<Draw, Missing> {
    drawn(move || view! { <SupportCasePage desk case/> }.into_any())
}

#[wasm_split(course, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_course))]
fn course(desk: Desk, case: SupportCaseId) -> Result<Draw, Missing> {
    drawn(move || view! { <CoursePage desk case/> }.into_any())
}

#[wasm_split(course, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_opening))]
fn opening(desk: Desk) -> Result<Draw, Missing> {
    drawn(move || view! { <OpeningPage desk/> }.into_any())
}

#[wasm_split(course, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_documents))]
fn documents(desk: Desk, case: SupportCaseId) -> Result<Draw, Missing> {
    drawn(move || view! { <DocumentsPage desk case/> }.into_any())
}

#[wasm_split(financial_aids, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_financial_aids))]
fn financial_aids(desk: Desk, case: SupportCaseId) -> Result<Draw, Missing> {
    drawn(move || view! { <FinancialAidsPage desk case/> }.into_any())
}

#[wasm_split(week, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_week))]
fn week(desk: Desk) -> Result<Draw, Missing> {
    drawn(move || view! { <WeekPage desk/> }.into_any())
}

#[wasm_split(sharing, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_sharing))]
fn sharing(told: Told) -> Result<Draw, Missing> {
    drawn(move || view! { <Sharing told/> }.into_any())
}

#[wasm_split(sharing, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_appointments))]
fn booked(part: appointments::Part) -> Result<Draw, Missing> {
    drawn(move || part.drawn())
}

#[wasm_split(timeline, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_timeline))]
fn timeline(desk: Desk, case: SupportCaseId) -> Result<Draw, Missing> {
    drawn(move || view! { <TimelinePage desk case/> }.into_any())
}

#[wasm_split(team_meeting, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_team_meeting))]
fn team_meeting(desk: Desk, meeting: TeamMeetingId, case: Option<SupportCaseId>) -> Result<Draw, Missing> {
    drawn(move || view! { <TeamMeetingPage desk meeting case/> }.into_any())
}

/// How a part of a meeting in which something is written is drawn: a piece of its own, since most around a table only look.
///
/// # Errors
/// When the piece did not come.
pub(super) async fn meeting_part(part: Part) -> Answer<Draw> {
    match with(Chapter::MeetingLead, Box::pin(meeting_lead(part))).await {
        Ok(draw) => Ok(draw),
        Err(Missing) => Err(why_missing().await),
    }
}

#[wasm_split(meeting_lead, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_meeting_lead))]
fn meeting_lead(part: Part) -> Result<Draw, Missing> {
    drawn(move || part.drawn())
}

#[wasm_split(workload, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_workload))]
fn workload(desk: Desk) -> Result<Draw, Missing> {
    drawn(move || view! { <WorkloadPage desk/> }.into_any())
}

#[wasm_split(week, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_own_load))]
fn own_load(desk: Desk) -> Result<Draw, Missing> {
    drawn(move || view! { <OwnPage desk/> }.into_any())
}

#[wasm_split(timeline, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_accesses))]
fn accesses(desk: Desk) -> Result<Draw, Missing> {
    drawn(move || view! { <AccessesPage desk/> }.into_any())
}

#[wasm_split(timeline, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_readings))]
fn readings(case: SupportCaseId) -> Result<Draw, Missing> {
    drawn(move || view! { <ReadingsPage case/> }.into_any())
}

/// What is set up once, while somebody signs in for the first time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FirstStep {
    /// A password in the place of a first secret.
    Password,
    /// An application beside the password.
    Application,
}

/// Where somebody goes on from there.
#[derive(Clone, Copy)]
pub(super) struct Onward {
    /// It is done: what is still needed, when something is.
    pub(super) after: Callback<Option<Need>>,
    /// It waited too long.
    pub(super) over: Callback<()>,
    /// She begins again, since she wants to.
    pub(super) anew: Callback<()>,
}

/// How it is drawn: few ever see it. What an account sets up is one piece with what is written in a meeting: both are forms
/// and little else.
///
/// # Errors
/// As [`drawing`].
pub(super) async fn first_step_drawing(what: FirstStep, onward: Onward) -> Answer<Draw> {
    match with(Chapter::Account, Box::pin(first_step(what, onward))).await {
        Ok(draw) => Ok(draw),
        Err(Missing) => Err(why_missing().await),
    }
}

#[wasm_split(meeting_lead, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_first_step))]
fn first_step(what: FirstStep, onward: Onward) -> Result<Draw, Missing> {
    drawn(move || match what {
        FirstStep::Password => view! { <FirstPassword onward/> }.into_any(),
        FirstStep::Application => view! { <FirstApplication onward/> }.into_any(),
    })
}

#[wasm_split(meeting_lead, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_sessions))]
fn sessions(desk: Desk) -> Result<Draw, Missing> {
    drawn(move || view! { <SessionsPage desk/> }.into_any())
}
