//! Connections of the running program: each takes the role that may append and may not change, before anything else.

mod dialling;

use crate::{Fault, signal};
use deadpool_postgres::{Connect, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
pub(crate) use dialling::hang_up;
use dialling::{Line, dial, longest};
use std::future::{pending, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_postgres::{AsyncMessage, Client, Config, Error};

/// The role of every running program.
pub const ROLE: &str = "trame_server";

/// How long a connection of a pool is waited for while all are at work.
pub(crate) const WAIT_WITHIN: Duration = Duration::from_secs(10);

/// How the connection that tells and hears of new positions is called, for those who look at what is connected.
pub(crate) const NEWS: &str = "trame news";

/// The same database, as the role of the running program, which hears of a server that fell silent.
#[must_use]
pub fn as_server(config: &Config) -> Config {
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
    // A machine that fell silent is noticed within half a minute; on a local socket these mean nothing.
    config.keepalives_idle(Duration::from_secs(15));
    config.keepalives_interval(Duration::from_secs(5));
    config.keepalives_retries(3);
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
    let recycling = ManagerConfig {
        recycling_method: RecyclingMethod::Fast,
    };
    Pool::builder(Manager::from_connect(as_server(config), Dialler, recycling))
        .max_size(size)
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(WAIT_WITHIN))
        .create_timeout(Some(longest(config)))
        .build()
        .map_err(|error| Fault::Pool(error.to_string()))
}

/// Makes the connections of a pool.
struct Dialler;

type Dialled<'a> = Pin<Box<dyn Future<Output = Result<(Client, JoinHandle<()>), Error>> + Send + 'a>>;

impl Connect for Dialler {
    fn connect(&self, config: &Config) -> Dialled<'_> {
        let config = config.clone();
        Box::pin(async move {
            let (client, connection) = match dial(&config).await {
                Ok(dialled) => dialled,
                Err(Some(error)) => return Err(error),
                // No host said anything: the pool's own patience ends now, and says so.
                Err(None) => return pending().await,
            };
            let line = Line::of(&config);
            let moving = tokio::spawn(async move {
                if let Some(Err(error)) = line.unless_hung_up(connection).await {
                    tracing::debug!(%error, "a connection ended");
                }
            });
            Ok((client, moving))
        })
    }
}

async fn dialled(config: &Config) -> Result<(Client, dialling::Moving), Fault> {
    dial(config)
        .await
        .map_err(|error| error.map_or(Fault::Silent, Fault::from))
}

/// What moves the bytes of a connection, in the hands of who asks: the answer then wakes no second task.
pub(crate) struct Driver {
    connection: Pin<Box<dyn Future<Output = ()> + Send>>,
    ended: bool,
}

impl Driver {
    /// Takes in what came while nobody worked on this connection, such as its end.
    pub(crate) async fn hear(&mut self) {
        poll_fn(|context| {
            if !self.ended && self.connection.as_mut().poll(context).is_ready() {
                self.ended = true;
            }
            Poll::Ready(())
        })
        .await;
    }

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
    let (client, connection) = dialled(&config).await?;
    let line = Line::of(&config);
    let connection = async move {
        if let Some(Err(error)) = line.unless_hung_up(connection).await {
            tracing::debug!(%error, "a connection ended");
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
    let (client, connection) = dialled(&as_server(config)).await?;
    let line = Line::of(config);
    tokio::spawn(async move {
        if let Some(Err(error)) = line.unless_hung_up(connection).await {
            tracing::debug!(%error, "a connection ended");
        }
    });
    Ok(client)
}

/// One connection that listens: the newest position of all notifications comes out of the second half.
pub(crate) async fn listen(config: &Config) -> Result<(Client, Heard, JoinHandle<()>), Fault> {
    let mut config = as_server(config);
    config.application_name(NEWS);
    let (client, mut connection) = dialled(&config).await?;
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
