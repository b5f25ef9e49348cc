//! The configuration: every setting ever adopted and when that was known, so that what was in force on a day can be asked,
//! as known now and as known then.

use crate::view::{Rows, View, change};
use crate::{Client, Fact, Fault, column};
use domain::configuration::{Adoption, Configuration, Event, History, Setting};
use domain::words::{Day, ProposalId};

/// Every setting with its day.
pub struct Settings;

impl View for Settings {
    fn name(&self) -> &'static str {
        "configuration_setting_v3"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/configuration_setting.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Configuration(fact) = fact else { return Ok(()) };
        match &fact.event {
            Event::Adopted {
                setting,
                in_force_on,
                source,
            } => change!(
                rows,
                "insert into configuration_setting (position, in_force_on, setting, source, known_at)
                 values ($1, $2, $3, $4, $5)",
                column::stored(fact.position),
                column::day(*in_force_on),
                json(setting)?,
                column::clear(source),
                fact.known(),
            ),
            Event::Proposed {
                proposal,
                setting,
                source,
                in_force_on: _,
                by: _,
            } => change!(
                rows,
                "insert into configuration_proposal (proposal, setting, source) values ($1, $2, $3)",
                proposal.0,
                json(setting)?,
                column::clear(source),
            ),
            Event::ProposalAdopted { proposal, in_force_on } => {
                change!(
                    rows,
                    "insert into configuration_setting (position, in_force_on, setting, source, known_at)
                     select $1::bigint, $2::date, setting, source, $4::timestamptz
                     from configuration_proposal where proposal = $3::uuid",
                    column::stored(fact.position),
                    column::day(*in_force_on),
                    proposal.0,
                    fact.known(),
                );
                waits_no_more(rows, *proposal);
            }
            Event::Withdrawn { proposal } => waits_no_more(rows, *proposal),
        }
        Ok(())
    }
}

fn json(setting: &Setting) -> Result<String, Fault> {
    serde_json::to_string(setting).or(Err(Fault::Unreadable("a setting has no JSON")))
}

fn waits_no_more(rows: &mut Rows, proposal: ProposalId) {
    change!(
        rows,
        "delete from configuration_proposal where proposal = $1",
        proposal.0
    );
}

/// All that was ever adopted.
///
/// # Errors
/// When it cannot be read.
pub async fn adopted(client: &Client) -> Result<Configuration, Fault> {
    Ok(history(client).await?.now())
}

/// All that was ever adopted, with when that was known.
///
/// # Errors
/// When it cannot be read.
pub async fn history(client: &Client) -> Result<History, Fault> {
    let sql = "select in_force_on, setting, source, known_at from configuration_setting order by position";
    let rows = client.query(&client.prepare_cached(sql).await?, &[]).await?;
    let mut adoptions = Vec::with_capacity(rows.len());
    for row in rows {
        let setting: &str = row.try_get(1)?;
        adoptions.push(Adoption {
            in_force_on: Day(row.try_get(0)?),
            setting: serde_json::from_str(setting).or(Err(Fault::Unreadable("a setting of another form")))?,
            source: row.try_get(2)?,
            known_at: row.try_get(3)?,
        });
    }
    Ok(History::of(adoptions))
}
