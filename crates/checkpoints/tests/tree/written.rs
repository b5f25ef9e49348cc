//! A log as the writer leaves it, written straight into the tables.

use checkpoints::{Kept, catch_up, newest};
use deadpool_postgres::Pool;
use event_store::{LogReader, Stored};
use jiff::Timestamp;
use testkit::Database;
use tokio_postgres::Client;
use transparency::{Checkpoint, PublicKey};
use uuid::Uuid;

pub(crate) const SEED: [u8; 32] = [7; 32];

const APPEND: &str = "
    insert into event (position, id, kind, schema, stream, version, command, by, recorded_at, occurred_at, known_at,
        payload, hash)
    select position, gen, kind, 1, gen, 1, gen, gen, at, at, null, payload, hash
    from unnest($1::bigint[], $2::uuid[], $3::text[], $4::timestamptz[], $5::bytea[], $6::bytea[])
        as event (position, gen, kind, at, payload, hash)";
const TOLD: &str = "
    insert into command (id, digest, position, version, events) values (gen_random_uuid(), '', $1, 1, 1)";

pub(crate) struct Log {
    database: Database,
    pub(crate) owner: Client,
    pub(crate) reader: LogReader,
}

impl Log {
    /// With so many events, all as they must be.
    pub(crate) async fn of(events: u64) -> Self {
        let database = Database::fresh().await;
        let (owner, reader) = (database.owner().await, LogReader::new(&database.config()).unwrap());
        let log = Self {
            database,
            owner,
            reader,
        };
        log.written(0, events, "tally.counted").await;
        log
    }

    pub(crate) fn pool(&self) -> &Pool {
        self.reader.pool()
    }

    /// Connections of another process.
    pub(crate) fn other_pool(&self) -> Pool {
        event_store::pool(&self.database.config(), 3).unwrap()
    }

    /// Writes the events after a position anew, with a chain that holds.
    pub(crate) async fn written(&self, after: u64, up_to: u64, kind: &str) {
        let mut before = match after {
            0 => [0; 32],
            after => event_store::hashes(self.pool(), after..=after).await.unwrap()[0],
        };
        let at = Timestamp::from_second(1_700_000_000).unwrap();
        let (mut positions, mut ids, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
        let (mut times, mut payloads, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
        for position in after + 1..=up_to {
            let id = Uuid::from_u128(position.into());
            let event = Stored {
                position,
                id,
                kind: kind.to_owned(),
                schema: 1,
                stream: id,
                version: 1,
                command: id,
                by: id,
                recorded_at: at,
                occurred_at: at,
                known_at: None,
                payload: vec![0xa0; 20],
            };
            before = event.hash_after(&before);
            positions.push(position.cast_signed());
            ids.push(id);
            kinds.push(event.kind);
            times.push(at);
            payloads.push(event.payload);
            hashes.push(before.to_vec());
        }
        self.owner
            .execute(APPEND, &[&positions, &ids, &kinds, &times, &payloads, &hashes])
            .await
            .unwrap();
        self.owner.execute(TOLD, &[&up_to.cast_signed()]).await.unwrap();
    }

    /// What somebody with all rights does, triggers switched off.
    pub(crate) async fn meddle(&self, sql: &str) {
        let sql = format!("set session_replication_role = replica; {sql}; reset session_replication_role");
        self.owner.batch_execute(&sql).await.unwrap();
    }

    /// Signs what there is.
    pub(crate) async fn signed(&self) -> Kept {
        catch_up(self.pool(), &SEED).await.unwrap().unwrap()
    }

    /// The newest checkpoint, as whoever has the key believes it.
    pub(crate) async fn believed(&self) -> Checkpoint {
        let (_, note) = newest(self.pool()).await.unwrap().unwrap();
        Checkpoint::opened(&note, &key()).unwrap()
    }
}

pub(crate) fn key() -> PublicKey {
    checkpoints::own_key(&SEED).unwrap()
}
