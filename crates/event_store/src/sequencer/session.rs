//! One connection of the writer with its prepared statements: what it asks and writes, without a decision of its own.

use super::Submission;
use super::batch::{Head, Rows, Standing};
use super::columns::{CommandColumns, EventColumns, NameColumns, StreamColumns};
use super::sql::{self, Shape};
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::{Answer, Fault};
use std::borrow::Cow;
use std::collections::BTreeSet;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Error, Row, Statement};
use uuid::Uuid;

/// The writer asks for the next partitions when this many positions are left.
pub(super) const AHEAD: u64 = 1_000_000;

pub(super) struct Session {
    client: Client,
    hold: Statement,
    head: Statement,
    fence: Statement,
    commands: Statement,
    streams: Statement,
    reservations: Statement,
    /// By whether there is a single event, then by whether there are new streams, then by whether there are names.
    append: [[[Statement; 2]; 2]; 2],
}

impl Session {
    pub(super) async fn of(client: Client) -> Result<Self, Fault> {
        if is_sabotaged(Sabotage::AnsweredBeforeTheFlush) {
            client.batch_execute("set synchronous_commit = off").await?;
        }
        let append = |single, new_streams, names| {
            let text = sql::append(Shape {
                single,
                new_streams,
                names,
            });
            let client = &client;
            async move { client.prepare(&text).await }
        };
        let append = [
            [
                [append(false, false, false).await?, append(false, false, true).await?],
                [append(false, true, false).await?, append(false, true, true).await?],
            ],
            [
                [append(true, false, false).await?, append(true, false, true).await?],
                [append(true, true, false).await?, append(true, true, true).await?],
            ],
        ];
        Ok(Self {
            hold: client.prepare(sql::HOLD).await?,
            head: client.prepare(sql::HEAD).await?,
            fence: client.prepare(sql::FENCE).await?,
            commands: client.prepare(sql::COMMANDS).await?,
            streams: client.prepare(sql::STREAMS).await?,
            reservations: client.prepare(sql::RESERVATIONS).await?,
            append,
            client,
        })
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    pub(super) async fn roll_back(&self) -> Result<(), Fault> {
        Ok(self.client.batch_execute("rollback").await?)
    }

    /// Keeps everybody else from the log and reads what stands, in one round trip: each statement sees what was committed
    /// before it ran, and those after the first run only when the log is held.
    pub(super) async fn hold(&self, batch: &[Submission]) -> Result<(Head, u64, Standing), Fault> {
        let proposed = || batch.iter().map(|submission| &submission.proposed);
        let before = proposed().filter_map(|one| one.after.map(|(command, _)| command));
        let commands: Vec<Uuid> = proposed().map(|one| one.command).chain(before).collect();
        let streams: Vec<Uuid> = proposed().map(|one| one.stream).collect();
        let blinds: Vec<&[u8]> = proposed()
            .flat_map(|one| one.reservations.iter().map(|(_, blind)| blind.as_slice()))
            .collect();
        let (on_commands, on_streams, on_blinds) = ([&commands as _], [&streams as _], [&blinds as _]);
        let (begun, held, head, fence, commands, streams, reservations) = tokio::join!(
            biased;
            self.client.batch_execute("begin"),
            self.client.query_one(&self.hold, &[]),
            self.client.query_opt(&self.head, &[]),
            self.client.query_opt(&self.fence, &[]),
            self.client.query(&self.commands, &on_commands),
            self.client.query(&self.streams, &on_streams),
            self.client.query(&self.reservations, &on_blinds),
        );
        begun?;
        held?;
        let fence = fence?.ok_or(Fault::Damaged("it has no writers"))?;
        let standing = Standing {
            commands: commands?.iter().map(command).collect::<Result<_, Error>>()?,
            streams: streams?.iter().map(stream).collect::<Result<_, Error>>()?,
            reservations: reservations?
                .iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect::<Result<_, Error>>()?,
            ..Standing::default()
        };
        let head = head?.map_or(Ok(Head::default()), |row| self::head(&row))?;
        Ok((head, fence.try_get::<_, i64>(0)?.cast_unsigned(), standing))
    }

    /// Which of these commands are stored with the very events that are offered: their commit had succeeded unheard.
    pub(super) async fn own(&self, batch: &[Submission]) -> Result<BTreeSet<Uuid>, Fault> {
        let commands: Vec<Uuid> = batch.iter().map(|submission| submission.proposed.command).collect();
        let events: Vec<Uuid> = batch
            .iter()
            .filter_map(|submission| submission.proposed.events.last().map(|(id, _)| *id))
            .collect();
        let rows = self.client.query(sql::OWN, &[&commands, &events]).await?;
        Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, Error>>()?)
    }

    /// Writes everything at the positions it was given, and answers whether this writer may still write.
    pub(super) async fn append(&self, rows: &Rows, epoch: u64) -> Result<bool, Fault> {
        let events = EventColumns::of(rows);
        let commands = CommandColumns::of(rows);
        let streams = StreamColumns::of(rows);
        let names = NameColumns::of(rows);
        let epoch = epoch.cast_signed();
        let mut parameters: Vec<&(dyn ToSql + Sync)> = Vec::with_capacity(25);
        parameters.push(&epoch);
        let single = rows.events.len() == 1 && rows.commands.len() == 1;
        let (begun, named) = (!rows.new_streams.is_empty(), !rows.reservations.is_empty());
        parameters.extend(events.parameters(single));
        parameters.extend(commands.parameters(single));
        if is_sabotaged(Sabotage::AnsweredBeforeTheCommit) {
            self.client.batch_execute("commit; begin").await?;
        }
        if begun {
            parameters.extend(streams.parameters());
        }
        if named {
            parameters.extend(names.parameters());
        }
        let [many, one] = &self.append;
        let [[plain, with_names], [with_streams, with_both]] = if single { one } else { many };
        let statement = match (begun, named) {
            (false, false) => plain,
            (false, true) => with_names,
            (true, false) => with_streams,
            (true, true) => with_both,
        };
        Ok(self.client.execute(statement, &parameters).await? > 0)
    }

    /// The same inside the transaction that holds the log, and commits it, in one round trip. A failed statement turns
    /// the commit into a rollback.
    pub(super) async fn append_and_commit(&self, rows: &Rows, epoch: u64) -> Result<(), Fault> {
        let (written, committed) = tokio::join!(
            biased;
            self.append(rows, epoch),
            self.client.batch_execute("commit"),
        );
        if !written? {
            return Err(Fault::Damaged("its writer was fenced while it held the log"));
        }
        committed?;
        Ok(())
    }

    /// Makes the partitions ahead of this position and answers how far there is room.
    pub(super) async fn make_room(&self, position: u64) -> Result<u64, Fault> {
        let around = position.saturating_add(AHEAD);
        self.client
            .execute("select make_event_partitions($1)", &[&around.cast_signed()])
            .await?;
        Ok(around.saturating_add(AHEAD))
    }
}

fn head(row: &Row) -> Result<Head, Fault> {
    let hash: Vec<u8> = row.try_get(1)?;
    Ok(Head {
        position: row.try_get::<_, i64>(0)?.cast_unsigned(),
        hash: hash
            .try_into()
            .ok()
            .ok_or(Fault::Damaged("its newest event has no hash"))?,
        recorded_at: row.try_get(2)?,
    })
}

fn command(row: &Row) -> Result<(Uuid, (Vec<u8>, Answer)), Error> {
    let answer = Answer {
        position: row.try_get::<_, i64>(2)?.cast_unsigned(),
        version: row.try_get::<_, i64>(3)?.cast_unsigned(),
        events: row.try_get::<_, i32>(4)?.cast_unsigned(),
        repeated: false,
    };
    Ok((row.try_get(0)?, (row.try_get(1)?, answer)))
}

fn stream(row: &Row) -> Result<(Uuid, (Cow<'static, str>, u64)), Error> {
    let capability = Cow::Owned(row.try_get(1)?);
    Ok((row.try_get(0)?, (capability, row.try_get::<_, i64>(2)?.cast_unsigned())))
}
