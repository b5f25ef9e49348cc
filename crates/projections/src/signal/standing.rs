//! Rows of what stands in a case: put there by one fact, taken away by another.

use super::code;
use crate::view::{Rows, change};
use crate::{Fault, column};
use domain::signal::{Evidence, Kind};
use domain::support_case::Event;
use domain::words::DomainOfLife;
use event_store::Recorded;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A row of what stands.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    pub(super) what: &'static str,
    pub(super) item: Uuid,
    pub(super) on: Option<Date>,
    pub(super) at: Option<Timestamp>,
    pub(super) domain: Option<DomainOfLife>,
}

/// It stands from now on, with this date.
pub(super) fn stands(rows: &mut Rows, case: Uuid, standing: Standing) {
    change!(
        rows,
        "insert into signal_item (support_case, what, item, on_day, at, domain) values ($1, $2, $3, $4, $5, $6)
         on conflict (what, support_case, item)
         do update set on_day = excluded.on_day, at = excluded.at, domain = excluded.domain",
        case,
        standing.what,
        standing.item,
        standing.on,
        standing.at,
        code(standing.domain),
    );
}

/// The same, in the case that a plan is for.
pub(super) fn stands_by_stream(rows: &mut Rows, stream: Uuid, standing: Standing) {
    change!(
        rows,
        "insert into signal_item (support_case, what, item, on_day, at, domain)
         select support_case, $2::text, $3::uuid, $4::date, $5::timestamptz, $6::text
         from signal_stream where stream = $1
         on conflict (what, support_case, item)
         do update set on_day = excluded.on_day, at = excluded.at, domain = excluded.domain",
        stream,
        standing.what,
        standing.item,
        standing.on,
        standing.at,
        code(standing.domain),
    );
}

fn ends(rows: &mut Rows, case: Uuid, item: Uuid, what: &[&'static str]) {
    change!(
        rows,
        "delete from signal_item where support_case = $1 and item = $2 and what = any($3)",
        case,
        item,
        what.to_vec(),
    );
}

/// What becomes of a measure.
pub(super) fn measures(rows: &mut Rows, case: Uuid, event: &Event) {
    if let Event::MeasureDecided(decided) = event {
        let on = Some(column::day(decided.on));
        let waits = Standing {
            what: "decided",
            item: decided.measure.0,
            on,
            at: None,
            domain: Some(decided.domain),
        };
        stands(rows, case, waits);
    }
    if let Event::MeasureStarted(measure) = event {
        let runs = Standing {
            what: "running",
            item: measure.measure.0,
            on: Some(column::day(measure.from)),
            at: None,
            domain: Some(measure.domain),
        };
        ends(rows, case, runs.item, &["decided"]);
        stands(rows, case, runs);
        if let Some(until) = measure.until {
            let term = Standing {
                what: "term",
                on: Some(column::day(until)),
                ..runs
            };
            stands(rows, case, term);
        }
    }
    if let Event::MeasureRenewalAsked { measure } = event {
        ends(rows, case, measure.0, &["term"]);
    }
    if let Event::MeasureRenewed { measure, until } = event {
        change!(
            rows,
            "insert into signal_item (support_case, what, item, on_day, domain)
             select support_case, 'term', item, $3::date, domain from signal_item
             where support_case = $1 and item = $2 and what = 'running'
             on conflict (what, support_case, item) do update set on_day = excluded.on_day",
            case,
            measure.0,
            column::day(*until),
        );
    }
    if let Event::MeasureEnded { measure, .. } = event {
        ends(rows, case, measure.0, &["decided", "running", "term"]);
    }
}

/// Evidence of a signal that was set aside.
pub(super) fn aside(rows: &mut Rows, fact: &Recorded<Event>, signal: Kind, evidence: &[Evidence]) -> Result<(), Fault> {
    for (rank, each) in (0_i32..).zip(evidence) {
        change!(
            rows,
            "insert into signal_set_aside (position, rank, support_case, kind, item, on_day, step)
             values ($1, $2, $3, $4, $5, $6, $7)",
            column::stored(fact.position),
            rank,
            fact.stream,
            column::code(&signal)?,
            each.item,
            column::day(each.on),
            i64::from(each.step),
        );
    }
    Ok(())
}
