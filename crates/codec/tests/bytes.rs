//! The bytes of events: golden samples, nothing personal in clear, every version readable.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

use ciborium::Value;
use codec::{SealingCodec, Upcasters, print};
use decider::Fact;
use event_store::{Codec, CodecFault, Encoded, Place, Stored, pool};
use jiff::Timestamp;
use keyring::{Keyring, Opened};
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, TestRunner};
use sealed::{Compartment, Private, Sealed, Subject};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tempfile::TempDir;
use testkit::Database;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Event {
    Opened {
        on: String,
        story: Private<String>,
        members: Vec<Member>,
    },
    Scored {
        points: BTreeMap<String, i64>,
        note: Option<Private<String>>,
    },
    Said(Private<String>),
    Closed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Member {
    id: Uuid,
    name: Private<String>,
}

impl Fact for Event {
    const CAPABILITY: &'static str = "sample";
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Floating {
    Weighed { kilograms: f64 },
}

impl Fact for Floating {
    const CAPABILITY: &'static str = "sample";
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Newer {
    Closed { reason: String },
    Said { words: Private<String> },
}

impl Fact for Newer {
    const CAPABILITY: &'static str = "sample";
    fn schema(name: &str) -> u16 {
        if name == "closed" { 3 } else { 2 }
    }
}

const PERSON: Uuid = Uuid::from_u128(0xaa);
const PLACE: Place = Place {
    event: Uuid::from_u128(1),
    stream: Uuid::from_u128(2),
    capability: "sample",
};

struct Ground {
    _database: Database,
    _home: TempDir,
    codec: SealingCodec,
}

async fn ground() -> Ground {
    let (database, home) = (Database::fresh().await, TempDir::new().unwrap());
    let keyring = Keyring::load(pool(&database.config(), 2).unwrap(), &home.path().join("keys"))
        .await
        .unwrap();
    Ground {
        _database: database,
        _home: home,
        codec: SealingCodec::new(keyring, Upcasters::none()),
    }
}

fn stored(encoded: Encoded) -> Stored {
    Stored {
        position: 1,
        id: PLACE.event,
        kind: encoded.kind,
        schema: encoded.schema,
        stream: PLACE.stream,
        version: 1,
        command: Uuid::from_u128(3),
        by: Uuid::from_u128(4),
        recorded_at: Timestamp::UNIX_EPOCH,
        occurred_at: Timestamp::UNIX_EPOCH,
        known_at: None,
        payload: encoded.payload,
    }
}

fn private(text: &str) -> Private<String> {
    Private::person(PERSON, Compartment::Social, text.to_owned())
}

fn opened(story: &str, names: &[&str]) -> Event {
    let member = |(id, name): (u128, &&str)| Member {
        id: Uuid::from_u128(id),
        name: private(name),
    };
    Event::Opened {
        on: "2026-11-19".to_owned(),
        story: private(story),
        members: (0..).zip(names).map(member).collect(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn read_back(codec: &SealingCodec, value: &Private<String>) -> Option<String> {
    codec
        .keyring()
        .open(&access::Permit::for_operation(), value)
        .await
        .unwrap()
        .value()
}

#[tokio::test]
async fn the_bytes_are_these_and_no_others() {
    let ground = ground().await;
    let elsewhere = Sealed {
        subject: Subject::Text(Uuid::from_u128(5)),
        compartment: Compartment::Health,
        field: "text".to_owned(),
        event: Uuid::from_u128(6),
        stream: Uuid::from_u128(7),
        kind: "note.taken".to_owned(),
        bytes: vec![1, 2, 3],
    };
    let points = BTreeMap::from([("bb".to_owned(), -1), ("a".to_owned(), 300), ("c".to_owned(), 23)]);
    let event = Event::Scored {
        points,
        note: Some(Private::Sealed(elsewhere)),
    };
    let encoded = ground.codec.encode(PLACE, &event).await.unwrap();
    assert_eq!((encoded.kind.as_str(), encoded.schema), ("sample.scored", 1));
    let golden = concat!(
        "a2",                     // two fields, the shorter name first
        "646e6f7465da5452414d88", // "note", tag TRAM, eight elements
        "03",
        "5000000000000000000000000000000005",
        "08",                                 // a text's own key, compartment 8
        "43010203",                           // the sealed bytes
        "5000000000000000000000000000000006", // the event it was sealed in
        "5000000000000000000000000000000007", // its stream
        "6a6e6f74652e74616b656e",
        "6474657874",       // "note.taken", "text"
        "66706f696e7473a3", // "points"
        "616119012c",
        "616317",
        "62626220", // a: 300, c: 23, bb: -1
    );
    assert_eq!(hex(&encoded.payload), golden);
    assert_eq!(Codec::<Event>::decode(&ground.codec, &stored(encoded)).unwrap(), event);
    let closed = ground.codec.encode(PLACE, &Event::Closed).await.unwrap();
    assert_eq!(
        (closed.kind.as_str(), hex(&closed.payload).as_str()),
        ("sample.closed", "f6")
    );
    assert_eq!(
        Codec::<Event>::decode(&ground.codec, &stored(closed)).unwrap(),
        Event::Closed
    );
}

#[tokio::test]
async fn every_personal_value_is_sealed_at_its_own_place_and_opens_again() {
    let ground = ground().await;
    let encoded = ground
        .codec
        .encode(PLACE, &opened("une histoire", &["Claire", "Malo"]))
        .await
        .unwrap();
    let event: Event = ground.codec.decode(&stored(encoded)).unwrap();
    let Event::Opened { story, members, .. } = event else {
        panic!("another event came back")
    };
    assert_eq!(story.sealed().unwrap().field, "story");
    assert_eq!(members[1].name.sealed().unwrap().field, "members[1].name");
    assert_eq!(members[1].name.sealed().unwrap().kind, "sample.opened");
    assert_eq!(read_back(&ground.codec, &story).await.unwrap(), "une histoire");
    assert_eq!(read_back(&ground.codec, &members[1].name).await.unwrap(), "Malo");
    let said = ground
        .codec
        .encode(PLACE, &Event::Said(private("bonjour")))
        .await
        .unwrap();
    let Event::Said(words) = ground.codec.decode(&stored(said)).unwrap() else {
        panic!("another event came back")
    };
    assert_eq!(read_back(&ground.codec, &words).await.unwrap(), "bonjour");
}

#[tokio::test]
async fn a_value_copied_from_another_event_still_opens() {
    let ground = ground().await;
    let encoded = ground
        .codec
        .encode(PLACE, &Event::Said(private("bonjour")))
        .await
        .unwrap();
    let Event::Said(words) = ground.codec.decode(&stored(encoded)).unwrap() else {
        panic!("another event came back")
    };
    let copy = Event::Scored {
        points: BTreeMap::new(),
        note: Some(words.clone()),
    };
    let there = Place {
        event: Uuid::from_u128(8),
        ..PLACE
    };
    let encoded = ground.codec.encode(there, &copy).await.unwrap();
    let Event::Scored { note: Some(note), .. } = ground.codec.decode(&stored(encoded)).unwrap() else {
        panic!("another event came back")
    };
    assert_eq!(note, words);
    assert_eq!(read_back(&ground.codec, &note).await.unwrap(), "bonjour");
}

#[test]
fn nothing_personal_ever_reaches_the_bytes() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let ground = runtime.block_on(ground());
    let text = "[a-zA-Zéèœ ’-]{12,60}";
    let events = (text, proptest::collection::vec(text, 0..4), any::<bool>()).prop_map(|(story, names, shuffled)| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if shuffled {
            (Event::Said(private(&story)), story.clone())
        } else {
            (opened(&story, &names), story.clone())
        }
    });
    let mut runner = TestRunner::new(Config {
        cases: 64,
        ..Config::default()
    });
    runner
        .run(&events, |(event, story)| {
            let encoded = runtime.block_on(ground.codec.encode(PLACE, &event)).unwrap();
            let needle = story.as_bytes();
            assert!(!encoded.payload.windows(needle.len()).any(|window| window == needle));
            assert!(!hex(&encoded.payload).contains(&hex(sealed::CLEAR.as_bytes())));
            let shown = print(&stored(encoded)).to_string();
            assert!(!shown.contains(&story) && shown.contains("sealed"));
            Ok(())
        })
        .unwrap();
}

#[tokio::test]
async fn floats_are_refused() {
    let ground = ground().await;
    let refused = ground.codec.encode(PLACE, &Floating::Weighed { kilograms: 1.5 }).await;
    assert!(matches!(
        refused,
        Err(CodecFault::Unwritable {
            reason: "it holds a float",
            ..
        })
    ));
}

#[tokio::test]
async fn older_versions_are_lifted_step_by_step_and_sealed_values_keep_their_place() {
    let ground = ground().await;
    let closed = stored(ground.codec.encode(PLACE, &Event::Closed).await.unwrap());
    let said = stored(
        ground
            .codec
            .encode(PLACE, &Event::Said(private("bonjour")))
            .await
            .unwrap(),
    );
    let keyring = ground.codec.keyring().clone();
    let bare = SealingCodec::new(keyring.clone(), Upcasters::none());
    assert!(matches!(
        Codec::<Newer>::decode(&bare, &closed),
        Err(CodecFault::Unreadable { .. })
    ));
    let upcasters = Upcasters::none()
        .with("sample.closed", 1, |_| {
            Some(Value::Map(vec![(Value::from("why"), Value::from("achevé"))]))
        })
        .with("sample.closed", 2, |body| {
            let (_, why) = body.into_map().ok()?.pop()?;
            Some(Value::Map(vec![(Value::from("reason"), why)]))
        })
        .with("sample.said", 1, |body| {
            Some(Value::Map(vec![(Value::from("words"), body)]))
        });
    let newer = SealingCodec::new(keyring, upcasters);
    assert_eq!(
        Codec::<Newer>::decode(&newer, &closed).unwrap(),
        Newer::Closed {
            reason: "achevé".to_owned()
        }
    );
    let Newer::Said { words } = newer.decode(&said).unwrap() else {
        panic!("another event came back")
    };
    assert_eq!(read_back(&newer, &words).await.unwrap(), "bonjour");
    let from_the_future = Stored { schema: 4, ..closed };
    assert!(matches!(
        Codec::<Newer>::decode(&newer, &from_the_future),
        Err(CodecFault::Unreadable { .. })
    ));
}

#[tokio::test]
async fn broken_bytes_are_a_fault_that_quotes_nothing() {
    let ground = ground().await;
    let encoded = ground.codec.encode(PLACE, &opened("une histoire", &[])).await.unwrap();
    let good = stored(encoded);
    let mut runner = TestRunner::new(Config {
        cases: 256,
        ..Config::default()
    });
    let damage = (0..good.payload.len(), any::<u8>());
    runner
        .run(&damage, |(at, byte)| {
            let mut bad = good.clone();
            bad.payload[at] = byte;
            if let Err(fault) = Codec::<Event>::decode(&ground.codec, &bad) {
                assert!(!fault.to_string().contains("2026"));
            }
            bad.payload.truncate(at);
            assert!(Codec::<Event>::decode(&ground.codec, &bad).is_err());
            Ok(())
        })
        .unwrap();
    let other = Stored {
        kind: "plan.opened".to_owned(),
        ..good
    };
    assert!(Codec::<Event>::decode(&ground.codec, &other).is_err());
}

#[tokio::test]
async fn forgetting_leaves_the_event_readable_without_its_words() {
    let ground = ground().await;
    let encoded = ground
        .codec
        .encode(PLACE, &Event::Said(private("bonjour")))
        .await
        .unwrap();
    ground.codec.keyring().forget([Subject::Person(PERSON)]).await.unwrap();
    let Event::Said(words) = ground.codec.decode(&stored(encoded)).unwrap() else {
        panic!("another event came back")
    };
    let opened = ground
        .codec
        .keyring()
        .open(&access::Permit::for_operation(), &words)
        .await
        .unwrap();
    assert_eq!(opened, Opened::Forgotten);
    assert!(
        ground
            .codec
            .encode(PLACE, &Event::Said(private("encore")))
            .await
            .is_err()
    );
}
