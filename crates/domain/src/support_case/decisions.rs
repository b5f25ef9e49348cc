//! The truth table of a support case: what may be asked while it is unopened, open or closed.
//!
//! A record brought in keeps its own order of things: acts after a closure and ends before starts are kept as they are.

use super::{Assessment, Command, DecidedMeasure, Event, Measure, Opening, Phase, Refusal, SupportCase};
use crate::words::{Day, MeasureId, Source, WorkerId};
use crate::{Asked, Decided};

pub(super) fn decide(case: &SupportCase, asked: &Asked<Command>) -> Result<Decided<Event>, Refusal> {
    let imported = asked.by.source == Source::Imported;
    if !imported && asked.occurred_at > asked.at {
        return Err(Refusal::InTheFuture);
    }
    match (&asked.command, case.phase) {
        (Command::Open(opening), Phase::Unopened) if !imported && opening.requested_on > Some(opening.opened_on) => {
            Err(Refusal::RequestedAfterOpened)
        }
        (Command::Open(opening), Phase::Unopened) => Ok(open(opening)),
        (Command::Open(_), Phase::Open(_) | Phase::Closed) => Err(Refusal::AlreadyOpened),
        (_, Phase::Unopened) => Err(Refusal::NotOpened),
        (Command::Reopen { .. }, Phase::Open(_)) => Err(Refusal::NotClosed),
        (Command::Reopen { on, trigger }, Phase::Closed) => Ok(vec![Event::Reopened {
            on: *on,
            trigger: trigger.clone(),
        }]
        .into()),
        (command, Phase::Closed) if !imported && !outlives_closure(command) => Err(Refusal::Closed),
        (command, Phase::Open(_) | Phase::Closed) => while_open(case, asked, command),
    }
}

/// What may still be said of a closed case: corrections of the record, the words of the person, and that a silence after
/// the closure is known.
fn outlives_closure(command: &Command) -> bool {
    matches!(
        command,
        Command::RecordStory(_) | Command::RecordAct { .. } | Command::SetSignalAside { .. }
    )
}

fn open(opening: &Opening) -> Decided<Event> {
    vec![Event::Opened(opening.clone())].into()
}

fn while_open(case: &SupportCase, asked: &Asked<Command>, command: &Command) -> Result<Decided<Event>, Refusal> {
    let one = |event| Ok(vec![event].into());
    match command.clone() {
        Command::RecordStory(story) => one(Event::StoryRecorded(story)),
        Command::IdentifyStrength(named) => one(Event::StrengthIdentified(named)),
        Command::IdentifyObstacle(named) => one(Event::ObstacleIdentified(named)),
        Command::Assess(assessment) => assess(assessment),
        Command::SumUp { text } => one(Event::SummedUp { text }),
        Command::AppointReferent { worker } => appoint(case, worker),
        Command::HandOver {
            from,
            to,
            reason,
            met_on,
        } => hand_over(case, from, to, |from| Event::ReferentHandedOver {
            from,
            to,
            reason,
            met_on,
        }),
        Command::StandDown => {
            let worker = case.referent.ok_or(Refusal::NoReferent)?;
            one(Event::ReferentStoodDown { worker })
        }
        Command::MeetForHandover { .. } if case.referent.is_none() => Err(Refusal::NoReferent),
        Command::MeetForHandover { on } => one(Event::HandoverMeetingHeld { on }),
        Command::JoinTeam(joining) if case.team.contains(&joining.worker) => Err(Refusal::AlreadyInTeam),
        Command::JoinTeam(joining) => one(Event::TeamMemberJoined(joining)),
        Command::LeaveTeam(leaving) if !case.team.contains(&leaving.worker) => Err(Refusal::NotInTeam),
        Command::LeaveTeam(leaving) => one(Event::TeamMemberLeft(leaving)),
        Command::AgreeCadence { intensity } => one(Event::CadenceAgreed { intensity }),
        Command::ReviewComplexity { complexities } => one(Event::ComplexityReviewed { complexities }),
        Command::StartMeasure(measure) => start_measure(case, asked, measure),
        Command::DecideMeasure(decided) => decide_measure(case, decided),
        Command::AskRenewal { measure } if !case.measures.contains_key(&measure) => Err(Refusal::MeasureUnknown),
        Command::AskRenewal { measure } => one(Event::MeasureRenewalAsked { measure }),
        Command::RenewMeasure { measure, until } => {
            lasts_until(case, asked, measure, until)?;
            one(Event::MeasureRenewed { measure, until })
        }
        Command::EndMeasure { measure, on } => {
            lasts_until(case, asked, measure, on)?;
            one(Event::MeasureEnded { measure, on })
        }
        Command::RecordLifeEvent { on, text, domain } => one(Event::LifeEventRecorded { on, text, domain }),
        Command::RequestOrientation { orientation, .. } if case.orientations.contains(&orientation) => {
            Err(Refusal::OrientationAlreadyRequested)
        }
        Command::RequestOrientation {
            orientation,
            track,
            reason,
        } => one(Event::OrientationRequested {
            orientation,
            track,
            reason,
        }),
        Command::DecideOrientation { orientation, .. } if !case.orientations.contains(&orientation) => {
            Err(Refusal::OrientationUnknown)
        }
        Command::DecideOrientation {
            orientation,
            accepted,
            track,
            reason,
        } => one(Event::OrientationDecided {
            orientation,
            accepted,
            track,
            reason,
        }),
        Command::SetSignalAside { evidence, .. } if evidence.is_empty() => Err(Refusal::NoEvidence),
        Command::SetSignalAside {
            signal,
            evidence,
            reason,
        } => one(Event::SignalSetAside {
            signal,
            evidence,
            reason,
        }),
        Command::RecordAct { activity, worker } => one(Event::ActRecorded { activity, worker }),
        Command::Close {
            on,
            reason,
            watch_until,
            balance,
        } => {
            may_close(case, asked, on, watch_until)?;
            one(Event::Closed {
                on,
                reason,
                watch_until,
                balance,
            })
        }
        Command::Open(_) => Err(Refusal::AlreadyOpened),
        Command::Reopen { .. } => Err(Refusal::NotClosed),
    }
}

fn assess(assessment: Assessment) -> Result<Decided<Event>, Refusal> {
    if assessment.level.is_none() && assessment.words.is_none() {
        return Err(Refusal::NothingRated);
    }
    Ok(vec![Event::SituationAssessed(assessment)].into())
}

fn appoint(case: &SupportCase, worker: WorkerId) -> Result<Decided<Event>, Refusal> {
    match case.referent {
        Some(present) if present == worker => Err(Refusal::AlreadyReferent),
        Some(_) => Err(Refusal::HasReferent),
        None => Ok(vec![Event::ReferentAppointed { worker }].into()),
    }
}

/// From who answers for it, whom the wish may name.
fn hand_over(
    case: &SupportCase,
    named: Option<WorkerId>,
    to: WorkerId,
    told: impl FnOnce(WorkerId) -> Event,
) -> Result<Decided<Event>, Refusal> {
    match case.referent {
        None => Err(Refusal::NoReferent),
        Some(from) if named.is_some_and(|named| named != from) => Err(Refusal::ReferentChanged),
        Some(from) if from == to => Err(Refusal::AlreadyReferent),
        Some(from) => Ok(vec![told(from)].into()),
    }
}

fn decide_measure(case: &SupportCase, decided: DecidedMeasure) -> Result<Decided<Event>, Refusal> {
    if case.decided.contains_key(&decided.measure) {
        return Err(Refusal::MeasureAlreadyDecided);
    }
    if case.measures.contains_key(&decided.measure) {
        return Err(Refusal::MeasureAlreadyStarted);
    }
    Ok(vec![Event::MeasureDecided(decided)].into())
}

/// Whether a measure of this case may last until a day. One that never began ends on the day it is given up; it has no
/// term to move.
fn lasts_until(case: &SupportCase, asked: &Asked<Command>, measure: MeasureId, until: Day) -> Result<(), Refusal> {
    let renewed = matches!(asked.command, Command::RenewMeasure { .. });
    let decided = case.decided.get(&measure).filter(|_| !renewed);
    match case.measures.get(&measure).or(decided) {
        None => Err(Refusal::MeasureUnknown),
        Some(from) if until < *from && asked.by.source == Source::Entered => Err(Refusal::EndsBeforeItStarts),
        Some(_) => Ok(()),
    }
}

fn start_measure(case: &SupportCase, asked: &Asked<Command>, measure: Measure) -> Result<Decided<Event>, Refusal> {
    if case.measures.contains_key(&measure.measure) {
        return Err(Refusal::MeasureAlreadyStarted);
    }
    if asked.by.source == Source::Entered && measure.until.is_some_and(|until| until < measure.from) {
        return Err(Refusal::EndsBeforeItStarts);
    }
    Ok(vec![Event::MeasureStarted(measure)].into())
}

fn may_close(case: &SupportCase, asked: &Asked<Command>, on: Day, watch_until: Option<Day>) -> Result<(), Refusal> {
    if asked.by.source == Source::Imported {
        return Ok(());
    }
    match case.phase {
        Phase::Closed => return Err(Refusal::Closed),
        Phase::Open(from) if on < from => return Err(Refusal::ClosedBeforeOpened),
        Phase::Open(_) | Phase::Unopened => {}
    }
    if let (Some(until), Some(most_months)) = (watch_until, asked.in_force.longest_watch_months) {
        let months = jiff::Span::new().months(i32::try_from(most_months).unwrap_or(i32::MAX));
        let last = on.0.checked_add(months).map_or(on, Day);
        if until > last {
            return Err(Refusal::WatchTooLong { most_months });
        }
    }
    Ok(())
}
