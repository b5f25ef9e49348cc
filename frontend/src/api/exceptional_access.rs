//! Whom to ask about somebody, and the accesses that were opened with a reason.

use super::{Answer, get_view, post, write};
use contract::{
    Accepted,
    exceptional_access::{AccessList, EndAccess, FindReferent, FoundReferents, OpenExceptionally, ReviewAccess},
    paths,
};
use domain::words::AccessId;

/// Who follows somebody of these whole names. Names travel in the body, never in an address.
pub(crate) async fn find_referent(asked: FindReferent) -> Answer<FoundReferents> {
    post(paths::FIND_REFERENT, &asked).await
}

/// The accesses that the reader is told of.
pub(crate) async fn list() -> Answer<AccessList> {
    get_view(paths::ACCESSES, &[]).await
}

/// Opens a case.
pub(crate) async fn open(asked: OpenExceptionally) -> Answer<Accepted> {
    write(paths::ACCESSES, &asked).await
}

/// Ends one before its time.
pub(crate) async fn end(access: AccessId, asked: EndAccess) -> Answer<Accepted> {
    write(&paths::of_access(paths::END_ACCESS, access), &asked).await
}

/// Says whether one was needed.
pub(crate) async fn review(access: AccessId, asked: ReviewAccess) -> Answer<Accepted> {
    write(&paths::of_access(paths::REVIEW_ACCESS, access), &asked).await
}
