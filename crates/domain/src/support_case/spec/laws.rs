//! The laws of support case, tried with random wishes.

use super::agreed::measure;
use super::{named, opening, story};
use crate::signal::{Evidence, Kind};
use crate::spec::{days, few, lawful, maybe, one_of, texts};
use crate::support_case::{
    Assessment, ClosureReason, Command, Complexity, DecidedMeasure, Intensity, Joining, Leaving, Measure, Opening,
    SupportCase, Track,
};
use crate::words::{DomainOfLife, Level, Voice};
use proptest::prelude::{Just, Strategy, any, prop_oneof};

#[test]
fn a_case_obeys_the_laws_of_every_rule() {
    lawful::<SupportCase, _>(commands(), |command| match command {
        Command::Open(_)
        | Command::AppointReferent { .. }
        | Command::HandOver { .. }
        | Command::StandDown
        | Command::JoinTeam { .. }
        | Command::LeaveTeam { .. }
        | Command::DecideMeasure(_)
        | Command::StartMeasure(_)
        | Command::EndMeasure { .. }
        | Command::RequestOrientation { .. }
        | Command::DecideOrientation { .. }
        | Command::Close { .. }
        | Command::Reopen { .. } => true,
        // What is said or seen may be said again; the id of the wish alone keeps it from being stored twice.
        Command::RecordStory(_)
        | Command::IdentifyStrength(_)
        | Command::IdentifyObstacle(_)
        | Command::Assess(_)
        | Command::SumUp { .. }
        | Command::AgreeCadence { .. }
        | Command::ReviewComplexity { .. }
        | Command::MeetForHandover { .. }
        | Command::AskRenewal { .. }
        | Command::RenewMeasure { .. }
        | Command::SetSignalAside { .. }
        | Command::RecordLifeEvent { .. }
        | Command::RecordAct { .. } => false,
    });
}

fn commands() -> impl Strategy<Value = Command> {
    prop_oneof![3 => phases(), 3 => people(), 2 => framed(), 2 => told()]
}

/// What opens and ends a case.
fn phases() -> impl Strategy<Value = Command> {
    let reasons = one_of(&[ClosureReason::Moved, ClosureReason::Death, ClosureReason::Unknown]);
    prop_oneof![
        2 => days().prop_map(|opened_on| Command::Open(Opening { opened_on, ..opening() })),
        1 => (days(), reasons, maybe(days()), maybe(texts())).prop_map(|(on, reason, watch_until, balance)| {
            Command::Close { on, reason, watch_until, balance }
        }),
        1 => (days(), maybe(texts())).prop_map(|(on, trigger)| Command::Reopen { on, trigger }),
    ]
}

/// Who is around.
fn people() -> impl Strategy<Value = Command> {
    prop_oneof![
        few().prop_map(|worker| Command::AppointReferent { worker }),
        (few(), maybe(texts()), maybe(days())).prop_map(|(to, reason, met_on)| Command::HandOver {
            from: None,
            to,
            reason,
            met_on
        }),
        Just(Command::StandDown),
        days().prop_map(|on| Command::MeetForHandover { on }),
        few().prop_map(|worker| Command::JoinTeam(Joining::of(worker))),
        few().prop_map(|worker| Command::LeaveTeam(Leaving::of(worker))),
    ]
}

/// What frames it.
fn framed() -> impl Strategy<Value = Command> {
    let tracks = one_of(&[Track::Employment, Track::Social, Track::Other]);
    prop_oneof![
        one_of(&[Intensity::Crisis, Intensity::Watch]).prop_map(|intensity| Command::AgreeCadence { intensity }),
        Just(Command::ReviewComplexity {
            complexities: vec![Complexity::Violence],
        }),
        (few(), days(), maybe(days())).prop_map(|(id, from, until)| Command::StartMeasure(Measure {
            measure: id,
            from,
            until,
            ..measure(None)
        })),
        (few(), days()).prop_map(|(measure, on)| Command::EndMeasure { measure, on }),
        measures_to_come(),
        (few(), tracks.clone(), maybe(texts())).prop_map(|(orientation, track, reason)| Command::RequestOrientation {
            orientation,
            track,
            reason,
        }),
        (few(), any::<bool>(), maybe(tracks), maybe(texts())).prop_map(|(orientation, accepted, track, reason)| {
            Command::DecideOrientation {
                orientation,
                accepted,
                track,
                reason,
            }
        }),
    ]
}

/// Measures before they begin, and what becomes of their term.
fn measures_to_come() -> impl Strategy<Value = Command> {
    prop_oneof![
        (few(), days(), texts()).prop_map(|(measure, on, label)| Command::DecideMeasure(DecidedMeasure {
            measure,
            label,
            domain: DomainOfLife::School,
            on,
        })),
        few().prop_map(|measure| Command::AskRenewal { measure }),
        (few(), days()).prop_map(|(measure, until)| Command::RenewMeasure { measure, until }),
        (maybe(days()), texts()).prop_map(|(on, reason)| Command::SetSignalAside {
            signal: Kind::NoVoice,
            evidence: on
                .map(|on| Evidence {
                    item: None,
                    on,
                    step: 1
                })
                .into_iter()
                .collect(),
            reason,
        }),
    ]
}

/// What is said of it.
fn told() -> impl Strategy<Value = Command> {
    let levels = maybe((1..=5_u8).prop_map(|number| Level::try_from(number).unwrap()));
    let rated = (
        one_of(&DomainOfLife::ALL),
        one_of(&[Voice::Person, Voice::Worker]),
        levels,
        maybe(texts()),
    );
    prop_oneof![
        Just(Command::RecordStory(story())),
        Just(Command::IdentifyStrength(named("Sa sœur"))),
        Just(Command::IdentifyObstacle(named("Pas de voiture"))),
        rated.prop_map(|(domain, voice, level, words)| Command::Assess(Assessment {
            domain,
            voice,
            level,
            words,
        })),
        texts().prop_map(|text| Command::SumUp { text }),
        (days(), texts(), maybe(one_of(&DomainOfLife::ALL))).prop_map(|(on, text, domain)| Command::RecordLifeEvent {
            on,
            text,
            domain
        }),
        (texts(), maybe(few())).prop_map(|(activity, worker)| Command::RecordAct { activity, worker }),
    ]
}
