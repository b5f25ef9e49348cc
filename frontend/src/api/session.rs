//! Signing in and out, and who one is.

use super::{Answer, delete, get, post, post_or_nothing};
use contract::{
    account::{Entered, Need, Proof, SignInNeeds, Ways},
    paths,
    session::{Me, SessionList, SignIn},
};
use uuid::Uuid;

/// Who is signed in.
pub(crate) async fn who() -> Answer<Me> {
    get(paths::SESSION).await
}

/// By which ways people come in here.
pub(crate) async fn ways() -> Answer<Ways> {
    get(paths::WAYS).await
}

/// What came of login and password.
pub(crate) enum Signed {
    /// She is in.
    In(Me),
    /// Something more is needed.
    Needs(Need),
}

/// Signs in, and asks who one is when that is all.
pub(crate) async fn sign_in(asked: SignIn) -> Answer<Signed> {
    match post_or_nothing::<SignInNeeds>(paths::SESSION, &asked).await? {
        Some(answer) => Ok(Signed::Needs(answer.needs)),
        None => who().await.map(Signed::In),
    }
}

/// Shows what is needed beside the password, and asks who one is then.
pub(crate) async fn sign_in_with(proof: Proof) -> Answer<(Entered, Me)> {
    let entered = post(paths::SIGN_IN_CODE, &proof).await?;
    Ok((entered, who().await?))
}

/// Signs out.
pub(crate) async fn sign_out() -> Answer<()> {
    delete(paths::SESSION).await
}

/// Her open sessions.
pub(crate) async fn own() -> Answer<SessionList> {
    get(paths::SESSIONS).await
}

/// Ends one of them.
pub(crate) async fn end(session: Uuid) -> Answer<()> {
    delete(&paths::own_session(session)).await
}

/// Ends all but this one.
pub(crate) async fn end_others() -> Answer<()> {
    delete(paths::SESSIONS).await
}
