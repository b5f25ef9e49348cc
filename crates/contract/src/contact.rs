//! Noting a contact.

use crate::Plain;
use domain::contact::{DeadEnd, Kind};
use domain::words::{AppointmentId, ContactId, DomainOfLife, PersonId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Notes a contact that was held, an appointment that was missed, or a way to reach the person that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoteContact {
    /// The command: the same one, sent again, has one effect.
    pub command: Uuid,
    /// The contact, made by the client.
    pub contact: ContactId,
    /// How they met.
    pub kind: Kind,
    /// When, today or earlier; the instant at which the server receives it when absent.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub occurred_at: Option<Timestamp>,
    /// With whom of the family.
    #[serde(default)]
    pub with: Vec<PersonId>,
    /// The life domains it was about.
    #[serde(default)]
    pub domains: Vec<DomainOfLife>,
    /// What those around the person may read.
    #[serde(default)]
    pub shared: Option<Plain<String>>,
    /// What only its author reads.
    #[serde(default)]
    pub private: Option<Plain<String>>,
    /// The person's own words, verbatim.
    #[serde(default)]
    pub words: Option<Plain<String>>,
    /// Set when the person did not come: whether she let it be known.
    #[serde(default)]
    pub missed: Option<Missed>,
    /// Set when a known way to reach her led nowhere: which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_reached: Option<DeadEnd>,
    /// Set when it tells what came of an appointment: which. When nothing says otherwise, it happened at its hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<AppointmentId>,
}

/// An appointment to which the person did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Missed {
    /// Whether she let it be known.
    pub excused: bool,
}
