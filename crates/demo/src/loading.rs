//! Loads a plan through the same commands as everybody: households side by side, each in its own order.
//!
//! A command acts once for its id, so a second load adds nothing and one that was cut off goes on where it stood.

use crate::act::{Act, Wish};
use crate::{Demonstration, planning};
use codec::Log;
use decider::{Asked, Decider};
use domain::Reason;
use domain::appointment::Appointment;
use domain::configuration::{Configuration, InForce};
use domain::consent::Consent;
use domain::contact::Contact;
use domain::deadline::Deadline;
use domain::financial_aid::FinancialAid;
use domain::household::Household;
use domain::organisation::Organisation;
use domain::person::Person;
use domain::plan::Plan;
use domain::sharing::Sharing;
use domain::support_case::SupportCase;
use domain::team_meeting::TeamMeeting;
use domain::words::{Author, Source};
use event_store::Rejected;
use futures::stream::{self, StreamExt, TryStreamExt};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// How many households are told at once: enough to fill each commit of the log.
const AT_ONCE: usize = 96;

/// What a load came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// Events that this load added.
    pub events: u64,
    /// Households of the demonstration.
    pub households: u64,
    /// Professionals of its directory.
    pub workers: u64,
}

/// Why the demonstration could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A rule refused a planned command: the demonstration is wrong.
    #[error("the demonstration asked {capability} what its rules refuse: {code} (stream {stream})")]
    Refused {
        /// The capability that was asked.
        capability: &'static str,
        /// The reason, as sentences are keyed by it.
        code: &'static str,
        /// The stream.
        stream: Uuid,
    },
    /// The log holds another command under this id, so it was filled by another program.
    #[error("command {command} of the demonstration was used for something else")]
    CommandReused {
        /// The command.
        command: Uuid,
    },
    /// A name that must be unique is taken.
    #[error("a name of the demonstration is taken: {scope}")]
    Taken {
        /// The kind of name.
        scope: &'static str,
    },
    /// Someone else writes to the streams of the demonstration while it is loaded.
    #[error("stream {stream} moved on while the demonstration was loaded")]
    Stale {
        /// The stream.
        stream: Uuid,
    },
    /// The log failed.
    #[error(transparent)]
    Log(#[from] event_store::Fault),
}

/// Loads the demonstration. `progress` hears how many commands are done, of how many.
///
/// # Errors
/// A refusal, which is a mistake of the demonstration, or a fault of the log.
pub async fn load(
    log: &Log,
    demonstration: &Demonstration,
    in_force: &InForce,
    progress: &(dyn Fn(u64, u64) + Send + Sync),
) -> Result<Loaded, Fault> {
    let acts = planning::plan(demonstration);
    let total = u64::try_from(acts.len()).unwrap_or(u64::MAX);
    let (households, workers) = (planning::households(&acts), planning::workers(&acts));
    let mut lanes: BTreeMap<u32, Vec<Act>> = BTreeMap::new();
    for act in acts {
        lanes.entry(act.lane).or_default().push(act);
    }
    let done = AtomicU64::new(0);
    let told = |lane: Vec<Act>| {
        let done = &done;
        async move {
            let mut events = 0_u64;
            for act in lane {
                events = events.saturating_add(u64::from(tell(log, act, in_force).await?));
                progress(done.fetch_add(1, Ordering::Relaxed).saturating_add(1), total);
            }
            Ok::<u64, Fault>(events)
        }
    };
    // The directory comes first: everybody else is named in it.
    let directory = lanes.remove(&0).unwrap_or_default();
    let first = told(directory).await?;
    let rest = stream::iter(lanes.into_values().map(told)).buffer_unordered(AT_ONCE);
    let events = rest
        .try_fold(first, |sum, events| async move { Ok(sum.saturating_add(events)) })
        .await?;
    Ok(Loaded {
        events,
        households,
        workers,
    })
}

async fn tell(log: &Log, act: Act, in_force: &InForce) -> Result<u32, Fault> {
    let Act {
        stream,
        command,
        by,
        occurred_at,
        known_at,
        wish,
        ..
    } = act;
    let told = Told {
        stream,
        command,
        asked: Asked {
            by: Author {
                worker: by,
                source: Source::Entered,
            },
            at: known_at,
            occurred_at,
            in_force: in_force.clone(),
            command: (),
        },
    };
    match wish {
        Wish::Configuration(wish) => told.ask::<Configuration, _>(log, wish).await,
        Wish::Organisation(wish) => told.ask::<Organisation, _>(log, wish).await,
        Wish::Person(wish) => told.ask::<Person, _>(log, wish).await,
        Wish::Household(wish) => told.ask::<Household, _>(log, wish).await,
        Wish::SupportCase(wish) => told.ask::<SupportCase, _>(log, wish).await,
        Wish::Plan(wish) => told.ask::<Plan, _>(log, wish).await,
        Wish::Contact(wish) => told.ask::<Contact, _>(log, wish).await,
        Wish::Appointment(wish) => told.ask::<Appointment, _>(log, wish).await,
        Wish::Deadline(wish) => told.ask::<Deadline, _>(log, wish).await,
        Wish::FinancialAid(wish) => told.ask::<FinancialAid, _>(log, wish).await,
        Wish::Consent(wish) => told.ask::<Consent, _>(log, wish).await,
        Wish::Sharing(wish) => told.ask::<Sharing, _>(log, wish).await,
        Wish::TeamMeeting(wish) => told.ask::<TeamMeeting, _>(log, wish).await,
    }
}

/// A command without its wish.
struct Told {
    stream: Uuid,
    command: Uuid,
    asked: domain::Asked<()>,
}

impl Told {
    async fn ask<D, C>(self, log: &Log, wish: C) -> Result<u32, Fault>
    where
        D: Decider<Asked = domain::Asked<C>>,
        D::Event: Serialize + DeserializeOwned,
        D::Refusal: Reason,
        C: Serialize + Send + Sync,
    {
        let Self { stream, command, asked } = self;
        let order = codec::Wish {
            command,
            by: asked.by.worker.0,
            known_at: Some(asked.at),
            claims_time: true,
        };
        let asked = Asked {
            by: asked.by,
            at: asked.at,
            occurred_at: asked.occurred_at,
            in_force: asked.in_force,
            command: wish,
        };
        match codec::ask::<D, _, _, _>(log, stream, order, asked).await {
            Ok(answer) if answer.repeated => Ok(0),
            Ok(answer) => Ok(answer.events),
            Err(Rejected::Refused(refusal)) => Err(Fault::Refused {
                capability: D::CAPABILITY,
                code: refusal.code(),
                stream,
            }),
            Err(Rejected::CommandReused) => Err(Fault::CommandReused { command }),
            Err(Rejected::Taken { scope }) => Err(Fault::Taken { scope }),
            Err(Rejected::Stale { .. }) => Err(Fault::Stale { stream }),
            Err(Rejected::Fault(fault)) => Err(Fault::Log(fault)),
        }
    }
}
