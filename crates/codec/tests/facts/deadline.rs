//! The samples of deadline.

use crate::sample::{MORNING, day, id, samples};
use domain::deadline::{Event, Kind, Setting};
use domain::words::{DomainOfLife, Due};
use sealed::Compartment::Housing;

samples! {
    "set", Event::Set(_) => |here| Event::Set(Setting {
        support_case: id(0xd1),
        kind: Kind::Hearing,
        label: Some(here.hers("label", Housing)),
        domain: Some(DomainOfLife::Housing),
        due: Due::At(MORNING),
        legal: true,
        rule: None,
    });
    "met", Event::Met => |_| Event::Met;
    "moved", Event::Moved { .. } => |here| Event::Moved {
        due: Due::On(day(12, 17)),
        reason: here.hers("reason", Housing),
    };
    "lapsed", Event::Lapsed => |_| Event::Lapsed;
    "withdrawn", Event::Withdrawn { .. } => |here| Event::Withdrawn {
        reason: here.hers("reason", Housing),
    };
}
