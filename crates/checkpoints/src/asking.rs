//! What may be asked of the tree: the newest checkpoint, that an event is in it, that it grew from a smaller one.

use crate::rows::{self, Kept};
use crate::{Fault, identity};
use deadpool_postgres::Pool;
use transparency::{Hash, Note, consistency_needs, consistency_proof, inclusion_needs, inclusion_proof};

/// That an event is in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Included {
    /// The hash of the event: the leaf.
    pub hash: Hash,
    /// The proof, the nearest hash first.
    pub proof: Vec<Hash>,
}

/// The newest checkpoint, as the signed note that is handed out, and its size; none before the first.
///
/// # Errors
/// When it cannot be read.
pub async fn newest(pool: &Pool) -> Result<Option<(Kept, Note)>, Fault> {
    let Some(key) = identity::known_key(pool).await? else {
        return Ok(None);
    };
    let kept = rows::newest(&pool.get().await?).await?;
    Ok(kept.map(|kept| {
        let note = kept.note(&key);
        (kept, note)
    }))
}

async fn signed_size(pool: &Pool) -> Result<u64, Fault> {
    let kept = rows::newest(&pool.get().await?).await?;
    Ok(kept.map_or(0, |kept| kept.size))
}

/// The proof that the event at a position is among the first `size`; none when it is not, or so many were never signed.
///
/// # Errors
/// When it cannot be read.
pub async fn inclusion(pool: &Pool, position: u64, size: u64) -> Result<Option<Included>, Fault> {
    let Some(index) = position.checked_sub(1) else {
        return Ok(None);
    };
    let Some(needs) = inclusion_needs(index, size) else {
        return Ok(None);
    };
    if size > signed_size(pool).await? {
        return Ok(None);
    }
    let tiles = rows::tiles(pool, &needs, size).await?;
    let Some(proof) = inclusion_proof(index, size, &tiles)? else {
        return Ok(None);
    };
    let hashes = event_store::hashes(pool, position..=position).await?;
    Ok(hashes.first().map(|hash| Included { hash: *hash, proof }))
}

/// The proof that the first `to` events begin with the first `from`; none when they cannot, or so many were never
/// signed.
///
/// # Errors
/// When it cannot be read.
pub async fn consistency(pool: &Pool, from: u64, to: u64) -> Result<Option<Vec<Hash>>, Fault> {
    let Some(needs) = consistency_needs(from, to) else {
        return Ok(None);
    };
    if to > signed_size(pool).await? {
        return Ok(None);
    }
    let tiles = rows::tiles(pool, &needs, to).await?;
    Ok(consistency_proof(from, to, &tiles)?)
}
