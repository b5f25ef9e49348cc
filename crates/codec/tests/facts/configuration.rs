//! The samples of configuration.

use crate::sample::{day, samples};
use domain::configuration::{Event, Setting, first_settings};

samples! {
    "adopted", Event::Adopted { .. } => |_| Event::Adopted {
        setting: weights(),
        in_force_on: day(1, 1),
        source: "Délibération du conseil départemental".to_owned(),
    };
}

/// The setting with the most figures.
fn weights() -> Setting {
    let (weights, ..) = first_settings().swap_remove(0);
    weights
}
