//! The smallest capability there is, and a codec without keys: a number that grows. For what is promised of the log
//! alone, whatever it stores.

use aws_lc_rs::digest;
use decider::{Decided, Decider, Fact};
use event_store::{
    Answer, Codec, CodecFault, Encoded, EventStore, Order, Place, Rejected, Secrets, StoreConfig, Stored,
};
use jiff::Timestamp;
use tokio_postgres::Config;
use uuid::Uuid;

/// Adds to the number; a rule without a no.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Add {
    pub(crate) amount: u32,
    /// How many events it makes.
    pub(crate) times: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Added(u32);

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally(u64);

impl Fact for Added {
    const CAPABILITY: &'static str = "tally";
}

impl Decider for Tally {
    type Asked = Add;
    type Event = Added;
    type Refusal = std::convert::Infallible;

    fn decide(&self, asked: &Add) -> Result<Decided<Added>, Self::Refusal> {
        let events: Vec<_> = (0..asked.times).map(|_| Added(asked.amount)).collect();
        Ok(events.into())
    }

    fn evolve(self, event: &Added) -> Self {
        Self(self.0.saturating_add(u64::from(event.0)))
    }
}

/// Bytes as they are.
#[derive(Clone, Copy)]
pub(crate) struct Plain;

impl Codec<Added> for Plain {
    async fn encode(&self, place: Place, event: &Added) -> Result<Encoded, CodecFault> {
        Ok(Encoded {
            kind: format!("{}.added", place.capability),
            schema: 1,
            payload: event.0.to_be_bytes().to_vec(),
        })
    }

    fn decode(&self, stored: &Stored) -> Result<Added, CodecFault> {
        let bytes = stored.payload.as_slice().try_into().ok();
        let amount = bytes.map(u32::from_be_bytes).ok_or_else(|| CodecFault::Unreadable {
            kind: stored.kind.clone(),
            schema: stored.schema,
            reason: "it is not a number",
        })?;
        Ok(Added(amount))
    }
}

impl Secrets for Plain {
    fn digest(&self, body: &[u8]) -> [u8; 32] {
        let mut digest = [0; 32];
        digest.copy_from_slice(digest::digest(&digest::SHA256, body).as_ref());
        digest
    }

    fn blind(&self, scope: &str, value: &str) -> Vec<u8> {
        self.digest(format!("{scope} {value}").as_bytes()).to_vec()
    }
}

pub(crate) type Log = EventStore<Plain>;

/// Opens the log of a database, as a server does.
pub(crate) async fn open(config: Config) -> Result<Log, event_store::Fault> {
    EventStore::open(StoreConfig::new(config), Plain).await
}

/// Asks for an addition, under this id.
pub(crate) async fn ask(
    log: &Log,
    stream: Uuid,
    command: Uuid,
    add: Add,
) -> Result<Answer, Rejected<std::convert::Infallible>> {
    let mut body = add.amount.to_be_bytes().to_vec();
    body.push(add.times);
    let order = Order {
        command,
        by: Uuid::from_u128(7),
        occurred_at: Timestamp::UNIX_EPOCH,
        known_at: None,
        body,
    };
    log.handle::<Tally>(stream, order, add).await
}
