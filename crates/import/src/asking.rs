//! How an import asks the rules: ids that are the same in every run, derived from what the record says by a keyed digest
//! so that they tell nothing of it, and orders whose repetition adds nothing.

use codec::Log;
use decider::{Decider, Reservation};
use domain::Asked;
use domain::configuration::InForce;
use domain::words::{Author, Source, WorkerId};
use event_store::{Answer, CodecFault, Fault, Order, Secrets, Step};
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

/// Makes the ids of one import; two imports of the same source make the same.
#[derive(Clone)]
pub(crate) struct Ids {
    log: Log,
    source: String,
}

impl Ids {
    pub(crate) fn new(log: &Log, source: &str) -> Self {
        Self {
            log: log.clone(),
            source: source.to_owned(),
        }
    }

    /// The name under which something of this source is reserved.
    pub(crate) fn name(&self, id: &str) -> String {
        format!("{}\u{0}{id}", self.source)
    }

    /// A keyed digest of what the record calls something.
    pub(crate) fn key(&self, role: &str, parts: &[&str]) -> [u8; 32] {
        let mut body = Vec::with_capacity(96);
        for part in ["trame import", &self.source, role].iter().chain(parts) {
            // With its length, so that two lists of parts never read alike.
            body.extend_from_slice(&part.len().to_be_bytes());
            body.extend_from_slice(part.as_bytes());
        }
        self.log.codec().digest(&body)
    }

    /// The id of a command.
    pub(crate) fn command(&self, role: &str, parts: &[&str]) -> Uuid {
        uuid::Builder::from_custom_bytes(half(self.key(role, parts))).into_uuid()
    }

    /// The id of something the record tells of, made together with `near`, whose time it carries.
    pub(crate) fn thing(&self, near: Uuid, role: &str, parts: &[&str]) -> Uuid {
        let mut bytes = half(self.key(role, parts));
        bytes[..6].copy_from_slice(&near.as_bytes()[..6]);
        bytes[6] = 0x70 | (bytes[6] & 0x0f);
        bytes[8] = 0x80 | (bytes[8] & 0x3f);
        Uuid::from_bytes(bytes)
    }
}

/// The first half of a key.
pub(crate) fn half(key: [u8; 32]) -> [u8; 16] {
    let mut first = [0; 16];
    first.copy_from_slice(&key[..16]);
    first
}

/// When something happened and when its source recorded it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Times {
    pub(crate) occurred_at: Timestamp,
    pub(crate) known_at: Option<Timestamp>,
}

impl Times {
    /// Recorded by the source when it happened.
    pub(crate) fn then(at: Timestamp) -> Self {
        Self {
            occurred_at: at,
            known_at: Some(at),
        }
    }
}

/// One wish of an import, by who did it.
pub(crate) fn step<D, C>(
    stream: Uuid,
    command: Uuid,
    by: WorkerId,
    times: Times,
    wish: C,
) -> Result<Step<Asked<C>>, Fault>
where
    D: Decider<Asked = Asked<C>>,
    C: Serialize,
{
    let mut body = Vec::new();
    // What serde says may quote the wish, so it is not kept.
    ciborium::into_writer(&(stream, D::CAPABILITY, &wish), &mut body)
        .ok()
        .ok_or(CodecFault::Unwritable {
            capability: D::CAPABILITY,
            reason: "the wish has no serialised form",
        })?;
    let order = Order {
        command,
        by: by.0,
        occurred_at: times.occurred_at,
        known_at: times.known_at,
        body,
    };
    let asked = Asked {
        by: Author {
            worker: by,
            source: Source::Imported,
        },
        at: times.occurred_at,
        occurred_at: times.occurred_at,
        in_force: InForce::default(),
        command: wish,
    };
    Ok(Step {
        order,
        asked,
        reservations: Vec::new(),
    })
}

/// The same, where more belongs to what is asked than the wish itself: with the same id and another content it is another.
pub(crate) fn saying<A>(mut step: Step<A>, more: &[&str]) -> Step<A> {
    for part in more {
        step.order.body.extend_from_slice(&part.len().to_be_bytes());
        step.order.body.extend_from_slice(part.as_bytes());
    }
    step
}

/// The same, taking a name together with its facts.
pub(crate) fn reserving<A>(mut step: Step<A>, scope: &'static str, value: String) -> Step<A> {
    step.reservations.push(Reservation { scope, value });
    step
}

/// How many facts an accepted wish added in this run.
pub(crate) fn added(answer: Answer) -> u64 {
    if answer.repeated { 0 } else { u64::from(answer.events) }
}
