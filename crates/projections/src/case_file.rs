//! One case, folded from its streams up to a position or a day: everything still sealed, nothing left out.
//!
//! What a reader may see of it is decided where it is opened, never here.

mod aided;
mod around;
mod case;
mod deposited;
mod meeting;
mod together;

pub use aided::{FinancialAidFile, PaymentFile};
pub use meeting::{Addendum, MeetingFile, Minutes, Share, Viewpoint};

use crate::Fact;
use domain::words::{
    ActionId, AppointmentId, Day, DeadlineId, DocumentId, Doer, DomainOfLife, ElementId, GoalId, PersonId, PlanId,
    SupportCaseId, TeamMeetingId, Text, WorkerId,
};
use domain::{appointment, contact, deadline, document, household, person, plan, reminder, support_case, team_meeting};
use event_store::{Recorded, Sabotage, is_sabotaged};
use jiff::Timestamp;
use sealed::{Compartment, Private};
use std::collections::BTreeMap;

/// What every item keeps of its envelope.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// The event that tells it.
    pub element: ElementId,
    /// Its position in the log.
    pub position: u64,
    /// Who wrote it.
    pub by: WorkerId,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// When it became known: to the source it was imported from, else to Trame.
    pub known_at: Timestamp,
    /// Whether that is the word of the source.
    pub from_source: bool,
}

/// An item with its stamp.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// When, by whom.
    pub stamp: Stamp,
    /// What.
    pub what: T,
}

/// A case with all that its streams tell.
#[derive(Debug)]
pub struct CaseFile {
    /// Which.
    pub support_case: SupportCaseId,
    /// Whether it was not yet known on the day that is looked at: all but its frame is empty.
    pub nothing_known: bool,
    /// How it began.
    pub opening: Option<Entry<support_case::Opening>>,
    /// What the rules know of it.
    pub rules: support_case::SupportCase,
    /// Endings and new beginnings, in order.
    pub phases: Vec<Entry<PhaseChange>>,
    /// What people say.
    pub stories: Vec<Entry<support_case::Story>>,
    /// What carries.
    pub strengths: Vec<Entry<support_case::Trait>>,
    /// What blocks.
    pub obstacles: Vec<Entry<support_case::Trait>>,
    /// Each voice on each domain, in order.
    pub assessments: Vec<Entry<support_case::Assessment>>,
    /// The last summing up.
    pub summary: Option<Entry<Text>>,
    /// Référents, one after the other.
    pub referents: Vec<Spell>,
    /// Those who joined, in order, with those who left.
    pub team: Vec<Membership>,
    /// Rhythms agreed, in order.
    pub intensities: Vec<Entry<support_case::Intensity>>,
    /// Measures that were decided, in order; also those that have begun since.
    pub decided: Vec<support_case::DecidedMeasure>,
    /// Measures, in order of their start.
    pub measures: Vec<MeasureFile>,
    /// Turns of life.
    pub life_events: Vec<Entry<(Day, Text, Option<DomainOfLife>)>>,
    /// Acts of another record.
    pub acts: Vec<Entry<(Text, Option<WorkerId>)>>,
    /// How the household is called.
    pub household_label: Option<Text>,
    /// Who lives together now.
    pub members: Vec<household::Member>,
    /// Who matters.
    pub kin: Vec<KinFile>,
    /// What is known of each person.
    pub people: BTreeMap<PersonId, PersonFile>,
    /// The plans, with what the rules know of them.
    pub plans: BTreeMap<PlanId, plan::Plan>,
    /// Goals, in order.
    pub goals: Vec<GoalFile>,
    /// Actions, in order.
    pub actions: Vec<ActionFile>,
    /// Contacts, in order of when they were noted.
    pub contacts: Vec<ContactFile>,
    /// Appointments, in the order in which they were booked.
    pub appointments: Vec<AppointmentFile>,
    /// Deadlines, in order.
    pub deadlines: Vec<DeadlineFile>,
    /// Documents, in the order in which they were asked for or came.
    pub documents: Vec<DocumentFile>,
    /// Financial aid, in the order in which it was requested.
    pub financial_aids: Vec<FinancialAidFile>,
    /// Team meetings.
    pub meetings: BTreeMap<TeamMeetingId, MeetingFile>,
    /// Every event of the case in the order of the log, for news and the time control.
    pub events: Vec<Entry<Happening>>,
}

/// An ending or a new beginning.
#[derive(Clone, Debug)]
pub enum PhaseChange {
    /// It ended on this day, why, and until when a light link is kept.
    Closed(Day, support_case::ClosureReason, Option<Day>),
    /// It began again on this day.
    Reopened(Day),
}

/// A time with someone.
#[derive(Clone, Copy, Debug)]
pub struct Spell {
    /// Who.
    pub worker: WorkerId,
    /// Since.
    pub from: Timestamp,
    /// Until, when it is over.
    pub until: Option<Timestamp>,
}

/// A time among those around the person.
#[derive(Clone, Debug)]
pub struct Membership {
    /// Who, and what she is there for.
    pub joining: support_case::Joining,
    /// Since.
    pub from: Timestamp,
    /// Until, when it is over.
    pub until: Option<Timestamp>,
}

/// A measure and its end.
#[derive(Clone, Debug)]
pub struct MeasureFile {
    /// How it began.
    pub measure: support_case::Measure,
    /// The day it ended.
    pub ended_on: Option<Day>,
}

/// Someone who matters.
#[derive(Clone, Debug)]
pub struct KinFile {
    /// Who.
    pub person: PersonId,
    /// What she is.
    pub kinship: household::Kinship,
    /// To whom.
    pub to: PersonId,
    /// In words.
    pub note: Option<Text>,
}

/// What is known of a person.
#[derive(Clone, Debug)]
pub struct PersonFile {
    /// Her name.
    pub name: Private<person::Name>,
    /// Year and month of birth.
    pub birth_month: Option<String>,
    /// How she wishes to be addressed.
    pub civility: person::Civility,
    /// How she may be reached for reminders, as agreed last.
    pub reach: Option<ReachFile>,
}

/// A goal.
#[derive(Clone, Debug)]
pub struct GoalFile {
    /// When, by whom.
    pub stamp: Stamp,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// Which.
    pub goal: GoalId,
    /// In the person's words.
    pub words: Text,
    /// Its domain.
    pub domain: DomainOfLife,
    /// How one will see that it is reached.
    pub sign: Option<Text>,
    /// By when.
    pub target_on: Option<Day>,
    /// Whether it is reached.
    pub reached: bool,
}

/// An action.
#[derive(Clone, Debug)]
pub struct ActionFile {
    /// When, by whom.
    pub stamp: Stamp,
    /// The plan in which it stands.
    pub plan: PlanId,
    /// Which.
    pub action: ActionId,
    /// The goal it serves.
    pub goal: Option<GoalId>,
    /// What is to be done.
    pub what: Text,
    /// Its domain.
    pub domain: DomainOfLife,
    /// Who does it.
    pub doer: Doer,
    /// By when.
    pub due_on: Option<Day>,
    /// How it goes.
    pub progress: plan::Progress,
    /// What came of it, or why it was given up.
    pub result: Option<Text>,
}

/// A contact.
#[derive(Clone, Debug)]
pub struct ContactFile {
    /// When, by whom.
    pub stamp: Stamp,
    /// Its stream.
    pub contact: domain::words::ContactId,
    /// How they met.
    pub kind: contact::Kind,
    /// The domains it was about.
    pub domains: Vec<DomainOfLife>,
    /// What those around the person may read, as corrected last.
    pub shared: Option<Text>,
    /// What only its author reads.
    pub private: Option<Text>,
    /// The person's own words.
    pub words: Option<Text>,
    /// Set when it was missed: whether she let it be known.
    pub missed: Option<bool>,
    /// Whether it was corrected.
    pub corrected: bool,
}

/// An appointment.
#[derive(Clone, Debug)]
pub struct AppointmentFile {
    /// When it was booked, by whom.
    pub stamp: Stamp,
    /// Which.
    pub appointment: AppointmentId,
    /// What was booked.
    pub booking: appointment::Booking,
    /// When it is, as moved last.
    pub span: appointment::Span,
    /// When that was told.
    pub set_at: Timestamp,
    /// Who gave it up.
    pub cancelled: Option<appointment::Party>,
    /// The contact that came of it.
    pub contact: Option<domain::words::ContactId>,
    /// The messages that were taken about it, in order.
    pub reminders: Vec<ReminderFile>,
}

/// A message about an appointment.
#[derive(Clone, Copy, Debug)]
pub struct ReminderFile {
    /// To whom, how, of which hour.
    pub reminder: reminder::Reminder,
    /// When it was taken.
    pub claimed_at: Timestamp,
    /// What is known of it, since when.
    pub outcome: Option<(reminder::Outcome, Timestamp)>,
}

/// How a person may be reached for reminders.
#[derive(Clone, Debug)]
pub struct ReachFile {
    /// As agreed with her last.
    pub reach: reminder::Reach,
    /// When, by whom.
    pub agreed: Stamp,
    /// Since when it holds no more, and why.
    pub over: Option<(Stamp, ReachOver)>,
}

/// Why somebody is reached no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReachOver {
    /// She said so, and it was written down.
    Withdrawn,
    /// She answered a message with the word that stops them.
    Stopped,
}

/// A deadline.
#[derive(Clone, Debug)]
pub struct DeadlineFile {
    /// When, by whom.
    pub stamp: Stamp,
    /// Which.
    pub deadline: DeadlineId,
    /// What is due.
    pub setting: deadline::Setting,
    /// When, as moved last.
    pub due: domain::words::Due,
    /// Whether it was met or withdrawn.
    pub over: bool,
}

/// A document: asked for, there, or neither any more.
#[derive(Clone, Debug)]
pub struct DocumentFile {
    /// Which.
    pub document: DocumentId,
    /// When it was first told of, by whom.
    pub stamp: Stamp,
    /// Whom it is about.
    pub about: document::About,
    /// What it is.
    pub kind: document::Kind,
    /// Its domain.
    pub domain: Option<DomainOfLife>,
    /// How it was asked for, when it was.
    pub asked: Option<(Stamp, document::Request)>,
    /// What was deposited last.
    pub there: Option<DepositedFile>,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

impl DocumentFile {
    /// Where it lies.
    #[must_use]
    pub fn compartment(&self) -> Compartment {
        self.kind.compartment(self.domain)
    }
}

/// What was deposited.
#[derive(Clone, Debug)]
pub struct DepositedFile {
    /// When, by whom.
    pub stamp: Stamp,
    /// What it says of itself.
    pub title: Option<Text>,
    /// The last day on which it is good, when it ends.
    pub valid_until: Option<Day>,
    /// What is held of it.
    pub held: document::Held,
    /// Where its content lies.
    pub content: domain::words::ContentId,
}

/// What happened, as news tells it.
#[derive(Clone, Debug)]
pub struct Happening {
    /// The type name, such as `contact.noted`.
    pub kind: &'static str,
    /// What was written.
    pub text: Option<Text>,
    /// Whether it is the words of the person or a child.
    pub her_words: bool,
    /// Whose view it is, when it was given to a meeting: someone else may have written it down.
    pub of: Option<team_meeting::Participant>,
    /// The domains it touches.
    pub domains: Vec<DomainOfLife>,
    /// Where it lies, when neither words nor domains tell.
    pub lies_in: Option<Compartment>,
    /// Whether it corrects an earlier item.
    pub corrects: bool,
}

impl CaseFile {
    /// Folds the facts of a case's streams, in the order of the log, leaving out what became known after `known_until`.
    #[must_use]
    pub fn fold(support_case: SupportCaseId, facts: &[Fact], known_until: Option<Timestamp>) -> Self {
        let mut file = Self::empty(support_case);
        for fact in facts {
            match fact {
                Fact::SupportCase(fact) if known(fact, known_until) => file.case(fact),
                Fact::Household(fact) if known(fact, known_until) => file.household(fact),
                Fact::Person(fact) if known(fact, known_until) => file.person(fact),
                Fact::Plan(fact) if known(fact, known_until) => file.plan(fact),
                Fact::Contact(fact) if known(fact, known_until) => file.contact(fact),
                Fact::Appointment(fact) if known(fact, known_until) => file.appointment(fact),
                Fact::Deadline(fact) if known(fact, known_until) => file.deadline(fact),
                Fact::Document(fact) if known(fact, known_until) => file.document(fact),
                Fact::FinancialAid(fact) if known(fact, known_until) => file.financial_aid(fact),
                Fact::TeamMeeting(fact) if known(fact, known_until) => file.meeting(fact),
                Fact::SupportCase(_)
                | Fact::Household(_)
                | Fact::Person(_)
                | Fact::Plan(_)
                | Fact::Contact(_)
                | Fact::Appointment(_)
                | Fact::Deadline(_)
                | Fact::Document(_)
                | Fact::FinancialAid(_)
                | Fact::TeamMeeting(_)
                | Fact::Organisation(_)
                | Fact::AccessPolicy(_)
                | Fact::ExceptionalAccess(_)
                | Fact::Erasure(_)
                | Fact::Exclusion(_)
                | Fact::Sharing(_)
                | Fact::Consent(_)
                | Fact::Configuration(_)
                | Fact::Workload(_) => {}
            }
        }
        file
    }

    /// The same case with what frames it even on a day when it was not yet known: its opening, and the people who may be
    /// named beside it.
    #[must_use]
    pub fn framed_by(mut self, now: &Self) -> Self {
        if self.opening.is_none() {
            self.opening.clone_from(&now.opening);
            self.nothing_known = true;
        }
        for (id, person) in &now.people {
            self.people.entry(*id).or_insert_with(|| person.clone());
        }
        self
    }

    fn empty(support_case: SupportCaseId) -> Self {
        Self {
            support_case,
            opening: None,
            nothing_known: false,
            rules: support_case::SupportCase::default(),
            phases: Vec::new(),
            stories: Vec::new(),
            strengths: Vec::new(),
            obstacles: Vec::new(),
            assessments: Vec::new(),
            summary: None,
            referents: Vec::new(),
            team: Vec::new(),
            intensities: Vec::new(),
            decided: Vec::new(),
            measures: Vec::new(),
            life_events: Vec::new(),
            acts: Vec::new(),
            household_label: None,
            members: Vec::new(),
            kin: Vec::new(),
            people: BTreeMap::new(),
            plans: BTreeMap::new(),
            goals: Vec::new(),
            actions: Vec::new(),
            contacts: Vec::new(),
            appointments: Vec::new(),
            deadlines: Vec::new(),
            documents: Vec::new(),
            financial_aids: Vec::new(),
            meetings: BTreeMap::new(),
            events: Vec::new(),
        }
    }

    /// Whether anything shown is dated by an imported source.
    #[must_use]
    pub fn from_source(&self) -> bool {
        self.events.iter().any(|event| event.stamp.from_source)
    }

    /// Whether the case was closed at an instant: real records tell acts after an ending, and they are shown as such.
    #[must_use]
    pub fn closed_at(&self, at: Timestamp) -> bool {
        self.phases
            .iter()
            .filter(|phase| phase.stamp.occurred_at < at)
            .max_by_key(|phase| phase.stamp.occurred_at)
            .is_some_and(|phase| matches!(phase.what, PhaseChange::Closed(..)))
    }

    /// The last day of the case, while it is closed.
    #[must_use]
    pub fn closed_on(&self) -> Option<Day> {
        self.ending().map(|(on, ..)| on)
    }

    /// Its last day, why it ended and until when a light link is kept, while it is closed.
    #[must_use]
    pub fn ending(&self) -> Option<(Day, support_case::ClosureReason, Option<Day>)> {
        match self.phases.last()?.what {
            PhaseChange::Closed(on, reason, watch_until) => Some((on, reason, watch_until)),
            PhaseChange::Reopened(_) => None,
        }
    }

    fn happened(&mut self, stamp: Stamp, kind: &'static str, text: Option<&Text>, domains: &[DomainOfLife]) {
        self.events.push(Entry {
            stamp,
            what: Happening {
                kind,
                text: text.cloned(),
                her_words: false,
                of: None,
                domains: domains.to_vec(),
                lies_in: None,
                corrects: false,
            },
        });
    }

    fn last(&mut self, change: impl FnOnce(&mut Happening)) {
        if let Some(entry) = self.events.last_mut() {
            change(&mut entry.what);
        }
    }
}

fn stamp<E>(fact: &Recorded<E>) -> Stamp {
    Stamp {
        element: ElementId(fact.id),
        position: fact.position,
        by: WorkerId(fact.by),
        occurred_at: fact.occurred_at,
        known_at: fact.known_at.unwrap_or(fact.recorded_at),
        from_source: fact.known_at.is_some(),
    }
}

fn known<E>(fact: &Recorded<E>, until: Option<Timestamp>) -> bool {
    let known_at = if is_sabotaged(Sabotage::KnownAtUnread) {
        fact.occurred_at
    } else {
        fact.known()
    };
    until.is_none_or(|until| known_at <= until)
}
