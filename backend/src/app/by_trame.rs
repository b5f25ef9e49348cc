//! What the program asks in its own name.

use crate::clock::Clock;
use codec::{Log, Wish};
use decider::{Asked, Decider};
use domain::configuration::InForce;
use domain::words::{Author, Source, WorkerId};
use event_store::Rejected;
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Asks a rule in the name of the program, as of now.
pub(super) async fn ask<D, C>(log: &Log, clock: &Clock, stream: Uuid, command: C) -> Result<(), Rejected<D::Refusal>>
where
    D: Decider<Asked = Asked<C, Author, Timestamp, InForce>>,
    D::Event: Serialize + DeserializeOwned,
    C: Serialize + Send + Sync,
{
    ask_of::<D, C>(log, clock, clock.now(), stream, command).await
}

/// The same of an instant that is past.
pub(super) async fn ask_of<D, C>(
    log: &Log,
    clock: &Clock,
    occurred_at: Timestamp,
    stream: Uuid,
    command: C,
) -> Result<(), Rejected<D::Refusal>>
where
    D: Decider<Asked = Asked<C, Author, Timestamp, InForce>>,
    D::Event: Serialize + DeserializeOwned,
    C: Serialize + Send + Sync,
{
    let now = clock.now();
    let asked = Asked {
        by: Author {
            worker: WorkerId::TRAME,
            source: Source::Entered,
        },
        at: now,
        occurred_at,
        in_force: InForce::default(),
        command,
    };
    let wish = Wish {
        command: Uuid::now_v7(),
        by: WorkerId::TRAME.0,
        known_at: clock.is_invented().then_some(now),
        claims_time: false,
    };
    codec::ask::<D, _, _, _>(log, stream, wish, asked)
        .await
        .map(|_answer| ())
}
