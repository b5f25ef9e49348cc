//! The samples of household.

use crate::sample::{day, id, samples};
use domain::household::{Event, Kinship, Member, Place};
use sealed::Compartment::Household;

samples! {
    "formed", Event::Formed { .. } => |here| Event::Formed {
        label: here.shared("label", Household),
        members: vec![
            Member { person: id(0xc1), place: Place::Adult },
            Member { person: id(0xc2), place: Place::Child },
        ],
        commune: Some("44109".to_owned()),
    };
    "member_joined", Event::MemberJoined { .. } => |_| Event::MemberJoined {
        member: Member { person: id(0xc3), place: Place::Other },
    };
    "member_left", Event::MemberLeft { .. } => |_| Event::MemberLeft {
        person: id(0xc3),
        on: day(9, 1),
    };
    "kinship_declared", Event::KinshipDeclared { .. } => |here| Event::KinshipDeclared {
        person: id(0xc4),
        kinship: Kinship::Grandparent,
        to: id(0xc2),
        note: Some(here.shared("note", Household)),
    };
}
