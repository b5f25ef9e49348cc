//! A whole verification: the chain of the events, and every checkpoint that was ever signed. Constant memory.

use crate::rows;
use crate::{Altered, Fault, TreeCheck};
use event_store::{LogReader, Verification};
use transparency::{Checkpoint, HEIGHT, Hash, PublicKey};

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// What the chain says.
    pub chain: Verification,
    /// How many checkpoints held.
    pub checkpoints: u64,
    /// The size of the last checkpoint that held.
    pub signed: u64,
    /// The first checkpoint that does not hold.
    pub altered: Option<Altered>,
}

impl Verified {
    /// Whether everything is as it was written and signed.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.chain.ok && self.altered.is_none()
    }
}

/// Recomputes chain and tree, and compares them with all checkpoints, signed with `key`, and with the one that somebody
/// else `known`s of the log. `progress` hears now and then how many events were good so far.
///
/// # Errors
/// When the log cannot be read; a bad log is an answer, not an error.
pub async fn verify(
    log: &LogReader,
    key: Option<PublicKey>,
    known: Option<&Checkpoint>,
    progress: impl FnMut(u64) + Send,
) -> Result<Verified, Fault> {
    let client = log.pool().get().await?;
    let newest = rows::newest(&client).await?.map_or(0, |kept| kept.size);
    let newest = newest.max(known.map_or(0, |known| known.size));
    let mut check = TreeCheck::new(key);
    let mut size = 0_u64;
    let chain = log
        .verify_with(progress, async |page: &[Hash]| {
            let to = size.saturating_add(u64::try_from(page.len()).unwrap_or(u64::MAX));
            let kept = rows::within(&client, size, to).await?;
            let mut tiles = Vec::new();
            for level in 0..u64::BITS / HEIGHT {
                let reach = HEIGHT * (level + 1);
                let (from, to) = (size >> reach.min(63), to >> reach.min(63));
                if from < to {
                    tiles.extend(rows::tile_roots(&client, level, from..to).await?);
                }
            }
            check.take(page, &kept, &tiles, known);
            size = to;
            Ok::<(), Fault>(())
        })
        .await?;
    // A chain that breaks names the place by itself.
    if chain.ok {
        check.end(newest);
    }
    Ok(Verified {
        chain,
        checkpoints: check.checkpoints(),
        signed: check.good(),
        altered: check.altered().cloned(),
    })
}
