//! Documents of a case.

use super::{Answer, deposit as send, get_view, write};
use contract::{
    Accepted,
    document::{DepositDocument, Documents, RenewDocument, RequestDocument, WithdrawDocument},
    paths,
};
use domain::words::{DocumentId, SupportCaseId};
use web_sys::File;

/// Those that are asked for, and those that are there.
pub(crate) async fn seen(case: SupportCaseId) -> Answer<Documents> {
    get_view(&paths::of_case(paths::DOCUMENTS, case), &[]).await
}

/// Asks for one.
pub(crate) async fn request(case: SupportCaseId, asked: RequestDocument) -> Answer<Accepted> {
    write(&paths::of_case(paths::REQUEST_DOCUMENT, case), &asked).await
}

/// Deposits one.
pub(crate) async fn deposit(case: SupportCaseId, asked: DepositDocument, file: File) -> Answer<Accepted> {
    send(&paths::of_case(paths::DOCUMENTS, case), &asked, &file).await
}

/// Puts a newer one in its place.
pub(crate) async fn renew(
    case: SupportCaseId,
    document: DocumentId,
    asked: RenewDocument,
    file: File,
) -> Answer<Accepted> {
    send(&content(case, document), &asked, &file).await
}

/// Takes one back, or no longer asks for it.
pub(crate) async fn withdraw(case: SupportCaseId, document: DocumentId, asked: WithdrawDocument) -> Answer<Accepted> {
    write(&paths::of_document(paths::WITHDRAW_DOCUMENT, case, document), &asked).await
}

/// Where what it holds is read.
pub(crate) fn content(case: SupportCaseId, document: DocumentId) -> String {
    paths::of_document(paths::DOCUMENT_CONTENT, case, document)
}
