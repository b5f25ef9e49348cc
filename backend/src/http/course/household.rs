//! Who lives in the household of a case: somebody comes to live there, somebody leaves.

use super::on_or_before_today;
use super::opening::{once, registered};
use crate::app::Trame;
use crate::http::Worker;
use crate::http::asking::{Circumstance, Writing, ask};
use crate::http::failure::Failure;
use crate::http::problems;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::course::{Comer, MoveOut, NewMember, Welcome};
use domain::household::{Command, Household, Member};
use domain::person::Person;
use domain::words::{Doer, HouseholdId, PersonId, SupportCaseId};
use sealed::Compartment;
use uuid::Uuid;

/// Notes that somebody comes to live there: somebody new, or somebody whom the case knows.
#[utoipa::path(post, path = contract::paths::HOUSEHOLD, tag = "course of a case",
    params(("support_case" = SupportCaseId, Path)), request_body = Welcome, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(in crate::http) async fn welcome(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<Welcome>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::acting(&trame, worker, *support_case).await?;
    let household = household(&writing).await?;
    let place = match &body.who {
        Comer::New(who) => {
            registers(&writing, body.command, body.person, who).await?;
            who.place
        }
        Comer::Known { place } => {
            writing
                .knows(&Doer::Person(body.person), body.command)
                .await
                .map_err(|failure| failure.of_field("person"))?;
            *place
        }
    };
    let member = Member {
        person: body.person,
        place,
    };
    at_home(&writing, household, body.command, Command::Welcome { member }).await
}

/// Notes that somebody no longer lives there. What is known of her stays.
#[utoipa::path(post, path = contract::paths::MOVE_OUT, tag = "course of a case",
    params(("support_case" = SupportCaseId, Path), ("person" = PersonId, Path)), request_body = MoveOut, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(in crate::http) async fn move_out(
    worker: Worker,
    path: Path<(SupportCaseId, PersonId)>,
    body: Json<MoveOut>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, person) = path.into_inner();
    let writing = Writing::acting(&trame, worker, support_case).await?;
    let household = household(&writing).await?;
    let on = on_or_before_today(&trame, "on", body.on)?;
    at_home(&writing, household, body.command, Command::Leave { person, on }).await
}

/// Makes the file of somebody new.
async fn registers(writing: &Writing<'_>, command: Uuid, person: PersonId, who: &NewMember) -> Result<(), Failure> {
    let trame = writing.trame();
    let register = registered(trame, person, who, "", None)?;
    let circumstance = once(command, person.0);
    // An id of something else is unknown to her.
    let unused = trame.log.stream(person.0).await?.is_empty();
    if !unused && !trame.log.accepted(circumstance.command()).await? {
        return Err(Failure::not_found());
    }
    ask::<Person, _>(trame, writing.knocking(), person.0, circumstance, register).await?;
    Ok(())
}

/// The household of the case, for who may write who lives where.
async fn household(writing: &Writing<'_>) -> Result<HouseholdId, Failure> {
    let written = [Compartment::Identity, Compartment::Household];
    if !written.iter().all(|each| writing.writes(*each)) {
        return Err(Failure::not_allowed("problem.not_writable"));
    }
    let known = writing.file().await?.opening.and_then(|opening| opening.what.household);
    known.ok_or_else(|| Failure::unfit("person", "household.not_formed"))
}

async fn at_home(
    writing: &Writing<'_>,
    household: HouseholdId,
    command: Uuid,
    wish: Command,
) -> Result<HttpResponse, Failure> {
    let (trame, once) = (writing.trame(), Circumstance::now(command));
    let accepted = ask::<Household, _>(trame, writing.knocking(), household.0, once, wish).await?;
    trame.holds(accepted.position).await?;
    Ok(HttpResponse::Ok().json(accepted))
}
