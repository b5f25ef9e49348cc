//! What an account proves beside its password, and the rest of a sign-in that waits for it.

use crate::Plain;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a sign-in still needs once the password fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A password of her own, in the place of a first secret.
    Password,
    /// A code of her application, or one of her recovery codes.
    Code,
    /// An application: this account has none yet, and needs one.
    Enrolment,
}

/// The password fits, and something is still needed. A cookie holds this half of a sign-in for some minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInNeeds {
    /// What.
    pub needs: Need,
}

/// By which ways people come in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ways {
    /// The name of the provider of identities, when there is one beside login and password.
    pub provider: Option<String>,
    /// Whether a passkey opens here.
    #[serde(default)]
    pub passkeys: bool,
}

/// What she shows beside her password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Proof {
    /// The six digits that her application shows now.
    Code(Plain<String>),
    /// A code of her paper, which opens once.
    RecoveryCode(Plain<String>),
}

/// Chooses a password, in the place of a first secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoosePassword {
    /// The password.
    pub password: Plain<String>,
}

/// Changes the password of who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The present one.
    pub present: Plain<String>,
    /// The new one.
    pub password: Plain<String>,
}

/// She is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entered {
    /// How many codes are left on her paper, when she came in by one of them.
    pub recovery_codes_left: Option<u32>,
}

/// What an account has beside its password, for its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecondFactorView {
    /// Since when her application is asked for; nothing when it is not.
    pub since: Option<Timestamp>,
    /// How many codes are left on her paper.
    pub recovery_codes_left: u32,
    /// When she came in by one of them last.
    pub recovered_at: Option<Timestamp>,
    /// How many wrong codes were tried within one day.
    pub wrong_codes: u32,
    /// When that day began.
    pub wrong_since: Option<Timestamp>,
    /// Whether this account may have one: those of the demonstration may not, since everybody knows their password.
    pub may_have_one: bool,
}

/// Asks for a new application. Nothing is to be told while signing in for the first time; who is signed in tells again
/// who she is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskEnrolment {
    /// Her password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<Plain<String>>,
    /// What she has until now, when she has something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
}

/// A secret for her application, shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Enrolment {
    /// In the letters in which applications take it when it is typed.
    pub secret: Plain<String>,
    /// The same as a picture for its camera.
    pub qr: QrCode,
}

/// A QR code as a drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QrCode {
    /// The length of its side, with the quiet zone around it.
    pub side: u32,
    /// Its dark squares, as the path of an SVG of this side.
    pub path: Plain<String>,
}

/// Confirms a new application by a code that it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmEnrolment {
    /// The six digits.
    pub code: Plain<String>,
}

/// The codes of her paper, shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryCodes {
    /// Each opens once, beside the password, when the application is lost.
    pub recovery_codes: Vec<Plain<String>>,
}
