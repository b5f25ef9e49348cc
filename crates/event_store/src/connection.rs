//! Connections of the running program: each takes the role that may append and may not change, before anything else.

use crate::{Fault, signal};
use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_postgres::{AsyncMessage, Client, Config, NoTls};

/// The role of every running program.
pub const ROLE: &str = "trame_server";

/// The same database, as the role of the running program.
fn as_server(config: &Config) -> Config {
    let mut config = config.clone();
    // As a start-up option, so that no session can forget it and `reset role` leads back to it.
    let given = config
        .get_options()
        .map(|options| format!("{options} "))
        .unwrap_or_default();
    config.options(format!(
        "{given}-c role={ROLE} -c idle_in_transaction_session_timeout=30s -c timezone=UTC"
    ));
    config.application_name("trame");
    // A server that fell silent is noticed within half a minute; on a local socket these mean nothing.
    config.keepalives_idle(Duration::from_secs(15));
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(Duration::from_secs(30));
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    config
}

/// A pool of connections as the running program: what projections, keys and journal work with.
///
/// # Errors
/// When the pool cannot be made.
pub fn pool(config: &Config, size: usize) -> Result<Pool, Fault> {
    let manager = Manager::from_config(
        as_server(config),
        NoTls,
        ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        },
    );
    Pool::builder(manager)
        .max_size(size)
        .build()
        .map_err(|error| Fault::Pool(error.to_string()))
}

/// What moves the bytes of a connection, in the hands of who asks: the answer then wakes no second task.
pub(crate) struct Driver {
    connection: Pin<Box<dyn Future<Output = ()> + Send>>,
    ended: bool,
}

impl Driver {
    /// Does work on this connection.
    pub(crate) async fn run<T>(&mut self, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        poll_fn(|context| {
            // First what the work asks is put together, then sent and answered, then the work goes on with the answer.
            if let Poll::Ready(done) = work.as_mut().poll(context) {
                return Poll::Ready(done);
            }
            if !self.ended && self.connection.as_mut().poll(context).is_ready() {
                self.ended = true;
            }
            work.as_mut().poll(context)
        })
        .await
    }
}

/// One connection as the running program, moved by whoever works with it.
///
/// # Errors
/// When it cannot be had.
pub(crate) async fn connect_driven(config: &Config) -> Result<(Client, Driver), Fault> {
    let mut config = as_server(config);
    // The same few statements again and again: they are planned once, not for the arrays of each batch.
    let given = config.get_options().unwrap_or_default().to_owned();
    config.options(format!("{given} -c plan_cache_mode=force_generic_plan"));
    let (client, connection) = config.connect(NoTls).await?;
    let connection = async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "the connection of the writer ended");
        }
    };
    let driver = Driver {
        connection: Box::pin(connection),
        ended: false,
    };
    Ok((client, driver))
}

/// The newest position that was heard of.
pub(crate) type Heard = watch::Receiver<u64>;

/// One connection as the running program, apart from any pool.
///
/// # Errors
/// When it cannot be had.
pub async fn connect(config: &Config) -> Result<Client, Fault> {
    let (client, connection) = as_server(config).connect(NoTls).await?;
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended");
        }
    });
    Ok(client)
}

/// One connection that listens: the newest position of all notifications comes out of the second half.
pub(crate) async fn listen(config: &Config) -> Result<(Client, Heard, JoinHandle<()>), Fault> {
    let (client, mut connection) = as_server(config).connect(NoTls).await?;
    let (heard, hear) = watch::channel(0);
    let task = tokio::spawn(async move {
        loop {
            match poll_fn(|context| connection.poll_message(context)).await {
                Some(Ok(AsyncMessage::Notification(note))) => {
                    if let Ok(position) = note.payload().parse() {
                        signal::advance(&heard, position);
                    }
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return,
            }
        }
    });
    Ok((client, hear, task))
}
