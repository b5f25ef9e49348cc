//! Which host of a database is spoken to, and when all that was begun with it is given up.
//!
//! A connection string may name several hosts, of which one takes writes (`target_session_attrs=read-write`): after a
//! failover it is another one. A host that is frozen lets nobody in and refuses nobody: it is passed over after a while.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::timeout;
use tokio_postgres::config::Host;
use tokio_postgres::tls::NoTlsStream;
use tokio_postgres::{Client, Config, Connection, Error, NoTls, Socket};

/// How long one host may take to let somebody in.
const LET_IN_WITHIN: Duration = Duration::from_secs(5);

/// What moves the bytes of a connection.
pub(super) type Moving = Connection<Socket, NoTlsStream>;

/// All connections of this process to one database.
#[derive(Clone)]
pub(super) struct Line(Arc<Hosts>);

struct Hosts {
    /// The host that let us in last: it is asked first.
    last: AtomicUsize,
    /// Grows when the database fell silent.
    silences: watch::Sender<u64>,
}

/// The lines of this process, by hosts and database.
static LINES: LazyLock<Mutex<BTreeMap<String, Line>>> = LazyLock::new(Mutex::default);

impl Line {
    pub(super) fn of(config: &Config) -> Self {
        let name = format!(
            "{:?} {:?} {:?} {:?}",
            config.get_hosts(),
            config.get_hostaddrs(),
            config.get_ports(),
            config.get_dbname()
        );
        let mut lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || {
            Self(Arc::new(Hosts {
                last: AtomicUsize::new(0),
                silences: watch::Sender::new(0),
            }))
        };
        lines.entry(name).or_insert_with(new).clone()
    }

    /// Moves a connection until it ends; nothing when it was hung up.
    pub(super) async fn unless_hung_up<T>(&self, connection: impl Future<Output = T>) -> Option<T> {
        let mut silences = self.0.silences.subscribe();
        tokio::select! {
            ended = connection => Some(ended),
            _ = silences.changed() => None,
        }
    }
}

/// Ends every connection to this database that was made before: it has not said a word for long, and whoever waits on one
/// hears of it now instead of never.
pub(crate) fn hang_up(config: &Config) {
    tracing::warn!("the database does not answer: all connections to it are given up, and made again");
    Line::of(config)
        .0
        .silences
        .send_modify(|silences| *silences = silences.wrapping_add(1));
}

/// How long [`dial`] takes at most.
pub(super) fn longest(config: &Config) -> Duration {
    let hosts = u32::try_from(config.get_hosts().len().max(1)).unwrap_or(1);
    LET_IN_WITHIN
        .saturating_mul(hosts)
        .saturating_add(Duration::from_secs(1))
}

/// Connects to the first host that lets us in. Fails with what the last of them said, or with nothing when it kept silent.
pub(super) async fn dial(config: &Config) -> Result<(Client, Moving), Option<Error>> {
    let line = Line::of(config);
    let hosts = hosts(config);
    let first = line.0.last.load(Ordering::Relaxed);
    let mut said = None;
    for at in (0..hosts.len()).map(|step| first.wrapping_add(step) % hosts.len().max(1)) {
        let Some(host) = hosts.get(at) else { continue };
        match timeout(LET_IN_WITHIN, host.connect(NoTls)).await {
            Ok(Ok(connected)) => {
                line.0.last.store(at, Ordering::Relaxed);
                return Ok(connected);
            }
            Ok(Err(error)) => said = Some(error),
            Err(_silent) => {}
        }
    }
    Err(said)
}

/// The same database at each of its hosts.
fn hosts(config: &Config) -> Vec<Config> {
    if config.get_hosts().len() < 2 || !config.get_hostaddrs().is_empty() {
        return vec![config.clone()];
    }
    let ports = config.get_ports();
    let port = |at| ports.get(at).or_else(|| ports.first()).copied();
    let at = |(at, host): (usize, &Host)| {
        let mut one = without_hosts(config);
        match host {
            Host::Tcp(name) => one.host(name),
            Host::Unix(folder) => one.host_path(folder),
        };
        if let Some(port) = port(at) {
            one.port(port);
        }
        one
    };
    config.get_hosts().iter().enumerate().map(at).collect()
}

fn without_hosts(config: &Config) -> Config {
    let mut one = Config::new();
    one.ssl_mode(config.get_ssl_mode())
        .ssl_negotiation(config.get_ssl_negotiation())
        .channel_binding(config.get_channel_binding())
        .target_session_attrs(config.get_target_session_attrs())
        .keepalives(config.get_keepalives())
        .keepalives_idle(config.get_keepalives_idle());
    if let Some(user) = config.get_user() {
        one.user(user);
    }
    if let Some(password) = config.get_password() {
        one.password(password);
    }
    if let Some(name) = config.get_dbname() {
        one.dbname(name);
    }
    if let Some(options) = config.get_options() {
        one.options(options);
    }
    if let Some(name) = config.get_application_name() {
        one.application_name(name);
    }
    if let Some(within) = config.get_connect_timeout() {
        one.connect_timeout(*within);
    }
    if let Some(within) = config.get_tcp_user_timeout() {
        one.tcp_user_timeout(*within);
    }
    if let Some(every) = config.get_keepalives_interval() {
        one.keepalives_interval(every);
    }
    if let Some(times) = config.get_keepalives_retries() {
        one.keepalives_retries(times);
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_host_of_a_database_is_the_same_database() {
        let config: Config = "host=/run/one,two.example port=5432,5433 user=u password=p dbname=d \
                              target_session_attrs=read-write connect_timeout=3"
            .parse()
            .unwrap();
        let each = hosts(&config);
        let one = |text: &str| text.parse::<Config>().unwrap();
        let rest = "user=u password=p dbname=d target_session_attrs=read-write connect_timeout=3";
        assert_eq!(
            each,
            [
                one(&format!("host=/run/one port=5432 {rest}")),
                one(&format!("host=two.example port=5433 {rest}"))
            ]
        );
        let single = one("host=/run/one user=u dbname=d");
        assert_eq!(hosts(&single), [single]);
    }

    #[tokio::test]
    async fn whoever_waits_on_a_silent_database_hears_of_it() {
        let config: Config = "host=/run/nowhere dbname=silent".parse().unwrap();
        let line = Line::of(&config);
        let waiting = tokio::spawn(async move { line.unless_hung_up(std::future::pending::<()>()).await });
        tokio::task::yield_now().await;
        hang_up(&config);
        assert_eq!(waiting.await.unwrap(), None);
    }
}
