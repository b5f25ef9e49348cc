//! Cases: the reader's list, and one case as it stands or as it was known on a past day.

mod agreed;
mod happened;
mod listed;
mod people;
mod threads;
mod told;

pub use agreed::{ActionView, DeadlineView, DecisionView, DoerView, GoalView, GroundView, OutcomeView, PlanView};
pub use happened::{MeetingRef, Moment, News};
pub use listed::{CaseLine, CaseList, CaseQuery, PhaseFilter, Search};
pub use people::{AroundView, KinView, MemberView};
pub use threads::{LevelPoint, NextStep, Reserved, ThreadView, VoiceView};
pub use told::{Dated, StoryView, TraitView};

use crate::appointment::AppointmentView;
use crate::reminder::ReachView;
use crate::signal::SignalView;
use crate::{Plain, WorkerRef};
use access::Right;
use domain::reminder::Medium;
use domain::words::{Day, DomainOfLife, PersonId, PlanId, SupportCaseId, TraitId, Voice};
use domain::{plan, support_case};
use sealed::Compartment;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How to look at a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct AsKnown {
    /// As it was known at the end of this day; as it stands now when absent.
    #[serde(default)]
    pub as_known_on: Option<Day>,
    /// Read no earlier state than this position.
    #[serde(default)]
    pub at_least: Option<u64>,
}

/// A case: what its reader may see of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseView {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Plain<String>,
    /// The first day.
    pub opened_on: Day,
    /// The last day, while it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Day>,
    /// How it ended, while it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
    /// The rhythm of contact agreed last, where what is done may be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rhythm: Option<support_case::Intensity>,
    /// What the rules know of it: a button asks them.
    pub rules: support_case::SupportCase,
    /// The plan in which something new is written, once there is one.
    pub plan: Option<PlanId>,
    /// All its plans, with what the rules know of each.
    pub plans: Vec<PlanView>,
    /// Whether the reader may write in it, or only reads.
    pub writable: bool,
    /// Whether the reader may act in it, such as book an appointment.
    pub acts: bool,
    /// Whether the reader only holds what was shared with her: what is not here may be there all the same.
    #[serde(default)]
    pub received: bool,
    /// The past day it is shown as of; none when it stands as now. Then nothing can be written.
    pub as_known_on: Option<Day>,
    /// Whether nothing was known of the case on that day.
    pub nothing_known: bool,
    /// Whether something shown is known by the date of an imported source.
    pub from_source: bool,
    /// Today in the territory.
    pub today: Day,
    /// Who lives together.
    pub household: Vec<MemberView>,
    /// Who matters outside.
    pub kin: Vec<KinView>,
    /// Who answers for the case.
    pub referent: Option<WorkerRef>,
    /// Those around the person, the référent first.
    pub team: Vec<WorkerRef>,
    /// The same people, with what each is there for.
    #[serde(default)]
    pub around: Vec<AroundView>,
    /// What she and her children say, newest first.
    pub stories: Vec<StoryView>,
    /// Where things stand, when someone summed it up.
    pub summary: Option<Dated>,
    /// What carries.
    pub strengths: Vec<TraitView>,
    /// What blocks.
    pub obstacles: Vec<TraitView>,
    /// Each life domain that someone spoke of.
    pub threads: Vec<ThreadView>,
    /// What is there and may not be read by this reader, where even that may be known.
    pub reserved: Vec<Reserved>,
    /// Goals of the plan.
    pub goals: Vec<GoalView>,
    /// Actions of the plan.
    pub actions: Vec<ActionView>,
    /// Decisions of team meetings.
    pub decisions: Vec<DecisionView>,
    /// Dates by which something is due and not done.
    pub deadlines: Vec<DeadlineView>,
    /// Appointments of which nothing has come yet, the nearest first.
    #[serde(default)]
    pub appointments: Vec<AppointmentView>,
    /// How each of its people may be reached for reminders, where something was agreed.
    #[serde(default)]
    pub reach: Vec<ReachView>,
    /// The ways by which Trame can send.
    #[serde(default)]
    pub senders: Vec<Medium>,
    /// Facts of today that show the link loosening; empty as of a past day, and where the reader is not told.
    #[serde(default)]
    pub signals: Vec<SignalView>,
    /// What happened lately, newest first.
    pub news: Vec<News>,
    /// Team meetings at which the case was or will be spoken of.
    pub meetings: Vec<MeetingRef>,
    /// The days on which something became known, for the time control; the oldest first.
    pub moments: Vec<Moment>,
    /// Who may see what.
    pub access: Vec<AccessColumn>,
    /// The position of the log that this answer knows.
    pub position: u64,
    /// The opaque word by which live updates name this case to this reader.
    pub topic: String,
}

impl CaseView {
    /// What the rules know of a plan; nothing yet of one that is still to be made.
    #[must_use]
    pub fn rules_of(&self, plan: PlanId) -> plan::Plan {
        let known = self.plans.iter().find(|each| each.plan == plan);
        known.map(|each| each.rules.clone()).unwrap_or_default()
    }
}

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ending {
    /// Why.
    pub reason: support_case::ClosureReason,
    /// Until when a light link is kept, when it is.
    pub watch_until: Option<Day>,
}

/// What one professional may do in each compartment of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessColumn {
    /// Who.
    pub worker: WorkerRef,
    /// Whether it is the reader herself.
    pub own: bool,
    /// What she may do, compartment by compartment.
    pub rights: Vec<AccessCell>,
}

/// A right in a compartment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessCell {
    /// The compartment.
    pub compartment: Compartment,
    /// What may be done.
    pub right: Right,
}

/// Names something that carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IdentifyStrength {
    /// The command.
    pub command: Uuid,
    /// The strength, made by the client.
    pub strength: TraitId,
    /// In words.
    pub text: Plain<String>,
    /// By whom it was named.
    pub named_by: Voice,
    /// Its domain.
    #[serde(default)]
    pub domain: Option<DomainOfLife>,
    /// Whose it is; of the whole household when nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<PersonId>,
    /// The relative who named it, when the family's voice was hers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<PersonId>,
}
