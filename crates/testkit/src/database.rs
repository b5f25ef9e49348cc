//! A database of its own for each test, copied from a migrated template.

use crate::server;
use std::thread;
use tokio_postgres::config::Host;
use tokio_postgres::{Client, Config, NoTls};
use uuid::Uuid;

const TEMPLATE: &str = "trame_test_template";
/// Copies are made one after the other: a template must not be in use while it is made.
const LOCK: i64 = 7_161_072;

/// A database that is dropped with this value.
#[derive(Debug)]
pub struct Database {
    config: Config,
    maintenance: Config,
    name: String,
}

impl Database {
    /// A migrated database with nothing in it.
    ///
    /// # Panics
    /// When PostgreSQL is missing or the migrations fail: a test cannot go on without.
    pub async fn fresh() -> Self {
        Self::made(true).await
    }

    /// A database without tables.
    ///
    /// # Panics
    /// When PostgreSQL is missing.
    pub async fn empty() -> Self {
        Self::made(false).await
    }

    async fn made(migrated: bool) -> Self {
        let maintenance = server::config().await;
        let name = format!("trame_test_{}", Uuid::new_v4().simple());
        let admin = connected(&maintenance).await;
        run(&admin, &format!("select pg_advisory_lock({LOCK})")).await;
        if migrated {
            prepare_template(&admin, &maintenance).await;
            run(&admin, &format!("create database {name} template {TEMPLATE}")).await;
            // A copy keeps the rights inside the template, not those on the database itself.
            run(
                &admin,
                &format!("grant create on database {name} to {}", event_store::ROLE),
            )
            .await;
        } else {
            run(&admin, &format!("create database {name}")).await;
        }
        let mut config = maintenance.clone();
        config.dbname(&name);
        Self {
            config,
            maintenance,
            name,
        }
    }

    /// How to connect to it as its owner.
    #[must_use]
    pub fn config(&self) -> Config {
        self.config.clone()
    }

    /// How to connect to it, in words: what a program is given.
    #[must_use]
    pub fn url(&self) -> String {
        let quoted = |text: &str| text.replace('\\', r"\\").replace('\'', r"\'");
        let mut words = Vec::new();
        for host in self.config.get_hosts() {
            let host = match host {
                Host::Tcp(name) => name.clone(),
                Host::Unix(folder) => folder.display().to_string(),
            };
            words.push(format!("host='{}'", quoted(&host)));
        }
        words.extend(self.config.get_ports().iter().map(|port| format!("port={port}")));
        words.extend(self.config.get_user().map(|user| format!("user='{}'", quoted(user))));
        let password = self.config.get_password().map(String::from_utf8_lossy);
        words.extend(password.map(|password| format!("password='{}'", quoted(&password))));
        words.push(format!("dbname='{}'", quoted(&self.name)));
        words.join(" ")
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A connection as its owner, who may do what the running program may not.
    ///
    /// # Panics
    /// When it cannot be had.
    pub async fn owner(&self) -> Client {
        connected(&self.config).await
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let (maintenance, name) = (self.maintenance.clone(), self.name.clone());
        // A thread with a runtime of its own: dropping may happen inside another.
        let dropped = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            if let Ok(runtime) = runtime {
                runtime.block_on(async {
                    run(
                        &connected(&maintenance).await,
                        &format!("drop database if exists {name} with (force)"),
                    )
                    .await;
                });
            }
        });
        // What is left over goes with the private server; a test must not fail for it.
        drop(dropped.join());
    }
}

async fn prepare_template(admin: &Client, maintenance: &Config) {
    let mut config = maintenance.clone();
    config.dbname(TEMPLATE);
    let sql = format!("select 1 from pg_database where datname = '{TEMPLATE}'");
    if admin.query(&sql, &[]).await.is_ok_and(|found| found.is_empty()) {
        run(admin, &format!("create database {TEMPLATE}")).await;
    }
    if event_store::migrate(&config).await.is_err() {
        // Left by an older state of the files.
        run(admin, &format!("drop database {TEMPLATE} with (force)")).await;
        run(admin, &format!("create database {TEMPLATE}")).await;
        if let Err(fault) = event_store::migrate(&config).await {
            panic!("the migrations fail: {fault}");
        }
    }
    // The connection of the migrations may still be on its way out.
    run(
        admin,
        &format!("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{TEMPLATE}'"),
    )
    .await;
}

async fn connected(config: &Config) -> Client {
    match config.connect(NoTls).await {
        Ok((client, connection)) => {
            tokio::spawn(connection);
            client
        }
        Err(error) => panic!("the test database cannot be reached: {error}"),
    }
}

async fn run(client: &Client, sql: &str) {
    if let Err(error) = client.batch_execute(sql).await {
        panic!("`{sql}` failed: {error:?}");
    }
}
