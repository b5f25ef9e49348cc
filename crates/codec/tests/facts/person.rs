//! The samples of person.

use crate::sample::samples;
use domain::person::{Channel, Civility, Event, Scheme};
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
}
