//! What may be asked of a meeting, what comes of it, and the things both speak of.

use super::decision::{Decision, Outcome};
use super::people::{Attendance, OnBehalf, Participant, Standing};
use super::rules::Kind;
use super::sheet::{Contribution, FamilySheet};
use crate::sharing::Basis;
use crate::words::{Day, DecisionId, PersonId, ServiceId, SupportCaseId, Text, WorkerId};
use decider::Fact;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// When and by whom a meeting is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// What kind.
    pub kind: Kind,
    /// The service that calls it.
    pub service: ServiceId,
    /// When it begins.
    pub starts_at: Timestamp,
    /// Who presides.
    pub chair: WorkerId,
    /// Where.
    pub place: Option<Text>,
    /// The day of that instant in the territory, from which legal delays count; not told by earlier records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_on: Option<Day>,
}

/// A case on the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// The case.
    pub support_case: SupportCaseId,
    /// The question to settle.
    pub question: Text,
    /// When its turn comes.
    pub starts_at: Timestamp,
    /// For how long, in minutes.
    pub minutes: u16,
}

/// How the family knows that one speaks of it. A meeting does not open before this is answered for each case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FamilyInformation {
    /// She was told.
    Informed {
        /// On which day.
        on: Day,
        /// By whom.
        by: WorkerId,
    },
    /// She is at the table.
    Present,
    /// Someone speaks for her.
    Represented {
        /// Who.
        by: Participant,
    },
    /// She was not told.
    Withheld {
        /// Why: against the interest of a child, or a danger.
        reason: Text,
    },
}

impl FamilyInformation {
    /// The stable code, as sentences are keyed.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Informed { .. } => "informed",
            Self::Present => "present",
            Self::Represented { .. } => "represented",
            Self::Withheld { .. } => "withheld",
        }
    }
}

/// Why a meeting is moved to another day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Postponement {
    /// Too few of those who have a voice came.
    NoQuorum,
    /// The family asked for it.
    FamilyAsked,
    /// Someone without whom it makes no sense cannot come.
    SomeoneMissing,
    /// Anything else, told in words.
    Other,
}

/// Another day for a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewDay {
    /// When it begins.
    pub starts_at: Timestamp,
    /// The day of that instant in the territory.
    pub held_on: Day,
    /// Why it is moved.
    pub because: Postponement,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Agrees a day.
    Schedule(Schedule),
    /// Invites someone.
    Invite {
        /// Whom.
        participant: Participant,
        /// As what, and what binds her.
        standing: Option<Standing>,
    },
    /// Completes what the roster tells of someone.
    RecordStanding {
        /// Of whom.
        participant: Participant,
        /// As what she sits there, and what binds her.
        standing: Standing,
    },
    /// Tells who is there.
    RecordAttendance {
        /// Who.
        participant: Participant,
        /// Whether she is there.
        attendance: Attendance,
    },
    /// Puts a case on the agenda with the question to settle.
    AddCase(AgendaItem),
    /// Tells how the family knows that one speaks of it.
    RecordFamilyInformation {
        /// Of which case.
        support_case: SupportCaseId,
        /// How.
        information: FamilyInformation,
    },
    /// Names who presides in the place of whoever cannot.
    AppointChair {
        /// Who.
        worker: WorkerId,
    },
    /// Tells that the summons left.
    SendSummons {
        /// On which day, when not today.
        sent_on: Option<Day>,
    },
    /// Opens the preparation.
    OpenPreparation,
    /// Brings the sheet of a service, or brings it anew.
    Contribute(Contribution),
    /// Brings the family's own sheet, or brings it anew.
    WriteFamilySheet(FamilySheet),
    /// Opens the session.
    Open {
        /// Whether the chair was warned of those whom secrecy does not bind, and opens all the same.
        warned: bool,
    },
    /// Writes down how someone sees it.
    GiveViewpoint {
        /// On which case.
        support_case: SupportCaseId,
        /// Whose view.
        of: Participant,
        /// In words.
        text: Text,
        /// For whom she speaks, when not for herself.
        on_behalf_of: Option<OnBehalf>,
    },
    /// Calls a case: it is its turn.
    BeginTurn {
        /// Which.
        support_case: SupportCaseId,
    },
    /// Writes down what might explain something, and is not known.
    RaiseHypothesis {
        /// On which case.
        support_case: SupportCaseId,
        /// Whose.
        of: Participant,
        /// In words.
        text: Text,
    },
    /// Writes down what the family answers.
    RecordFamilyAnswer {
        /// On which case.
        support_case: SupportCaseId,
        /// Who answers.
        of: PersonId,
        /// In words.
        text: Text,
    },
    /// Writes down a decision.
    RecordDecision(Decision),
    /// Puts a case off to another meeting.
    PutOff {
        /// Which.
        support_case: SupportCaseId,
        /// Why.
        reason: Text,
    },
    /// Rises.
    EndSession,
    /// Writes the minutes of a case, or writes them anew.
    DraftMinutes {
        /// Of which case.
        support_case: SupportCaseId,
        /// In words.
        text: Text,
    },
    /// Validates the minutes.
    ValidateMinutes,
    /// Passes the minutes of a case on to someone.
    ShareMinutes {
        /// Of which case.
        support_case: SupportCaseId,
        /// To whom.
        with: Participant,
        /// Under which law.
        basis: Basis,
    },
    /// Adds to minutes that are validated.
    WriteAddendum {
        /// Of which case.
        support_case: SupportCaseId,
        /// In words.
        text: Text,
    },
    /// Tells that the family was told what came of it.
    GiveFeedback {
        /// Of which case.
        support_case: SupportCaseId,
        /// To whom.
        to: PersonId,
        /// On which day.
        on: Day,
    },
    /// Tells what came of a decision.
    FollowDecision {
        /// Which.
        decision: DecisionId,
        /// What came of it.
        outcome: Outcome,
        /// On which day.
        on: Day,
    },
    /// Tells that the decisions were reviewed together.
    HoldReview {
        /// On which day.
        on: Day,
    },
    /// Closes the meeting for good.
    Close,
    /// Moves it to another day.
    Postpone(NewDay),
    /// Gives it up.
    Cancel {
        /// Why.
        reason: Text,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It has a day.
    Scheduled(Schedule),
    /// Someone was invited.
    Invited {
        /// Who.
        participant: Participant,
        /// As what, and what binds her; not told by earlier records.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        standing: Option<Standing>,
    },
    /// It is known as what someone sits there, and what binds her.
    StandingRecorded {
        /// Who.
        participant: Participant,
        /// As what, and what binds her.
        standing: Standing,
    },
    /// It is known who is there.
    AttendanceRecorded {
        /// Who.
        participant: Participant,
        /// Whether she is there.
        attendance: Attendance,
    },
    /// A case is on the agenda.
    CaseAdded(AgendaItem),
    /// It is known how the family knows that one speaks of it.
    FamilyInformationRecorded {
        /// Of which case.
        support_case: SupportCaseId,
        /// How.
        information: FamilyInformation,
    },
    /// Somebody else presides.
    ChairAppointed {
        /// Who.
        worker: WorkerId,
    },
    /// The summons left.
    SummonsSent {
        /// On which day.
        sent_on: Day,
        /// The full days that they should have left before the meeting, when they left later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        short_of: Option<u32>,
    },
    /// The preparation is open.
    PreparationOpened,
    /// A service brought its sheet.
    ContributionGiven(Contribution),
    /// The family brought its own.
    FamilySheetWritten(FamilySheet),
    /// The session is open. Its own position in the log is what was known around the table.
    Opened {
        /// Who presides.
        chair: WorkerId,
        /// How many of those who have a voice are there.
        present: u32,
        /// How many have a voice.
        voices: u32,
        /// Whom secrecy does not bind, of whom the chair was warned.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        unbound: BTreeSet<Participant>,
    },
    /// A view was written down.
    ViewpointGiven {
        /// On which case.
        support_case: SupportCaseId,
        /// Whose view.
        of: Participant,
        /// In words.
        text: Text,
        /// For whom she spoke, when not for herself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on_behalf_of: Option<OnBehalf>,
    },
    /// It is the turn of a case.
    TurnBegun {
        /// Which.
        support_case: SupportCaseId,
    },
    /// A hypothesis was written down.
    HypothesisRaised {
        /// On which case.
        support_case: SupportCaseId,
        /// Whose.
        of: Participant,
        /// In words.
        text: Text,
    },
    /// What the family answers was written down.
    FamilyAnswered {
        /// On which case.
        support_case: SupportCaseId,
        /// Who answered.
        of: PersonId,
        /// In words.
        text: Text,
    },
    /// A decision was taken.
    DecisionRecorded(Decision),
    /// A case was put off to another meeting.
    CasePutOff {
        /// Which.
        support_case: SupportCaseId,
        /// Why.
        reason: Text,
    },
    /// They rose.
    SessionEnded,
    /// The minutes of a case were written.
    MinutesDrafted {
        /// Of which case.
        support_case: SupportCaseId,
        /// By whom: who validates them is another.
        author: WorkerId,
        /// In words.
        text: Text,
    },
    /// The minutes are validated, and change no more.
    MinutesValidated {
        /// By whom.
        by: WorkerId,
    },
    /// The minutes of a case were passed on.
    MinutesShared {
        /// Of which case.
        support_case: SupportCaseId,
        /// To whom.
        with: Participant,
        /// Under which law.
        basis: Basis,
    },
    /// Something was added to validated minutes.
    AddendumWritten {
        /// Of which case.
        support_case: SupportCaseId,
        /// By whom.
        author: WorkerId,
        /// In words.
        text: Text,
    },
    /// The family was told what came of it.
    FeedbackGiven {
        /// Of which case.
        support_case: SupportCaseId,
        /// To whom.
        to: PersonId,
        /// On which day.
        on: Day,
    },
    /// It is known what came of a decision.
    DecisionFollowed {
        /// Which.
        decision: DecisionId,
        /// What came of it.
        outcome: Outcome,
        /// On which day.
        on: Day,
    },
    /// The decisions were reviewed together.
    ReviewHeld {
        /// On which day.
        on: Day,
    },
    /// It is over.
    Closed,
    /// It has another day.
    Postponed {
        /// Which, and why.
        to: NewDay,
        /// Whether it may then be held whoever comes.
        without_quorum: bool,
    },
    /// It will not be held.
    Cancelled {
        /// Why.
        reason: Text,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "team_meeting";
}
