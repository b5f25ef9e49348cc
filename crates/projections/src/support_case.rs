//! The register of accompanied situations: when each was open, who answered for it, who stood around the person.

mod doors;
mod live;
mod names;
mod own_list;
mod taken_away;

pub use doors::{streams, ties, ties_if_not_kept_away};
pub use live::{FollowedRow, NamelessRow, followed, nameless, naming, people, touched};
pub use names::{CaseNames, NamedPerson, names};
pub(crate) use own_list::zone_name;
pub use own_list::{Asked, CaseRow, Cursor, Page, Phase, page};
pub use taken_away::{TakenAway, taken_away};

use crate::view::{Rows, View, change};
use crate::{Fact, Fault, SealedColumn, column};
use domain::support_case::{Complexity, Event, Opening};
use domain::words::{DomainOfLife, WorkerId};
use event_store::Recorded;

/// One row per situation, and its spells.
pub struct Register;

impl View for Register {
    fn name(&self) -> &'static str {
        "support_case_register_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/support_case_register.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::SupportCase(fact) = fact else { return Ok(()) };
        match &fact.event {
            Event::Opened(opening) => opened(rows, fact, opening)?,
            Event::Reopened { on, trigger: _ } => {
                begins(rows, fact, *on);
                change!(
                    rows,
                    "update support_case_register set closed_on = null, closed_at = null, watch_until = null
                     where support_case = $1",
                    fact.stream,
                );
            }
            Event::Closed {
                on,
                reason: _,
                watch_until,
                balance: _,
            } => ends(rows, fact, *on, *watch_until),
            Event::ReferentAppointed { worker } => answers(rows, fact, *worker),
            Event::ReferentHandedOver { to, .. } => {
                stops_answering(rows, fact);
                answers(rows, fact, *to);
            }
            Event::ReferentStoodDown { .. } => stops_answering(rows, fact),
            Event::TeamMemberJoined(joining) => joins(rows, fact, joining.worker),
            Event::TeamMemberLeft(leaving) => leaves(rows, fact, leaving.worker),
            Event::CadenceAgreed { intensity } => change!(
                rows,
                "update support_case_register set intensity = $2 where support_case = $1",
                fact.stream,
                column::code(intensity)?,
            ),
            Event::ComplexityReviewed { complexities } => reviewed(rows, fact, complexities)?,
            Event::SituationAssessed(assessment) => touches(rows, fact, Some(assessment.domain)),
            Event::StrengthIdentified(named) | Event::ObstacleIdentified(named) => touches(rows, fact, named.domain),
            Event::MeasureDecided(decided) => touches(rows, fact, Some(decided.domain)),
            Event::MeasureStarted(measure) => touches(rows, fact, Some(measure.domain)),
            Event::LifeEventRecorded { domain, .. } => touches(rows, fact, *domain),
            Event::StoryRecorded(_)
            | Event::SummedUp { .. }
            | Event::HandoverMeetingHeld { .. }
            | Event::MeasureRenewalAsked { .. }
            | Event::MeasureRenewed { .. }
            | Event::MeasureEnded { .. }
            | Event::SignalSetAside { .. }
            | Event::OrientationRequested { .. }
            | Event::OrientationDecided { .. }
            | Event::ActRecorded { .. } => {}
        }
        Ok(())
    }
}

fn opened(rows: &mut Rows, fact: &Recorded<Event>, opening: &Opening) -> Result<(), Fault> {
    change!(
        rows,
        "insert into support_case_register
             (support_case, label, household, service, support, intensity, children,
              opened_on, opened_at, requested_on, known_at, touched)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        fact.stream,
        SealedColumn::of(&opening.label)?,
        opening.household.map(|household| household.0),
        opening.service.0,
        column::code(&opening.support)?,
        column::code(&opening.intensity)?,
        i16::from(opening.children),
        column::day(opening.opened_on),
        fact.occurred_at,
        opening.requested_on.map(column::day),
        fact.known(),
        column::stored(fact.position),
    );
    for person in &opening.people {
        change!(
            rows,
            "insert into support_case_person (support_case, person) values ($1, $2) on conflict do nothing",
            fact.stream,
            person.0,
        );
    }
    begins(rows, fact, opening.opened_on);
    Ok(())
}

fn begins(rows: &mut Rows, fact: &Recorded<Event>, on: domain::words::Day) {
    change!(
        rows,
        "insert into support_case_openness (support_case, rank, from_on, from_at, known_at)
         select $1::uuid, coalesce(max(rank), 0) + 1, $2::date, $3::timestamptz, $4::timestamptz
         from support_case_openness where support_case = $1",
        fact.stream,
        column::day(on),
        fact.occurred_at,
        fact.known(),
    );
}

/// An imported record may close a case twice: the later word holds for its last spell.
fn ends(rows: &mut Rows, fact: &Recorded<Event>, on: domain::words::Day, watch_until: Option<domain::words::Day>) {
    change!(
        rows,
        "update support_case_openness
         set until_on = $2, until_at = $3, watch_until = $4, until_known_at = $5
         where support_case = $1
           and rank = (select max(rank) from support_case_openness where support_case = $1)",
        fact.stream,
        column::day(on),
        fact.occurred_at,
        watch_until.map(column::day),
        fact.known(),
    );
    change!(
        rows,
        "update support_case_register set closed_on = $2, closed_at = $3, watch_until = $4 where support_case = $1",
        fact.stream,
        column::day(on),
        fact.occurred_at,
        watch_until.map(column::day),
    );
}

fn answers(rows: &mut Rows, fact: &Recorded<Event>, worker: WorkerId) {
    change!(
        rows,
        "insert into support_case_referent (support_case, rank, worker, from_at, known_at)
         select $1::uuid, coalesce(max(rank), 0) + 1, $2::uuid, $3::timestamptz, $4::timestamptz
         from support_case_referent where support_case = $1",
        fact.stream,
        worker.0,
        fact.occurred_at,
        fact.known(),
    );
    change!(
        rows,
        "update support_case_register set referent = $2, touched = $3 where support_case = $1",
        fact.stream,
        worker.0,
        column::stored(fact.position),
    );
}

fn stops_answering(rows: &mut Rows, fact: &Recorded<Event>) {
    change!(
        rows,
        "update support_case_referent set until_at = $2, until_known_at = $3
         where support_case = $1 and until_at is null",
        fact.stream,
        fact.occurred_at,
        fact.known(),
    );
    change!(
        rows,
        "update support_case_register set referent = null, touched = $2 where support_case = $1",
        fact.stream,
        column::stored(fact.position),
    );
}

fn joins(rows: &mut Rows, fact: &Recorded<Event>, worker: WorkerId) {
    change!(
        rows,
        "insert into support_case_member (support_case, rank, worker, from_at, known_at)
         select $1::uuid, coalesce(max(rank), 0) + 1, $2::uuid, $3::timestamptz, $4::timestamptz
         from support_case_member where support_case = $1",
        fact.stream,
        worker.0,
        fact.occurred_at,
        fact.known(),
    );
    renewed(rows, fact);
}

fn leaves(rows: &mut Rows, fact: &Recorded<Event>, worker: WorkerId) {
    change!(
        rows,
        "update support_case_member set until_at = $3
         where support_case = $1 and worker = $2 and until_at is null",
        fact.stream,
        worker.0,
        fact.occurred_at,
    );
    renewed(rows, fact);
}

fn renewed(rows: &mut Rows, fact: &Recorded<Event>) {
    change!(
        rows,
        "update support_case_register set touched = $2 where support_case = $1",
        fact.stream,
        column::stored(fact.position),
    );
}

fn reviewed(rows: &mut Rows, fact: &Recorded<Event>, complexities: &[Complexity]) -> Result<(), Fault> {
    let codes: Result<Vec<_>, _> = complexities.iter().map(column::code).collect();
    change!(
        rows,
        "insert into support_case_complexity (support_case, position, from_at, complexities) values ($1, $2, $3, $4)",
        fact.stream,
        column::stored(fact.position),
        fact.occurred_at,
        codes?,
    );
    Ok(())
}

fn touches(rows: &mut Rows, fact: &Recorded<Event>, domain: Option<DomainOfLife>) {
    let Some(domain) = domain else { return };
    change!(
        rows,
        "insert into support_case_domain (support_case, domain, first_at) values ($1, $2, $3)
         on conflict (support_case, domain)
         do update set first_at = least(support_case_domain.first_at, excluded.first_at)",
        fact.stream,
        domain.code(),
        fact.occurred_at,
    );
}
