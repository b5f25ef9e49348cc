//! The register of documents: what was asked for, what is there and until when it is good.

use crate::view::{Rows, View, change};
use crate::{Client, Fact, Fault, column};
use access::Permit;
use domain::document::{About, Event, Kind};
use domain::words::{Day, DomainOfLife, PersonId, SupportCaseId};
use event_store::Recorded;
use uuid::Uuid;

/// One row for each document.
pub struct Register;

impl View for Register {
    fn name(&self) -> &'static str {
        "document_register_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/document_register.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Document(fact) = fact else { return Ok(()) };
        match &fact.event {
            Event::Requested(request) => change!(
                rows,
                "insert into document_piece (document, support_case, person, kind, domain, asked_at, due_on)
                 values ($1, $2, $3, $4, $5, $6, $7)",
                fact.stream,
                request.support_case.0,
                person(request.about),
                column::code(&request.kind)?,
                request.domain.map(DomainOfLife::code),
                fact.occurred_at,
                request.due_on.map(column::day),
            ),
            Event::Deposited { deposit, content: _ } => change!(
                rows,
                "insert into document_piece (document, support_case, person, kind, domain, deposited_at, valid_until)
                 values ($1, $2, $3, $4, $5, $6, $7)
                 on conflict (document) do update set
                     deposited_at = excluded.deposited_at, valid_until = excluded.valid_until",
                fact.stream,
                deposit.support_case.0,
                person(deposit.about),
                column::code(&deposit.kind)?,
                deposit.domain.map(DomainOfLife::code),
                fact.occurred_at,
                deposit.valid_until.map(column::day),
            ),
            Event::Renewed { renewal, content: _ } => change!(
                rows,
                "update document_piece set deposited_at = $2, valid_until = $3 where document = $1",
                fact.stream,
                fact.occurred_at,
                renewal.valid_until.map(column::day),
            ),
            Event::Withdrawn { reason: _ } => withdrawn(rows, fact),
        }
        Ok(())
    }
}

fn withdrawn(rows: &mut Rows, fact: &Recorded<Event>) {
    change!(
        rows,
        "update document_piece set withdrawn_at = $2 where document = $1",
        fact.stream,
        fact.occurred_at,
    );
}

fn person(about: About) -> Option<Uuid> {
    match about {
        About::Person(person) => Some(person.0),
        About::Household => None,
    }
}

/// The pieces of a kind about somebody that are there and good on a day, in other cases than one: in which case, and of
/// which domain. Whether such a case is open to who asks is for the caller to find out, case by case.
///
/// # Errors
/// When they cannot be read.
pub async fn elsewhere(
    client: &Client,
    _permit: &Permit,
    (person, kind): (PersonId, Kind),
    without: SupportCaseId,
    today: Day,
) -> Result<Vec<(SupportCaseId, Option<DomainOfLife>)>, Fault> {
    let (code, on) = (column::code(&kind)?, column::day(today));
    let rows = client
        .query(
            &client.prepare_cached(ELSEWHERE).await?,
            &[&person.0, &code, &without.0, &on],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let domain: Option<&str> = row.try_get(1)?;
            let domain = domain.map(column::from_code).transpose()?;
            Ok((SupportCaseId(row.try_get(0)?), domain))
        })
        .collect()
}

const ELSEWHERE: &str = "
    select distinct support_case, domain from document_piece
    where person = $1 and kind = $2 and support_case <> $3 and deposited_at is not null and withdrawn_at is null
        and (valid_until is null or valid_until >= $4)";
