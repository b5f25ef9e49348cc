//! The threads of a life, each in two voices.

use crate::Plain;
use domain::words::{Day, DomainOfLife, Level, Voice};
use serde::{Deserialize, Serialize};

/// A life domain: a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThreadView {
    /// Which.
    pub domain: DomainOfLife,
    /// What she says of it.
    pub person: Option<VoiceView>,
    /// What we observe.
    pub worker: Option<VoiceView>,
    /// Levels over the twelve months before the day shown, oldest first.
    pub levels: Vec<LevelPoint>,
    /// The nearest thing to be done.
    pub next_step: Option<NextStep>,
}

/// One voice on a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VoiceView {
    /// The level; none when not rated.
    pub level: Option<Level>,
    /// In words.
    pub words: Option<Plain<String>>,
    /// When.
    pub on: Day,
}

/// A level on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LevelPoint {
    /// When.
    pub on: Day,
    /// Whose voice.
    pub voice: Voice,
    /// The level.
    pub level: Level,
}

/// The nearest thing to be done in a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NextStep {
    /// What.
    pub text: Plain<String>,
    /// By when; to be agreed when absent.
    pub due_on: Option<Day>,
    /// Whether that day is near or past.
    pub near: bool,
}

/// What is there and may not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reserved {
    /// In which domain.
    pub domain: DomainOfLife,
    /// How many items.
    pub items: u32,
}
