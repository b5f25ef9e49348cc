//! What happened, and when something became known.

use crate::Plain;
use domain::words::{Day, DomainOfLife, ElementId, TeamMeetingId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

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
