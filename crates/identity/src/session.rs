//! Sessions: a random token in the browser, its SHA-256 here.

use crate::Fault;
use crate::account::Account;
use aws_lc_rs::{digest, rand};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use deadpool_postgres::{Pool, Transaction};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use std::time::Duration;
use tokio_postgres::Row;
use uuid::Uuid;

const START: &str = "insert into session (token, worker, made_at, seen_at, ends_at) values ($1, $2, $3, $3, $4)";
const SWEEP: &str = "delete from session where ends_at <= $1 or seen_at <= $2";
const FIND: &str = "
    select s.worker, a.demonstration, s.made_at, s.ends_at, s.seen_at
    from session s join account a using (worker)
    where s.token = $1 and s.ends_at > $2 and s.seen_at > $3 and not a.disabled";
const OPEN: &str = "
    select s.token from session s join account a using (worker)
    where s.token = any($1) and s.ends_at > $2 and s.seen_at > $3 and not a.disabled";
const SEEN: &str = "update session set seen_at = $2 where token = $1 and seen_at < $2";

const OPENED_ON: &str = "update session set browser = $2, system = $3 where token = $1";
const OWN: &str = "
    select id, token = $2, browser, system, made_at, seen_at, ends_at
    from session where worker = $1 and ends_at > $3 and seen_at > $4
    order by token = $2 desc, seen_at desc, id";
const END: &str = "delete from session where token = $1 returning worker";
const END_OWN: &str = "delete from session where worker = $1 and id = $2";
const END_OTHERS: &str = "delete from session where worker = $1 and token <> $2";

/// How exactly it is remembered when a worker was last seen: not each request costs a write.
const SEEN_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// How long sessions last.
#[derive(Clone, Copy, Debug)]
pub struct SessionTimes {
    /// Without a request.
    pub idle: Duration,
    /// In all.
    pub absolute: Duration,
    /// How long a sign-in waits whose password fits and that still needs something: whoever comes to the same computer
    /// after her could go on with it.
    pub half: Duration,
}

impl Default for SessionTimes {
    fn default() -> Self {
        Self {
            idle: Duration::from_secs(15 * 60),
            absolute: Duration::from_secs(12 * 60 * 60),
            half: Duration::from_secs(5 * 60),
        }
    }
}

/// What the browser holds. Prints nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// As it came from a cookie; any text may come.
    #[must_use]
    pub fn from_cookie(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As it goes into a cookie.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// One that nobody can guess.
    pub(crate) fn random() -> Result<Self, Fault> {
        let mut random = [0; 32];
        rand::fill(&mut random).ok().ok_or(Fault::Randomness)?;
        Ok(Self(URL_SAFE_NO_PAD.encode(random)))
    }

    pub(crate) fn stored(&self) -> Vec<u8> {
        digest::digest(&digest::SHA256, self.0.as_bytes()).as_ref().to_vec()
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

/// An open session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Who signed in.
    pub worker: Uuid,
    /// Whether it is an account of the demonstration.
    pub demonstration: bool,
    /// When she signed in.
    pub made_at: Timestamp,
    /// When it ends at the latest.
    pub ends_at: Timestamp,
}

/// A session as its owner sees it among hers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// Its name: it opens nothing.
    pub id: Uuid,
    /// Whether it is the one from which she asks.
    pub this: bool,
    /// The browser, as a code.
    pub browser: String,
    /// The system, as a code.
    pub system: String,
    /// When she signed in.
    pub made_at: Timestamp,
    /// When it was used last, to the minute.
    pub seen_at: Timestamp,
    /// When it ends at the latest.
    pub ends_at: Timestamp,
}

pub(crate) fn moved(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(at)
}

/// A name by chance.
pub(crate) fn random_id() -> Result<Uuid, Fault> {
    let mut random = [0; 16];
    rand::fill(&mut random).ok().ok_or(Fault::Randomness)?;
    Ok(uuid::Builder::from_random_bytes(random).into_uuid())
}

pub(crate) fn signed(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}

/// Takes the sessions away that are over.
pub(crate) async fn sweep(pool: &Pool, times: SessionTimes, now: Timestamp) -> Result<(), Fault> {
    let client = pool.get().await?;
    client.execute(SWEEP, &[&now, &moved(now, -signed(times.idle))]).await?;
    Ok(())
}

/// Opens a session of an account that the transaction holds.
pub(crate) async fn start(
    transaction: &Transaction<'_>,
    account: &Account,
    times: SessionTimes,
    now: Timestamp,
) -> Result<(Token, Session), Fault> {
    let token = Token::random()?;
    let ends_at = moved(now, signed(times.absolute));
    transaction
        .execute(START, &[&token.stored(), &account.worker, &now, &ends_at])
        .await?;
    let session = Session {
        worker: account.worker,
        demonstration: account.demonstration,
        made_at: now,
        ends_at,
    };
    Ok((token, session))
}

/// Which of these sessions are open.
pub(crate) async fn open(
    pool: &Pool,
    tokens: &[Token],
    times: SessionTimes,
    now: Timestamp,
) -> Result<Vec<bool>, Fault> {
    let client = pool.get().await?;
    let statement = client.prepare_cached(OPEN).await?;
    let stored: Vec<Vec<u8>> = tokens.iter().map(Token::stored).collect();
    let idle_since = moved(now, -signed(times.idle));
    let rows = client.query(&statement, &[&stored, &now, &idle_since]).await?;
    let open: BTreeSet<Vec<u8>> = rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
    Ok(stored.iter().map(|token| open.contains(token)).collect())
}

/// The session of a token that a person just used; it has then been seen now.
pub(crate) async fn find(
    pool: &Pool,
    token: &Token,
    times: SessionTimes,
    now: Timestamp,
) -> Result<Option<Session>, Fault> {
    let client = pool.get().await?;
    let statement = client.prepare_cached(FIND).await?;
    let stored = token.stored();
    let idle_since = moved(now, -signed(times.idle));
    let Some(row) = client.query_opt(&statement, &[&stored, &now, &idle_since]).await? else {
        return Ok(None);
    };
    let seen_at: Timestamp = row.try_get(4)?;
    if moved(seen_at, SEEN_EVERY) <= now {
        client.execute(SEEN, &[&stored, &now]).await?;
    }
    Ok(Some(read(&row)?))
}

fn read(row: &Row) -> Result<Session, tokio_postgres::Error> {
    Ok(Session {
        worker: row.try_get(0)?,
        demonstration: row.try_get(1)?,
        made_at: row.try_get(2)?,
        ends_at: row.try_get(3)?,
    })
}

/// Ends a session; whose it was, when it was one.
pub(crate) async fn end(pool: &Pool, token: &Token) -> Result<Option<Uuid>, Fault> {
    let row = pool.get().await?.query_opt(END, &[&token.stored()]).await?;
    Ok(row.map(|row| row.try_get(0)).transpose()?)
}

pub(crate) async fn opened_on(pool: &Pool, token: &Token, browser: &str, system: &str) -> Result<(), Fault> {
    let client = pool.get().await?;
    client.execute(OPENED_ON, &[&token.stored(), &browser, &system]).await?;
    Ok(())
}

/// The open sessions of a worker: the one from which she asks first, then those used last.
pub(crate) async fn own(
    pool: &Pool,
    worker: Uuid,
    token: &Token,
    times: SessionTimes,
    now: Timestamp,
) -> Result<Vec<OwnSession>, Fault> {
    let client = pool.get().await?;
    let statement = client.prepare_cached(OWN).await?;
    let idle_since = moved(now, -signed(times.idle));
    let rows = client
        .query(&statement, &[&worker, &token.stored(), &now, &idle_since])
        .await?;
    let own = rows.iter().map(|row| {
        Ok(OwnSession {
            id: row.try_get(0)?,
            this: row.try_get(1)?,
            browser: row.try_get(2)?,
            system: row.try_get(3)?,
            made_at: row.try_get(4)?,
            seen_at: row.try_get(5)?,
            ends_at: row.try_get(6)?,
        })
    });
    own.collect()
}

/// Ends one of a worker's sessions; false when it is none of hers.
pub(crate) async fn end_own(pool: &Pool, worker: Uuid, id: Uuid) -> Result<bool, Fault> {
    Ok(pool.get().await?.execute(END_OWN, &[&worker, &id]).await? > 0)
}

/// Ends all of a worker's sessions but the one from which she asks.
pub(crate) async fn end_others(pool: &Pool, worker: Uuid, token: &Token) -> Result<(), Fault> {
    pool.get()
        .await?
        .execute(END_OTHERS, &[&worker, &token.stored()])
        .await?;
    Ok(())
}
