//! The samples of person.

use crate::sample::{id, samples};
use domain::person::{Channel, Civility, Event, Scheme};
use domain::reminder::{Hours, Medium, Privacy, Reach};
use sealed::Compartment::Identity;

samples! {
    "registered", Event::Registered { .. } => |here| Event::Registered {
        name: here.hers("name", Identity),
        birth: Some(here.hers("birth", Identity)),
        birth_month: Some("1991-04".to_owned()),
        civility: Civility::Madam,
        commune: Some("44109".to_owned()),
    };
    "name_corrected", Event::NameCorrected { .. } => |here| Event::NameCorrected {
        name: here.hers("name", Identity),
    };
    "contact_details_recorded", Event::ContactDetailsRecorded { .. } => |here| Event::ContactDetailsRecorded {
        channel: Channel::Phone,
        value: here.hers("value", Identity),
    };
    "identifier_recorded", Event::IdentifierRecorded { .. } => |here| Event::IdentifierRecorded {
        scheme: Scheme::FamilyAllowance,
        value: here.hers("value", Identity),
    };
    "reach_agreed", Event::ReachAgreed { .. } => |here| Event::ReachAgreed {
        reach: Reach {
            medium: Medium::Sms,
            value: here.hers("reach.value", Identity),
            privacy: Privacy::Shared,
            shared_with: vec![id(0xc2)],
            hours: Some(Hours { from: 9, until: 18 }),
        },
    };
    "reach_withdrawn", Event::ReachWithdrawn => |_here| Event::ReachWithdrawn;
    "reach_stopped", Event::ReachStopped { .. } => |_here| Event::ReachStopped { medium: Medium::Sms };
}
