//! The life of a private cluster on a real PostgreSQL: made, refused twice, killed, taken over, far down a long path.
#![cfg(test)]

use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command, time::Duration};

use cluster::{Cluster, Fault, Options};
use tempfile::TempDir;
use tokio_postgres::SimpleQueryMessage;

fn loose() -> Options {
    Options {
        fast_and_loose: true,
        ..Options::default()
    }
}

async fn start(dir: &Path) -> Cluster {
    Cluster::start(dir, loose())
        .await
        .unwrap_or_else(|fault| panic!("{fault}"))
}

/// Runs a statement that answers one text.
async fn ask(cluster: &Cluster, statement: &str) -> String {
    let (client, connection) = tokio_postgres::connect(&cluster.url("postgres"), tokio_postgres::NoTls)
        .await
        .expect("a connection");
    let wire = tokio::spawn(connection);
    let answer = client.simple_query(statement).await.expect("an answer");
    drop(client);
    wire.await.expect("the connection's task").expect("a clean end");
    answer
        .iter()
        .find_map(|message| {
            if let SimpleQueryMessage::Row(row) = message {
                row.get(0).map(str::to_owned)
            } else {
                None
            }
        })
        .unwrap_or_default()
}

/// Waits until something is so, for a bounded time.
async fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(tokio::time::Instant::now() < deadline, "in time: {what}");
        tokio::task::yield_now().await;
    }
}

fn kill(pid: u32) {
    assert!(
        Command::new("kill")
            .args(["-9", &pid.to_string()])
            .status()
            .expect("kill")
            .success()
    );
}

fn lives(pid: u32) -> bool {
    fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

#[tokio::test]
async fn a_new_folder_becomes_a_cluster_that_keeps_what_it_was_told() {
    let dir = TempDir::new().unwrap();
    let cluster = start(dir.path()).await;
    ask(&cluster, "create table kept (word text)").await;
    ask(&cluster, "insert into kept values ('fidèle')").await;
    let pid = cluster.pid().expect("a live server");
    cluster.stop().await.unwrap();
    assert!(!lives(pid), "stopping waits until the server is gone");

    let cluster = start(dir.path()).await;
    assert_eq!(ask(&cluster, "select word from kept").await, "fidèle");
    assert_eq!(ask(&cluster, "show data_checksums").await, "on");
    assert_eq!(ask(&cluster, "show listen_addresses").await, "");
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn the_safe_mode_flushes_and_only_the_loose_one_does_not() {
    let dir = TempDir::new().unwrap();
    let cluster = Cluster::start(dir.path(), Options::default()).await.unwrap();
    assert_eq!(ask(&cluster, "show fsync").await, "on");
    assert_eq!(ask(&cluster, "show synchronous_commit").await, "on");
    assert_eq!(ask(&cluster, "show full_page_writes").await, "on");
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn folders_are_closed_to_others() {
    let dir = TempDir::new().unwrap();
    let inner = dir.path().join("data");
    let cluster = start(&inner).await;
    for folder in [inner.as_path(), &inner.join("postgres"), cluster.socket_dir()] {
        let mode = fs::metadata(folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{}", folder.display());
    }
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn a_folder_in_use_is_refused_with_the_owner_named() {
    let dir = TempDir::new().unwrap();
    let first = start(dir.path()).await;
    let refused = Cluster::start(dir.path(), loose())
        .await
        .expect_err("the folder is in use");
    assert!(
        matches!(refused, Fault::InUse { pid: Some(pid), .. } if pid == std::process::id()),
        "{refused}"
    );
    assert!(
        refused
            .to_string()
            .contains(&format!("in use by process {}", std::process::id())),
        "{refused}"
    );
    assert!(matches!(Cluster::check_free(dir.path()), Err(Fault::InUse { .. })));
    assert_eq!(ask(&first, "select 1").await, "1", "the first owner is not disturbed");
    first.stop().await.unwrap();
    Cluster::check_free(dir.path()).unwrap();
    start(dir.path()).await.stop().await.unwrap();
}

#[tokio::test]
async fn a_killed_server_starts_again_with_what_was_committed() {
    let dir = TempDir::new().unwrap();
    let cluster = Cluster::start(dir.path(), Options::default()).await.unwrap();
    ask(&cluster, "create table kept as select 7 as number").await;
    kill(cluster.pid().unwrap());
    until("the server is killed", || cluster.pid().is_none().then_some(())).await;
    drop(cluster);
    let cluster = start(dir.path()).await;
    assert_eq!(ask(&cluster, "select number from kept").await, "7");
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn a_server_whose_owner_was_killed_is_ended_and_replaced() {
    let dir = TempDir::new().unwrap();
    let cluster = start(dir.path()).await;
    ask(&cluster, "create table kept as select 8 as number").await;
    let orphan = cluster.pid().unwrap();
    // A killed owner runs no destructor and loses its lock; a copy of the folder's lock stands for that.
    fs::remove_file(dir.path().join("postgres/lock")).unwrap();
    std::mem::forget(cluster);

    let next = start(dir.path()).await;
    assert!(!lives(orphan), "the orphan is gone");
    assert_eq!(ask(&next, "select number from kept").await, "8");
    next.stop().await.unwrap();
}

/// Not a test of its own: the owner that the next test starts as a process, so that it can be killed.
#[tokio::test]
async fn owner_to_be_killed() {
    let Some(dir) = std::env::var_os("CLUSTER_OF_AN_OWNER_TO_BE_KILLED") else {
        return;
    };
    let cluster = start(Path::new(&dir)).await;
    ask(&cluster, "create table kept as select 9 as number").await;
    fs::write(Path::new(&dir).join("pid"), cluster.pid().unwrap().to_string()).unwrap();
    std::future::pending::<()>().await;
}

#[tokio::test]
async fn a_server_does_not_outlive_a_killed_owner_and_its_folder_is_free() {
    let dir = TempDir::new().unwrap();
    let mut owner = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "owner_to_be_killed"])
        .env("CLUSTER_OF_AN_OWNER_TO_BE_KILLED", dir.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let written = dir.path().join("pid");
    let server = until("the owner's server is up", || {
        fs::read_to_string(&written).ok()?.parse::<u32>().ok()
    })
    .await;
    owner.kill().unwrap();
    owner.wait().unwrap();
    until("the server is gone", || (!lives(server)).then_some(())).await;

    let next = start(dir.path()).await;
    assert_eq!(ask(&next, "select number from kept").await, "9");
    next.stop().await.unwrap();
}

#[tokio::test]
async fn a_pid_file_that_names_a_stranger_does_not_hinder() {
    let dir = TempDir::new().unwrap();
    start(dir.path()).await.stop().await.unwrap();
    let tables = dir.path().join("postgres/tables");
    let me = std::process::id();
    fs::write(
        tables.join("postmaster.pid"),
        format!("{me}\n{}\n0\n5432\n", tables.display()),
    )
    .unwrap();
    fs::create_dir_all(dir.path().join("postgres/unfinished")).unwrap();
    let cluster = start(dir.path()).await;
    assert_eq!(ask(&cluster, "select 1").await, "1");
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn a_dropped_cluster_takes_its_server_with_it() {
    let dir = TempDir::new().unwrap();
    let cluster = start(dir.path()).await;
    let pid = cluster.pid().unwrap();
    drop(cluster);
    assert!(!lives(pid));
}

#[tokio::test]
async fn a_server_that_ends_by_itself_is_started_again_when_asked() {
    let dir = TempDir::new().unwrap();
    let cluster = start(dir.path()).await;
    let first = cluster.pid().unwrap();
    assert!(!cluster.revive().await.unwrap(), "it lives");
    let killed = std::process::Command::new("kill")
        .args(["-9", &first.to_string()])
        .status();
    assert!(killed.unwrap().success());
    while cluster.pid().is_some() {
        tokio::task::yield_now().await;
    }
    assert!(cluster.revive().await.unwrap());
    assert_ne!(cluster.pid(), Some(first));
    assert_eq!(ask(&cluster, "select 1").await, "1");
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn a_long_path_gets_a_short_private_socket_folder() {
    let dir = TempDir::new().unwrap();
    let far = dir
        .path()
        .join("un-dossier-au-nom-interminable/".repeat(5))
        .join("data");
    let cluster = start(&far).await;
    assert!(
        !cluster.socket_dir().starts_with(&far),
        "{}",
        cluster.socket_dir().display()
    );
    assert_eq!(
        fs::metadata(cluster.socket_dir()).unwrap().permissions().mode() & 0o777,
        0o700
    );
    assert_eq!(ask(&cluster, "select 1").await, "1");
    let socket = cluster.socket_dir().to_owned();
    cluster.stop().await.unwrap();

    fs::set_permissions(&socket, fs::Permissions::from_mode(0o777)).unwrap();
    let refused = Cluster::start(&far, loose())
        .await
        .expect_err("an open socket folder is not trusted");
    assert!(matches!(refused, Fault::ForeignSocketFolder { .. }), "{refused}");
    fs::remove_dir_all(socket).unwrap();
}

#[tokio::test]
async fn a_folder_of_another_major_version_is_refused_with_its_version() {
    let dir = TempDir::new().unwrap();
    start(dir.path()).await.stop().await.unwrap();
    fs::write(dir.path().join("postgres/tables/PG_VERSION"), "9\n").unwrap();
    let refused = Cluster::start(dir.path(), loose())
        .await
        .expect_err("no PostgreSQL 9 here");
    assert!(refused.to_string().contains("was made by PostgreSQL 9"), "{refused}");
}
