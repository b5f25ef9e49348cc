//! The grounds of the cases that a permit reaches, as the rule of signals takes them.

use crate::reach::{Reached, answered, reached};
use crate::{Client, Fault, SealedColumn, column};
use access::{Permit, Right};
use domain::signal::{Evidence, Ground, Item, Kind};
use domain::words::{Day, DomainOfLife, Due, SupportCaseId, Text, WorkerId};
use std::collections::BTreeMap;
use tokio_postgres::Row;
use uuid::Uuid;

/// An open or watched case, and what its signals rest on.
#[derive(Clone, Debug)]
pub struct CaseGround {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called, sealed.
    pub label: Text,
    /// Who answers for it.
    pub referent: Option<WorkerId>,
    /// The dates and what stands, as far as the holder of the permit may know of it.
    pub ground: Ground,
}

/// Of which cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Of all that the permit reaches.
    All,
    /// Of one, when the permit reaches it.
    One(SupportCaseId),
}

/// The grounds of the cases that a permit reaches and that are open, or watched on a day. An item of a domain of which its holder may not even know is in
/// none of them.
///
/// # Errors
/// When they cannot be read.
pub async fn grounds(client: &Client, permit: &Permit, which: Which, today: Day) -> Result<Vec<CaseGround>, Fault> {
    let reached = Reached::by(permit);
    let one = match which {
        Which::All => None,
        Which::One(case) => Some(case.0),
    };
    let answers = reached.answered();
    let rows = client
        .query(
            &client.prepare_cached(CASES).await?,
            &reached.values(&[&answers, &one, &today.0]),
        )
        .await?;
    let mut cases = BTreeMap::new();
    for row in &rows {
        let case = case_ground(row)?;
        cases.insert(case.support_case, case);
    }
    let ids: Vec<Uuid> = cases.keys().map(|case| case.0).collect();
    for row in client.query(&client.prepare_cached(ITEMS).await?, &[&ids]).await? {
        let (case, item) = item(&row)?;
        if item
            .domain
            .is_none_or(|domain| permit.right(domain.compartment()) >= Right::Exists)
            && let Some(found) = cases.get_mut(&case)
        {
            found.ground.items.push(item);
        }
    }
    for row in client.query(&client.prepare_cached(ASIDE).await?, &[&ids]).await? {
        if let Some(found) = cases.get_mut(&SupportCaseId(row.try_get(0)?)) {
            found.ground.set_aside.push(evidence(&row)?);
        }
    }
    Ok(cases.into_values().collect())
}

fn case_ground(row: &Row) -> Result<CaseGround, Fault> {
    Ok(CaseGround {
        support_case: SupportCaseId(row.try_get(0)?),
        label: row.try_get::<_, SealedColumn>(1)?.private(),
        referent: row.try_get::<_, Option<Uuid>>(2)?.map(WorkerId),
        ground: Ground {
            opened_on: Day(row.try_get(3)?),
            intensity: column::from_code(row.try_get(4)?)?,
            heard_at: row.try_get(5)?,
            voice_at: row.try_get(6)?,
            details_at: row.try_get(7)?,
            touched_at: row.try_get(8)?,
            open: row.try_get(9)?,
            items: Vec::new(),
            set_aside: Vec::new(),
        },
    })
}

fn item(row: &Row) -> Result<(SupportCaseId, Item), Fault> {
    let when = match (row.try_get(3)?, row.try_get(4)?) {
        (Some(day), _) => Due::On(Day(day)),
        (None, Some(at)) => Due::At(at),
        (None, None) => return Err(Fault::Unreadable("a standing thing without a date")),
    };
    let domain: Option<&str> = row.try_get(5)?;
    let item = Item {
        what: column::from_code(row.try_get(1)?)?,
        id: row.try_get(2)?,
        when,
        domain: domain.map(column::from_code::<DomainOfLife>).transpose()?,
    };
    Ok((SupportCaseId(row.try_get(0)?), item))
}

fn evidence(row: &Row) -> Result<(Kind, Evidence), Fault> {
    let kind = column::from_code(row.try_get(1)?)?;
    let evidence = Evidence {
        item: row.try_get(2)?,
        on: Day(row.try_get(3)?),
        step: column::count(row.try_get(4)?),
    };
    Ok((kind, evidence))
}

const CASES: &str = concat!(
    "select g.support_case, c.label, c.referent, g.opened_on, g.intensity, g.heard_at, g.voice_at, g.details_at,
         g.touched_at, g.open
     from signal_case g join support_case_register c using (support_case)
     where (g.open or g.watch_until >= $8::date) and ($7::uuid is null or g.support_case = $7) and (",
    reached!(),
    " or ",
    answered!("$6::uuid", "$3::uuid"),
    ") order by g.support_case"
);

const ITEMS: &str = "select support_case, what, item, on_day, at, domain from signal_item
     where support_case = any($1) and (on_day is not null or at is not null)
     order by support_case, what, item";

const ASIDE: &str = "select support_case, kind, item, on_day, step from signal_set_aside
     where support_case = any($1) order by position, rank";
