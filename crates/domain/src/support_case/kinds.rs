//! The closed lists by which a case is described.

use serde::{Deserialize, Serialize};

/// The kind of support given, from which the weight of a case is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Support {
    /// Polyvalence de secteur.
    Generalist,
    /// Accompagnement social du RSA.
    Insertion,
    /// Accompagnement intensif du RSA.
    IntensiveInsertion,
    /// AED.
    VoluntaryHomeSupport,
    /// AEMO.
    CourtOrderedHomeSupport,
    /// AEMO renforcée.
    ReinforcedHomeSupport,
    /// Placement.
    Placement,
    /// Évaluation d’une information préoccupante.
    ConcernAssessment,
    /// Plan d’accompagnement global.
    GlobalSupportPlan,
    /// Not told by the record it comes from.
    Unknown,
}

impl Support {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Generalist,
        Self::Insertion,
        Self::IntensiveInsertion,
        Self::VoluntaryHomeSupport,
        Self::CourtOrderedHomeSupport,
        Self::ReinforcedHomeSupport,
        Self::Placement,
        Self::ConcernAssessment,
        Self::GlobalSupportPlan,
        Self::Unknown,
    ];

    /// Its code, as its sentence is keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Generalist => "generalist",
            Self::Insertion => "insertion",
            Self::IntensiveInsertion => "intensive_insertion",
            Self::VoluntaryHomeSupport => "voluntary_home_support",
            Self::CourtOrderedHomeSupport => "court_ordered_home_support",
            Self::ReinforcedHomeSupport => "reinforced_home_support",
            Self::Placement => "placement",
            Self::ConcernAssessment => "concern_assessment",
            Self::GlobalSupportPlan => "global_support_plan",
            Self::Unknown => "unknown",
        }
    }
}

/// What makes a case heavier to carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Complexity {
    /// A child under two.
    ChildUnderTwo,
    /// Violence.
    Violence,
    /// Conflict with a service.
    ConflictWithService,
    /// An interpreter is needed.
    Interpreter,
    /// More than thirty minutes away.
    Distance,
    /// Five services or more.
    ManyServices,
    /// A hearing within two months.
    HearingSoon,
    /// A disability without a place.
    DisabilityWithoutPlace,
}

/// The rhythm of contact agreed for this case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Intensity {
    /// Several contacts a week.
    Crisis,
    /// Weekly.
    Intensive,
    /// Every two to four weeks.
    Standard,
    /// Every one to three months.
    Light,
    /// Every three to six months.
    Watch,
}

/// Why an accompaniment ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClosureReason {
    /// Goals reached.
    GoalsReached,
    /// The household moved.
    Moved,
    /// Followed elsewhere now.
    Transferred,
    /// She no longer wishes it.
    Declined,
    /// The link was lost.
    LinkLost,
    /// The measure was lifted or ended.
    MeasureEnded,
    /// She died.
    Death,
    /// Not told by the record it comes from.
    Unknown,
}

/// The tracks to which a person may be oriented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// Parcours emploi.
    Employment,
    /// Parcours socio-professionnel.
    SocialAndEmployment,
    /// Parcours social.
    Social,
    /// Another track.
    Other,
}
