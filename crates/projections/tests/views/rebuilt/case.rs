//! Everything that may be asked of a case.

use super::{Step, ask};
use crate::ground::{Ground, household, opening, person, said};
use domain::signal::{Evidence, Kind};
use domain::support_case::{
    Assessment, ClosureReason, Command, Complexity, DecidedMeasure, Intensity, Joining, Leaving, Measure, Opening,
    Story, SupportCase, Track, Trait,
};
use domain::words::{Level, MeasureId, OrientationId, StoryId, TraitId, Voice};

pub(super) async fn ask(ground: &Ground, step: Step) {
    let command = match step.what {
        0..=11 => around(step),
        _ => told(step),
    };
    ask!(ground, SupportCase, step.case().0, step, command);
}

/// Who stands around the person, and whether the case is open.
fn around(step: Step) -> Command {
    let case = step.case();
    match step.what {
        0 | 1 => Command::Open(Opening {
            household: Some(household(u128::from(step.who) % 2)),
            people: vec![person(step.who.into())],
            children: step.who,
            opened_on: step.on(),
            requested_on: (step.who > 1).then(|| step.on()),
            ..opening(case, step.at().get(..10).unwrap())
        }),
        2 => Command::AppointReferent { worker: step.worker() },
        3 => Command::HandOver {
            from: None,
            to: step.worker(),
            reason: Some(said(case, "Départ")),
            met_on: None,
        },
        4 => Command::StandDown,
        5 => Command::JoinTeam(Joining::of(step.worker())),
        6 => Command::LeaveTeam(Leaving::of(step.worker())),
        7 => Command::Close {
            on: step.on(),
            reason: ClosureReason::Moved,
            watch_until: (step.who > 1).then(|| step.on()),
            balance: None,
        },
        8 => Command::Reopen {
            on: step.on(),
            trigger: None,
        },
        9 => Command::ReviewComplexity {
            complexities: vec![Complexity::Violence, Complexity::Interpreter],
        },
        10 => Command::AgreeCadence {
            intensity: Intensity::Intensive,
        },
        _ => Command::RecordAct {
            activity: said(case, "Visite"),
            worker: (step.who > 0).then(|| step.worker()),
        },
    }
}

/// What is said, seen and started.
fn told(step: Step) -> Command {
    let case = step.case();
    let named = || Trait {
        id: TraitId(step.of(5)),
        text: said(case, "Sait demander"),
        named_by: Voice::Person,
        domain: (step.who > 0).then(|| step.domain()),
        holder: Some(person(step.who.into())),
        relative: None,
    };
    match step.what {
        12 | 13 => Command::Assess(Assessment {
            domain: step.domain(),
            voice: if step.who > 1 { Voice::Person } else { Voice::Worker },
            level: Level::try_from(step.who + 1).ok(),
            words: None,
        }),
        14 => Command::IdentifyStrength(named()),
        15 => Command::IdentifyObstacle(named()),
        16 if step.who == 3 => Command::DecideMeasure(DecidedMeasure {
            measure: MeasureId(step.of(6)),
            label: said(case, "Mesure"),
            domain: step.domain(),
            on: step.on(),
        }),
        16 | 17 => Command::StartMeasure(Measure {
            measure: MeasureId(step.of(6)),
            label: said(case, "Mesure"),
            domain: step.domain(),
            from: step.on(),
            until: Some(step.on()),
        }),
        18 if step.who == 2 => Command::AskRenewal {
            measure: MeasureId(step.of(6)),
        },
        18 if step.who == 3 => Command::RenewMeasure {
            measure: MeasureId(step.of(6)),
            until: step.on(),
        },
        18 => Command::EndMeasure {
            measure: MeasureId(step.of(6)),
            on: step.on(),
        },
        19 => Command::RecordLifeEvent {
            on: step.on(),
            text: said(case, "Naissance"),
            domain: Some(step.domain()),
        },
        20 => Command::RecordStory(Story {
            story: StoryId(step.of(7)),
            speaker: person(step.who.into()),
            words: said(case, "Je voudrais un logement"),
            read_back_on: Some(step.on()),
        }),
        21 if step.who == 2 => Command::MeetForHandover { on: step.on() },
        21 if step.who == 3 => Command::SetSignalAside {
            signal: Kind::ActionOverdue,
            evidence: vec![Evidence {
                item: (step.absurd > 1).then(|| step.anywhere(1)),
                on: step.on(),
                step: if step.absurd == 0 { u32::MAX } else { 1 },
            }],
            reason: said(case, "C’est en cours"),
        },
        21 => Command::SumUp {
            text: said(case, "Cela avance"),
        },
        22 => Command::RequestOrientation {
            orientation: OrientationId(step.of(8)),
            track: Track::Social,
            reason: None,
        },
        _ => Command::DecideOrientation {
            orientation: OrientationId(step.of(8)),
            accepted: step.who > 1,
            track: None,
            reason: None,
        },
    }
}
