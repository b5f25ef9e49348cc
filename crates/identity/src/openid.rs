//! Who a provider of identities knows: her subject there is her identity, her address only finds her account the first time.

use crate::opening::Proved;
use crate::session::{Token, moved};
use crate::{Fault, Identity, NotSignedIn, SignedIn, account};
use deadpool_postgres::Transaction;
use jiff::{SignedDuration, Timestamp};
use std::net::IpAddr;
use uuid::Uuid;

/// How long somebody may be away at the provider.
pub const WAY_LASTS: SignedDuration = SignedDuration::from_mins(10);

const LEAVE: &str = "insert into openid_way (token, state, nonce, verifier, ends_at) values ($1, $2, $3, $4, $5)";
const SWEEP: &str = "delete from openid_way where ends_at <= $1";
/// Used once, whatever comes of it.
const COME_BACK: &str = "delete from openid_way where token = $1 returning state, nonce, verifier, ends_at > $2";
const LINKED: &str = "select worker from openid_link where subject = $1";
const IS_LINKED: &str = "select 1 from openid_link where worker = $1";
/// Her first secret was a way in until she came; now it would be one for whoever else holds it.
const END_FIRST_SECRET: &str = "update account set first_until = $2 where worker = $1 and first_until > $2";
const LINK: &str = "insert into openid_link (subject, worker, made_at) values ($1, $2, $3) on conflict do nothing";

/// What is remembered of somebody who was sent to the provider. Prints nothing.
pub struct Way {
    /// What the provider gives back, so that nobody else's answer is taken for hers.
    pub state: String,
    /// What its token must hold.
    pub nonce: String,
    /// What proves that the code was asked for here (PKCE).
    pub verifier: String,
}

/// Who came back from the provider, as it says.
pub struct Told {
    /// The provider.
    pub issuer: String,
    /// Who she is there, for ever.
    pub subject: String,
    /// Her address, which is her login here, when it is hers for sure.
    pub email: Option<String>,
    /// Whether she showed more than a password there.
    pub two_factors: bool,
}

impl Identity {
    /// Remembers somebody who leaves for the provider, under the token of her browser.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn leaves_for_provider(&self, way: &Way, now: Timestamp) -> Result<Token, Fault> {
        let token = Token::random()?;
        let client = self.pool.get().await?;
        client.execute(SWEEP, &[&now]).await?;
        let ends_at = moved(now, WAY_LASTS);
        client
            .execute(
                LEAVE,
                &[&token.stored(), &way.state, &way.nonce, &way.verifier, &ends_at],
            )
            .await?;
        Ok(token)
    }

    /// Who comes back with the token of her browser: once, and in time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn comes_back(&self, token: &Token, now: Timestamp) -> Result<Option<Way>, Fault> {
        let client = self.pool.get().await?;
        let Some(row) = client.query_opt(COME_BACK, &[&token.stored(), &now]).await? else {
            return Ok(None);
        };
        let in_time: bool = row.try_get(3)?;
        Ok(in_time.then_some(Way {
            state: row.try_get(0)?,
            nonce: row.try_get(1)?,
            verifier: row.try_get(2)?,
        }))
    }

    /// Opens a session for who the provider knows, or the half of one when she showed a password alone there.
    ///
    /// # Errors
    /// When she has no account here, or her address is that of somebody else's account.
    pub async fn sign_in_by_provider(
        &self,
        told: &Told,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<SignedIn, NotSignedIn> {
        let mut heard = self.hears("sign_in_by_provider", None, peer);
        let signed = self.signs_in_by_provider(&mut heard.account, told, peer, now).await;
        heard.signed(&signed);
        signed
    }

    async fn signs_in_by_provider(
        &self,
        whose: &mut Option<Uuid>,
        told: &Told,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<SignedIn, NotSignedIn> {
        let subject = (self.blind)("openid.subject", &format!("{} {}", told.issuer, told.subject));
        let worker = match self.linked(&subject).await? {
            Some(worker) => worker,
            None => {
                let email = told.email.as_deref().ok_or(NotSignedIn::Wrong)?;
                self.link(&subject, email, now).await?
            }
        };
        *whose = Some(worker);
        let account = account::of(&self.pool, worker).await?;
        let account = account.filter(|account| !account.demonstration && account.may_sign_in(peer));
        let account = account.ok_or(NotSignedIn::Wrong)?;
        let two_factors = told.two_factors;
        self.opens(&account, Proved::Provider { two_factors }, now).await
    }

    async fn linked(&self, subject: &[u8]) -> Result<Option<Uuid>, Fault> {
        let row = self.pool.get().await?.query_opt(LINKED, &[&subject]).await?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }

    /// The first time: the account whose login is her address becomes hers, unless somebody came before her.
    async fn link(&self, subject: &[u8], email: &str, now: Timestamp) -> Result<Uuid, NotSignedIn> {
        let account = account::find(&self.pool, &self.login(email)).await?;
        let account = account
            .filter(|account| !account.demonstration)
            .ok_or(NotSignedIn::Wrong)?;
        let mut client = self.pool.get().await.map_err(Fault::from)?;
        let transaction = client.transaction().await.map_err(Fault::from)?;
        // Her login may have passed to somebody else just now.
        let held = account::hold(&transaction, account.worker).await?;
        if !held.is_some_and(|held| held.is_still(&account)) {
            return Err(NotSignedIn::Wrong);
        }
        let linked = transaction.execute(LINK, &[&subject, &account.worker, &now]).await;
        if linked.map_err(Fault::from)? == 0 {
            return Err(NotSignedIn::Wrong);
        }
        let ended = transaction.execute(END_FIRST_SECRET, &[&account.worker, &now]).await;
        ended.map_err(Fault::from)?;
        transaction.commit().await.map_err(Fault::from)?;
        Ok(account.worker)
    }
}

/// Whether somebody comes in by a provider.
pub(crate) async fn is_linked(transaction: &Transaction<'_>, worker: Uuid) -> Result<bool, Fault> {
    Ok(transaction.query_opt(IS_LINKED, &[&worker]).await?.is_some())
}
