//! The directory: organisations, services, teams, and the posts of professionals, whose names stay sealed.

mod directory;

pub use directory::{ServiceRow, WorkerRow, all_workers, services, workers, workers_of};

use crate::view::{Rows, View, change};
use crate::{Fact, Fault, SealedColumn, column};
use domain::organisation::{Event, Post};
use event_store::Recorded;

/// Who helps, and where.
pub struct Directory;

impl View for Directory {
    fn name(&self) -> &'static str {
        "organisation_directory_v2"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/organisation_directory.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Organisation(fact) = fact else { return Ok(()) };
        match &fact.event {
            Event::Registered { name, kind } => change!(
                rows,
                "insert into organisation_body (organisation, name, kind) values ($1, $2, $3)",
                fact.stream,
                column::clear(name),
                column::code(kind)?,
            ),
            Event::ServiceOpened { service, name } => change!(
                rows,
                "insert into organisation_service (service, organisation, name) values ($1, $2, $3) on conflict do nothing",
                service.0,
                fact.stream,
                column::clear(name),
            ),
            Event::TeamFormed { team, service, name } => change!(
                rows,
                "insert into organisation_team (team, service, name) values ($1, $2, $3) on conflict do nothing",
                team.0,
                service.0,
                column::clear(name),
            ),
            Event::WorkerJoined { post } => joined(rows, fact, post)?,
            Event::WorkerLeft { worker } => change!(
                rows,
                "update organisation_post set until = $3
                 where worker = $1 and organisation = $2 and until is null",
                worker.0,
                fact.stream,
                fact.occurred_at,
            ),
        }
        Ok(())
    }
}

fn joined(rows: &mut Rows, fact: &Recorded<Event>, post: &Post) -> Result<(), Fault> {
    change!(
        rows,
        "insert into organisation_post
             (worker, position, organisation, name, identifier, service, team, profession, role,
              bound_by_secrecy, working_time, since)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        post.worker.0,
        column::stored(fact.position),
        fact.stream,
        SealedColumn::of(&post.name)?,
        SealedColumn::of(&post.identifier)?,
        post.service.0,
        post.team.map(|team| team.0),
        column::code(&post.profession)?,
        column::code(&post.role)?,
        post.bound_by_secrecy,
        i16::try_from(post.working_time).unwrap_or(i16::MAX),
        fact.occurred_at,
    );
    Ok(())
}
