//! Epochs: a new one begins, every living key is wrapped again in it, the one before is retired and, after the shred
//! horizon, destroyed. Each step may be cut off by a crash and asked again; servers go on meanwhile.

use crate::folder::{destroy, epoch_file, make_epoch, wrap_again};
use crate::rows::{self, CHANNEL};
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::{Fault, Keyring};
use deadpool_postgres::{ClientWrapper, Object};
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio_postgres::error::SqlState;
use uuid::Uuid;

/// Two programs never rotate at once; the lock ends with the connection.
const LOCK: i64 = 7_161_077;
/// How many keys are wrapped again in one commit.
const TOGETHER: i64 = 2_000;

const EPOCHS: &str = "
    select e.number, e.begun_at, e.retired_at, e.destroyed_at, count(k.id)
    from key_epoch e left join subject_key k on k.epoch = e.number and k.wrapped is not null
    group by e.number order by e.number";
const OLD: &str = "
    select kind, id, epoch, wrapped from subject_key
    where wrapped is not null and epoch <> $1 and (kind, id) > ($2, $3) order by kind, id limit $4";
const WRAPPED_AGAIN: &str = "
    update subject_key k set epoch = $1, wrapped = again.wrapped
    from unnest($2::smallint[], $3::uuid[], $4::integer[], $5::bytea[]) as again (kind, id, was, wrapped)
    where k.kind = again.kind and k.id = again.id and k.epoch = again.was and k.wrapped is not null";
const DUE: &str = "
    select number from key_epoch
    where destroyed_at is null and retired_at <= now() - make_interval(secs => $1) order by number";

/// An epoch of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Epoch {
    /// Its number, from 1.
    pub number: i32,
    /// Since when keys are wrapped in it.
    pub begun_at: Timestamp,
    /// Since when none is.
    pub retired_at: Option<Timestamp>,
    /// Since when none of its copies opens.
    pub destroyed_at: Option<Timestamp>,
    /// How many living keys are wrapped in it.
    pub keys: u64,
    /// Whether its key lies in the keys folder.
    pub in_folder: bool,
}

/// What a rotation came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The present epoch.
    pub epoch: i32,
    /// Whether it was begun now; else an earlier rotation was brought to its end.
    pub begun: bool,
    /// How many keys were wrapped again.
    pub keys: u64,
}

impl Keyring {
    /// All epochs, the first one first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn epochs(&self) -> Result<Vec<Epoch>, Fault> {
        let rows = self.rows.pool().get().await?.query(EPOCHS, &[]).await?;
        let mut epochs = Vec::with_capacity(rows.len());
        for row in rows {
            let number = row.try_get(0)?;
            epochs.push(Epoch {
                number,
                begun_at: row.try_get(1)?,
                retired_at: row.try_get(2)?,
                destroyed_at: row.try_get(3)?,
                keys: row.try_get::<_, i64>(4)?.cast_unsigned(),
                in_folder: epoch_file(self.secrets.folder(), number).exists(),
            });
        }
        Ok(epochs)
    }

    /// Begins a new epoch and wraps every living key again in it; an earlier rotation that was cut off is brought to its
    /// end instead. Keys themselves stay the same, so whoever holds some goes on. `told`: how many so far.
    ///
    /// # Errors
    /// When another program rotates, or the world failed; asked again, it goes on where it stopped.
    pub async fn rotate(&self, mut told: impl FnMut(u64)) -> Result<Rotation, Fault> {
        let mut client = self.alone().await?;
        let present = rows::present_epoch(self.rows.pool()).await?;
        let unfinished = self
            .epochs()
            .await?
            .iter()
            .any(|epoch| epoch.number != present && epoch.keys > 0);
        let epoch = if unfinished { present } else { present.saturating_add(1) };
        if !unfinished {
            // The key is on the disk before anything can depend on it; one that a crash left is taken.
            self.in_folder(move |folder, root| make_epoch(folder, root, epoch).map(drop))
                .await?;
            let transaction = client.transaction().await?;
            let retire = "update key_epoch set retired_at = now() where number = $1";
            transaction.execute(retire, &[&present]).await?;
            transaction
                .execute("insert into key_epoch (number) values ($1)", &[&epoch])
                .await?;
            transaction
                .execute("select pg_notify($1, 'epoch')", &[&CHANNEL])
                .await?;
            transaction.commit().await?;
        }
        self.rows.renew().await?;
        // Whoever was still making keys in the epoch before is waited for; after this nobody can.
        let transaction = client.transaction().await?;
        transaction
            .batch_execute("lock table subject_key in share mode")
            .await?;
        transaction.commit().await?;
        let keys = self.wrap_all_again(&client, epoch, &mut told).await?;
        Ok(Rotation {
            epoch,
            begun: !unfinished,
            keys,
        })
    }

    async fn wrap_all_again(
        &self,
        client: &ClientWrapper,
        epoch: i32,
        told: &mut impl FnMut(u64),
    ) -> Result<u64, Fault> {
        let mut last = (-1_i16, Uuid::nil());
        let mut keys: u64 = 0;
        loop {
            let old = client.query(OLD, &[&epoch, &last.0, &last.1, &TOGETHER]).await?;
            let (mut kinds, mut ids, mut was, mut wrapped) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
            for row in &old {
                let (kind, id, before): (i16, Uuid, i32) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
                last = (kind, id);
                let subject = rows::subject(kind, id).ok_or(Fault::Unwrap)?;
                let key = self.secrets.unwrap(subject, before, row.try_get(3)?)?;
                kinds.push(kind);
                ids.push(id);
                was.push(before);
                wrapped.push(self.secrets.wrap(subject, epoch, &key)?);
            }
            if old.is_empty() {
                return Ok(keys);
            }
            // A key that is destroyed at this moment stays destroyed.
            keys = keys.saturating_add(
                client
                    .execute(WRAPPED_AGAIN, &[&epoch, &kinds, &ids, &was, &wrapped])
                    .await?,
            );
            told(keys);
        }
    }

    /// Destroys the keys of the epochs that were retired so long ago: whatever was wrapped in them opens nowhere any
    /// more. Answers which.
    ///
    /// # Errors
    /// When keys still hang on one of them: then it stays.
    pub async fn destroy_retired(&self, horizon: Duration) -> Result<Vec<i32>, Fault> {
        let mut client = self.alone().await?;
        let mut destroyed = Vec::new();
        for row in client.query(DUE, &[&horizon.as_secs_f64()]).await? {
            let epoch: i32 = row.try_get(0)?;
            let transaction = client.transaction().await?;
            transaction
                .batch_execute("lock table subject_key in share mode")
                .await?;
            let count = "select count(*) from subject_key where epoch = $1 and wrapped is not null";
            let keys: i64 = transaction.query_one(count, &[&epoch]).await?.try_get(0)?;
            if keys > 0 {
                return Err(Fault::EpochInUse {
                    epoch,
                    keys: keys.cast_unsigned(),
                });
            }
            // First the key, then the word that it is gone: a crash between them is made good by asking again.
            if !is_sabotaged(Sabotage::EpochKept) {
                self.in_folder(move |folder, _| destroy(&epoch_file(folder, epoch)))
                    .await?;
            }
            let tell = "update key_epoch set destroyed_at = now() where number = $1";
            transaction.execute(tell, &[&epoch]).await?;
            transaction
                .execute("select pg_notify($1, 'epoch')", &[&CHANNEL])
                .await?;
            transaction.commit().await?;
            destroyed.push(epoch);
        }
        self.rows.renew().await?;
        Ok(destroyed)
    }

    /// Begins with a new root key, and wraps again all that the one before wrapped.
    ///
    /// # Errors
    /// When the root key is not ours to replace, or the world failed; asked again, it goes on where it stopped.
    pub async fn rotate_root(&self) -> Result<(), Fault> {
        let client = self.alone().await?;
        self.in_folder(|folder, root| {
            root.rotate()?;
            wrap_again(folder, root)?;
            root.settle()
        })
        .await?;
        self.rows.renew().await?;
        client.execute("select pg_notify($1, 'epoch')", &[&CHANNEL]).await?;
        Ok(())
    }

    /// A connection that holds the lock of rotations; it ends with the value. One that ended a moment ago is waited for.
    async fn alone(&self) -> Result<ClientWrapper, Fault> {
        let client = Object::take(self.rows.pool().get().await?);
        client.batch_execute("set lock_timeout = '5s'").await?;
        match client.execute("select pg_advisory_lock($1)", &[&LOCK]).await {
            Ok(_) => {}
            Err(error) if error.code() == Some(&SqlState::LOCK_NOT_AVAILABLE) => return Err(Fault::Rotating),
            Err(error) => return Err(error.into()),
        }
        client.batch_execute("reset lock_timeout").await?;
        Ok(client)
    }

    /// Work on the keys folder with the root key, which may lie in a service.
    async fn in_folder<T: Send + 'static>(
        &self,
        work: impl FnOnce(&std::path::Path, &dyn crate::root::RootKey) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let secrets = Arc::clone(&self.secrets);
        let done = spawn_blocking(move || {
            let root = secrets.source().open(secrets.folder(), true)?;
            work(secrets.folder(), root.as_ref())
        });
        done.await.map_err(|_ended| Fault::Closed)?
    }
}
