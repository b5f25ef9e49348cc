//! The timeline of a case.

use super::{Answer, get_view};
use contract::{paths, timeline::Timeline};
use domain::words::{Day, SupportCaseId};

/// The timeline, as it stands or as it was known on a past day.
pub(crate) async fn seen(case: SupportCaseId, as_known_on: Option<Day>) -> Answer<Timeline> {
    let asked: Vec<_> = as_known_on
        .map(|day| ("as_known_on", day.to_string()))
        .into_iter()
        .collect();
    get_view(&paths::of_case(paths::TIMELINE, case), &asked).await
}
