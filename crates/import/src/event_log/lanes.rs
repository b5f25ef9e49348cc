//! The third reading: rows go to a few lanes by their case, so that the acts of one case keep their order while many
//! cases are on their way to the log at once. Everything that waits is bounded.

use super::Reading;
use super::case::{Opening, Piece, Work};
use super::directory::Directory;
use super::survey::{Key, OFTEN, Survey, name_of};
use crate::Fault;
use crate::asking::half;
use crate::reading::Probed;
use domain::support_case::SupportCase;
use event_store::Held;
use futures::future::try_join_all;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

/// How many lanes there are.
const LANES: usize = 8;
/// How many rows a lane takes at once, and how many more may wait before it.
const TOGETHER: usize = 128;

/// What was added so far.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) cases: AtomicU64,
    pub(super) acts: AtomicU64,
    pub(super) events: AtomicU64,
    pub(super) skipped: AtomicU64,
}

/// Where pieces go, by the key of their case.
pub(super) struct Senders(Vec<mpsc::Sender<Piece>>);

impl Senders {
    fn send(&self, piece: Piece) -> Result<(), Fault> {
        let lane = usize::from(piece.key[0]) % self.0.len().max(1);
        let sent = self
            .0
            .get(lane)
            .is_some_and(|sender| sender.blocking_send(piece).is_ok());
        if sent {
            Ok(())
        } else {
            Err(Fault::Interrupted("écriture"))
        }
    }
}

/// Opens the lanes.
pub(super) fn open(work: Work) -> (Senders, JoinSet<Result<(), Fault>>) {
    let work = Arc::new(work);
    let (mut senders, mut lanes) = (Vec::with_capacity(LANES), JoinSet::new());
    for _ in 0..LANES {
        let (sender, pieces) = mpsc::channel(TOGETHER);
        senders.push(sender);
        lanes.spawn(lane(Arc::clone(&work), pieces));
    }
    (Senders(senders), lanes)
}

/// Waits until the lanes are empty; the first failure ends them all.
pub(super) async fn finish(mut lanes: JoinSet<Result<(), Fault>>) -> Result<(), Fault> {
    while let Some(ended) = lanes.join_next().await {
        match ended {
            Ok(ended) => ended?,
            Err(_) => return Err(Fault::Interrupted("écriture")),
        }
    }
    Ok(())
}

async fn lane(work: Arc<Work>, mut pieces: mpsc::Receiver<Piece>) -> Result<(), Fault> {
    // Cases of which more rows will come.
    let mut going: HashMap<Key, Held<SupportCase>> = HashMap::new();
    loop {
        let mut taken = Vec::with_capacity(TOGETHER);
        if pieces.recv_many(&mut taken, TOGETHER).await == 0 {
            return Ok(());
        }
        let mut cases: BTreeMap<Key, Vec<Piece>> = BTreeMap::new();
        for piece in taken {
            cases.entry(piece.key).or_default().push(piece);
        }
        let begun = work.begin(&cases, &mut going).await?;
        let worked = cases
            .into_iter()
            .zip(begun)
            .map(|((key, pieces), held)| work.keep(key, held, pieces));
        for (key, held) in try_join_all(worked).await?.into_iter().flatten() {
            going.insert(key, held);
        }
    }
}

impl Reading {
    /// Sends every row that is kept to its lane.
    pub(super) fn feed(
        &self,
        probed: &Probed,
        mut survey: Survey,
        directory: &Directory,
        senders: &Senders,
        kept: &Kept,
    ) -> Result<(), Fault> {
        let mut rows = self.rows(probed)?;
        let mut cases = std::mem::take(&mut survey.cases);
        let mut read = 0_u64;
        while let Some(row) = rows.next()? {
            read = read.saturating_add(1);
            if read.is_multiple_of(OFTEN) {
                self.tell(probed, kept.acts.load(Ordering::Relaxed));
            }
            let Some(case) = row.case else { continue };
            let key = half(self.ids.key("case", &[&case]));
            // A case whose rows were all refused has no entry.
            let Some(entry) = cases.get_mut(&key) else { continue };
            let ordinal = entry.ordinal;
            entry.ordinal = ordinal.saturating_add(u32::from(!row.case_only));
            if row.refused.is_some() {
                continue;
            }
            entry.met = entry.met.saturating_add(1);
            let told = survey.told(entry);
            let name = row.act.as_ref().and_then(|act| name_of(&self.ids, &case, act));
            let repeat = name.map_or(0, |name| survey.repeats.ordinal(name));
            let (first, last) = (entry.met == 1, entry.met == entry.rows);
            let worker = row.act.as_ref().and_then(|act| act.worker.as_deref());
            senders.send(Piece {
                key,
                line: row.line,
                ordinal,
                repeat,
                worker: directory.worker(worker.and_then(|name| survey.workers.place(name))),
                case,
                act: row.act,
                opening: first.then(|| Opening {
                    at: told.opened,
                    deadline: told.deadline,
                    referent: directory.worker(told.referent),
                    service: directory.service(told.service),
                }),
                closing: if last { told.closed } else { None },
                last,
            })?;
        }
        if cases.values().any(|entry| entry.met != entry.rows) {
            return Err(Fault::Changed);
        }
        self.tell(probed, kept.acts.load(Ordering::Relaxed));
        Ok(())
    }
}
