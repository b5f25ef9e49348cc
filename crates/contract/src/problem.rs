//! What went wrong, in the form of RFC 9457, with a code that does not change and a sentence in the reader's language.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The media type of a problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A problem (RFC 9457).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A URI reference that names the kind: `/api/docs#<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The sentence, in the language asked for, French by default.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// The stable code, such as `team_meeting.nothing_decided`.
    pub code: String,
    /// The arguments of the sentence. Never personal content.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub arguments: BTreeMap<String, String>,
    /// The field that has to change, when one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The reference under which the fault is in the server's own record, when the server failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}
