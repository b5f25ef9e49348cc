//! Under which law something is passed on to somebody: one act, one basis.

use serde::{Deserialize, Serialize};

/// The law under which something is passed on to somebody: one act, one basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SharingBasis {
    /// CASF L226-2-2: between people bound by secrecy who carry out or help child protection.
    ChildProtection,
    /// CASF L121-6-2: between social professionals who act for one person or family.
    SocialCoordination,
    /// CSP L1110-4 II: between identified professionals who take part in her care.
    CareExchange,
    /// CSP L1110-4 III: within one care team.
    CareTeam,
    /// CSP L1110-4 III: beyond it, with her prior consent.
    Consent,
    /// Code pénal 226-14, CASF L226-3 and 4: to the authority.
    AuthorityReport,
    /// She passes on what is hers, or receives it.
    PersonRequest,
}

impl SharingBasis {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::ChildProtection,
        Self::SocialCoordination,
        Self::CareExchange,
        Self::CareTeam,
        Self::Consent,
        Self::AuthorityReport,
        Self::PersonRequest,
    ];

    /// The stable code, as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ChildProtection => "child_protection",
            Self::SocialCoordination => "social_coordination",
            Self::CareExchange => "care_exchange",
            Self::CareTeam => "care_team",
            Self::Consent => "consent",
            Self::AuthorityReport => "authority_report",
            Self::PersonRequest => "person_request",
        }
    }

    /// Whether it allows passing on only to those whom secrecy binds.
    #[must_use]
    pub fn needs_secrecy(self) -> bool {
        match self {
            Self::ChildProtection | Self::SocialCoordination | Self::CareExchange | Self::CareTeam => true,
            Self::Consent | Self::AuthorityReport | Self::PersonRequest => false,
        }
    }
}
