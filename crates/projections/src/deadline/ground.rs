//! What the rules of deadlines are counted from: a few dates of each case, and its measures and orientations.

use crate::view::{Rows, View, change};
use crate::{Client, Fact, Fault, column};
use access::Permit;
use domain::contact;
use domain::deadline::rule::{Footing, From, Happened, Kept, Phase, State};
use domain::support_case::Event;
use domain::words::{Day, DeadlineId, DomainOfLife, SupportCaseId};
use event_store::Recorded;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use tokio_postgres::Row;
use uuid::Uuid;

/// One row for each case, and for each fact of it that a rule may be counted from.
pub struct Grounds;

impl View for Grounds {
    fn name(&self) -> &'static str {
        "deadline_ground_v2"
    }

    fn tables(&self) -> &'static str {
        include_str!("../../tables/deadline_ground.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        if let Fact::Contact(fact) = fact
            && let contact::Event::Noted { held, .. } = &fact.event
            && held.kind.reaches_the_person()
        {
            let case = held.support_case.0;
            heard(rows, case, fact.occurred_at, fact.position);
            if held.kind.is_a_meeting() {
                change!(
                    rows,
                    "update deadline_case set met_at = greatest(met_at, $2::timestamptz) where support_case = $1",
                    case,
                    column::instant(fact.occurred_at),
                );
            }
        }
        if let Fact::SupportCase(fact) = fact {
            of_case(rows, fact)?;
        }
        Ok(())
    }
}

fn of_case(rows: &mut Rows, fact: &Recorded<Event>) -> Result<(), Fault> {
    let case = fact.stream;
    match &fact.event {
        Event::Opened(opening) => change!(
            rows,
            "insert into deadline_case (support_case, support, opened_on, requested_on, touched)
             values ($1, $2, $3, $4, $5)",
            case,
            column::code(&opening.support)?,
            column::day(opening.opened_on),
            opening.requested_on.map(column::day),
            column::stored(fact.position),
        ),
        Event::Reopened { on, trigger: _ } => change!(
            rows,
            "update deadline_case set opened_on = $2, requested_on = null, closed_on = null, watch_until = null, touched = $3
             where support_case = $1",
            case,
            column::day(*on),
            column::stored(fact.position),
        ),
        Event::Closed { on, watch_until, .. } => change!(
            rows,
            "update deadline_case set closed_on = $2, watch_until = $3, touched = $4 where support_case = $1",
            case,
            column::day(*on),
            watch_until.map(column::day),
            column::stored(fact.position),
        ),
        Event::ActRecorded { .. } => heard(rows, case, fact.occurred_at, fact.position),
        Event::MeasureStarted(measure) => {
            let item = (case, measure.measure.0);
            happened(
                rows,
                item,
                "measure_start",
                Some(column::day(measure.from)),
                None,
                Some(measure.domain),
            );
            if let Some(until) = measure.until {
                happened(rows, item, "term", Some(column::day(until)), None, Some(measure.domain));
            }
            touched(rows, fact);
        }
        Event::MeasureRenewalAsked { measure } => {
            answered(rows, (case, measure.0), "term");
            touched(rows, fact);
        }
        Event::MeasureRenewed { measure, until } => {
            another_term(rows, (case, measure.0), column::day(*until));
            touched(rows, fact);
        }
        Event::MeasureEnded { measure, on: _ } => {
            change!(
                rows,
                "delete from deadline_fact where support_case = $1 and item = $2",
                case,
                measure.0,
            );
            touched(rows, fact);
        }
        Event::OrientationRequested { orientation, .. } => {
            let item = (case, orientation.0);
            happened(rows, item, "orientation_request", None, Some(fact.occurred_at), None);
            touched(rows, fact);
        }
        Event::OrientationDecided {
            orientation, accepted, ..
        } => {
            let item = (case, orientation.0);
            answered(rows, item, "orientation_request");
            if *accepted {
                // What the one before asked for is asked by this one.
                change!(
                    rows,
                    "delete from deadline_fact where support_case = $1 and what = 'orientation'",
                    case,
                );
                happened(rows, item, "orientation", None, Some(fact.occurred_at), None);
            }
            touched(rows, fact);
        }
        Event::StoryRecorded(_)
        | Event::StrengthIdentified(_)
        | Event::ObstacleIdentified(_)
        | Event::SituationAssessed(_)
        | Event::SummedUp { .. }
        | Event::ReferentAppointed { .. }
        | Event::ReferentHandedOver { .. }
        | Event::ReferentStoodDown { .. }
        | Event::HandoverMeetingHeld { .. }
        | Event::TeamMemberJoined(_)
        | Event::TeamMemberLeft(_)
        | Event::CadenceAgreed { .. }
        | Event::ComplexityReviewed { .. }
        | Event::MeasureDecided(_)
        | Event::LifeEventRecorded { .. }
        | Event::SignalSetAside { .. } => {}
    }
    Ok(())
}

fn heard(rows: &mut Rows, case: Uuid, at: Timestamp, position: u64) {
    change!(
        rows,
        "update deadline_case set heard_at = greatest(heard_at, $2::timestamptz), touched = $3 where support_case = $1",
        case,
        column::instant(at),
        column::stored(position),
    );
}

fn touched(rows: &mut Rows, fact: &Recorded<Event>) {
    change!(
        rows,
        "update deadline_case set touched = $2 where support_case = $1",
        fact.stream,
        column::stored(fact.position),
    );
}

fn happened(
    rows: &mut Rows,
    (case, item): (Uuid, Uuid),
    what: &'static str,
    on: Option<Date>,
    at: Option<Timestamp>,
    domain: Option<DomainOfLife>,
) {
    change!(
        rows,
        "insert into deadline_fact (support_case, what, item, rank, on_day, at, domain, answered)
         select $1::uuid, $2::text, $3::uuid, coalesce(max(rank), 0) + 1, $4::date, $5::timestamptz, $6::text, false
         from deadline_fact where support_case = $1 and what = $2 and item = $3",
        case,
        what,
        item,
        on,
        at.map(column::instant),
        domain.map(DomainOfLife::code),
    );
}

/// The next term of a measure that runs, in its domain: what was asked of the others is done. The same told twice is one
/// term, and one that is put back is asked of again.
fn another_term(rows: &mut Rows, (case, item): (Uuid, Uuid), until: Date) {
    change!(
        rows,
        "update deadline_fact set answered = on_day <> $3::date
         where support_case = $1::uuid and item = $2::uuid and what = 'term'
           and (on_day <> $3 or rank < (select max(t.rank) from deadline_fact t
                where t.support_case = $1 and t.item = $2 and t.what = 'term'))",
        case,
        item,
        until,
    );
    change!(
        rows,
        "insert into deadline_fact (support_case, what, item, rank, on_day, domain, answered)
         select f.support_case, 'term', f.item,
             (select coalesce(max(t.rank), 0) + 1 from deadline_fact t
              where t.support_case = $1 and t.item = $2 and t.what = 'term'),
             $3::date, f.domain, false
         from deadline_fact f
         where f.support_case = $1 and f.item = $2 and f.what = 'measure_start' and f.rank = 1
           and not exists (select from deadline_fact t
               where t.support_case = $1 and t.item = $2 and t.what = 'term' and t.on_day = $3)",
        case,
        item,
        until,
    );
}

fn answered(rows: &mut Rows, (case, item): (Uuid, Uuid), what: &'static str) {
    change!(
        rows,
        "update deadline_fact set answered = true
         where support_case = $1 and item = $2 and what = $3 and not answered",
        case,
        item,
        what,
    );
}

/// A case, what its rules are counted from, and what they set in it.
#[derive(Clone, Debug)]
pub struct CaseFooting {
    /// Which.
    pub support_case: SupportCaseId,
    /// What its rules are counted from.
    pub footing: Footing,
    /// What rules set in it before.
    pub kept: Vec<Kept>,
    /// The position at which any of it last changed.
    pub touched: u64,
}

/// The next cases after one, in the order of their ids, whose facts changed after a position; those of all when none is
/// named. The program asks for itself.
///
/// # Errors
/// When they cannot be read.
pub async fn footings(
    client: &Client,
    _permit: &Permit,
    zone: &TimeZone,
    changed_after: Option<u64>,
    (after, most): (Option<SupportCaseId>, u32),
) -> Result<Vec<CaseFooting>, Fault> {
    let changed_after = column::stored(changed_after.unwrap_or_default());
    let (after, most) = (after.map(|case| case.0), i64::from(most));
    let rows = client
        .query(&client.prepare_cached(CASES).await?, &[&changed_after, &after, &most])
        .await?;
    let mut found = BTreeMap::new();
    for row in &rows {
        let case = case_footing(row, zone)?;
        found.insert(case.support_case.0, case);
    }
    let ids: Vec<Uuid> = found.keys().copied().collect();
    for row in client.query(&client.prepare_cached(FACTS).await?, &[&ids]).await? {
        if let Some(case) = found.get_mut(&row.try_get::<_, Uuid>(0)?) {
            case.footing.facts.push(fact_of(&row, zone)?);
        }
    }
    for row in client.query(&client.prepare_cached(KEPT).await?, &[&ids]).await? {
        if let Some(case) = found.get_mut(&row.try_get::<_, Uuid>(0)?) {
            let state = match row.try_get::<_, Option<&str>>(2)? {
                None => State::Stands,
                Some("lapsed") => State::Lapsed,
                Some(_) => State::Over,
            };
            case.kept.push(Kept {
                deadline: DeadlineId(row.try_get(1)?),
                state,
            });
        }
    }
    Ok(found.into_values().collect())
}

fn case_footing(row: &Row, zone: &TimeZone) -> Result<CaseFooting, Fault> {
    let opened_on = Day(row.try_get::<_, Date>(2)?);
    let closed_on = row.try_get::<_, Option<Date>>(3)?.map(Day);
    let watch_until = row.try_get::<_, Option<Date>>(4)?.map(Day);
    let day_of = |at: Option<Timestamp>| at.map(|at| Day::of(at, zone));
    Ok(CaseFooting {
        support_case: SupportCaseId(row.try_get(0)?),
        footing: Footing {
            support: column::from_code(row.try_get(1)?)?,
            phase: closed_on.map_or(Phase::Open(opened_on), |on| Phase::Closed(on, watch_until)),
            requested_on: row.try_get::<_, Option<Date>>(6)?.map(Day),
            heard_on: day_of(row.try_get(5)?),
            met_on: day_of(row.try_get(7)?),
            facts: Vec::new(),
        },
        kept: Vec::new(),
        touched: column::position(row.try_get(8)?),
    })
}

fn fact_of(row: &Row, zone: &TimeZone) -> Result<Happened, Fault> {
    let on = match (
        row.try_get::<_, Option<Date>>(3)?,
        row.try_get::<_, Option<Timestamp>>(4)?,
    ) {
        (Some(day), _) => Day(day),
        (None, Some(at)) => Day::of(at, zone),
        (None, None) => return Err(Fault::Unreadable("a fact without a date")),
    };
    let domain: Option<&str> = row.try_get(5)?;
    Ok(Happened {
        what: column::from_code::<From>(row.try_get(1)?)?,
        item: row.try_get(2)?,
        on,
        domain: domain.map(column::from_code::<DomainOfLife>).transpose()?,
        answered: row.try_get(6)?,
    })
}

const CASES: &str =
    "select support_case, support, opened_on, closed_on, watch_until, heard_at, requested_on, met_at, touched
     from deadline_case
     where touched > $1 and ($2::uuid is null or support_case > $2)
     order by support_case limit $3";

const FACTS: &str = "select support_case, what, item, on_day, at, domain, answered from deadline_fact
     where support_case = any($1) order by support_case, what, item, rank";

const KEPT: &str = "select distinct on (deadline) support_case, deadline, ending from deadline_span
     where support_case = any($1) and rule is not null order by deadline, rank desc";
