//! News of keys from other processes: a key was destroyed, so that what is held here is dropped at once; an epoch began or
//! was destroyed, so that the folder is read again. A connection of its own; while it is down, keys are held a minute.

use crate::cache::Cache;
use crate::rows::{CHANNEL, Rows};
use crate::{Fault, Keyring};
use std::future::poll_fn;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_postgres::{AsyncMessage, Client, Config, NoTls};

const RECONNECT_AFTER: Duration = Duration::from_millis(500);

/// Ears, as long as this value lives.
#[derive(Debug)]
pub struct Listening(JoinHandle<()>);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Keyring {
    /// Hears of what other processes do to the keys, until what this answers is dropped.
    ///
    /// `database`: how to connect as the running program.
    #[must_use]
    pub fn listen(&self, database: Config) -> Listening {
        let (rows, cache) = (self.rows.clone(), Arc::clone(&self.cache));
        Listening(tokio::spawn(async move {
            loop {
                if let Err(fault) = listen_once(&database, &rows, &cache).await {
                    tracing::debug!(%fault, "listening for news of keys again");
                }
                // What was told meanwhile was missed.
                cache.clear();
                tokio::time::sleep(RECONNECT_AFTER).await;
            }
        }))
    }
}

async fn listen_once(database: &Config, rows: &Rows, cache: &Cache) -> Result<(), Fault> {
    let (client, mut connection) = database.connect(NoTls).await?;
    let (told, mut heard) = mpsc::channel(16);
    let moving = tokio::spawn(async move {
        while let Some(Ok(message)) = poll_fn(|context| connection.poll_message(context)).await {
            if let AsyncMessage::Notification(note) = message
                && told.send(note.payload().to_owned()).await.is_err()
            {
                return;
            }
        }
    });
    let listened = listened(&client, &mut heard, rows, cache).await;
    moving.abort();
    listened
}

async fn listened(
    client: &Client,
    heard: &mut mpsc::Receiver<String>,
    rows: &Rows,
    cache: &Cache,
) -> Result<(), Fault> {
    client.batch_execute(&format!("listen {CHANNEL}")).await?;
    // What happened before we listened.
    cache.clear();
    rows.renew().await?;
    while let Some(word) = heard.recv().await {
        match word.as_str() {
            "epoch" => rows.renew().await?,
            _ => cache.clear(),
        }
    }
    Ok(())
}
