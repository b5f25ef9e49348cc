//! What an account proves beside its password: a code of an application, or a code on paper once the application is lost.
//!
//! The paper stands for the application alone: the password is asked for all the same, and its owner is told.

use crate::half::{self, Half, Need};
use crate::session::{self, Session, Token};
use crate::{Fault, Identity, NotSignedIn, factor_rows as rows, patience, recovery, totp};
use jiff::Timestamp;
use std::net::IpAddr;
use uuid::Uuid;

pub use rows::SecondFactor;

/// Whether an account must have a second factor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// Every account but those of the demonstration.
    #[default]
    OfAll,
    /// Who wants one has one.
    OfWhoHasOne,
}

/// What somebody shows beside her password.
pub enum Proof {
    /// A code of her application.
    Code(String),
    /// A code of her paper.
    RecoveryCode(String),
}

/// Who has signed in, with what.
pub struct Entered {
    /// The token of the new session.
    pub token: Token,
    /// The session.
    pub session: Session,
    /// How many codes are left on her paper, when she came in by one of them.
    pub recovery_codes_left: Option<u32>,
}

/// A secret that is shown to its owner once, until a code confirms it.
pub struct Offer {
    /// In the letters in which applications take it.
    pub secret: String,
}

/// A confirmed application.
pub struct Confirmed {
    /// Her codes for the day on which the application is lost: shown once.
    pub recovery_codes: Vec<String>,
    /// Her session, when she was signing in.
    pub entered: Option<(Token, Session)>,
}

impl Identity {
    /// The half of a sign-in, unless it is over.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn half(&self, token: &Token, now: Timestamp) -> Result<Option<Half>, Fault> {
        half::find(&self.pool, token, now).await
    }

    /// Ends a sign-in that waits for a code.
    ///
    /// # Errors
    /// When the code is wrong, was taken before, or was tried too often from there.
    pub async fn sign_in_with(
        &self,
        token: &Token,
        proof: &Proof,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<Entered, NotSignedIn> {
        let half = self.half(token, now).await?.ok_or(NotSignedIn::Over)?;
        if half.needs != Need::Code {
            return Err(NotSignedIn::Over);
        }
        let recovery_codes_left = self.prove(half.worker, proof, peer, now).await?;
        let (token, session) = self.rest_of(token, half.worker, now).await?;
        Ok(Entered {
            token,
            session,
            recovery_codes_left,
        })
    }

    /// Whether she shows what she should beside her password. Answers how many codes are left on her paper, when she
    /// used one.
    async fn prove(
        &self,
        worker: Uuid,
        proof: &Proof,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<Option<u32>, NotSignedIn> {
        let act = match proof {
            Proof::Code(_) => "show_code",
            Proof::RecoveryCode(_) => "show_recovery_code",
        };
        let proved = self.proves(worker, proof, peer, now).await;
        self.hears(act, Some(worker), peer).done(&proved);
        proved
    }

    async fn proves(
        &self,
        worker: Uuid,
        proof: &Proof,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<Option<u32>, NotSignedIn> {
        let source = self.place("second_factor.source", &worker.to_string(), peer);
        patience::count(&self.pool, &source, now).await?;
        let left = match proof {
            Proof::Code(code) => {
                self.prove_by_code(worker, code, now).await?;
                None
            }
            Proof::RecoveryCode(code) => {
                let code = self.recovery_digest(worker, &recovery::typed(code));
                if !rows::use_recovery_code(&self.pool, worker, &code, now).await? {
                    return Err(NotSignedIn::WrongCode);
                }
                let factor = rows::find(&self.pool, worker).await?;
                Some(factor.map_or(0, |factor| factor.recovery_codes_left))
            }
        };
        patience::forgive(&self.pool, &source).await?;
        Ok(left)
    }

    async fn prove_by_code(&self, worker: Uuid, code: &str, now: Timestamp) -> Result<(), NotSignedIn> {
        let Some(kept) = rows::tried(&self.pool, worker, now).await? else {
            // Who tries from everywhere at once is stopped here; the owner still has her paper, which nobody guesses.
            let has_one = rows::find(&self.pool, worker).await?.is_some();
            return Err(if has_one {
                NotSignedIn::CodesRest
            } else {
                NotSignedIn::WrongCode
            });
        };
        let secret = self.safe.open(worker, kept.sealed_as, kept.secret).await?;
        let step = secret.and_then(|secret| totp::step(&secret, code, now));
        match step {
            Some(step) if rows::take_step(&self.pool, worker, step).await? => Ok(()),
            Some(_) | None => Err(NotSignedIn::WrongCode),
        }
    }

    /// What a worker has beside her password.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn second_factor(&self, worker: Uuid) -> Result<Option<SecondFactor>, Fault> {
        rows::find(&self.pool, worker).await
    }

    /// Shows a new secret to who is signing in for the first time.
    ///
    /// # Errors
    /// When she is not.
    pub async fn offer_at_sign_in(&self, token: &Token, now: Timestamp) -> Result<Offer, NotSignedIn> {
        let half = self.half(token, now).await?.ok_or(NotSignedIn::Over)?;
        match half.needs {
            Need::Enrolment => self.offer(half.worker, token, now).await,
            Need::Password | Need::Code => Err(NotSignedIn::Over),
        }
    }

    /// Shows a new secret to who is signed in, and proves again who she is. What she has goes on until the new one is
    /// confirmed.
    ///
    /// # Errors
    /// When she does not prove it.
    pub async fn offer_again(
        &self,
        (worker, token): (Uuid, &Token),
        (password, proof): (&str, Option<&Proof>),
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<Offer, NotSignedIn> {
        self.proves_again(worker, (password, proof), peer, now).await?;
        self.offer(worker, token, now).await
    }

    /// Whether who is signed in proves again who she is: by her password and, when she has something beside it, by that.
    /// Nobody does in a demonstration.
    pub(crate) async fn proves_again(
        &self,
        worker: Uuid,
        (password, proof): (&str, Option<&Proof>),
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<(), NotSignedIn> {
        let account = self.confirm_password(worker, password, peer, now).await?;
        if account.demonstration {
            return Err(NotSignedIn::Wrong);
        }
        if rows::find(&self.pool, worker).await?.is_some() {
            let proof = proof.ok_or(NotSignedIn::WrongCode)?;
            self.prove(worker, proof, peer, now).await?;
        }
        Ok(())
    }

    async fn offer(&self, worker: Uuid, holder: &Token, now: Timestamp) -> Result<Offer, NotSignedIn> {
        let secret = totp::secret()?;
        let place = session::random_id()?;
        let sealed = self.safe.seal(worker, place, &secret).await?;
        rows::offer(&self.pool, worker, holder, (place, &sealed), now).await?;
        Ok(Offer {
            secret: secret.to_string(),
        })
    }

    /// A code of the application that took the secret: from now on it is asked for. Ends her other sessions.
    ///
    /// # Errors
    /// When nothing was shown to her, or the code is not of that secret.
    pub async fn confirm(
        &self,
        holder: &Token,
        code: &str,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<Confirmed, NotSignedIn> {
        let offered = rows::offered(&self.pool, holder, now).await?.ok_or(NotSignedIn::Over)?;
        let confirmed = self.confirms(&offered, holder, (code, peer), now).await;
        self.hears("confirm_application", Some(offered.worker), peer)
            .done(&confirmed);
        confirmed
    }

    async fn confirms(
        &self,
        offered: &rows::Offered,
        holder: &Token,
        (code, peer): (&str, IpAddr),
        now: Timestamp,
    ) -> Result<Confirmed, NotSignedIn> {
        let source = self.place("second_factor_offer.source", &offered.worker.to_string(), peer);
        patience::count(&self.pool, &source, now).await?;
        let secret = self
            .safe
            .open(offered.worker, offered.sealed_as, offered.secret.clone())
            .await?;
        let step = secret.and_then(|secret| totp::step(&secret, code, now));
        let step = step.ok_or(NotSignedIn::WrongCode)?;
        patience::forgive(&self.pool, &source).await?;
        let mut codes = Vec::with_capacity(recovery::CODES);
        for _ in 0..recovery::CODES {
            codes.push(recovery::code()?);
        }
        let digests: Vec<Vec<u8>> = codes
            .iter()
            .map(|code| self.recovery_digest(offered.worker, code))
            .collect();
        if !rows::confirm(&self.pool, offered, holder, step, &digests, now).await? {
            return Err(NotSignedIn::Over);
        }
        let entered = match self.half(holder, now).await? {
            Some(half) => Some(self.rest_of(holder, half.worker, now).await?),
            None => None,
        };
        Ok(Confirmed {
            recovery_codes: codes.iter().map(|code| recovery::shown(code)).collect(),
            entered,
        })
    }

    /// Takes the second factor of a worker away, for who lost application and paper: she needs a new one, and all her
    /// passkeys and sessions end. False when she had none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn reset_second_factor(&self, worker: Uuid) -> Result<bool, Fault> {
        rows::reset(&self.pool, worker).await
    }

    fn recovery_digest(&self, worker: Uuid, code: &str) -> Vec<u8> {
        (self.blind)("account.recovery_code", &format!("{worker} {code}"))
    }
}
