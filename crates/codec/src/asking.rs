//! Asking the log of Trame: a rule, its stream, a wish and its circumstances become one order.

use crate::SealingCodec;
use decider::{Asked, Decider};
use event_store::{Answer, CodecFault, EventStore, Order, Rejected};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// The log of the running program.
pub type Log = EventStore<SealingCodec>;

/// What a command is beside its rule: its id, its author, and the times it claims.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// The id the client gave it: it acts once, for ever.
    pub command: Uuid,
    /// The worker who asks.
    pub by: Uuid,
    /// When the source recorded it; only for imported and demonstration events.
    pub known_at: Option<Timestamp>,
    /// Whether the asker says when it happened: then the same id with another time is another command.
    pub claims_time: bool,
}

/// Asks a rule of a stream, once for this command id.
///
/// # Errors
/// The refusal of the rule, a reused command id, a name that is taken, a lost race, or a fault.
pub async fn ask<D, C, By, InForce>(
    log: &Log,
    stream: Uuid,
    wish: Wish,
    asked: Asked<C, By, Timestamp, InForce>,
) -> Result<Answer, Rejected<D::Refusal>>
where
    D: Decider<Asked = Asked<C, By, Timestamp, InForce>>,
    D::Event: Serialize + DeserializeOwned,
    C: Serialize + Send + Sync,
    By: Send + Sync,
    InForce: Send + Sync,
{
    let order = order::<D, _, _, _>(stream, wish, &asked)?;
    log.handle::<D>(stream, order, asked).await
}

/// The same for a wish that stands only on the version its author saw.
///
/// # Errors
/// As [`ask`]; `Stale` as soon as the stream is not at that version.
pub async fn ask_seen<D, C, By, InForce>(
    log: &Log,
    stream: Uuid,
    seen: u64,
    wish: Wish,
    asked: Asked<C, By, Timestamp, InForce>,
) -> Result<Answer, Rejected<D::Refusal>>
where
    D: Decider<Asked = Asked<C, By, Timestamp, InForce>>,
    D::Event: Serialize + DeserializeOwned,
    C: Serialize + Send + Sync,
    By: Send + Sync,
    InForce: Send + Sync,
{
    let order = order::<D, _, _, _>(stream, wish, &asked)?;
    log.handle_seen::<D>(stream, seen, order, asked).await
}

/// The wish with its circumstances, as the log takes it.
fn order<D, C, By, InForce>(
    stream: Uuid,
    wish: Wish,
    asked: &Asked<C, By, Timestamp, InForce>,
) -> Result<Order, CodecFault>
where
    D: Decider,
    C: Serialize,
{
    let claimed = wish.claims_time.then_some(asked.occurred_at);
    let mut body = Vec::new();
    // What serde says may quote the wish, so it is not kept.
    ciborium::into_writer(&(stream, D::CAPABILITY, claimed, &asked.command), &mut body)
        .ok()
        .ok_or(CodecFault::Unwritable {
            capability: D::CAPABILITY,
            reason: "the wish has no serialised form",
        })?;
    let Wish {
        command, by, known_at, ..
    } = wish;
    Ok(Order {
        command,
        by,
        occurred_at: asked.occurred_at,
        known_at,
        body,
    })
}
