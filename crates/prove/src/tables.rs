//! An invented log, tampered with or not, written into a real database as it is: triggers off, as who owns it can.

use crate::world::Image;
use event_store::LogReader;
use testkit::Database;
use tokio_postgres::{Client, Error};

const EMPTY: &str = "truncate event, command, log_checkpoint, log_tile";
const EVENTS: &str = "
    insert into event (position, id, kind, schema, stream, version, command, by, recorded_at, occurred_at, known_at,
        payload, hash)
    select * from unnest($1::bigint[], $2::uuid[], $3::text[], $4::smallint[], $5::uuid[], $6::bigint[], $7::uuid[],
        $8::uuid[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::bytea[], $13::bytea[])";
const TOLD: &str = "
    insert into command (id, digest, position, version, events)
    values (gen_random_uuid(), '', $1, 1, 1)";
const KEPT: &str = "
    insert into log_checkpoint (size, root, signature, at)
    select size, root, signature, now() from unnest($1::bigint[], $2::bytea[], $3::bytea[]) as k (size, root, signature)";
const TILES: &str = "
    insert into log_tile (level, number, root) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])";

/// Rows that are sent at once.
const BATCH: usize = 10_000;

/// A database that holds one image after the other.
pub(crate) struct Tables {
    owner: Client,
    pub(crate) log: LogReader,
    _database: Database,
}

impl Tables {
    pub(crate) async fn new() -> anyhow::Result<Self> {
        let database = Database::fresh().await;
        let owner = database.owner().await;
        owner.batch_execute("set session_replication_role = replica").await?;
        Ok(Self {
            owner,
            log: LogReader::new(&database.config())?,
            _database: database,
        })
    }

    /// Holds this image and nothing else.
    ///
    /// # Errors
    /// When the database refuses it, or fails.
    pub(crate) async fn hold(&self, image: &Image) -> Result<(), Error> {
        self.owner.batch_execute(EMPTY).await?;
        for rows in image.rows.chunks(BATCH) {
            macro_rules! column {
                ($field:ident) => {
                    rows.iter().map(|row| row.event.$field).collect::<Vec<_>>()
                };
            }
            let positions: Vec<i64> = rows.iter().map(|row| row.event.position.cast_signed()).collect();
            let kinds: Vec<&str> = rows.iter().map(|row| row.event.kind.as_str()).collect();
            let schemas: Vec<i16> = rows.iter().map(|row| row.event.schema.cast_signed()).collect();
            let versions: Vec<i64> = rows.iter().map(|row| row.event.version.cast_signed()).collect();
            let payloads: Vec<&[u8]> = rows.iter().map(|row| row.event.payload.as_slice()).collect();
            let hashes: Vec<&[u8]> = rows.iter().map(|row| row.hash.as_slice()).collect();
            let (ids, streams, commands, by) = (column!(id), column!(stream), column!(command), column!(by));
            let (recorded, occurred, known) = (column!(recorded_at), column!(occurred_at), column!(known_at));
            self.owner
                .execute(
                    EVENTS,
                    &[
                        &positions, &ids, &kinds, &schemas, &streams, &versions, &commands, &by, &recorded, &occurred,
                        &known, &payloads, &hashes,
                    ],
                )
                .await?;
        }
        self.owner.execute(TOLD, &[&image.told.cast_signed()]).await?;
        let sizes: Vec<i64> = image.kept.iter().map(|kept| kept.size.cast_signed()).collect();
        let roots: Vec<&[u8]> = image.kept.iter().map(|kept| kept.root.as_slice()).collect();
        let signatures: Vec<&[u8]> = image.kept.iter().map(|kept| kept.signature.as_slice()).collect();
        self.owner.execute(KEPT, &[&sizes, &roots, &signatures]).await?;
        let levels: Vec<i16> = image
            .tiles
            .iter()
            .map(|each| i16::try_from(each.tile.level).unwrap_or(i16::MAX))
            .collect();
        let numbers: Vec<i64> = image.tiles.iter().map(|each| each.tile.index.cast_signed()).collect();
        let roots: Vec<&[u8]> = image.tiles.iter().map(|each| each.root.as_slice()).collect();
        self.owner.execute(TILES, &[&levels, &numbers, &roots]).await?;
        Ok(())
    }
}
