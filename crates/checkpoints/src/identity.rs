//! Under which name and key the log signs: made with its first checkpoint, and the same from then on.

use crate::Fault;
use aws_lc_rs::digest::{SHA256, digest};
use deadpool_postgres::Pool;
use transparency::{Kind, PublicKey, Signer};

const KNOWN: &str = "select origin, public_key from checkpoint_key";
const NAME: &str = "insert into checkpoint_key (origin, public_key) values ($1, $2) on conflict do nothing";

/// The key that the database names; none before the first checkpoint. Whoever can write to the database can name
/// another: what the keys folder or a witness says is worth more.
///
/// # Errors
/// When it cannot be read.
pub async fn known_key(pool: &Pool) -> Result<Option<PublicKey>, Fault> {
    let client = pool.get().await?;
    let Some(row) = client.query_opt(KNOWN, &[]).await? else {
        return Ok(None);
    };
    let bytes: Vec<u8> = row.try_get(1)?;
    let bytes = bytes
        .try_into()
        .map_err(|_other_length| event_store::Fault::Damaged("the key of its checkpoints is not one"))?;
    Ok(Some(PublicKey::new(row.try_get(0)?, Kind::Log, bytes)?))
}

/// The key of a seed as the log signs with it, whatever the database says.
///
/// # Errors
/// When the cryptographic library refuses.
pub fn own_key(seed: &[u8; 32]) -> Result<PublicKey, Fault> {
    let public = Signer::public_bytes(seed)?;
    Ok(PublicKey::new(&origin(&public), Kind::Log, public)?)
}

/// The key of a seed, under the name of this log, which it gets now when it has none.
///
/// # Errors
/// When the log is signed with another key, or the database fails.
pub async fn signer(pool: &Pool, seed: &[u8; 32]) -> Result<Signer, Fault> {
    let own = own_key(seed)?;
    let named = (own.name(), own.bytes().as_slice());
    pool.get().await?.execute(NAME, &[&named.0, &named.1]).await?;
    if known_key(pool).await?.as_ref() == Some(&own) {
        Ok(Signer::from_seed(own.name(), Kind::Log, seed)?)
    } else {
        Err(Fault::OtherKey)
    }
}

/// A name that no other log has and that says nothing about the territory.
fn origin(public: &[u8; 32]) -> String {
    let named = digest(&SHA256, public);
    let hex: String = named
        .as_ref()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("trame/{hex}")
}
