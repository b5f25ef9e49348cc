//! A team meeting, as far as it concerns one case: what was said and decided of the others is nobody's business here.

use super::{CaseFile, Entry, Stamp, stamp};
use domain::Decider;
use domain::sharing::Basis;
use domain::team_meeting::{
    AgendaItem, Attendance, Contribution, Decision, Event, FamilyInformation, FamilySheet, NewDay, OnBehalf, Outcome,
    Participant, Schedule, Standing, TeamMeeting,
};
use domain::words::{Day, DecisionId, PersonId, TeamMeetingId, Text, WorkerId};
use event_store::Recorded;
use std::collections::BTreeMap;

/// A team meeting, as far as it concerns this case.
#[derive(Clone, Debug)]
pub struct MeetingFile {
    /// How it was scheduled, and moved since.
    pub schedule: Schedule,
    /// What the rules know of it.
    pub rules: TeamMeeting,
    /// Who is invited and whether they came, in order.
    pub participants: Vec<(Participant, Option<Attendance>)>,
    /// As what each sits there, as it was told when she was invited.
    pub standings: BTreeMap<Participant, Standing>,
    /// The whole agenda; questions of other cases are opened by nobody here.
    pub agenda: Vec<AgendaItem>,
    /// How the family knows that one speaks of it.
    pub family: Option<Entry<FamilyInformation>>,
    /// When the summons left, and what they should have had when they left too late.
    pub summons: Option<(Day, Option<u32>)>,
    /// When it was moved, and why.
    pub moved: Vec<Entry<NewDay>>,
    /// Where the log stood when the session opened: what was known around the table.
    pub opened: Option<Stamp>,
    /// Whether it is this case's turn.
    pub has_the_turn: bool,
    /// The sheets that services brought on this case, each as it was brought last.
    pub sheets: Vec<Entry<Contribution>>,
    /// The family's own sheet, as it was brought last by each of them.
    pub family_sheets: Vec<Entry<FamilySheet>>,
    /// What might explain something, as it was said.
    pub hypotheses: Vec<Entry<Viewpoint>>,
    /// What the family answered.
    pub answers: Vec<Entry<Viewpoint>>,
    /// Views on this case.
    pub viewpoints: Vec<Entry<Viewpoint>>,
    /// Decisions on this case.
    pub decisions: Vec<Entry<Decision>>,
    /// What came of them.
    pub outcomes: BTreeMap<DecisionId, (Outcome, Day)>,
    /// Why this case was put off.
    pub put_off: Option<Entry<Text>>,
    /// When they rose.
    pub ended: Option<Stamp>,
    /// The minutes of this case, as they were written last.
    pub minutes: Option<Entry<Minutes>>,
    /// When the minutes were validated, and by whom.
    pub validated: Option<Entry<WorkerId>>,
    /// To whom the minutes of this case were passed on.
    pub shares: Vec<Entry<Share>>,
    /// What was added to them.
    pub addenda: Vec<Entry<Addendum>>,
    /// When the family was told what came of it.
    pub feedback: Vec<Entry<(PersonId, Day)>>,
    /// Why it was given up.
    pub cancelled: Option<Entry<Text>>,
    /// Whether it is over.
    pub closed: bool,
}

/// A view on the case.
#[derive(Clone, Debug)]
pub struct Viewpoint {
    /// Whose.
    pub of: Participant,
    /// In words.
    pub text: Text,
    /// For whom she spoke, when not for herself.
    pub on_behalf_of: Option<OnBehalf>,
}

impl Viewpoint {
    /// Of someone who speaks for herself.
    fn own(of: Participant, text: &Text) -> Self {
        Self {
            of,
            text: text.clone(),
            on_behalf_of: None,
        }
    }
}

/// Minutes.
#[derive(Clone, Debug)]
pub struct Minutes {
    /// By whom.
    pub author: WorkerId,
    /// In words.
    pub text: Text,
    /// Which writing of them it is, from 1.
    pub version: u32,
}

/// Minutes that were passed on.
#[derive(Clone, Debug)]
pub struct Share {
    /// To whom.
    pub with: Participant,
    /// Under which law.
    pub basis: Basis,
}

/// What was added to minutes.
#[derive(Clone, Debug)]
pub struct Addendum {
    /// By whom.
    pub author: WorkerId,
    /// In words.
    pub text: Text,
}

impl MeetingFile {
    fn scheduled(schedule: &Schedule) -> Self {
        Self {
            schedule: schedule.clone(),
            rules: TeamMeeting::default(),
            participants: Vec::new(),
            standings: BTreeMap::new(),
            agenda: Vec::new(),
            family: None,
            summons: None,
            moved: Vec::new(),
            opened: None,
            has_the_turn: false,
            sheets: Vec::new(),
            family_sheets: Vec::new(),
            hypotheses: Vec::new(),
            answers: Vec::new(),
            viewpoints: Vec::new(),
            decisions: Vec::new(),
            outcomes: BTreeMap::new(),
            put_off: None,
            ended: None,
            minutes: None,
            validated: None,
            shares: Vec::new(),
            addenda: Vec::new(),
            feedback: Vec::new(),
            cancelled: None,
            closed: false,
        }
    }

    /// The turns move along with the meeting, and nobody has come yet.
    fn move_to(&mut self, at: Stamp, to: &NewDay) {
        let by = to.starts_at.duration_since(self.schedule.starts_at);
        for item in &mut self.agenda {
            item.starts_at = item.starts_at.saturating_add(by).unwrap_or(item.starts_at);
        }
        self.schedule.starts_at = to.starts_at;
        self.schedule.held_on = Some(to.held_on);
        self.participants
            .iter_mut()
            .for_each(|(_, attendance)| *attendance = None);
        self.summons = None;
        self.moved.push(Entry {
            stamp: at,
            what: to.clone(),
        });
    }

    /// What concerns the meeting as a whole, or who sits there.
    fn apply(&mut self, at: Stamp, event: &Event) {
        match event {
            Event::Invited { participant, standing } => {
                self.participants.push((*participant, None));
                self.standings.extend(standing.map(|standing| (*participant, standing)));
            }
            Event::StandingRecorded { participant, standing } => {
                self.standings.insert(*participant, *standing);
            }
            Event::AttendanceRecorded {
                participant,
                attendance,
            } => {
                if let Some((_, known)) = self.participants.iter_mut().find(|(who, _)| who == participant) {
                    *known = Some(*attendance);
                }
            }
            Event::ChairAppointed { worker } => self.schedule.chair = *worker,
            Event::CaseAdded(item) => self.agenda.push(item.clone()),
            Event::SummonsSent { sent_on, short_of } => self.summons = Some((*sent_on, *short_of)),
            Event::Opened { .. } => self.opened = Some(at),
            Event::SessionEnded => self.ended = Some(at),
            Event::MinutesValidated { by } => {
                self.validated = Some(Entry { stamp: at, what: *by });
            }
            Event::DecisionFollowed { decision, outcome, on } => {
                self.outcomes.insert(*decision, (*outcome, *on));
            }
            Event::Postponed { to, .. } => self.move_to(at, to),
            Event::Cancelled { reason } => {
                self.cancelled = Some(Entry {
                    stamp: at,
                    what: reason.clone(),
                });
                self.closed = true;
            }
            Event::Closed => self.closed = true,
            Event::Scheduled(_)
            | Event::FamilyInformationRecorded { .. }
            | Event::PreparationOpened
            | Event::ContributionGiven(_)
            | Event::FamilySheetWritten(_)
            | Event::TurnBegun { .. }
            | Event::HypothesisRaised { .. }
            | Event::FamilyAnswered { .. }
            | Event::ViewpointGiven { .. }
            | Event::DecisionRecorded(_)
            | Event::CasePutOff { .. }
            | Event::MinutesDrafted { .. }
            | Event::MinutesShared { .. }
            | Event::AddendumWritten { .. }
            | Event::FeedbackGiven { .. }
            | Event::ReviewHeld { .. } => {}
        }
        self.closed |= self.ended.is_some();
    }

    /// What concerns this case.
    fn apply_here(&mut self, stamp: Stamp, event: &Event) {
        match event {
            Event::FamilyInformationRecorded { information, .. } => {
                let what = information.clone();
                self.family = Some(Entry { stamp, what });
            }
            Event::ViewpointGiven {
                of, text, on_behalf_of, ..
            } => {
                let what = Viewpoint {
                    of: *of,
                    text: text.clone(),
                    on_behalf_of: *on_behalf_of,
                };
                self.viewpoints.push(Entry { stamp, what });
            }
            Event::ContributionGiven(sheet) => {
                let what = sheet.clone();
                self.sheets.retain(|before| before.what.service != what.service);
                self.sheets.push(Entry { stamp, what });
            }
            Event::FamilySheetWritten(sheet) => {
                let what = sheet.clone();
                self.family_sheets.retain(|before| before.what.of != what.of);
                self.family_sheets.push(Entry { stamp, what });
            }
            Event::HypothesisRaised { of, text, .. } => {
                let what = Viewpoint::own(*of, text);
                self.hypotheses.push(Entry { stamp, what });
            }
            Event::FamilyAnswered { of, text, .. } => {
                let what = Viewpoint::own(Participant::Person(*of), text);
                self.answers.push(Entry { stamp, what });
            }
            Event::DecisionRecorded(decision) => {
                let what = decision.clone();
                self.decisions.push(Entry { stamp, what });
            }
            Event::CasePutOff { reason, .. } => {
                let what = reason.clone();
                self.put_off = Some(Entry { stamp, what });
            }
            Event::MinutesDrafted { author, text, .. } => {
                let version = self.minutes.as_ref().map_or(0, |before| before.what.version);
                let what = Minutes {
                    author: *author,
                    text: text.clone(),
                    version: version.saturating_add(1),
                };
                self.minutes = Some(Entry { stamp, what });
            }
            Event::MinutesShared { with, basis, .. } => {
                let (with, basis) = (*with, *basis);
                let what = Share { with, basis };
                self.shares.push(Entry { stamp, what });
            }
            Event::AddendumWritten { author, text, .. } => {
                let what = Addendum {
                    author: *author,
                    text: text.clone(),
                };
                self.addenda.push(Entry { stamp, what });
            }
            Event::FeedbackGiven { to, on, .. } => {
                let what = (*to, *on);
                self.feedback.push(Entry { stamp, what });
            }
            Event::Scheduled(_)
            | Event::Invited { .. }
            | Event::StandingRecorded { .. }
            | Event::AttendanceRecorded { .. }
            | Event::CaseAdded(_)
            | Event::ChairAppointed { .. }
            | Event::SummonsSent { .. }
            | Event::PreparationOpened
            | Event::Opened { .. }
            | Event::TurnBegun { .. }
            | Event::SessionEnded
            | Event::MinutesValidated { .. }
            | Event::DecisionFollowed { .. }
            | Event::ReviewHeld { .. }
            | Event::Closed
            | Event::Postponed { .. }
            | Event::Cancelled { .. } => {}
        }
    }
}

/// Of which case something is told, when it is of one.
fn of_case(event: &Event) -> Option<domain::words::SupportCaseId> {
    match event {
        Event::CaseAdded(item) => Some(item.support_case),
        Event::DecisionRecorded(decision) => Some(decision.support_case),
        Event::ContributionGiven(sheet) => Some(sheet.support_case),
        Event::FamilySheetWritten(sheet) => Some(sheet.support_case),
        Event::FamilyInformationRecorded { support_case, .. }
        | Event::TurnBegun { support_case }
        | Event::HypothesisRaised { support_case, .. }
        | Event::FamilyAnswered { support_case, .. }
        | Event::ViewpointGiven { support_case, .. }
        | Event::CasePutOff { support_case, .. }
        | Event::MinutesDrafted { support_case, .. }
        | Event::MinutesShared { support_case, .. }
        | Event::AddendumWritten { support_case, .. }
        | Event::FeedbackGiven { support_case, .. } => Some(*support_case),
        Event::Scheduled(_)
        | Event::Invited { .. }
        | Event::StandingRecorded { .. }
        | Event::AttendanceRecorded { .. }
        | Event::ChairAppointed { .. }
        | Event::SummonsSent { .. }
        | Event::PreparationOpened
        | Event::Opened { .. }
        | Event::SessionEnded
        | Event::MinutesValidated { .. }
        | Event::DecisionFollowed { .. }
        | Event::ReviewHeld { .. }
        | Event::Closed
        | Event::Postponed { .. }
        | Event::Cancelled { .. } => None,
    }
}

impl CaseFile {
    pub(super) fn meeting(&mut self, fact: &Recorded<Event>) {
        let (at, id) = (stamp(fact), TeamMeetingId(fact.stream));
        if let Event::Scheduled(schedule) = &fact.event {
            self.meetings.insert(id, MeetingFile::scheduled(schedule));
        }
        let here = of_case(&fact.event) == Some(self.support_case);
        let Some(file) = self.meetings.get_mut(&id) else {
            return;
        };
        file.rules = std::mem::take(&mut file.rules).evolve(&fact.event);
        file.apply(at, &fact.event);
        if matches!(fact.event, Event::TurnBegun { .. }) {
            file.has_the_turn = here;
        }
        if here {
            file.apply_here(at, &fact.event);
        }
        self.meeting_told(at, &fact.event, here);
    }

    /// What of it is told as having happened: what concerns this case, and that they rose.
    fn meeting_told(&mut self, at: Stamp, event: &Event, here: bool) {
        match event {
            Event::CaseAdded(item) if here => {
                self.happened(at, "team_meeting.case_added", Some(&item.question), &[]);
            }
            Event::ViewpointGiven { of, text, .. } if here => {
                self.happened(at, "team_meeting.viewpoint_given", Some(text), &[]);
                self.last(|happening| happening.of = Some(*of));
            }
            Event::FamilySheetWritten(sheet) if here => {
                self.happened(at, "team_meeting.family_sheet_written", Some(&sheet.words), &[]);
                self.last(|happening| {
                    happening.of = Some(Participant::Person(sheet.of));
                    happening.her_words = true;
                });
            }
            Event::FamilyAnswered { of, text, .. } if here => {
                self.happened(at, "team_meeting.family_answered", Some(text), &[]);
                self.last(|happening| {
                    happening.of = Some(Participant::Person(*of));
                    happening.her_words = true;
                });
            }
            Event::ContributionGiven(_) if here => {
                self.happened(at, "team_meeting.contribution_given", None, &[]);
            }
            Event::DecisionRecorded(decision) if here => self.happened(
                at,
                "team_meeting.decision_recorded",
                Some(&decision.text),
                &decision.domains,
            ),
            Event::CasePutOff { reason, .. } if here => {
                self.happened(at, "team_meeting.case_put_off", Some(reason), &[]);
            }
            Event::AddendumWritten { text, .. } if here => {
                self.happened(at, "team_meeting.addendum_written", Some(text), &[]);
            }
            Event::Cancelled { reason } => self.happened(at, "team_meeting.cancelled", Some(reason), &[]),
            Event::Postponed { .. } => self.happened(at, "team_meeting.postponed", None, &[]),
            Event::SessionEnded => self.happened(at, "team_meeting.session_ended", None, &[]),
            Event::MinutesValidated { .. } => self.happened(at, "team_meeting.minutes_validated", None, &[]),
            Event::Closed => self.happened(at, "team_meeting.closed", None, &[]),
            Event::Scheduled(_)
            | Event::Invited { .. }
            | Event::StandingRecorded { .. }
            | Event::AttendanceRecorded { .. }
            | Event::CaseAdded(_)
            | Event::FamilyInformationRecorded { .. }
            | Event::ChairAppointed { .. }
            | Event::SummonsSent { .. }
            | Event::PreparationOpened
            | Event::ContributionGiven(_)
            | Event::FamilySheetWritten(_)
            | Event::Opened { .. }
            | Event::TurnBegun { .. }
            | Event::HypothesisRaised { .. }
            | Event::FamilyAnswered { .. }
            | Event::ViewpointGiven { .. }
            | Event::DecisionRecorded(_)
            | Event::CasePutOff { .. }
            | Event::MinutesDrafted { .. }
            | Event::MinutesShared { .. }
            | Event::AddendumWritten { .. }
            | Event::FeedbackGiven { .. }
            | Event::DecisionFollowed { .. }
            | Event::ReviewHeld { .. } => {}
        }
    }
}
