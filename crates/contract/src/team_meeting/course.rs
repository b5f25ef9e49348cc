//! How far a meeting came, and what is written of each of its steps for one case.

use crate::Plain;
use domain::sharing::Basis;
use domain::team_meeting::{Participant, Postponement, Stage};
use domain::words::Day;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The course of a meeting, as far as it concerns the case that is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Course {
    /// How far it came.
    pub stage: Stage,
    /// The day it is held.
    pub held_on: Day,
    /// When the summons left.
    pub summons: Option<SummonsView>,
    /// The days to which it was moved, in order.
    pub moved: Vec<MovedView>,
    /// How the family knows that one speaks of it.
    pub family: Option<FamilyView>,
    /// When the session opened, and what was known then.
    pub opened: Option<OpenedView>,
    /// The sheets that services brought, in order.
    pub sheets: Vec<SheetView>,
    /// The services around the table that brought none yet.
    pub without_sheet: Vec<Plain<String>>,
    /// The family's own sheets.
    pub family_sheets: Vec<FamilySheetView>,
    /// What might explain something, as it was said.
    pub hypotheses: Vec<SaidView>,
    /// What the family answered.
    pub answers: Vec<SaidView>,
    /// Why the case was put off.
    pub put_off: Option<Plain<String>>,
    /// Why the meeting was given up.
    pub cancelled: Option<Plain<String>>,
    /// The minutes of the case.
    pub minutes: Option<MinutesView>,
    /// To whom they were passed on.
    pub shares: Vec<ShareView>,
    /// What was added to them.
    pub addenda: Vec<AddendumView>,
    /// When the family was told what came of it.
    pub feedback: Vec<FeedbackView>,
}

/// The summons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SummonsView {
    /// The day they left.
    pub sent_on: Day,
    /// The full days that they should have left before, when they left later.
    pub short_of: Option<u32>,
}

/// Another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MovedView {
    /// Which.
    pub held_on: Day,
    /// Why.
    pub because: Postponement,
    /// In words.
    pub words: Option<Plain<String>>,
}

/// How the family knows that one speaks of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FamilyView {
    /// `informed`, `present`, `represented` or `withheld`.
    pub how: String,
    /// On which day she was told.
    pub on: Option<Day>,
    /// Who told her, or speaks for her.
    pub by: Option<Plain<String>>,
    /// Why she was not told.
    pub reason: Option<Plain<String>>,
}

/// When the session opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenedView {
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// The position of the log: what stood before it was known around the table.
    pub position: u64,
}

/// Minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MinutesView {
    /// In words.
    pub text: Plain<String>,
    /// By whom.
    pub author: Plain<String>,
    /// When they were written last.
    pub on: Day,
    /// Which writing of them it is, from 1.
    pub version: u32,
    /// Who validated them, and when.
    pub validated: Option<ValidatedView>,
}

/// A validation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ValidatedView {
    /// By whom.
    pub by: Plain<String>,
    /// When.
    pub on: Day,
}

/// Minutes that were passed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShareView {
    /// To whom.
    pub with: Participant,
    /// Her name.
    pub name: Plain<String>,
    /// Under which law.
    pub basis: Basis,
    /// When.
    pub on: Day,
}

/// What was added to minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddendumView {
    /// In words.
    pub text: Plain<String>,
    /// By whom.
    pub author: Plain<String>,
    /// When.
    pub on: Day,
}

/// The family was told what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeedbackView {
    /// Whom.
    pub name: Plain<String>,
    /// When.
    pub on: Day,
}

/// The sheet of a service: what is known, apart from what is made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SheetView {
    /// Whose.
    pub service: Plain<String>,
    /// By whom.
    pub author: Plain<String>,
    /// When.
    pub on: Day,
    /// What is established.
    pub facts: Option<Plain<String>>,
    /// What was seen or heard.
    pub observations: Option<Plain<String>>,
    /// What is made of it.
    pub analysis: Option<Plain<String>>,
    /// What is proposed.
    pub proposal: Option<Plain<String>>,
}

/// The family's own sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FamilySheetView {
    /// Whose words.
    pub name: Plain<String>,
    /// When.
    pub on: Day,
    /// What she wants said.
    pub words: Plain<String>,
    /// What she expects of the meeting.
    pub wishes: Option<Plain<String>>,
    /// With what she does not agree.
    pub disagreement: Option<Plain<String>>,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SaidView {
    /// By whom.
    pub name: Plain<String>,
    /// In words.
    pub text: Plain<String>,
}
