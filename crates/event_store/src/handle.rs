//! A command from wish to answer: known already, or decided on the stream as it stands, encoded, and handed to the writer.

use crate::sequencer::{Outcome, Proposed, Submission};
use crate::{Answer, Codec, EventStore, Fault, Order, Place, Rejected, Secrets, read};
use decider::{Decided, Decider, Reservation};
use tokio::sync::oneshot;
use uuid::Uuid;

impl<C: Secrets> EventStore<C> {
    /// Asks the rule of a stream and keeps the facts it decides, once for this command. A lost race is decided again
    /// once.
    ///
    /// # Errors
    /// The refusal of the rule, a reused command id, a name that is taken, a second lost race, or a fault.
    pub async fn handle<D: Decider>(
        &self,
        stream: Uuid,
        order: Order,
        asked: D::Asked,
    ) -> Result<Answer, Rejected<D::Refusal>>
    where
        C: Codec<D::Event>,
        D::Asked: Sync,
    {
        match self.attempt::<D>(stream, &order, &asked, None).await {
            Err(Rejected::Stale) => self.attempt::<D>(stream, &order, &asked, None).await,
            other => other,
        }
    }

    /// The same for a wish that stands only on the version its author saw, such as the edition of a text.
    ///
    /// # Errors
    /// As [`EventStore::handle`]; `Stale` as soon as the stream is not at that version.
    pub async fn handle_seen<D: Decider>(
        &self,
        stream: Uuid,
        seen: u64,
        order: Order,
        asked: D::Asked,
    ) -> Result<Answer, Rejected<D::Refusal>>
    where
        C: Codec<D::Event>,
        D::Asked: Sync,
    {
        self.attempt::<D>(stream, &order, &asked, Some(seen)).await
    }

    async fn attempt<D: Decider>(
        &self,
        stream: Uuid,
        order: &Order,
        asked: &D::Asked,
        seen: Option<u64>,
    ) -> Result<Answer, Rejected<D::Refusal>>
    where
        C: Codec<D::Event>,
    {
        let digest = self.digest::<D>(stream, order);
        let (known, stored) = read::command_and_stream(&self.inner.pool, order.command, stream).await?;
        if let Some(known) = known {
            if known.digest != digest {
                return Err(Rejected::CommandReused);
            }
            return Ok(known.answer());
        }
        let (state, version) = self.folded::<D>(&stored)?;
        if seen.is_some_and(|seen| seen != version) {
            return Err(Rejected::Stale);
        }
        let decided = state.decide(asked).map_err(Rejected::Refused)?;
        let proposed = self.propose::<D>(stream, version, digest, order, decided).await?;
        // The writer answers everybody; it can only be gone when the whole runtime is going.
        let outcome = self.offer(proposed).await?.await.unwrap_or(Err(Fault::UnknownOutcome));
        settled::<D>(stream, outcome)
    }

    /// Of the whole wish: who asks, of which stream, and what. Not the instants, which a repetition may tell anew.
    pub(crate) fn digest<D: Decider>(&self, stream: Uuid, order: &Order) -> [u8; 32] {
        let mut wish = Vec::with_capacity(order.body.len().saturating_add(96));
        wish.extend_from_slice(D::CAPABILITY.as_bytes());
        wish.push(0);
        wish.extend_from_slice(stream.as_bytes());
        wish.extend_from_slice(order.by.as_bytes());
        wish.extend_from_slice(&order.body);
        self.inner.codec.digest(&wish)
    }

    pub(crate) async fn propose<D: Decider>(
        &self,
        stream: Uuid,
        expected: u64,
        digest: [u8; 32],
        order: &Order,
        decided: Decided<D::Event>,
    ) -> Result<Proposed, Fault>
    where
        C: Codec<D::Event>,
    {
        let codec = &self.inner.codec;
        let mut events = Vec::with_capacity(decided.events.len());
        for event in &decided.events {
            let place = Place {
                event: Uuid::now_v7(),
                stream,
                capability: D::CAPABILITY,
            };
            events.push((place.event, codec.encode(place, event).await?));
        }
        let blind = |name: &Reservation| (name.scope, codec.blind(name.scope, &name.value));
        Ok(Proposed {
            stream,
            capability: D::CAPABILITY,
            expected,
            after: None,
            command: order.command,
            digest,
            by: order.by,
            occurred_at: order.occurred_at,
            known_at: order.known_at,
            events,
            reservations: decided.reservations.iter().map(blind).collect(),
        })
    }

    /// Gives a command to the writer; what comes out of it is known after the commit.
    pub(crate) async fn offer(&self, proposed: Proposed) -> Result<oneshot::Receiver<Result<Outcome, Fault>>, Fault> {
        let (submission, answer) = Submission::new(proposed);
        if self.inner.waiting.send(submission).await.is_err() {
            return Err(Fault::Closed);
        }
        Ok(answer)
    }
}

/// What the caller learns of what came of her command.
pub(crate) fn settled<D: Decider>(
    stream: Uuid,
    outcome: Result<Outcome, Fault>,
) -> Result<Answer, Rejected<D::Refusal>> {
    match outcome? {
        Outcome::Stored(answer) => Ok(answer),
        Outcome::CommandReused => Err(Rejected::CommandReused),
        Outcome::Taken(scope) => Err(Rejected::Taken { scope }),
        Outcome::MovedOn => Err(Rejected::Stale),
        Outcome::OtherCapability => Err(Rejected::Fault(Fault::OtherCapability {
            stream,
            capability: D::CAPABILITY,
        })),
    }
}
