//! What may be asked of a case, and what came of it.

use super::{ClosureReason, Complexity, Intensity, Support, Track};
use crate::signal;
use crate::words::{
    Day, DomainOfLife, HouseholdId, Level, MeasureId, OrientationId, PersonId, ServiceId, StoryId, Text, TraitId,
    Voice, WorkerId,
};
use decider::Fact;
use serde::{Deserialize, Serialize};

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
        /// From whom, where the wish names her: by now somebody else may answer for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<WorkerId>,
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
