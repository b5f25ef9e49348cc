//! What an account has beside its password.

use super::{Answer, get, post};
use contract::{
    Plain,
    account::{AskEnrolment, ConfirmEnrolment, Enrolment, RecoveryCodes, SecondFactorView},
    paths,
};

/// What hers has.
pub(crate) async fn second_factor() -> Answer<SecondFactorView> {
    get(paths::SECOND_FACTOR).await
}

/// A secret for a new application.
pub(crate) async fn enrol(asked: AskEnrolment) -> Answer<Enrolment> {
    post(paths::SECOND_FACTOR, &asked).await
}

/// Confirms it by a code.
pub(crate) async fn confirm(code: String) -> Answer<RecoveryCodes> {
    post(paths::CONFIRM_SECOND_FACTOR, &ConfirmEnrolment { code: Plain(code) }).await
}
