//! Who may ask for checkpoints and proofs without an account: witnesses, each with a token of her own.

use crate::Fault;
use aws_lc_rs::{digest, rand};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use deadpool_postgres::Pool;
use jiff::Timestamp;

const ADMIT: &str = "
    insert into witness (name, token) values ($1, $2)
    on conflict (name) do update set token = excluded.token, admitted_at = now(), dismissed_at = null";
const DISMISS: &str = "update witness set dismissed_at = now() where name = $1 and dismissed_at is null";
const ALL: &str = "select name, admitted_at from witness where dismissed_at is null order by name";
const FIND: &str = "select 1 from witness where token = $1 and dismissed_at is null";

/// What a witness shows. Prints nothing.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// As it came from a request; any text may come.
    #[must_use]
    pub fn from_header(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As it is handed over, once.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn stored(&self) -> Vec<u8> {
        digest::digest(&digest::SHA256, self.0.as_bytes()).as_ref().to_vec()
    }
}

/// A witness that is admitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admitted {
    /// Her name.
    pub name: String,
    /// Since when.
    pub since: Timestamp,
}

/// Admits a witness, and replaces the token that she had.
///
/// # Errors
/// When it cannot be stored.
pub async fn admit(pool: &Pool, name: &str) -> Result<Token, Fault> {
    let mut bytes = [0_u8; 32];
    rand::fill(&mut bytes).map_err(|_unspecified| Fault::Primitive)?;
    let token = Token(URL_SAFE_NO_PAD.encode(bytes));
    pool.get().await?.execute(ADMIT, &[&name, &token.stored()]).await?;
    Ok(token)
}

/// Dismisses a witness; false when there is none of this name.
///
/// # Errors
/// When it cannot be stored.
pub async fn dismiss(pool: &Pool, name: &str) -> Result<bool, Fault> {
    Ok(pool.get().await?.execute(DISMISS, &[&name]).await? > 0)
}

/// The witnesses that are admitted.
///
/// # Errors
/// When they cannot be read.
pub async fn witnesses(pool: &Pool) -> Result<Vec<Admitted>, Fault> {
    let rows = pool.get().await?.query(ALL, &[]).await?;
    let admitted = rows.iter().map(|row| {
        Ok(Admitted {
            name: row.try_get(0)?,
            since: row.try_get(1)?,
        })
    });
    admitted.collect()
}

/// Whether this is the token of a witness.
///
/// # Errors
/// When it cannot be read.
pub async fn is_admitted(pool: &Pool, token: &Token) -> Result<bool, Fault> {
    let found = pool.get().await?.query_opt(FIND, &[&token.stored()]).await?;
    Ok(found.is_some())
}
