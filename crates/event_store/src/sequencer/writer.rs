//! The connection that appends: one transaction per batch, two round trips, everything under the lock of the head.

use super::batch::{Head, Rows, Standing, arrange};
use super::columns::EventColumns;
use super::{Outcome, Submission};
use crate::{Answer, Clock, Fault, connection};
use std::collections::BTreeSet;
use tokio_postgres::error::Severity;
use tokio_postgres::{Client, Config, Error, Statement};
use uuid::Uuid;

/// The writer asks for the next partition when this many positions are left.
const AHEAD: u64 = 1_000_000;

const LOCK: &str = "select position, hash, recorded_at, fence from log_head for update";
const COMMANDS: &str = "select id, digest, position, version, events from command where id = any($1)";
const STREAMS: &str = "select id, capability, version from stream where id = any($1)";
const RESERVATIONS: &str = "select blind, stream from reservation where blind = any($1)";
const OWN: &str = "
    select command.id from command join event on event.position = command.position
    where command.id = any($1) and event.id = any($2)";
const EVENTS: &str = "
    insert into event (position, id, kind, schema, stream, version, command, by, recorded_at, occurred_at, known_at,
        payload, hash)
    select * from unnest($1::bigint[], $2::uuid[], $3::text[], $4::smallint[], $5::uuid[], $6::bigint[], $7::uuid[],
        $8::uuid[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::bytea[], $13::bytea[])";
const STREAMS_MOVE: &str = "
    insert into stream (id, capability, version) select * from unnest($1::uuid[], $2::text[], $3::bigint[])
    on conflict (id) do update set version = excluded.version";
const COMMANDS_STORE: &str = "
    insert into command (id, digest, position, version, events)
    select * from unnest($1::uuid[], $2::bytea[], $3::bigint[], $4::bigint[], $5::integer[])";
const RESERVE: &str = "
    insert into reservation (blind, scope, stream, position)
    select * from unnest($1::bytea[], $2::text[], $3::uuid[], $4::bigint[])";
const HEAD_MOVES: &str = "update log_head set position = $1, hash = $2, recorded_at = $3";

/// Why a batch was not stored.
pub(super) enum Broken {
    /// The database refused; nothing of the batch is stored.
    Refused(Fault),
    /// The connection is gone or of no use; when the commit had been sent, nobody knows.
    Lost { during_commit: bool, fault: Fault },
}

struct Statements {
    lock: Statement,
    commands: Statement,
    streams: Statement,
    reservations: Statement,
    events: Statement,
    streams_move: Statement,
    commands_store: Statement,
    reserve: Statement,
    head_moves: Statement,
}

struct Session {
    client: Client,
    statements: Statements,
}

/// Appends batches, connecting when it must.
pub(crate) struct Writer {
    config: Config,
    clock: Clock,
    epoch: u64,
    session: Option<Session>,
    /// Partitions are known to exist up to this position.
    room: u64,
}

impl Writer {
    pub(crate) fn new(config: Config, clock: Clock, epoch: u64) -> Self {
        Self {
            config,
            clock,
            epoch,
            session: None,
            room: 0,
        }
    }

    /// Stores the batch, or nothing of it; answers each command and the newest position. `unknown`: it was offered
    /// before, and nobody knows whether it was stored.
    pub(super) async fn store(
        &mut self,
        batch: &[Submission],
        unknown: bool,
    ) -> Result<(Vec<Result<Outcome, Fault>>, u64), Broken> {
        let session = match self.session.take() {
            Some(session) if !session.client.is_closed() => session,
            Some(_) | None => open(&self.config).await.map_err(|fault| Broken::Lost {
                during_commit: false,
                fault,
            })?,
        };
        let mut sent = false;
        match self.in_transaction(&session, batch, unknown, &mut sent).await {
            Ok(stored) => {
                self.session = Some(session);
                Ok(stored)
            }
            Err(fault) => {
                let broken = classify(fault, sent);
                if matches!(broken, Broken::Refused(_)) && session.client.batch_execute("rollback").await.is_ok() {
                    self.session = Some(session);
                }
                Err(broken)
            }
        }
    }

    async fn in_transaction(
        &mut self,
        session: &Session,
        batch: &[Submission],
        unknown: bool,
        sent: &mut bool,
    ) -> Result<(Vec<Result<Outcome, Fault>>, u64), Fault> {
        let (head, fence, mut standing) = session.lock(batch).await?;
        if self.epoch < fence {
            session.client.batch_execute("rollback").await?;
            let fault = Fault::Fenced {
                epoch: self.epoch,
                fence,
            };
            return Ok((batch.iter().map(|_| Err(fault.clone())).collect(), head.position));
        }
        if unknown {
            standing.own = session.own(batch).await?;
        }
        let rows = arrange(batch, standing, head, (self.clock)());
        if rows.head.position.saturating_add(AHEAD) > self.room {
            // The head is not held meanwhile: the partitions are made in a transaction of their own, then all over.
            session.client.batch_execute("rollback").await?;
            self.room = session.make_room(rows.head.position).await?;
            return Box::pin(self.in_transaction(session, batch, unknown, sent)).await;
        }
        if rows.commands.is_empty() {
            session.client.batch_execute("rollback").await?;
        } else {
            *sent = true;
            session.write(&rows).await?;
        }
        Ok((rows.outcomes.into_iter().map(Ok).collect(), rows.head.position))
    }
}

/// An error that the server answered has undone the transaction; anything else leaves the question open.
fn classify(fault: Fault, sent: bool) -> Broken {
    let (answered, passing) = match &fault {
        Fault::Database(error) => match error.as_db_error() {
            Some(said) => {
                let passing = ["08", "25", "40", "53", "55", "57"];
                let passing = passing.iter().any(|class| said.code().code().starts_with(class));
                (said.parsed_severity() == Some(Severity::Error), passing)
            }
            None => (false, true),
        },
        Fault::Damaged(_) => (true, false),
        Fault::Connection(_)
        | Fault::Pool(_)
        | Fault::Codec(_)
        | Fault::UnknownOutcome
        | Fault::Closed
        | Fault::Fenced { .. }
        | Fault::OtherCapability { .. }
        | Fault::MigrationChanged { .. }
        | Fault::MigrationUnknown { .. }
        | Fault::MigrationFailed { .. } => (false, true),
    };
    if answered && !passing {
        Broken::Refused(fault)
    } else {
        Broken::Lost {
            during_commit: sent && !answered,
            fault,
        }
    }
}

async fn open(config: &Config) -> Result<Session, Fault> {
    let client = connection::connect(config).await?;
    let statements = Statements {
        lock: client.prepare(LOCK).await?,
        commands: client.prepare(COMMANDS).await?,
        streams: client.prepare(STREAMS).await?,
        reservations: client.prepare(RESERVATIONS).await?,
        events: client.prepare(EVENTS).await?,
        streams_move: client.prepare(STREAMS_MOVE).await?,
        commands_store: client.prepare(COMMANDS_STORE).await?,
        reserve: client.prepare(RESERVE).await?,
        head_moves: client.prepare(HEAD_MOVES).await?,
    };
    Ok(Session { client, statements })
}

impl Session {
    /// Takes the lock and reads what stands, in one round trip: each statement sees what was committed before it ran,
    /// and those after the first run only when the lock is held.
    async fn lock(&self, batch: &[Submission]) -> Result<(Head, u64, Standing), Fault> {
        let proposed = || batch.iter().map(|submission| &submission.proposed);
        let before = proposed().filter_map(|one| one.after.map(|(command, _)| command));
        let commands: Vec<Uuid> = proposed().map(|one| one.command).chain(before).collect();
        let streams: Vec<Uuid> = proposed().map(|one| one.stream).collect();
        let blinds: Vec<&[u8]> = proposed()
            .flat_map(|one| one.reservations.iter().map(|(_, blind)| blind.as_slice()))
            .collect();
        let (on_commands, on_streams, on_blinds) = ([&commands as _], [&streams as _], [&blinds as _]);
        let (begun, head, commands, streams, reservations) = tokio::join!(
            biased;
            self.client.batch_execute("begin"),
            self.client.query_opt(&self.statements.lock, &[]),
            self.client.query(&self.statements.commands, &on_commands),
            self.client.query(&self.statements.streams, &on_streams),
            self.client.query(&self.statements.reservations, &on_blinds),
        );
        begun?;
        let head = head?.ok_or(Fault::Damaged("it has no head"))?;
        let hash: Vec<u8> = head.try_get(1)?;
        let standing = Standing {
            commands: commands?.iter().map(command).collect::<Result<_, Error>>()?,
            streams: streams?
                .iter()
                .map(|row| {
                    Ok((
                        row.try_get(0)?,
                        (row.try_get(1)?, row.try_get::<_, i64>(2)?.cast_unsigned()),
                    ))
                })
                .collect::<Result<_, Error>>()?,
            reservations: reservations?
                .iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect::<Result<_, Error>>()?,
            own: BTreeSet::new(),
        };
        let head_now = Head {
            position: head.try_get::<_, i64>(0)?.cast_unsigned(),
            hash: <[u8; 32]>::try_from(hash)
                .ok()
                .ok_or(Fault::Damaged("its head has no hash"))?,
            recorded_at: head.try_get(2)?,
        };
        Ok((head_now, head.try_get::<_, i64>(3)?.cast_unsigned(), standing))
    }

    /// Which of these commands are stored with the very events that are offered: their commit had succeeded unheard.
    async fn own(&self, batch: &[Submission]) -> Result<BTreeSet<Uuid>, Fault> {
        let commands: Vec<Uuid> = batch.iter().map(|submission| submission.proposed.command).collect();
        let events: Vec<Uuid> = batch
            .iter()
            .filter_map(|submission| submission.proposed.events.last().map(|(id, _)| *id))
            .collect();
        let rows = self.client.query(OWN, &[&commands, &events]).await?;
        Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, Error>>()?)
    }

    /// Writes everything and commits, in one round trip. A failed statement turns the commit into a rollback.
    async fn write(&self, rows: &Rows) -> Result<(), Fault> {
        let events = EventColumns::of(rows);
        let commands: Vec<Uuid> = rows.commands.iter().map(|(id, ..)| *id).collect();
        let digests: Vec<&[u8]> = rows.commands.iter().map(|(_, digest, _)| digest.as_slice()).collect();
        let positions: Vec<i64> = rows
            .commands
            .iter()
            .map(|(.., answer)| answer.position.cast_signed())
            .collect();
        let versions: Vec<i64> = rows
            .commands
            .iter()
            .map(|(.., answer)| answer.version.cast_signed())
            .collect();
        let counts: Vec<i32> = rows
            .commands
            .iter()
            .map(|(.., answer)| answer.events.cast_signed())
            .collect();
        let streams: Vec<Uuid> = rows.streams.keys().copied().collect();
        let capabilities: Vec<&str> = rows.streams.values().map(|(capability, _)| *capability).collect();
        let reached: Vec<i64> = rows
            .streams
            .values()
            .map(|(_, version)| version.cast_signed())
            .collect();
        let blinds: Vec<&[u8]> = rows.reservations.iter().map(|(blind, ..)| blind.as_slice()).collect();
        let scopes: Vec<&str> = rows.reservations.iter().map(|(_, scope, ..)| *scope).collect();
        let holders: Vec<Uuid> = rows.reservations.iter().map(|(_, _, stream, _)| *stream).collect();
        let taken_at: Vec<i64> = rows
            .reservations
            .iter()
            .map(|(.., position)| position.cast_signed())
            .collect();
        let (position, hash) = (rows.head.position.cast_signed(), rows.head.hash.as_slice());

        let on_events = events.parameters();
        let on_streams = [&streams as _, &capabilities as _, &reached as _];
        let on_commands = [
            &commands as _,
            &digests as _,
            &positions as _,
            &versions as _,
            &counts as _,
        ];
        let on_names = [&blinds as _, &scopes as _, &holders as _, &taken_at as _];
        let on_head = [&position as _, &hash as _, &rows.head.recorded_at as _];
        let (a, b, c, d, e, committed) = tokio::join!(
            biased;
            self.client.execute(&self.statements.events, &on_events),
            self.client.execute(&self.statements.streams_move, &on_streams),
            self.client.execute(&self.statements.commands_store, &on_commands),
            self.client.execute(&self.statements.reserve, &on_names),
            self.client.execute(&self.statements.head_moves, &on_head),
            self.client.batch_execute("commit"),
        );
        for written in [a, b, c, d, e] {
            written?;
        }
        committed?;
        Ok(())
    }

    /// Makes the partitions ahead of this position and answers how far there is room.
    async fn make_room(&self, position: u64) -> Result<u64, Fault> {
        let around = position.saturating_add(AHEAD);
        self.client
            .execute("select make_event_partitions($1)", &[&around.cast_signed()])
            .await?;
        Ok(around.saturating_add(AHEAD))
    }
}

fn command(row: &tokio_postgres::Row) -> Result<(Uuid, (Vec<u8>, Answer)), Error> {
    let answer = Answer {
        position: row.try_get::<_, i64>(2)?.cast_unsigned(),
        version: row.try_get::<_, i64>(3)?.cast_unsigned(),
        events: row.try_get::<_, i32>(4)?.cast_unsigned(),
        repeated: false,
    };
    Ok((row.try_get(0)?, (row.try_get(1)?, answer)))
}
