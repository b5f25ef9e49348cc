//! The PostgreSQL of this test process: the given one, or a private one that is gone with the process.

use cluster::{Cluster, Options};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use tokio::sync::OnceCell;
use tokio_postgres::Config;

/// The variable that names a server to use instead of a private one; its user must be able to create databases.
const GIVEN: &str = "TRAME_TEST_DATABASE_URL";

/// Kept for the life of the process: dropping it would stop the server under the tests that still run.
static PRIVATE: OnceCell<Cluster> = OnceCell::const_new();

/// What removes the folder when this process is gone, however it went: its standard input ends. The server itself is
/// stopped by its own watch.
const UNDERTAKER: &str = r#"
    read -r _
    while kill -0 "$1" 2>/dev/null && [ "${tries:=0}" -lt 100 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    rm -rf "$2"
"#;

/// The server's maintenance database, as a role that may create databases.
pub(crate) async fn config() -> Config {
    if let Ok(url) = std::env::var(GIVEN) {
        return url
            .parse()
            .unwrap_or_else(|error| panic!("{GIVEN} cannot be read: {error}"));
    }
    let url = PRIVATE.get_or_init(start).await.url("postgres");
    url.parse()
        .unwrap_or_else(|error| panic!("the private server has no usable address: {error}"))
}

async fn start() -> Cluster {
    let folder = tempfile::Builder::new()
        .prefix("trame-test-")
        .tempdir()
        .unwrap_or_else(|error| panic!("no folder for the test database can be made: {error}"))
        .keep();
    let options = Options {
        fast_and_loose: true,
        ..Options::default()
    };
    let cluster = Cluster::start(&folder, options).await.unwrap_or_else(|fault| {
        panic!("tests need PostgreSQL: install it (for example `apt install postgresql`) or set {GIVEN}: {fault}")
    });
    let Some(pid) = cluster.pid() else {
        panic!("the private server died at once")
    };
    watch(pid, &folder);
    cluster
}

fn watch(pid: u32, folder: &Path) {
    let watcher = Command::new("/bin/sh")
        .args(["-c", UNDERTAKER, "sh", &pid.to_string()])
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn();
    match watcher {
        // The pipe stays open as long as this process lives.
        Ok(watcher) => std::mem::forget(watcher),
        Err(error) => panic!("nothing can watch over the private server: {error}"),
    }
}
