//! Every path of the API, written once: the router and the client read them here.

use domain::words::{ActionId, SupportCaseId, TeamMeetingId};

/// Whether the server is well, and how far its log goes.
pub const HEALTH: &str = "/api/health";
/// The session: ask for one, see who one is, end it.
pub const SESSION: &str = "/api/session";
/// Live updates, as server-sent events.
pub const EVENTS: &str = "/api/events";
/// The newest checkpoint of the log, as a signed note.
pub const CHECKPOINT: &str = "/api/log/checkpoint";
/// A proof that an event is in the log.
pub const INCLUSION: &str = "/api/log/proofs/inclusion";
/// A proof that the log only grew.
pub const CONSISTENCY: &str = "/api/log/proofs/consistency";
/// The description of the API (OpenAPI 3.1).
pub const OPENAPI: &str = "/api/openapi.json";
/// The readable page of that description.
pub const DOCS: &str = "/api/docs";
/// The reader's cases.
pub const SUPPORT_CASES: &str = "/api/support-cases";
/// A search among them by names, which stand in the body.
pub const SEARCH: &str = "/api/support-cases/search";
/// One case.
pub const SUPPORT_CASE: &str = "/api/support-cases/{support_case}";
/// Its timeline.
pub const TIMELINE: &str = "/api/support-cases/{support_case}/timeline";
/// Its strengths.
pub const STRENGTHS: &str = "/api/support-cases/{support_case}/strengths";
/// Its contacts.
pub const CONTACTS: &str = "/api/support-cases/{support_case}/contacts";
/// Its goals.
pub const GOALS: &str = "/api/support-cases/{support_case}/goals";
/// Its actions.
pub const ACTIONS: &str = "/api/support-cases/{support_case}/actions";
/// Tells that an action is done.
pub const COMPLETE_ACTION: &str = "/api/support-cases/{support_case}/actions/{action}/complete";
/// Team meetings.
pub const TEAM_MEETINGS: &str = "/api/team-meetings";
/// One case in one meeting: the shared case view.
pub const SHARED_VIEW: &str = "/api/team-meetings/{team_meeting}/support-cases/{support_case}";
/// The decisions taken on a case in a meeting.
pub const DECISIONS: &str = "/api/team-meetings/{team_meeting}/support-cases/{support_case}/decisions";
/// The load of a team.
pub const WORKLOAD: &str = "/api/workload";

/// The path of one case.
#[must_use]
pub fn support_case(support_case: SupportCaseId) -> String {
    SUPPORT_CASE.replace("{support_case}", &support_case.to_string())
}

/// The path of a part of one case, such as [`CONTACTS`].
#[must_use]
pub fn of_case(path: &str, support_case: SupportCaseId) -> String {
    path.replace("{support_case}", &support_case.to_string())
}

/// The path that tells that an action is done.
#[must_use]
pub fn complete_action(support_case: SupportCaseId, action: ActionId) -> String {
    of_case(COMPLETE_ACTION, support_case).replace("{action}", &action.to_string())
}

/// The path of a case in a meeting: [`SHARED_VIEW`] or [`DECISIONS`].
#[must_use]
pub fn in_meeting(path: &str, team_meeting: TeamMeetingId, support_case: SupportCaseId) -> String {
    of_case(path, support_case).replace("{team_meeting}", &team_meeting.to_string())
}
