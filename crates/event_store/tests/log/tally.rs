//! The smallest capability there is, and a codec without keys: a number that grows, and names that are unique.

use decider::{Decided, Decider, Fact};
use event_store::{
    Answer, Codec, CodecFault, Encoded, EventStore, Order, Place, Rejected, Secrets, StoreConfig, Stored,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use testkit::Database;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    Add(u32),
    AddMany(u32),
    /// One more, as long as there are fewer than this.
    AddBelow(u64),
    Name(String),
    Nothing,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Event {
    Added(u32),
    Named,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Zero,
    Full,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) total: u64,
}

impl Fact for Event {
    const CAPABILITY: &'static str = "tally";
}

impl Decider for Tally {
    type Asked = Wish;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Wish) -> Result<Decided<Event>, Refusal> {
        match asked {
            Wish::Add(0) | Wish::AddMany(0) => Err(Refusal::Zero),
            Wish::AddBelow(limit) if self.total >= *limit => Err(Refusal::Full),
            Wish::AddBelow(_) => Ok(vec![Event::Added(1)].into()),
            Wish::Add(amount) => Ok(vec![Event::Added(*amount)].into()),
            Wish::AddMany(times) => Ok((0..*times).map(|_| Event::Added(1)).collect::<Vec<_>>().into()),
            Wish::Name(name) => Ok(Decided::from(vec![Event::Named]).reserving("tally.name", name)),
            Wish::Nothing => Ok(Vec::new().into()),
        }
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Added(amount) => Self {
                total: self.total + u64::from(*amount),
            },
            Event::Named => self,
        }
    }
}

#[derive(Clone)]
pub(crate) struct Plain;

impl Codec<Event> for Plain {
    async fn encode(&self, place: Place, event: &Event) -> Result<Encoded, CodecFault> {
        let mut payload = Vec::new();
        ciborium::into_writer(event, &mut payload).unwrap();
        Ok(Encoded {
            kind: format!("{}.counted", place.capability),
            schema: 1,
            payload,
        })
    }

    fn decode(&self, stored: &Stored) -> Result<Event, CodecFault> {
        Ok(ciborium::from_reader(stored.payload.as_slice()).unwrap())
    }
}

impl Secrets for Plain {
    fn digest(&self, body: &[u8]) -> [u8; 32] {
        let mut digest = [0; 32];
        digest.copy_from_slice(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, body).as_ref());
        digest
    }

    fn blind(&self, scope: &str, value: &str) -> Vec<u8> {
        self.digest(format!("{scope} {value}").as_bytes()).to_vec()
    }
}

pub(crate) type Log = EventStore<Plain>;

pub(crate) async fn open(database: &Database) -> Log {
    EventStore::open(StoreConfig::new(database.config()), Plain)
        .await
        .unwrap()
}

pub(crate) fn order(command: Uuid, body: &str) -> Order {
    Order {
        command,
        by: Uuid::from_u128(7),
        occurred_at: Timestamp::from_second(1_000).unwrap(),
        known_at: None,
        body: body.as_bytes().to_vec(),
    }
}

/// Asks under a fresh command id.
pub(crate) async fn ask(log: &Log, stream: Uuid, wish: Wish) -> Result<Answer, Rejected<Refusal>> {
    ask_as(log, stream, Uuid::new_v4(), wish).await
}

pub(crate) async fn ask_as(log: &Log, stream: Uuid, command: Uuid, wish: Wish) -> Result<Answer, Rejected<Refusal>> {
    log.handle::<Tally>(stream, order(command, &format!("{wish:?}")), wish)
        .await
}

/// Asks until the wish is accepted: a lost race on a hot stream is only told to whoever asks.
pub(crate) async fn insist(log: &Log, stream: Uuid, command: Uuid, wish: Wish) -> Answer {
    loop {
        match ask_as(log, stream, command, wish.clone()).await {
            Ok(answer) => return answer,
            Err(Rejected::Stale { .. } | Rejected::Fault(_)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
}

/// Every event there is.
pub(crate) async fn all(log: &Log) -> Vec<Stored> {
    let mut events = Vec::new();
    loop {
        let after = events.last().map_or(0, |last: &Stored| last.position);
        let page = log.page(after, 100).await.unwrap();
        if page.is_empty() {
            return events;
        }
        events.extend(page);
    }
}

/// Positions without gaps, versions without gaps in each stream, a chain that verifies.
pub(crate) async fn assert_whole(log: &Log) -> Vec<Stored> {
    let events = all(log).await;
    let mut versions = std::collections::BTreeMap::<Uuid, u64>::new();
    let mut recorded = Timestamp::MIN;
    for (event, position) in events.iter().zip(1..) {
        assert_eq!(event.position, position);
        let version = versions.entry(event.stream).or_default();
        *version += 1;
        assert_eq!(event.version, *version);
        assert!(event.recorded_at >= recorded);
        recorded = event.recorded_at;
    }
    let verified = log.verify(|_| {}).await.unwrap();
    assert!(verified.ok, "{verified:?}");
    assert_eq!(verified.events, u64::try_from(events.len()).unwrap());
    events
}
