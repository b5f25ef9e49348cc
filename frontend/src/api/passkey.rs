//! Passkeys: signing in by one, and her own.

use super::{Answer, Failure, Refusal, get, post, post_or_nothing, session};
use crate::{passkey, words};
use contract::{
    Plain,
    account::SignInNeeds,
    passkey::{AddPasskey, PasskeyChallenge, PasskeyList, ProveAgain, ShowPasskey},
    paths,
    session::Me,
};
use uuid::Uuid;

/// Signs in by a passkey of this device, or of one beside it, and asks who one is then.
pub(crate) async fn sign_in() -> Answer<Me> {
    let asked: PasskeyChallenge = post(paths::ASK_PASSKEY, &()).await?;
    let shown = passkey::show(&asked.options.0).await;
    let answer = Plain(shown.ok_or_else(|| untaken(words::say("passkey-unshown")))?);
    post_or_nothing::<SignInNeeds>(paths::SIGN_IN_PASSKEY, &ShowPasskey { answer }).await?;
    session::who().await
}

/// Hers.
pub(crate) async fn own() -> Answer<PasskeyList> {
    get(paths::PASSKEYS).await
}

/// What her device is asked for a new one, once she has proved again who she is.
pub(crate) async fn offer(again: ProveAgain) -> Answer<String> {
    let asked: PasskeyChallenge = post(paths::OFFER_PASSKEY, &again).await?;
    Ok(asked.options.0)
}

/// Has her device make it, and keeps it under a name.
pub(crate) async fn add(name: String, options: String) -> Answer<()> {
    let made = passkey::make(&options).await;
    let asked = AddPasskey {
        name: Plain(name),
        answer: Plain(made.ok_or_else(|| untaken(words::say("passkey-unmade")))?),
    };
    post_or_nothing::<()>(paths::PASSKEYS, &asked).await.map(drop)
}

/// Takes one away.
pub(crate) async fn remove(passkey: Uuid, again: ProveAgain) -> Answer<()> {
    post_or_nothing::<()>(&paths::remove_passkey(passkey), &again)
        .await
        .map(drop)
}

/// Her device did not, or she did not wish it: neither is told, and both may be tried again.
fn untaken(sentence: String) -> Failure {
    Failure::Refused(Refusal {
        code: "passkey.untaken".to_owned(),
        sentence,
        field: None,
    })
}
