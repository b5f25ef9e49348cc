//! Signing in and out, and who one is.

use super::{Answer, delete, get, post_only};
use contract::{
    paths,
    session::{Me, SignIn},
};

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
