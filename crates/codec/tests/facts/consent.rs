//! The samples of consents and oppositions.

use crate::sample::{day, id, samples};
use domain::consent::{Agreement, Event, Means, Named};
use domain::words::{ServiceId, WorkerId};
use sealed::Compartment;
use std::collections::BTreeSet;

samples! {
    "given", Event::Given(_) => |_| Event::Given(Agreement {
        support_case: id(0xd1),
        person: id(0xc1),
        recipients: named(),
        scope: BTreeSet::from([Compartment::Housing, Compartment::Budget]),
        means: Means::Spoken,
        on: day(11, 12),
        until: day(12, 31),
    });
    "withdrawn", Event::Withdrawn { .. } => |here| Event::Withdrawn {
        words: Some(here.hers("words", Compartment::Social)),
        by: id(0xa1),
    };
    "opposed", Event::Opposed { .. } => |here| Event::Opposed {
        support_case: id(0xd1),
        person: id(0xc1),
        against: named(),
        words: Some(here.hers("words", Compartment::Social)),
    };
    "opposition_lifted", Event::OppositionLifted { .. } => |_| Event::OppositionLifted { by: id(0xa1) };
}

fn named() -> Named {
    Named {
        workers: BTreeSet::from([id::<WorkerId>(0xa2)]),
        services: BTreeSet::from([id::<ServiceId>(0xb2)]),
    }
}
