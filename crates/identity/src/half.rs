//! A sign-in whose password fits and that still needs something: it opens nothing, and is over after some minutes.

use crate::Fault;
use crate::session::{Token, moved, signed};
use deadpool_postgres::{GenericClient, Pool, Transaction};
use jiff::Timestamp;
use std::time::Duration;
use uuid::Uuid;

const START: &str = "insert into sign_in_half (token, worker, needs, ends_at) values ($1, $2, $3, $4)";
const SWEEP: &str = "delete from sign_in_half where ends_at <= $1";
const END: &str = "delete from sign_in_half where token = $1";
const FIND: &str = "
    select h.worker, h.needs from sign_in_half h join account a using (worker)
    where h.token = $1 and h.ends_at > $2 and not a.disabled";

/// What a sign-in still needs once the password fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A password of her own, in the place of a first secret.
    Password,
    /// A code of her application, or one of her recovery codes.
    Code,
    /// An application: this account has none yet, and needs one.
    Enrolment,
}

impl Need {
    fn code(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Code => "code",
            Self::Enrolment => "enrolment",
        }
    }

    fn of(code: &str) -> Option<Self> {
        [Self::Password, Self::Code, Self::Enrolment]
            .into_iter()
            .find(|need| need.code() == code)
    }
}

/// Half of a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Half {
    /// Whose password fitted.
    pub worker: Uuid,
    /// What is still needed.
    pub needs: Need,
}

/// Takes away those that are over.
pub(crate) async fn sweep(pool: &Pool, now: Timestamp) -> Result<(), Fault> {
    pool.get().await?.execute(SWEEP, &[&now]).await?;
    Ok(())
}

/// Opens the half of a sign-in to an account that the transaction holds.
pub(crate) async fn start(
    transaction: &Transaction<'_>,
    worker: Uuid,
    needs: Need,
    (now, lasts): (Timestamp, Duration),
) -> Result<Token, Fault> {
    let token = Token::random()?;
    let ends_at = moved(now, signed(lasts));
    transaction
        .execute(START, &[&token.stored(), &worker, &needs.code(), &ends_at])
        .await?;
    Ok(token)
}

pub(crate) async fn find(pool: &Pool, token: &Token, now: Timestamp) -> Result<Option<Half>, Fault> {
    let client = pool.get().await?;
    let Some(row) = client.query_opt(FIND, &[&token.stored(), &now]).await? else {
        return Ok(None);
    };
    let (worker, needs): (Uuid, String) = (row.try_get(0)?, row.try_get(1)?);
    Ok(Need::of(&needs).map(|needs| Half { worker, needs }))
}

/// Ends it; false when somebody was faster.
pub(crate) async fn end(client: &impl GenericClient, token: &Token) -> Result<bool, Fault> {
    Ok(client.execute(END, &[&token.stored()]).await? > 0)
}
