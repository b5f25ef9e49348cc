//! Exchanges and sharings: what is open to whom now, and what the screen of who answers for a case tells of them.

mod held;
mod lists;

pub use held::{Held, changed, held};
pub use lists::{ActRow, Standing, acts, case_of, waiting};

use crate::view::{Rows, View, change};
use crate::{Fact, Fault, SealedColumn, column};
use domain::sharing::{Audience, Event, PriorInformation, Recipient, Terms};
use event_store::Recorded;
use uuid::Uuid;

/// One row for each exchange and each sharing, and for each of those who are named.
pub struct Acts;

impl View for Acts {
    fn name(&self) -> &'static str {
        "sharing_act_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/sharing_act.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Sharing(fact) = fact else { return Ok(()) };
        let position = column::stored(fact.position);
        match &fact.event {
            Event::Exchanged { terms, recipients } => {
                made(rows, fact, terms, None, false)?;
                for recipient in recipients {
                    named(rows, fact, recipient)?;
                }
            }
            Event::Shared {
                terms,
                audience,
                bound_only,
            } => made(rows, fact, terms, Some(*audience), *bound_only)?,
            Event::Validated { by } => change!(
                rows,
                "update sharing_act set waits = false, validated_by = $2, touched = $3 where sharing = $1",
                fact.stream,
                by.0,
                position,
            ),
            Event::Declined { reason, by } => change!(
                rows,
                "update sharing_act set declined = true, reason = $2, ended_by = $3, ended_at = $4, touched = $5
                 where sharing = $1",
                fact.stream,
                SealedColumn::of(reason)?,
                by.0,
                fact.occurred_at,
                position,
            ),
            Event::Ended { reason, by } => change!(
                rows,
                "update sharing_act set reason = $2, ended_by = $3, ended_at = $4, touched = $5 where sharing = $1",
                fact.stream,
                reason.as_ref().map(SealedColumn::of).transpose()?,
                by.0,
                fact.occurred_at,
                position,
            ),
        }
        Ok(())
    }
}

fn made(
    rows: &mut Rows,
    fact: &Recorded<Event>,
    terms: &Terms,
    audience: Option<Audience>,
    bound_only: bool,
) -> Result<(), Fault> {
    let (kind, audience) = audience.map_or((None, None), audience_columns);
    let (informed_on, informed_by, withheld) = match &terms.informed {
        PriorInformation::Given { on, by } => (Some(column::day(*on)), Some(by.0), None),
        PriorInformation::Withheld { reason } => (None, None, Some(SealedColumn::of(reason)?)),
    };
    let waits = withheld.is_some();
    let elements: Vec<Uuid> = terms.items.elements.iter().map(|element| element.0).collect();
    change!(
        rows,
        "insert into sharing_act
             (sharing, element, support_case, audience_kind, audience, bound_only, basis, yields, purpose, compartments, elements,
              reaches, consent, until_on, informed_on, informed_by, withheld, waits, declined, by, from_at, touched)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, false, $19, $20, $21)",
        fact.stream,
        fact.id,
        terms.support_case.0,
        kind,
        audience,
        bound_only,
        column::code(&terms.basis)?,
        terms.basis.yields_to_opposition(),
        SealedColumn::of(&terms.purpose)?,
        column::codes(&terms.items.compartments)?,
        elements,
        column::codes(&terms.reaches)?,
        terms.consent.map(|consent| consent.0),
        column::day(terms.until),
        informed_on,
        informed_by,
        withheld,
        waits,
        terms.by.0,
        fact.occurred_at,
        column::stored(fact.position),
    );
    Ok(())
}

fn named(rows: &mut Rows, fact: &Recorded<Event>, recipient: &Recipient) -> Result<(), Fault> {
    // One who stands twice in a record, of two professions, is one who receives it.
    change!(
        rows,
        "insert into sharing_recipient (sharing, worker, service, profession, bound_by_secrecy)
         values ($1, $2, $3, $4, $5) on conflict do nothing",
        fact.stream,
        recipient.worker.0,
        recipient.service.0,
        column::code(&recipient.profession)?,
        recipient.bound_by_secrecy,
    );
    Ok(())
}

fn audience_columns(audience: Audience) -> (Option<&'static str>, Option<Uuid>) {
    match audience {
        Audience::Service(service) => (Some("service"), Some(service.0)),
        Audience::Team => (Some("team"), None),
        Audience::Meeting(meeting) => (Some("meeting"), Some(meeting.0)),
    }
}
