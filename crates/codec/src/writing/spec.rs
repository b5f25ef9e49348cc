//! What is written straight is what the patient way writes, but for the chance in each ciphertext.

use crate::sealing::TAG;
use crate::writing::Draft;
use crate::{SealingCodec, Upcasters};
use access::Permit;
use ciborium::Value;
use decider::Fact;
use event_store::{Codec, Encoded, Place, Stored, pool};
use jiff::Timestamp;
use keyring::{Keyring, Opened};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sealed::{Compartment, Private, Subject};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tempfile::TempDir;
use testkit::Database;
use uuid::Uuid;

#[expect(
    clippy::large_enum_variant,
    reason = "a sample of shapes, of which there are few at a time"
)]
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Event {
    Plain,
    One(Private<String>),
    Pair(i64, Vec<Part>),
    Many {
        zeta: Option<Private<Part>>,
        a: BTreeMap<i64, Part>,
        longer_name: BTreeMap<String, Option<u64>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        b: Option<char>,
        id: Uuid,
        unit: (),
    },
}

#[expect(
    clippy::large_enum_variant,
    reason = "a sample of shapes, of which there are few at a time"
)]
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Part {
    Nothing,
    Word(String),
    Twice(bool, Box<Part>),
    Named {
        value: Private<Vec<i8>>,
        name: Private<String>,
        at: u16,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "shapes";
}

fn private<T: Clone + std::fmt::Debug + 'static>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Private<T>> {
    let subject = prop_oneof![
        (0..3_u128).prop_map(|id| Subject::Person(Uuid::from_u128(id))),
        (0..3_u128).prop_map(|id| Subject::Text(Uuid::from_u128(id))),
        (0..3_u128).prop_map(|id| Subject::SupportCase(Uuid::from_u128(id))),
        (0..3_u128).prop_map(|id| Subject::Worker(Uuid::from_u128(id))),
    ];
    let compartment = (0..Compartment::ALL.len()).prop_map(|place| Compartment::ALL[place]);
    (subject, compartment, of).prop_map(|(subject, compartment, value)| Private::Clear {
        subject,
        compartment,
        value,
    })
}

fn part() -> impl Strategy<Value = Part> {
    let leaf = prop_oneof![
        Just(Part::Nothing),
        ".{0,40}".prop_map(Part::Word),
        (private(vec(any::<i8>(), 0..300)), private(".{0,300}"), any::<u16>())
            .prop_map(|(value, name, at)| Part::Named { value, name, at }),
    ];
    leaf.prop_recursive(3, 8, 2, |inner| {
        (any::<bool>(), inner).prop_map(|(truth, part)| Part::Twice(truth, part.into()))
    })
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Plain),
        private(".{0,300}").prop_map(Event::One),
        (any::<i64>(), vec(part(), 0..30)).prop_map(|(number, parts)| Event::Pair(number, parts)),
        (
            option::of(private(
                part().prop_filter("nothing private inside", |part| matches!(part, Part::Word(_)))
            )),
            btree_map(any::<i64>(), part(), 0..4),
            btree_map(".{0,30}", option::of(any::<u64>()), 0..5),
            option::of(any::<char>()),
            any::<u128>(),
        )
            .prop_map(|(zeta, a, longer_name, b, id)| Event::Many {
                zeta,
                a,
                longer_name,
                b,
                id: Uuid::from_u128(id),
                unit: (),
            }),
    ]
}

/// The same with nothing but the length of each ciphertext.
fn blank(value: &mut Value) {
    match value {
        Value::Tag(TAG, content) => {
            if let Some(bytes) = content
                .as_array_mut()
                .and_then(|fields| fields.get_mut(3)?.as_bytes_mut())
            {
                bytes.fill(0);
            }
        }
        Value::Tag(_, inner) => blank(inner),
        Value::Array(items) => items.iter_mut().for_each(blank),
        Value::Map(entries) => entries.iter_mut().for_each(|(_, value)| blank(value)),
        Value::Integer(_) | Value::Bytes(_) | Value::Float(_) | Value::Text(_) | Value::Bool(_) | Value::Null | _ => {}
    }
}

fn blanked(payload: &[u8]) -> Vec<u8> {
    let mut value: Value = ciborium::from_reader(payload).unwrap();
    blank(&mut value);
    let mut out = Vec::new();
    ciborium::into_writer(&value, &mut out).unwrap();
    out
}

fn stored(place: Place, encoded: Encoded) -> Stored {
    Stored {
        position: 1,
        id: place.event,
        kind: encoded.kind,
        schema: encoded.schema,
        stream: place.stream,
        version: 1,
        command: Uuid::from_u128(3),
        by: Uuid::from_u128(4),
        recorded_at: Timestamp::UNIX_EPOCH,
        occurred_at: Timestamp::UNIX_EPOCH,
        known_at: None,
        payload: encoded.payload,
    }
}

/// Every personal value opens where it stands: it was sealed for that very place.
async fn opens(codec: &SealingCodec, event: &Event) {
    let parts: Vec<&Part> = match event {
        Event::Plain => Vec::new(),
        Event::One(word) => return opens_one(codec, word).await,
        Event::Pair(_, parts) => parts.iter().collect(),
        Event::Many { zeta, a, .. } => {
            if let Some(zeta) = zeta {
                opens_one(codec, zeta).await;
            }
            a.values().collect()
        }
    };
    for part in parts {
        let mut part = part;
        while let Part::Twice(_, inner) = part {
            part = inner;
        }
        if let Part::Named { value, name, .. } = part {
            opens_one(codec, value).await;
            opens_one(codec, name).await;
        }
    }
}

async fn opens_one<T: DeserializeOwned + Clone>(codec: &SealingCodec, value: &Private<T>) {
    assert!(value.sealed().is_some());
    let opened = codec.keyring().open(&Permit::for_operation(), value).await.unwrap();
    assert!(matches!(opened, Opened::Value(_)));
}

#[tokio::test]
async fn both_ways_write_the_same() {
    let (database, home) = (Database::fresh().await, TempDir::new().unwrap());
    let pool = pool(&database.config(), 2).unwrap();
    let keyring = Keyring::load(pool, &home.path().join("keys")).await.unwrap();
    let codec = SealingCodec::new(keyring, Upcasters::none());
    let place = Place {
        event: Uuid::from_u128(1),
        stream: Uuid::from_u128(2),
        capability: Event::CAPABILITY,
    };
    let mut runner = TestRunner::deterministic();
    for _ in 0..2_000 {
        let event = event().new_tree(&mut runner).unwrap().current();
        assert!(Draft::of(&event).is_some(), "it is not written straight");
        let straight = codec.encode(place, &event).await.unwrap();
        let patient = codec.patiently(place, &event).await.unwrap();
        assert_eq!((&straight.kind, straight.schema), (&patient.kind, patient.schema));
        assert_eq!(blanked(&straight.payload), blanked(&patient.payload), "{event:?}");
        opens(&codec, &codec.decode(&stored(place, straight)).unwrap()).await;
    }
}
