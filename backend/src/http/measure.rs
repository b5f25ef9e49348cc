//! Measures, and meeting the family together when a case changes hands.

use super::asking::Writing;
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::measure::{FollowMeasure, Following, MeetForHandover, NoteMeasure, Stage};
use domain::support_case::{Command, DecidedMeasure, Measure, SupportCase};
use domain::words::{MeasureId, SupportCaseId};

/// Notes that a measure was decided, or that it begins.
#[utoipa::path(post, path = contract::paths::MEASURES, tag = "support cases",
    params(("support_case" = SupportCaseId, Path)), request_body = NoteMeasure, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn note(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<NoteMeasure>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::to(&trame, worker, *support_case).await?;
    let on = Failure::within("on", body.on)?;
    let until = Failure::unless_within("until", body.until)?;
    let label = writing.text("label", body.measure.0, body.domain.compartment(), &body.label)?;
    let (measure, domain) = (body.measure, body.domain);
    let command = match (body.stage, until) {
        (Stage::Decided, Some(_)) => return Err(Failure::unfit("until", "measure.no_term_yet")),
        (Stage::Decided, None) => Command::DecideMeasure(DecidedMeasure {
            measure,
            label,
            domain,
            on,
        }),
        (Stage::Started, until) => Command::StartMeasure(Measure {
            measure,
            label,
            domain,
            from: on,
            until,
        }),
    };
    writing
        .ask::<SupportCase, _>(support_case.0, body.command, None, command)
        .await
}

/// Notes what becomes of a measure: its renewal is asked for, it has another term, it ended.
#[utoipa::path(post, path = contract::paths::FOLLOW_MEASURE, tag = "support cases",
    params(("support_case" = SupportCaseId, Path), ("measure" = MeasureId, Path)), request_body = FollowMeasure,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn follow(
    worker: Worker,
    path: Path<(SupportCaseId, MeasureId)>,
    body: Json<FollowMeasure>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, measure) = path.into_inner();
    let writing = Writing::acting(&trame, worker, support_case).await?;
    let command = match body.what {
        Following::RenewalAsked => Command::AskRenewal { measure },
        Following::Renewed { until } => Command::RenewMeasure {
            measure,
            until: Failure::within("until", until)?,
        },
        Following::Ended { on } => Command::EndMeasure {
            measure,
            on: Failure::within("on", on)?,
        },
    };
    writing
        .ask::<SupportCase, _>(support_case.0, body.command, None, command)
        .await
}

/// Notes that the new référent met the family together with who knew it before.
#[utoipa::path(post, path = contract::paths::HANDOVER_MEETING, tag = "support cases",
    params(("support_case" = SupportCaseId, Path)), request_body = MeetForHandover, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn meet_for_handover(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<MeetForHandover>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::acting(&trame, worker, *support_case).await?;
    let on = Failure::within("on", body.on)?;
    writing
        .ask::<SupportCase, _>(support_case.0, body.command, None, Command::MeetForHandover { on })
        .await
}
