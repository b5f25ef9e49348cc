//! Tombstones: whose keys are to be gone. Asked at each start, so that what was agreed before a crash or a restore is
//! carried out before anything is opened.

use crate::view::{Rows, View, change};
use crate::{Client, Fact, Fault, column};
use domain::erasure::Event;
use sealed::Subject;
use uuid::Uuid;

/// One row for each key.
pub struct Tombstones;

impl View for Tombstones {
    fn name(&self) -> &'static str {
        "erasure_tombstone_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/erasure_tombstone.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Erasure(fact) = fact else { return Ok(()) };
        match &fact.event {
            Event::Confirmed { subjects } => {
                for subject in subjects {
                    change!(
                        rows,
                        "insert into erasure_tombstone (kind, subject, position) values ($1, $2, $3) on conflict do nothing",
                        kind(*subject).to_owned(),
                        subject.id(),
                        column::stored(fact.position),
                    );
                }
            }
            Event::Requested { .. } | Event::Withdrawn => {}
        }
        Ok(())
    }
}

fn kind(subject: Subject) -> &'static str {
    match subject {
        Subject::Person(_) => "person",
        Subject::Worker(_) => "worker",
        Subject::SupportCase(_) => "support_case",
        Subject::Text(_) => "text",
    }
}

fn subject(kind: &str, id: Uuid) -> Result<Subject, Fault> {
    match kind {
        "person" => Ok(Subject::Person(id)),
        "worker" => Ok(Subject::Worker(id)),
        "support_case" => Ok(Subject::SupportCase(id)),
        "text" => Ok(Subject::Text(id)),
        _ => Err(Fault::Unreadable("a tombstone of an unknown kind")),
    }
}

/// All whose keys two persons agreed to destroy.
///
/// # Errors
/// When it cannot be read.
pub async fn confirmed(client: &Client) -> Result<Vec<Subject>, Fault> {
    let sql = "select kind, subject from erasure_tombstone order by position, kind, subject";
    let rows = client.query(&client.prepare_cached(sql).await?, &[]).await?;
    rows.iter()
        .map(|row| subject(row.try_get(0)?, row.try_get(1)?))
        .collect()
}
