//! Signing in and out, and who one is.

use super::{Answer, delete, get, post_only};
use contract::{
    paths,
    session::{Me, SessionList, SignIn},
};
use uuid::Uuid;

/// Who is signed in.
pub(crate) async fn who() -> Answer<Me> {
    get(paths::SESSION).await
}

/// Signs in, and asks who one is then.
pub(crate) async fn sign_in(asked: SignIn) -> Answer<Me> {
    post_only(paths::SESSION, &asked).await?;
    who().await
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
