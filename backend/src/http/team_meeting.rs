//! Team meetings: the list, the shared case view, and decisions.

pub(super) mod copies;
pub(super) mod steps;

use super::asking::Writing;
use super::failure::Failure;
use super::problems;
use super::reading::Reading;
use super::worker::Worker;
use crate::app::Trame;
use crate::view;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use contract::support_case::AsKnown;
use contract::team_meeting::RecordDecision;
use domain::team_meeting::{Command, Decision, Ground, TeamMeeting};
use domain::words::{SupportCaseId, TeamMeetingId};
use journal::Shown;
use sealed::Compartment;

/// Lists the meetings of the reader: those to come, then those held lately.
#[utoipa::path(get, path = contract::paths::TEAM_MEETINGS, tag = "team meetings", responses(
    (status = 200, body = contract::team_meeting::MeetingList),
    problems::Reading,
))]
pub(super) async fn list(worker: Worker, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.meeting_list(worker).await?))
}

/// Shows one case in one meeting: the page that all around the table look at.
#[utoipa::path(get, path = contract::paths::SHARED_VIEW, tag = "team meetings",
    params(("team_meeting" = TeamMeetingId, Path), ("support_case" = SupportCaseId, Path), AsKnown), responses(
    (status = 200, body = contract::team_meeting::SharedView),
    problems::Reading, problems::Missing,
))]
pub(super) async fn shared_view(
    worker: Worker,
    path: Path<(TeamMeetingId, SupportCaseId)>,
    as_known: Query<AsKnown>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (team_meeting, support_case) = path.into_inner();
    let reading = Reading::of(&trame, worker, support_case, &as_known, Shown::SharedView).await?;
    let held = reading
        .now()
        .meetings
        .get(&team_meeting)
        .ok_or_else(Failure::not_found)?;
    let service = trame.service(held.schedule.service).await?;
    let referents = trame.referents_of_agenda(reading.open.permit(), team_meeting).await?;
    let named = referents.values().copied().collect();
    let open = reading.opening_with(&trame, worker, &named).await?;
    let shown = view::shared_view(
        &reading.file,
        (team_meeting, held),
        service,
        &referents,
        &open,
        &reading.looking,
    )?;
    Ok(HttpResponse::Ok().json(shown.ok_or_else(Failure::not_found)?))
}

/// Writes down a decision, with its doer and its date.
#[utoipa::path(post, path = contract::paths::DECISIONS, tag = "team meetings",
    params(("team_meeting" = TeamMeetingId, Path), ("support_case" = SupportCaseId, Path)),
    request_body = RecordDecision, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn record_decision(
    worker: Worker,
    path: Path<(TeamMeetingId, SupportCaseId)>,
    body: Json<RecordDecision>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (team_meeting, support_case) = path.into_inner();
    let writing = Writing::to(&trame, worker, support_case).await?;
    if !writing.owns(team_meeting.0).await? {
        return Err(Failure::not_found());
    }
    Failure::unless_within("due_on", Some(body.due_on))?;
    writing.knows(&body.doer, body.command).await?;
    let decision = Decision {
        decision: body.decision,
        support_case: writing.support_case(),
        text: writing.text("text", body.decision.0, Compartment::Social, &body.text)?,
        domains: body.domains.clone(),
        doer: body.doer.clone(),
        due_on: body.due_on,
        dissent: writing.text_of("dissent", body.decision.0, Compartment::Social, body.dissent.as_ref())?,
        weight: body.weight,
        votes: body.votes,
        ground: ground(&writing, &body)?,
    };
    let command = Command::RecordDecision(decision);
    writing
        .ask::<TeamMeeting, _>(team_meeting.0, body.command, None, command)
        .await
}

/// On what it rests. Each reason is sealed with the decision, under the same key.
fn ground(writing: &Writing<'_>, body: &RecordDecision) -> Result<Option<Ground>, Failure> {
    let Some(ground) = &body.ground else { return Ok(None) };
    let reason = |words| writing.text("reasons", body.decision.0, Compartment::Social, words);
    Ok(Some(Ground {
        power: ground.power,
        by: ground.by,
        legal_basis: ground.legal_basis.clone(),
        reasons: ground.reasons.iter().map(reason).collect::<Result<_, _>>()?,
        undisputed: ground.undisputed,
    }))
}
