//! Many commands of one stream in a row, by someone who alone writes it for now, such as an import: decided on what is
//! known of the stream instead of reading it each time, and offered to the writer together.
//!
//! Whoever writes the stream meanwhile is noticed: what was decided on an older version is decided again.

use crate::handle::settled;
use crate::sequencer::Outcome;
use crate::{Answer, Codec, EventStore, Fault, Order, Rejected, Secrets, read};
use decider::{Decider, Reservation, fold};
use std::collections::BTreeMap;
use tokio::sync::oneshot;
use uuid::Uuid;

/// How often a command is decided again when others write the stream meanwhile.
const TRIES: u8 = 3;

/// A stream as its writer of the moment knows it.
#[derive(Clone, Debug)]
pub struct Held<D> {
    stream: Uuid,
    state: D,
    version: u64,
    fresh: bool,
    /// The last command of the row that was offered and not yet answered: the next is decided on its facts.
    offered: Option<(Uuid, [u8; 32])>,
}

impl<D: Decider> Held<D> {
    /// A stream of a new id, of which nothing can be stored yet.
    #[must_use]
    pub fn unborn(stream: Uuid) -> Self {
        Self {
            stream,
            state: D::default(),
            version: 0,
            fresh: true,
            offered: None,
        }
    }

    /// The stream.
    #[must_use]
    pub fn stream(&self) -> Uuid {
        self.stream
    }

    /// Its state after what was stored.
    #[must_use]
    pub fn state(&self) -> &D {
        &self.state
    }
}

/// One command of a row.
#[derive(Debug)]
pub struct Step<A> {
    /// Its circumstances.
    pub order: Order,
    /// What the rule is asked.
    pub asked: A,
    /// Names to take with its facts, beside those the rule takes.
    pub reservations: Vec<Reservation>,
}

/// What came of one step.
type Came<D> = Result<Answer, Rejected<<D as Decider>::Refusal>>;

enum Offered<D: Decider> {
    Settled(Came<D>),
    Waiting(oneshot::Receiver<Result<Outcome, Fault>>),
}

impl<C: Secrets> EventStore<C> {
    /// Takes a stream in hand, as it stands.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn hold<D: Decider>(&self, stream: Uuid) -> Result<Held<D>, Fault>
    where
        C: Codec<D::Event>,
    {
        let (state, version) = self.state::<D>(stream).await?;
        Ok(Held {
            stream,
            state,
            version,
            fresh: false,
            offered: None,
        })
    }

    /// Asks the rule of a held stream, one step after the other, and keeps all they decide, each step once.
    /// A refused step stops none of the others.
    ///
    /// # Errors
    /// When the stream cannot be read; what came of each step is in the answer, in order.
    pub async fn handle_in_order<D: Decider>(
        &self,
        held: &mut Held<D>,
        steps: Vec<Step<D::Asked>>,
    ) -> Result<Vec<Came<D>>, Fault>
    where
        C: Codec<D::Event>,
        D::Asked: Send + Sync,
    {
        let known = if held.fresh {
            BTreeMap::new()
        } else {
            let ids: Vec<Uuid> = steps.iter().map(|step| step.order.command).collect();
            read::commands(&self.inner.readers, &ids).await?
        };
        let mut offered = Vec::with_capacity(steps.len());
        for step in &steps {
            offered.push(self.offer_step::<D>(held, step, &known).await?);
        }
        let mut came: Vec<Came<D>> = Vec::with_capacity(steps.len());
        let (mut disturbed, mut broken) = (false, false);
        for (offered, step) in offered.into_iter().zip(&steps) {
            let outcome = match offered {
                // Refused on facts that were then not stored: nothing is known yet.
                Offered::Settled(Err(Rejected::Refused(_))) if broken => Ok(Outcome::MovedOn(held.version)),
                Offered::Settled(settled) => {
                    came.push(settled);
                    continue;
                }
                Offered::Waiting(answer) => answer.await.unwrap_or(Err(Fault::UnknownOutcome)),
            };
            broken |= !matches!(outcome, Ok(Outcome::Stored(_)));
            disturbed |= !matches!(outcome, Ok(Outcome::Stored(Answer { repeated: false, .. })));
            came.push(match outcome {
                Ok(Outcome::MovedOn(_)) => self.step_again::<D>(held, step).await?,
                other => settled::<D>(held.stream, other),
            });
        }
        held.offered = None;
        if disturbed {
            *held = self.hold(held.stream).await?;
        }
        Ok(came)
    }

    async fn offer_step<D: Decider>(
        &self,
        held: &mut Held<D>,
        step: &Step<D::Asked>,
        known: &BTreeMap<Uuid, read::Known>,
    ) -> Result<Offered<D>, Fault>
    where
        C: Codec<D::Event>,
    {
        let digest = self.digest::<D>(held.stream, &step.order);
        if let Some(known) = known.get(&step.order.command) {
            return Ok(Offered::Settled(if known.digest == digest {
                Ok(known.answer())
            } else {
                Err(Rejected::CommandReused)
            }));
        }
        let mut decided = match held.state.decide(&step.asked) {
            Ok(decided) => decided,
            Err(refusal) => return Ok(Offered::Settled(Err(Rejected::Refused(refusal)))),
        };
        decided.reservations.extend(step.reservations.iter().cloned());
        let mut proposed = self
            .propose::<D>(held.stream, held.version, digest, &step.order, &decided)
            .await?;
        let events = decided.events;
        proposed.after = held.offered.replace((step.order.command, digest));
        held.version = held
            .version
            .saturating_add(u64::try_from(events.len()).unwrap_or(u64::MAX));
        held.state = fold(std::mem::take(&mut held.state), &events);
        Ok(Offered::Waiting(self.offer(proposed).await?))
    }

    /// Reads the stream and asks again: someone else wrote it, or an earlier step of the row was not kept.
    async fn step_again<D: Decider>(&self, held: &mut Held<D>, step: &Step<D::Asked>) -> Result<Came<D>, Fault>
    where
        C: Codec<D::Event>,
    {
        for _ in 0..TRIES {
            *held = self.hold(held.stream).await?;
            let known = read::commands(&self.inner.readers, &[step.order.command]).await?;
            match self.offer_step::<D>(held, step, &known).await? {
                Offered::Settled(settled) => return Ok(settled),
                Offered::Waiting(answer) => match answer.await.unwrap_or(Err(Fault::UnknownOutcome)) {
                    Ok(Outcome::MovedOn(_)) => {}
                    other => return Ok(settled::<D>(held.stream, other)),
                },
            }
        }
        Ok(Err(Rejected::Stale { version: held.version }))
    }

    /// Which of these names are held, in the order of the question.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn reserved_all(&self, scope: &str, values: &[&str]) -> Result<Vec<Option<Uuid>>, Fault> {
        let blinds: Vec<Vec<u8>> = values
            .iter()
            .map(|value| self.inner.codec.blind(scope, value))
            .collect();
        let found = read::reserved_all(&self.inner.readers, &blinds).await?;
        Ok(blinds.iter().map(|blind| found.get(blind).copied()).collect())
    }
}
