//! The parts of meetings in which something is written: one piece of the client, fetched beside the page that all look at.

use super::{calling::CallForm, conduct, decisions::DecisionForm, step::Steps};
use crate::{asked::Asked, desk::Desk, drafts::Draft, pages::pieces, parts::states::loaded};
use contract::{support_case::CaseView, team_meeting::SharedView};
use domain::{
    team_meeting::Stage,
    words::{SupportCaseId, TeamMeetingId},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A part.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    /// The next step.
    Next(Steps, Memo<Stage>),
    /// What each step needs.
    Lead(Steps, Stage),
    /// Writing down a decision.
    Decide(
        Desk,
        TeamMeetingId,
        SupportCaseId,
        Signal<Arc<SharedView>>,
        Draft,
        Asked<SharedView>,
    ),
    /// Calling a meeting.
    Call(Desk, SupportCaseId, Signal<Arc<CaseView>>, RwSignal<bool>),
}

impl Part {
    /// The part itself: only the piece asks for it.
    pub(crate) fn drawn(self) -> AnyView {
        match self {
            Self::Next(steps, stage) => view! { <conduct::Next steps stage/> }.into_any(),
            Self::Lead(steps, stage) => conduct::lead(steps, stage),
            Self::Decide(desk, meeting, case, seen, draft, asked) => {
                view! { <DecisionForm desk meeting case seen draft asked/> }.into_any()
            }
            Self::Call(desk, case, seen, open) => view! { <CallForm desk case seen open/> }.into_any(),
        }
    }
}

/// A part in its place, once its piece is there.
pub(crate) fn fetched(part: Part) -> impl IntoView {
    let asked = Asked::new(move || pieces::meeting_part(part));
    loaded(asked, "meeting-waiting", |draw| {
        let draw = draw.get_untracked();
        draw()
    })
}
