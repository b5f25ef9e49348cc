//! The reader's list of cases, and a search among them.

use crate::{Plain, WorkerRef};
use domain::words::{Day, SupportCaseId};
use serde::{Deserialize, Serialize};

/// Which of her cases a reader asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct CaseQuery {
    /// Which phase; open when absent.
    #[serde(default)]
    pub phase: PhaseFilter,
    /// The page to give, as the `next` of the page before; the first when absent.
    #[serde(default)]
    pub after: Option<String>,
    /// Read no earlier state than this position.
    #[serde(default)]
    pub at_least: Option<u64>,
}

/// Names looked for; in a body, since a name never stands in a URL.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Search {
    /// What is looked for: parts of names, accents and case aside.
    pub names: Plain<String>,
    /// Which phase.
    #[serde(default)]
    pub phase: PhaseFilter,
    /// The page to give, as the `next` of the page before; the first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Which cases to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PhaseFilter {
    /// Those that are open.
    #[default]
    Open,
    /// Those that are closed.
    Closed,
    /// All.
    All,
}

/// A page of the reader's cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseList {
    /// The cases, those with the nearest date first.
    pub cases: Vec<CaseLine>,
    /// How many there are in all.
    pub total: u64,
    /// What to ask for the next page; none on the last.
    pub next: Option<String>,
    /// The position of the log that this answer knows.
    pub position: u64,
}

/// A case in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseLine {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Plain<String>,
    /// Whether it is open.
    pub open: bool,
    /// The first day.
    pub opened_on: Day,
    /// The last day, when it is closed.
    pub closed_on: Option<Day>,
    /// Who answers for it.
    pub referent: Option<WorkerRef>,
    /// Whether the reader is the référent.
    pub own: bool,
    /// Whether the reader takes no part in it, and something of it is shared with her.
    #[serde(default)]
    pub received: bool,
    /// The nearest date, late ones first.
    pub next_due: Option<Day>,
    /// Whether that date is near or past.
    pub due_is_near: bool,
    /// The day of the last contact.
    pub last_contact_on: Option<Day>,
    /// Days of silence beyond the agreed rhythm; none when the link is kept.
    pub silence_days: Option<u32>,
}
