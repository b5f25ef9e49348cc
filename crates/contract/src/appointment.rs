//! Appointments: booking, moving, giving up, and what is ahead.

use crate::reminder::{ReminderView, UnremindedView};
use crate::{Plain, WorkerRef};
use domain::appointment::{Kind, Party};
use domain::words::{AppointmentId, PersonId, SupportCaseId, WorkerId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Books an appointment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BookAppointment {
    /// The command: the same one, sent again, has one effect.
    pub command: Uuid,
    /// The appointment, made by the client.
    pub appointment: AppointmentId,
    /// Who of the service holds it; who asks, when nobody is named.
    #[serde(default)]
    pub held_by: Vec<WorkerId>,
    /// With whom of the family.
    #[serde(default)]
    pub with: Vec<PersonId>,
    /// How they meet.
    pub kind: Kind,
    /// When it begins.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// How many minutes it lasts.
    pub minutes: u32,
    /// Where, in words.
    #[serde(default)]
    pub place: Option<Plain<String>>,
    /// What for, in words.
    #[serde(default)]
    pub purpose: Option<Plain<String>>,
}

/// Moves an appointment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MoveAppointment {
    /// The command: the same one, sent again, has one effect.
    pub command: Uuid,
    /// When it begins now.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// How many minutes it lasts.
    pub minutes: u32,
    /// Why.
    pub reason: Plain<String>,
}

/// Gives an appointment up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CancelAppointment {
    /// The command: the same one, sent again, has one effect.
    pub command: Uuid,
    /// Who gives it up.
    pub by: Party,
    /// Why.
    pub reason: Plain<String>,
}

/// An appointment of a case, of which nothing has come yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AppointmentView {
    /// Which.
    pub appointment: AppointmentId,
    /// How they meet.
    pub kind: Kind,
    /// When it begins.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// How many minutes it lasts.
    pub minutes: u32,
    /// Who holds it.
    pub held_by: Vec<WorkerRef>,
    /// With whom of the family.
    pub with: Vec<PersonId>,
    /// Where, when there are words the reader may read.
    pub place: Option<Plain<String>>,
    /// What for, when there are words the reader may read.
    pub purpose: Option<Plain<String>>,
    /// Its reminders, the first one first.
    #[serde(default)]
    pub reminders: Vec<ReminderView>,
    /// Who is not reminded of it, and why.
    #[serde(default)]
    pub unreminded: Vec<UnremindedView>,
}

/// An appointment in the week of who holds it, of which nothing has come yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AppointmentLine {
    /// Which.
    pub appointment: AppointmentId,
    /// Of which case; none when the reader may not see it any more: she is taken, and that is all.
    pub about: Option<About>,
    /// When it begins.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// How many minutes it lasts.
    pub minutes: u32,
}

/// What an appointment in a week is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct About {
    /// The case.
    pub support_case: SupportCaseId,
    /// How that is called.
    pub label: Plain<String>,
    /// How they meet.
    pub kind: Kind,
}

/// The reference by which a calendar elsewhere names a case: nobody can tell from it whose it is.
///
/// ```
/// let case = domain::words::SupportCaseId(uuid::Uuid::from_u128(0xabcdef));
/// assert_eq!(contract::appointment::reference(case), "ABCDEF");
/// ```
#[must_use]
pub fn reference(support_case: SupportCaseId) -> String {
    let whole = support_case.0.simple().to_string();
    whole.chars().skip(26).collect::<String>().to_uppercase()
}

/// Whether who asks has an address at which a calendar elsewhere reads her appointments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarAddress {
    /// Since when; none when there is none.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub since: Option<Timestamp>,
}

/// A new address, shown this once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewCalendarAddress {
    /// Its path on this server. Whoever has it reads when she is taken.
    pub path: Plain<String>,
}
