//! The accompanied situation of a household: its story, its strengths, those around it, how each life domain goes, and
//! how it ends, is watched, and begins again.

mod decisions;

use crate::words::{
    Day, DomainOfLife, HouseholdId, Level, MeasureId, OrientationId, PersonId, ServiceId, StoryId, Text, TraitId,
    Voice, WorkerId,
};
use crate::{Asked, Decided, Decider, Reason, signal};
use decider::Fact;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The kind of support given, from which the weight of a case is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Support {
    /// Polyvalence de secteur.
    Generalist,
    /// Accompagnement social du RSA.
    Insertion,
    /// Accompagnement intensif du RSA.
    IntensiveInsertion,
    /// AED.
    VoluntaryHomeSupport,
    /// AEMO.
    CourtOrderedHomeSupport,
    /// AEMO renforcée.
    ReinforcedHomeSupport,
    /// Placement.
    Placement,
    /// Évaluation d’une information préoccupante.
    ConcernAssessment,
    /// Plan d’accompagnement global.
    GlobalSupportPlan,
    /// Not told by the record it comes from.
    Unknown,
}

impl Support {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Generalist,
        Self::Insertion,
        Self::IntensiveInsertion,
        Self::VoluntaryHomeSupport,
        Self::CourtOrderedHomeSupport,
        Self::ReinforcedHomeSupport,
        Self::Placement,
        Self::ConcernAssessment,
        Self::GlobalSupportPlan,
        Self::Unknown,
    ];

    /// Its code, as its sentence is keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Generalist => "generalist",
            Self::Insertion => "insertion",
            Self::IntensiveInsertion => "intensive_insertion",
            Self::VoluntaryHomeSupport => "voluntary_home_support",
            Self::CourtOrderedHomeSupport => "court_ordered_home_support",
            Self::ReinforcedHomeSupport => "reinforced_home_support",
            Self::Placement => "placement",
            Self::ConcernAssessment => "concern_assessment",
            Self::GlobalSupportPlan => "global_support_plan",
            Self::Unknown => "unknown",
        }
    }
}

/// What makes a case heavier to carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Complexity {
    /// A child under two.
    ChildUnderTwo,
    /// Violence.
    Violence,
    /// Conflict with a service.
    ConflictWithService,
    /// An interpreter is needed.
    Interpreter,
    /// More than thirty minutes away.
    Distance,
    /// Five services or more.
    ManyServices,
    /// A hearing within two months.
    HearingSoon,
    /// A disability without a place.
    DisabilityWithoutPlace,
}

/// The rhythm of contact agreed for this case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Intensity {
    /// Several contacts a week.
    Crisis,
    /// Weekly.
    Intensive,
    /// Every two to four weeks.
    Standard,
    /// Every one to three months.
    Light,
    /// Every three to six months.
    Watch,
}

/// Why an accompaniment ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClosureReason {
    /// Goals reached.
    GoalsReached,
    /// The household moved.
    Moved,
    /// Followed elsewhere now.
    Transferred,
    /// She no longer wishes it.
    Declined,
    /// The link was lost.
    LinkLost,
    /// The measure was lifted or ended.
    MeasureEnded,
    /// She died.
    Death,
    /// Not told by the record it comes from.
    Unknown,
}

/// The tracks to which a person may be oriented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// Parcours emploi.
    Employment,
    /// Parcours socio-professionnel.
    SocialAndEmployment,
    /// Parcours social.
    Social,
    /// Another track.
    Other,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Opens the case.
    Open(Opening),
    /// Records what a person says of her situation, in her own words.
    RecordStory(Story),
    /// Names what carries.
    IdentifyStrength(Trait),
    /// Names what blocks.
    IdentifyObstacle(Trait),
    /// Rates a life domain in one voice.
    Assess(Assessment),
    /// Sums up where things stand now.
    SumUp {
        /// In a sentence or two.
        text: Text,
    },
    /// Names the référent.
    AppointReferent {
        /// Who.
        worker: WorkerId,
    },
    /// Passes the case from the present référent to another.
    HandOver {
        /// To whom.
        to: WorkerId,
        /// Why.
        reason: Option<Text>,
        /// The day they met the family together, when they did.
        met_on: Option<Day>,
    },
    /// The référent stops, and nobody takes over yet.
    StandDown,
    /// Notes that the new référent met the family together with who knew it before.
    MeetForHandover {
        /// The day.
        on: Day,
    },
    /// Someone joins those around the person.
    JoinTeam(Joining),
    /// Someone leaves.
    LeaveTeam(Leaving),
    /// Agrees a rhythm of contact.
    AgreeCadence {
        /// The rhythm.
        intensity: Intensity,
    },
    /// Tells what makes this case heavier to carry.
    ReviewComplexity {
        /// All that holds now.
        complexities: Vec<Complexity>,
    },
    /// Notes that a measure was decided, before it begins.
    DecideMeasure(DecidedMeasure),
    /// Starts a measure or a contract.
    StartMeasure(Measure),
    /// Notes that the renewal of a running measure was asked for.
    AskRenewal {
        /// Which.
        measure: MeasureId,
    },
    /// Gives a running measure another term.
    RenewMeasure {
        /// Which.
        measure: MeasureId,
        /// The new term.
        until: Day,
    },
    /// Ends one, also one that was decided and never began.
    EndMeasure {
        /// Which.
        measure: MeasureId,
        /// The last day.
        on: Day,
    },
    /// Records a turn of life, such as a birth or a separation.
    RecordLifeEvent {
        /// When.
        on: Day,
        /// In words.
        text: Text,
        /// The domain it belongs to.
        domain: Option<DomainOfLife>,
    },
    /// Asks that another track follow the person.
    RequestOrientation {
        /// The request.
        orientation: OrientationId,
        /// Towards which track.
        track: Track,
        /// Why.
        reason: Option<Text>,
    },
    /// Answers such a request.
    DecideOrientation {
        /// The request.
        orientation: OrientationId,
        /// Yes or no.
        accepted: bool,
        /// The track decided.
        track: Option<Track>,
        /// Why.
        reason: Option<Text>,
    },
    /// Sets a signal aside: what it rests on is known, and needs nothing more for now.
    SetSignalAside {
        /// Which signal.
        signal: signal::Kind,
        /// What it rests on today; new evidence raises it again.
        evidence: Vec<signal::Evidence>,
        /// Why.
        reason: Text,
    },
    /// Records an act that another record tells, of a kind that Trame does not know more of.
    RecordAct {
        /// What was done, as the record names it.
        activity: Text,
        /// By whom, when the record tells.
        worker: Option<WorkerId>,
    },
    /// Ends the accompaniment.
    Close {
        /// The last day.
        on: Day,
        /// Why.
        reason: ClosureReason,
        /// Until when a light link is kept.
        watch_until: Option<Day>,
        /// What was done and what was not, reviewed together.
        balance: Option<Text>,
    },
    /// Begins again without retelling.
    Reopen {
        /// The first day.
        on: Day,
        /// What brought it.
        trigger: Option<Text>,
    },
}

/// What is known when a case opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Its household, when it is known.
    pub household: Option<HouseholdId>,
    /// The people accompanied.
    pub people: Vec<PersonId>,
    /// The service that answers for it.
    pub service: ServiceId,
    /// How it is called.
    pub label: Text,
    /// The first day.
    pub opened_on: Day,
    /// The kind of support.
    pub support: Support,
    /// The rhythm of contact at the start.
    pub intensity: Intensity,
    /// How many children are concerned.
    pub children: u8,
    /// The day help was asked for, when it was earlier.
    pub requested_on: Option<Day>,
}

/// Someone who joins those around the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joining {
    /// Who.
    pub worker: WorkerId,
    /// What she is there for, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<Text>,
    /// The life domains she helps with; the whole situation when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<DomainOfLife>,
    /// The last day that was agreed, when one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

impl Joining {
    /// Someone of whom nothing more is told.
    #[must_use]
    pub fn of(worker: WorkerId) -> Self {
        Self {
            worker,
            function: None,
            scope: Vec::new(),
            until: None,
        }
    }
}

/// Someone who leaves those around the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaving {
    /// Who.
    pub worker: WorkerId,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// What was done and what was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<Text>,
}

impl Leaving {
    /// Someone of whom nothing more is told.
    #[must_use]
    pub fn of(worker: WorkerId) -> Self {
        Self {
            worker,
            reason: None,
            balance: None,
        }
    }
}

/// What a person says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// The words.
    pub story: StoryId,
    /// Who says them: the person or a child.
    pub speaker: PersonId,
    /// Verbatim.
    pub words: Text,
    /// The day they were read back to her.
    pub read_back_on: Option<Day>,
}

/// Something that carries or blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trait {
    /// Which.
    pub id: TraitId,
    /// In words.
    pub text: Text,
    /// By whom it was named.
    pub named_by: Voice,
    /// The domain it belongs to.
    pub domain: Option<DomainOfLife>,
    /// Whose it is; of the whole household when nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<PersonId>,
    /// The relative who named it, when the family's voice was hers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<PersonId>,
}

/// One voice on one life domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The domain.
    pub domain: DomainOfLife,
    /// Whose voice.
    pub voice: Voice,
    /// The level; none when only words are given.
    pub level: Option<Level>,
    /// In words.
    pub words: Option<Text>,
}

/// A measure that was decided and has yet to begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedMeasure {
    /// Which; the same when it starts.
    pub measure: MeasureId,
    /// How it is called.
    pub label: Text,
    /// Its domain.
    pub domain: DomainOfLife,
    /// The day of the decision.
    pub on: Day,
}

/// A legal or contractual intervention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Which.
    pub measure: MeasureId,
    /// How it is called.
    pub label: Text,
    /// Its domain.
    pub domain: DomainOfLife,
    /// The first day.
    pub from: Day,
    /// The term, when it has one.
    pub until: Option<Day>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The case was opened.
    Opened(Opening),
    /// A person said something of her situation.
    StoryRecorded(Story),
    /// Something that carries was named.
    StrengthIdentified(Trait),
    /// Something that blocks was named.
    ObstacleIdentified(Trait),
    /// A life domain was rated in one voice.
    SituationAssessed(Assessment),
    /// Where things stand was summed up.
    SummedUp {
        /// In a sentence or two.
        text: Text,
    },
    /// A référent was named.
    ReferentAppointed {
        /// Who.
        worker: WorkerId,
    },
    /// The case passed from one référent to another.
    ReferentHandedOver {
        /// From whom.
        from: WorkerId,
        /// To whom.
        to: WorkerId,
        /// Why.
        reason: Option<Text>,
        /// The day they met the family together.
        met_on: Option<Day>,
    },
    /// The référent stopped, and nobody took over yet.
    ReferentStoodDown {
        /// Who stopped.
        worker: WorkerId,
    },
    /// The new référent met the family together with who knew it before.
    HandoverMeetingHeld {
        /// The day.
        on: Day,
    },
    /// Someone joined those around the person.
    TeamMemberJoined(Joining),
    /// Someone left.
    TeamMemberLeft(Leaving),
    /// A rhythm of contact was agreed.
    CadenceAgreed {
        /// The rhythm.
        intensity: Intensity,
    },
    /// What makes this case heavier was reviewed.
    ComplexityReviewed {
        /// All that holds from now on.
        complexities: Vec<Complexity>,
    },
    /// A measure was decided, and has yet to begin.
    MeasureDecided(DecidedMeasure),
    /// A measure started.
    MeasureStarted(Measure),
    /// The renewal of a measure was asked for.
    MeasureRenewalAsked {
        /// Which.
        measure: MeasureId,
    },
    /// A measure has another term.
    MeasureRenewed {
        /// Which.
        measure: MeasureId,
        /// The new term.
        until: Day,
    },
    /// A measure ended.
    MeasureEnded {
        /// Which.
        measure: MeasureId,
        /// The last day.
        on: Day,
    },
    /// Life took a turn.
    LifeEventRecorded {
        /// When.
        on: Day,
        /// In words.
        text: Text,
        /// The domain it belongs to.
        domain: Option<DomainOfLife>,
    },
    /// Another track was asked for.
    OrientationRequested {
        /// The request.
        orientation: OrientationId,
        /// Towards which track.
        track: Track,
        /// Why.
        reason: Option<Text>,
    },
    /// Such a request was answered.
    OrientationDecided {
        /// The request.
        orientation: OrientationId,
        /// Yes or no.
        accepted: bool,
        /// The track decided.
        track: Option<Track>,
        /// Why.
        reason: Option<Text>,
    },
    /// A signal was set aside.
    SignalSetAside {
        /// Which signal.
        signal: signal::Kind,
        /// What it rested on that day.
        evidence: Vec<signal::Evidence>,
        /// Why.
        reason: Text,
    },
    /// An act of another record was kept.
    ActRecorded {
        /// What was done.
        activity: Text,
        /// By whom.
        worker: Option<WorkerId>,
    },
    /// The accompaniment ended.
    Closed {
        /// The last day.
        on: Day,
        /// Why.
        reason: ClosureReason,
        /// Until when a light link is kept.
        watch_until: Option<Day>,
        /// What was done and what was not.
        balance: Option<Text>,
    },
    /// It began again.
    Reopened {
        /// The first day.
        on: Day,
        /// What brought it.
        trigger: Option<Text>,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "support_case";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is open already.
    AlreadyOpened,
    /// It was never opened.
    NotOpened,
    /// It is closed: reopen it first.
    Closed,
    /// It is not closed.
    NotClosed,
    /// She is the référent already.
    AlreadyReferent,
    /// There is a référent: hand over instead.
    HasReferent,
    /// There is no référent.
    NoReferent,
    /// She is among those around the person already.
    AlreadyInTeam,
    /// She is not among them.
    NotInTeam,
    /// Neither a level nor words were given.
    NothingRated,
    /// This measure was decided already.
    MeasureAlreadyDecided,
    /// This measure has started already.
    MeasureAlreadyStarted,
    /// No such measure.
    MeasureUnknown,
    /// The end lies before the start.
    EndsBeforeItStarts,
    /// The closure lies before the opening.
    ClosedBeforeOpened,
    /// The watch is longer than the territory allows.
    WatchTooLong {
        /// The longest, in months.
        most_months: u32,
    },
    /// This request was made already.
    OrientationAlreadyRequested,
    /// No such request waits for an answer.
    OrientationUnknown,
    /// A signal rests on something: without it there is nothing to set aside.
    NoEvidence,
    /// What happened lies in the future.
    InTheFuture,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyOpened => "support_case.already_opened",
            Self::NotOpened => "support_case.not_opened",
            Self::Closed => "support_case.closed",
            Self::NotClosed => "support_case.not_closed",
            Self::AlreadyReferent => "support_case.already_referent",
            Self::HasReferent => "support_case.has_referent",
            Self::NoReferent => "support_case.no_referent",
            Self::AlreadyInTeam => "support_case.already_in_team",
            Self::NotInTeam => "support_case.not_in_team",
            Self::NothingRated => "support_case.nothing_rated",
            Self::MeasureAlreadyDecided => "support_case.measure_already_decided",
            Self::MeasureAlreadyStarted => "support_case.measure_already_started",
            Self::MeasureUnknown => "support_case.measure_unknown",
            Self::EndsBeforeItStarts => "support_case.ends_before_it_starts",
            Self::ClosedBeforeOpened => "support_case.closed_before_opened",
            Self::WatchTooLong { .. } => "support_case.watch_too_long",
            Self::OrientationAlreadyRequested => "support_case.orientation_already_requested",
            Self::OrientationUnknown => "support_case.orientation_unknown",
            Self::NoEvidence => "support_case.no_evidence",
            Self::InTheFuture => "support_case.in_the_future",
        }
    }
    fn arguments(&self) -> Vec<(&'static str, String)> {
        if let Self::WatchTooLong { most_months } = self {
            vec![("months", most_months.to_string())]
        } else {
            Vec::new()
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NothingRated => Some("level"),
            Self::EndsBeforeItStarts => Some("until"),
            Self::ClosedBeforeOpened | Self::InTheFuture => Some("occurred_at"),
            Self::WatchTooLong { .. } => Some("watch_until"),
            Self::AlreadyReferent | Self::AlreadyInTeam | Self::NotInTeam => Some("worker"),
            Self::AlreadyOpened
            | Self::NotOpened
            | Self::Closed
            | Self::NotClosed
            | Self::HasReferent
            | Self::NoReferent
            | Self::MeasureAlreadyDecided
            | Self::MeasureAlreadyStarted
            | Self::MeasureUnknown
            | Self::NoEvidence
            | Self::OrientationAlreadyRequested
            | Self::OrientationUnknown => None,
        }
    }
}

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
