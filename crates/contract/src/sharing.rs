//! Passing on what secrecy covers: an exchange with named people, a sharing with a category, what the person says of it,
//! and who sees a case by another way than by acting in it.

use crate::support_case::AccessColumn;
use crate::{Plain, ServiceRef, WorkerRef};
use domain::consent::{Means, Named};
use domain::sharing::{Audience, Basis, Items};
use domain::words::{ConsentId, Day, PersonId, ServiceId, SharingId, WorkerId};
use jiff::Timestamp;
use sealed::Compartment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What is wished, whoever receives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PassOn {
    /// On what it stands.
    pub basis: Basis,
    /// What for, in words.
    pub purpose: Plain<String>,
    /// What is passed on; whom the case is about always is.
    pub items: Items,
    /// The last day on which it holds.
    pub until: Day,
    /// Whether the family was told beforehand.
    pub informed: Informed,
    /// The consent on which it stands, where it stands on one.
    #[serde(default)]
    pub consent: Option<ConsentId>,
}

/// Whether the family was told beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Informed {
    /// It was.
    Given {
        /// On this day.
        on: Day,
        /// By this professional; by who passes it on when nobody is named.
        #[serde(default)]
        by: Option<WorkerId>,
    },
    /// It was not: nothing opens before somebody who answers for the service has agreed.
    Withheld {
        /// Why.
        reason: Plain<String>,
    },
}

/// Hands items to named people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Exchange {
    /// The command.
    pub command: Uuid,
    /// The exchange, made by the client.
    pub sharing: SharingId,
    /// What, why, until when.
    pub what: PassOn,
    /// To whom.
    pub recipients: BTreeSet<WorkerId>,
}

/// Opens items to a category of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Share {
    /// The command.
    pub command: Uuid,
    /// The sharing, made by the client.
    pub sharing: SharingId,
    /// What, why, until when.
    pub what: PassOn,
    /// To whom.
    pub audience: Audience,
}

/// Ends an exchange or a sharing before its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndSharing {
    /// The command.
    pub command: Uuid,
    /// Why, where there is something to say.
    #[serde(default)]
    pub reason: Option<Plain<String>>,
}

/// Agrees, or not, that the family was not told beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettleSharing {
    /// The command.
    pub command: Uuid,
    /// Why she does not agree; she agrees when nothing is said.
    #[serde(default)]
    pub declined: Option<Plain<String>>,
}

/// Writes down that somebody agrees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GiveConsent {
    /// The command.
    pub command: Uuid,
    /// The consent, made by the client.
    pub consent: ConsentId,
    /// Who agrees.
    pub person: PersonId,
    /// With whom it may be shared.
    pub recipients: Named,
    /// What may be shared.
    pub scope: BTreeSet<Compartment>,
    /// How she said it.
    pub means: Means,
    /// The day on which she said it.
    pub on: Day,
    /// The last day on which it holds.
    pub until: Day,
}

/// Writes down that somebody objects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Oppose {
    /// The command.
    pub command: Uuid,
    /// The opposition, made by the client.
    pub opposition: ConsentId,
    /// Who objects.
    pub person: PersonId,
    /// To whom; to everybody when nobody is named.
    #[serde(default)]
    pub against: Named,
    /// In her words, where she gave any.
    #[serde(default)]
    pub words: Option<Plain<String>>,
}

/// Writes down that somebody takes her word back: her consent, or her opposition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TakeBack {
    /// The command.
    pub command: Uuid,
    /// In her words, where she gave any.
    #[serde(default)]
    pub words: Option<Plain<String>>,
}

/// Who sees a case otherwise than by acting in it, and what the people say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SharingList {
    /// Exchanges and sharings: those that stand first, then the newest.
    pub acts: Vec<SharingLine>,
    /// What each of those named, who do not act in the case, may see now.
    pub columns: Vec<AccessColumn>,
    /// What the people agreed to.
    pub consents: Vec<ConsentLine>,
    /// To what they object.
    pub oppositions: Vec<OppositionLine>,
    /// Who has it open with a reason now.
    pub opened: Vec<OpenedLine>,
    /// Whether the reader may pass something on.
    pub passes_on: bool,
    /// Whether the reader may keep somebody away from the case.
    pub keeps_away: bool,
    /// What she may pass on whole: what she reads herself.
    pub offers: Vec<Compartment>,
    /// The position the answer knows.
    pub position: u64,
}

/// An exchange or a sharing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SharingLine {
    /// Which.
    pub sharing: SharingId,
    /// The category; none for an exchange.
    pub audience: Option<Audience>,
    /// How the category is called, when it is a service.
    pub service: Option<ServiceRef>,
    /// Whether it opens only to those of the category whom secrecy binds.
    pub bound_only: bool,
    /// Those who are named in an exchange.
    pub recipients: Vec<WorkerRef>,
    /// On what it stands.
    pub basis: Basis,
    /// What for, in words.
    pub purpose: Plain<String>,
    /// What it opens whole.
    pub compartments: Vec<Compartment>,
    /// How many things it opens one by one.
    pub elements: u32,
    /// Since when.
    pub since: Timestamp,
    /// The last day on which it holds.
    pub until: Day,
    /// The day on which the family was told.
    pub informed_on: Option<Day>,
    /// By whom.
    pub informed_by: Option<WorkerRef>,
    /// Why it was not told, for those who act in the case or answer for it.
    pub withheld: Option<Plain<String>>,
    /// Who passes it on.
    pub by: Option<WorkerRef>,
    /// Where it stands.
    pub standing: Standing,
    /// Who ended or declined it.
    pub ended_by: Option<WorkerRef>,
    /// Why.
    pub reason: Option<Plain<String>>,
    /// Whether the reader may end it.
    pub endable: bool,
    /// Whether the reader may agree, or not, that the family was not told.
    pub to_settle: bool,
}

/// Where an exchange or a sharing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Standing {
    /// It waits for somebody to agree that the family was not told.
    Waits,
    /// It is open.
    Open,
    /// Somebody did not agree.
    Declined,
    /// Somebody ended it.
    Ended,
    /// Its last day is over.
    Over,
    /// The consent on which it stood was taken back.
    Withdrawn,
    /// The person objects.
    Opposed,
}

/// A consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsentLine {
    /// Which.
    pub consent: ConsentId,
    /// Who agrees.
    pub person: PersonId,
    /// Her first name.
    pub name: Plain<String>,
    /// The professionals with whom it may be shared.
    pub workers: Vec<WorkerRef>,
    /// The services with which it may be shared.
    pub services: Vec<ServiceRef>,
    /// What may be shared.
    pub scope: Vec<Compartment>,
    /// How she said it.
    pub means: Means,
    /// The day on which she said it.
    pub on: Day,
    /// The last day on which it holds.
    pub until: Day,
    /// Whether it stands now.
    pub stands: bool,
}

/// An opposition that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OppositionLine {
    /// Which.
    pub opposition: ConsentId,
    /// Who objects.
    pub person: PersonId,
    /// Her first name.
    pub name: Plain<String>,
    /// To these professionals.
    pub workers: Vec<WorkerRef>,
    /// To these services; to everybody when nobody is named.
    pub services: Vec<ServiceRef>,
    /// In her words, where she gave any.
    pub words: Option<Plain<String>>,
    /// Since when.
    pub since: Timestamp,
}

/// Somebody who has the case open with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenedLine {
    /// Who.
    pub worker: WorkerRef,
    /// For what.
    pub need: domain::exceptional_access::Need,
    /// Why, in words.
    pub reason: Plain<String>,
    /// The last instant at which it is open.
    pub until: Timestamp,
}

/// The services to which something may be passed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Directory {
    /// By name.
    pub services: Vec<ServiceRef>,
}

/// The professionals of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Professionals {
    /// The service.
    pub service: ServiceId,
    /// Who works there now, by name.
    pub workers: Vec<WorkerRef>,
}
