//! Log, codec and keys together: what is forgotten leaves the chain whole, and a stolen database gives no word.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

use access::Permit;
use codec::{SealingCodec, Upcasters};
use decider::{Decided, Decider, Fact};
use event_store::{EventStore, Order, StoreConfig, pool};
use jiff::Timestamp;
use keyring::{Keyring, Opened};
use sealed::{Compartment, Private, Subject};
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use testkit::Database;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Event {
    Written { text: Private<String> },
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Diary {
    pages: u32,
}

impl Fact for Event {
    const CAPABILITY: &'static str = "diary";
}

impl Decider for Diary {
    type Asked = Private<String>;
    type Event = Event;
    type Refusal = ();

    fn decide(&self, asked: &Private<String>) -> Result<Decided<Event>, ()> {
        Ok(Decided::from(vec![Event::Written { text: asked.clone() }]).reserving("diary.of", asked.subject().id()))
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Written { .. } => Self { pages: self.pages + 1 },
        }
    }
}

fn order(body: &str) -> Order {
    Order {
        command: Uuid::new_v4(),
        by: Uuid::from_u128(9),
        occurred_at: Timestamp::UNIX_EPOCH,
        known_at: None,
        body: body.as_bytes().to_vec(),
    }
}

async fn log(database: &Database, home: &TempDir) -> EventStore<SealingCodec> {
    let keyring = Keyring::load(pool(&database.config(), 2).unwrap(), &home.path().join("keys"))
        .await
        .unwrap();
    let codec = SealingCodec::new(keyring, Upcasters::none());
    EventStore::open(StoreConfig::new(database.config()), codec)
        .await
        .unwrap()
}

#[tokio::test]
async fn forgetting_a_person_leaves_the_chain_whole_and_the_others_readable() {
    let (database, home) = (Database::fresh().await, TempDir::new().unwrap());
    let store = log(&database, &home).await;
    let (claire, malo) = (Uuid::from_u128(1), Uuid::from_u128(2));
    for (person, text) in [(claire, "le secret de Claire"), (malo, "le secret de Malo")] {
        let said = Private::person(person, Compartment::Social, text.to_owned());
        store.handle::<Diary>(person, order(text), said).await.unwrap();
    }
    let before = store.page(0, 10).await.unwrap();
    store.codec().keyring().forget([Subject::Person(claire)]).await.unwrap();

    let reopened = log(&database, &home).await;
    assert!(reopened.verify(|_| {}).await.unwrap().ok);
    assert_eq!(
        reopened.page(0, 10).await.unwrap(),
        before,
        "no byte of an event has changed"
    );
    assert_eq!(reopened.state::<Diary>(claire).await.unwrap(), (Diary { pages: 1 }, 1));
    let mut opened = Vec::new();
    for person in [claire, malo] {
        let Event::Written { text } = reopened.facts::<Event>(person).await.unwrap().remove(0).event;
        opened.push(
            reopened
                .codec()
                .keyring()
                .open(&Permit::for_operation(), &text)
                .await
                .unwrap(),
        );
    }
    assert_eq!(
        opened,
        [Opened::Forgotten, Opened::Value("le secret de Malo".to_owned())]
    );
}

#[tokio::test]
async fn a_stolen_database_gives_no_word() {
    let (database, home) = (Database::fresh().await, TempDir::new().unwrap());
    let store = log(&database, &home).await;
    let person = Uuid::from_u128(1);
    let said = Private::person(person, Compartment::Social, "anticonstitutionnellement".to_owned());
    store
        .handle::<Diary>(person, order("anticonstitutionnellement"), said)
        .await
        .unwrap();
    assert_eq!(
        store.reserved("diary.of", &person.to_string()).await.unwrap(),
        Some(person)
    );
    let owner = database.owner().await;
    let tables =
        "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('public', 'journal')";
    for table in owner.query(tables, &[]).await.unwrap() {
        let rows = format!("select r::text from {} r", table.get::<_, String>(0));
        for row in owner.query(&rows, &[]).await.unwrap() {
            let row: String = row.get(0);
            // Bytes show as hexadecimal digits.
            let digits: String = "anticonstitution".bytes().map(|byte| format!("{byte:02x}")).collect();
            assert!(!row.contains("anticonstitution") && !row.contains(&digits), "{rows}");
        }
    }
}
