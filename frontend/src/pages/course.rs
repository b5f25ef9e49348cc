//! The course of a case: opening one; who lives there and who is around; the rhythm; how it ends and begins again.

mod around;
mod due;
mod ending;
mod household;
mod opening;
mod words;

pub(crate) use opening::OpeningPage;

use super::support_case::followed;
use crate::{
    desk::Desk,
    parts::states::{loaded, stale},
    route::Route,
    words::say,
};
use contract::support_case::CaseView;
use domain::words::{DeadlineId, PersonId, SupportCaseId, WorkerId};
use leptos::prelude::*;

/// What stands open above the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Somebody comes to live there.
    Welcome,
    /// Somebody no longer lives there.
    MoveOut(PersonId),
    /// A colleague joins.
    Join,
    /// A colleague leaves.
    Leave(WorkerId),
    /// The case passes on.
    HandOver,
    /// Something is due.
    SetDeadline,
    /// What is due moves.
    MoveDeadline(DeadlineId),
    /// Nothing is due any more.
    WithdrawDeadline(DeadlineId),
    /// Another rhythm.
    Cadence,
    /// It ends.
    Close,
    /// It begins again.
    Reopen,
}

/// What each part needs.
type Place = super::place::Place<CaseView, Open>;

/// The screen.
#[component]
pub(crate) fn CoursePage(desk: Desk, case: SupportCaseId) -> impl IntoView {
    let asked = followed(desk, case);
    let open = RwSignal::new(None::<Open>);
    view! {
        {stale(asked)}
        {loaded(asked, "case-waiting", move |seen| {
            let place = Place { desk, case, seen, open, asked, drafts: "course" };
            view! {
                <p class="over"><a href=Route::Case(case.0).path()>{move || seen.with(|case| case.label.0.clone())}</a></p>
                <h1>{say("course-title")}</h1>
                <Show when=move || !seen.with(|case| case.acts)>
                    <p class="why">{say("course-read-only")}</p>
                </Show>
                <household::AtHome place/>
                <around::Around place/>
                <due::Due place/>
                <ending::Standing place/>
            }
        })}
    }
}
