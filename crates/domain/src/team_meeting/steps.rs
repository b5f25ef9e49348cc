//! What is asked of a meeting that has a day: allowed where it stands, then judged by itself.

use super::decision::Decision;
use super::facts::{AgendaItem, Command, Event, FamilyInformation, NewDay, Postponement};
use super::guards;
use super::people::{Participant, Standing};
use super::refusal::Refusal;
use super::rules::MeetingRules;
use super::sheet::Contribution;
use super::sitting::{Sitting, Turn};
use super::stage::Span;
use crate::words::{Day, Source, SupportCaseId, Text, WorkerId};
use crate::{Asked, Decided};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};

pub(super) type Answer = Result<Decided<Event>, Refusal>;

pub(super) fn one(event: Event) -> Answer {
    Ok(vec![event].into())
}

/// Who asks, when, and under which rules; a record brought in is asked none.
pub(super) struct Circumstances<'a> {
    pub(super) by: WorkerId,
    pub(super) rules: Option<&'a MeetingRules>,
    at: Timestamp,
    today: Day,
}

impl Circumstances<'_> {
    /// A day that somebody tells may not lie ahead.
    pub(super) fn past(&self, on: Day) -> Result<(), Refusal> {
        if self.rules.is_some() && on > self.today {
            Err(Refusal::DayToCome)
        } else {
            Ok(())
        }
    }

    /// Asks the rules in force, unless a record is brought in.
    pub(super) fn under<T>(
        &self,
        judge: impl FnOnce(&MeetingRules) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        self.rules.map(judge).transpose()
    }
}

/// The latest day it can be anywhere at that instant: what the rules take for today where no calendar tells it.
fn latest_day(at: Timestamp) -> Day {
    let latest = at.saturating_add(SignedDuration::from_hours(14)).unwrap_or(at);
    Day::of(latest, &TimeZone::UTC)
}

impl Sitting {
    pub(super) fn decide(&self, asked: &Asked<Command>) -> Answer {
        if matches!(asked.command, Command::Schedule(_)) {
            return Err(Refusal::AlreadyScheduled);
        }
        let rules = match asked.by.source {
            Source::Imported => None,
            Source::Entered => Some(
                asked
                    .in_force
                    .meetings
                    .get(&self.kind)
                    .ok_or(Refusal::KindWithoutRules)?,
            ),
        };
        let span = match rules {
            None => Span::of_a_record(&asked.command),
            Some(rules) => Span::of(&asked.command, rules.summons.is_some()),
        };
        span.allows(self.stage)?;
        let circumstances = Circumstances {
            by: asked.by.worker,
            rules,
            at: asked.at,
            today: asked.in_force.on.unwrap_or_else(|| latest_day(asked.at)),
        };
        self.step(asked.command.clone(), &circumstances)
    }

    fn step(&self, command: Command, asked: &Circumstances<'_>) -> Answer {
        match command {
            Command::Schedule(_) => Err(Refusal::AlreadyScheduled),
            Command::Invite { participant, standing } => self.invite(participant, standing),
            Command::RecordStanding { participant, standing } => {
                self.invited(participant)?;
                one(Event::StandingRecorded { participant, standing })
            }
            Command::RecordAttendance {
                participant,
                attendance,
            } => {
                self.invited(participant)?;
                one(Event::AttendanceRecorded {
                    participant,
                    attendance,
                })
            }
            Command::AppointChair { worker } => self.appoint(worker),
            Command::AddCase(item) => self.add(item),
            Command::RecordFamilyInformation {
                support_case,
                information,
            } => self.inform(support_case, information, asked),
            Command::SendSummons { sent_on } => self.send_summons(sent_on, asked),
            Command::OpenPreparation => one(Event::PreparationOpened),
            Command::Contribute(sheet) => self.contribute(sheet),
            Command::WriteFamilySheet(sheet) => {
                self.case(sheet.support_case)?;
                one(Event::FamilySheetWritten(sheet))
            }
            Command::BeginTurn { support_case } => self.begin_turn(support_case),
            Command::Open { warned } => self.open(warned, asked),
            Command::GiveViewpoint {
                support_case,
                of,
                text,
                on_behalf_of,
            } => {
                self.case(support_case)?;
                one(Event::ViewpointGiven {
                    support_case,
                    of,
                    text,
                    on_behalf_of,
                })
            }
            Command::RaiseHypothesis { support_case, of, text } => {
                self.case(support_case)?;
                one(Event::HypothesisRaised { support_case, of, text })
            }
            Command::RecordFamilyAnswer { support_case, of, text } => {
                self.case(support_case)?;
                one(Event::FamilyAnswered { support_case, of, text })
            }
            Command::RecordDecision(decision) => self.record(decision, asked),
            Command::PutOff { support_case, reason } => self.put_off(support_case, reason),
            Command::EndSession => self.rise(asked),
            Command::DraftMinutes { support_case, text } => self.draft_minutes(support_case, text, asked.by),
            Command::ValidateMinutes => self.validate_minutes(asked),
            Command::ShareMinutes {
                support_case,
                with,
                basis,
            } => self.share_minutes(support_case, with, basis, asked),
            Command::WriteAddendum { support_case, text } => self.add_to_minutes(support_case, text, asked.by),
            Command::GiveFeedback { support_case, to, on } => self.give_feedback(support_case, to, on, asked),
            Command::FollowDecision { decision, outcome, on } => self.follow(decision, outcome, on, asked),
            Command::HoldReview { on } => self.review(on, asked),
            Command::Close => self.close(asked),
            Command::Postpone(to) => self.postpone(to, asked),
            Command::Cancel { reason } => one(Event::Cancelled { reason }),
        }
    }

    fn invited(&self, participant: Participant) -> Result<(), Refusal> {
        self.place(participant).map(|_| ()).ok_or(Refusal::NotInvited)
    }

    fn invite(&self, participant: Participant, standing: Option<Standing>) -> Answer {
        match self.place(participant) {
            Some(_) => Err(Refusal::AlreadyInvited),
            None => one(Event::Invited { participant, standing }),
        }
    }

    fn appoint(&self, worker: WorkerId) -> Answer {
        self.invited(Participant::Worker(worker))?;
        if self.chair == worker {
            return Ok(Vec::new().into());
        }
        one(Event::ChairAppointed { worker })
    }

    fn add(&self, item: AgendaItem) -> Answer {
        if self.agenda.contains_key(&item.support_case) {
            return Err(Refusal::CaseAlreadyOnAgenda);
        }
        one(Event::CaseAdded(item))
    }

    /// A case on the agenda that was not put off.
    fn case(&self, support_case: SupportCaseId) -> Result<&Turn, Refusal> {
        let turn = self.agenda.get(&support_case).ok_or(Refusal::CaseNotOnAgenda)?;
        if turn.put_off {
            Err(Refusal::CasePutOff)
        } else {
            Ok(turn)
        }
    }

    fn inform(&self, support_case: SupportCaseId, information: FamilyInformation, asked: &Circumstances<'_>) -> Answer {
        self.case(support_case)?;
        if let FamilyInformation::Informed { on, .. } = &information {
            asked.past(*on)?;
        }
        one(Event::FamilyInformationRecorded {
            support_case,
            information,
        })
    }

    fn contribute(&self, sheet: Contribution) -> Answer {
        self.case(sheet.support_case)?;
        if sheet.is_empty() {
            return Err(Refusal::NothingContributed);
        }
        one(Event::ContributionGiven(sheet))
    }

    fn begin_turn(&self, support_case: SupportCaseId) -> Answer {
        self.case(support_case)?;
        if self.turn_of == Some(support_case) {
            return Ok(Vec::new().into());
        }
        one(Event::TurnBegun { support_case })
    }

    fn send_summons(&self, sent_on: Option<Day>, asked: &Circumstances<'_>) -> Answer {
        let sent_on = sent_on.unwrap_or(asked.today);
        asked.past(sent_on)?;
        let short_of = asked.under(|rules| guards::summons(self, rules, sent_on))?.flatten();
        one(Event::SummonsSent { sent_on, short_of })
    }

    fn open(&self, warned: bool, asked: &Circumstances<'_>) -> Answer {
        asked.under(|rules| guards::opening(self, rules, warned))?;
        let (present, voices) = self.voices();
        one(Event::Opened {
            chair: self.chair,
            present,
            voices,
            unbound: self.unbound(),
        })
    }

    fn record(&self, decision: Decision, asked: &Circumstances<'_>) -> Answer {
        self.case(decision.support_case)?;
        if self.decisions.contains(&decision.decision) {
            return Err(Refusal::AlreadyDecided);
        }
        if asked.rules.is_some() && decision.due_on < self.held_on {
            return Err(Refusal::DueBeforeTheMeeting);
        }
        asked.under(|rules| guards::decision(self, rules, &decision))?;
        let taken = decision.decision.to_string();
        // No other meeting may use the id: whoever follows a decision follows one.
        let decided = Decided::from(vec![Event::DecisionRecorded(decision)]);
        Ok(decided.reserving("team_meeting.decision", taken))
    }

    fn put_off(&self, support_case: SupportCaseId, reason: Text) -> Answer {
        if self.case(support_case)?.decisions > 0 {
            return Err(Refusal::CaseDecided);
        }
        one(Event::CasePutOff { support_case, reason })
    }

    fn rise(&self, asked: &Circumstances<'_>) -> Answer {
        let settled = |turn: &Turn| turn.decisions > 0 || turn.put_off;
        if !self.agenda.values().any(settled) {
            return Err(Refusal::NothingDecided);
        }
        let cases = self.agenda.values().filter(|turn| !settled(turn)).count();
        if asked.rules.is_some() && cases > 0 {
            return Err(Refusal::CasesUndecided { cases });
        }
        one(Event::SessionEnded)
    }

    fn postpone(&self, to: NewDay, asked: &Circumstances<'_>) -> Answer {
        let mut without_quorum = self.without_quorum;
        if let Some(rules) = asked.rules {
            if to.starts_at <= asked.at {
                return Err(Refusal::PostponedToThePast);
            }
            if to.because == Postponement::Other && to.words.is_none() {
                return Err(Refusal::PostponedWithoutWords);
            }
            if to.because == Postponement::NoQuorum {
                let quorum = rules.quorum.ok_or(Refusal::NoQuorumAsked)?;
                let days = quorum.again_after_days;
                if i64::from(self.held_on.days_to(to.held_on)) < i64::from(days) {
                    return Err(Refusal::PostponedTooSoon { days });
                }
                without_quorum |= quorum.then_without;
            }
        }
        one(Event::Postponed { to, without_quorum })
    }
}
