//! What the index of names in memory is made of: sealed names by case, and who may find them. Told anew as they change.

use crate::reach::{Reached, reached};
use crate::{Client, Fault, SealedColumn, column};
use access::Permit;
use domain::person::Name;
use domain::words::{PersonId, ServiceId, SupportCaseId, Text, WorkerId};
use sealed::Private;
use std::collections::BTreeMap;

/// How a case and its people are called, sealed, and who takes part.
#[derive(Clone, Debug)]
pub struct CaseNames {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Text,
    /// The service that answers for it.
    pub service: ServiceId,
    /// Whether it is open.
    pub open: bool,
    /// The référent and those around the person, now.
    pub participants: Vec<WorkerId>,
    /// Its people and everyone who lives with them.
    pub people: Vec<NamedPerson>,
}

/// A person and her sealed name.
#[derive(Clone, Debug)]
pub struct NamedPerson {
    /// Who.
    pub person: PersonId,
    /// Her name.
    pub name: Private<Name>,
}

/// The cases whose names or participants changed after a position, each told whole, and the position up to which this
/// answer is complete: give it as `after` the next time.
///
/// # Errors
/// When it cannot be read.
pub async fn names(client: &mut Client, permit: &Permit, after: u64) -> Result<(Vec<CaseNames>, u64), Fault> {
    // All views at one moment, so that nothing falls between two answers.
    let tx = client
        .build_transaction()
        .isolation_level(tokio_postgres::IsolationLevel::RepeatableRead)
        .read_only(true)
        .start()
        .await?;
    let up_to = up_to(&tx).await?;
    let reached = Reached::by(permit);
    let after = column::stored(after);
    let cases = tx
        .query(&tx.prepare_cached(CASES).await?, &reached.values(&[&after]))
        .await?;
    let mut found = BTreeMap::new();
    for row in &cases {
        let case: uuid::Uuid = row.try_get(0)?;
        let participants: Vec<uuid::Uuid> = row.try_get(4)?;
        found.insert(
            case,
            CaseNames {
                support_case: SupportCaseId(case),
                label: row.try_get::<_, SealedColumn>(1)?.private(),
                service: ServiceId(row.try_get(2)?),
                open: row.try_get(3)?,
                participants: participants.into_iter().map(WorkerId).collect(),
                people: Vec::new(),
            },
        );
    }
    let ids: Vec<_> = found.keys().copied().collect();
    for row in tx.query(&tx.prepare_cached(PEOPLE).await?, &[&ids]).await? {
        if let Some(case) = found.get_mut(&row.try_get::<_, uuid::Uuid>(0)?) {
            case.people.push(NamedPerson {
                person: PersonId(row.try_get(1)?),
                name: row.try_get::<_, SealedColumn>(2)?.private(),
            });
        }
    }
    tx.commit().await?;
    Ok((found.into_values().collect(), up_to))
}

/// The least of the three views that names come from.
async fn up_to(tx: &deadpool_postgres::Transaction<'_>) -> Result<u64, Fault> {
    let least = crate::VIEWS
        .iter()
        .map(|view| view.name())
        .filter(|name| {
            ["support_case", "household", "person"]
                .iter()
                .any(|capability| name.starts_with(capability))
        })
        .map(|name| format!("(select position from {name}.view_cursor)"))
        .collect::<Vec<_>>()
        .join(", ");
    let row = tx.query_one(&format!("select least({least})"), &[]).await?;
    Ok(column::position(row.try_get(0)?))
}

const CASES: &str = concat!(
    "with changed as (
         select support_case from support_case_register where touched > $6
         union
         select r.support_case from support_case_register r
             join household_member m on m.household = r.household
             left join person_identity i on i.person = m.person
             where m.touched > $6 or i.touched > $6
         union
         select p.support_case from support_case_person p
             join person_identity i on i.person = p.person where i.touched > $6
     )
     select c.support_case, c.label, c.service, c.closed_at is null,
         array(select c.referent where c.referent is not null
               union select m.worker from support_case_member m
               where m.support_case = c.support_case and m.until_at is null)
     from changed join support_case_register c using (support_case)
     where ",
    reached!(),
    " order by c.support_case"
);

const PEOPLE: &str = "
    with named as (
        select p.support_case, p.person from support_case_person p where p.support_case = any($1)
        union
        select c.support_case, m.person from support_case_register c
            join household_member m on m.household = c.household and m.lives_there
            where c.support_case = any($1)
    )
    select n.support_case, n.person, i.name from named n join person_identity i using (person)
    order by n.support_case, n.person";
