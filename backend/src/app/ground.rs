//! The database under a territory: the private cluster when it has one, migrated, and nothing read of what it holds.

use crate::config::{Config, Secret};
use crate::fault::Fault;
use cluster::{Cluster, Options};
use std::time::Duration;

/// How often it is looked whether the private PostgreSQL still runs.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The database of a private cluster.
const DATABASE: &str = "trame";

/// A migrated database.
pub struct Ground {
    /// The database, as the role of the running program where that role can sign in by itself.
    pub postgres: tokio_postgres::Config,
    cluster: Option<Cluster>,
}

impl Ground {
    /// Starts the private cluster unless a database was named, and migrates.
    ///
    /// # Errors
    /// A sentence that says which part cannot be had.
    pub async fn open(config: &Config) -> Result<Self, Fault> {
        if let Some(Secret(url)) = &config.database {
            let postgres = parsed("database", url)?;
            let owner = match &config.owner {
                Some(Secret(url)) => parsed("owner", url)?,
                None => postgres.clone(),
            };
            event_store::migrate(&owner).await?;
            return Ok(Self {
                postgres,
                cluster: None,
            });
        }
        let cluster = Cluster::start(&config.data, Options::default()).await?;
        match migrated(&cluster).await {
            Ok(postgres) => Ok(Self {
                postgres,
                cluster: Some(cluster),
            }),
            Err(fault) => {
                cluster.stop().await?;
                Err(fault)
            }
        }
    }

    /// The same database as whoever may take all of it: the superuser of the private cluster, or the owner.
    ///
    /// # Errors
    /// When its address cannot be read.
    pub fn owner(&self, config: &Config) -> Result<tokio_postgres::Config, Fault> {
        match (&self.cluster, config.owner.as_ref().or(config.database.as_ref())) {
            (Some(cluster), _) => parsed("database", &cluster.url(DATABASE)),
            (None, Some(Secret(url))) => parsed("owner", url),
            (None, None) => Ok(self.postgres.clone()),
        }
    }

    /// Starts the PostgreSQL of the private cluster again whenever it ends by itself, for lack of room or of memory.
    /// Never answers; a database of one's own is somebody else's to start.
    pub async fn keep(&self) {
        let Some(cluster) = &self.cluster else {
            return std::future::pending().await;
        };
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            match cluster.revive().await {
                Ok(false) => {}
                Ok(true) => tracing::error!("PostgreSQL had ended by itself, and was started again"),
                Err(fault) => tracing::error!(%fault, "PostgreSQL has ended by itself, and does not start"),
            }
        }
    }

    /// Stops the private cluster.
    ///
    /// # Errors
    /// When it cannot be stopped.
    pub async fn close(self) -> Result<(), Fault> {
        match self.cluster {
            Some(cluster) => Ok(cluster.stop().await?),
            None => Ok(()),
        }
    }
}

async fn migrated(cluster: &Cluster) -> Result<tokio_postgres::Config, Fault> {
    event_store::create_database(&cluster.url("postgres"), DATABASE).await?;
    let mut postgres = parsed("database", &cluster.url(DATABASE))?;
    event_store::migrate(&postgres).await?;
    postgres.user(event_store::ROLE);
    Ok(postgres)
}

fn parsed(key: &str, url: &str) -> Result<tokio_postgres::Config, Fault> {
    // What the reader of URLs says may quote the password, so it is not kept.
    url.parse()
        .map_err(|_unreadable| Fault::Configuration(format!("{key}: the URL cannot be read")))
}
