//! What the specs share: one morning, a few people, their words, and a wish with its circumstances.

mod laws;

pub(crate) use decider::spec::given;
pub(crate) use laws::{days, few, lawful, lawful_in, maybe, one_of, texts};

use crate::Asked;
use crate::configuration::{InForce, Setting, Weights, first_settings};
use crate::words::{Author, Day, PersonId, Source, SupportCaseId, Text, WorkerId};
use jiff::Timestamp;
use sealed::{Compartment, Private};
use uuid::Uuid;

/// Who asks, unless the spec says otherwise.
pub(crate) const NOUR: WorkerId = WorkerId(Uuid::from_u128(1));
/// A colleague.
pub(crate) const KARIM: WorkerId = WorkerId(Uuid::from_u128(2));
/// The person accompanied.
pub(crate) const CLAIRE: PersonId = PersonId(Uuid::from_u128(1));
/// Her son.
pub(crate) const MALO: PersonId = PersonId(Uuid::from_u128(2));
/// Her case.
pub(crate) const HERS: SupportCaseId = SupportCaseId(Uuid::from_u128(1));
/// The case of somebody else.
pub(crate) const ANOTHER: SupportCaseId = SupportCaseId(Uuid::from_u128(2));

/// The morning of 19 November 2026 on which every wish of the specs reaches Trame.
pub(crate) const NOW: Timestamp = Timestamp::constant(1_795_078_800, 0);
/// An hour later: still to come.
pub(crate) const LATER: Timestamp = Timestamp::constant(1_795_082_400, 0);

/// A wish that Nour types now, of something that happens now.
pub(crate) fn asked<Command>(command: Command) -> Asked<Command> {
    Asked {
        by: Author {
            worker: NOUR,
            source: Source::Entered,
        },
        at: NOW,
        occurred_at: NOW,
        in_force: InForce::default(),
        command,
    }
}

/// The same wish, typed by a colleague.
pub(crate) fn asked_by<Command>(worker: WorkerId, command: Command) -> Asked<Command> {
    Asked {
        by: Author {
            worker,
            source: Source::Entered,
        },
        ..asked(command)
    }
}

/// The same wish, of something that has not happened yet.
pub(crate) fn asked_ahead<Command>(command: Command) -> Asked<Command> {
    Asked {
        occurred_at: LATER,
        ..asked(command)
    }
}

/// The same wish, brought in from an earlier record.
pub(crate) fn imported<Command>(command: Command) -> Asked<Command> {
    Asked {
        by: Author {
            worker: NOUR,
            source: Source::Imported,
        },
        ..asked(command)
    }
}

/// The id of this number.
pub(crate) fn id<Id: From<Uuid>>(number: u128) -> Id {
    Id::from(Uuid::from_u128(number))
}

/// A day of 2026.
pub(crate) fn day(month: i8, day: i8) -> Day {
    Day(jiff::civil::date(2026, month, day))
}

/// The scale with which a new territory starts.
pub(crate) fn weights() -> Weights {
    let weights = first_settings().into_iter().find_map(|(setting, ..)| {
        if let Setting::Weights(weights) = setting {
            Some(weights)
        } else {
            None
        }
    });
    weights.unwrap()
}

/// Something written about Claire.
pub(crate) fn text(words: &str) -> Text {
    Private::person(CLAIRE.0, Compartment::Social, words.to_owned())
}
