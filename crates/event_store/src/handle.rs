//! A command from wish to answer: known already, or decided on the stream as it stands, encoded, and handed to the writer.

use crate::lanes::{Lane, ON_THEIR_WAY, Warm, warm};
use crate::sabotage::{Sabotage, is_sabotaged};
use crate::sequencer::{Asked, Outcome, Proposed, Submission};
use crate::{Answer, Codec, EventStore, Fault, Order, Place, Rejected, Secrets, read};
use decider::{Decided, Decider, Reservation, fold};
use tokio::sync::oneshot;
use uuid::Uuid;

/// How often a command is decided when others keep moving its stream.
const TRIES: u8 = 4;

/// What a decision led to.
enum Step {
    /// It is on its way to be stored.
    Offered(oneshot::Receiver<Result<Outcome, Fault>>),
    /// It had been accepted before.
    Known(Answer),
}

impl<C: Secrets> EventStore<C> {
    /// Asks the rule of a stream and keeps the facts it decides, once for this command. A lost race is decided again.
    ///
    /// # Errors
    /// The refusal of the rule, a reused command id, a name that is taken, races lost again and again, or a fault.
    pub async fn handle<D: Decider>(
        &self,
        stream: Uuid,
        order: Order,
        asked: D::Asked,
    ) -> Result<Answer, Rejected<D::Refusal>>
    where
        C: Codec<D::Event>,
        D::Asked: Send + Sync,
    {
        for _ in 1..TRIES {
            match self.attempt::<D>(stream, &order, &asked, None).await {
                Err(Rejected::Stale { .. }) => {}
                other => return other,
            }
        }
        self.attempt::<D>(stream, &order, &asked, None).await
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
        D::Asked: Send + Sync,
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
        let lane = self.inner.lanes.of(stream);
        let answer = match self.step::<D>(stream, order, digest, asked, seen, &lane).await? {
            Step::Known(answer) => return Ok(answer),
            Step::Offered(answer) => answer,
        };
        // The writer answers everybody; it can only be gone when the whole runtime is going.
        let outcome = answer.await.unwrap_or(Err(Fault::UnknownOutcome));
        if !matches!(outcome, Ok(Outcome::Stored(Answer { repeated: false, .. }))) {
            // What was believed of the stream did not come true.
            *lane.lock().await = None;
        }
        settled::<D>(stream, outcome)
    }

    /// Decides on what is believed of the stream, reading it when nothing is, and offers the facts to the writer.
    async fn step<D: Decider>(
        &self,
        stream: Uuid,
        order: &Order,
        digest: [u8; 32],
        asked: &D::Asked,
        seen: Option<u64>,
        lane: &Lane,
    ) -> Result<Step, Rejected<D::Refusal>>
    where
        C: Codec<D::Event>,
    {
        let mut held = lane.lock().await;
        if let Some(believed) = warm::<D>(&mut held) {
            let repeated = believed.on_their_way.contains(&order.command);
            if seen.is_some_and(|seen| seen < believed.version) && !repeated {
                // A version only grows, so hers will not come back; unless it was this very command that moved it. Nobody
                // waits for this answer; but what is told to be newer should be stored by then.
                let version = believed.version;
                drop(held);
                if self.inner.under_way.holds(order.command) {
                    self.settle().await;
                }
                let (known, ()) = tokio::join!(self.told_again(order, digest, version), self.settle());
                return known;
            }
            let stands = seen.is_none_or(|seen| seen == believed.version);
            match believed.state.decide(asked) {
                Ok(decided) if stands && !repeated => {
                    return self.go_on(stream, order, digest, believed, decided).await;
                }
                // Only what is stored may say no, and it may know the command.
                Ok(_) | Err(_) => self.settle().await,
            }
        }
        *held = None;
        let (known, stored) = read::command_and_stream(&self.inner.readers, order.command, stream).await?;
        if let Some(known) = known
            && !is_sabotaged(Sabotage::ResultUnread)
        {
            return if known.digest == digest || is_sabotaged(Sabotage::WishUncompared) {
                Ok(Step::Known(known.answer()))
            } else {
                Err(Rejected::CommandReused)
            };
        }
        let (state, version) = self.folded::<D>(&stored)?;
        let mut believed = Warm::stored(state, version, stored.last().map(|last| last.id));
        if seen.is_some_and(|seen| seen != version) {
            *held = Some(Box::new(believed));
            return Err(Rejected::Stale { version });
        }
        let decided = believed.state.decide(asked).map_err(Rejected::Refused)?;
        let step = self.go_on(stream, order, digest, &mut believed, decided).await?;
        *held = Some(Box::new(believed));
        Ok(step)
    }

    /// What a command is answered that comes too late: as before, if it was accepted before.
    async fn told_again<R>(&self, order: &Order, digest: [u8; 32], version: u64) -> Result<Step, Rejected<R>> {
        match read::known(&self.inner.latecomers, &self.inner.readers, order.command).await? {
            Some(known) if known.digest == digest => Ok(Step::Known(known.answer())),
            Some(_) => Err(Rejected::CommandReused),
            None => Err(Rejected::Stale { version }),
        }
    }

    /// Offers what was decided, and believes it.
    async fn go_on<D: Decider>(
        &self,
        stream: Uuid,
        order: &Order,
        digest: [u8; 32],
        believed: &mut Warm<D>,
        decided: Decided<D::Event>,
    ) -> Result<Step, Rejected<D::Refusal>>
    where
        C: Codec<D::Event>,
    {
        if believed.on_their_way.len() >= ON_THEIR_WAY {
            self.settle().await;
            believed.on_their_way.clear();
        }
        let mut proposed = self
            .propose::<D>(stream, believed.version, digest, order, &decided)
            .await?;
        proposed.after = believed.after;
        let last = proposed.events.last().map(|(id, _)| *id);
        let offered = self.offer(proposed).await?;
        believed.on_their_way.push(order.command);
        let events = decided.events;
        if !events.is_empty() {
            believed.after = Some((order.command, digest));
            believed.last = last;
            believed.version = believed
                .version
                .saturating_add(u64::try_from(events.len()).unwrap_or(u64::MAX));
            believed.state = fold(std::mem::take(&mut believed.state), &events);
        }
        Ok(Step::Offered(offered))
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
        decided: &Decided<D::Event>,
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
        let (submission, answer) = Submission::new(proposed, &self.inner.under_way);
        if self.inner.waiting.send(Asked::Store(submission)).await.is_err() {
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
        Outcome::MovedOn(version) => Err(Rejected::Stale { version }),
        Outcome::OtherCapability => Err(Rejected::Fault(Fault::OtherCapability {
            stream,
            capability: D::CAPABILITY,
        })),
    }
}
