//! The samples of configuration.

use crate::sample::{day, id, samples};
use domain::configuration::{Event, Setting, first_settings};
use domain::team_meeting::Kind;
use domain::words::{ProposalId, WorkerId};

samples! {
    "adopted", Event::Adopted { .. } => |_| Event::Adopted {
        setting: weights(),
        in_force_on: day(1, 1),
        source: "Délibération du conseil départemental".to_owned(),
    };
    "proposed", Event::Proposed { .. } => |_| Event::Proposed {
        proposal: id::<ProposalId>(0xf2),
        setting: weights(),
        in_force_on: day(2, 1),
        source: "Vote des équipes".to_owned(),
        by: id::<WorkerId>(0xa1),
    };
    "proposal_adopted", Event::ProposalAdopted { .. } => |_| Event::ProposalAdopted {
        proposal: id::<ProposalId>(0xf2),
        in_force_on: day(2, 1),
    };
    "withdrawn", Event::Withdrawn { .. } => |_| Event::Withdrawn { proposal: id::<ProposalId>(0xf2) };
}

/// The setting with the most figures.
fn weights() -> Setting {
    let (weights, ..) = first_settings().swap_remove(0);
    weights
}

/// What was added to the settings without changing how they are written: one sample of each further kind.
pub(crate) fn added() -> Vec<(&'static str, &'static str, Event)> {
    let meeting = |kind| {
        let (setting, in_force_on, source) = first_settings()
            .into_iter()
            .find(|(setting, ..)| matches!(setting, Setting::Meeting { kind: of, .. } if *of == kind))
            .unwrap();
        Event::Adopted {
            setting,
            in_force_on,
            source: source.to_owned(),
        }
    };
    vec![
        ("adopted", "meeting", meeting(Kind::InsertionTeam)),
        ("adopted", "panel", meeting(Kind::DisabilityCommission)),
    ]
}
