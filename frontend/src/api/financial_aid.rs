//! Financial aid of a case.

use super::{Answer, get_view, write};
use contract::{
    Accepted,
    financial_aid::{DecideAid, EndAid, FinancialAids, MoveAid, PayAid, RequestAid, RetractPayment},
    paths,
};
use domain::words::{FinancialAidId, PaymentId, SupportCaseId};

/// All of it that she may know of.
pub(crate) async fn seen(case: SupportCaseId) -> Answer<FinancialAids> {
    get_view(&paths::of_case(paths::FINANCIAL_AIDS, case), &[]).await
}

/// Requests one.
pub(crate) async fn request(case: SupportCaseId, asked: RequestAid) -> Answer<Accepted> {
    write(&paths::of_case(paths::FINANCIAL_AIDS, case), &asked).await
}

/// Its supporting documents are complete.
pub(crate) async fn complete(case: SupportCaseId, aid: FinancialAidId, asked: MoveAid) -> Answer<Accepted> {
    write(&paths::of_aid(paths::COMPLETE_AID, case, aid), &asked).await
}

/// It is looked at again.
pub(crate) async fn resume(case: SupportCaseId, aid: FinancialAidId, asked: MoveAid) -> Answer<Accepted> {
    write(&paths::of_aid(paths::RESUME_AID, case, aid), &asked).await
}

/// It was decided.
pub(crate) async fn decide(case: SupportCaseId, aid: FinancialAidId, asked: DecideAid) -> Answer<Accepted> {
    write(&paths::of_aid(paths::DECIDE_AID, case, aid), &asked).await
}

/// It ended before any decision.
pub(crate) async fn end(case: SupportCaseId, aid: FinancialAidId, asked: EndAid) -> Answer<Accepted> {
    write(&paths::of_aid(paths::END_AID, case, aid), &asked).await
}

/// Money came.
pub(crate) async fn pay(case: SupportCaseId, aid: FinancialAidId, asked: PayAid) -> Answer<Accepted> {
    write(&paths::of_aid(paths::PAY_AID, case, aid), &asked).await
}

/// A payment had been written by mistake.
pub(crate) async fn retract(
    case: SupportCaseId,
    aid: FinancialAidId,
    payment: PaymentId,
    asked: RetractPayment,
) -> Answer<Accepted> {
    write(&paths::retract_payment(case, aid, payment), &asked).await
}
