//! The samples of exchanges and sharings.

use crate::sample::{Here, day, id, samples};
use domain::sharing::{Audience, Basis, Event, Items, PriorInformation, Recipient, Terms};
use domain::words::{ElementId, Profession};
use sealed::Compartment;
use std::collections::BTreeSet;

samples! {
    "exchanged", Event::Exchanged { .. } => |here| Event::Exchanged {
        terms: Terms {
            informed: PriorInformation::Given { on: day(11, 12), by: id(0xa1) },
            consent: Some(id(0xb1)),
            basis: Basis::Consent,
            ..terms(&here)
        },
        recipients: BTreeSet::from([Recipient {
            worker: id(0xa2),
            service: id(0xb2),
            profession: Profession::LandlordOfficer,
            bound_by_secrecy: false,
            around: true,
        }]),
    };
    "shared", Event::Shared { .. } => |here| Event::Shared {
        terms: terms(&here),
        audience: Audience::Service(id(0xb2)),
        bound_only: true,
    };
    "validated", Event::Validated { .. } => |_| Event::Validated { by: id(0xa2) };
    "declined", Event::Declined { .. } => |here| Event::Declined {
        reason: here.shared("reason", Compartment::Activity),
        by: id(0xa2),
    };
    "ended", Event::Ended { .. } => |here| Event::Ended {
        reason: Some(here.shared("reason", Compartment::Activity)),
        by: id(0xa1),
    };
}

fn terms(here: &Here) -> Terms {
    Terms {
        support_case: id(0xd1),
        basis: Basis::ChildProtection,
        purpose: here.shared("terms.purpose", Compartment::Coordination),
        items: Items {
            compartments: BTreeSet::from([Compartment::Identity, Compartment::Housing]),
            elements: BTreeSet::from([id::<ElementId>(0xc2)]),
        },
        reaches: BTreeSet::from([Compartment::Identity, Compartment::Housing, Compartment::Social]),
        until: day(12, 31),
        informed: PriorInformation::Withheld {
            reason: here.shared("terms.informed.withheld.reason", Compartment::Activity),
        },
        consent: None,
        by: id(0xa1),
    }
}

/// The other audiences, in words that today's version has.
pub(crate) fn added() -> Vec<(&'static str, &'static str, Event)> {
    let to = |audience| {
        let (_, event) = crate::sample::named::<Event>("shared", |here| Event::Shared {
            terms: terms(&here),
            audience,
            bound_only: false,
        });
        event
    };
    vec![
        ("shared", "team", to(Audience::Team)),
        ("shared", "meeting", to(Audience::Meeting(id(0xe2)))),
    ]
}
