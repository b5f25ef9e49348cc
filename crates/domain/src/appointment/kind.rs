//! How people are to meet, and how the contact that comes of it is noted.

use serde::{Deserialize, Serialize};

/// How people are to meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Au bureau.
    Office,
    /// À domicile.
    Home,
    /// Par téléphone.
    Phone,
    /// En visio.
    Video,
    /// À l’extérieur, ni au bureau ni au domicile.
    Outside,
    /// Séance de groupe.
    GroupSession,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Office,
        Self::Home,
        Self::Phone,
        Self::Video,
        Self::Outside,
        Self::GroupSession,
    ];

    /// How the contact that comes of it is noted.
    #[must_use]
    pub fn as_contact(self) -> crate::contact::Kind {
        use crate::contact::Kind;
        match self {
            Self::Office | Self::GroupSession => Kind::Interview,
            Self::Home => Kind::HomeVisit,
            Self::Phone => Kind::Call,
            Self::Video => Kind::Video,
            Self::Outside => Kind::Outside,
        }
    }
}
