//! The copies of minutes, one for each who received them, each with what she may read.

use crate::workload::SheetLanguage;
use domain::team_meeting::Participant;
use serde::{Deserialize, Serialize};

/// The copies of the minutes of a case that the reader may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Copies {
    /// Those of all who received them for who passes minutes on, else her own; none before minutes are validated.
    pub copies: Vec<CopyView>,
    /// Whether the list of decisions may be had.
    pub decisions: bool,
}

/// A copy for one who received the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CopyView {
    /// Who received them.
    pub with: Participant,
    /// How much it leaves out of what the reader knows to be there; none when no copy can be made for her now, since she
    /// has left or the case is closed to her.
    pub left_out: Option<u32>,
}

/// How a document is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct CopyQuery {
    /// The language of its words; the one of the request when absent, since a link cannot say it otherwise.
    #[serde(default)]
    pub language: Option<SheetLanguage>,
    /// Read no earlier state than this position.
    #[serde(default)]
    pub at_least: Option<u64>,
}
