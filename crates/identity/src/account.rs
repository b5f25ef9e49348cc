//! Accounts as they are stored.

use crate::session::Token;
use crate::{Fault, passkey_rows};
use deadpool_postgres::{Pool, Transaction};
use jiff::Timestamp;
use std::net::IpAddr;
use tokio_postgres::Row;
use tokio_postgres::error::SqlState;
use uuid::Uuid;

const KEEP: &str = "
    insert into account (worker, login, password, demonstration, first_until) values ($1, $2, $3, $4, $5)
    on conflict (worker) do update set login = excluded.login, password = excluded.password,
        demonstration = excluded.demonstration, first_until = excluded.first_until, disabled = false";
const KEEP_NEW: &str = "
    insert into account (worker, login, password, demonstration, first_until) values ($1, $2, $3, false, $4)
    on conflict (worker) do nothing";
/// Of what was read: of two that come with the same secret, the second changes nothing.
const SET_PASSWORD: &str = "
    update account set password = $2, first_until = null
    where worker = $1 and password = $3 and first_until is not distinct from $4 and not disabled";
const END_OTHER_SESSIONS: &str = "delete from session where worker = $1 and token is distinct from $2";
const END_SESSIONS: &str = "delete from session where worker = $1";
const END_HALVES: &str = "delete from sign_in_half where worker = $1";
const END_CHALLENGES: &str = "delete from passkey_challenge where worker = $1";
const END_LINK: &str = "delete from openid_link where worker = $1";
const FIND: &str = "select worker, login, password, demonstration, disabled, first_until from account where login = $1";
const OF: &str = "select worker, login, password, demonstration, disabled, first_until from account where worker = $1 and not disabled";
const HOLD: &str = "
    select worker, login, password, demonstration, disabled, first_until from account where worker = $1
    for no key update";

/// Where an account may sign in from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// From anywhere.
    Ordinary,
    /// From the loopback address only: its password is printed for everybody to see.
    Demonstration,
}

/// Why an account was not made.
#[derive(Debug, thiserror::Error)]
pub enum NotRegistered {
    /// Another worker has this login.
    #[error("the login is taken")]
    LoginTaken,
    /// The world failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

pub(crate) struct Account {
    pub(crate) worker: Uuid,
    pub(crate) login: Vec<u8>,
    pub(crate) password: String,
    pub(crate) demonstration: bool,
    disabled: bool,
    /// Until when a first secret stands in the place of a password.
    pub(crate) first_until: Option<Timestamp>,
}

impl Account {
    pub(crate) fn is_open(&self) -> bool {
        !self.disabled
    }

    /// Whether what was proved of the account as it was before holds of it now.
    pub(crate) fn is_still(&self, before: &Self) -> bool {
        self.is_open() && self.password == before.password && self.first_until == before.first_until
    }

    pub(crate) fn may_sign_in(&self, peer: IpAddr) -> bool {
        !self.disabled && (!self.demonstration || peer.to_canonical().is_loopback())
    }
}

pub(crate) async fn keep(
    pool: &Pool,
    worker: Uuid,
    login: &[u8],
    (password, first_until): (&str, Option<Timestamp>),
    kind: Kind,
) -> Result<(), NotRegistered> {
    let demonstration = kind == Kind::Demonstration;
    let mut client = pool.get().await.map_err(Fault::from)?;
    let transaction = client.transaction().await.map_err(Fault::from)?;
    let kept = transaction
        .execute(KEEP, &[&worker, &login, &password, &demonstration, &first_until])
        .await;
    match kept {
        Ok(_) => {}
        Err(error) if error.code() == Some(&SqlState::UNIQUE_VIOLATION) => return Err(NotRegistered::LoginTaken),
        Err(error) => return Err(Fault::from(error).into()),
    }
    // Whoever knew the password before is signed out, and so is who has her devices; who has her address now at the
    // provider may be another.
    for end in [END_SESSIONS, END_HALVES, END_LINK, END_CHALLENGES, passkey_rows::END] {
        transaction.execute(end, &[&worker]).await.map_err(Fault::from)?;
    }
    transaction.commit().await.map_err(Fault::from)?;
    Ok(())
}

/// Puts a password of her own in the place of what she showed, and ends what was opened by it but for one session. None
/// when somebody was faster.
pub(crate) async fn set_password(
    pool: &Pool,
    shown: Account,
    password: String,
    but_for: Option<&Token>,
) -> Result<Option<Account>, Fault> {
    let mut client = pool.get().await?;
    let transaction = client.transaction().await?;
    let worker = shown.worker;
    let set = transaction
        .execute(SET_PASSWORD, &[&worker, &password, &shown.password, &shown.first_until])
        .await?;
    if set == 0 {
        return Ok(None);
    }
    let kept = but_for.map(Token::stored);
    transaction.execute(END_OTHER_SESSIONS, &[&worker, &kept]).await?;
    transaction.execute(END_HALVES, &[&worker]).await?;
    transaction.commit().await?;
    Ok(Some(Account {
        password,
        first_until: None,
        ..shown
    }))
}

/// Ends what was opened to her but for one session.
pub(crate) async fn end_others(transaction: &Transaction<'_>, worker: Uuid, but_for: &Token) -> Result<(), Fault> {
    let kept = Some(but_for.stored());
    transaction.execute(END_OTHER_SESSIONS, &[&worker, &kept]).await?;
    transaction.execute(END_HALVES, &[&worker]).await?;
    Ok(())
}

/// The account of a worker, which nobody else changes until the end of the transaction.
pub(crate) async fn hold(transaction: &Transaction<'_>, worker: Uuid) -> Result<Option<Account>, Fault> {
    let row = transaction.query_opt(HOLD, &[&worker]).await?;
    Ok(row.map(|row| read(&row)).transpose()?)
}

/// The same for who has no account; false when she has one.
pub(crate) async fn keep_new(
    pool: &Pool,
    worker: Uuid,
    login: &[u8],
    (password, first_until): (&str, Option<Timestamp>),
) -> Result<bool, NotRegistered> {
    let client = pool.get().await.map_err(Fault::from)?;
    match client
        .execute(KEEP_NEW, &[&worker, &login, &password, &first_until])
        .await
    {
        Ok(kept) => Ok(kept > 0),
        Err(error) if error.code() == Some(&SqlState::UNIQUE_VIOLATION) => Err(NotRegistered::LoginTaken),
        Err(error) => Err(Fault::from(error).into()),
    }
}

pub(crate) async fn exists(pool: &Pool, worker: Uuid) -> Result<bool, Fault> {
    let client = pool.get().await?;
    Ok(client
        .query_opt("select 1 from account where worker = $1", &[&worker])
        .await?
        .is_some())
}

pub(crate) async fn disable(pool: &Pool, worker: Uuid) -> Result<(), Fault> {
    let mut client = pool.get().await?;
    let transaction = client.transaction().await?;
    transaction
        .execute("update account set disabled = true where worker = $1", &[&worker])
        .await?;
    for end in [END_SESSIONS, END_HALVES, crate::calendar::REVOKE] {
        transaction.execute(end, &[&worker]).await?;
    }
    transaction.commit().await?;
    Ok(())
}

pub(crate) async fn find(pool: &Pool, login: &[u8]) -> Result<Option<Account>, Fault> {
    let client = pool.get().await?;
    let statement = client.prepare_cached(FIND).await?;
    let row = client.query_opt(&statement, &[&login]).await?;
    Ok(row.map(|row| read(&row)).transpose()?)
}

/// The account of a worker, unless it is closed.
pub(crate) async fn of(pool: &Pool, worker: Uuid) -> Result<Option<Account>, Fault> {
    let row = pool.get().await?.query_opt(OF, &[&worker]).await?;
    Ok(row.map(|row| read(&row)).transpose()?)
}

fn read(row: &Row) -> Result<Account, tokio_postgres::Error> {
    Ok(Account {
        worker: row.try_get(0)?,
        login: row.try_get(1)?,
        password: row.try_get(2)?,
        demonstration: row.try_get(3)?,
        disabled: row.try_get(4)?,
        first_until: row.try_get(5)?,
    })
}
