//! The samples of contact.

use crate::sample::{id, samples};
use domain::contact::{Event, Held, Kind};
use domain::words::DomainOfLife;
use sealed::Compartment::{Draft, Social};

samples! {
    "noted", Event::Noted { .. } => |here| Event::Noted {
        by: id(0xa1),
        held: Held {
            support_case: id(0xd1),
            kind: Kind::HomeVisit,
            with: vec![id(0xc1), id(0xc2)],
            domains: vec![DomainOfLife::Housing, DomainOfLife::School],
            shared: Some(here.shared("held.shared", Social)),
            private: Some(here.hers("held.private", Draft)),
            words: Some(here.hers("held.words", Social)),
        },
    };
    "missed", Event::Missed { .. } => |here| Event::Missed {
        by: id(0xa1),
        support_case: id(0xd1),
        kind: Kind::Interview,
        excused: true,
        reason: Some(here.hers("reason", Social)),
        domains: vec![DomainOfLife::Health],
    };
    "corrected", Event::Corrected { .. } => |here| Event::Corrected {
        by: id(0xa1),
        shared: here.hers("shared", Social),
        reason: Some(here.hers("reason", Social)),
    };
}
