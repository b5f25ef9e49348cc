//! The database itself: making one in a private cluster that is new, and tending it after much was written at once.

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

/// Drops a database, and whoever is connected to it.
///
/// # Errors
/// When the cluster cannot be reached or refuses.
pub async fn drop_database(cluster: &str, name: &str) -> Result<(), Fault> {
    let config: Config = cluster.parse()?;
    let (client, connection) = config.connect(NoTls).await?;
    let connection = tokio::spawn(connection);
    client
        .batch_execute(&format!(
            "drop database if exists \"{}\" with (force)",
            name.replace('"', "\"\"")
        ))
        .await?;
    drop(client);
    if let Ok(Err(error)) = connection.await {
        tracing::debug!(%error, "the connection that dropped the database ended badly");
    }
    Ok(())
}

/// Brings up to date what the database knows of the log's tables, as it does by itself some minutes after a large import.
///
/// # Errors
/// When the owner cannot be reached or is not the owner.
pub async fn tend_database(owner: &Config) -> Result<(), Fault> {
    let (client, connection) = owner.connect(NoTls).await?;
    let connection = tokio::spawn(connection);
    client
        .batch_execute("vacuum (analyze) event, stream, command, reservation")
        .await?;
    drop(client);
    if let Ok(Err(error)) = connection.await {
        tracing::debug!(%error, "the connection that tended the database ended badly");
    }
    Ok(())
}
