//! Team meetings: the list, the shared case view, decisions, and the steps of a meeting.

use super::{Answer, get_view, write};
use crate::words::language;
use contract::{
    Accepted, paths,
    team_meeting::{AddCase, Copies, MeetingList, RecordDecision, ScheduleMeeting, SharedView, TakeStep},
};
use domain::team_meeting::Participant;
use domain::words::{Day, SupportCaseId, TeamMeetingId};

/// The meetings of the reader.
pub(crate) async fn list() -> Answer<MeetingList> {
    get_view(paths::TEAM_MEETINGS, &[]).await
}

/// One case in one meeting, as it stands or as it was known on a past day.
pub(crate) async fn shared(
    meeting: TeamMeetingId,
    case: SupportCaseId,
    as_known_on: Option<Day>,
) -> Answer<SharedView> {
    let asked: Vec<_> = as_known_on
        .map(|day| ("as_known_on", day.to_string()))
        .into_iter()
        .collect();
    get_view(&paths::in_meeting(paths::SHARED_VIEW, meeting, case), &asked).await
}

/// Writes down a decision.
pub(crate) async fn record_decision(
    meeting: TeamMeetingId,
    case: SupportCaseId,
    asked: RecordDecision,
) -> Answer<Accepted> {
    write(&paths::in_meeting(paths::DECISIONS, meeting, case), &asked).await
}

/// Takes a step of the meeting.
pub(crate) async fn take_step(meeting: TeamMeetingId, case: SupportCaseId, asked: TakeStep) -> Answer<Accepted> {
    write(&paths::in_meeting(paths::STEPS, meeting, case), &asked).await
}

/// What may be taken along of a case in a meeting.
pub(crate) async fn copies(meeting: TeamMeetingId, case: SupportCaseId) -> Answer<Copies> {
    get_view(&paths::in_meeting(paths::MINUTES_COPIES, meeting, case), &[]).await
}

/// Where the copy of who received the minutes is found.
pub(crate) fn copy_file(meeting: TeamMeetingId, case: SupportCaseId, with: Participant) -> String {
    in_language(&paths::minutes_copy(meeting, case, with))
}

/// Where the list of decisions is found.
pub(crate) fn decisions_file(meeting: TeamMeetingId, case: SupportCaseId) -> String {
    in_language(&paths::in_meeting(paths::DECISIONS_FILE, meeting, case))
}

/// A link cannot say its language otherwise.
fn in_language(path: &str) -> String {
    format!("{path}?language={}", language().tag())
}

/// Agrees a day for a meeting.
pub(crate) async fn schedule(asked: ScheduleMeeting) -> Answer<Accepted> {
    write(paths::TEAM_MEETINGS, &asked).await
}

/// Puts a case on the agenda.
pub(crate) async fn add_case(meeting: TeamMeetingId, case: SupportCaseId, asked: AddCase) -> Answer<Accepted> {
    write(&paths::in_meeting(paths::SHARED_VIEW, meeting, case), &asked).await
}
