//! The accompanied situation of a household: its story, its strengths, those around it, how each life domain goes, and
//! how it ends, is watched, and begins again.

mod decisions;
mod facts;
mod kinds;
mod refusal;

pub use facts::{Assessment, Command, DecidedMeasure, Event, Joining, Leaving, Measure, Opening, Story, Trait};
pub use kinds::{ClosureReason, Complexity, Intensity, Support, Track};
pub use refusal::Refusal;

use crate::words::{Day, MeasureId, OrientationId, WorkerId};
use crate::{Asked, Decided, Decider};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Where a case stands. No personal content, so it may travel to the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SupportCase {
    /// Whether it is open.
    pub phase: Phase,
    /// Who answers for it.
    pub referent: Option<WorkerId>,
    /// Those around the person.
    pub team: BTreeSet<WorkerId>,
    /// Measures that run, with their first day.
    pub measures: BTreeMap<MeasureId, Day>,
    /// Measures that were decided and have yet to begin, with the day of the decision.
    #[serde(default)]
    pub decided: BTreeMap<MeasureId, Day>,
    /// Requests that wait for an answer.
    pub orientations: BTreeSet<OrientationId>,
}

/// Whether a case is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Never opened.
    #[default]
    Unopened,
    /// Open since this day, or again.
    Open(Day),
    /// Ended.
    Closed,
}

impl Decider for SupportCase {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        decisions::decide(self, asked)
    }

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::Opened(opening) => self.phase = Phase::Open(opening.opened_on),
            Event::Reopened { on, .. } => self.phase = Phase::Open(*on),
            Event::Closed { .. } => self.phase = Phase::Closed,
            Event::ReferentAppointed { worker } => self.referent = Some(*worker),
            Event::ReferentHandedOver { to, .. } => self.referent = Some(*to),
            Event::ReferentStoodDown { .. } => self.referent = None,
            Event::TeamMemberJoined(joining) => {
                self.team.insert(joining.worker);
            }
            Event::TeamMemberLeft(leaving) => {
                self.team.remove(&leaving.worker);
            }
            Event::MeasureDecided(decided) => {
                self.decided.insert(decided.measure, decided.on);
            }
            Event::MeasureStarted(measure) => {
                self.decided.remove(&measure.measure);
                self.measures.insert(measure.measure, measure.from);
            }
            Event::MeasureEnded { measure, .. } => {
                self.decided.remove(measure);
                self.measures.remove(measure);
            }
            Event::OrientationRequested { orientation, .. } => {
                self.orientations.insert(*orientation);
            }
            Event::OrientationDecided { orientation, .. } => {
                self.orientations.remove(orientation);
            }
            Event::StoryRecorded(_)
            | Event::StrengthIdentified(_)
            | Event::ObstacleIdentified(_)
            | Event::SituationAssessed(_)
            | Event::SummedUp { .. }
            | Event::HandoverMeetingHeld { .. }
            | Event::CadenceAgreed { .. }
            | Event::ComplexityReviewed { .. }
            | Event::MeasureRenewalAsked { .. }
            | Event::MeasureRenewed { .. }
            | Event::LifeEventRecorded { .. }
            | Event::SignalSetAside { .. }
            | Event::ActRecorded { .. } => {}
        }
        self
    }
}

#[cfg(test)]
mod spec;
