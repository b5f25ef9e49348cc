//! Brings a database to what this program needs: the files of `/migrations`, in order, each once, as the owner.

use crate::Fault;
use aws_lc_rs::digest;
use std::collections::BTreeMap;
use tokio_postgres::{Client, Config, NoTls};

/// One file of `/migrations`.
struct Migration {
    number: i32,
    file: &'static str,
    sql: &'static str,
}

macro_rules! migration {
    ($number:literal, $file:literal) => {
        Migration {
            number: $number,
            file: $file,
            sql: include_str!(concat!("../../../migrations/", $file)),
        }
    };
}

const MIGRATIONS: &[Migration] = &[
    migration!(1, "0001_event_log.sql"),
    migration!(2, "0002_keyring.sql"),
    migration!(3, "0003_identity.sql"),
    migration!(4, "0004_journal.sql"),
    migration!(5, "0005_last_visit.sql"),
    migration!(6, "0006_server_login.sql"),
    migration!(7, "0007_visits_are_looks.sql"),
    migration!(8, "0008_versions_are_in_the_log.sql"),
    migration!(9, "0009_one_event_of_each_version.sql"),
    migration!(11, "0011_checkpoints.sql"),
    migration!(14, "0014_key_epochs.sql"),
    migration!(15, "0015_ranges_when_they_are_near.sql"),
    migration!(16, "0016_sessions_of_ones_own.sql"),
    migration!(17, "0017_second_factor.sql"),
    migration!(18, "0018_first_secrets.sql"),
    migration!(19, "0019_openid.sql"),
    migration!(20, "0020_places.sql"),
    migration!(21, "0021_the_order_is_the_key.sql"),
    migration!(22, "0022_calendar_address.sql"),
    migration!(23, "0023_the_journal_is_asked.sql"),
    migration!(24, "0024_no_name_is_looked_for_in_pg_temp.sql"),
    migration!(25, "0025_passkeys.sql"),
    migration!(26, "0026_contents.sql"),
];

/// Two programs that start at once migrate one after the other.
const LOCK: i64 = 7_161_069;

const TABLE: &str = "
    create table if not exists migration (
        number integer primary key,
        file text not null,
        checksum bytea not null,
        applied_at timestamptz not null default now()
    );
    comment on table migration is 'Which files of /migrations were applied, and their SHA-256.';
";

/// Applies the files that are missing and answers their names.
///
/// # Errors
/// When an applied file was changed, when the database is newer than this program, or when a file fails.
pub async fn migrate(config: &Config) -> Result<Vec<&'static str>, Fault> {
    let (mut client, connection) = config.connect(NoTls).await?;
    let driver = tokio::spawn(connection);
    // The lock ends with the connection, so that no failure can leave it behind.
    client.execute("select pg_advisory_lock($1)", &[&LOCK]).await?;
    let applied = apply_missing(&mut client).await;
    drop(client);
    if let Ok(Err(error)) = driver.await {
        tracing::debug!(%error, "the connection of the migrations ended");
    }
    applied
}

async fn apply_missing(client: &mut Client) -> Result<Vec<&'static str>, Fault> {
    client.batch_execute("set client_min_messages = warning").await?;
    client.batch_execute(TABLE).await?;
    let mut stored = BTreeMap::new();
    for row in client
        .query("select number, file, checksum from migration", &[])
        .await?
    {
        stored.insert(
            row.try_get::<_, i32>(0)?,
            (row.try_get::<_, String>(1)?, row.try_get::<_, Vec<u8>>(2)?),
        );
    }
    let mut applied = Vec::new();
    for migration in MIGRATIONS {
        let checksum = digest::digest(&digest::SHA256, migration.sql.as_bytes());
        match stored.remove(&migration.number) {
            Some((_, known)) if known == checksum.as_ref() => {}
            Some((file, _)) => return Err(Fault::MigrationChanged { file }),
            None => {
                apply(client, migration, checksum.as_ref()).await?;
                applied.push(migration.file);
            }
        }
    }
    match stored.into_keys().next() {
        Some(number) => Err(Fault::MigrationUnknown { number }),
        None => Ok(applied),
    }
}

async fn apply(client: &mut Client, migration: &Migration, checksum: &[u8]) -> Result<(), Fault> {
    let transaction = client.transaction().await?;
    transaction
        .batch_execute(migration.sql)
        .await
        .map_err(|error| Fault::MigrationFailed {
            file: migration.file,
            reason: error
                .as_db_error()
                .map_or_else(|| error.to_string(), |said| said.message().to_owned()),
        })?;
    transaction
        .execute(
            "insert into migration (number, file, checksum) values ($1, $2, $3)",
            &[&migration.number, &migration.file, &checksum],
        )
        .await?;
    transaction.commit().await?;
    tracing::info!(file = migration.file, "migration applied");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_of_the_folder_is_listed_in_its_order() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".sql"))
            .collect();
        files.sort();
        let listed: Vec<&str> = MIGRATIONS.iter().map(|migration| migration.file).collect();
        assert_eq!(listed, files);
        for migration in MIGRATIONS {
            assert!(
                migration.file.starts_with(&format!("{:04}_", migration.number)),
                "{}",
                migration.file
            );
        }
    }
}
