//! The stored form of the keys: one wrapped key per subject, made once, destroyed once.

use crate::Fault;
use crate::cache::{Found, Held};
use crate::primitives::random;
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::secrets::Secrets;
use deadpool_postgres::Pool;
use sealed::Subject;
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};
use tokio::task::spawn_blocking;
use tokio_postgres::Row;
use uuid::Uuid;

const READ: &str = "
    select k.kind, k.id, k.epoch, k.wrapped
    from unnest($1::smallint[], $2::uuid[]) as wanted (kind, id) join subject_key k using (kind, id)";
const MAKE: &str = "
    insert into subject_key (kind, id, epoch, wrapped)
    select kind, id, $3, wrapped from unnest($1::smallint[], $2::uuid[], $4::bytea[]) as made (kind, id, wrapped)
    where exists (select from key_epoch where number = $3 and retired_at is null)
    on conflict (kind, id) do nothing returning kind, id, epoch, wrapped";
const DESTROY: &str = "
    insert into subject_key (kind, id, epoch, wrapped, forgotten_at)
    select kind, id, $3, null, now() from unnest($1::smallint[], $2::uuid[]) as forgotten (kind, id)
    on conflict (kind, id) do update set wrapped = null, forgotten_at = now() where subject_key.wrapped is not null";
/// The channel on which running programs hear of keys that were destroyed and of epochs.
pub(crate) const CHANNEL: &str = "trame_keys";

/// How many callers are served by one commit.
const TOGETHER: usize = 256;

/// The number under which a kind of subject is stored.
pub(crate) fn kind(subject: Subject) -> i16 {
    match subject {
        Subject::Person(_) => 0,
        Subject::Worker(_) => 1,
        Subject::SupportCase(_) => 2,
        Subject::Text(_) => 3,
    }
}

/// Kinds and ids, as statements take them.
fn columns(subjects: &BTreeSet<Subject>) -> (Vec<i16>, Vec<Uuid>) {
    subjects.iter().map(|subject| (kind(*subject), subject.id())).unzip()
}

pub(crate) fn subject(kind: i16, id: Uuid) -> Option<Subject> {
    match kind {
        0 => Some(Subject::Person(id)),
        1 => Some(Subject::Worker(id)),
        2 => Some(Subject::SupportCase(id)),
        3 => Some(Subject::Text(id)),
        _ => None,
    }
}

/// The epoch that this database is in.
pub(crate) async fn present_epoch(pool: &Pool) -> Result<i32, Fault> {
    let row = pool
        .get()
        .await?
        .query_one("select number from key_epoch where retired_at is null", &[])
        .await?;
    Ok(row.try_get(0)?)
}

pub(crate) async fn fingerprint(pool: &Pool) -> Result<Option<Vec<u8>>, Fault> {
    let row = pool
        .get()
        .await?
        .query_opt("select fingerprint from root_key", &[])
        .await?;
    Ok(row.map(|row| row.try_get(0)).transpose()?)
}

/// Keeps the fingerprint when none is kept, and answers the one that stands.
pub(crate) async fn keep_fingerprint(pool: &Pool, fingerprint: &[u8]) -> Result<Vec<u8>, Fault> {
    let client = pool.get().await?;
    client
        .execute(
            "insert into root_key (fingerprint) values ($1) on conflict do nothing",
            &[&fingerprint],
        )
        .await?;
    Ok(client
        .query_one("select fingerprint from root_key", &[])
        .await?
        .try_get(0)?)
}

#[derive(Clone)]
pub(crate) struct Rows {
    pool: Pool,
    secrets: Arc<Secrets>,
}

impl Rows {
    pub(crate) fn new(pool: Pool, secrets: Arc<Secrets>) -> Self {
        Self { pool, secrets }
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.pool
    }

    /// Learns of epochs that other processes began or destroyed.
    pub(crate) async fn renew(&self) -> Result<(), Fault> {
        let present = present_epoch(&self.pool).await?;
        let secrets = Arc::clone(&self.secrets);
        // The root key may lie in a service.
        spawn_blocking(move || secrets.renew(present))
            .await
            .map_err(|_ended| Fault::Closed)?
    }

    pub(crate) async fn read(&self, subjects: &BTreeSet<Subject>) -> Result<Found, Fault> {
        match self.read_once(subjects).await {
            Err(Fault::EpochUnknown { .. }) => {
                self.renew().await?;
                self.read_once(subjects).await
            }
            read => read,
        }
    }

    async fn read_once(&self, subjects: &BTreeSet<Subject>) -> Result<Found, Fault> {
        let (kinds, ids) = columns(subjects);
        let client = self.pool.get().await?;
        let statement = client.prepare_cached(READ).await?;
        self.unwrap(&client.query(&statement, &[&kinds, &ids]).await?)
    }

    /// Makes the keys that are missing, all in one commit, and answers those that stand.
    async fn make(&self, subjects: &BTreeSet<Subject>) -> Result<Found, Fault> {
        let mut found = self.make_once(subjects).await?;
        if found.len() < subjects.len() {
            // The epoch ended meanwhile: nothing more is wrapped in it.
            self.renew().await?;
            let made: BTreeSet<Subject> = found.iter().map(|(subject, _)| *subject).collect();
            found.extend(self.make_once(&subjects.difference(&made).copied().collect()).await?);
        }
        Ok(found)
    }

    async fn make_once(&self, subjects: &BTreeSet<Subject>) -> Result<Found, Fault> {
        // In the order of the set, so that two programs that make the same keys never wait for each other in a circle.
        let (kinds, ids) = columns(subjects);
        let epoch = self.secrets.epoch();
        let wrapped: Vec<Vec<u8>> = subjects
            .iter()
            .map(|subject| self.secrets.wrap(*subject, epoch, &random()?))
            .collect::<Result<_, Fault>>()?;
        let client = self.pool.get().await?;
        let statement = client.prepare_cached(MAKE).await?;
        let mut found = self.unwrap(&client.query(&statement, &[&kinds, &ids, &epoch, &wrapped]).await?)?;
        drop(client);
        if found.len() < subjects.len() {
            let made: BTreeSet<Subject> = found.iter().map(|(subject, _)| *subject).collect();
            found.extend(self.read(&subjects.difference(&made).copied().collect()).await?);
        }
        Ok(found)
    }

    /// Destroys keys, and tells the running programs. Answers how many were still there.
    pub(crate) async fn destroy(&self, subjects: &BTreeSet<Subject>) -> Result<u64, Fault> {
        if subjects.is_empty() || is_sabotaged(Sabotage::KeyKept) {
            return Ok(0);
        }
        let (kinds, ids) = columns(subjects);
        let mut client = self.pool.get().await?;
        let transaction = client.transaction().await?;
        let destroyed = transaction
            .execute(DESTROY, &[&kinds, &ids, &self.secrets.epoch()])
            .await?;
        transaction
            .execute("select pg_notify($1, 'forgotten')", &[&CHANNEL])
            .await?;
        transaction.commit().await?;
        Ok(destroyed)
    }

    fn unwrap(&self, rows: &[Row]) -> Result<Found, Fault> {
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(subject) = subject(row.try_get(0)?, row.try_get(1)?) else {
                continue;
            };
            let held = match row.try_get::<_, Option<&[u8]>>(3)? {
                Some(wrapped) => Held::Key(Arc::new(self.secrets.unwrap(subject, row.try_get(2)?, wrapped)?)),
                None => Held::Forgotten,
            };
            found.push((subject, held));
        }
        Ok(found)
    }
}

struct Wish {
    subjects: BTreeSet<Subject>,
    reply: oneshot::Sender<Result<Found, Fault>>,
}

/// Makes keys for many callers at once: one flush for all that wait.
#[derive(Clone)]
pub(crate) struct Maker(mpsc::Sender<Wish>);

impl Maker {
    pub(crate) async fn make(&self, subjects: BTreeSet<Subject>) -> Result<Found, Fault> {
        let (reply, made) = oneshot::channel();
        if self.0.send(Wish { subjects, reply }).await.is_err() {
            return Err(Fault::Closed);
        }
        made.await.unwrap_or(Err(Fault::Closed))
    }
}

pub(crate) fn start_maker(rows: Rows) -> Maker {
    let (wishes, mut waiting) = mpsc::channel::<Wish>(TOGETHER);
    tokio::spawn(async move {
        let mut together = Vec::with_capacity(TOGETHER);
        while waiting.recv_many(&mut together, TOGETHER).await > 0 {
            let subjects = together.iter().flat_map(|wish| wish.subjects.iter().copied()).collect();
            let made = match rows.make(&subjects).await {
                // A connection that died meanwhile is replaced; keys that were made are then simply found.
                Err(Fault::Database(error)) if error.is_closed() => rows.make(&subjects).await,
                made => made,
            };
            for Wish { subjects, reply } in together.drain(..) {
                let share = made.as_ref().map(|found| {
                    found
                        .iter()
                        .filter(|(subject, _)| subjects.contains(subject))
                        .cloned()
                        .collect::<Found>()
                });
                if reply.send(share.map_err(Clone::clone)).is_err() {
                    tracing::debug!("a caller left before its keys came");
                }
            }
        }
    });
    Maker(wishes)
}
