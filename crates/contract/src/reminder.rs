//! Reminders of appointments: how a person may be reached, how each message stands, and what its sender tells of it.

use crate::Plain;
use domain::reminder::{Hours, Medium, Privacy};
use domain::words::{PersonId, ReminderId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Agrees with a person how she may be reached for reminders, in the place of what was agreed before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgreeReach {
    /// The command: the same one, sent again, has one effect.
    pub command: Uuid,
    /// By which way.
    pub medium: Medium,
    /// The number or address.
    pub value: Plain<String>,
    /// Who else reads there, as she says.
    pub privacy: Privacy,
    /// With whom of those around her.
    #[serde(default)]
    pub shared_with: Vec<PersonId>,
    /// Her hours; those of the territory where she names none.
    #[serde(default)]
    pub hours: Option<Hours>,
    /// Whether she asks for it herself, after she had answered by this way that no more be sent.
    #[serde(default)]
    pub asked_again: bool,
}

/// Writes down that a person wants no reminders any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawReach {
    /// The command: the same one, sent again, has one effect.
    pub command: Uuid,
}

/// How a person may be reached, as agreed with her last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReachView {
    /// Who.
    pub person: PersonId,
    /// By which way.
    pub medium: Medium,
    /// The number or address, when the reader may read it.
    pub value: Option<Plain<String>>,
    /// Who else reads there.
    pub privacy: Privacy,
    /// With whom of those around her.
    pub shared_with: Vec<PersonId>,
    /// Her hours, where she named some.
    pub hours: Option<Hours>,
    /// Since when it holds no more, and why.
    pub over: Option<ReachEnd>,
}

/// Why and since when somebody is reached no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReachEnd {
    /// Whether she answered a message with the word that stops them; else she said so, and it was written down.
    pub stopped: bool,
    /// Since when.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub since: Timestamp,
}

/// How one reminder of an appointment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReminderState {
    /// It will be sent.
    Planned,
    /// It is being sent.
    Sending,
    /// It was not sent while it was time.
    Missed,
    /// Its sender took it.
    Sent,
    /// It is known that it was not sent.
    Unsent,
    /// Its sender would not take it.
    Refused,
    /// Nobody knows whether it was sent; it is not sent again.
    Uncertain,
    /// It reached her.
    Delivered,
    /// It was sent and did not reach her.
    Undelivered,
}

/// One reminder of an appointment to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReminderView {
    /// Whom it reminds.
    pub person: PersonId,
    /// By which way.
    pub medium: Medium,
    /// How it stands.
    pub state: ReminderState,
    /// When it will be sent, or since when it stands so.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// Whether it told an hour at which the appointment is no more.
    pub of_old_hour: bool,
}

/// Why somebody is not reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unreminded {
    /// Nobody agreed with her how she may be reached.
    NotAgreed,
    /// She wants no reminders.
    Withdrawn,
    /// She answered with the word that stops them.
    Stopped,
    /// A message might put her in danger.
    Unsafe,
    /// Trame has no sender for this way.
    NoSender,
    /// The territory voted no reminders.
    NotVoted,
    /// The appointment was made too late to be reminded of.
    TooLate,
}

/// Somebody who is not reminded of an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnremindedView {
    /// Who.
    pub person: PersonId,
    /// Why.
    pub why: Unreminded,
}

/// What the gateway of text messages tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Receipt {
    /// A message reached the phone.
    Delivered {
        /// Which.
        message: ReminderId,
    },
    /// A message did not reach it, and will not.
    Undelivered {
        /// Which.
        message: ReminderId,
    },
    /// Somebody answered.
    Answer {
        /// The number that answered.
        from: Plain<String>,
        /// What it says.
        text: Plain<String>,
    },
}
