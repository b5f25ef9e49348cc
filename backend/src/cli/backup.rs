//! `trame backup` and `trame restore`: the whole database into a folder and back, checked on the way. The keys never lie
//! in it: without the keys folder a backup opens nothing.

mod label;
mod restore;

pub(super) use restore::Restore;

use super::say;
use crate::app::Territory;
use crate::config::Config;
use anyhow::{Context, bail};
use clap::Args;
use cluster::Server;
use label::{Contents, Label};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use tokio_postgres::config::Host;

/// The tables inside a backup.
const TABLES: &str = "tables";

/// Take the whole database into a folder: a base backup with its WAL, the newest signed checkpoint, and a seal that only
/// this Trame can make.
///
/// The keys folder is never in it: back that one up apart, without `root.key`, for as many days as the shred horizon. A
/// private data folder that is being served is named by its database: TRAME_DATABASE and TRAME_KEYS.
#[derive(Args)]
pub(super) struct Backup {
    /// The folder to make.
    #[arg(value_name = "DIR", required_unless_present = "pgbackrest")]
    dir: Option<PathBuf>,
    /// Let pgBackRest do it instead, for a database of your own: the name of its stanza.
    #[arg(long, value_name = "STANZA", conflicts_with = "dir")]
    pgbackrest: Option<String>,
}

impl Backup {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let territory = Territory::open(&config).await?;
        let done = match (&self.dir, &self.pgbackrest) {
            (Some(dir), _) => into(&territory, &config, dir).await,
            (None, Some(stanza)) => by_pgbackrest(&territory, &config, stanza).await,
            (None, None) => Ok(()),
        };
        territory.close().await?;
        done.map(|()| ExitCode::SUCCESS)
    }
}

async fn into(territory: &Territory, config: &Config, dir: &Path) -> anyhow::Result<()> {
    if dir.exists() {
        bail!("{} is there already: a backup makes its folder", dir.display());
    }
    let mut folder = std::fs::DirBuilder::new();
    let made = folder.recursive(true).mode(0o700).create(dir);
    made.with_context(|| format!("{} cannot be made", dir.display()))?;
    let (events, checkpoint) = signed(territory, config).await?;
    let tables = dir.join(TABLES);
    let server = server(&territory.owner(config)?)?;
    cluster::back_up(None, &server, &tables).await.context(
        "for a database of your own give a role with REPLICATION as owner, or let pgBackRest do it (--pgbackrest)",
    )?;
    let contents = Contents {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        taken_at: jiff::Timestamp::now(),
        events,
        checkpoint,
        files: cluster::check_backup(&tables)?,
    };
    // The label comes last: a folder without one is not a backup.
    Label::sealed(contents, |bytes| territory.keyring.digest(bytes))?.write(dir)?;
    Ok(say::answer(&format!(
        "{events} events and more are in {}",
        dir.display()
    ))?)
}

/// Signs what the log holds, and answers how many events that covers, with the note.
async fn signed(territory: &Territory, config: &Config) -> anyhow::Result<(u64, Option<String>)> {
    let pool = territory.log.pool();
    territory.signer(config).await?;
    if let Some(seed) = keyring::seed(&config.keys_folder().join(keyring::CHECKPOINT_SEED))? {
        checkpoints::catch_up(pool, &seed).await?;
    }
    let newest = checkpoints::newest(pool).await?;
    Ok(newest.map_or((0, None), |(kept, note)| (kept.size, Some(note.to_string()))))
}

fn server(database: &tokio_postgres::Config) -> anyhow::Result<Server> {
    let host = |host: &Host| match host {
        Host::Tcp(name) => name.clone(),
        Host::Unix(folder) => folder.display().to_string(),
    };
    let hosts: Vec<String> = database.get_hosts().iter().map(host).collect();
    if hosts.is_empty() {
        bail!("the database has no address");
    }
    let ports = match database.get_ports() {
        [] => vec![5432],
        ports => ports.to_vec(),
    };
    let password = database
        .get_password()
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    Ok(Server {
        hosts,
        ports,
        user: database.get_user().unwrap_or("postgres").to_owned(),
        password,
    })
}

async fn by_pgbackrest(territory: &Territory, config: &Config, stanza: &str) -> anyhow::Result<()> {
    if config.database.is_none() {
        bail!("a private data folder is backed up without pgBackRest: `trame backup DIR`");
    }
    // What is signed now is in the backup, so that a restore can be held against it.
    let (events, _) = signed(territory, config).await?;
    let stanza = format!("--stanza={stanza}");
    let done = tokio::task::spawn_blocking(move || pgbackrest().args([&stanza, "backup"]).status()).await?;
    match done {
        Ok(status) if status.success() => Ok(say::answer(&format!("{events} events and more are with pgBackRest"))?),
        Ok(status) => bail!("pgBackRest ended with {status}"),
        Err(_missing) => bail!(
            "pgBackRest is not here: install it and make a stanza (`pgbackrest --stanza=NAME stanza-create`), or give a \
             role with REPLICATION as owner and use `trame backup DIR`"
        ),
    }
}

/// As the account of PostgreSQL when root asks: files that root left among those of pgBackRest would stop the archive.
fn pgbackrest() -> Command {
    if !rustix::process::geteuid().is_root() {
        return Command::new("pgbackrest");
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--", "pgbackrest"]);
    command
}
