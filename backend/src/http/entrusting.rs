//! Entrusting cases to somebody of the team: those that wait, or those of a colleague.

use super::asking::{Circumstance, ask};
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use contract::Plain;
use contract::workload::entrusting::{Entrust, Entrusted, NotEntrusted};
use domain::support_case::{Command, SupportCase};
use domain::words::{PersonId, SupportCaseId, Text, said};
use sealed::{Compartment, Private, Subject};
use sentences::say;
use uuid::Uuid;

/// Entrusts cases, to who answers for the team: each by itself, so that one that is refused keeps no other back. Asked
/// again with the same commands it does nothing twice.
#[utoipa::path(post, path = contract::paths::ENTRUST, tag = "workload", request_body = Entrust, responses(
    (status = 200, body = contract::workload::entrusting::Entrusted),
    problems::Reading, problems::Missing, problems::Body,
))]
pub(super) async fn entrust(worker: Worker, body: Json<Entrust>, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    let families = trame.may_entrust(worker, &body).await?;
    let mut done = Entrusted {
        entrusted: Vec::new(),
        refused: Vec::new(),
        position: None,
    };
    for case in &body.cases {
        let Some(people) = families.get(&case.support_case).and_then(Option::as_ref) else {
            done.refused.push(NotEntrusted {
                support_case: case.support_case,
                code: "problem.takes_no_part".to_owned(),
                sentence: say(worker.language, "problem.takes_no_part", &[]),
            });
            continue;
        };
        let reason = reason(case.command, case.support_case, people, body.reason.as_ref())?;
        let command = match body.giver {
            Some(giver) => Command::HandOver {
                from: Some(giver),
                to: body.taker,
                reason,
                met_on: None,
            },
            None => Command::AppointReferent { worker: body.taker },
        };
        let once = Circumstance::now(case.command);
        match ask::<SupportCase, _>(&trame, worker, case.support_case.0, once, command).await {
            Ok(accepted) => {
                done.entrusted.push(case.support_case);
                done.position = done.position.max(Some(accepted.position));
            }
            Err(failure) => {
                let (code, sentence) = failure.refusal(worker.language)?;
                done.refused.push(NotEntrusted {
                    support_case: case.support_case,
                    code,
                    sentence,
                });
            }
        }
    }
    if let Some(position) = done.position {
        trame.holds(position).await?;
    }
    Ok(HttpResponse::Ok().json(done))
}

/// Why, sealed under the key of the one person of the case, or of its own: each reason can be forgotten by itself.
fn reason(
    text: Uuid,
    case: SupportCaseId,
    people: &[PersonId],
    written: Option<&Plain<String>>,
) -> Result<Option<Text>, Failure> {
    let Some(written) = written.filter(|written| !written.0.trim().is_empty()) else {
        return Ok(None);
    };
    let value = said(&written.0).map_err(|invalid| Failure::invalid("reason", invalid))?;
    let people: Vec<Uuid> = people.iter().map(|person| person.0).collect();
    let subject = if people.is_empty() {
        Subject::SupportCase(case.0)
    } else {
        Subject::of_text(text, &people)
    };
    Ok(Some(Private::new(subject, Compartment::Coordination, value)))
}
