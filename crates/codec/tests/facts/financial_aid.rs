//! The samples of financial aid.

use crate::sample::{Here, day, id, samples};
use domain::document::{About, Kind};
use domain::financial_aid::{
    Adjournment, Ending, Event, Fund, Grant, Method, Need, Payee, Payment, Rejection, Request, Way,
};
use sealed::Compartment::Budget;

samples! {
    "requested", Event::Requested(_) => |here| Event::Requested(Request {
        support_case: id(0xd1),
        about: About::Person(id(0xc1)),
        fund: Fund::HousingSolidarity,
        fund_name: Some(here.hers("fund_name", Budget)),
        need: Need::Housing,
        amount: here.hers("amount", Budget),
        reason: here.hers("reason", Budget),
        on: day(10, 5),
        agreed: true,
        missing: [Kind::Income, Kind::Lease].into(),
    });
    "completed", Event::Completed { .. } => |_here| Event::Completed { on: day(10, 20) };
    "resumed", Event::Resumed { .. } => |_here| Event::Resumed { on: day(11, 10) };
    "accepted", Event::Accepted(_) => |here| Event::Accepted(Grant {
        amount: here.hers("amount", Budget),
        more_because: Some(here.hers("more_because", Budget)),
        body: here.hers("body", Budget),
        on: day(11, 12),
        way: transfer(Payee::Creditor),
    });
    "refused", Event::Refused(_) => |here| Event::Refused(Rejection {
        reason: here.hers("reason", Budget),
        body: here.hers("body", Budget),
        on: day(11, 12),
        appeal_told: true,
        appeal_until: Some(day(12, 31)),
    });
    "adjourned", Event::Adjourned(_) => |here| Event::Adjourned(Adjournment {
        reason: here.hers("reason", Budget),
        body: here.hers("body", Budget),
        on: day(11, 3),
        again_on: Some(day(11, 17)),
    });
    "withdrawn", Event::Withdrawn(_) => |here| Event::Withdrawn(ending(&here));
    "closed", Event::Closed(_) => |here| Event::Closed(ending(&here));
    "paid", Event::Paid(_) => |here| Event::Paid(Payment {
        payment: id(0xf1),
        amount: here.hers("amount", Budget),
        on: day(11, 19),
        way: transfer(Payee::Person),
    });
    "payment_retracted", Event::PaymentRetracted { .. } => |here| Event::PaymentRetracted {
        payment: id(0xf1),
        reason: here.hers("reason", Budget),
    };
}

fn transfer(to: Payee) -> Way {
    Way {
        method: Method::Transfer,
        to,
    }
}

fn ending(here: &Here) -> Ending {
    Ending {
        on: day(10, 8),
        reason: here.hers("reason", Budget),
    }
}
