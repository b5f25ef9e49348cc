//! Passwords: Argon2id with the parameters OWASP recommends, a few at a time, and the same work when there is no account.

use crate::{Fault, Seats};
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// 46 MiB, one pass, one lane.
const MEMORY_KIB: u32 = 46 * 1024;
const PASSES: u32 = 1;
const LANES: u32 = 1;
/// How many are hashed at once: it bounds the memory that sign-ins can take.
const AT_ONCE: usize = 4;
/// How many more may wait: as many as are done in a second or two. Others are told to come again, and hold nothing up.
const WAITING: usize = 60;
/// How many of all of them one place may have.
const OF_ONE: usize = 32;

#[derive(Clone)]
pub(crate) struct Passwords {
    seats: Seats,
    turn: Arc<Semaphore>,
    /// Compared with when there is no account, so that this takes as long.
    nobody: Arc<str>,
}

impl Passwords {
    pub(crate) fn new() -> Self {
        Self {
            seats: Seats::new(AT_ONCE.saturating_add(WAITING), OF_ONE),
            turn: Arc::new(Semaphore::new(AT_ONCE)),
            nobody: nobody().into(),
        }
    }

    pub(crate) async fn hash(&self, password: &str) -> Result<String, Fault> {
        let password = password.to_owned();
        self.in_turn(None, move || hash(&password)).await
    }

    /// Whether the password fits; it never does when there is nothing to fit.
    pub(crate) async fn fits(&self, password: &str, stored: Option<&str>, from: Option<&str>) -> Result<bool, Fault> {
        let known = stored.is_some();
        let stored = stored.unwrap_or(&self.nobody).to_owned();
        let password = password.to_owned();
        let fits = self.in_turn(from, move || {
            let stored = PasswordHash::new(&stored).ok().ok_or(Fault::Hashing)?;
            Ok(argon2()?.verify_password(password.as_bytes(), &stored).is_ok())
        });
        Ok(fits.await? && known)
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        from: Option<&str>,
        work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let seat = self.seats.take(from).ok_or(Fault::Busy)?;
        let turn = Arc::clone(&self.turn)
            .acquire_owned()
            .await
            .ok()
            .ok_or(Fault::Hashing)?;
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            // The turn is over with the work, even when the caller has left before.
            drop((turn, seat));
            done
        });
        done.await.ok().ok_or(Fault::Hashing)?
    }
}

fn argon2() -> Result<Argon2<'static>, Fault> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .ok()
        .ok_or(Fault::Hashing)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// What is stored for a password that nobody has: all zeroes. Made without hashing one, which would take its memory from
/// every program that starts.
fn nobody() -> String {
    let (salt, hash) = ("A".repeat(22), "A".repeat(43));
    format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${salt}${hash}")
}

fn hash(password: &str) -> Result<String, Fault> {
    Ok(argon2()?
        .hash_password(password.as_bytes())
        .ok()
        .ok_or(Fault::Hashing)?
        .to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::task::JoinSet;

    #[tokio::test]
    async fn passwords_are_hashed_as_the_standard_asks() {
        let passwords = Passwords::new();
        let stored = passwords.hash("quatre mots sans lien").await.unwrap();
        // ASVS 5.0, appendix C: at least 46 MiB in one pass.
        assert!(stored.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{stored}");
        assert_ne!(
            stored,
            passwords.hash("quatre mots sans lien").await.unwrap(),
            "each has its salt"
        );
    }

    #[test]
    fn nobodys_password_costs_as_much_as_anybodys() {
        let (nobody, somebody) = (nobody(), hash("quatre mots sans lien").unwrap());
        let (nobody, somebody) = (
            PasswordHash::new(&nobody).unwrap(),
            PasswordHash::new(&somebody).unwrap(),
        );
        assert_eq!(nobody.params, somebody.params);
        assert_eq!(
            (nobody.algorithm, nobody.version),
            (somebody.algorithm, somebody.version)
        );
        let lengths = |stored: &PasswordHash| (stored.salt.map(|salt| salt.len()), stored.hash.map(|hash| hash.len()));
        assert_eq!(lengths(&nobody), lengths(&somebody));
        assert!(
            argon2()
                .unwrap()
                .verify_password(b"quatre mots sans lien", &nobody)
                .is_err()
        );
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_flood_takes_no_more_memory_than_four_and_the_rest_is_told_to_come_again() {
        let passwords = Passwords::new();
        let mut flood = JoinSet::new();
        for number in 0..200 {
            let passwords = passwords.clone();
            flood.spawn(async move { passwords.fits("faux", None, Some(&number.to_string())).await });
        }
        let answers = flood.join_all().await;
        let hashed = answers.iter().filter(|answer| matches!(answer, Ok(false))).count();
        let busy = answers
            .iter()
            .filter(|answer| matches!(answer, Err(Fault::Busy)))
            .count();
        assert!(hashed >= AT_ONCE + WAITING, "{hashed}");
        assert!(busy > 0);
        assert_eq!(hashed + busy, 200);
        assert!(
            !passwords.fits("faux", None, None).await.unwrap(),
            "then there is room again"
        );
    }

    #[tokio::test]
    async fn a_flood_from_one_place_leaves_room_for_all_others() {
        let passwords = Passwords::new();
        let mut flood = JoinSet::new();
        for number in 0..=AT_ONCE + WAITING {
            let passwords = passwords.clone();
            let last = number == AT_ONCE + WAITING;
            let from = if last { "elsewhere" } else { "here" };
            flood.spawn(async move { (last, passwords.fits("faux", None, Some(from)).await) });
        }
        let answers = flood.join_all().await;
        let hers = answers.iter().find(|(last, _)| *last);
        assert!(
            matches!(hers, Some((_, Ok(false)))),
            "who comes last from elsewhere is heard"
        );
        let busy = answers.iter().filter(|(_, answer)| matches!(answer, Err(Fault::Busy)));
        assert!(busy.count() > 0);
    }
}
