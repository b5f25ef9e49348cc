//! What samples are made of: fixed ids and days, and values sealed at their own place with bytes that open for nobody.

use domain::words::Day;
use event_store::Place;
use jiff::Timestamp;
use sealed::{Compartment, Private, Sealed, Subject};
use uuid::Uuid;

/// Where every sample stands.
pub(crate) const PLACE: Place = Place {
    event: Uuid::from_u128(0x019a_9f00_0000_7000_8000_0000_0000_0001),
    stream: Uuid::from_u128(0x019a_9f00_0000_7000_8000_0000_0000_0002),
    capability: "",
};

/// 19 November 2026, 09:00 UTC.
pub(crate) const MORNING: Timestamp = Timestamp::constant(1_795_078_800, 0);

/// The samples of a capability, one line for each kind of fact. A fact without a line does not compile.
macro_rules! samples {
    ($($name:literal, $pattern:pat => $sample:expr;)+) => {
        /// One fact of each kind, with the name it is stored under.
        pub(crate) fn samples() -> Vec<(&'static str, Event)> {
            let samples = vec![$(crate::sample::named::<Event>($name, $sample)),+];
            for (name, event) in &samples {
                let told = match event {
                    $($pattern => $name,)+
                };
                assert_eq!(told, *name, "the line of a fact holds a sample of another");
            }
            samples
        }
    };
}
pub(crate) use samples;

/// A fact and its name, made at the place where it will stand.
pub(crate) fn named<E: decider::Fact>(name: &'static str, make: impl Fn(Here) -> E) -> (&'static str, E) {
    (name, make(Here(format!("{}.{name}", E::CAPABILITY))))
}

/// The place of a fact, to which its sealed values are bound.
pub(crate) struct Here(String);

impl Here {
    /// A value under the key of a person.
    pub(crate) fn hers<T>(&self, field: &str, compartment: Compartment) -> Private<T> {
        self.sealed(Subject::Person(number(0xc1)), compartment, field)
    }

    /// A value under the key of a professional.
    pub(crate) fn of_worker<T>(&self, field: &str) -> Private<T> {
        self.sealed(Subject::Worker(number(0xa1)), Compartment::Coordination, field)
    }

    /// A text about several people, under a key of its own.
    pub(crate) fn shared<T>(&self, field: &str, compartment: Compartment) -> Private<T> {
        self.sealed(Subject::Text(number(0xe1)), compartment, field)
    }

    /// A text of an imported case that knows no person by name.
    pub(crate) fn of_case<T>(&self, field: &str) -> Private<T> {
        self.sealed(Subject::SupportCase(number(0xd1)), Compartment::Activity, field)
    }

    fn sealed<T>(&self, subject: Subject, compartment: Compartment, field: &str) -> Private<T> {
        Private::Sealed(Sealed {
            subject,
            compartment,
            field: field.to_owned(),
            event: PLACE.event,
            stream: PLACE.stream,
            kind: self.0.clone(),
            bytes: field.bytes().cycle().take(40).collect(),
        })
    }
}

/// The id of this number.
pub(crate) fn id<Id: From<Uuid>>(last: u128) -> Id {
    Id::from(number(last))
}

fn number(last: u128) -> Uuid {
    Uuid::from_u128(0x019a_9f00_0000_7000_8000_0000_0000_0000 + last)
}

/// A day of 2026.
pub(crate) fn day(month: i8, day: i8) -> Day {
    Day(jiff::civil::date(2026, month, day))
}
