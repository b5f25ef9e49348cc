//! What a piece is: its kind, whom it is about, what is held of it.

use crate::words::{DomainOfLife, PersonId, Text};
use sealed::Compartment;
use serde::{Deserialize, Serialize};

/// The pieces that are asked for in France, by what they show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Pièce d’identité ou titre de séjour.
    Identity,
    /// Justificatif de domicile.
    ProofOfAddress,
    /// Bail ou quittance de loyer.
    Lease,
    /// Justificatif de ressources.
    Income,
    /// Avis d’imposition.
    TaxNotice,
    /// Attestation de la CAF ou de l’assurance maladie.
    Entitlement,
    /// Relevé d’identité bancaire.
    BankDetails,
    /// Certificat de scolarité.
    SchoolCertificate,
    /// Courrier.
    Letter,
    /// Décision de justice ou d’une administration.
    Decision,
    /// Autre pièce.
    Other,
}

impl Kind {
    /// All of them, in the order of the screens.
    pub const ALL: [Self; 11] = [
        Self::Identity,
        Self::ProofOfAddress,
        Self::Lease,
        Self::Income,
        Self::TaxNotice,
        Self::Entitlement,
        Self::BankDetails,
        Self::SchoolCertificate,
        Self::Letter,
        Self::Decision,
        Self::Other,
    ];

    /// Its code, as the log spells it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::ProofOfAddress => "proof_of_address",
            Self::Lease => "lease",
            Self::Income => "income",
            Self::TaxNotice => "tax_notice",
            Self::Entitlement => "entitlement",
            Self::BankDetails => "bank_details",
            Self::SchoolCertificate => "school_certificate",
            Self::Letter => "letter",
            Self::Decision => "decision",
            Self::Other => "other",
        }
    }

    /// Whether one that is good makes it needless to ask for another: letters and decisions are many.
    #[must_use]
    pub fn asked_once(self) -> bool {
        match self {
            Self::Identity
            | Self::ProofOfAddress
            | Self::Lease
            | Self::Income
            | Self::TaxNotice
            | Self::Entitlement
            | Self::BankDetails
            | Self::SchoolCertificate => true,
            Self::Letter | Self::Decision | Self::Other => false,
        }
    }

    /// The compartment in which it lies: what it shows says it, else its domain. What protects somebody lies with what
    /// protects her, whatever it is: the lease of who hides is her address. A decision of which no domain is told lies with
    /// what justice holds, anything else with the social notes.
    #[must_use]
    pub fn compartment(self, domain: Option<DomainOfLife>) -> Compartment {
        if let Some(domain) = domain.filter(|domain| self.lies_with(*domain)) {
            return domain.compartment();
        }
        match self {
            Self::Identity => Compartment::Identity,
            Self::ProofOfAddress | Self::Lease => Compartment::Housing,
            Self::Income | Self::TaxNotice | Self::Entitlement | Self::BankDetails => Compartment::Budget,
            Self::SchoolCertificate | Self::Letter | Self::Other => Compartment::Social,
            Self::Decision => Compartment::Judicial,
        }
    }

    /// Whether this domain says where it lies.
    #[must_use]
    pub fn lies_with(self, domain: DomainOfLife) -> bool {
        match self {
            Self::SchoolCertificate | Self::Letter | Self::Other | Self::Decision => true,
            Self::Identity
            | Self::ProofOfAddress
            | Self::Lease
            | Self::Income
            | Self::TaxNotice
            | Self::Entitlement
            | Self::BankDetails => domain.compartment() == Compartment::Protected,
        }
    }
}

/// Whom a piece is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// One person.
    Person(PersonId),
    /// All who live together.
    Household,
}

/// What a content is, as its first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MediaType {
    /// A PDF.
    Pdf,
    /// A photograph.
    Jpeg,
    /// A picture.
    Png,
    /// A picture.
    Webp,
}

impl MediaType {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Webp];

    /// As it is told on the wire.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// The one that is told so.
    #[must_use]
    pub fn of_mime(mime: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.mime() == mime)
    }

    /// What a file of it ends in.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

/// What is held of a content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// What it is.
    pub media_type: MediaType,
    /// How large it is.
    pub bytes: u64,
    /// Its SHA-256, sealed: that of a form that is known elsewhere would betray it.
    pub fingerprint: Text,
}
