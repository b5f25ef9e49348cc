//! The secret address of a calendar: a random token that its owner keeps, its SHA-256 here. It opens nothing else, has no
//! end of its own, and is told apart from a session by the table it lies in.

use crate::session::Token;
use crate::{Fault, Identity};
use jiff::Timestamp;
use uuid::Uuid;

const SINCE: &str = "select made_at from calendar_address where worker = $1";
const RENEW: &str = "
    insert into calendar_address (worker, token, made_at) values ($1, $2, $3)
    on conflict (worker) do update set token = excluded.token, made_at = excluded.made_at";
pub(crate) const REVOKE: &str = "delete from calendar_address where worker = $1";
const WHOSE: &str = "
    select c.worker from calendar_address c join account a using (worker) where c.token = $1 and not a.disabled";

impl Identity {
    /// Since when a worker has an address; none when she has none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn calendar_address(&self, worker: Uuid) -> Result<Option<Timestamp>, Fault> {
        let row = self.pool.get().await?.query_opt(SINCE, &[&worker]).await?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }

    /// Makes a new address; the one before it is known no more.
    ///
    /// # Errors
    /// When the database fails, or nothing random can be had.
    pub async fn renew_calendar_address(&self, worker: Uuid, now: Timestamp) -> Result<Token, Fault> {
        let token = Token::random()?;
        let client = self.pool.get().await?;
        client.execute(RENEW, &[&worker, &token.stored(), &now]).await?;
        Ok(token)
    }

    /// Takes the address back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revoke_calendar_address(&self, worker: Uuid) -> Result<(), Fault> {
        self.pool.get().await?.execute(REVOKE, &[&worker]).await?;
        Ok(())
    }

    /// Whose address this is; nobody's when it was never made, was taken back, or her account is closed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn whose_calendar(&self, token: &Token) -> Result<Option<Uuid>, Fault> {
        let row = self.pool.get().await?.query_opt(WHOSE, &[&token.stored()]).await?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }
}
