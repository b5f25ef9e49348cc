//! The schemas of views: one for each, named after it; built beside the live one and swapped by rename.

use crate::{Fault, View};
use tokio_postgres::{GenericClient, Transaction};

const CURSOR: &str = "
create table view_cursor (
    single boolean primary key default true check (single),
    position bigint not null
);
comment on table view_cursor is 'How far this view has followed the log; moves in the transaction of its rows.';
insert into view_cursor (position) values (0);
";

/// Where a session finds the tables of all views.
#[must_use]
pub fn search_path() -> String {
    let names: Vec<_> = crate::VIEWS.iter().map(|view| view.name()).collect();
    format!("{},public", names.join(","))
}

/// Where a view is built.
pub(crate) fn building(view: &dyn View) -> String {
    format!("{}_building", view.name())
}

/// Where a view is rebuilt only to be compared.
pub(crate) fn checking(view: &dyn View) -> String {
    format!("{}_checking", view.name())
}

fn replaced(view: &dyn View) -> String {
    format!("{}_replaced", view.name())
}

/// The name without its version, and the version.
fn stem(name: &str) -> Option<(&str, u32)> {
    let (stem, version) = name.rsplit_once("_v")?;
    Some((stem, version.parse().ok()?))
}

pub(crate) async fn exists(client: &impl GenericClient, schema: &str) -> Result<bool, Fault> {
    let row = client
        .query_opt("select from pg_namespace where nspname = $1", &[&schema])
        .await?;
    Ok(row.is_some())
}

/// An empty schema with the tables of a view; what a broken attempt left there is dropped first.
pub(crate) async fn create(client: &impl GenericClient, view: &dyn View, schema: &str) -> Result<(), Fault> {
    drop(client, schema).await?;
    client
        .batch_execute(&format!(
            "create schema {schema}; comment on schema {schema} is 'A view of the log: disposable, rebuilt at will.'; \
             set search_path to {schema}; {CURSOR} {}",
            view.tables()
        ))
        .await?;
    Ok(())
}

pub(crate) async fn drop(client: &impl GenericClient, schema: &str) -> Result<(), Fault> {
    client
        .batch_execute(&format!("drop schema if exists {schema} cascade"))
        .await?;
    Ok(())
}

/// Puts what was built in the place of the live view. Readers go on: those before see the old, those after the new.
pub(crate) async fn swap(tx: &Transaction<'_>, view: &dyn View) -> Result<(), Fault> {
    let (live, built, old) = (view.name(), building(view), replaced(view));
    // Left there when a swap was interrupted before its end.
    drop(tx, &old).await?;
    if exists(tx, live).await? {
        tx.batch_execute(&format!("alter schema {live} rename to {old}"))
            .await?;
    }
    tx.batch_execute(&format!("alter schema {built} rename to {live}"))
        .await?;
    Ok(())
}

/// Drops what a swap replaced and what older programs built under an older version.
pub(crate) async fn drop_outdated(client: &impl GenericClient, view: &dyn View) -> Result<(), Fault> {
    drop(client, &replaced(view)).await?;
    let Some((own, version)) = stem(view.name()) else {
        return Ok(());
    };
    let pattern = format!("{}\\_v%", own.replace('_', "\\_"));
    let rows = client
        .query(
            "select nspname::text from pg_namespace where nspname like $1",
            &[&pattern],
        )
        .await?;
    for row in rows {
        let schema: String = row.try_get(0)?;
        if stem(&schema).is_some_and(|(other, older)| other == own && older < version) {
            drop(client, &schema).await?;
        }
    }
    Ok(())
}
