//! Writes one view: the rows of a batch and the cursor in one transaction, the statements sent without waiting for each
//! other's answers.

use crate::pages::Page;
use crate::view::{Change, Rows};
use crate::{Fact, Fault, Log, View, column, schema};
use event_store::{Sabotage, is_sabotaged};
use futures::future::join;
use futures::{FutureExt, StreamExt, stream};
use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Statement, Transaction};

/// How many statements are on their way at once.
const IN_FLIGHT: usize = 128;

/// One view with the connection that writes it.
pub(crate) struct Writer {
    pub(crate) view: &'static dyn View,
    schema: String,
    client: Client,
    prepared: Prepared,
    /// How far the view was when this writer last wrote it.
    reached: Option<u64>,
}

impl Writer {
    /// A connection that writes a view in a schema.
    pub(crate) async fn open(log: &Log, view: &'static dyn View, schema: String) -> Result<Self, Fault> {
        let client = event_store::connect(log.database()).await?;
        // What a crash of the database loses is followed again from the cursor, which is lost with it.
        client
            .batch_execute(&format!("set search_path to {schema}; set synchronous_commit to off"))
            .await?;
        Ok(Self {
            view,
            schema,
            client,
            prepared: BTreeMap::new(),
            reached: None,
        })
    }

    /// The same, in a new and empty schema.
    pub(crate) async fn create(log: &Log, view: &'static dyn View, schema: String) -> Result<Self, Fault> {
        let writer = Self::open(log, view, schema).await?;
        schema::create(&writer.client, view, &writer.schema).await?;
        Ok(writer)
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn schema(&self) -> &str {
        &self.schema
    }

    /// How far the view has come.
    pub(crate) async fn position(&self) -> Result<u64, Fault> {
        let row = self.client.query_one(POSITION, &[]).await?;
        Ok(column::position(row.try_get(0)?))
    }

    /// Applies the facts of a page up to a position, as far as it goes, and says how far the view has come.
    ///
    /// # Errors
    /// `Poison` with the event that cannot be applied; those before it are then applied.
    pub(crate) async fn write(&mut self, page: &Page, up_to: u64) -> Result<u64, Fault> {
        match self.write_up_to(page, up_to).await {
            Err(Fault::Poison { position, cause }) => {
                if let Some(before) = position.checked_sub(1).filter(|before| *before > page.after) {
                    self.write_up_to(page, before).await?;
                }
                Err(Fault::Poison { position, cause })
            }
            Ok(here) => match &page.broken {
                Some(broken) if here == page.last() && up_to > here => Err(broken.clone()),
                Some(_) | None => Ok(here),
            },
            Err(fault) => Err(fault),
        }
    }

    /// Many rows at once first; when the database refuses one of them, one by one, to know which.
    async fn write_up_to(&mut self, page: &Page, up_to: u64) -> Result<u64, Fault> {
        match self.write_facts(page, up_to, Way::Together).await {
            Err(Fault::Poison { .. }) => self.write_facts(page, up_to, Way::OneByOne).await,
            other => other,
        }
    }

    async fn write_facts(&mut self, page: &Page, up_to: u64, way: Way) -> Result<u64, Fault> {
        if let Some(there) = self.pass_over(page, up_to).await? {
            return Ok(there);
        }
        self.reached = None;
        let (there, changes) = match self.begin(page, up_to, way).await {
            Ok((there, changes)) if !changes.is_empty() => (there, changes),
            nothing => {
                let ended = self.client.batch_execute("rollback").await;
                let (here, _) = nothing?;
                ended?;
                return Ok(here);
            }
        };
        send_all(&self.client, &self.prepared, &changes, Then::Commit).await?;
        self.reached = Some(there);
        Ok(there)
    }

    /// Begins a transaction that is alone on the schema, and makes what is to be sent in it; nothing when the view has come
    /// as far already.
    async fn begin(&mut self, page: &Page, up_to: u64, way: Way) -> Result<(u64, Vec<Change>), Fault> {
        prepare_to_begin(&self.client, &mut self.prepared).await?;
        // Sent together, in this order.
        let alone = alone(&self.client, &self.prepared, &self.schema);
        let (begun, here) = join(self.client.batch_execute("begin"), alone).await;
        begun?;
        let here = here?;
        let facts: Vec<_> = page
            .facts
            .iter()
            .filter(|fact| (here + 1..=up_to).contains(&fact.position()))
            .collect();
        let Some(last) = facts.last().filter(|_| page.after <= here) else {
            return Ok((here, Vec::new()));
        };
        let there = last.position();
        if is_sabotaged(Sabotage::CursorBeforeRows) {
            self.client.execute(ADVANCE, &[&column::stored(there)]).await?;
            self.client.batch_execute("commit; begin").await?;
        }
        let changes = ready(&self.client, &mut self.prepared, changes(self.view, &facts)?, way).await?;
        Ok((there, changes))
    }

    /// Moves the cursor over facts that change no row of the view, as most do of most views, in one statement; nothing
    /// when one of them may, or when the view is not where it was left. No lock is needed: a rebuild that is swapped in
    /// meanwhile has no row of these facts either.
    async fn pass_over(&mut self, page: &Page, up_to: u64) -> Result<Option<u64>, Fault> {
        let Some(here) = self.reached.filter(|here| page.after <= *here) else {
            return Ok(None);
        };
        let (mut rows, mut there) = (Rows::default(), here);
        let ahead = |fact: &&Fact| (here + 1..=up_to).contains(&fact.position());
        for fact in page.facts.iter().filter(ahead) {
            there = fact.position();
            if self.view.apply(fact, &mut rows).is_err() || !rows.is_empty() {
                return Ok(None);
            }
        }
        if there == here {
            return Ok(None);
        }
        let pass = prepare(&self.client, &mut self.prepared, PASS_OVER).await?;
        let (from, to) = (column::stored(here), column::stored(there));
        let passed = self.client.execute(&pass, &[&from, &to]).await? > 0;
        self.reached = passed.then_some(there);
        Ok(self.reached)
    }

    /// Catches up with the log while the live view stands still, takes its place, and answers how long it stood still.
    pub(crate) async fn take_over(&mut self, log: &Log) -> Result<Duration, Fault> {
        let view = self.view;
        let (tx, prepared, mut here) = self.begin_alone(view.name()).await?;
        let begun = Instant::now();
        loop {
            let page = Page::read(log, here).await?;
            if let Some(broken) = page.broken {
                return Err(broken);
            }
            if page.facts.is_empty() {
                break;
            }
            let facts: Vec<_> = page.facts.iter().collect();
            let changes = ready(tx.client(), prepared, changes(view, &facts)?, Way::OneByOne).await?;
            send_all(tx.client(), prepared, &changes, Then::GoOn).await?;
            here = page.last();
        }
        schema::swap(&tx, view).await?;
        tx.commit().await?;
        let stood_still = begun.elapsed();
        schema::drop_outdated(&self.client, view).await?;
        Ok(stood_still)
    }

    /// Takes the place of the live view as it stands.
    pub(crate) async fn take_place(&mut self) -> Result<(), Fault> {
        let view = self.view;
        let (tx, ..) = self.begin_alone(view.name()).await?;
        schema::swap(&tx, view).await?;
        tx.commit().await?;
        schema::drop_outdated(&self.client, view).await
    }

    /// A transaction that is alone on a schema, and how far its view has come.
    async fn begin_alone(&mut self, schema: &str) -> Result<(Transaction<'_>, &mut Prepared, u64), Fault> {
        prepare_to_begin(&self.client, &mut self.prepared).await?;
        let tx = self.client.transaction().await?;
        let here = alone(tx.client(), &self.prepared, schema).await?;
        Ok((tx, &mut self.prepared, here))
    }
}

type Prepared = BTreeMap<&'static str, Statement>;

const LOCK: &str = "select pg_advisory_xact_lock(hashtextextended('trame write ' || $1::text, 0))";
const POSITION: &str = "select position from view_cursor";
const ADVANCE: &str = "update view_cursor set position = $1";
const PASS_OVER: &str = "update view_cursor set position = $2 where position = $1";

/// Takes the lock of a schema within a transaction, and answers how far its view has come. Whoever writes a schema or swaps
/// it holds this lock to the commit. The position is asked of the database each time, once the lock is had: a rebuild may
/// have been swapped in since.
async fn alone(client: &Client, prepared: &Prepared, schema: &str) -> Result<u64, Fault> {
    let (lock, ask) = (statement(prepared, LOCK)?, statement(prepared, POSITION)?);
    let names: [&(dyn ToSql + Sync); 1] = [&schema];
    // Sent together, in this order: the second waits in the database for the first.
    let (locked, row) = join(client.execute(lock, &names), client.query_one(ask, &[])).await;
    locked?;
    Ok(column::position(row?.try_get(0)?))
}

async fn prepare_to_begin(client: &Client, prepared: &mut Prepared) -> Result<(), Fault> {
    for sql in [LOCK, POSITION, ADVANCE] {
        prepare(client, prepared, sql).await?;
    }
    Ok(())
}

async fn prepare(client: &Client, prepared: &mut Prepared, sql: &'static str) -> Result<Statement, Fault> {
    if let Some(statement) = prepared.get(sql) {
        return Ok(statement.clone());
    }
    let statement = client.prepare(sql).await?;
    prepared.insert(sql, statement.clone());
    Ok(statement)
}

/// How rows are sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Those that may come in any order by COPY, where they are many.
    Together,
    /// Each by its own statement, in the order of the facts.
    OneByOne,
}

/// From how many rows of a table on a COPY is worth its round trip.
const MANY: usize = 16;

/// What these facts change, and the cursor behind them.
fn changes(view: &dyn View, facts: &[&Fact]) -> Result<Vec<Change>, Fault> {
    let mut rows = Rows::default();
    for fact in facts {
        rows.at(fact.position());
        view.apply(fact, &mut rows)
            .map_err(|fault| poison(fact.position(), fault))?;
    }
    if let Some(last) = facts.last() {
        rows.write(ADVANCE, vec![Box::new(column::stored(last.position()))]);
    }
    Ok(rows.into_changes())
}

/// Has the statements of these changes prepared, sends those that go together, and gives back the others.
async fn ready(client: &Client, prepared: &mut Prepared, changes: Vec<Change>, way: Way) -> Result<Vec<Change>, Fault> {
    for change in &changes {
        prepare(client, prepared, change.sql).await?;
    }
    match way {
        Way::Together => copy_many(client, prepared, changes).await,
        Way::OneByOne => Ok(changes),
    }
}

/// What comes behind the changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    /// Their transaction is committed, sent along with them.
    Commit,
    /// Their transaction goes on.
    GoOn,
}

/// Sends these changes and what comes behind them, and waits for all answers. They are asked in order, so the first error is
/// that of the first statement that failed. A commit behind a statement that the database refused ends the transaction
/// without its changes; behind one that never left, since a value of it could not be written, a rollback goes instead.
async fn send_all(client: &Client, prepared: &Prepared, changes: &[Change], then: Then) -> Result<(), Fault> {
    let unsent = AtomicBool::new(false);
    let mut sending: Vec<_> = changes
        .iter()
        .map(|change| send(client, prepared, change, &unsent).boxed())
        .collect();
    if then == Then::Commit {
        // Looked at only after each statement before it was sent, or was not.
        let end = async {
            let word = if unsent.load(Ordering::Relaxed) {
                "rollback"
            } else {
                "commit"
            };
            Ok(client.batch_execute(word).await?)
        };
        sending.push(end.boxed());
    }
    let mut answers = stream::iter(sending).buffered(IN_FLIGHT);
    let mut first = Ok(());
    while let Some(answer) = answers.next().await {
        first = first.and(answer);
    }
    first
}

/// Copies the rows of each table that has many of them, and gives back the other changes.
async fn copy_many(client: &Client, prepared: &Prepared, changes: Vec<Change>) -> Result<Vec<Change>, Fault> {
    let mut tables: BTreeMap<&'static str, Vec<&Change>> = BTreeMap::new();
    for change in &changes {
        if let Some(copy) = change.copy {
            tables.entry(copy).or_default().push(change);
        }
    }
    tables.retain(|_, rows| rows.len() >= MANY);
    for (copy, rows) in &tables {
        self::copy(client, prepared, copy, rows).await?;
    }
    let copied: BTreeSet<&'static str> = tables.into_keys().collect();
    let left = |change: &Change| change.copy.is_none_or(|copy| !copied.contains(copy));
    Ok(changes.into_iter().filter(left).collect())
}

async fn copy(client: &Client, prepared: &Prepared, copy: &'static str, rows: &[&Change]) -> Result<(), Fault> {
    let Some(first) = rows.first() else { return Ok(()) };
    let statement = statement(prepared, first.sql)?;
    let sink = client.copy_in(copy).await?;
    let mut writer = pin!(BinaryCopyInWriter::new(sink, statement.params()));
    let blamed = |error| blame(error, first.position);
    for row in rows {
        writer.as_mut().write_raw(bound(row)).await.map_err(blamed)?;
    }
    writer.finish().await.map_err(blamed)?;
    Ok(())
}

fn statement<'a>(prepared: &'a Prepared, sql: &'static str) -> Result<&'a Statement, Fault> {
    prepared
        .get(sql)
        .ok_or(Fault::Unreadable("a statement was not prepared"))
}

fn bound(change: &Change) -> impl ExactSizeIterator<Item = &(dyn ToSql + Sync)> {
    change.values.iter().map(|value| {
        let value: &(dyn ToSql + Sync) = value.as_ref();
        value
    })
}

/// `unsent` is told of a statement that the database did not answer: it may never have left.
async fn send(client: &Client, prepared: &Prepared, change: &Change, unsent: &AtomicBool) -> Result<(), Fault> {
    let keep_back = || unsent.store(true, Ordering::Relaxed);
    let statement = statement(prepared, change.sql).inspect_err(|_missing| keep_back())?;
    let sent = client.execute_raw(statement, bound(change)).await;
    sent.map_err(|error| {
        if error.as_db_error().is_none() {
            keep_back();
        }
        blame(error, change.position)
    })?;
    Ok(())
}

/// An answer of the database that is about a statement blames its event; without one the connection is lost.
fn blame(error: tokio_postgres::Error, position: u64) -> Fault {
    if error.as_db_error().is_some_and(blames_the_statement) {
        poison(position, error.into())
    } else {
        error.into()
    }
}

/// Class 57 is an operator's doing, 40 a lost race, 53 a lack of room: the event is not to blame.
fn blames_the_statement(error: &tokio_postgres::error::DbError) -> bool {
    !["57", "40", "53", "55"]
        .iter()
        .any(|class| error.code().code().starts_with(class))
}

fn poison(position: u64, fault: Fault) -> Fault {
    Fault::Poison {
        position,
        cause: Arc::new(fault),
    }
}
