//! What is told of the situation.

use crate::{Plain, WorkerRef};
use domain::words::{Day, DomainOfLife, PersonId, StoryId, TraitId, Voice};
use serde::{Deserialize, Serialize};

/// Words with their day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dated {
    /// The words.
    pub text: Plain<String>,
    /// The day.
    pub on: Day,
}

/// What a person says, verbatim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoryView {
    /// Which.
    pub story: StoryId,
    /// Who says it.
    pub speaker: PersonId,
    /// Her first name.
    pub speaker_name: Plain<String>,
    /// Her age on that day, when she is a child.
    pub child_age: Option<u32>,
    /// The words.
    pub words: Plain<String>,
    /// Who heard them.
    pub told_to: Option<WorkerRef>,
    /// When.
    pub on: Day,
    /// The day they were read back to her.
    pub read_back_on: Option<Day>,
}

/// Something that carries or blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TraitView {
    /// Which.
    pub id: TraitId,
    /// In words.
    pub text: Plain<String>,
    /// By whom it was named.
    pub named_by: Voice,
    /// Its domain.
    pub domain: Option<DomainOfLife>,
    /// Whose it is; of the whole household when nobody is named.
    #[serde(default)]
    pub holder: Option<PersonId>,
    /// The relative who named it, when the family's voice was hers.
    #[serde(default)]
    pub relative: Option<PersonId>,
    /// When.
    pub on: Day,
}
