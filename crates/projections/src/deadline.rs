//! Deadlines: each span in which one stood with its date, so that what was late can be asked of any instant.

mod ground;

pub use ground::{CaseFooting, Grounds, footings};

use crate::view::{Rows, View, change};
use crate::{Fact, Fault, column};
use domain::deadline::Event;
use domain::words::Due;
use event_store::Recorded;
use jiff::{Timestamp, civil::Date};

/// Each span of each deadline.
pub struct Spans;

impl View for Spans {
    fn name(&self) -> &'static str {
        "deadline_span_v2"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/deadline_span.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Deadline(fact) = fact else { return Ok(()) };
        match &fact.event {
            Event::Set(setting) => {
                let (due_on, due_at) = due_columns(setting.due);
                change!(
                    rows,
                    "insert into deadline_span
                         (deadline, rank, support_case, kind, domain, legal, due_on, due_at, from_at, known_at,
                          rule, name)
                     select $1::uuid, coalesce(max(rank), 0) + 1, $2::uuid, $3::text, $4::text, $5::boolean, $6::date,
                         $7::timestamptz, $8::timestamptz, $9::timestamptz, $10::text, $11::text
                     from deadline_span where deadline = $1",
                    fact.stream,
                    setting.support_case.0,
                    column::code(&setting.kind)?,
                    setting.domain.map(domain::words::DomainOfLife::code),
                    setting.legal,
                    due_on,
                    due_at,
                    fact.occurred_at,
                    fact.known(),
                    setting.rule.as_ref().map(|rule| rule.code.clone()),
                    setting.rule.as_ref().map(|rule| rule.name.clone()),
                );
            }
            Event::Moved { due, reason: _ } => {
                end(rows, fact, "moved");
                let (due_on, due_at) = due_columns(*due);
                change!(
                    rows,
                    "insert into deadline_span
                         (deadline, rank, support_case, kind, domain, legal, due_on, due_at, from_at, known_at,
                          rule, name)
                     select deadline, rank + 1, support_case, kind, domain, legal,
                         $2::date, $3::timestamptz, $4::timestamptz, $5::timestamptz, rule, name
                     from deadline_span where deadline = $1 order by rank desc limit 1",
                    fact.stream,
                    due_on,
                    due_at,
                    fact.occurred_at,
                    fact.known(),
                );
            }
            Event::Met => end(rows, fact, "met"),
            Event::Withdrawn { .. } => end(rows, fact, "withdrawn"),
            Event::Lapsed => end(rows, fact, "lapsed"),
        }
        Ok(())
    }
}

fn end(rows: &mut Rows, fact: &Recorded<Event>, ending: &'static str) {
    change!(
        rows,
        "update deadline_span set until_at = $2, ending = $3, until_known_at = $4
         where deadline = $1 and until_at is null",
        fact.stream,
        fact.occurred_at,
        ending,
        fact.known(),
    );
}

pub(crate) fn due_columns(due: Due) -> (Option<Date>, Option<Timestamp>) {
    match due {
        Due::On(day) => (Some(column::day(day)), None),
        Due::At(at) => (None, Some(column::instant(at))),
    }
}
