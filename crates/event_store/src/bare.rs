//! What the database does with rows as large as those of the log when nothing but a key is asked of it: the limit beside
//! which the log is measured. A table of its own, of which no other part of the program knows.

use crate::{Fault, connection};
use bytes::Bytes;
use futures::TryStreamExt;
use std::pin::pin;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::Type;
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
    comment on table bare.kept is 'Rows that only measure the database.';
    create table bare.hot (stream uuid primary key, version bigint not null);
    comment on table bare.hot is 'A row that many move at once, to measure how the database makes them wait.';
    create table bare.copied (
        stream uuid not null,
        version bigint not null,
        payload bytea not null,
        primary key (stream, version)
    );
    comment on table bare.copied is 'Rows that came by COPY, under a key like that of a view.'";
const ONE: &str = "insert into bare.kept (stream, version, payload) values ($1, $2, $3)";
const MANY: &str = "
    insert into bare.kept (stream, version, payload)
    select $1, unnest($2::bigint[]), unnest($3::bytea[])";
const HEAT: &str = "insert into bare.hot (stream, version) values ($1, 0)";
const HOT: &str = "
    with moved as (update bare.hot set version = version + 1 where stream = $1 returning version)
    insert into bare.kept (stream, version, payload) select $1, version, $2 from moved";
const STREAM: &str = "select position, version, payload from bare.kept where stream = $1 order by version";
const COPY_IN: &str = "copy bare.copied (stream, version, payload) from stdin (format binary)";
const COPY: &str = "copy (select position, stream, payload from bare.kept order by position) to stdout (format binary)";

/// A connection to the bare table.
pub struct Bare {
    client: Client,
    one: Statement,
    many: Statement,
    hot: Statement,
    stream: Statement,
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
            hot: client.prepare(HOT).await?,
            stream: client.prepare(STREAM).await?,
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

    /// Makes the row that many will move at once.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn heat(&self, stream: Uuid) -> Result<(), Fault> {
        self.client.execute(HEAT, &[&stream]).await?;
        Ok(())
    }

    /// Moves the row of a stream and keeps these bytes under its new version, in one commit.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert_hot(&self, stream: Uuid, payload: &[u8]) -> Result<(), Fault> {
        self.client.execute(&self.hot, &[&stream, &payload]).await?;
        Ok(())
    }

    /// Reads all that was kept of a stream, in order, and answers how many rows and bytes came.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(&self, stream: Uuid) -> Result<(usize, usize), Fault> {
        let rows = self.client.query(&self.stream, &[&stream]).await?;
        let mut length = 0_usize;
        for row in &rows {
            length = length.saturating_add(row.try_get::<_, &[u8]>(2)?.len());
        }
        Ok((rows.len(), length))
    }

    /// Sends so many rows by COPY into a table with a key, in one commit.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn copy_in(&self, rows: u64, payload: &[u8]) -> Result<(), Fault> {
        let sink = self.client.copy_in(COPY_IN).await?;
        let mut writer = pin!(BinaryCopyInWriter::new(sink, &[Type::UUID, Type::INT8, Type::BYTEA]));
        let stream = Uuid::now_v7();
        for version in 0..rows {
            writer
                .as_mut()
                .write(&[&stream, &version.cast_signed(), &payload])
                .await?;
        }
        writer.finish().await?;
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
