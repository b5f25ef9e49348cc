//! What of an event counts: the few facts from which all figures are made, each with when it was and when it was known.
//!
//! No word of anybody is in them, and no name: kinds, days and ids that tell nothing.

use super::Input;
use crate::contact::Kind as ContactKind;
use crate::support_case::{Complexity, Intensity, Support};
use crate::team_meeting::{Attendance, FamilyInformation, Kind as MeetingKind, Outcome, Participant};
use crate::words::{Day, DecisionId, Due, Role, SupportCaseId, WorkerId};
use crate::{contact, deadline, organisation, plan, support_case, team_meeting};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A fact that counts, with its two times. Of meetings and posts, the case is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Which case it is about.
    pub support_case: Option<SupportCaseId>,
    /// What it is.
    pub happening: Happening,
    /// When it was ([`Happening::was_at`]).
    pub at: Timestamp,
    /// When it was known: to its source, else to Trame.
    pub known_at: Timestamp,
}

/// What happened, and to what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// In a case.
    Case(InCase),
    /// To a measure.
    Measure(Uuid, ToMeasure),
    /// To something due.
    Deadline(Uuid, ToDeadline),
    /// To an action or a decision.
    Action(Uuid, ToAction),
    /// To a meeting.
    Meeting(Uuid, ToMeeting),
    /// To a professional who follows cases.
    Post(WorkerId, ToPost),
}

/// What happened in a case. Each field is that of the event it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InCase {
    /// It was opened.
    Opened {
        support: Support,
        intensity: Intensity,
        children: u8,
        on: Day,
        requested_on: Option<Day>,
    },
    /// It began again.
    Reopened { on: Day },
    /// It was closed.
    Closed { on: Day, watch_until: Option<Day> },
    /// Somebody answers for it.
    ReferentNamed { worker: WorkerId },
    /// Nobody does any more.
    ReferentLeft,
    /// What makes it heavier was reviewed.
    ComplexityReviewed { complexities: Vec<Complexity> },
    /// A rhythm was agreed.
    CadenceAgreed { intensity: Intensity },
    /// A contact was held.
    Held { kind: ContactKind },
    /// An appointment was missed.
    Missed { kind: ContactKind, excused: bool },
    /// An act of another record was kept.
    Acted,
}

/// What happened to a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToMeasure {
    /// It was decided.
    Decided { on: Day },
    /// It began.
    Started { from: Day, until: Option<Day> },
    /// Its renewal was asked for.
    RenewalAsked,
    /// It has another term.
    Renewed { until: Day },
    /// It ended.
    Ended { on: Day },
}

/// What happened to something due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToDeadline {
    /// It was set; whether it is the end of a right or of a contract.
    Set { due: Due, term: bool },
    /// It is due at another time.
    Moved { due: Due },
    /// It was met.
    Met,
    /// Nothing is due any more.
    Withdrawn,
}

/// What happened to an action or a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToAction {
    /// It has a doer.
    Given { due_on: Option<Day> },
    /// Its date moved.
    Delayed { due_on: Day },
    /// It was done; on the day of the instant where none is told.
    Done { on: Option<Day> },
    /// It was given up.
    Abandoned,
}

/// What happened to a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToMeeting {
    /// It has a day.
    Scheduled { kind: MeetingKind },
    /// It has another.
    Postponed,
    /// It will not be held.
    Cancelled,
    /// It was held.
    Held,
    /// Somebody of a family was there.
    FamilyCame,
    /// Its minutes were validated.
    MinutesValidated,
}

/// What happened to a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToPost {
    /// She joined, with so many hundredths of a full time.
    Joined { working_time: u16 },
    /// She left.
    Left,
}

impl Happening {
    /// The kind of fact it is.
    #[must_use]
    pub fn input(&self) -> Input {
        match self {
            Self::Case(in_case) => in_case.input(),
            Self::Measure(..) => Input::Measure,
            Self::Deadline(..) => Input::Deadline,
            Self::Action(..) => Input::Action,
            Self::Meeting(_, ToMeeting::MinutesValidated) => Input::Minutes,
            Self::Meeting(
                _,
                ToMeeting::Scheduled { .. }
                | ToMeeting::Postponed
                | ToMeeting::Cancelled
                | ToMeeting::Held
                | ToMeeting::FamilyCame,
            ) => Input::Meeting,
            Self::Post(..) => Input::Post,
        }
    }
}

impl InCase {
    fn input(&self) -> Input {
        match self {
            Self::Opened { .. } | Self::Reopened { .. } => Input::Opening,
            Self::Closed { .. } => Input::Closure,
            Self::ReferentNamed { .. } | Self::ReferentLeft => Input::Referent,
            Self::ComplexityReviewed { .. } => Input::Complexity,
            Self::CadenceAgreed { .. } => Input::Cadence,
            Self::Held { .. } => Input::Contact,
            Self::Missed { .. } => Input::Missed,
            Self::Acted => Input::Act,
        }
    }
}

/// What of a fact of a case counts.
#[must_use]
pub fn of_case(event: &support_case::Event) -> Option<Happening> {
    use support_case::Event;
    let in_case = match event {
        Event::Opened(opening) => InCase::Opened {
            support: opening.support,
            intensity: opening.intensity,
            children: opening.children,
            on: opening.opened_on,
            requested_on: opening.requested_on,
        },
        Event::Reopened { on, trigger: _ } => InCase::Reopened { on: *on },
        Event::Closed { on, watch_until, .. } => InCase::Closed {
            on: *on,
            watch_until: *watch_until,
        },
        Event::ReferentAppointed { worker } | Event::ReferentHandedOver { to: worker, .. } => {
            InCase::ReferentNamed { worker: *worker }
        }
        Event::ReferentStoodDown { .. } => InCase::ReferentLeft,
        Event::ComplexityReviewed { complexities } => InCase::ComplexityReviewed {
            complexities: complexities.clone(),
        },
        Event::CadenceAgreed { intensity } => InCase::CadenceAgreed { intensity: *intensity },
        Event::ActRecorded { .. } => InCase::Acted,
        Event::MeasureDecided(_)
        | Event::MeasureStarted(_)
        | Event::MeasureRenewalAsked { .. }
        | Event::MeasureRenewed { .. }
        | Event::MeasureEnded { .. } => return of_measure(event),
        Event::StoryRecorded(_)
        | Event::StrengthIdentified(_)
        | Event::ObstacleIdentified(_)
        | Event::SituationAssessed(_)
        | Event::SummedUp { .. }
        | Event::HandoverMeetingHeld { .. }
        | Event::TeamMemberJoined(_)
        | Event::TeamMemberLeft(_)
        | Event::LifeEventRecorded { .. }
        | Event::OrientationRequested { .. }
        | Event::OrientationDecided { .. }
        | Event::SignalSetAside { .. } => return None,
    };
    Some(Happening::Case(in_case))
}

fn of_measure(event: &support_case::Event) -> Option<Happening> {
    use support_case::Event;
    let (measure, happened) = if let Event::MeasureDecided(decided) = event {
        (decided.measure, ToMeasure::Decided { on: decided.on })
    } else if let Event::MeasureStarted(started) = event {
        let (from, until) = (started.from, started.until);
        (started.measure, ToMeasure::Started { from, until })
    } else if let Event::MeasureRenewalAsked { measure } = event {
        (*measure, ToMeasure::RenewalAsked)
    } else if let Event::MeasureRenewed { measure, until } = event {
        (*measure, ToMeasure::Renewed { until: *until })
    } else if let Event::MeasureEnded { measure, on } = event {
        (*measure, ToMeasure::Ended { on: *on })
    } else {
        return None;
    };
    Some(Happening::Measure(measure.0, happened))
}

/// What of a contact counts, and in which case.
#[must_use]
pub fn of_contact(event: &contact::Event) -> Option<(SupportCaseId, Happening)> {
    use contact::Event;
    let (support_case, happened) = match event {
        Event::Noted { held, .. } => (held.support_case, InCase::Held { kind: held.kind }),
        Event::Missed {
            support_case,
            kind,
            excused,
            ..
        } => {
            let (kind, excused) = (*kind, *excused);
            (*support_case, InCase::Missed { kind, excused })
        }
        Event::NotReached { .. } | Event::Corrected { .. } => return None,
    };
    Some((support_case, Happening::Case(happened)))
}

/// What of a deadline counts.
#[must_use]
pub fn of_deadline(deadline: Uuid, event: &deadline::Event) -> Happening {
    use deadline::{Event, Kind};
    let happened = match event {
        Event::Set(setting) => ToDeadline::Set {
            due: setting.due,
            term: setting.kind == Kind::Term,
        },
        Event::Met => ToDeadline::Met,
        Event::Moved { due, reason: _ } => ToDeadline::Moved { due: *due },
        Event::Withdrawn { reason: _ } | Event::Lapsed => ToDeadline::Withdrawn,
    };
    Happening::Deadline(deadline, happened)
}

/// What of a plan counts.
#[must_use]
pub fn of_plan(event: &plan::Event) -> Option<Happening> {
    use plan::Event;
    let (action, happened) = match event {
        Event::ActionAssigned { action, due_on, .. } => (action, ToAction::Given { due_on: *due_on }),
        Event::ActionDelayed { action, due_on, .. } => (action, ToAction::Delayed { due_on: *due_on }),
        Event::ActionCompleted { action, result: _ } => (action, ToAction::Done { on: None }),
        Event::ActionAbandoned { action, reason: _ } => (action, ToAction::Abandoned),
        Event::Drafted { .. } | Event::GoalAgreed { .. } | Event::ActionStarted { .. } | Event::GoalReached { .. } => {
            return None;
        }
    };
    Some(Happening::Action(action.0, happened))
}

/// What of a decision counts: it is an action of its case.
#[must_use]
pub fn of_decision(event: &team_meeting::Event) -> Option<(DecisionId, Happening)> {
    use team_meeting::Event;
    let (decision, happened) = if let Event::DecisionRecorded(decision) = event {
        let due_on = Some(decision.due_on);
        (decision.decision, ToAction::Given { due_on })
    } else if let Event::DecisionFollowed { decision, outcome, on } = event {
        let happened = match outcome {
            Outcome::CarriedOut => ToAction::Done { on: Some(*on) },
            Outcome::GivenUp => ToAction::Abandoned,
        };
        (*decision, happened)
    } else {
        return None;
    };
    Some((decision, Happening::Action(decision.0, happened)))
}

/// What of a meeting counts for how meetings go.
#[must_use]
pub fn of_meeting(meeting: Uuid, event: &team_meeting::Event) -> Option<Happening> {
    use team_meeting::Event;
    let happened = match event {
        Event::Scheduled(schedule) => ToMeeting::Scheduled { kind: schedule.kind },
        Event::Postponed { .. } => ToMeeting::Postponed,
        Event::Cancelled { reason: _ } => ToMeeting::Cancelled,
        // A record brought in may tell its end alone.
        Event::Opened { .. } | Event::SessionEnded | Event::Closed => ToMeeting::Held,
        Event::AttendanceRecorded {
            participant: Participant::Person(_),
            attendance: Attendance::Present | Attendance::InPart,
        }
        | Event::FamilyInformationRecorded {
            information: FamilyInformation::Present,
            ..
        } => ToMeeting::FamilyCame,
        Event::MinutesValidated { by: _ } => ToMeeting::MinutesValidated,
        Event::AttendanceRecorded { .. }
        | Event::FamilyInformationRecorded { .. }
        | Event::DecisionRecorded(_)
        | Event::DecisionFollowed { .. }
        | Event::Invited { .. }
        | Event::StandingRecorded { .. }
        | Event::CaseAdded(_)
        | Event::ChairAppointed { .. }
        | Event::SummonsSent { .. }
        | Event::PreparationOpened
        | Event::ContributionGiven(_)
        | Event::FamilySheetWritten(_)
        | Event::ViewpointGiven { .. }
        | Event::TurnBegun { .. }
        | Event::HypothesisRaised { .. }
        | Event::FamilyAnswered { .. }
        | Event::CasePutOff { .. }
        | Event::MinutesDrafted { .. }
        | Event::MinutesShared { .. }
        | Event::AddendumWritten { .. }
        | Event::FeedbackGiven { .. }
        | Event::ReviewHeld { .. } => return None,
    };
    Some(Happening::Meeting(meeting, happened))
}

/// What of an organisation counts: who follows cases, and how much of a full time she has for it.
#[must_use]
pub fn of_post(event: &organisation::Event) -> Option<Happening> {
    use organisation::Event;
    match event {
        Event::WorkerJoined { post } => {
            let working_time = post.working_time;
            (post.role == Role::Worker).then_some(Happening::Post(post.worker, ToPost::Joined { working_time }))
        }
        Event::WorkerLeft { worker } => Some(Happening::Post(*worker, ToPost::Left)),
        Event::Registered { .. } | Event::ServiceOpened { .. } | Event::TeamFormed { .. } => None,
    }
}
