//! What is asked of a meeting: a day, a case on its agenda, and each step from there to its end.

use crate::Plain;
use domain::sharing::Basis;
use domain::team_meeting::{Attendance, Capacity, Kind, OnBehalf, Outcome, Participant, Postponement, Power};
use domain::words::{Day, DecisionId, PersonId, TeamMeetingId, WorkerId};
use jiff::Timestamp;
use sealed::Compartment;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Agrees a day for a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScheduleMeeting {
    /// The command.
    pub command: Uuid,
    /// The meeting, made by the client: the same one, asked twice, is one meeting.
    pub team_meeting: TeamMeetingId,
    /// What kind.
    pub kind: Kind,
    /// When it begins.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// Who presides.
    pub chair: WorkerId,
}

/// Puts a case on the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddCase {
    /// The command.
    pub command: Uuid,
    /// The question to settle.
    pub question: Plain<String>,
    /// When its turn comes.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// For how long, in minutes.
    pub minutes: u16,
}

/// Takes a step of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TakeStep {
    /// The command.
    pub command: Uuid,
    /// Which step.
    pub step: Step,
}

/// A step of a meeting. Those that speak of a case speak of the one in the path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Step {
    /// Invites someone; the directory tells what a professional is and what binds her.
    Invite {
        /// Whom.
        participant: Participant,
        /// As what.
        capacity: Capacity,
    },
    /// Completes what the roster tells of someone, from the directory.
    RecordStanding {
        /// Of whom.
        participant: Participant,
        /// As what she sits there.
        capacity: Capacity,
    },
    /// Tells who is there.
    RecordAttendance {
        /// Who.
        participant: Participant,
        /// Whether she is there.
        attendance: Attendance,
    },
    /// Names who presides in the place of whoever cannot.
    AppointChair {
        /// Who.
        worker: WorkerId,
    },
    /// Tells how the family knows that one speaks of it.
    InformFamily {
        /// How.
        information: FamilyInformation,
    },
    /// Tells that the summons left.
    SendSummons {
        /// On which day, when not today.
        #[serde(default)]
        sent_on: Option<Day>,
    },
    /// Opens the preparation.
    OpenPreparation {},
    /// Brings the sheet of one's own service: what is known, apart from what is made of it.
    Contribute {
        /// What is established.
        #[serde(default)]
        facts: Option<Plain<String>>,
        /// What was seen or heard.
        #[serde(default)]
        observations: Option<Plain<String>>,
        /// What is made of it.
        #[serde(default)]
        analysis: Option<Plain<String>>,
        /// What is proposed.
        #[serde(default)]
        proposal: Option<Plain<String>>,
        /// The compartment in which all of it lies; social notes unless told.
        #[serde(default)]
        compartment: Option<Compartment>,
    },
    /// Brings the family's own sheet, in its words.
    WriteFamilySheet {
        /// Whose words.
        of: PersonId,
        /// What she wants said.
        words: Plain<String>,
        /// What she expects of the meeting.
        #[serde(default)]
        wishes: Option<Plain<String>>,
        /// With what she does not agree.
        #[serde(default)]
        disagreement: Option<Plain<String>>,
    },
    /// Calls the case: it is its turn.
    BeginTurn {},
    /// Writes down what might explain something, and is not known.
    RaiseHypothesis {
        /// Whose.
        of: Participant,
        /// In words.
        text: Plain<String>,
    },
    /// Writes down what the family answers.
    RecordFamilyAnswer {
        /// Who answers.
        of: PersonId,
        /// In words.
        text: Plain<String>,
    },
    /// Opens the session.
    Open {
        /// Whether the chair was warned of those whom secrecy does not bind.
        #[serde(default)]
        warned: bool,
    },
    /// Writes down how someone sees it.
    GiveViewpoint {
        /// Whose view.
        of: Participant,
        /// In words.
        text: Plain<String>,
        /// For whom she speaks, when not for herself.
        #[serde(default)]
        on_behalf_of: Option<OnBehalf>,
    },
    /// Puts the case off to another meeting.
    PutOff {
        /// Why.
        reason: Plain<String>,
    },
    /// Rises.
    EndSession {},
    /// Writes the minutes of the case, or writes them anew.
    DraftMinutes {
        /// In words.
        text: Plain<String>,
    },
    /// Validates the minutes.
    ValidateMinutes {},
    /// Passes the minutes of the case on to someone.
    ShareMinutes {
        /// To whom.
        with: Participant,
        /// Under which law.
        basis: Basis,
    },
    /// Adds to minutes that are validated.
    WriteAddendum {
        /// In words.
        text: Plain<String>,
    },
    /// Tells that the family was told what came of it.
    GiveFeedback {
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
    Close {},
    /// Moves it to another day.
    Postpone {
        /// When it will begin.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
        starts_at: Timestamp,
        /// Why.
        because: Postponement,
        /// In words, which all who prepare any of its cases read.
        #[serde(default)]
        words: Option<Plain<String>>,
    },
    /// Gives it up.
    Cancel {
        /// Why, in words that all who prepare any of its cases read.
        reason: Plain<String>,
    },
}

/// How the family knows that one speaks of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FamilyInformation {
    /// She was told.
    Informed {
        /// On which day.
        on: Day,
        /// By whom.
        by: WorkerId,
    },
    /// She is at the table.
    Present {},
    /// Someone speaks for her.
    Represented {
        /// Who.
        by: Participant,
    },
    /// She was not told.
    Withheld {
        /// Why.
        reason: Plain<String>,
    },
}

/// On what a decision rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GroundOf {
    /// With what power it was decided.
    pub power: Power,
    /// By whom, when one person holds that power.
    #[serde(default)]
    pub by: Option<WorkerId>,
    /// The code of the text it rests on.
    pub legal_basis: String,
    /// Why; at least one reason.
    pub reasons: Vec<Plain<String>>,
    /// Whether everybody was asked and nobody saw it otherwise.
    #[serde(default)]
    pub undisputed: bool,
}
