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
use tokio::time::timeout;
use tokio_postgres::{AsyncMessage, Client, Config, NoTls};

const RECONNECT_AFTER: Duration = Duration::from_millis(500);
/// A line on which nothing was said for so long is tried.
const TRY_EVERY: Duration = Duration::from_secs(20);
/// What takes longer than this never comes.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

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
    let connecting = timeout(ANSWER_WITHIN, database.connect(NoTls));
    let (client, mut connection) = connecting.await.map_err(|_silent| Fault::Silent)??;
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
    loop {
        let Ok(heard) = timeout(TRY_EVERY, heard.recv()).await else {
            let tried = timeout(ANSWER_WITHIN, client.batch_execute(""));
            tried.await.map_err(|_silent| Fault::Silent)??;
            continue;
        };
        match heard.as_deref() {
            Some("epoch") => rows.renew().await?,
            Some(_) => cache.clear(),
            None => return Ok(()),
        }
    }
}
