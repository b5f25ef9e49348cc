//! What a measure does to the database on purpose: takes the signal away, and holds a transaction open beside the log.

use crate::Fault;
use crate::connection::NEWS;
use tokio_postgres::{Client, Config, NoTls};

const TELLING: &str = "select pid from pg_stat_activity where datname = current_database() and application_name = $1";
const CUT: &str = "
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = $1 and pid <> all($2)";

/// A connection of the owner, for measures only.
pub struct Disturbance {
    client: Client,
}

impl Disturbance {
    /// Connects as the owner.
    ///
    /// # Errors
    /// When the owner cannot connect.
    pub async fn open(owner: &Config) -> Result<Self, Fault> {
        let (client, connection) = owner.connect(NoTls).await?;
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection that disturbs ended");
            }
        });
        Ok(Self { client })
    }

    /// The connections on which processes tell and hear of new positions.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn telling(&self) -> Result<Vec<i32>, Fault> {
        let rows = self.client.query(TELLING, &[&NEWS]).await?;
        Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
    }

    /// Ends all of these connections but some.
    ///
    /// # Errors
    /// When the owner may not.
    pub async fn cut_all_but(&self, kept: &[i32]) -> Result<(), Fault> {
        self.client.execute(CUT, &[&NEWS, &kept]).await?;
        Ok(())
    }

    /// Begins a transaction that writes elsewhere and stays open until this is dropped: nothing of it remains.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn write_and_stay(&self) -> Result<(), Fault> {
        let begun = "set idle_in_transaction_session_timeout = 0; begin; create schema bench_foreign";
        Ok(self.client.batch_execute(begun).await?)
    }
}
