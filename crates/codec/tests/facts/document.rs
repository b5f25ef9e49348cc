//! The samples of document.

use crate::sample::{Here, day, id, samples};
use domain::document::{About, Deposit, Event, Held, Kind, MediaType, Renewal, Request};
use domain::words::DomainOfLife;
use sealed::Compartment::Budget;

samples! {
    "requested", Event::Requested(_) => |here| Event::Requested(Request {
        support_case: id(0xd1),
        about: About::Person(id(0xc1)),
        kind: Kind::Income,
        domain: Some(DomainOfLife::Budget),
        from: Some(here.hers("from", Budget)),
        due_on: Some(day(12, 3)),
    });
    "deposited", Event::Deposited { .. } => |here| Event::Deposited {
        deposit: Deposit {
            support_case: id(0xd1),
            about: About::Household,
            kind: Kind::Letter,
            domain: Some(DomainOfLife::Budget),
            title: Some(here.hers("deposit.title", Budget)),
            valid_until: Some(day(12, 31)),
            held: held(&here, "deposit.held.fingerprint", MediaType::Pdf),
        },
        content: id(0xf1),
    };
    "renewed", Event::Renewed { .. } => |here| Event::Renewed {
        renewal: Renewal {
            title: Some(here.hers("renewal.title", Budget)),
            valid_until: Some(day(12, 31)),
            held: held(&here, "renewal.held.fingerprint", MediaType::Jpeg),
        },
        content: id(0xf2),
    };
    "withdrawn", Event::Withdrawn { .. } => |here| Event::Withdrawn {
        reason: here.hers("reason", Budget),
    };
}

fn held(here: &Here, field: &str, media_type: MediaType) -> Held {
    Held {
        media_type,
        bytes: 48_213,
        fingerprint: here.hers(field, Budget),
    }
}
