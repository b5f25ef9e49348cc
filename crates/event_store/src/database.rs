//! Making the database itself, for a private cluster that is new.

use crate::Fault;
use tokio_postgres::{Config, NoTls};

/// Makes a database of this name when the cluster has none.
///
/// `cluster`: a connection string to a database that exists, as the owner of the cluster.
///
/// # Errors
/// When the cluster cannot be reached or refuses.
pub async fn create_database(cluster: &str, name: &str) -> Result<(), Fault> {
    let config: Config = cluster.parse()?;
    let (client, connection) = config.connect(NoTls).await?;
    let connection = tokio::spawn(connection);
    let known = client
        .query_opt("select from pg_database where datname = $1", &[&name])
        .await?;
    if known.is_none() {
        client
            .batch_execute(&format!("create database \"{}\"", name.replace('"', "\"\"")))
            .await?;
    }
    drop(client);
    if let Ok(Err(error)) = connection.await {
        tracing::debug!(%error, "the connection that made the database ended badly");
    }
    Ok(())
}
