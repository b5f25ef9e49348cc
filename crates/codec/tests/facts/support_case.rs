//! The samples of support case.

use crate::sample::{Here, day, id, samples};
use domain::signal::{Evidence, Kind};
use domain::support_case::{
    Assessment, ClosureReason, Complexity, DecidedMeasure, Event, Intensity, Joining, Leaving, Measure, Opening, Story,
    Support, Track, Trait,
};
use domain::words::{DomainOfLife, Level, Voice};
use sealed::Compartment::{ChildProtection, Coordination, Housing, Social};

samples! {
    "opened", Event::Opened(_) => |here| Event::Opened(opening(&here));
    "story_recorded", Event::StoryRecorded(_) => |here| Event::StoryRecorded(Story {
        story: id(0xf4),
        speaker: id(0xc1),
        words: here.hers("words", Social),
        read_back_on: Some(day(3, 9)),
    });
    "strength_identified", Event::StrengthIdentified(_) => |here| Event::StrengthIdentified(named(&here));
    "obstacle_identified", Event::ObstacleIdentified(_) => |here| Event::ObstacleIdentified(named(&here));
    "situation_assessed", Event::SituationAssessed(_) => |here| Event::SituationAssessed(Assessment {
        domain: DomainOfLife::Housing,
        voice: Voice::Person,
        level: Some(Level::try_from(2).unwrap()),
        words: Some(here.hers("words", Housing)),
    });
    "summed_up", Event::SummedUp { .. } => |here| Event::SummedUp { text: here.shared("text", Social) };
    "referent_appointed", Event::ReferentAppointed { .. } => |_| Event::ReferentAppointed { worker: id(0xa1) };
    "referent_handed_over", Event::ReferentHandedOver { .. } => |here| Event::ReferentHandedOver {
        from: id(0xa1),
        to: id(0xa2),
        reason: Some(here.of_worker("reason")),
        met_on: Some(day(10, 1)),
    };
    "referent_stood_down", Event::ReferentStoodDown { .. } => |_| Event::ReferentStoodDown { worker: id(0xa2) };
    "handover_meeting_held", Event::HandoverMeetingHeld { .. } => |_| Event::HandoverMeetingHeld { on: day(10, 8) };
    "team_member_joined", Event::TeamMemberJoined(_) => |_| Event::TeamMemberJoined(Joining::of(id(0xa2)));
    "team_member_left", Event::TeamMemberLeft(_) => |_| Event::TeamMemberLeft(Leaving::of(id(0xa2)));
    "cadence_agreed", Event::CadenceAgreed { .. } => |_| Event::CadenceAgreed {
        intensity: Intensity::Intensive,
    };
    "complexity_reviewed", Event::ComplexityReviewed { .. } => |_| Event::ComplexityReviewed {
        complexities: vec![Complexity::ChildUnderTwo, Complexity::Interpreter],
    };
    "measure_decided", Event::MeasureDecided(_) => |here| Event::MeasureDecided(DecidedMeasure {
        measure: id(0xf6),
        label: here.hers("label", ChildProtection),
        domain: DomainOfLife::Parenting,
        on: day(3, 20),
    });
    "measure_started", Event::MeasureStarted(_) => |here| Event::MeasureStarted(Measure {
        measure: id(0xf6),
        label: here.hers("label", ChildProtection),
        domain: DomainOfLife::Parenting,
        from: day(4, 1),
        until: Some(day(9, 30)),
    });
    "measure_renewal_asked", Event::MeasureRenewalAsked { .. } => |_| Event::MeasureRenewalAsked { measure: id(0xf6) };
    "measure_renewed", Event::MeasureRenewed { .. } => |_| Event::MeasureRenewed {
        measure: id(0xf6),
        until: day(12, 31),
    };
    "measure_ended", Event::MeasureEnded { .. } => |_| Event::MeasureEnded {
        measure: id(0xf6),
        on: day(9, 30),
    };
    "life_event_recorded", Event::LifeEventRecorded { .. } => |here| Event::LifeEventRecorded {
        on: day(5, 4),
        text: here.shared("text", Social),
        domain: Some(DomainOfLife::Parenting),
    };
    "orientation_requested", Event::OrientationRequested { .. } => |here| Event::OrientationRequested {
        orientation: id(0xf7),
        track: Track::Social,
        reason: Some(here.hers("reason", Social)),
    };
    "orientation_decided", Event::OrientationDecided { .. } => |here| Event::OrientationDecided {
        orientation: id(0xf7),
        accepted: true,
        track: Some(Track::SocialAndEmployment),
        reason: Some(here.hers("reason", Social)),
    };
    "signal_set_aside", Event::SignalSetAside { .. } => |here| Event::SignalSetAside {
        signal: Kind::MissedInARow,
        evidence: vec![
            Evidence { item: Some(id(0xe1)), on: day(9, 8), step: 1 },
            Evidence { item: Some(id(0xe2)), on: day(9, 22), step: 1 },
        ],
        reason: here.hers("reason", Social),
    };
    "act_recorded", Event::ActRecorded { .. } => |here| Event::ActRecorded {
        activity: here.of_case("activity"),
        worker: Some(id(0xa2)),
    };
    "closed", Event::Closed { .. } => |here| Event::Closed {
        on: day(9, 1),
        reason: ClosureReason::GoalsReached,
        watch_until: Some(day(12, 1)),
        balance: Some(here.shared("balance", Social)),
    };
    "reopened", Event::Reopened { .. } => |here| Event::Reopened {
        on: day(10, 5),
        trigger: Some(here.hers("trigger", Social)),
    };
}

fn opening(here: &Here) -> Opening {
    Opening {
        household: Some(id(0xd2)),
        people: vec![id(0xc1), id(0xc2)],
        service: id(0xb1),
        label: here.shared("label", Coordination),
        opened_on: day(3, 2),
        support: Support::Generalist,
        intensity: Intensity::Standard,
        children: 1,
        requested_on: Some(day(2, 20)),
    }
}

fn named(here: &Here) -> Trait {
    Trait {
        id: id(0xf5),
        text: here.hers("text", Social),
        named_by: Voice::Person,
        domain: Some(DomainOfLife::Network),
        holder: None,
        relative: None,
    }
}

/// Facts that tell what was added to their version without changing what was written before.
pub(crate) fn added() -> Vec<(&'static str, &'static str, Event)> {
    let strength = crate::sample::named("strength_identified", |here| {
        Event::StrengthIdentified(Trait {
            holder: Some(id(0xc2)),
            relative: Some(id(0xc3)),
            ..named(&here)
        })
    });
    let joined = crate::sample::named("team_member_joined", |here| {
        Event::TeamMemberJoined(Joining {
            worker: id(0xa2),
            function: Some(here.hers("function", Coordination)),
            scope: vec![DomainOfLife::Housing, DomainOfLife::Budget],
            until: Some(day(12, 31)),
        })
    });
    let left = crate::sample::named("team_member_left", |here| {
        Event::TeamMemberLeft(Leaving {
            worker: id(0xa2),
            reason: Some(here.hers("reason", Coordination)),
            balance: Some(here.shared("balance", Social)),
        })
    });
    vec![
        (strength.0, "held", strength.1),
        (joined.0, "function", joined.1),
        (left.0, "balance", left.1),
    ]
}
