//! Connections on which questions are asked: they find the tables of all views.

use crate::{Fault, schema};
use deadpool_postgres::Pool;
use tokio_postgres::Config;

/// A connection of such a pool; its prepared statements are kept.
pub type Client = deadpool_postgres::Client;

/// A pool whose connections find the tables of all views.
///
/// # Errors
/// When the pool cannot be made.
pub fn reading_pool(database: &Config, size: usize) -> Result<Pool, Fault> {
    let mut config = database.clone();
    let given = config
        .get_options()
        .map(|options| format!("{options} "))
        .unwrap_or_default();
    // Compiling a question takes longer than answering it.
    config.options(format!("{given}-c jit=off -c search_path={}", schema::search_path()));
    Ok(event_store::pool(&config, size)?)
}
