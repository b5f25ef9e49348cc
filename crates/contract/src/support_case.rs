//! Cases: the reader's list, and one case as it stands or as it was known on a past day.

mod listed;
mod people;

pub use listed::{CaseLine, CaseList, CaseQuery, PhaseFilter, Search};
pub use people::{AroundView, KinView, MemberView};

use crate::appointment::AppointmentView;
use crate::reminder::ReachView;
use crate::signal::SignalView;
use crate::{Plain, WorkerRef};
use access::Right;
use domain::reminder::Medium;
use domain::team_meeting::{Outcome, Power, Votes, Weight};
use domain::words::{
    ActionId, Day, DeadlineId, DecisionId, Doer, DomainOfLife, ElementId, GoalId, Level, PersonId, PlanId, StoryId,
    SupportCaseId, TeamMeetingId, TraitId, Voice,
};
use domain::{deadline, plan, support_case};
use jiff::Timestamp;
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

/// A plan of the case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanView {
    /// Which.
    pub plan: PlanId,
    /// What the rules know of it: a button asks them.
    pub rules: plan::Plan,
}

/// Words with their day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dated {
    /// The words.
    pub text: Plain<String>,
    /// The day.
    pub on: Day,
}

/// What a person says, verbatim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoryView {
    /// Which.
    pub story: StoryId,
    /// Who says it.
    pub speaker: PersonId,
    /// Her first name.
    pub speaker_name: Plain<String>,
    /// Her age on that day, when she is a child.
    pub child_age: Option<u32>,
    /// The words.
    pub words: Plain<String>,
    /// Who heard them.
    pub told_to: Option<WorkerRef>,
    /// When.
    pub on: Day,
    /// The day they were read back to her.
    pub read_back_on: Option<Day>,
}

/// Something that carries or blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TraitView {
    /// Which.
    pub id: TraitId,
    /// In words.
    pub text: Plain<String>,
    /// By whom it was named.
    pub named_by: Voice,
    /// Its domain.
    pub domain: Option<DomainOfLife>,
    /// Whose it is; of the whole household when nobody is named.
    #[serde(default)]
    pub holder: Option<PersonId>,
    /// The relative who named it, when the family's voice was hers.
    #[serde(default)]
    pub relative: Option<PersonId>,
    /// When.
    pub on: Day,
}

/// A life domain: a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThreadView {
    /// Which.
    pub domain: DomainOfLife,
    /// What she says of it.
    pub person: Option<VoiceView>,
    /// What we observe.
    pub worker: Option<VoiceView>,
    /// Levels over the twelve months before the day shown, oldest first.
    pub levels: Vec<LevelPoint>,
    /// The nearest thing to be done.
    pub next_step: Option<NextStep>,
}

/// One voice on a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VoiceView {
    /// The level; none when not rated.
    pub level: Option<Level>,
    /// In words.
    pub words: Option<Plain<String>>,
    /// When.
    pub on: Day,
}

/// A level on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LevelPoint {
    /// When.
    pub on: Day,
    /// Whose voice.
    pub voice: Voice,
    /// The level.
    pub level: Level,
}

/// The nearest thing to be done in a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NextStep {
    /// What.
    pub text: Plain<String>,
    /// By when; to be agreed when absent.
    pub due_on: Option<Day>,
    /// Whether that day is near or past.
    pub near: bool,
}

/// What is there and may not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reserved {
    /// In which domain.
    pub domain: DomainOfLife,
    /// How many items.
    pub items: u32,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GoalView {
    /// The plan in which it stands.
    pub plan: PlanId,
    /// Which.
    pub goal: GoalId,
    /// In the person's words.
    pub words: Plain<String>,
    /// Its domain.
    pub domain: DomainOfLife,
    /// How one will see that it is reached.
    pub sign: Option<Plain<String>>,
    /// By when.
    pub target_on: Option<Day>,
    /// Whether it is reached.
    pub reached: bool,
}

/// An action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActionView {
    /// The plan in which it stands.
    pub plan: PlanId,
    /// Which.
    pub action: ActionId,
    /// The goal it serves.
    pub goal: Option<GoalId>,
    /// What is to be done.
    pub what: Plain<String>,
    /// Its domain.
    pub domain: DomainOfLife,
    /// Who does it.
    pub doer: DoerView,
    /// By when.
    pub due_on: Option<Day>,
    /// How it goes.
    pub progress: plan::Progress,
    /// What came of it, or why it was given up.
    pub result: Option<Plain<String>>,
    /// How many days late on the day shown; none when in time or over.
    pub late_days: Option<u32>,
}

/// Who does something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DoerView {
    /// Who.
    pub doer: Doer,
    /// The name to show.
    pub name: Plain<String>,
}

/// A decision of a team meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecisionView {
    /// Which.
    pub decision: DecisionId,
    /// Of which meeting.
    pub team_meeting: TeamMeetingId,
    /// In words.
    pub text: Plain<String>,
    /// The domains it ties together.
    pub domains: Vec<DomainOfLife>,
    /// Who does it.
    pub doer: DoerView,
    /// By when.
    pub due_on: Day,
    /// A different view, kept.
    pub dissent: Option<Plain<String>>,
    /// What weight it has, when that is known.
    #[serde(default)]
    pub weight: Option<Weight>,
    /// How those who have a voice voted, when they did.
    #[serde(default)]
    pub votes: Option<Votes>,
    /// On what it rests, when that is told.
    #[serde(default)]
    pub ground: Option<GroundView>,
    /// What came of it, and when that was told.
    #[serde(default)]
    pub outcome: Option<OutcomeView>,
    /// When it was taken.
    pub on: Day,
}

/// On what a decision rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GroundView {
    /// With what power it was decided.
    pub power: Power,
    /// By whom, when one person holds that power.
    pub by: Option<Plain<String>>,
    /// The text it rests on, as it was called on that day.
    pub legal_basis: String,
    /// Why.
    pub reasons: Vec<Plain<String>>,
    /// Whether everybody was asked and nobody saw it otherwise.
    pub undisputed: bool,
}

/// What came of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OutcomeView {
    /// What came of it.
    pub outcome: Outcome,
    /// When that was told.
    pub on: Day,
}

/// A date by which something is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeadlineView {
    /// Which.
    pub deadline: DeadlineId,
    /// What is due.
    pub kind: deadline::Kind,
    /// In words.
    pub label: Option<Plain<String>>,
    /// Its domain.
    pub domain: Option<DomainOfLife>,
    /// When.
    pub due_on: Day,
    /// In how many days; negative when late.
    pub in_days: i32,
    /// Whether the law or a judge sets it.
    pub legal: bool,
    /// Whether it is near or late.
    pub near: bool,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct News {
    /// The type of the event, such as `contact.noted`: the sentence is keyed by it.
    pub kind: String,
    /// What was written, when there is something to read.
    pub text: Option<Plain<String>>,
    /// Whether that text is the words of the person or a child.
    pub her_words: bool,
    /// Whether only its author sees this item's text: a draft.
    pub own_draft: bool,
    /// Who wrote it down.
    pub by: Option<Plain<String>>,
    /// Whose words they are, when it is a view given to a meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Plain<String>>,
    /// The domains it touches.
    pub domains: Vec<DomainOfLife>,
    /// When it happened.
    pub on: Day,
    /// Whether it was written down later after it happened than the territory calls usual.
    pub late_entry: bool,
    /// Whether it happened after the case was closed.
    pub after_closure: bool,
    /// Whether it corrects an earlier item.
    pub corrects: bool,
    /// Its position in the log.
    pub position: u64,
    /// The element by which it may be passed on by itself, where it says something that is not its author's alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element: Option<ElementId>,
}

/// A team meeting of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeetingRef {
    /// Which.
    pub team_meeting: TeamMeetingId,
    /// What kind.
    pub kind: domain::team_meeting::Kind,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// Whether it is over.
    pub closed: bool,
    /// Whether it is for this reader to open it: who acts in the case, answers for it, or is invited.
    #[serde(default)]
    pub opens: bool,
}

/// A day on which something became known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Moment {
    /// The day.
    pub on: Day,
    /// Whether a team met on it.
    pub meeting: bool,
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
