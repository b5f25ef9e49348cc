//! What is opened for who proved who she is: a session, or the half of one. Never on a proof that holds no more.
//!
//! Hashing takes its time, and so does somebody who types. So the account is read again when something is opened, and held:
//! whoever changed it meanwhile wins, and whoever changes it now waits, and ends what was opened.

use crate::account::{self, Account};
use crate::half::{self, Need};
use crate::session::{self, Session, Token};
use crate::{Asked, Fault, Identity, NotSignedIn, PasskeyRefused, SignedIn};
use crate::{factor_rows as rows, openid, passkey_rows, patience};
use deadpool_postgres::Transaction;
use jiff::Timestamp;
use uuid::Uuid;

/// How somebody proved who she is.
#[derive(Clone, Copy)]
pub(crate) enum Proved {
    /// By the password of her account.
    Password,
    /// By a passkey, which stands for both.
    Passkey {
        /// Which.
        passkey: Uuid,
    },
    /// By a provider of identities.
    Provider {
        /// Whether she showed more than a password there.
        two_factors: bool,
    },
}

impl Identity {
    /// The session, or the half that still needs something, of who proved that this account is hers.
    pub(crate) async fn opens(
        &self,
        account: &Account,
        proved: Proved,
        now: Timestamp,
    ) -> Result<SignedIn, NotSignedIn> {
        self.sweep(now).await?;
        let mut client = self.pool.get().await.map_err(Fault::from)?;
        let transaction = client.transaction().await.map_err(Fault::from)?;
        let held = account::hold(&transaction, account.worker).await?;
        if !held.is_some_and(|held| held.is_still(account)) {
            return Err(NotSignedIn::Wrong);
        }
        let signed = match self.needs(&transaction, account, proved).await? {
            Some(needs) => {
                let token = half::start(&transaction, account.worker, needs, (now, self.times.half)).await?;
                SignedIn::Half(token, needs)
            }
            None => {
                let (token, session) = session::start(&transaction, account, self.times, now).await?;
                SignedIn::Session(token, session)
            }
        };
        transaction.commit().await.map_err(Fault::from)?;
        Ok(signed)
    }

    /// What is still needed of her.
    async fn needs(
        &self,
        transaction: &Transaction<'_>,
        account: &Account,
        proved: Proved,
    ) -> Result<Option<Need>, NotSignedIn> {
        let worker = account.worker;
        match proved {
            Proved::Password if account.demonstration => return Ok(None),
            Proved::Password if account.first_until.is_some() => return Ok(Some(Need::Password)),
            // The provider asked for it.
            Proved::Provider { two_factors: true } => return Ok(None),
            // Unless she took it away just now.
            Proved::Passkey { passkey } => {
                let is_hers = passkey_rows::is_there(transaction, passkey, worker).await?;
                return if is_hers {
                    Ok(None)
                } else {
                    Err(PasskeyRefused::Unbelieved.into())
                };
            }
            Proved::Password | Proved::Provider { two_factors: false } => {}
        }
        if rows::has_one(transaction, worker).await? {
            return Ok(Some(Need::Code));
        }
        match (self.asked, proved) {
            (Asked::OfWhoHasOne, _) => Ok(None),
            // She comes by a provider, which may ask a second factor of her: her password alone would be a way past it.
            (Asked::OfAll, Proved::Password) if openid::is_linked(transaction, worker).await? => {
                Err(NotSignedIn::Wrong)
            }
            (Asked::OfAll, Proved::Password | Proved::Passkey { .. } | Proved::Provider { .. }) => {
                Ok(Some(Need::Enrolment))
            }
        }
    }

    /// The session after the half: a token of its own, and only once.
    pub(crate) async fn rest_of(
        &self,
        half: &Token,
        worker: Uuid,
        now: Timestamp,
    ) -> Result<(Token, Session), NotSignedIn> {
        self.sweep(now).await?;
        let mut client = self.pool.get().await.map_err(Fault::from)?;
        let transaction = client.transaction().await.map_err(Fault::from)?;
        let account = account::hold(&transaction, worker).await?;
        let account = account.filter(Account::is_open).ok_or(NotSignedIn::Over)?;
        // Whoever changes what was proved ends the halves that it opened.
        if !half::end(&transaction, half).await? {
            return Err(NotSignedIn::Over);
        }
        let opened = session::start(&transaction, &account, self.times, now).await?;
        transaction.commit().await.map_err(Fault::from)?;
        Ok(opened)
    }

    /// Takes away what is over. Apart from the opening, so that nobody waits for what somebody else takes away.
    async fn sweep(&self, now: Timestamp) -> Result<(), Fault> {
        session::sweep(&self.pool, self.times, now).await?;
        half::sweep(&self.pool, now).await?;
        patience::sweep(&self.pool, now).await
    }
}
