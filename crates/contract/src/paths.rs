//! Every path of the API, written once: the router and the client read them here.

use domain::team_meeting::Participant;
use domain::words::{
    AccessId, ActionId, AppointmentId, ConsentId, DeadlineId, DocumentId, ExclusionId, FinancialAidId, MeasureId,
    PaymentId, PersonId, ProposalId, ServiceId, SharingId, SupportCaseId, TeamMeetingId, WorkerId,
};
use uuid::Uuid;

/// Whether the server is well, and how far its log goes.
pub const HEALTH: &str = "/api/health";
/// The session: ask for one, see who one is, end it.
pub const SESSION: &str = "/api/session";
/// By which ways people come in.
pub const WAYS: &str = "/api/session/ways";
/// To the provider of identities.
pub const OPENID: &str = "/api/session/openid";
/// Back from it.
pub const OPENID_BACK: &str = "/api/session/openid/back";
/// The choice of a password, after a first secret.
pub const SIGN_IN_PASSWORD: &str = "/api/session/password";
/// The password of who is signed in, to change it.
pub const PASSWORD: &str = "/api/account/password";
/// The second step of a sign-in: what is shown beside the password.
pub const SIGN_IN_CODE: &str = "/api/session/code";
/// What the account of who is signed in has beside its password; a new application for it.
pub const SECOND_FACTOR: &str = "/api/account/second-factor";
/// Confirms that application by a code.
pub const CONFIRM_SECOND_FACTOR: &str = "/api/account/second-factor/confirm";
/// A challenge for a passkey, to sign in.
pub const ASK_PASSKEY: &str = "/api/session/passkey/challenge";
/// Signs in by the passkey that answers it.
pub const SIGN_IN_PASSKEY: &str = "/api/session/passkey";
/// The passkeys of who is signed in; adds one.
pub const PASSKEYS: &str = "/api/account/passkeys";
/// A challenge for a new passkey, for who proves again who she is.
pub const OFFER_PASSKEY: &str = "/api/account/passkeys/challenge";
/// Takes one away, for who proves again who she is.
pub const REMOVE_PASSKEY: &str = "/api/account/passkeys/{passkey}/remove";
/// All sessions of who is signed in.
pub const SESSIONS: &str = "/api/sessions";
/// One of them, to end it.
pub const OWN_SESSION: &str = "/api/sessions/{session}";
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
/// Opens a case.
pub const OPEN_CASE: &str = "/api/support-cases/opening";
/// One case.
pub const SUPPORT_CASE: &str = "/api/support-cases/{support_case}";
/// Its timeline.
pub const TIMELINE: &str = "/api/support-cases/{support_case}/timeline";
/// Its strengths.
pub const STRENGTHS: &str = "/api/support-cases/{support_case}/strengths";
/// Its contacts.
pub const CONTACTS: &str = "/api/support-cases/{support_case}/contacts";
/// Its appointments.
pub const APPOINTMENTS: &str = "/api/support-cases/{support_case}/appointments";
/// Moves an appointment.
pub const MOVE_APPOINTMENT: &str = "/api/support-cases/{support_case}/appointments/{appointment}/move";
/// Gives an appointment up.
pub const CANCEL_APPOINTMENT: &str = "/api/support-cases/{support_case}/appointments/{appointment}/cancel";
/// How a person of the case may be reached for reminders, agreed with her.
pub const REACH: &str = "/api/support-cases/{support_case}/people/{person}/reach";
/// She wants no reminders any more.
pub const WITHDRAW_REACH: &str = "/api/support-cases/{support_case}/people/{person}/reach/withdraw";
/// What the gateway of text messages tells of those it took.
pub const SMS_RECEIPTS: &str = "/api/receipts/sms";
/// The address at which a calendar elsewhere reads the appointments of who is signed in.
pub const CALENDAR_ADDRESS: &str = "/api/account/calendar";
/// The appointments of whom this secret address was made for, as iCalendar.
pub const CALENDAR: &str = "/api/calendar/{secret}";
/// Its measures.
pub const MEASURES: &str = "/api/support-cases/{support_case}/measures";
/// Notes what becomes of a measure.
pub const FOLLOW_MEASURE: &str = "/api/support-cases/{support_case}/measures/{measure}";
/// Notes that the family was met together when the case changed hands.
pub const HANDOVER_MEETING: &str = "/api/support-cases/{support_case}/handover-meeting";
/// Who lives in its household: somebody comes to live there.
pub const HOUSEHOLD: &str = "/api/support-cases/{support_case}/household";
/// Somebody no longer lives there.
pub const MOVE_OUT: &str = "/api/support-cases/{support_case}/household/{person}/move-out";
/// Its team: a colleague joins.
pub const TEAM: &str = "/api/support-cases/{support_case}/team";
/// A colleague leaves.
pub const LEAVE_TEAM: &str = "/api/support-cases/{support_case}/team/{worker}/leave";
/// Its rhythm of contact.
pub const CADENCE: &str = "/api/support-cases/{support_case}/cadence";
/// Passes it on to a colleague.
pub const HANDOVER: &str = "/api/support-cases/{support_case}/handover";
/// Ends it.
pub const CLOSURE: &str = "/api/support-cases/{support_case}/closure";
/// Begins it again.
pub const REOPENING: &str = "/api/support-cases/{support_case}/reopening";
/// Its deadlines: sets one.
pub const DEADLINES: &str = "/api/support-cases/{support_case}/deadlines";
/// What was due is done.
pub const MEET_DEADLINE: &str = "/api/support-cases/{support_case}/deadlines/{deadline}/meet";
/// Moves a deadline.
pub const MOVE_DEADLINE: &str = "/api/support-cases/{support_case}/deadlines/{deadline}/move";
/// Nothing is due any more.
pub const WITHDRAW_DEADLINE: &str = "/api/support-cases/{support_case}/deadlines/{deadline}/withdraw";
/// Its documents: those that are there and those that are asked for; deposits one.
pub const DOCUMENTS: &str = "/api/support-cases/{support_case}/documents";
/// Asks for one.
pub const REQUEST_DOCUMENT: &str = "/api/support-cases/{support_case}/documents/requests";
/// What one of them holds; puts a newer one in its place.
pub const DOCUMENT_CONTENT: &str = "/api/support-cases/{support_case}/documents/{document}/content";
/// Takes one back, or no longer asks for it.
pub const WITHDRAW_DOCUMENT: &str = "/api/support-cases/{support_case}/documents/{document}/withdraw";
/// Its financial aid; requests one.
pub const FINANCIAL_AIDS: &str = "/api/support-cases/{support_case}/financial-aids";
/// The supporting documents of one are complete.
pub const COMPLETE_AID: &str = "/api/support-cases/{support_case}/financial-aids/{financial_aid}/complete";
/// One that was put off is looked at again.
pub const RESUME_AID: &str = "/api/support-cases/{support_case}/financial-aids/{financial_aid}/resume";
/// One is granted, refused or put off.
pub const DECIDE_AID: &str = "/api/support-cases/{support_case}/financial-aids/{financial_aid}/decision";
/// One is given up by the person, or closed without follow-up.
pub const END_AID: &str = "/api/support-cases/{support_case}/financial-aids/{financial_aid}/end";
/// Money came of one.
pub const PAY_AID: &str = "/api/support-cases/{support_case}/financial-aids/{financial_aid}/payments";
/// Takes back a payment that was written by mistake.
pub const RETRACT_PAYMENT: &str =
    "/api/support-cases/{support_case}/financial-aids/{financial_aid}/payments/{payment}/retract";
/// Its signals, to set one aside.
pub const SIGNALS: &str = "/api/support-cases/{support_case}/signals";
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
/// The same decisions as a document.
pub const DECISIONS_FILE: &str = "/api/team-meetings/{team_meeting}/support-cases/{support_case}/decisions/file";
/// The copies of the minutes of a case that the reader may have, each for somebody who received them.
pub const MINUTES_COPIES: &str = "/api/team-meetings/{team_meeting}/support-cases/{support_case}/copies";
/// One of them, as a document.
pub const MINUTES_COPY: &str = "/api/team-meetings/{team_meeting}/support-cases/{support_case}/copies/{recipient}";
/// A step of a meeting, as it concerns a case of its agenda.
pub const STEPS: &str = "/api/team-meetings/{team_meeting}/support-cases/{support_case}/steps";
/// Who is kept away from a case.
pub const EXCLUSIONS: &str = "/api/support-cases/{support_case}/exclusions";
/// Lets back who was kept away.
pub const LIFT_EXCLUSION: &str = "/api/support-cases/{support_case}/exclusions/{exclusion}/lift";
/// Who sees a case otherwise than by acting in it; opens something of it to a category.
pub const SHARINGS: &str = "/api/support-cases/{support_case}/sharings";
/// Hands something of it to named people.
pub const EXCHANGES: &str = "/api/support-cases/{support_case}/exchanges";
/// Ends an exchange or a sharing before its day.
pub const END_SHARING: &str = "/api/support-cases/{support_case}/sharings/{sharing}/end";
/// Agrees, or not, that the family was not told of one beforehand.
pub const SETTLE_SHARING: &str = "/api/support-cases/{support_case}/sharings/{sharing}/settle";
/// What somebody agrees to.
pub const CONSENTS: &str = "/api/support-cases/{support_case}/consents";
/// Takes a consent back.
pub const WITHDRAW_CONSENT: &str = "/api/support-cases/{support_case}/consents/{consent}/withdraw";
/// To what somebody objects.
pub const OPPOSITIONS: &str = "/api/support-cases/{support_case}/oppositions";
/// Takes an opposition back.
pub const LIFT_OPPOSITION: &str = "/api/support-cases/{support_case}/oppositions/{opposition}/lift";
/// The services to which something may be passed on.
pub const DIRECTORY: &str = "/api/directory";
/// The professionals of one of them.
pub const PROFESSIONALS: &str = "/api/directory/{service}";
/// A search for who follows somebody, whose names stand in the body.
pub const FIND_REFERENT: &str = "/api/find-referent";
/// Cases that were opened with a reason.
pub const ACCESSES: &str = "/api/exceptional-accesses";
/// Ends one before its time.
pub const END_ACCESS: &str = "/api/exceptional-accesses/{access}/end";
/// Says whether one was needed.
pub const REVIEW_ACCESS: &str = "/api/exceptional-accesses/{access}/review";
/// The cases of a person who asks who looked at them.
pub const FIND_CASE: &str = "/api/journal/find-case";
/// Who looked at a case.
pub const READINGS: &str = "/api/journal/support-cases/{support_case}";
/// The week of a worker.
pub const WEEK: &str = "/api/week";
/// The load of a team.
pub const WORKLOAD: &str = "/api/workload";
/// The figures of a team over a time, each with its definition.
pub const INDICATORS: &str = "/api/workload/indicators";
/// The same as a file for a spreadsheet.
pub const INDICATORS_FILE: &str = "/api/workload/indicators/file";
/// What happened in the cases of a team, as a file for process mining.
pub const PROCESS_LOG: &str = "/api/workload/process-log";
/// What the reader carries herself, and her weeks ahead.
pub const OWN_LOAD: &str = "/api/workload/own";
/// The weeks ahead of a team.
pub const TEAM_AHEAD: &str = "/api/workload/ahead";
/// The cases of somebody of the reader's team, and how each counts.
pub const WORKER_CASES: &str = "/api/workload/ahead/{worker}";
/// Entrusts cases to somebody of the team.
pub const ENTRUST: &str = "/api/workload/entrusted";
/// What passing cases from one to another would do.
pub const TRY_PASSING: &str = "/api/workload/trial";
/// Says when somebody is away.
pub const ABSENCES: &str = "/api/workload/absences";
/// Takes that back.
pub const WITHDRAW_ABSENCE: &str = "/api/workload/absences/{absence}/withdraw";
/// How load is weighed, and what waits for a vote; proposes other weights.
pub const WEIGHTS: &str = "/api/workload/weights";
/// Adopts weights that somebody else proposed.
pub const ADOPT_WEIGHTS: &str = "/api/workload/weights/{proposal}/adopt";
/// Takes a proposal back, or turns it down.
pub const WITHDRAW_WEIGHTS: &str = "/api/workload/weights/{proposal}/withdraw";

/// The path of a session.
#[must_use]
pub fn own_session(session: Uuid) -> String {
    OWN_SESSION.replace("{session}", &session.to_string())
}

/// The path on which a passkey is taken away.
#[must_use]
pub fn remove_passkey(passkey: Uuid) -> String {
    REMOVE_PASSKEY.replace("{passkey}", &passkey.to_string())
}

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

/// The path of an appointment: [`MOVE_APPOINTMENT`] or [`CANCEL_APPOINTMENT`].
#[must_use]
pub fn of_appointment(path: &str, support_case: SupportCaseId, appointment: AppointmentId) -> String {
    of_case(path, support_case).replace("{appointment}", &appointment.to_string())
}

/// The path of a person of a case: [`REACH`], [`WITHDRAW_REACH`] or [`MOVE_OUT`].
#[must_use]
pub fn of_person(path: &str, support_case: SupportCaseId, person: PersonId) -> String {
    of_case(path, support_case).replace("{person}", &person.to_string())
}

/// The path of a deadline: [`MEET_DEADLINE`], [`MOVE_DEADLINE`] or [`WITHDRAW_DEADLINE`].
#[must_use]
pub fn of_deadline(path: &str, support_case: SupportCaseId, deadline: DeadlineId) -> String {
    of_case(path, support_case).replace("{deadline}", &deadline.to_string())
}

/// The path of a document: [`DOCUMENT_CONTENT`] or [`WITHDRAW_DOCUMENT`].
#[must_use]
pub fn of_document(path: &str, support_case: SupportCaseId, document: DocumentId) -> String {
    of_case(path, support_case).replace("{document}", &document.to_string())
}

/// The path of a financial aid: [`COMPLETE_AID`], [`RESUME_AID`], [`DECIDE_AID`], [`END_AID`] or [`PAY_AID`].
#[must_use]
pub fn of_aid(path: &str, support_case: SupportCaseId, financial_aid: FinancialAidId) -> String {
    of_case(path, support_case).replace("{financial_aid}", &financial_aid.to_string())
}

/// The path that takes back a payment.
#[must_use]
pub fn retract_payment(support_case: SupportCaseId, financial_aid: FinancialAidId, payment: PaymentId) -> String {
    of_aid(RETRACT_PAYMENT, support_case, financial_aid).replace("{payment}", &payment.to_string())
}

/// The path by which a colleague leaves the team of a case.
#[must_use]
pub fn leave_team(support_case: SupportCaseId, worker: WorkerId) -> String {
    of_case(LEAVE_TEAM, support_case).replace("{worker}", &worker.to_string())
}

/// The path of a case in a meeting: [`SHARED_VIEW`], [`DECISIONS`], [`DECISIONS_FILE`], [`MINUTES_COPIES`] or [`STEPS`].
#[must_use]
pub fn in_meeting(path: &str, team_meeting: TeamMeetingId, support_case: SupportCaseId) -> String {
    of_case(path, support_case).replace("{team_meeting}", &team_meeting.to_string())
}

/// The path of the copy of the minutes that somebody received.
#[must_use]
pub fn minutes_copy(team_meeting: TeamMeetingId, support_case: SupportCaseId, recipient: Participant) -> String {
    in_meeting(MINUTES_COPY, team_meeting, support_case).replace("{recipient}", &recipient.id().to_string())
}

/// The path that notes what becomes of a measure.
#[must_use]
pub fn follow_measure(support_case: SupportCaseId, measure: MeasureId) -> String {
    of_case(FOLLOW_MEASURE, support_case).replace("{measure}", &measure.to_string())
}

/// The path that lets back who was kept away.
#[must_use]
pub fn lift_exclusion(support_case: SupportCaseId, exclusion: ExclusionId) -> String {
    of_case(LIFT_EXCLUSION, support_case).replace("{exclusion}", &exclusion.to_string())
}

/// The path of an exchange or a sharing: [`END_SHARING`] or [`SETTLE_SHARING`].
#[must_use]
pub fn of_sharing(path: &str, support_case: SupportCaseId, sharing: SharingId) -> String {
    of_case(path, support_case).replace("{sharing}", &sharing.to_string())
}

/// The path on which somebody takes her word back: [`WITHDRAW_CONSENT`] or [`LIFT_OPPOSITION`].
#[must_use]
pub fn of_consent(path: &str, support_case: SupportCaseId, consent: ConsentId) -> String {
    let path = of_case(path, support_case).replace("{consent}", &consent.to_string());
    path.replace("{opposition}", &consent.to_string())
}

/// The path of the professionals of a service.
#[must_use]
pub fn professionals(service: ServiceId) -> String {
    PROFESSIONALS.replace("{service}", &service.to_string())
}

/// The path of an access: [`END_ACCESS`] or [`REVIEW_ACCESS`].
#[must_use]
pub fn of_access(path: &str, access: AccessId) -> String {
    path.replace("{access}", &access.to_string())
}

/// A path of a proposal.
#[must_use]
pub fn of_proposal(path: &str, proposal: ProposalId) -> String {
    path.replace("{proposal}", &proposal.to_string())
}
