//! The life domains, the five levels, and the two voices that rate them.
//!
//! Names of the domains stand among the sentences; icons, colours and weaves are the client's.

use super::Invalid;
use sealed::Compartment;
use serde::{Deserialize, Serialize};

/// One of the fourteen domains of a person's life: a thread of the weave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DomainOfLife {
    /// Logement.
    Housing,
    /// Budget.
    Budget,
    /// Droits et démarches.
    Rights,
    /// Emploi.
    Employment,
    /// Formation et langue.
    Training,
    /// Santé.
    Health,
    /// Santé psychique.
    MentalHealth,
    /// Enfants et parentalité.
    Parenting,
    /// École.
    School,
    /// Entourage.
    Network,
    /// Mobilité.
    Mobility,
    /// Autonomie numérique.
    DigitalAutonomy,
    /// Vie quotidienne.
    DailyLife,
    /// Sécurité et protection.
    Safety,
}

impl DomainOfLife {
    /// All fourteen, in the order of the screens.
    pub const ALL: [Self; 14] = [
        Self::Housing,
        Self::Budget,
        Self::Rights,
        Self::Employment,
        Self::Training,
        Self::Health,
        Self::MentalHealth,
        Self::Parenting,
        Self::School,
        Self::Network,
        Self::Mobility,
        Self::DigitalAutonomy,
        Self::DailyLife,
        Self::Safety,
    ];

    /// The stable code, as it is stored and as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Housing => "housing",
            Self::Budget => "budget",
            Self::Rights => "rights",
            Self::Employment => "employment",
            Self::Training => "training",
            Self::Health => "health",
            Self::MentalHealth => "mental_health",
            Self::Parenting => "parenting",
            Self::School => "school",
            Self::Network => "network",
            Self::Mobility => "mobility",
            Self::DigitalAutonomy => "digital_autonomy",
            Self::DailyLife => "daily_life",
            Self::Safety => "safety",
        }
    }

    /// The compartment in which what is said of this domain lies.
    #[must_use]
    pub fn compartment(self) -> Compartment {
        match self {
            Self::Housing => Compartment::Housing,
            Self::Budget | Self::Rights => Compartment::Budget,
            Self::Employment | Self::Training => Compartment::Work,
            Self::Health | Self::MentalHealth => Compartment::Health,
            Self::Network => Compartment::Household,
            Self::Parenting | Self::School | Self::Mobility | Self::DigitalAutonomy | Self::DailyLife => {
                Compartment::Social
            }
            Self::Safety => Compartment::Protected,
        }
    }
}

/// Where a domain stands: 1 in crisis, 2 fragile, 3 stabilised, 4 in progress, 5 lasting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = u8, minimum = 1, maximum = 5))]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// The number, 1 to 5.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Level {
    type Error = Invalid;
    fn try_from(number: u8) -> Result<Self, Invalid> {
        if (1..=5).contains(&number) {
            Ok(Self(number))
        } else {
            Err(Invalid::NotALevel)
        }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

impl std::fmt::Display for Invalid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Invalid {}

/// Who rates: the person herself, or the professionals. Both are kept, never averaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// She says.
    Person,
    /// We observe.
    Worker,
}
