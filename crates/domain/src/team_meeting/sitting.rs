//! A meeting that has a day: what the rules must know of it, and how each fact moves it on. No personal content.

use super::decision::Outcome;
use super::facts::{Event, NewDay, Schedule};
use super::people::{Participant, Place, Standing};
use super::rules::Kind;
use super::stage::Stage;
use crate::words::{Day, DecisionId, PersonId, ServiceId, SupportCaseId, WorkerId};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the rules must know of a meeting that has a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sitting {
    /// What kind it is.
    pub kind: Kind,
    /// The service that calls it.
    pub service: ServiceId,
    /// Where it stands.
    pub stage: Stage,
    /// When it begins.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub starts_at: Timestamp,
    /// The day it is held; of earlier records the first it can be, wherever the territory lies.
    pub held_on: Day,
    /// Who presides.
    pub chair: WorkerId,
    /// Who is around the table, in the order of the invitations.
    pub roster: Vec<Place>,
    /// The cases on its agenda.
    pub agenda: BTreeMap<SupportCaseId, Turn>,
    /// The decisions taken.
    pub decisions: BTreeSet<DecisionId>,
    /// What came of those that were followed to their end.
    pub outcomes: BTreeMap<DecisionId, Outcome>,
    /// Whose turn it is, once a case was called.
    pub turn_of: Option<SupportCaseId>,
    /// Whether it may be held whoever comes.
    pub without_quorum: bool,
    /// The days on which the decisions were reviewed.
    pub reviews: BTreeSet<Day>,
}

/// What the rules must know of a case on an agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Turn {
    /// How many decisions were taken on it.
    pub decisions: u32,
    /// Whether it is known how the family knows that one speaks of it.
    pub family_informed: bool,
    /// The services that brought their sheet.
    pub contributed: BTreeSet<ServiceId>,
    /// Whether it was put off.
    pub put_off: bool,
    /// Who wrote its minutes; nobody while there are none.
    pub authors: BTreeSet<WorkerId>,
    /// To whom the minutes were passed on.
    pub shared_with: BTreeSet<Participant>,
    /// Who was told what came of it, and when last.
    pub feedback: BTreeMap<PersonId, Day>,
    /// How much was added to its minutes.
    pub addenda: u32,
}

/// The earliest day it can be anywhere at that instant, since the rules know no zone: nothing decided on the very day of
/// a meeting is ever refused, in no territory.
fn earliest_day(at: Timestamp) -> Day {
    let earliest = at.saturating_sub(SignedDuration::from_hours(12)).unwrap_or(at);
    Day::of(earliest, &TimeZone::UTC)
}

impl Sitting {
    pub(super) fn scheduled(schedule: &Schedule) -> Self {
        Self {
            kind: schedule.kind,
            service: schedule.service,
            stage: Stage::Scheduled,
            starts_at: schedule.starts_at,
            held_on: schedule.held_on.unwrap_or_else(|| earliest_day(schedule.starts_at)),
            chair: schedule.chair,
            roster: Vec::new(),
            agenda: BTreeMap::new(),
            decisions: BTreeSet::new(),
            outcomes: BTreeMap::new(),
            turn_of: None,
            without_quorum: false,
            reviews: BTreeSet::new(),
        }
    }

    /// The place of someone.
    #[must_use]
    pub fn place(&self, participant: Participant) -> Option<&Place> {
        self.roster.iter().find(|place| place.participant == participant)
    }

    /// Those in the room whom secrecy does not bind, of whom whoever presides is warned before it opens.
    #[must_use]
    pub fn unbound(&self) -> BTreeSet<Participant> {
        let here = self.roster.iter().filter(|place| place.is_here() && place.is_unbound());
        here.map(|place| place.participant).collect()
    }

    /// The services around the table that brought no sheet on a case yet, in order.
    #[must_use]
    pub fn without_sheet(&self, support_case: SupportCaseId) -> BTreeSet<ServiceId> {
        let brought = self.agenda.get(&support_case).map(|turn| &turn.contributed);
        let services = self.roster.iter().filter_map(|place| place.standing?.service);
        services
            .filter(|service| brought.is_none_or(|brought| !brought.contains(service)))
            .collect()
    }

    /// How many have a voice and are there, and how many have one.
    #[must_use]
    pub fn voices(&self) -> (u32, u32) {
        let voices = || self.roster.iter().filter(|place| place.capacity().has_a_voice());
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        (
            count(voices().filter(|place| place.is_here()).count()),
            count(voices().count()),
        )
    }

    /// The state after one more fact.
    #[must_use]
    pub(super) fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::Scheduled(_)
            | Event::ViewpointGiven { .. }
            | Event::FamilySheetWritten(_)
            | Event::HypothesisRaised { .. }
            | Event::FamilyAnswered { .. } => {}
            Event::ContributionGiven(sheet) => {
                self.turn(sheet.support_case).contributed.insert(sheet.service);
            }
            Event::TurnBegun { support_case } => self.turn_of = Some(*support_case),
            Event::Invited { participant, standing } => self.seat(*participant, *standing),
            Event::StandingRecorded { participant, standing } => self.seat(*participant, Some(*standing)),
            Event::AttendanceRecorded {
                participant,
                attendance,
            } => {
                let places = self.roster.iter_mut().filter(|place| place.participant == *participant);
                places.for_each(|place| place.attendance = Some(*attendance));
            }
            Event::CaseAdded(item) => {
                self.turn(item.support_case);
            }
            Event::FamilyInformationRecorded { support_case, .. } => self.turn(*support_case).family_informed = true,
            Event::ChairAppointed { worker } => self.chair = *worker,
            Event::SummonsSent { .. } => self.stage = Stage::Convened,
            Event::PreparationOpened => self.stage = Stage::Preparing,
            Event::Opened { chair, .. } => {
                self.chair = *chair;
                self.stage = Stage::InSession;
            }
            Event::DecisionRecorded(decision) => self.decided(decision.decision, decision.support_case),
            Event::CasePutOff { support_case, .. } => self.turn(*support_case).put_off = true,
            Event::SessionEnded => self.stage = Stage::SessionEnded,
            Event::MinutesDrafted {
                support_case, author, ..
            } => {
                self.turn(*support_case).authors.insert(*author);
                self.stage = Stage::MinutesDrafted;
            }
            Event::MinutesValidated { .. } => self.stage = Stage::MinutesValidated,
            Event::MinutesShared { support_case, with, .. } => {
                self.turn(*support_case).shared_with.insert(*with);
                self.stage = Stage::Distributed;
            }
            Event::AddendumWritten { support_case, .. } => {
                let turn = self.turn(*support_case);
                turn.addenda = turn.addenda.saturating_add(1);
            }
            Event::FeedbackGiven { support_case, to, on } => {
                self.turn(*support_case).feedback.insert(*to, *on);
            }
            Event::DecisionFollowed { decision, outcome, .. } => {
                self.outcomes.insert(*decision, *outcome);
            }
            Event::ReviewHeld { on } => {
                self.reviews.insert(*on);
            }
            Event::Closed => self.stage = Stage::Closed,
            Event::Postponed { to, without_quorum } => self.postponed(to, *without_quorum),
            Event::Cancelled { .. } => self.stage = Stage::Cancelled,
        }
        self
    }

    fn seat(&mut self, participant: Participant, standing: Option<Standing>) {
        match self.roster.iter_mut().find(|place| place.participant == participant) {
            Some(place) => place.standing = standing.or(place.standing),
            None => self.roster.push(Place {
                participant,
                standing,
                attendance: None,
            }),
        }
    }

    fn turn(&mut self, support_case: SupportCaseId) -> &mut Turn {
        self.agenda.entry(support_case).or_default()
    }

    fn decided(&mut self, decision: DecisionId, support_case: SupportCaseId) {
        self.decisions.insert(decision);
        let turn = self.turn(support_case);
        turn.decisions = turn.decisions.saturating_add(1);
        // Earlier records decided without ever telling that a session was open.
        if self.stage == Stage::InSession {
            self.stage = Stage::Decided;
        }
    }

    /// On another day everything is asked again that belongs to the day: the summons, and who comes.
    fn postponed(&mut self, to: &NewDay, without_quorum: bool) {
        self.stage = Stage::Scheduled;
        self.starts_at = to.starts_at;
        self.held_on = to.held_on;
        self.without_quorum = without_quorum;
        self.roster.iter_mut().for_each(|place| place.attendance = None);
    }
}
