//! The steps of a meeting: a day, a case on its agenda, and each step from there to its end.

use crate::app::Trame;
use crate::http::asking::{Circumstance, Writing, ask};
use crate::http::failure::Failure;
use crate::http::problems;
use crate::http::worker::Worker;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::Plain;
use contract::team_meeting::{AddCase, FamilyInformation, ScheduleMeeting, Step, TakeStep};
use domain::team_meeting::{
    self as rule, AgendaItem, Capacity, Command, Contribution, FamilySheet, NewDay, Participant, Standing, TeamMeeting,
};
use domain::words::{Day, Doer, SupportCaseId, TeamMeetingId};
use sealed::Compartment;
use uuid::Uuid;

/// Agrees a day for a meeting that the reader's service calls.
#[utoipa::path(post, path = contract::paths::TEAM_MEETINGS, tag = "team meetings", request_body = ScheduleMeeting,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Body, problems::Refused,
))]
pub(in crate::http) async fn schedule(
    worker: Worker,
    body: Json<ScheduleMeeting>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let body = body.into_inner();
    trame.works_on_cases(worker).await?;
    if trame.reader(body.chair).await?.is_none() && !trame.log.accepted(body.command).await? {
        return Err(Failure::unfit("chair", "problem.worker_unknown"));
    }
    let command = Command::Schedule(rule::Schedule {
        kind: body.kind,
        service: worker.reader.service,
        starts_at: Failure::unless_recorded("starts_at", body.starts_at)?,
        chair: body.chair,
        place: None,
        held_on: Some(Day::of(body.starts_at, trame.clock.zone())),
    });
    let once = Circumstance::now(body.command);
    let accepted = ask::<TeamMeeting, _>(&trame, worker, body.team_meeting.0, once, command).await?;
    Ok(HttpResponse::Ok().json(accepted))
}

/// Puts a case on the agenda of a meeting that the reader leads, sits in, or that her service calls.
#[utoipa::path(post, path = contract::paths::SHARED_VIEW, tag = "team meetings",
    params(("team_meeting" = TeamMeetingId, Path), ("support_case" = SupportCaseId, Path)), request_body = AddCase,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(in crate::http) async fn add_case(
    worker: Worker,
    path: Path<(TeamMeetingId, SupportCaseId)>,
    body: Json<AddCase>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (team_meeting, support_case) = path.into_inner();
    let writing = Writing::to(&trame, worker, support_case).await?;
    if !trame.conducts(worker, team_meeting).await? {
        return Err(Failure::not_found());
    }
    let command = Command::AddCase(AgendaItem {
        support_case,
        question: writing.text("question", body.command, Compartment::Social, &body.question)?,
        starts_at: Failure::unless_recorded("starts_at", body.starts_at)?,
        minutes: body.minutes,
    });
    writing
        .ask::<TeamMeeting, _>(team_meeting.0, body.command, None, command)
        .await
}

/// Takes a step of a meeting, as it concerns a case of its agenda.
#[utoipa::path(post, path = contract::paths::STEPS, tag = "team meetings",
    params(("team_meeting" = TeamMeetingId, Path), ("support_case" = SupportCaseId, Path)), request_body = TakeStep,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(in crate::http) async fn take_step(
    worker: Worker,
    path: Path<(TeamMeetingId, SupportCaseId)>,
    body: Json<TakeStep>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (team_meeting, support_case) = path.into_inner();
    let writing = Writing::to(&trame, worker, support_case).await?;
    if !writing.owns(team_meeting.0).await? {
        return Err(Failure::not_found());
    }
    if !writing.writes(Compartment::Coordination) && !trame.conducts(worker, team_meeting).await? {
        return Err(Failure::not_allowed("problem.not_at_the_table"));
    }
    let TakeStep { command: id, step } = body.into_inner();
    let command = match step {
        Step::Invite { participant, capacity } => {
            let standing = Some(standing(&writing, &trame, participant, capacity, id).await?);
            Command::Invite { participant, standing }
        }
        Step::RecordStanding { participant, capacity } => {
            let standing = standing(&writing, &trame, participant, capacity, id).await?;
            Command::RecordStanding { participant, standing }
        }
        Step::InformFamily { information } => Command::RecordFamilyInformation {
            support_case,
            information: informed(&writing, &trame, information, id).await?,
        },
        Step::Postpone {
            starts_at,
            because,
            words,
        } => Command::Postpone(NewDay {
            starts_at: Failure::unless_recorded("starts_at", starts_at)?,
            held_on: Day::of(starts_at, trame.clock.zone()),
            because,
            words: writing.text_of("words", id, Compartment::Coordination, words.as_ref())?,
        }),
        Step::Contribute {
            facts,
            observations,
            analysis,
            proposal,
            compartment,
        } => {
            let compartment = compartment.unwrap_or(Compartment::Social);
            let text = |field, words: Option<&Plain<String>>| writing.text_of(field, id, compartment, words);
            Command::Contribute(Contribution {
                support_case,
                service: worker.reader.service,
                author: worker.reader.worker,
                facts: text("facts", facts.as_ref())?,
                observations: text("observations", observations.as_ref())?,
                analysis: text("analysis", analysis.as_ref())?,
                proposal: text("proposal", proposal.as_ref())?,
            })
        }
        other @ (Step::RecordAttendance { .. }
        | Step::AppointChair { .. }
        | Step::SendSummons { .. }
        | Step::OpenPreparation { .. }
        | Step::WriteFamilySheet { .. }
        | Step::BeginTurn { .. }
        | Step::RaiseHypothesis { .. }
        | Step::RecordFamilyAnswer { .. }
        | Step::Open { .. }
        | Step::GiveViewpoint { .. }
        | Step::PutOff { .. }
        | Step::EndSession { .. }
        | Step::DraftMinutes { .. }
        | Step::ValidateMinutes { .. }
        | Step::ShareMinutes { .. }
        | Step::WriteAddendum { .. }
        | Step::GiveFeedback { .. }
        | Step::FollowDecision { .. }
        | Step::HoldReview { .. }
        | Step::Close { .. }
        | Step::Cancel { .. }) => plain(&writing, support_case, other, id)?,
    };
    writing.ask::<TeamMeeting, _>(team_meeting.0, id, None, command).await
}

/// As what someone sits there, and what binds her: a professional as the directory tells it today.
async fn standing(
    writing: &Writing<'_>,
    trame: &Trame,
    participant: Participant,
    capacity: Capacity,
    command: Uuid,
) -> Result<Standing, Failure> {
    match participant {
        Participant::Person(person) => {
            writing.knows(&Doer::Person(person), command).await?;
            Ok(Standing {
                capacity,
                profession: None,
                service: None,
                bound_by_secrecy: None,
            })
        }
        Participant::Worker(worker) => {
            let rows = trame.workers(&[worker].into()).await?;
            let row = rows
                .first()
                .ok_or_else(|| Failure::unfit("participant", "problem.worker_unknown"))?;
            Ok(Standing {
                capacity,
                profession: Some(row.profession),
                service: Some(row.service),
                bound_by_secrecy: Some(row.bound_by_secrecy),
            })
        }
    }
}

async fn informed(
    writing: &Writing<'_>,
    trame: &Trame,
    information: FamilyInformation,
    command: Uuid,
) -> Result<rule::FamilyInformation, Failure> {
    Ok(match information {
        FamilyInformation::Informed { on, by } => {
            Failure::unless_within("on", Some(on))?;
            if trame.workers(&[by].into()).await?.is_empty() {
                return Err(Failure::unfit("by", "problem.worker_unknown"));
            }
            rule::FamilyInformation::Informed { on, by }
        }
        FamilyInformation::Present {} => rule::FamilyInformation::Present,
        FamilyInformation::Represented { by } => rule::FamilyInformation::Represented { by },
        FamilyInformation::Withheld { reason } => rule::FamilyInformation::Withheld {
            reason: writing.text("reason", command, Compartment::Social, &reason)?,
        },
    })
}

/// The steps that need nothing but what they say.
fn plain(writing: &Writing<'_>, support_case: SupportCaseId, step: Step, id: Uuid) -> Result<Command, Failure> {
    let text = |field, words| writing.text(field, id, Compartment::Social, words);
    let on_day = |on| Failure::unless_within("on", Some(on)).map(|_day| on);
    Ok(match step {
        Step::RecordAttendance {
            participant,
            attendance,
        } => Command::RecordAttendance {
            participant,
            attendance,
        },
        Step::AppointChair { worker } => Command::AppointChair { worker },
        Step::SendSummons { sent_on } => Command::SendSummons {
            sent_on: Failure::unless_within("sent_on", sent_on)?,
        },
        Step::WriteFamilySheet {
            of,
            words,
            wishes,
            disagreement,
        } => Command::WriteFamilySheet(FamilySheet {
            support_case,
            of,
            author: writing.worker(),
            words: text("words", &words)?,
            wishes: writing.text_of("wishes", id, Compartment::Social, wishes.as_ref())?,
            disagreement: writing.text_of("disagreement", id, Compartment::Social, disagreement.as_ref())?,
        }),
        Step::BeginTurn {} => Command::BeginTurn { support_case },
        Step::RaiseHypothesis { of, text: words } => Command::RaiseHypothesis {
            support_case,
            of,
            text: text("text", &words)?,
        },
        Step::RecordFamilyAnswer { of, text: words } => Command::RecordFamilyAnswer {
            support_case,
            of,
            text: text("text", &words)?,
        },
        Step::OpenPreparation {} => Command::OpenPreparation,
        Step::Open { warned } => Command::Open { warned },
        Step::GiveViewpoint {
            of,
            text: words,
            on_behalf_of,
        } => Command::GiveViewpoint {
            support_case,
            of,
            text: text("text", &words)?,
            on_behalf_of,
        },
        Step::PutOff { reason } => Command::PutOff {
            support_case,
            reason: text("reason", &reason)?,
        },
        Step::EndSession {} => Command::EndSession,
        Step::DraftMinutes { text: words } => Command::DraftMinutes {
            support_case,
            text: text("text", &words)?,
        },
        Step::ValidateMinutes {} => Command::ValidateMinutes,
        Step::ShareMinutes { with, basis } => Command::ShareMinutes {
            support_case,
            with,
            basis,
        },
        Step::WriteAddendum { text: words } => Command::WriteAddendum {
            support_case,
            text: text("text", &words)?,
        },
        Step::GiveFeedback { to, on } => Command::GiveFeedback {
            support_case,
            to,
            on: on_day(on)?,
        },
        Step::FollowDecision { decision, outcome, on } => Command::FollowDecision {
            decision,
            outcome,
            on: on_day(on)?,
        },
        Step::HoldReview { on } => Command::HoldReview { on: on_day(on)? },
        Step::Close {} => Command::Close,
        Step::Cancel { reason } => Command::Cancel {
            reason: writing.text("reason", id, Compartment::Coordination, &reason)?,
        },
        Step::Invite { .. }
        | Step::RecordStanding { .. }
        | Step::InformFamily { .. }
        | Step::Contribute { .. }
        | Step::Postpone { .. } => return Err(Failure::not_found()),
    })
}
