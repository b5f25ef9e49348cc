//! The ground of the figures of a team: what of each event counts, with its two times, so that any past day can be asked
//! as it was known then and as it is known now. What the figures are, `domain::indicator` says.

use crate::reach::{Reached, reached};
use crate::view::{Rows, View, change, keep};
use crate::{Client, Fact, Fault, column};
use access::{Permit, Reach};
use domain::configuration::{Configuration, History, Setting, Topic};
use domain::indicator::{
    Figure, Happening, Noted, Periods, Window, asked, of_case, of_contact, of_deadline, of_decision, of_meeting,
    of_plan, of_post,
};
use domain::words::{Day, ServiceId, SupportCaseId};
use domain::{deadline, organisation, plan, team_meeting};
use event_store::Recorded;
use futures::TryStreamExt;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What counts.
pub struct Ground;

impl View for Ground {
    fn name(&self) -> &'static str {
        "indicator_ground_v4"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/indicator_ground.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        match fact {
            Fact::SupportCase(fact) => {
                if let Some(happening) = of_case(&fact.event) {
                    in_case(rows, fact, fact.stream, &happening)?;
                }
            }
            Fact::Contact(fact) => {
                if let Some((case, happening)) = of_contact(&fact.event) {
                    in_case(rows, fact, case.0, &happening)?;
                }
            }
            Fact::Deadline(fact) => {
                if let deadline::Event::Set(setting) = &fact.event {
                    belongs(rows, fact.stream, Some(setting.support_case.0), None);
                }
                by_stream(rows, fact, 0, fact.stream, &of_deadline(fact.stream, &fact.event))?;
            }
            Fact::Plan(fact) => {
                if let plan::Event::Drafted { support_case } = &fact.event {
                    belongs(rows, fact.stream, Some(support_case.0), None);
                }
                if let Some(happening) = of_plan(&fact.event) {
                    by_stream(rows, fact, 0, fact.stream, &happening)?;
                }
            }
            Fact::TeamMeeting(fact) => of_a_meeting(rows, fact)?,
            Fact::Organisation(fact) => of_an_organisation(rows, fact)?,
            Fact::AccessPolicy(_)
            | Fact::Configuration(_)
            | Fact::Consent(_)
            | Fact::ExceptionalAccess(_)
            | Fact::Document(_)
            | Fact::FinancialAid(_)
            | Fact::Erasure(_)
            | Fact::Appointment(_)
            | Fact::Exclusion(_)
            | Fact::Household(_)
            | Fact::Person(_)
            | Fact::Sharing(_)
            | Fact::Workload(_) => {}
        }
        Ok(())
    }
}

fn of_a_meeting(rows: &mut Rows, fact: &Recorded<team_meeting::Event>) -> Result<(), Fault> {
    if let team_meeting::Event::Scheduled(schedule) = &fact.event {
        belongs(rows, fact.stream, None, Some(schedule.service.0));
    }
    if let team_meeting::Event::DecisionRecorded(decision) = &fact.event {
        belongs(rows, decision.decision.0, Some(decision.support_case.0), None);
    }
    if let Some(happening) = of_meeting(fact.stream, &fact.event) {
        by_stream(rows, fact, 0, fact.stream, &happening)?;
    }
    if let Some((decision, happening)) = of_decision(&fact.event) {
        by_stream(rows, fact, 0, decision.0, &happening)?;
    }
    Ok(())
}

/// Who joins another service has left the one before: for that service it is told first.
fn of_an_organisation(rows: &mut Rows, fact: &Recorded<organisation::Event>) -> Result<(), Fault> {
    let Some(happening) = of_post(&fact.event) else {
        return Ok(());
    };
    match &fact.event {
        organisation::Event::WorkerJoined { post } => {
            let worker = post.worker;
            let left = Happening::Post(worker, domain::indicator::ToPost::Left);
            by_stream(rows, fact, 0, worker.0, &left)?;
            belongs(rows, worker.0, None, Some(post.service.0));
            by_stream(rows, fact, 1, worker.0, &happening)?;
        }
        organisation::Event::WorkerLeft { worker } => by_stream(rows, fact, 0, worker.0, &happening)?,
        organisation::Event::Registered { .. }
        | organisation::Event::ServiceOpened { .. }
        | organisation::Event::TeamFormed { .. } => {}
    }
    Ok(())
}

fn told(happening: &Happening) -> Result<String, Fault> {
    serde_json::to_string(happening).or(Err(Fault::Unreadable("what counts has no JSON")))
}

/// What is told of a thing last holds, and no day that was ever asked of it is lost.
macro_rules! stands {
    () => {
        " on conflict (thing) do update set goes_on = excluded.goes_on,
             until_on = greatest(indicator_standing.until_on, excluded.until_on)"
    };
}

fn in_case<E>(rows: &mut Rows, fact: &Recorded<E>, case: Uuid, happening: &Happening) -> Result<(), Fault> {
    keep!(
        rows,
        "indicator_fact",
        "position, rank, support_case, happening, told_on, at, known_at",
        "$1, $2, $3, $4, $5, $6, $7",
        column::stored(fact.position),
        0_i16,
        case,
        told(happening)?,
        happening.told_on().map(column::day),
        fact.occurred_at,
        fact.known(),
    );
    if let Some(standing) = happening.standing() {
        change!(
            rows,
            concat!(
                "insert into indicator_standing (support_case, thing, goes_on, until_on)
                 values ($1::uuid, $2::uuid, $3::boolean, $4::date)",
                stands!()
            ),
            case,
            standing.thing.unwrap_or(case),
            standing.goes_on,
            standing.until_on.map(column::day),
        );
    }
    Ok(())
}

/// A fact whose case or service an earlier one told.
fn by_stream<E>(
    rows: &mut Rows,
    fact: &Recorded<E>,
    rank: i16,
    stream: Uuid,
    happening: &Happening,
) -> Result<(), Fault> {
    let meeting = matches!(happening, Happening::Meeting(..)).then_some(stream);
    change!(
        rows,
        "insert into indicator_fact (position, rank, support_case, service, meeting, happening, told_on, at, known_at)
         select $1::bigint, $2::smallint, s.support_case, s.service, $4::uuid, $5::text, $6::date,
             $7::timestamptz, $8::timestamptz
         from indicator_stream s where s.stream = $3::uuid",
        column::stored(fact.position),
        rank,
        stream,
        meeting,
        told(happening)?,
        happening.told_on().map(column::day),
        fact.occurred_at,
        fact.known(),
    );
    if let Some(standing) = happening.standing() {
        change!(
            rows,
            concat!(
                "insert into indicator_standing (support_case, thing, goes_on, until_on)
                 select s.support_case, $2::uuid, $3::boolean, $4::date
                 from indicator_stream s where s.stream = $1::uuid and s.support_case is not null",
                stands!()
            ),
            stream,
            standing.thing.unwrap_or(stream),
            standing.goes_on,
            standing.until_on.map(column::day),
        );
    }
    Ok(())
}

fn belongs(rows: &mut Rows, stream: Uuid, case: Option<Uuid>, service: Option<Uuid>) {
    change!(
        rows,
        "insert into indicator_stream (stream, support_case, service) values ($1, $2, $3)
         on conflict (stream) do update set support_case = excluded.support_case, service = excluded.service",
        stream,
        case,
        service,
    );
}

/// The figures of a service over a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Which service.
    pub service: ServiceId,
    /// Each figure with its definition.
    pub figures: Vec<Figure>,
    /// Below this, figures about people are hidden.
    pub threshold: u32,
    /// From how many facts they were made.
    pub facts: usize,
    /// In how many cases something happened over the time that is asked.
    pub cases: usize,
}

/// The figures of the service that the permit reaches, over a time.
///
/// # Errors
/// `OutOfReach` when the permit is not for the load of a service; else when they cannot be read.
pub async fn figures(client: &Client, permit: &Permit, periods: &Periods, history: &History) -> Result<Figures, Fault> {
    let Reach::Service(service) = permit.reach() else {
        return Err(Fault::OutOfReach);
    };
    let facts = facts(client, &Reached::by(permit), service, periods).await?;
    let threshold = inside(&history.now(), periods.asked.until_on);
    let read = facts.len();
    let cases = cases(facts.iter().filter(|noted| periods.asked.holds(noted.at)));
    let (periods, history) = (periods.clone(), history.clone());
    // Many facts take a moment to count: whoever else is served on this thread does not wait for it.
    let counted = tokio::task::spawn_blocking(move || asked(&facts, &periods, &history, threshold));
    Ok(Figures {
        service,
        figures: counted
            .await
            .or(Err(Fault::Unreadable("figures were not counted to their end")))?,
        threshold,
        facts: read,
        cases: cases.len(),
    })
}

async fn facts(client: &Client, reached: &Reached, service: ServiceId, periods: &Periods) -> Result<Vec<Noted>, Fault> {
    let (asked, first_on) = (&periods.asked, periods.reach_back_to());
    let first = first_on.start(&asked.zone);
    let statement = client.prepare_cached(FACTS).await?;
    let values = reached.values(&[&asked.until, &service.0, &asked.until_on.0, &first_on.0, &first]);
    let rows = client.query_raw(&statement, values).await?;
    let mut rows = std::pin::pin!(rows);
    let mut facts = Vec::new();
    while let Some(row) = rows.try_next().await? {
        facts.push(noted(&row, &asked.zone)?);
    }
    Ok(facts)
}

fn noted(row: &tokio_postgres::Row, zone: &TimeZone) -> Result<Noted, Fault> {
    let happening: Happening =
        serde_json::from_str(row.try_get(1)?).or(Err(Fault::Unreadable("what counts is of another form")))?;
    Ok(Noted {
        support_case: row.try_get::<_, Option<Uuid>>(0)?.map(SupportCaseId),
        at: happening.was_at(row.try_get(2)?, zone),
        happening,
        known_at: row.try_get(3)?,
    })
}

/// What was by the end of the time: of the cases that the permit reaches, of the meetings of the service and of the posts in
/// it. Cases and meetings that were over before any figure asks, and of which nothing was written since, are in none.
const FACTS: &str = concat!(
    "with within as (
         select c.support_case from support_case_register c
         where (exists (select from indicator_standing s
                     where s.support_case = c.support_case and (s.goes_on or s.until_on >= $9::date))
                 or exists (select from indicator_fact f
                     where f.support_case = c.support_case and greatest(f.at, f.known_at) >= $10))
           and ",
    reached!(),
    "), met as (
         select f.meeting from indicator_fact f
         where f.service = $7 and f.meeting is not null and greatest(f.at, f.known_at) >= $10)
     select f.support_case, f.happening, f.at, f.known_at, f.position, f.rank
     from indicator_fact f join within using (support_case)
     where f.at <= $6 or f.told_on < $8
     union all
     select null, f.happening, f.at, f.known_at, f.position, f.rank
     from indicator_fact f
     where f.support_case is null and f.service = $7 and f.at <= $6
       and (f.meeting is null or f.meeting in (select meeting from met))
     order by 5, 6"
);

/// The cases that facts are about.
fn cases<'a>(facts: impl Iterator<Item = &'a Noted>) -> BTreeSet<SupportCaseId> {
    facts.filter_map(|noted| noted.support_case).collect()
}

/// What happened over a time in the cases of the service that the permit reaches, and to the meetings that the service called;
/// in order, and as it is known now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Which service.
    pub service: ServiceId,
    /// What happened; posts are not among it.
    pub facts: Vec<Noted>,
    /// In which cases.
    pub cases: BTreeSet<SupportCaseId>,
    /// Of fewer cases nothing may be shown.
    pub threshold: u32,
}

/// What happened in the cases of the service that the permit reaches.
///
/// # Errors
/// `OutOfReach` when the permit is not for the load of a service; else when it cannot be read.
pub async fn course(
    client: &Client,
    permit: &Permit,
    over: &Window,
    settings: &Configuration,
) -> Result<Course, Fault> {
    let Reach::Service(service) = permit.reach() else {
        return Err(Fault::OutOfReach);
    };
    let statement = client.prepare_cached(COURSE).await?;
    let reached = Reached::by(permit);
    let values = reached.values(&[&over.from, &service.0, &over.until, &over.from_on.0, &over.until_on.0]);
    let rows = client.query_raw(&statement, values).await?;
    let mut rows = std::pin::pin!(rows);
    let mut facts = Vec::new();
    while let Some(row) = rows.try_next().await? {
        let noted = noted(&row, &over.zone)?;
        if over.holds(noted.at) {
            facts.push(noted);
        }
    }
    // What a day tells of an earlier one stands where that day is; the order of the log decides within a day.
    facts.sort_by_key(|noted| Day::of(noted.at, &over.zone));
    Ok(Course {
        service,
        cases: cases(facts.iter()),
        facts,
        threshold: inside(settings, over.until_on),
    })
}

/// A meeting is held once, whatever tells of it: that it began, that it rose and that it was closed; and that somebody of a
/// family came is told once, by however many. All that may lie between two days by the day that is told of it, else by its instant.
const COURSE: &str = concat!(
    "select f.support_case, f.happening, f.at, f.known_at, f.position, f.rank
     from indicator_fact f join support_case_register c using (support_case)
     where f.at >= $6 and (f.told_on is null or f.told_on >= $9) and (f.at < $8 or f.told_on < $10) and ",
    reached!(),
    " union all
     select null, f.happening, f.at, f.known_at, f.position, f.rank
     from indicator_fact f
     where f.support_case is null and f.service = $7 and f.meeting is not null and f.at >= $6 and f.at < $8
       and (f.happening like '%\"postponed\"%' or not exists (
           select from indicator_fact e
           where e.meeting = f.meeting and e.happening = f.happening
             and (e.position, e.rank) < (f.position, f.rank)))
     order by 5, 6"
);

/// The smallest figure about people that may be shown inside the service; where none was adopted, none is shown.
pub(crate) fn inside(settings: &Configuration, on: Day) -> u32 {
    match settings.on(Topic::Disclosure, on) {
        Some((Setting::Disclosure { inside, outside: _ }, ..)) => *inside,
        Some(_) | None => u32::MAX,
    }
}
