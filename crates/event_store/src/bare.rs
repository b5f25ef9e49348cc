//! What the database does with rows like those of the log when nothing but a key is asked of it: the limit beside which
//! the log is measured, as comparisons of event stores measure it. JSON in clear, no order, no chain, no command ids. Tables
//! of their own, of which no other part of the program knows.

use crate::{Fault, connection};
use bytes::Bytes;
use futures::{SinkExt, TryStreamExt};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::fmt::{Debug, Write};
use std::pin::pin;
use tokio_postgres::binary_copy::BinaryCopyOutStream;
use tokio_postgres::types::{Json, Type};
use tokio_postgres::{Client, Config, Statement};

const TABLES: &str = "
    create schema bare;
    create table bare.kept (
        position bigint generated always as identity primary key,
        stream text not null,
        version bigint not null,
        kind text not null default 'NoteAdded',
        data jsonb not null,
        at timestamptz not null default now(),
        unique (stream, version)
    );
    comment on table bare.kept is 'Rows under a key, to measure the database.';
    create table bare.plain (id bigint generated always as identity primary key, data jsonb not null);
    comment on table bare.plain is 'Rows under no key but their number.';
    create table bare.hot (id integer primary key, version bigint not null);
    insert into bare.hot values (1, 0);
    comment on table bare.hot is 'A row that many move at once, to measure how the database makes them wait.';
    create table bare.copied (
        position bigint primary key,
        stream text not null,
        version bigint not null,
        kind text not null,
        data jsonb not null
    );
    comment on table bare.copied is 'Rows that came by COPY.'";
const KEPT: &str = "insert into bare.kept (stream, version, data) values ($1, $2, $3)";
const MANY: &str = "insert into bare.plain (data) select unnest($1)";
const MOVE: &str = "update bare.hot set version = version + 1 where id = 1";
const MOVED: &str = "insert into bare.plain (data) values ($1)";
const STREAM: &str = "select version, data from bare.copied where stream = $1 order by version";
const COPY_IN: &str = "copy bare.copied from stdin (format text)";
const READ_BY: &str = "create unique index on bare.copied (stream, version)";
const COPY_OUT: &str =
    "copy (select position, stream, data from bare.copied order by position) to stdout (format binary)";
/// How much is sent at once.
const PART: usize = 100_000;

/// A connection to the bare tables.
pub struct Bare {
    client: Client,
    kept: Statement,
    many: Statement,
    moves: Statement,
    moved: Statement,
    stream: Statement,
}

impl Bare {
    /// Makes the tables, once in a database.
    ///
    /// # Errors
    /// When they are there, or when the database cannot be reached.
    pub async fn prepare(config: &Config) -> Result<(), Fault> {
        Ok(connection::connect(config).await?.batch_execute(TABLES).await?)
    }

    /// Connects.
    ///
    /// # Errors
    /// When the tables are not there.
    pub async fn open(config: &Config) -> Result<Self, Fault> {
        let client = connection::connect(config).await?;
        Ok(Self {
            kept: client.prepare(KEPT).await?,
            many: client.prepare_typed(MANY, &[Type::JSONB_ARRAY]).await?,
            moves: client.prepare(MOVE).await?,
            moved: client.prepare(MOVED).await?,
            stream: client.prepare(STREAM).await?,
            client,
        })
    }

    /// Keeps one value under a stream and a version, in one commit.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn keep<T: Serialize + Debug + Sync>(&self, stream: &str, version: u64, value: T) -> Result<(), Fault> {
        let version = version.cast_signed();
        self.client
            .execute(&self.kept, &[&stream, &version, &Json(value)])
            .await?;
        Ok(())
    }

    /// Keeps many in one commit, under no key.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn keep_many<T: Serialize + Debug + Sync>(&self, values: Vec<T>) -> Result<(), Fault> {
        let values: Vec<Json<T>> = values.into_iter().map(Json).collect();
        self.client.execute(&self.many, &[&values]).await?;
        Ok(())
    }

    /// Moves the one row that all move, and keeps a value, in one commit.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn keep_hot<T: Serialize + Debug + Sync>(&self, value: T) -> Result<(), Fault> {
        self.client.batch_execute("begin").await?;
        self.client.execute(&self.moves, &[]).await?;
        self.client.execute(&self.moved, &[&Json(value)]).await?;
        self.client.batch_execute("commit").await?;
        Ok(())
    }

    /// Sends so many streams of so many values by COPY, in one commit, and makes the index by which streams are read.
    /// Answers what the COPY alone came to.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn copy_in<T: Serialize>(
        &self,
        streams: &[String],
        each: u64,
        value: impl Fn(&str, u64) -> T,
    ) -> Result<std::time::Duration, Fault> {
        let begun = std::time::Instant::now();
        let mut sink = pin!(self.client.copy_in::<_, Bytes>(COPY_IN).await?);
        let mut part = String::with_capacity(PART + 1_000);
        let mut position = 0_u64;
        for stream in streams {
            for version in 0..each {
                position = position.saturating_add(1);
                let value = serde_json::to_string(&value(stream, version)).map_err(|_impossible| NOT_JSON)?;
                writeln!(part, "{position}\t{stream}\t{version}\tNoteAdded\t{value}")
                    .map_err(|_impossible| NOT_JSON)?;
                if part.len() > PART {
                    sink.send(Bytes::from(std::mem::take(&mut part))).await?;
                }
            }
        }
        sink.send(Bytes::from(part)).await?;
        sink.finish().await?;
        let took = begun.elapsed();
        self.client.batch_execute(READ_BY).await?;
        self.client.batch_execute("analyze bare.copied").await?;
        Ok(took)
    }

    /// Reads and decodes all that was copied of a stream, in order.
    ///
    /// # Errors
    /// When the database fails, or a value is not one.
    pub async fn read<T: DeserializeOwned>(&self, stream: &str) -> Result<Vec<T>, Fault> {
        let rows = self.client.query(&self.stream, &[&stream]).await?;
        let values = rows.iter().map(|row| Ok(row.try_get::<_, Json<T>>(1)?.0));
        values.collect()
    }

    /// Reads and decodes all that was copied, in order, and answers how many values came and of how many streams.
    ///
    /// # Errors
    /// When the database fails, or a value is not one.
    pub async fn copy_out<T: DeserializeOwned>(&self) -> Result<(u64, usize), Fault> {
        let types = [Type::INT8, Type::TEXT, Type::JSONB];
        let mut rows = pin!(BinaryCopyOutStream::new(self.client.copy_out(COPY_OUT).await?, &types));
        let (mut count, mut streams) = (0_u64, HashMap::<String, u64>::new());
        while let Some(row) = rows.try_next().await? {
            let stream: &str = row.try_get(1)?;
            match streams.get_mut(stream) {
                Some(values) => *values = values.saturating_add(1),
                None => drop(streams.insert(stream.to_owned(), 1)),
            }
            row.try_get::<Json<T>>(2)?;
            count = count.saturating_add(1);
        }
        Ok((count, streams.len()))
    }
}

const NOT_JSON: Fault = Fault::Damaged("a value has no JSON");
