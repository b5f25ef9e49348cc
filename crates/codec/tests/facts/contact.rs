//! The samples of contact.

use crate::sample::{Here, id, named, samples};
use domain::contact::{DeadEnd, Event, Held, Kind};
use domain::words::DomainOfLife;
use sealed::Compartment::{Draft, Social};

samples! {
    "noted", Event::Noted { .. } => |here| noted(&here, Kind::HomeVisit);
    "missed", Event::Missed { .. } => |here| Event::Missed {
        by: id(0xa1),
        support_case: id(0xd1),
        kind: Kind::Interview,
        excused: true,
        reason: Some(here.hers("reason", Social)),
        domains: vec![DomainOfLife::Health],
        appointment: None,
    };
    "not_reached", Event::NotReached { .. } => |here| Event::NotReached {
        by: id(0xa1),
        support_case: id(0xd1),
        by_what: DeadEnd::LetterReturned,
        note: Some(here.hers("note", Social)),
    };
    "corrected", Event::Corrected { .. } => |here| Event::Corrected {
        by: id(0xa1),
        shared: here.hers("shared", Social),
        reason: Some(here.hers("reason", Social)),
    };
}

fn noted(here: &Here, kind: Kind) -> Event {
    Event::Noted {
        by: id(0xa1),
        held: Held {
            support_case: id(0xd1),
            kind,
            with: vec![id(0xc1), id(0xc2)],
            domains: vec![DomainOfLife::Housing, DomainOfLife::School],
            shared: Some(here.shared("held.shared", Social)),
            private: Some(here.hers("held.private", Draft)),
            words: Some(here.hers("held.words", Social)),
        },
        appointment: None,
    }
}

/// Facts that tell what was added to their version without changing what was written before.
pub(crate) fn added() -> Vec<(&'static str, &'static str, Event)> {
    let told = |word, kind| {
        let (name, event) = named("noted", |here| noted(&here, kind));
        (name, word, event)
    };
    let (seen, of_appointment) = named("noted", |here| match noted(&here, Kind::Interview) {
        Event::Noted { by, held, .. } => Event::Noted {
            by,
            held,
            appointment: Some(id(0xb1)),
        },
        other @ (Event::Missed { .. } | Event::NotReached { .. } | Event::Corrected { .. }) => other,
    });
    let (missed, not_seen) = named("missed", |here| Event::Missed {
        by: id(0xa1),
        support_case: id(0xd1),
        kind: Kind::Interview,
        excused: false,
        reason: Some(here.hers("reason", Social)),
        domains: Vec::new(),
        appointment: Some(id(0xb1)),
    });
    vec![
        told("outside", Kind::Outside),
        told("third_party", Kind::ThirdParty),
        (seen, "appointment", of_appointment),
        (missed, "appointment", not_seen),
    ]
}
