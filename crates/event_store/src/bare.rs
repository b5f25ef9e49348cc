//! What the database does with rows as large as those of the log when nothing but a key is asked of it: the limit beside
//! which the log is measured. A table of its own, of which no other part of the program knows.

use crate::{Fault, connection};
use bytes::Bytes;
use futures::TryStreamExt;
use std::pin::pin;
use tokio_postgres::{Client, Config, Statement};
use uuid::Uuid;

const TABLE: &str = "
    create schema bare;
    create table bare.kept (
        position bigint generated always as identity primary key,
        stream uuid not null,
        version bigint not null,
        payload bytea not null,
        unique (stream, version)
    );
    comment on table bare.kept is 'Rows that only measure the database.'";
const ONE: &str = "insert into bare.kept (stream, version, payload) values ($1, $2, $3)";
const MANY: &str = "
    insert into bare.kept (stream, version, payload)
    select $1, unnest($2::bigint[]), unnest($3::bytea[])";
const COPY: &str = "copy (select position, stream, payload from bare.kept order by position) to stdout (format binary)";

/// A connection to the bare table.
pub struct Bare {
    client: Client,
    one: Statement,
    many: Statement,
}

impl Bare {
    /// Makes the table, once in a database.
    ///
    /// # Errors
    /// When it is there, or when the database cannot be reached.
    pub async fn prepare(config: &Config) -> Result<(), Fault> {
        Ok(connection::connect(config).await?.batch_execute(TABLE).await?)
    }

    /// Connects.
    ///
    /// # Errors
    /// When the table is not there.
    pub async fn open(config: &Config) -> Result<Self, Fault> {
        let client = connection::connect(config).await?;
        Ok(Self {
            one: client.prepare(ONE).await?,
            many: client.prepare(MANY).await?,
            client,
        })
    }

    /// Keeps these bytes under versions that follow each other, in one commit.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert(&self, stream: Uuid, first: u64, payloads: &[&[u8]]) -> Result<(), Fault> {
        if let [payload] = payloads {
            let version = first.cast_signed();
            self.client.execute(&self.one, &[&stream, &version, payload]).await?;
        } else {
            let versions: Vec<i64> = (first..).map(u64::cast_signed).take(payloads.len()).collect();
            self.client
                .execute(&self.many, &[&stream, &versions, &payloads])
                .await?;
        }
        Ok(())
    }

    /// Sends all that was kept, in order, and answers how many messages and bytes came.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn copy_out(&self) -> Result<(u64, u64), Fault> {
        let mut rows = pin!(self.client.copy_out(COPY).await?);
        let (mut count, mut length) = (0_u64, 0_u64);
        while let Some(row) = rows.try_next().await? {
            count = count.saturating_add(1);
            length = length.saturating_add(u64::try_from(Bytes::len(&row)).unwrap_or(u64::MAX));
        }
        Ok((count, length))
    }
}
