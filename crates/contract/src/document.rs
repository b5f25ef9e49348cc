//! Documents of a case: asked for once, deposited with their content, renewed, taken back.

use crate::Plain;
use domain::document::{About, Kind, MediaType};
use domain::words::{Day, DocumentId, DomainOfLife, PersonId, SupportCaseId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The part of a deposit that says what it is, as JSON; it comes first.
pub const PART: &str = "document";
/// The part that holds the content.
pub const CONTENT: &str = "content";

/// Asks for a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestDocument {
    /// The command.
    pub command: Uuid,
    /// The document, made by the client.
    pub document: DocumentId,
    /// Whom it is about.
    pub about: About,
    /// What it is.
    pub kind: Kind,
    /// Its domain, which says where letters, decisions and other pieces lie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<DomainOfLife>,
    /// Who is to bring it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Plain<String>>,
    /// The last day that is in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
}

/// Deposits a document, whether it was asked for or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DepositDocument {
    /// The command.
    pub command: Uuid,
    /// The document: the one that was asked for, or a new one made by the client.
    pub document: DocumentId,
    /// Whom it is about.
    pub about: About,
    /// What it is.
    pub kind: Kind,
    /// Its domain, which says where letters, decisions and other pieces lie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<DomainOfLife>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Plain<String>>,
    /// The last day on which it is good, when it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
}

/// Puts a newer content in the place of what was deposited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RenewDocument {
    /// The command.
    pub command: Uuid,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Plain<String>>,
    /// The last day on which it is good, when it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
}

/// A deposit as it travels (`multipart/form-data`): what it is, then what it holds.
#[cfg(feature = "openapi")]
#[derive(utoipa::ToSchema)]
pub struct DepositForm {
    /// What it is.
    pub document: DepositDocument,
    /// A PDF, JPEG, PNG or WebP.
    #[schema(value_type = String, format = Binary)]
    pub content: Vec<u8>,
}

/// The same of what takes its place.
#[cfg(feature = "openapi")]
#[derive(utoipa::ToSchema)]
pub struct RenewForm {
    /// What it is.
    pub document: RenewDocument,
    /// A PDF, JPEG, PNG or WebP.
    #[schema(value_type = String, format = Binary)]
    pub content: Vec<u8>,
}

/// Takes a document back, or no longer asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawDocument {
    /// The command.
    pub command: Uuid,
    /// Why.
    pub reason: Plain<String>,
}

/// How a document stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Asked for, and not there yet.
    Awaited,
    /// There, and good.
    Good,
    /// There, and good no more.
    Over,
}

/// The documents of a case that a reader may know of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Documents {
    /// The case.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Plain<String>,
    /// The kinds, with the domains for those that lie with them, of which she may deposit one.
    pub writes: Vec<Writable>,
    /// Whom a document may be about.
    pub people: Vec<PersonRef>,
    /// Those that are asked for first, then those that are good, then the others.
    pub documents: Vec<DocumentView>,
    /// The largest content that is taken, in bytes.
    pub largest_bytes: u64,
    /// Today in the territory.
    pub today: Day,
    /// The position of the log that this shows.
    pub position: u64,
    /// The word by which live updates name this case.
    pub topic: String,
}

/// A kind that may be deposited, and with which domains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Writable {
    /// The kind.
    pub kind: Kind,
    /// Whether without a domain.
    pub undomained: bool,
    /// With these domains; none where the kind itself says where it lies.
    pub domains: Vec<DomainOfLife>,
}

/// A person of the case by her name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonRef {
    /// Who.
    pub person: PersonId,
    /// Her name.
    pub name: Plain<String>,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentView {
    /// Which.
    pub document: DocumentId,
    /// How it stands.
    pub standing: Standing,
    /// Whom it is about.
    pub about: About,
    /// Her name; none when it is about all who live together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Plain<String>>,
    /// What it is.
    pub kind: Kind,
    /// Its domain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<DomainOfLife>,
    /// Whether she may deposit, renew or withdraw it.
    pub writes: bool,
    /// How it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<AskedView>,
    /// What is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub there: Option<ThereView>,
}

/// How a document was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskedView {
    /// When.
    pub on: Day,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Plain<String>>,
    /// Who is to bring it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Plain<String>>,
    /// The last day that is in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
}

/// What is there of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThereView {
    /// Since when.
    pub on: Day,
    /// Who deposited it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Plain<String>>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Plain<String>>,
    /// What it is.
    pub media_type: MediaType,
    /// How large.
    pub bytes: u64,
    /// The last day on which it is good, when it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
}
