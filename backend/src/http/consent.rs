//! What a person says about sharing, written down by who acts in her case: that she agrees, that she objects, that she
//! takes her word back.

use super::asking::{Circumstance, ask};
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use access::Permit;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::Plain;
use contract::sharing::{GiveConsent, Oppose, TakeBack};
use domain::consent::{Agreement, Command, Consent, Named};
use domain::words::{ConsentId, PersonId, SupportCaseId, Text, said};
use projections::case_file::CaseFile;
use sealed::{Compartment, Private};

/// Writes down that somebody agrees, for some people, some things and a time.
#[utoipa::path(post, path = contract::paths::CONSENTS, tag = "rights",
    params(("support_case" = SupportCaseId, Path)), request_body = GiveConsent, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn give(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<GiveConsent>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let permit = permit(&trame, worker, *support_case).await?;
    speaks(&trame, &permit, *support_case, body.person).await?;
    known(&trame, "recipients", &body.recipients).await?;
    Failure::unless_within("on", Some(body.on))?;
    Failure::unless_within("until", Some(body.until))?;
    if body.until < trame.clock.today() {
        return Err(Failure::unfit("until", "consent.ends_before"));
    }
    let command = Command::Give(Agreement {
        support_case: *support_case,
        person: body.person,
        recipients: body.recipients.clone(),
        scope: body.scope.clone(),
        means: body.means,
        on: body.on,
        until: body.until,
    });
    asked(&trame, worker, body.consent, body.command, command).await
}

/// Writes down that she takes it back: what stands on it ends with this answer.
#[utoipa::path(post, path = contract::paths::WITHDRAW_CONSENT, tag = "rights",
    params(("support_case" = SupportCaseId, Path), ("consent" = ConsentId, Path)), request_body = TakeBack, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn withdraw(
    worker: Worker,
    path: Path<(SupportCaseId, ConsentId)>,
    body: Json<TakeBack>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, consent) = path.into_inner();
    let permit = permit(&trame, worker, support_case).await?;
    let given = trame.consents(&permit, support_case).await?;
    let given = given.iter().find(|row| row.consent == consent);
    let person = given.ok_or_else(Failure::not_found)?.person;
    let words = words(person, body.words.as_ref())?;
    asked(&trame, worker, consent, body.command, Command::Withdraw { words }).await
}

/// Writes down that somebody objects: what she may object to ends with this answer.
#[utoipa::path(post, path = contract::paths::OPPOSITIONS, tag = "rights",
    params(("support_case" = SupportCaseId, Path)), request_body = Oppose, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn oppose(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<Oppose>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let permit = permit(&trame, worker, *support_case).await?;
    speaks(&trame, &permit, *support_case, body.person).await?;
    known(&trame, "against", &body.against).await?;
    let command = Command::Oppose {
        support_case: *support_case,
        person: body.person,
        against: body.against.clone(),
        words: words(body.person, body.words.as_ref())?,
    };
    asked(&trame, worker, body.opposition, body.command, command).await
}

/// Writes down that she does not object any more.
#[utoipa::path(post, path = contract::paths::LIFT_OPPOSITION, tag = "rights",
    params(("support_case" = SupportCaseId, Path), ("opposition" = ConsentId, Path)), request_body = TakeBack,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn lift(
    worker: Worker,
    path: Path<(SupportCaseId, ConsentId)>,
    body: Json<TakeBack>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, opposition) = path.into_inner();
    let permit = permit(&trame, worker, support_case).await?;
    let standing = trame.oppositions(&permit, support_case).await?;
    let stands = standing.iter().any(|row| row.opposition == opposition);
    if !stands && !trame.log.accepted(body.command).await? {
        return Err(Failure::not_found());
    }
    asked(&trame, worker, opposition, body.command, Command::LiftOpposition).await
}

/// The permit of who acts in the case: she hears the person, and writes down what she says.
async fn permit(trame: &Trame, worker: Worker, case: SupportCaseId) -> Result<Permit, Failure> {
    let permit = trame
        .permit_for_case(worker.reader, case)
        .await?
        .ok_or_else(Failure::not_found)?;
    if permit.passes_on() {
        Ok(permit)
    } else {
        Err(Failure::not_allowed("problem.passes_nothing_on"))
    }
}

/// Whether somebody of the case speaks.
async fn speaks(trame: &Trame, permit: &Permit, case: SupportCaseId, person: PersonId) -> Result<(), Failure> {
    let facts = trame.facts_of_case(permit, case).await?;
    let file = CaseFile::fold(case, &facts, None);
    let opened_for = |person| file.opening.iter().any(|opening| opening.what.people.contains(&person));
    if opened_for(person) || file.members.iter().any(|member| member.person == person) {
        Ok(())
    } else {
        Err(Failure::unfit("person", "problem.person_unknown"))
    }
}

/// Whether the directory knows those who are named.
async fn known(trame: &Trame, field: &str, named: &Named) -> Result<(), Failure> {
    let rows = trame.workers(&named.workers).await?;
    let services = trame.service_names().await?;
    let all_known = named.services.iter().all(|service| services.contains_key(service));
    if rows.len() < named.workers.len() {
        Err(Failure::unfit(field, "problem.worker_unknown"))
    } else if all_known {
        Ok(())
    } else {
        Err(Failure::unfit(field, "problem.service_unknown"))
    }
}

/// Her own words, under her own key.
fn words(person: PersonId, words: Option<&Plain<String>>) -> Result<Option<Text>, Failure> {
    let said_words = words
        .filter(|words| !words.0.trim().is_empty())
        .map(|words| said(&words.0));
    let value = said_words
        .transpose()
        .map_err(|invalid| Failure::invalid("words", invalid))?;
    Ok(value.map(|value| Private::person(person.0, Compartment::Social, value)))
}

async fn asked(
    trame: &Trame,
    worker: Worker,
    stream: ConsentId,
    command: uuid::Uuid,
    wish: Command,
) -> Result<HttpResponse, Failure> {
    let once = Circumstance::now(command);
    let accepted = ask::<Consent, _>(trame, worker, stream.0, once, wish).await?;
    // What stands on it opens or closes once the views know it: only then it is answered.
    trame.holds(accepted.position).await?;
    Ok(HttpResponse::Ok().json(accepted))
}
