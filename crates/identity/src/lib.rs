//! Who signs in: accounts, passwords, sessions. What a worker may then see is not decided here.
//!
//! Nothing here prints a login, a password or a token, and nothing stores one that could be read back.

mod account;
mod breached;
mod calendar;
mod factor_rows;
mod fault;
mod half;
mod heard;
mod openid;
mod opening;
mod own_password;
mod passkey;
mod passkey_rows;
mod password;
mod patience;
mod place;
mod recovery;
mod safe;
mod seats;
mod second_factor;
mod session;
mod totp;

pub use account::{Kind, NotRegistered};
pub use breached::Breached;
pub use fault::Fault;
pub use half::{Half, Need};
pub use openid::{Told, WAY_LASTS, Way};
pub use own_password::{LONGEST, PasswordRefused, SHORTEST};
pub use passkey::{OwnPasskey, PasskeyRefused, Passkeys};
pub use passkey_rows::CHALLENGE_LASTS;
pub use place::place;
pub use safe::{Coming, Safe};
pub use seats::{Seat, Seats};
pub use second_factor::{Asked, Confirmed, Entered, Offer, Proof, SecondFactor};
pub use session::{OwnSession, Session, SessionTimes, Token};

use deadpool_postgres::Pool;
use heard::Heard;
use jiff::Timestamp;
use opening::Proved;
use password::Passwords;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// A keyed digest of a value within a scope: what the keyring calls a blind index.
pub type Blind = Arc<dyn Fn(&str, &str) -> Vec<u8> + Send + Sync>;

/// Why a sign-in failed.
#[derive(Debug, thiserror::Error)]
pub enum NotSignedIn {
    /// Login and password do not belong together, or the account may not sign in from here: always the same answer.
    #[error("login or password is wrong")]
    Wrong,
    /// A first secret that was not used in time.
    #[error("this first secret is over: ask for another one")]
    FirstSecretOver,
    /// The password she chose is not taken.
    #[error(transparent)]
    Unfit(PasswordRefused),
    /// The code is wrong, or was taken before: always the same answer.
    #[error("the code is wrong, or was used before")]
    WrongCode,
    /// Too many wrong codes were tried today from everywhere: only codes on paper are taken until tomorrow.
    #[error("too many wrong codes were tried today: only recovery codes are taken until tomorrow")]
    CodesRest,
    /// The passkey is not taken.
    #[error(transparent)]
    Passkey(PasskeyRefused),
    /// The sign-in waited too long, or was ended elsewhere: it begins again.
    #[error("the sign-in is over: begin again")]
    Over,
    /// Too many failures from this address for this login.
    #[error("too many attempts: again in {} s", retry_after.as_secs())]
    TooManyAttempts {
        /// When to try again.
        retry_after: Duration,
    },
    /// The world failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Accounts and sessions of one territory. Clones share it.
#[derive(Clone)]
pub struct Identity {
    pool: Pool,
    blind: Blind,
    safe: Arc<dyn Safe>,
    times: SessionTimes,
    asked: Asked,
    breached: Option<Breached>,
    passkeys: Option<Passkeys>,
    passwords: Passwords,
}

/// What an operator decides about accounts.
#[derive(Clone, Default)]
pub struct Rules {
    /// How long sessions last.
    pub times: SessionTimes,
    /// Who has a second factor.
    pub asked: Asked,
    /// The passwords that were stolen elsewhere.
    pub breached: Option<Breached>,
    /// The passkeys, where browsers keep some for the address of Trame.
    pub passkeys: Option<Passkeys>,
}

/// What came of a password that fits.
pub enum SignedIn {
    /// She is in.
    Session(Token, Session),
    /// Something more is needed: the token of the half of a sign-in.
    Half(Token, Need),
}

impl Identity {
    /// Works on this database, with connections as the running program.
    #[must_use]
    pub fn open(pool: Pool, (blind, safe): (Blind, Arc<dyn Safe>), rules: Rules) -> Self {
        let Rules {
            times,
            asked,
            breached,
            passkeys,
        } = rules;
        Self {
            pool,
            blind,
            safe,
            times,
            asked,
            breached,
            passkeys,
            passwords: Passwords::new(),
        }
    }

    /// How long the half of a sign-in waits.
    #[must_use]
    pub fn half_lasts(&self) -> Duration {
        self.times.half
    }

    /// Gives a worker a login and a password that is hers at once; replaces those she had.
    ///
    /// # Errors
    /// When another worker has this login.
    pub async fn register(&self, worker: Uuid, login: &str, password: &str, kind: Kind) -> Result<(), NotRegistered> {
        let hash = self.passwords.hash(password).await?;
        account::keep(&self.pool, worker, &self.login(login), (&hash, None), kind).await
    }

    /// Whether a worker has an account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_account(&self, worker: Uuid) -> Result<bool, Fault> {
        account::exists(&self.pool, worker).await
    }

    /// Closes an account, every session of it and the address of its calendar.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn disable(&self, worker: Uuid) -> Result<(), Fault> {
        account::disable(&self.pool, worker).await
    }

    /// Opens a session, or the half of one that still needs something. `peer`: from where, as the server itself sees it.
    ///
    /// The work is the same whether the login exists or not.
    ///
    /// # Errors
    /// When login and password do not belong together, or were tried too often from there.
    pub async fn sign_in(
        &self,
        login: &str,
        password: &str,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<SignedIn, NotSignedIn> {
        let mut heard = self.hears_login("sign_in", login, peer);
        let signed = self.signs_in(&mut heard.account, (login, password), peer, now).await;
        heard.signed(&signed);
        signed
    }

    async fn signs_in(
        &self,
        whose: &mut Option<Uuid>,
        (login, password): (&str, &str),
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<SignedIn, NotSignedIn> {
        let source = self.place("sign_in.source", &login.trim().to_lowercase(), peer);
        let from = place(peer);
        let of_all = (self.blind)("sign_in.place", &from);
        // Counted before the password is looked at, so that tries at the same time are all counted.
        let counted = patience::count_place(&self.pool, (&of_all, &source), now).await?;
        patience::count(&self.pool, &source, now).await?;
        let account = account::find(&self.pool, &self.login(login)).await?;
        *whose = account.as_ref().map(|account| account.worker);
        let stored = account.as_ref().map(|account| account.password.as_str());
        let fits = self.passwords.fits(password, stored, Some(&from)).await?;
        let Some(account) = account.filter(|account| fits && account.may_sign_in(peer)) else {
            return Err(NotSignedIn::Wrong);
        };
        patience::welcome(&self.pool, &source, counted.then_some(&of_all), now).await?;
        if account.first_until.is_some_and(|until| until <= now) {
            return Err(NotSignedIn::FirstSecretOver);
        }
        self.opens(&account, Proved::Password, now).await
    }

    /// Whether who is signed in types her password again, before something that a stolen session must not do.
    async fn confirm_password(
        &self,
        worker: Uuid,
        password: &str,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<account::Account, NotSignedIn> {
        let source = self.place("password.source", &worker.to_string(), peer);
        patience::count(&self.pool, &source, now).await?;
        let account = account::of(&self.pool, worker).await?;
        let stored = account.as_ref().map(|account| account.password.as_str());
        let fits = self.passwords.fits(password, stored, Some(&place(peer))).await?;
        // A first secret opens the way to a password of her own, and nothing else.
        let account = account
            .filter(|known| fits && known.first_until.is_none())
            .ok_or(NotSignedIn::Wrong)?;
        patience::forgive(&self.pool, &source).await?;
        Ok(account)
    }

    /// The session of a token, if it is still open; the worker has then been seen now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn session(&self, token: &Token, now: Timestamp) -> Result<Option<Session>, Fault> {
        session::find(&self.pool, token, self.times, now).await
    }

    /// Whether each of these sessions is still open, in the order of the question; asked by pages that nobody may be
    /// looking at, so that it does not count as a use.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn are_open(&self, tokens: &[Token], now: Timestamp) -> Result<Vec<bool>, Fault> {
        session::open(&self.pool, tokens, self.times, now).await
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sign_out(&self, token: &Token) -> Result<(), Fault> {
        if let Some(worker) = session::end(&self.pool, token).await? {
            Heard::of("sign_out", Some(worker)).ended(Ok("done"));
        }
        Ok(())
    }

    /// Keeps on what a session was opened, as codes of closed lists.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn opened_on(&self, token: &Token, browser: &str, system: &str) -> Result<(), Fault> {
        session::opened_on(&self.pool, token, browser, system).await
    }

    /// The open sessions of a worker, as she sees them from one of them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn own_sessions(&self, worker: Uuid, from: &Token, now: Timestamp) -> Result<Vec<OwnSession>, Fault> {
        session::own(&self.pool, worker, from, self.times, now).await
    }

    /// Ends one of a worker's sessions; false when it is none of hers, or is over.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_own_session(&self, worker: Uuid, id: Uuid) -> Result<bool, Fault> {
        let ended = session::end_own(&self.pool, worker, id).await?;
        if ended {
            Heard::of("end_session", Some(worker)).ended(Ok("done"));
        }
        Ok(ended)
    }

    /// Ends all sessions of a worker but the one from which she asks.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_other_sessions(&self, worker: Uuid, from: &Token) -> Result<(), Fault> {
        session::end_others(&self.pool, worker, from).await?;
        Heard::of("end_other_sessions", Some(worker)).ended(Ok("done"));
        Ok(())
    }

    fn login(&self, login: &str) -> Vec<u8> {
        (self.blind)("account.login", &login.trim().to_lowercase())
    }

    /// One account as tried from one place, so that nobody can make another wait.
    fn place(&self, scope: &str, account: &str, peer: IpAddr) -> Vec<u8> {
        (self.blind)(scope, &format!("{} {account}", place(peer)))
    }
}
