//! The rows of checkpoints and tiles.

use crate::Fault;
use deadpool_postgres::{GenericClient, Pool};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::ops::Range;
use tokio_postgres::Row;
use transparency::{Checkpoint, Hash, Note, PublicKey, Sabotage, Tile, Tiles, WIDTH, is_sabotaged, leaf};

const NEWEST: &str = "select size, root, signature, at from log_checkpoint order by size desc limit 1";
const WITHIN: &str = "
    select size, root, signature, at from log_checkpoint where size > $1 and size <= $2 order by size";
const TILE_ROOTS: &str = "
    select number, root from log_tile where level = $1 and number >= $2 and number < $3 order by number";
const KEEP: &str = "insert into log_checkpoint (size, root, signature, at) values ($1, $2, $3, $4)";
const KEEP_TILES: &str = "
    insert into log_tile (level, number, root)
    select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
    on conflict do nothing";

/// A checkpoint as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// How many events.
    pub size: u64,
    /// The root over their hashes.
    pub root: Hash,
    /// What the log signed it with.
    pub signature: Vec<u8>,
    /// When.
    pub at: Timestamp,
}

/// The root of a full tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TileRoot {
    /// Which tile.
    pub tile: Tile,
    /// Its root.
    pub root: Hash,
}

impl Kept {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            size: row.try_get::<_, i64>(0)?.cast_unsigned(),
            root: hash(row.try_get(1)?)?,
            signature: row.try_get(2)?,
            at: row.try_get(3)?,
        })
    }

    /// What it says, in the name of the log.
    #[must_use]
    pub fn checkpoint(&self, log: &PublicKey) -> Checkpoint {
        Checkpoint {
            origin: log.name().to_owned(),
            size: self.size,
            root: self.root,
        }
    }

    /// The same as the signed note that is handed out.
    #[must_use]
    pub fn note(&self, log: &PublicKey) -> Note {
        self.checkpoint(log).with_signature(log, self.signature.clone())
    }

    /// Whether the log signed it.
    #[must_use]
    pub fn is_signed_by(&self, log: &PublicKey) -> bool {
        self.checkpoint(log).is_signed_by(log, &self.signature) || is_sabotaged(Sabotage::SignatureUnread)
    }
}

fn hash(bytes: &[u8]) -> Result<Hash, Fault> {
    let hash = bytes.try_into();
    Ok(hash.map_err(|_other_length| event_store::Fault::Damaged("a kept root is not a hash"))?)
}

pub(crate) async fn newest(client: &impl GenericClient) -> Result<Option<Kept>, Fault> {
    client
        .query_opt(NEWEST, &[])
        .await?
        .map(|row| Kept::from_row(&row))
        .transpose()
}

/// The checkpoints with more than `after` and at most `up_to` events.
pub(crate) async fn within(client: &impl GenericClient, after: u64, up_to: u64) -> Result<Vec<Kept>, Fault> {
    let rows = client
        .query(WITHIN, &[&after.cast_signed(), &up_to.cast_signed()])
        .await?;
    rows.iter().map(Kept::from_row).collect()
}

/// The roots of full tiles of one level.
pub(crate) async fn tile_roots(
    client: &impl GenericClient,
    level: u32,
    numbers: Range<u64>,
) -> Result<Vec<TileRoot>, Fault> {
    let stored_level = i16::try_from(level).unwrap_or(i16::MAX);
    let (from, to) = (numbers.start.cast_signed(), numbers.end.cast_signed());
    let statement = client.prepare_cached(TILE_ROOTS).await?;
    let rows = client.query(&statement, &[&stored_level, &from, &to]).await?;
    let root = |row: &Row| {
        let index = row.try_get::<_, i64>(0)?.cast_unsigned();
        let tile = Tile { level, index };
        let root = hash(row.try_get(1)?)?;
        Ok(TileRoot { tile, root })
    };
    rows.iter().map(root).collect()
}

/// Keeps a checkpoint and the tiles that were filled up to it.
pub(crate) async fn keep(client: &impl GenericClient, kept: &Kept, filled: &[TileRoot]) -> Result<(), Fault> {
    let levels: Vec<i16> = filled
        .iter()
        .map(|each| i16::try_from(each.tile.level).unwrap_or(i16::MAX))
        .collect();
    let numbers: Vec<i64> = filled.iter().map(|each| each.tile.index.cast_signed()).collect();
    let roots: Vec<&[u8]> = filled.iter().map(|each| each.root.as_slice()).collect();
    client.execute(KEEP_TILES, &[&levels, &numbers, &roots]).await?;
    let (size, root) = (kept.size.cast_signed(), kept.root.as_slice());
    client.execute(KEEP, &[&size, &root, &kept.signature, &kept.at]).await?;
    Ok(())
}

/// The tiles that hold these ranges of leaves, in a tree of this size.
pub(crate) async fn tiles(pool: &Pool, ranges: &[Range<u64>], size: u64) -> Result<Tiles, Fault> {
    let needed: BTreeSet<Tile> = Tiles::needed(ranges);
    let mut tiles = Tiles::default();
    for tile in needed {
        let places = tile.places(size);
        let hashes = match tile.level.checked_sub(1) {
            None => leaves(pool, places).await?,
            Some(below) => {
                let client = pool.get().await?;
                let roots = tile_roots(&client, below, places).await?;
                roots.into_iter().map(|each| each.root).collect()
            }
        };
        tiles.put(tile, hashes);
    }
    Ok(tiles)
}

/// Hashes of leaves by their place from 0: that of position `place + 1`. Never more than a tile holds.
async fn leaves(pool: &Pool, places: Range<u64>) -> Result<Vec<Hash>, Fault> {
    let last = places.end.min(places.start.saturating_add(WIDTH));
    let hashes = event_store::hashes(pool, places.start.saturating_add(1)..=last).await?;
    Ok(hashes.iter().map(|hash| leaf(hash)).collect())
}
