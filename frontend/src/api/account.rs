//! The password of an account, and what it has beside it.

use super::{Answer, get, post, post_or_nothing};
use contract::{
    Plain,
    account::{
        AskEnrolment, ChangePassword, ChoosePassword, ConfirmEnrolment, Enrolment, Need, RecoveryCodes,
        SecondFactorView, SignInNeeds,
    },
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

/// Chooses a password after a first secret. Answers what is still needed.
pub(crate) async fn choose_password(password: String) -> Answer<Option<Need>> {
    let asked = ChoosePassword {
        password: Plain(password),
    };
    let answer: Option<SignInNeeds> = post_or_nothing(paths::SIGN_IN_PASSWORD, &asked).await?;
    Ok(answer.map(|answer| answer.needs))
}

/// Changes hers.
pub(crate) async fn change_password(present: String, password: String) -> Answer<()> {
    let asked = ChangePassword {
        present: Plain(present),
        password: Plain(password),
    };
    post_or_nothing::<()>(paths::PASSWORD, &asked).await.map(drop)
}
