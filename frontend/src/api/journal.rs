//! Who looked at a case.

use super::{Answer, get_view, post};
use contract::{
    journal::{FindCase, FoundCases, ReadingList},
    paths,
};
use domain::words::{Day, SupportCaseId};

/// The cases of a person of these whole names. Names travel in the body, never in an address.
pub(crate) async fn find_case(asked: FindCase) -> Answer<FoundCases> {
    post(paths::FIND_CASE, &asked).await
}

/// Who looked at a case until a day, or until today.
pub(crate) async fn readings(case: SupportCaseId, until: Option<Day>) -> Answer<ReadingList> {
    let asked: Vec<_> = until.map(|day| ("until", day.to_string())).into_iter().collect();
    get_view(&paths::of_case(paths::READINGS, case), &asked).await
}
