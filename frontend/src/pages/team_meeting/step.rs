//! A step of the meeting on its way: one intent, one command, however often the button is pressed.

use crate::{
    advice, api,
    asked::{Asked, Wish},
    desk::Desk,
    words::say,
};
use contract::team_meeting::{SharedView, Step, TakeStep};
use domain::{
    configuration::InForce,
    team_meeting::Command,
    words::{Day, SupportCaseId, TeamMeetingId},
};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// What steps of one page need.
#[derive(Clone, Copy)]
pub(crate) struct Steps {
    pub(crate) desk: Desk,
    pub(crate) meeting: TeamMeetingId,
    pub(crate) case: SupportCaseId,
    pub(crate) seen: Signal<Arc<SharedView>>,
    pub(crate) wish: Wish,
    asked: Asked<SharedView>,
    tried: StoredValue<Option<(Step, Uuid)>>,
}

impl Steps {
    pub(crate) fn new(
        desk: Desk,
        (meeting, case): (TeamMeetingId, SupportCaseId),
        seen: Signal<Arc<SharedView>>,
        asked: Asked<SharedView>,
    ) -> Self {
        Self {
            desk,
            meeting,
            case,
            seen,
            wish: Wish::new(),
            asked,
            tried: StoredValue::new(None),
        }
    }

    /// The same for another form, whose failures are its own.
    pub(crate) fn apart(self) -> Self {
        Self {
            wish: Wish::new(),
            tried: StoredValue::new(None),
            ..self
        }
    }

    /// Takes a step. The same one, tried again after an answer that did not come, is the same command.
    pub(crate) fn take(self, step: Step) {
        self.take_then(step, || ());
    }

    /// The same, with what comes once it is taken.
    pub(crate) fn take_then(self, step: Step, then: impl FnOnce() + 'static) {
        let again = self.tried.with_value(|tried| match tried {
            Some((before, command)) if *before == step => Some(*command),
            Some(_) | None => None,
        });
        let command = again.unwrap_or_else(Uuid::now_v7);
        self.tried.set_value(Some((step.clone(), command)));
        let body = TakeStep { command, step };
        self.wish
            .send(api::team_meeting::take_step(self.meeting, self.case, body), move |_| {
                self.tried.set_value(None);
                self.desk.toasts.show(say("step-taken"));
                self.asked.again();
                then();
            });
    }

    /// Why the rules would refuse it now, in words.
    pub(crate) fn refusal(self, command: Command) -> Option<String> {
        self.seen.with(|seen| {
            let asked = domain::Asked {
                in_force: in_force(self.desk, seen),
                ..advice::asks(self.desk, self.desk.now(), command)
            };
            advice::refusal(&seen.rules, &asked)
        })
    }
}

/// What is in force for this kind of meeting, as the server told it.
pub(crate) fn in_force(desk: Desk, seen: &SharedView) -> InForce {
    InForce {
        on: Some(Day(desk.today())),
        meetings: seen.in_force.iter().map(|rules| (seen.kind, rules.clone())).collect(),
        ..InForce::default()
    }
}
