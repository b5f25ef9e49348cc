//! The kinds of meeting and what law, decree or a vote asks of each: composition, quorum, summons, who decides, minutes.
//!
//! The figures themselves are dated configuration ([`crate::configuration`]); here is only what can be set.

use super::people::Capacity;
use serde::{Deserialize, Serialize};

/// What kind of meeting it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Synthèse.
    CaseReview,
    /// Équipe pluridisciplinaire.
    MultidisciplinaryTeam,
    /// Bilan d’une mesure.
    MeasureReview,
    /// Conférence familiale.
    FamilyConference,
    /// Réunion d’équipe hebdomadaire.
    WeeklyTeam,
    /// Évaluation d’une information préoccupante.
    ConcernAssessment,
    /// Projet pour l’enfant.
    ChildPlan,
    /// Commission d’examen de la situation et du statut des enfants confiés (CESSEC).
    ChildStatusCommission,
    /// Équipe pluridisciplinaire du RSA.
    InsertionTeam,
    /// Équipe pluridisciplinaire d’évaluation de la MDPH.
    DisabilityTeam,
    /// Commission des droits et de l’autonomie des personnes handicapées (CDAPH).
    DisabilityCommission,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::CaseReview,
        Self::MultidisciplinaryTeam,
        Self::MeasureReview,
        Self::FamilyConference,
        Self::WeeklyTeam,
        Self::ConcernAssessment,
        Self::ChildPlan,
        Self::ChildStatusCommission,
        Self::InsertionTeam,
        Self::DisabilityTeam,
        Self::DisabilityCommission,
    ];

    /// The stable code, as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::CaseReview => "case_review",
            Self::MultidisciplinaryTeam => "multidisciplinary_team",
            Self::MeasureReview => "measure_review",
            Self::FamilyConference => "family_conference",
            Self::WeeklyTeam => "weekly_team",
            Self::ConcernAssessment => "concern_assessment",
            Self::ChildPlan => "child_plan",
            Self::ChildStatusCommission => "child_status_commission",
            Self::InsertionTeam => "insertion_team",
            Self::DisabilityTeam => "disability_team",
            Self::DisabilityCommission => "disability_commission",
        }
    }
}

/// Whether what is missing only warns, or stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Strictness {
    /// It is said, and one may go on.
    Warns,
    /// One may not go on.
    Blocks,
}

/// With what power something is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Power {
    /// The meeting advises; whoever has the power decides elsewhere.
    Advice,
    /// An officer to whom the signature is delegated decides.
    Delegation,
    /// Those who have a voice vote.
    PanelVote,
    /// The executive of the body decides: the president of the département.
    Executive,
    /// The person and those around her agree.
    Agreement,
    /// The family decides, in its own conference.
    Family,
}

impl Power {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Advice,
        Self::Delegation,
        Self::PanelVote,
        Self::Executive,
        Self::Agreement,
        Self::Family,
    ];

    /// The stable code, as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Delegation => "delegation",
            Self::PanelVote => "panel_vote",
            Self::Executive => "executive",
            Self::Agreement => "agreement",
            Self::Family => "family",
        }
    }
}

/// What one kind of meeting needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeetingRules {
    /// Who must be around the table.
    pub composition: Vec<Needed>,
    /// Whether it may open without them.
    pub incomplete: Strictness,
    /// How many of those who have a voice must be there; none where any number will do.
    pub quorum: Option<Quorum>,
    /// How long before it people are summoned; none where nobody is.
    pub summons: Option<Summons>,
    /// The powers with which something may be decided there.
    pub powers: Vec<Power>,
    /// The texts on which a decision may rest.
    pub legal_bases: Vec<LegalBasis>,
    /// Within how many days the minutes are written.
    pub minutes_days: u32,
    /// Within how many days the family is told what came of it.
    pub feedback_days: u32,
}

/// Who must be around the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Needed {
    /// So many different professions.
    Professions {
        /// How many.
        at_least: u32,
    },
    /// So many who sit there as this.
    Of {
        /// As what.
        capacity: Capacity,
        /// How many.
        at_least: u32,
    },
    /// Such a share of those who have a voice.
    Share {
        /// As what.
        capacity: Capacity,
        /// In hundredths.
        hundredths: u32,
    },
}

impl Needed {
    /// The stable code of what is missing, as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Professions { .. } => "professions",
            Self::Of { capacity, .. } | Self::Share { capacity, .. } => capacity.code(),
        }
    }
}

/// How many of those who have a voice must be there, and what happens without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Quorum {
    /// The share of those who have a voice, in hundredths.
    pub hundredths: u32,
    /// Without it, after how many days the meeting may be held at the earliest.
    pub again_after_days: u32,
    /// Whether it may then be held whoever comes.
    pub then_without: bool,
}

/// How long before a meeting people are summoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Summons {
    /// Full days between the summons and the meeting.
    pub lead_days: u32,
    /// Whether later summons may still be sent.
    pub late: Strictness,
}

/// A text on which a decision may rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LegalBasis {
    /// The stable code that decisions keep, such as `casf_l262_39`.
    pub code: String,
    /// How it is called: a public text, never about a person.
    pub label: String,
}
