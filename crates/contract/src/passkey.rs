//! Passkeys: added, listed and taken away by their owner, and shown to sign in.
//!
//! What a device is asked and what it answers travels as the JSON text of WebAuthn, which browsers read and write.

use crate::Plain;
use crate::account::Proof;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The most letters in the name of a passkey.
pub const LONGEST_NAME: usize = 60;

/// The passkeys of who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasskeyList {
    /// The oldest first.
    pub passkeys: Vec<PasskeyLine>,
    /// Whether this account may have some: not where Trame has no name of its own, nor in a demonstration.
    pub may_have_some: bool,
    /// Whether her proof takes a code beside her password.
    pub asks_code: bool,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasskeyLine {
    /// Its id: it opens nothing.
    pub passkey: Uuid,
    /// What she calls it; none once it was forgotten.
    pub name: Option<Plain<String>>,
    /// Since when.
    pub made_at: Timestamp,
    /// When she came in by it last.
    pub used_at: Option<Timestamp>,
}

/// Who she is, proved again: before a passkey is added or taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProveAgain {
    /// Her password.
    pub password: Plain<String>,
    /// What she has beside it, when she has something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
}

/// What a device is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasskeyChallenge {
    /// `PublicKeyCredentialCreationOptionsJSON` or `PublicKeyCredentialRequestOptionsJSON`.
    pub options: Plain<String>,
}

/// Adds a passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddPasskey {
    /// What she calls it.
    pub name: Plain<String>,
    /// `RegistrationResponseJSON`.
    pub answer: Plain<String>,
}

/// Signs in by one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShowPasskey {
    /// `AuthenticationResponseJSON`.
    pub answer: Plain<String>,
}
