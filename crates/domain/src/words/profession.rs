//! What a professional is trained for, and the role Trame gives her: two different things.

use serde::{Deserialize, Serialize};

/// The profession, which tells who is bound by professional secrecy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Profession {
    /// Assistant ou assistante de service social.
    SocialWorker,
    /// Éducateur spécialisé, éducatrice spécialisée.
    Educator,
    /// Conseiller ou conseillère en économie sociale et familiale.
    BudgetAdviser,
    /// Conseiller ou conseillère en insertion.
    EmploymentAdviser,
    /// Infirmière, puéricultrice, médecin.
    HealthProfessional,
    /// Psychologue.
    Psychologist,
    /// Service social en faveur des élèves.
    SchoolSocialWorker,
    /// Secrétaire médico-sociale, agent d’accueil.
    Secretary,
    /// Responsable d’équipe.
    TeamManager,
    /// Chargé ou chargée de clientèle d’un bailleur.
    LandlordOfficer,
    /// Salarié ou bénévole d’une association.
    AssociationMember,
    /// Not told by the record it comes from.
    Unknown,
}

impl Profession {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::SocialWorker,
        Self::Educator,
        Self::BudgetAdviser,
        Self::EmploymentAdviser,
        Self::HealthProfessional,
        Self::Psychologist,
        Self::SchoolSocialWorker,
        Self::Secretary,
        Self::TeamManager,
        Self::LandlordOfficer,
        Self::AssociationMember,
        Self::Unknown,
    ];

    /// The stable code, as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::SocialWorker => "social_worker",
            Self::Educator => "educator",
            Self::BudgetAdviser => "budget_adviser",
            Self::EmploymentAdviser => "employment_adviser",
            Self::HealthProfessional => "health_professional",
            Self::Psychologist => "psychologist",
            Self::SchoolSocialWorker => "school_social_worker",
            Self::Secretary => "secretary",
            Self::TeamManager => "team_manager",
            Self::LandlordOfficer => "landlord_officer",
            Self::AssociationMember => "association_member",
            Self::Unknown => "unknown",
        }
    }
}

/// The role in Trame, from which rights come together with a live relation to the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Follows cases as référent or in a team.
    Worker,
    /// Answers for a team: its load, never the notes.
    Manager,
    /// Receives people and opens requests.
    Intake,
    /// Acts from another organisation; sees what is shared with her.
    Partner,
    /// Runs the platform; holds no case.
    Administrator,
    /// Watches over what is done with personal data: who read what, and why; never the content itself.
    DataProtectionOfficer,
}

impl Role {
    /// The stable code, as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Manager => "manager",
            Self::Intake => "intake",
            Self::Partner => "partner",
            Self::Administrator => "administrator",
            Self::DataProtectionOfficer => "data_protection_officer",
        }
    }
}
