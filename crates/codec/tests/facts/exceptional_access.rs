//! The samples of exceptional access.

use crate::sample::{MORNING, id, samples};
use domain::exceptional_access::{Event, Finding, Need};
use sealed::Compartment::Activity;

samples! {
    "opened", Event::Opened { .. } => |here| Event::Opened {
        support_case: id(0xd1),
        by: id(0xa1),
        need: Need::Emergency,
        reason: here.shared("reason", Activity),
        until: MORNING,
        review_by: MORNING,
    };
    "ended", Event::Ended => |_| Event::Ended;
    "reviewed", Event::Reviewed { .. } => |here| Event::Reviewed {
        finding: Finding::Justified,
        words: Some(here.shared("words", Activity)),
        by: id(0xa2),
    };
}
