//! Who looked at a case: asked for the person herself, or by who watches over her data.

use super::{Fault, Journal, Shown};
use access::Permit;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// How many lines an answer holds before it ends with the day it is at.
const LINES: i64 = 200;

const READINGS_OF: &str = "select day, by, what, purpose, times, first_at, last_at, older
    from journal.readings_of($1, $2, $3, $4)";
const KEPT_SINCE: &str = "select journal.kept_since()";

/// Who looked at a case on the newest days that are asked for, whole days, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// A line for each reader, view and day.
    pub lines: Vec<SeenLine>,
    /// Whether somebody looked at it on an earlier day.
    pub older: bool,
    /// The first day of the oldest month that is kept.
    pub kept_since: Option<Date>,
}

/// What one reader saw of a case on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenLine {
    /// The day, in the territory's zone.
    pub day: Date,
    /// Who.
    pub by: Uuid,
    /// The code of the view, as it was kept.
    pub what: String,
    /// Whether the case was opened, rather than named in a list, a figure or a search.
    pub opened: bool,
    /// For what, as it was kept.
    pub purpose: Option<String>,
    /// How often.
    pub times: u32,
    /// The first time that day.
    pub first_at: Timestamp,
    /// The last time that day.
    pub last_at: Timestamp,
}

impl Journal {
    /// Who looked at a case before an instant, by the days of a zone of this IANA name.
    ///
    /// # Errors
    /// When the permit does not read the journal, or the database fails.
    pub async fn of_case(
        &self,
        permit: &Permit,
        support_case: Uuid,
        before: Timestamp,
        zone: &str,
    ) -> Result<Readings, Fault> {
        if !permit.reads_journal() {
            return Err(Fault::NotAllowed);
        }
        let client = self.pool.get().await?;
        let rows = client
            .query(READINGS_OF, &[&support_case, &before, &zone, &LINES])
            .await?;
        let mut readings = Readings {
            kept_since: client.query_one(KEPT_SINCE, &[]).await?.try_get(0)?,
            ..Readings::default()
        };
        for row in &rows {
            let what: String = row.try_get(2)?;
            readings.older = row.try_get(7)?;
            readings.lines.push(SeenLine {
                day: row.try_get(0)?,
                by: row.try_get(1)?,
                opened: Shown::opens(&what),
                what,
                purpose: row.try_get(3)?,
                times: u32::try_from(row.try_get::<_, i64>(4)?).unwrap_or(u32::MAX),
                first_at: row.try_get(5)?,
                last_at: row.try_get(6)?,
            });
        }
        Ok(readings)
    }
}
