//! Wishes of an import on their way to the log, each with the record it comes from, so that a refusal can name it.

use crate::Fault;
use crate::asking::{Ids, Times, reserving, saying, step};
use crate::refused::{Refused, RefusedFile, sentence};
use codec::Log;
use decider::Decider;
use domain::words::WorkerId;
use domain::{Asked, Reason};
use event_store::{Codec, Held, Rejected};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// A count that many may grow at once.
#[derive(Debug, Default)]
pub(super) struct Tally(AtomicU64);

impl Tally {
    pub(super) fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    pub(super) fn grow(&self, by: u64) {
        self.0.fetch_add(by, Ordering::Relaxed);
    }
}

/// What was added so far.
#[derive(Debug, Default)]
pub(super) struct Counted {
    pub(super) people: Tally,
    pub(super) cases: Tally,
    pub(super) workers: Tally,
    pub(super) services: Tally,
    pub(super) events: Tally,
    pub(super) skipped: Tally,
}

/// What an accepted wish adds to the summary, beside its events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Adds {
    Person,
    Case,
    Worker,
    Service,
    Nothing,
}

/// Where a wish comes from: the number of the record and its place.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub(super) line: u64,
    pub(super) field: String,
}

impl Origin {
    pub(super) fn refused(&self, reason: impl Into<String>) -> Refused {
        Refused::new(self.line, self.field.clone(), reason)
    }
}

/// One wish.
pub(super) struct Errand<C> {
    pub(super) origin: Origin,
    pub(super) adds: Adds,
    pub(super) command: Uuid,
    pub(super) by: WorkerId,
    pub(super) times: Times,
    pub(super) wish: C,
    pub(super) reserves: Option<(&'static str, String)>,
    /// Whether its instant is part of what the record says: another instant is then another content.
    pub(super) dated: bool,
}

impl<C> Errand<C> {
    pub(super) fn new(origin: Origin, command: Uuid, by: WorkerId, times: Times, wish: C) -> Self {
        Self {
            origin,
            adds: Adds::Nothing,
            command,
            by,
            times,
            wish,
            reserves: None,
            dated: false,
        }
    }

    pub(super) fn dated(mut self) -> Self {
        self.dated = true;
        self
    }

    pub(super) fn adding(mut self, adds: Adds) -> Self {
        self.adds = adds;
        self
    }

    pub(super) fn reserving(mut self, scope: &'static str, name: String) -> Self {
        self.reserves = Some((scope, name));
        self
    }
}

/// What all parts of an import work with.
pub(super) struct Office {
    pub(super) log: Log,
    pub(super) ids: Ids,
    pub(super) now: Timestamp,
    /// Where days begin and end.
    pub(super) territory: TimeZone,
    pub(super) kept: Counted,
    pub(super) refused: Mutex<RefusedFile>,
    /// The records that were told as changed in this run.
    pub(super) changed: Mutex<BTreeSet<(u64, String)>>,
}

/// Why a record that tells otherwise than in an earlier run is refused.
const CHANGED: &str = "cet enregistrement a changé depuis un import précédent : ce qui est dans Trame est gardé, c’est là \
                       qu’il se corrige";

impl Office {
    /// The source tells a record otherwise than last time: told once for the record, whatever it changes.
    fn refuse_changed(&self, origin: &Origin) -> Result<(), Fault> {
        let place = (origin.line, origin.field.clone());
        let new = self
            .changed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(place);
        if new {
            self.refuse(&origin.refused(CHANGED))
        } else {
            Ok(())
        }
    }

    pub(super) fn refuse(&self, why: &Refused) -> Result<(), Fault> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).write(why)
    }

    /// One more reason why the record told last was refused.
    pub(super) fn refuse_more(&self, why: &Refused) -> Result<(), Fault> {
        self.refused
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .write_more(why)
    }

    /// How many were refused, and the file that tells them.
    pub(super) fn finish(&self) -> Result<(u64, Option<PathBuf>), Fault> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).finish()
    }

    /// The stream that holds a name of the source, or a new one.
    pub(super) async fn find<D: Decider>(&self, scope: &'static str, name: &str) -> Result<Held<D>, Fault>
    where
        codec::SealingCodec: Codec<D::Event>,
    {
        Ok(match self.log.reserved(scope, name).await? {
            Some(stream) => self.log.hold(stream).await?,
            None => Held::unborn(Uuid::now_v7()),
        })
    }

    /// Carries wishes about one stream to the log, in order. What the rules refuse is written down and stops nothing.
    pub(super) async fn carry<D, C>(&self, held: &mut Held<D>, errands: Vec<Errand<C>>) -> Result<(), Fault>
    where
        D: Decider<Asked = Asked<C>>,
        D::Refusal: Reason,
        C: Serialize + Send + Sync,
        codec::SealingCodec: Codec<D::Event>,
    {
        let stream = held.stream();
        let (mut meant, mut steps) = (Vec::with_capacity(errands.len()), Vec::with_capacity(errands.len()));
        for errand in errands {
            let mut step = step::<D, C>(stream, errand.command, errand.by, errand.times, errand.wish)?;
            if errand.dated {
                step = saying(step, &[&errand.times.occurred_at.to_string()]);
            }
            if let Some((scope, name)) = errand.reserves {
                step = reserving(step, scope, name);
            }
            meant.push((errand.origin, errand.adds));
            steps.push(step);
        }
        let came = self.log.handle_in_order(held, steps).await?;
        for ((origin, adds), came) in meant.into_iter().zip(came) {
            match came {
                Ok(answer) if answer.repeated => self.kept.skipped.grow(1),
                Ok(answer) => {
                    self.kept.events.grow(u64::from(answer.events));
                    match adds {
                        Adds::Person => self.kept.people.grow(1),
                        Adds::Case => self.kept.cases.grow(1),
                        Adds::Worker => self.kept.workers.grow(1),
                        Adds::Service => self.kept.services.grow(1),
                        Adds::Nothing => {}
                    }
                }
                Err(Rejected::Refused(refusal)) => self.refuse(&origin.refused(sentence(&refusal)))?,
                Err(Rejected::CommandReused) => self.refuse_changed(&origin)?,
                Err(Rejected::Taken { .. } | Rejected::Stale { .. }) => return Err(Fault::Contended),
                Err(Rejected::Fault(fault)) => return Err(fault.into()),
            }
        }
        Ok(())
    }
}
