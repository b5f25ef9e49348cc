//! The load of a team.

use super::{Answer, get_view};
use crate::words::language;
use contract::{
    paths,
    workload::{Indicators, SheetFormat, Workload},
};
use domain::words::Day;

/// The load today, or as it was at the start of a day.
pub(crate) async fn seen(on: Option<Day>) -> Answer<Workload> {
    let asked: Vec<_> = on.map(|day| ("on", day.to_string())).into_iter().collect();
    get_view(paths::WORKLOAD, &asked).await
}

/// The figures from one day to another.
pub(crate) async fn indicators(from: Day, until: Day) -> Answer<Indicators> {
    let asked = [("from", from.to_string()), ("until", until.to_string())];
    get_view(paths::INDICATORS, &asked).await
}

/// Where the same figures are found as a file.
pub(crate) fn indicators_file(seen: &Indicators, format: SheetFormat) -> String {
    format!(
        "{}?format={}&from={}&until={}&at_least={}&language={}",
        paths::INDICATORS_FILE,
        format.code(),
        seen.from,
        seen.until,
        seen.position,
        language().tag()
    )
}
