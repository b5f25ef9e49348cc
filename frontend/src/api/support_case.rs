//! Cases: the reader's list, and one case.

use super::{Answer, get_view, post, write};
use contract::{
    Accepted, paths,
    support_case::{CaseList, CaseView, IdentifyStrength, PhaseFilter, Search},
};
use domain::words::SupportCaseId;

fn phase_code(phase: PhaseFilter) -> String {
    match phase {
        PhaseFilter::Open => "open",
        PhaseFilter::Closed => "closed",
        PhaseFilter::All => "all",
    }
    .to_owned()
}

/// A page of the reader's cases.
pub(crate) async fn list(phase: PhaseFilter, after: Option<String>) -> Answer<CaseList> {
    let mut asked = vec![("phase", phase_code(phase))];
    asked.extend(after.map(|after| ("after", after)));
    get_view(paths::SUPPORT_CASES, &asked).await
}

/// The reader's cases in which a name is found. Names travel in the body, never in an address.
pub(crate) async fn search(asked: Search) -> Answer<CaseList> {
    post(paths::SEARCH, &asked).await
}

/// One case, as it stands now.
pub(crate) async fn seen(case: SupportCaseId) -> Answer<CaseView> {
    get_view(&paths::support_case(case), &[]).await
}

/// Names something that carries.
pub(crate) async fn identify_strength(case: SupportCaseId, asked: IdentifyStrength) -> Answer<Accepted> {
    write(&paths::of_case(paths::STRENGTHS, case), &asked).await
}
