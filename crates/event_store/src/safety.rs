//! Whether a PostgreSQL keeps what it confirms: asked once, before anything is served from it.

use crate::{Fault, connection};
use tokio_postgres::Config;

/// Switched off, each of these lets a power cut take what was acknowledged, or damage what is stored without a sign.
const NEEDED: &str = "
    select name from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') and setting = 'off'
    order by name";

/// The settings that are off and should not be, by their names; `data_checksums` among them.
///
/// # Errors
/// When the database cannot be asked.
pub async fn switched_off(config: &Config) -> Result<Vec<String>, Fault> {
    let client = connection::connect(config).await?;
    let rows = client.query(NEEDED, &[]).await?;
    Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
}
