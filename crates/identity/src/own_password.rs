//! A password is chosen by its owner. What somebody else gives her is a first secret: good for a few days, and for nothing
//! but the choice.

use crate::half::{self, Half, Need};
use crate::heard::Heard;
use crate::opening::Proved;
use crate::session::{Token, moved};
use crate::{Fault, Identity, Kind, NotRegistered, NotSignedIn, SignedIn, account, recovery};
use jiff::{SignedDuration, Timestamp};
use std::net::IpAddr;
use uuid::Uuid;

/// How long a first secret is good.
const FIRST_LASTS: SignedDuration = SignedDuration::from_hours(72);
/// The shortest password, in characters: with no rule about kinds of characters, as ASVS 5.0 (6.2.1, 6.2.5) asks.
pub const SHORTEST: usize = 12;
/// The longest: far above the 64 that must be allowed (6.2.9).
pub const LONGEST: usize = 256;
/// How many characters must be her own, once the words that everybody knows of her are taken away.
const OWN: usize = 8;

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefused {
    /// Guessed too soon.
    #[error("a password has at least {SHORTEST} characters")]
    TooShort,
    /// Too long to be hashed for everybody.
    #[error("a password has at most {LONGEST} characters")]
    TooLong,
    /// It was stolen elsewhere, and is tried everywhere.
    #[error("this password is in the list of those that were stolen elsewhere")]
    Stolen,
    /// Little more than her name, her login or her service.
    #[error("this password is little more than what everybody knows of her")]
    TooNear,
}

impl Identity {
    /// Opens an account with a first secret, which is answered once. It takes the place of whatever password there was.
    ///
    /// # Errors
    /// When another worker has this login.
    pub async fn open_account(&self, worker: Uuid, login: &str, now: Timestamp) -> Result<String, NotRegistered> {
        let secret = recovery::shown(&recovery::code()?);
        let hash = self.passwords.hash(&secret).await?;
        let until = Some(moved(now, FIRST_LASTS));
        account::keep(&self.pool, worker, &self.login(login), (&hash, until), Kind::Ordinary).await?;
        Ok(secret)
    }

    /// The same for who has no account yet; none when she has one. Of two that ask at once, one is answered a secret.
    ///
    /// # Errors
    /// When another worker has this login.
    pub async fn open_new_account(
        &self,
        worker: Uuid,
        login: &str,
        now: Timestamp,
    ) -> Result<Option<String>, NotRegistered> {
        let secret = recovery::shown(&recovery::code()?);
        let hash = self.passwords.hash(&secret).await?;
        let until = Some(moved(now, FIRST_LASTS));
        let kept = account::keep_new(&self.pool, worker, &self.login(login), (&hash, until)).await?;
        Ok(kept.then_some(secret))
    }

    /// Chooses a password after a first secret, which is spent by it. `near`: words that everybody knows of her.
    ///
    /// # Errors
    /// When the password is not taken, or the sign-in is over.
    pub async fn choose_password(
        &self,
        token: &Token,
        password: &str,
        near: &[String],
        now: Timestamp,
    ) -> Result<SignedIn, NotSignedIn> {
        let half = self.half(token, now).await?;
        let heard = Heard::of("choose_password", half.map(|half| half.worker));
        let signed = self.chooses(half, token, (password, near), now).await;
        heard.signed(&signed);
        signed
    }

    async fn chooses(
        &self,
        half: Option<Half>,
        token: &Token,
        (password, near): (&str, &[String]),
        now: Timestamp,
    ) -> Result<SignedIn, NotSignedIn> {
        let half = half.ok_or(NotSignedIn::Over)?;
        if half.needs != Need::Password {
            return Err(NotSignedIn::Over);
        }
        let account = account::of(&self.pool, half.worker).await?;
        // It may have ended since: when she came by a provider, or by itself.
        let account = account.filter(|account| account.first_until.is_some_and(|until| until > now));
        let account = account.ok_or(NotSignedIn::Over)?;
        self.accept(&account, password, near).await?;
        // Whoever gave her the first secret would know her password for ever.
        for same in [password, &recovery::shown(&recovery::typed(password))] {
            if self.passwords.fits(same, Some(&account.password), None).await? {
                return Err(NotSignedIn::Unfit(PasswordRefused::TooNear));
            }
        }
        let hash = self.passwords.hash(password).await?;
        if !half::end(&self.pool.get().await.map_err(Fault::from)?, token).await? {
            return Err(NotSignedIn::Over);
        }
        // Of two who hold the same first secret, the second is told that it is over.
        let set = account::set_password(&self.pool, account, hash, None).await?;
        let account = set.ok_or(NotSignedIn::Over)?;
        self.opens(&account, Proved::Password, now).await
    }

    /// Changes the password of who is signed in, and ends her other sessions.
    ///
    /// # Errors
    /// When the present one is wrong, or the new one is not taken.
    pub async fn change_password(
        &self,
        (worker, token): (Uuid, &Token),
        (present, password): (&str, &str),
        near: &[String],
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<(), NotSignedIn> {
        let heard = self.hears("change_password", Some(worker), peer);
        let changed = self
            .changes((worker, token), (present, password), near, peer, now)
            .await;
        heard.done(&changed);
        changed
    }

    async fn changes(
        &self,
        (worker, token): (Uuid, &Token),
        (present, password): (&str, &str),
        near: &[String],
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<(), NotSignedIn> {
        let account = self.confirm_password(worker, present, peer, now).await?;
        if account.demonstration {
            return Err(NotSignedIn::Wrong);
        }
        self.accept(&account, password, near).await?;
        let hash = self.passwords.hash(password).await?;
        // Of two that change the same password, the second no longer knows the present one.
        let set = account::set_password(&self.pool, account, hash, Some(token)).await?;
        set.map(drop).ok_or(NotSignedIn::Wrong)
    }

    async fn accept(&self, account: &account::Account, password: &str, near: &[String]) -> Result<(), NotSignedIn> {
        let length = password.chars().count();
        let refused = match () {
            () if length < SHORTEST => Some(PasswordRefused::TooShort),
            () if length > LONGEST => Some(PasswordRefused::TooLong),
            () if self.login(password) == account.login || is_near(password, near) => Some(PasswordRefused::TooNear),
            () if self.was_stolen(password).await? => Some(PasswordRefused::Stolen),
            () => None,
        };
        refused.map_or(Ok(()), |why| Err(NotSignedIn::Unfit(why)))
    }

    async fn was_stolen(&self, password: &str) -> Result<bool, Fault> {
        let Some(list) = self.breached.clone() else {
            return Ok(false);
        };
        let password = password.to_owned();
        let asked = tokio::task::spawn_blocking(move || list.knows(&password)).await;
        asked.ok().ok_or(Fault::Hashing)?.map_err(Fault::from)
    }
}

/// Whether little is left of a password once these words are taken out of it.
fn is_near(password: &str, words: &[String]) -> bool {
    let mut left = password.to_lowercase();
    for word in words.iter().map(|word| word.to_lowercase()) {
        // A word of a letter or two is in everything.
        if word.chars().count() > 2 {
            left = left.replace(&word, "");
        }
    }
    left.chars().filter(|each| each.is_alphanumeric()).count() < OWN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_knows_of_her_is_no_password() {
        let words = ["Trame", "Nour", "Haddad", "Val-de-Lys", "de"].map(str::to_owned);
        for near in ["nour.haddad.2026", "TrameTrame!!!", "Val-de-Lys 2026", "------------"] {
            assert!(is_near(near, &words), "{near}");
        }
        for own in ["quatre mots sans lien", "haddad aime la pluie fine", "x7Kp-92mL-qqrt"] {
            assert!(!is_near(own, &words), "{own}");
        }
    }
}
