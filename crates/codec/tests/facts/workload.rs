//! The samples of the load ahead: nothing in them is sealed, since they name no case and say no word.

use crate::sample::{day, id, samples};
use domain::workload::{Crossing, Event, Threshold};

samples! {
    "absence_declared", Event::AbsenceDeclared { .. } => |_here| Event::AbsenceDeclared {
        absence: id(0xf1),
        from: day(12, 14),
        until: day(12, 18),
    };
    "absence_withdrawn", Event::AbsenceWithdrawn { .. } => |_here| Event::AbsenceWithdrawn { absence: id(0xf1) };
    "threshold_crossed", Event::ThresholdCrossed { .. } => |_here| Event::ThresholdCrossed {
        service: id(0xb1),
        crossing: Crossing {
            threshold: Threshold::Overload,
            begins_at: 130,
            week: day(12, 14),
            load: 3_310,
            capacity: 2_500,
            away_days: 0,
            ends: 3,
            renewals: 2,
        },
    };
    "threshold_eased", Event::ThresholdEased { .. } => |_here| Event::ThresholdEased { threshold: Threshold::Overload };
}
