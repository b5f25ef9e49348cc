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
use uuid::Uuid;

/// What counts.
pub struct Ground;

impl View for Ground {
    fn name(&self) -> &'static str {
        "indicator_ground_v3"
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
            | Fact::Erasure(_)
            | Fact::Exclusion(_)
            | Fact::Household(_)
            | Fact::Person(_)
            | Fact::Sharing(_) => {}
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
    change!(
        rows,
        "insert into indicator_fact (position, rank, support_case, service, happening, told_on, at, known_at)
         select $1::bigint, $2::smallint, s.support_case, s.service, $4::text, $5::date,
             $6::timestamptz, $7::timestamptz
         from indicator_stream s where s.stream = $3::uuid",
        column::stored(fact.position),
        rank,
        stream,
        told(happening)?,
        happening.told_on().map(column::day),
        fact.occurred_at,
        fact.known(),
    );
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
}

/// The figures of the service that the permit reaches, over a time.
///
/// # Errors
/// `OutOfReach` when the permit is not for the load of a service; else when they cannot be read.
pub async fn figures(client: &Client, permit: &Permit, periods: &Periods, history: &History) -> Result<Figures, Fault> {
    let Reach::Service(service) = permit.reach() else {
        return Err(Fault::OutOfReach);
    };
    let facts = facts(client, &Reached::by(permit), service, &periods.asked).await?;
    let threshold = inside(&history.now(), periods.asked.until_on);
    Ok(Figures {
        service,
        figures: asked(&facts, periods, history, threshold),
        threshold,
    })
}

async fn facts(client: &Client, reached: &Reached, service: ServiceId, window: &Window) -> Result<Vec<Noted>, Fault> {
    let statement = client.prepare_cached(FACTS).await?;
    let rows = client
        .query(
            &statement,
            &reached.values(&[&window.until, &service.0, &window.until_on.0]),
        )
        .await?;
    let read = |row: &tokio_postgres::Row| {
        let happening: Happening =
            serde_json::from_str(row.try_get(1)?).or(Err(Fault::Unreadable("what counts is of another form")))?;
        Ok(Noted {
            support_case: row.try_get::<_, Option<Uuid>>(0)?.map(SupportCaseId),
            at: happening.was_at(row.try_get(2)?, &window.zone),
            happening,
            known_at: row.try_get(3)?,
        })
    };
    rows.iter().map(read).collect()
}

/// What was by the end of the time: of the cases that the permit reaches, of the meetings of the service and of the posts in
/// it.
const FACTS: &str = concat!(
    "with within as (select c.support_case from support_case_register c where ",
    reached!(),
    ")
     select f.support_case, f.happening, f.at, f.known_at, f.position, f.rank
     from indicator_fact f join within using (support_case)
     where f.at <= $6 or f.told_on < $8
     union all
     select null, f.happening, f.at, f.known_at, f.position, f.rank
     from indicator_fact f
     where f.support_case is null and f.service = $7 and f.at <= $6
     order by 5, 6"
);

/// The smallest figure about people that may be shown inside the service; where none was adopted, none is shown.
pub(crate) fn inside(settings: &Configuration, on: Day) -> u32 {
    match settings.on(Topic::Disclosure, on) {
        Some((Setting::Disclosure { inside, outside: _ }, ..)) => *inside,
        Some(_) | None => u32::MAX,
    }
}
