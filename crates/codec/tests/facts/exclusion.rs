//! The samples of exclusion.

use crate::sample::{id, samples};
use domain::exclusion::Event;
use sealed::Compartment::Protected;

samples! {
    "set", Event::Set { .. } => |here| Event::Set {
        support_case: id(0xd1),
        worker: id(0xa2),
        reason: here.shared("reason", Protected),
        by: id(0xa1),
    };
    "lifted", Event::Lifted { .. } => |here| Event::Lifted {
        reason: here.shared("reason", Protected),
        by: id(0xa1),
    };
}
