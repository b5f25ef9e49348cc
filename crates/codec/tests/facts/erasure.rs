//! The samples of erasure.

use crate::sample::{MORNING, id, samples};
use domain::erasure::{Event, Ground};
use domain::words::{PersonId, WorkerId};
use sealed::Subject;

samples! {
    "requested", Event::Requested { .. } => |_| Event::Requested {
        subjects: hers(),
        ground: Ground::RetentionOver,
        by: id::<WorkerId>(0xa1),
        until: MORNING,
    };
    "confirmed", Event::Confirmed { .. } => |_| Event::Confirmed { subjects: hers() };
    "withdrawn", Event::Withdrawn => |_| Event::Withdrawn;
}

/// A person, and a text about several.
fn hers() -> Vec<Subject> {
    vec![
        Subject::Person(id::<PersonId>(0xc1).0),
        Subject::Text(id::<PersonId>(0xe1).0),
    ]
}
