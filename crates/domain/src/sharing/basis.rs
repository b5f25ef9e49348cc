//! The seven bases on which something may be passed on, and what each demands: of who passes it on, of who receives it, of
//! what it is, and of what the family was told.

use super::{Audience, Command, Event, Recipient, Refusal, Terms, Wished};
use crate::Asked;
use crate::words::{Day, Text, WorkerId};
use jiff::tz::TimeZone;
use sealed::Compartment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The basis of the law. Each exchange and each sharing stands on exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// CASF L226-2-2: those who carry out child protection or help it.
    ChildProtection,
    /// CASF L121-6-2: social-action professionals who help one person or family together.
    SocialCoordination,
    /// CSP L1110-4 II: identified professionals who all take part in the care of the person.
    CareExchange,
    /// CSP L1110-4 III: one care team.
    CareTeam,
    /// CSP L1110-4 III: outside the care team, with the consent of the person.
    Consent,
    /// Code pénal 226-14, CASF L226-3 and L226-4: a report to the authority.
    AuthorityReport,
    /// The person passes on what is hers.
    PersonRequest,
}

/// Whether the family was told beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriorInformation {
    /// It was told.
    Given {
        /// On this day.
        on: Day,
        /// By this professional.
        by: WorkerId,
    },
    /// It was not: nothing opens before somebody who answers for the service has agreed.
    Withheld {
        /// Why it would be against the interest of the child, or defeat the report.
        reason: Text,
    },
}

impl PriorInformation {
    /// Whether somebody must agree before anything opens.
    pub(super) fn waits(&self) -> bool {
        match self {
            Self::Given { .. } => false,
            Self::Withheld { .. } => true,
        }
    }
}

/// What is nobody else's: a worker's drafts, and what only counts her work.
const NEVER: [Compartment; 2] = [Compartment::Draft, Compartment::Activity];

/// What may be told to who is not bound by secrecy, to coordinate: the need to coordinate, not the nature of
/// difficulties.
const TO_COORDINATE: [Compartment; 2] = [Compartment::Coordination, Compartment::Identity];

impl Basis {
    /// All seven, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::SocialCoordination,
        Self::ChildProtection,
        Self::CareExchange,
        Self::CareTeam,
        Self::Consent,
        Self::PersonRequest,
        Self::AuthorityReport,
    ];

    /// The stable code, as it is stored and as sentences are keyed.
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

    /// Whether the family may be left untold, with a reason and somebody who agrees.
    #[must_use]
    pub fn may_withhold(self) -> bool {
        match self {
            Self::ChildProtection | Self::AuthorityReport => true,
            Self::SocialCoordination | Self::CareExchange | Self::CareTeam | Self::Consent | Self::PersonRequest => {
                false
            }
        }
    }

    /// Whether the person may object, and what stands on it then ends.
    #[must_use]
    pub fn yields_to_opposition(self) -> bool {
        match self {
            Self::CareExchange | Self::CareTeam | Self::Consent | Self::PersonRequest => true,
            Self::ChildProtection | Self::SocialCoordination | Self::AuthorityReport => false,
        }
    }

    /// Whether it may be opened to a category, or only be handed to named people.
    #[must_use]
    pub fn may_be_shared(self) -> bool {
        match self {
            Self::ChildProtection | Self::SocialCoordination | Self::CareTeam | Self::Consent => true,
            Self::CareExchange | Self::AuthorityReport | Self::PersonRequest => false,
        }
    }

    /// Whether who passes it on must be bound by secrecy.
    fn binds_author(self) -> bool {
        match self {
            Self::ChildProtection | Self::SocialCoordination | Self::CareExchange | Self::CareTeam => true,
            Self::Consent | Self::AuthorityReport | Self::PersonRequest => false,
        }
    }

    /// Whether who receives it must be bound by secrecy, for what lies in these compartments.
    pub(crate) fn binds_recipients(self, reaches: &BTreeSet<Compartment>) -> bool {
        match self {
            Self::ChildProtection | Self::CareExchange | Self::CareTeam => true,
            Self::SocialCoordination => !reaches.iter().all(|each| TO_COORDINATE.contains(each)),
            Self::Consent | Self::AuthorityReport | Self::PersonRequest => false,
        }
    }

    /// What is said to who would hand it to somebody whom secrecy does not bind.
    fn not_bound(self) -> Refusal {
        match self {
            Self::SocialCoordination => Refusal::MoreThanCoordination,
            Self::ChildProtection
            | Self::CareExchange
            | Self::CareTeam
            | Self::Consent
            | Self::AuthorityReport
            | Self::PersonRequest => Refusal::RecipientNotBound,
        }
    }
}

/// An exchange with named people.
pub(super) fn exchanged(
    asked: &Asked<Command>,
    wished: &Wished,
    recipients: &BTreeSet<Recipient>,
) -> Result<Event, Refusal> {
    let terms = terms(asked, wished)?;
    if recipients.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    if recipients.iter().any(|each| each.worker == asked.by.worker) {
        return Err(Refusal::Oneself);
    }
    if wished.basis.binds_recipients(&terms.reaches) && recipients.iter().any(|each| !each.bound_by_secrecy) {
        return Err(wished.basis.not_bound());
    }
    if wished.basis == Basis::CareTeam && recipients.iter().any(|each| !each.around) {
        return Err(Refusal::NotAround);
    }
    if let Some(agreed) = &wished.agreed
        && wished.basis == Basis::Consent
    {
        let named = |each: &Recipient| agreed.workers.contains(&each.worker) || agreed.services.contains(&each.service);
        if !recipients.iter().all(named) {
            return Err(Refusal::BeyondConsent);
        }
    }
    Ok(Event::Exchanged {
        terms,
        recipients: recipients.clone(),
    })
}

/// A sharing with a category.
pub(super) fn shared(asked: &Asked<Command>, wished: &Wished, audience: Audience) -> Result<Event, Refusal> {
    if !wished.basis.may_be_shared() {
        return Err(Refusal::NamedOnly);
    }
    let terms = terms(asked, wished)?;
    if wished.basis == Basis::CareTeam && audience != Audience::Team {
        return Err(Refusal::NotAround);
    }
    if let Some(agreed) = &wished.agreed
        && wished.basis == Basis::Consent
    {
        // She names people and services: a table or a team whose members change is neither.
        match audience {
            Audience::Service(service) if agreed.services.contains(&service) => {}
            Audience::Service(_) | Audience::Team | Audience::Meeting(_) => return Err(Refusal::BeyondConsent),
        }
    }
    Ok(Event::Shared {
        bound_only: wished.basis.binds_recipients(&terms.reaches),
        terms,
        audience,
    })
}

/// What both acts share.
fn terms(asked: &Asked<Command>, wished: &Wished) -> Result<Terms, Refusal> {
    let basis = wished.basis;
    let reaches = reached(wished)?;
    // The zone of the territory is not known here, so a day more or less is nobody's fault: what is over opens nothing.
    let today = Day::of(asked.at, &TimeZone::UTC);
    if wished.until.days_to(today) > 1 {
        return Err(Refusal::EndsBefore);
    }
    match &wished.informed {
        PriorInformation::Given { on, .. } if today.days_to(*on) > 1 => return Err(Refusal::InformedLater),
        PriorInformation::Withheld { .. } if !basis.may_withhold() => return Err(Refusal::MustBeInformed),
        PriorInformation::Given { .. } | PriorInformation::Withheld { .. } => {}
    }
    if basis.binds_author() && !wished.author_bound {
        return Err(Refusal::AuthorNotBound);
    }
    if basis.yields_to_opposition() && wished.opposed {
        return Err(Refusal::Opposed);
    }
    let consent = match (basis, &wished.agreed) {
        (Basis::Consent, None) => return Err(Refusal::NoConsent),
        (Basis::Consent, Some(agreed)) => {
            let told = |each: &Compartment| *each == Compartment::Identity || agreed.scope.contains(each);
            if !reaches.iter().all(told) || agreed.until < wished.until {
                return Err(Refusal::BeyondConsent);
            }
            Some(agreed.consent)
        }
        (
            Basis::ChildProtection
            | Basis::SocialCoordination
            | Basis::CareExchange
            | Basis::CareTeam
            | Basis::AuthorityReport
            | Basis::PersonRequest,
            _,
        ) => None,
    };
    let mut items = wished.items.clone();
    items.compartments.insert(Compartment::Identity);
    Ok(Terms {
        support_case: wished.support_case,
        basis,
        purpose: wished.purpose.clone(),
        items,
        reaches,
        until: wished.until,
        informed: wished.informed.clone(),
        consent,
        by: asked.by.worker,
    })
}

/// The compartments that something of it lies in. Whom the case is about is always told.
fn reached(wished: &Wished) -> Result<BTreeSet<Compartment>, Refusal> {
    let items = &wished.items;
    if items.compartments.is_empty() && items.elements.is_empty() {
        return Err(Refusal::NoItem);
    }
    let opened = items.compartments.iter().any(|each| *each != Compartment::Identity);
    if wished.basis == Basis::AuthorityReport && (opened || items.elements.is_empty()) {
        return Err(Refusal::CopyOnly);
    }
    let reaches: BTreeSet<_> = items
        .compartments
        .union(&wished.of_elements)
        .copied()
        .chain([Compartment::Identity])
        .collect();
    if reaches.iter().any(|each| NEVER.contains(each)) {
        return Err(Refusal::NotShareable);
    }
    Ok(reaches)
}
