//! One contact through each step of its way, alone: decided, evolved, sealed, encoded, decoded, opened.
//! `cargo bench -p codec` tells the time of each.

#![expect(
    clippy::unwrap_used,
    reason = "what a measure needs must be there, else there is none"
)]

use access::Permit;
use codec::{SealingCodec, Upcasters};
use decider::Decider;
use divan::{Bencher, black_box};
use domain::Asked;
use domain::configuration::InForce;
use domain::contact::{Command, Contact, Event, Held, Kind};
use domain::words::{Author, DomainOfLife, PersonId, Source, SupportCaseId, WorkerId};
use event_store::{Codec, Encoded, Place, Stored, pool};
use jiff::Timestamp;
use keyring::Keyring;
use sealed::{Compartment, Private, Subject};
use std::sync::LazyLock;
use tempfile::TempDir;
use testkit::Database;
use tokio::runtime::Runtime;
use uuid::Uuid;

const PERSON: Uuid = Uuid::from_u128(0xc1);
const HERE: Place = Place {
    event: Uuid::from_u128(1),
    stream: Uuid::from_u128(2),
    capability: "contact",
};

struct Ground {
    runtime: Runtime,
    codec: SealingCodec,
    _database: Database,
    _home: TempDir,
}

/// Kept for the life of the process: the key of the person is in hand after the first sealing.
static GROUND: LazyLock<Ground> = LazyLock::new(|| {
    let runtime = Runtime::new().unwrap();
    let home = TempDir::new().unwrap();
    let (database, keyring) = runtime.block_on(async {
        let database = Database::fresh().await;
        let pool = pool(&database.config(), 2).unwrap();
        let keyring = Keyring::load(pool, &home.path().join("keys")).await.unwrap();
        (database, keyring)
    });
    Ground {
        runtime,
        codec: SealingCodec::new(keyring, Upcasters::none()),
        _database: database,
        _home: home,
    }
});

fn asked() -> Asked<Command> {
    let text = "Le dossier est complet ; l'école propose de se voir la semaine prochaine. ".repeat(3);
    Asked {
        by: Author {
            worker: WorkerId(Uuid::from_u128(0xa1)),
            source: Source::Entered,
        },
        at: Timestamp::UNIX_EPOCH,
        occurred_at: Timestamp::UNIX_EPOCH,
        in_force: InForce::default(),
        command: Command::Note(Held {
            support_case: SupportCaseId(Uuid::from_u128(0xd1)),
            kind: Kind::HomeVisit,
            with: vec![PersonId(PERSON)],
            domains: vec![DomainOfLife::Housing, DomainOfLife::School],
            shared: Some(Private::person(PERSON, Compartment::Social, text)),
            private: None,
            words: None,
        }),
    }
}

fn event() -> Event {
    Contact::default().decide(&asked()).unwrap().events.remove(0)
}

fn encoded(event: &Event) -> Encoded {
    let ground = &*GROUND;
    ground.runtime.block_on(ground.codec.encode(HERE, event)).unwrap()
}

fn stored() -> Stored {
    let Encoded { kind, schema, payload } = encoded(&event());
    Stored {
        position: 1,
        id: HERE.event,
        kind,
        schema,
        stream: HERE.stream,
        version: 1,
        command: Uuid::from_u128(3),
        by: Uuid::from_u128(4),
        recorded_at: Timestamp::UNIX_EPOCH,
        occurred_at: Timestamp::UNIX_EPOCH,
        known_at: None,
        payload,
    }
}

#[divan::bench]
fn decide(bencher: Bencher) {
    let (state, asked) = (Contact::default(), asked());
    bencher.bench_local(|| state.decide(black_box(&asked)));
}

#[divan::bench]
fn evolve(bencher: Bencher) {
    let event = event();
    bencher.bench_local(|| Contact::default().evolve(black_box(&event)));
}

#[divan::bench]
fn seal(bencher: Bencher) {
    let ground = &*GROUND;
    let keyring = ground.codec.keyring();
    let keys = ground
        .runtime
        .block_on(keyring.ensure([Subject::Person(PERSON)]))
        .unwrap();
    let place = keyring::Place {
        event: HERE.event,
        stream: HERE.stream,
        kind: "contact.noted",
        field: "held.shared",
    };
    let text = [0x61; 258];
    bencher.bench_local(|| keys.seal(Subject::Person(PERSON), Compartment::Social, place, black_box(&text)));
}

#[divan::bench]
fn encode(bencher: Bencher) {
    let event = event();
    bencher.bench_local(|| encoded(black_box(&event)));
}

#[divan::bench]
fn decode(bencher: Bencher) {
    let stored = stored();
    let codec = &GROUND.codec;
    bencher.bench_local(|| Codec::<Event>::decode(codec, black_box(&stored)).unwrap());
}

#[divan::bench]
fn open(bencher: Bencher) {
    let ground = &*GROUND;
    let Event::Noted { held, .. } = ground.codec.decode(&stored()).unwrap() else {
        return;
    };
    let text = held.shared.unwrap();
    let keyring = ground.codec.keyring();
    let keys = ground.runtime.block_on(keyring.prefetch([text.subject()])).unwrap();
    let permit = Permit::for_operation();
    bencher.bench_local(|| keys.open(&permit, black_box(&text)).unwrap());
}

fn main() {
    divan::main();
}
