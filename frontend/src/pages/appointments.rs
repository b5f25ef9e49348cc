//! Appointments of a case or of a week: those ahead, booking, moving, giving up, and saying what came of one. Of a piece
//! of the client that is fetched beside the page on which it stands.

mod booking;
mod changing;
mod lines;
mod reaching;
mod reminders;

use super::pieces;
use crate::{asked::Asked, desk::Desk, parts::states::loaded, words::say};
use contract::{support_case::CaseView, week::Week};
use domain::{
    appointment::Kind,
    words::{AppointmentId, PersonId, SupportCaseId},
};
use leptos::prelude::*;
use std::sync::Arc;

/// Where appointments are shown.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    /// Those of a case.
    OfCase(Desk, Signal<Arc<CaseView>>, Callback<String>),
    /// Those that she holds herself.
    OfWeek(Desk, Signal<Arc<Week>>, Callback<String>),
}

impl Part {
    /// The part itself: only the piece asks for it.
    pub(crate) fn drawn(self) -> AnyView {
        match self {
            Self::OfCase(desk, seen, saved) => view! { <lines::OfCase desk seen saved/> }.into_any(),
            Self::OfWeek(desk, week, saved) => view! { <lines::OfWeek desk week saved/> }.into_any(),
        }
    }
}

/// A part in its place, once its piece is there.
pub(crate) fn fetched(part: Part) -> impl IntoView {
    let asked = Asked::new(move || pieces::appointments_drawing(part));
    loaded(asked, "appointments-waiting", |draw| {
        let draw = draw.get_untracked();
        draw()
    })
}

/// An appointment of which something is to be done.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Chosen {
    case: SupportCaseId,
    appointment: AppointmentId,
    kind: Kind,
    minutes: u32,
}

/// What stands open above the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Booking one.
    Book,
    /// Moving one.
    Move(Chosen),
    /// Giving one up.
    Cancel(Chosen),
    /// Saying what came of one.
    Tell(Chosen),
    /// Agreeing how somebody may be reached for reminders.
    Reach(PersonId),
    /// Writing down that somebody wants none any more.
    StopReach(PersonId),
}

/// What each part needs.
#[derive(Clone, Copy)]
struct Place {
    desk: Desk,
    open: RwSignal<Option<Open>>,
    saved: Callback<String>,
}

impl Place {
    fn new(desk: Desk, saved: Callback<String>) -> Self {
        Self {
            desk,
            open: RwSignal::new(None),
            saved,
        }
    }

    /// It is done: the sheet closes, and the page asks again.
    fn done(self, told: &'static str) {
        self.open.set(None);
        self.saved.run(say(told));
    }
}

/// How people meet, as a code.
fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::Office => "office",
        Kind::Home => "home",
        Kind::Phone => "phone",
        Kind::Video => "video",
        Kind::Outside => "outside",
        Kind::GroupSession => "group_session",
    }
}

/// How people meet, in the words of the contact that will come of it.
fn kind_words(kind: Kind) -> String {
    say(match kind {
        Kind::Office => "contact-kind-interview",
        Kind::Home => "contact-kind-home_visit",
        Kind::Phone => "contact-kind-call",
        Kind::Video => "contact-kind-video",
        Kind::Outside => "contact-kind-outside",
        Kind::GroupSession => "appointment-kind-group_session",
    })
}
