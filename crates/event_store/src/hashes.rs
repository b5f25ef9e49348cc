//! The hashes of the events alone, as they are written: what the tree over the log is made of.

use crate::Fault;
use deadpool_postgres::Pool;
use std::ops::RangeInclusive;

const HASHES: &str = "select position, hash from event where position between $1 and $2 order by position";

/// The hashes at these positions, which must all be there.
///
/// # Errors
/// When they cannot be read, one is missing, or one is not a hash.
pub async fn hashes(pool: &Pool, positions: RangeInclusive<u64>) -> Result<Vec<[u8; 32]>, Fault> {
    let client = pool.get().await?;
    let statement = client.prepare_cached(HASHES).await?;
    let (first, last) = (positions.start().cast_signed(), positions.end().cast_signed());
    let rows = client.query(&statement, &[&first, &last]).await?;
    let mut hashes = Vec::with_capacity(rows.len());
    let mut expected = positions;
    for row in &rows {
        let position = row.try_get::<_, i64>(0)?.cast_unsigned();
        if expected.next() != Some(position) {
            return Err(Fault::Damaged("an event is missing"));
        }
        let hash = row.try_get::<_, &[u8]>(1)?.try_into();
        hashes.push(hash.map_err(|_other_length| Fault::Damaged("an event has no hash"))?);
    }
    if expected.next().is_some() {
        return Err(Fault::Damaged("an event is missing"));
    }
    Ok(hashes)
}
