//! Two PostgreSQL on one machine: what the first writes the second receives, and it takes the place of the first when that
//! dies, freezes, or loses its line to the second before it dies.

use super::{DATA, Machine, children, kill, send};
use anyhow::{Context, ensure};
use cluster::Server;
use rustix::process::Signal;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::Write;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::time::{Duration, Instant};
use tokio::time::sleep;
use tokio_postgres::{Client, Config, NoTls};

/// Where the second lies, until it is the first.
const OTHER: &str = "other";
/// The name under which the standby is known to who waits for it.
const NAME: &str = "second";
const WITHIN: Duration = Duration::from_secs(60);
const LOOK_AGAIN: Duration = Duration::from_millis(20);

impl Machine {
    /// Makes a standby of the PostgreSQL that runs. It waits for it at each commit, when that is asked: then no
    /// acknowledged event is at one place only.
    pub(crate) async fn add_standby(&mut self, waited_for: bool) -> anyhow::Result<()> {
        let first = self.cluster()?;
        let socket = first.socket_dir().to_owned();
        let place = if socket.starts_with(self.folder.path().join(DATA)) {
            OTHER
        } else {
            DATA
        };
        let home = self.folder.path().join(place).join("postgres");
        let tables = home.join("tables");
        if tables.exists() {
            fs::remove_dir_all(&tables)?;
        }
        DirBuilder::new().recursive(true).mode(0o700).create(&home)?;
        let server = Server {
            hosts: vec![socket.display().to_string()],
            ports: vec![first.port()],
            user: "postgres".to_owned(),
            password: None,
        };
        cluster::back_up(None, &server, &tables).await?;
        follows(&tables, &socket, first.port())?;
        self.standby = Some(self.start(place).await?);
        let owner = self.owner().await?;
        let names = if waited_for {
            format!("FIRST 1 ({NAME})")
        } else {
            String::new()
        };
        owner
            .batch_execute(&format!("alter system set synchronous_standby_names = '{names}'"))
            .await?;
        owner.batch_execute("select pg_reload_conf()").await?;
        let wanted = if waited_for { "sync" } else { "async" };
        let state =
            "select 1 from pg_stat_replication where application_name = $1 and state = 'streaming' and sync_state = $2";
        let begun = Instant::now();
        while owner.query_opt(state, &[&NAME, &wanted]).await?.is_none() {
            ensure!(begun.elapsed() < WITHIN, "the standby does not follow");
            sleep(LOOK_AGAIN).await;
        }
        Ok(())
    }

    async fn at_standby(&self) -> anyhow::Result<Client> {
        let standby = self.standby.as_ref().context("there is no standby")?;
        let config: Config = standby.url("postgres").parse()?;
        let (client, connection) = config.connect(NoTls).await?;
        tokio::spawn(connection);
        Ok(client)
    }

    /// The standby receives nothing any more.
    pub(crate) async fn cut_the_line(&self) -> anyhow::Result<()> {
        let standby = self.at_standby().await?;
        standby.batch_execute("alter system set primary_conninfo = ''").await?;
        standby.batch_execute("select pg_reload_conf()").await?;
        let begun = Instant::now();
        while standby
            .query_opt("select 1 from pg_stat_wal_receiver", &[])
            .await?
            .is_some()
        {
            ensure!(begun.elapsed() < WITHIN, "the standby still receives");
            sleep(LOOK_AGAIN).await;
        }
        Ok(())
    }

    /// The first stops in the middle of whatever it does, and lets nobody go.
    pub(crate) fn freeze_postgres(&mut self) -> anyhow::Result<()> {
        let cluster = self.cluster.take().context("PostgreSQL does not run")?;
        let head = cluster.pid().context("PostgreSQL is gone already")?;
        send(head, Signal::STOP)?;
        for each in children(head)? {
            send(each, Signal::STOP)?;
        }
        self.frozen = Some(cluster);
        Ok(())
    }

    /// Ends the one that froze, as whoever finds it does.
    pub(crate) fn bury_postgres(&mut self) -> anyhow::Result<()> {
        match self.frozen.take() {
            Some(cluster) => kill(cluster),
            None => Ok(()),
        }
    }

    /// The standby takes the place of the first.
    pub(crate) async fn promote(&mut self) -> anyhow::Result<()> {
        let promoted = self
            .at_standby()
            .await?
            .query_one("select pg_promote(true, 60)", &[])
            .await?;
        ensure!(promoted.try_get::<_, bool>(0)?, "the standby was not promoted");
        self.cluster = self.standby.take();
        Ok(())
    }
}

/// Makes a copy of a PostgreSQL follow it.
fn follows(tables: &Path, socket: &Path, port: u16) -> anyhow::Result<()> {
    fs::write(tables.join("standby.signal"), "")?;
    let mut settings = OpenOptions::new()
        .append(true)
        .create(true)
        .open(tables.join("postgresql.auto.conf"))?;
    let socket = socket.display();
    writeln!(settings, "synchronous_standby_names = ''")?;
    writeln!(
        settings,
        "primary_conninfo = 'host={socket} port={port} user=postgres application_name={NAME}'"
    )?;
    Ok(())
}
