//! Passkeys (WebAuthn): a key that her device keeps for this address alone, and uses only after it has recognised her by a
//! gesture or a code of its own. It is something that she has and something that she is or knows, so it opens by itself.
//!
//! What a browser answers is checked by `webauthn-rs`: that it answers our challenge, from our address, for our name, by
//! the key that was kept, with its owner recognised, and with a counter that did not go back.

use crate::heard::Heard;
use crate::opening::Proved;
use crate::passkey_rows::{self as rows, CHALLENGE_LASTS, New};
use crate::place::place;
use crate::session::{self, Token};
use crate::{Fault, Identity, NotSignedIn, Proof, SignedIn, account, patience};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url,
    Webauthn, WebauthnBuilder, WebauthnError,
};

/// Why a passkey is not taken. To who is not known yet, only that it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasskeyRefused {
    /// What the device answered is not believed, or nobody has this key: always the same answer.
    #[error("this passkey opens nothing here")]
    Unbelieved,
    /// Its counter went back: somebody has a copy of it. Answered as one that is not believed.
    #[error("this passkey opens nothing here")]
    Copied,
    /// The challenge waited too long, or was answered before.
    #[error("the challenge is over: begin again")]
    Over,
    /// The device would not find it again without being told a name.
    #[error("this device keeps no passkeys that it finds by itself")]
    Unfindable,
    /// It is there already.
    #[error("this passkey is kept already")]
    Known,
    /// The account has as many as it may.
    #[error("this account has as many passkeys as it may")]
    TooMany,
}

impl From<PasskeyRefused> for NotSignedIn {
    fn from(why: PasskeyRefused) -> Self {
        Self::Passkey(why)
    }
}

/// Passkeys for one address.
#[derive(Clone)]
pub struct Passkeys(Arc<Webauthn>);

impl Passkeys {
    /// For who reaches Trame at this address. None where no browser keeps a passkey: at a number in the place of a name,
    /// or without TLS, unless it is this very machine.
    #[must_use]
    pub fn at(address: &str) -> Option<Self> {
        let address = Url::parse(address).ok()?;
        let name = address.domain()?.to_owned();
        let guarded = address.scheme() == "https" || name == "localhost";
        let lasts = Duration::from_secs(CHALLENGE_LASTS.as_secs().unsigned_abs());
        let builder = WebauthnBuilder::new(&name, &address).ok()?;
        let webauthn = builder.rp_name("Trame").timeout(lasts).build().ok()?;
        guarded.then(|| Self(Arc::new(webauthn)))
    }
}

/// A passkey as its owner sees it among hers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPasskey {
    /// Its name for us: it opens nothing.
    pub id: Uuid,
    /// What she calls it; none once she was forgotten.
    pub name: Option<String>,
    /// Since when.
    pub made_at: Timestamp,
    /// When she came in by it last.
    pub used_at: Option<Timestamp>,
}

impl Identity {
    /// Whether there are passkeys at this address.
    #[must_use]
    pub fn takes_passkeys(&self) -> bool {
        self.passkeys.is_some()
    }

    fn webauthn(&self) -> Result<&Webauthn, NotSignedIn> {
        let passkeys = self.passkeys.as_ref().ok_or(PasskeyRefused::Over)?;
        Ok(&passkeys.0)
    }

    /// The passkeys of a worker.
    ///
    /// # Errors
    /// When the world fails.
    pub async fn own_passkeys(&self, worker: Uuid) -> Result<Vec<OwnPasskey>, Fault> {
        let mut own = Vec::new();
        for kept in rows::own(&self.pool, worker).await? {
            let name = self.safe.open(worker, kept.id, kept.name).await?;
            own.push(OwnPasskey {
                id: kept.id,
                name: name.map(|name| name.to_string()),
                made_at: kept.made_at,
                used_at: kept.used_at,
            });
        }
        Ok(own)
    }

    /// Asks the browser of who is signed in, and proves again who she is, to make a passkey: the JSON of
    /// `PublicKeyCredentialCreationOptions`. `called`: the name under which her device lists it.
    ///
    /// # Errors
    /// When she does not prove it.
    pub async fn offer_passkey(
        &self,
        (worker, token): (Uuid, &Token),
        called: &str,
        shown: (&str, Option<&Proof>),
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<String, NotSignedIn> {
        let webauthn = self.webauthn()?;
        self.proves_again(worker, shown, peer, now).await?;
        let known = rows::credentials(&self.pool, worker).await?;
        let started = webauthn.start_passkey_registration(worker, called, called, Some(known));
        let (asked, state) = started.map_err(unasked)?;
        let state = serde_json::to_string(&state).map_err(unwritten)?;
        rows::ask(&self.pool, (token, Some(worker)), &state, now).await?;
        let mut asked = serde_json::to_value(&asked.public_key).map_err(unwritten)?;
        // Found by the device itself: nobody types who she is.
        if let Some(Value::Object(wished)) = asked.get_mut("authenticatorSelection") {
            wished.insert("residentKey".to_owned(), json!("required"));
            wished.insert("requireResidentKey".to_owned(), json!(true));
        }
        Ok(asked.to_string())
    }

    /// Keeps the passkey that her device made (the JSON of `RegistrationResponseJSON`), under the name that she gave it.
    ///
    /// # Errors
    /// When it answers another challenge, or is not one that opens without a password.
    pub async fn add_passkey(
        &self,
        (worker, token): (Uuid, &Token),
        (name, told): (&str, &str),
        now: Timestamp,
    ) -> Result<(), NotSignedIn> {
        let heard = Heard::of("add_passkey", Some(worker));
        let added = self.adds_passkey((worker, token), (name, told), now).await;
        heard.done(&added);
        added
    }

    async fn adds_passkey(
        &self,
        (worker, token): (Uuid, &Token),
        (name, told): (&str, &str),
        now: Timestamp,
    ) -> Result<(), NotSignedIn> {
        let webauthn = self.webauthn()?;
        let state = rows::take(&self.pool, (token, Some(worker)), now).await?;
        let state = state.ok_or(PasskeyRefused::Over)?;
        let state: PasskeyRegistration = serde_json::from_str(&state).map_err(unread)?;
        let told: RegisterPublicKeyCredential = serde_json::from_str(told).map_err(unread)?;
        let made = webauthn
            .finish_passkey_registration(&told, &state)
            .map_err(unbelieved)?;
        let props = told.extensions.cred_props.as_ref();
        if props.and_then(|props| props.rk) == Some(false) {
            return Err(PasskeyRefused::Unfindable.into());
        }
        let id = session::random_id()?;
        let kept = serde_json::to_string(&made).map_err(unwritten)?;
        let name = self.safe.seal(worker, id, name).await?;
        let new = New {
            id,
            credential: made.cred_id().as_ref(),
            kept: &kept,
            name: &name,
        };
        match rows::keep(&self.pool, (worker, token), &new, now).await? {
            Some(why) => Err(why.into()),
            None => Ok(()),
        }
    }

    /// Takes one of hers away, once she has proved again who she is, and ends her other sessions: they may have been opened
    /// by it. False when it is none of hers.
    ///
    /// # Errors
    /// When she does not prove it.
    pub async fn remove_passkey(
        &self,
        (worker, token): (Uuid, &Token),
        id: Uuid,
        shown: (&str, Option<&Proof>),
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<bool, NotSignedIn> {
        let heard = self.hears("remove_passkey", Some(worker), peer);
        let removed = async {
            self.proves_again(worker, shown, peer, now).await?;
            Ok(rows::remove(&self.pool, (worker, token), id).await?)
        };
        let removed = removed.await;
        heard.done(&removed);
        removed
    }

    /// Asks a browser for a passkey, whosever: the token that binds the challenge to it, and the JSON of
    /// `PublicKeyCredentialRequestOptions`.
    ///
    /// # Errors
    /// When too many were asked for from there.
    pub async fn ask_passkey(&self, peer: IpAddr, now: Timestamp) -> Result<(Token, String), NotSignedIn> {
        let webauthn = self.webauthn()?;
        patience::count_question(&self.pool, &self.asked_from(peer), now).await?;
        let (asked, state) = webauthn.start_discoverable_authentication().map_err(unasked)?;
        let state = serde_json::to_string(&state).map_err(unwritten)?;
        let asked = serde_json::to_string(&asked.public_key).map_err(unwritten)?;
        let token = Token::random()?;
        rows::ask(&self.pool, (&token, None), &state, now).await?;
        Ok((token, asked))
    }

    /// Opens a session by the passkey that a device showed (the JSON of `AuthenticationResponseJSON`).
    ///
    /// # Errors
    /// When it is not believed: the same answer whether somebody has this key or nobody.
    pub async fn sign_in_by_passkey(
        &self,
        token: &Token,
        told: &str,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<SignedIn, NotSignedIn> {
        let mut heard = self.hears("sign_in_by_passkey", None, peer);
        let signed = self
            .signs_in_by_passkey(&mut heard.account, (token, told), peer, now)
            .await;
        heard.signed(&signed);
        signed
    }

    async fn signs_in_by_passkey(
        &self,
        whose: &mut Option<Uuid>,
        (token, told): (&Token, &str),
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<SignedIn, NotSignedIn> {
        let state = rows::take(&self.pool, (token, None), now).await?;
        let state = state.ok_or(PasskeyRefused::Over)?;
        let state: DiscoverableAuthentication = serde_json::from_str(&state).map_err(unread)?;
        let told: PublicKeyCredential = serde_json::from_str(told).map_err(unread)?;
        let owner = rows::owner(&self.pool, told.get_credential_id()).await?;
        let owner = owner.ok_or(PasskeyRefused::Unbelieved)?;
        *whose = Some(owner);
        let account = account::of(&self.pool, owner).await?;
        let account = account.filter(|account| !account.demonstration && account.may_sign_in(peer));
        let account = account.ok_or(PasskeyRefused::Unbelieved)?;
        let passkey = self.uses(&account, &told, state, now).await?;
        patience::forgive_question(&self.pool, &self.asked_from(peer)).await?;
        self.opens(&account, Proved::Passkey { passkey }, now).await
    }

    /// Believes what a device showed, or not, and keeps its counter. Which passkey it was.
    async fn uses(
        &self,
        account: &account::Account,
        told: &PublicKeyCredential,
        state: DiscoverableAuthentication,
        now: Timestamp,
    ) -> Result<Uuid, NotSignedIn> {
        let webauthn = self.webauthn()?;
        let mut client = self.pool.get().await.map_err(Fault::from)?;
        let transaction = client.transaction().await.map_err(Fault::from)?;
        // Held before its key, as whoever takes the key away does: and of two uses of one key the second sees the first.
        account::hold(&transaction, account.worker).await?;
        let held = rows::hold(&transaction, told.get_credential_id(), account).await?;
        let (passkey, kept) = held.ok_or(PasskeyRefused::Unbelieved)?;
        let mut kept: Passkey = serde_json::from_str(&kept).map_err(unread)?;
        let (whose, _credential) = webauthn
            .identify_discoverable_authentication(told)
            .map_err(unbelieved)?;
        if whose != account.worker {
            return Err(PasskeyRefused::Unbelieved.into());
        }
        let shown = webauthn.finish_discoverable_authentication_v2(told, state, &kept);
        kept.update_credential(&shown.map_err(unbelieved)?);
        let kept = serde_json::to_string(&kept).map_err(unwritten)?;
        rows::used(&transaction, passkey, &kept, now).await?;
        transaction.commit().await.map_err(Fault::from)?;
        Ok(passkey)
    }

    fn asked_from(&self, peer: IpAddr) -> Vec<u8> {
        (self.blind)("passkey.place", &place(peer))
    }
}

/// What a device answered wrongly. Its own words may be anybody's, and are not told.
fn unbelieved(why: WebauthnError) -> NotSignedIn {
    if matches!(why, WebauthnError::InvalidRPOrigin) {
        tracing::warn!("a passkey was shown at another address than public_url");
    }
    if matches!(why, WebauthnError::CredentialPossibleCompromise) {
        PasskeyRefused::Copied.into()
    } else {
        PasskeyRefused::Unbelieved.into()
    }
}

/// What came is no answer of a device. What is in it is not told.
fn unread(_text: serde_json::Error) -> NotSignedIn {
    PasskeyRefused::Unbelieved.into()
}

fn unasked(_why: WebauthnError) -> NotSignedIn {
    Fault::Passkeys.into()
}

fn unwritten(_why: serde_json::Error) -> NotSignedIn {
    Fault::Passkeys.into()
}
