//! Pages of the log, read and decoded once for all views of this process.

use crate::{Fact, Fault, Log};
use event_store::{Decoded, Stored};
use std::collections::VecDeque;
use std::sync::Arc;
use tokio::sync::Mutex;

/// How many events travel together: at most this many in one transaction of a view.
pub(crate) const PAGE: u32 = 500;
/// How many are applied in one transaction of a view that is built: nobody waits for its rows.
const BUILT_TOGETHER: usize = 4_000;
/// How many pages are kept for the views that are a little behind.
const KEPT: usize = 8;

/// Some facts that follow each other.
pub(crate) struct Page {
    pub(crate) after: u64,
    pub(crate) facts: Vec<Fact>,
    /// Why the page ends early, when the next event cannot be read.
    pub(crate) broken: Option<Fault>,
}

impl Page {
    /// The facts after a position.
    pub(crate) async fn read(log: &Log, after: u64) -> Result<Self, Fault> {
        let stored = log.page(after, PAGE).await?;
        let mut facts = Vec::with_capacity(stored.len());
        for one in &stored {
            match read(log, one) {
                Ok(fact) => facts.push(fact),
                Err(fault) => {
                    let broken = Some(fault);
                    return Ok(Self { after, facts, broken });
                }
            }
        }
        Ok(Self {
            after,
            facts,
            broken: None,
        })
    }

    /// The position of its last fact.
    pub(crate) fn last(&self) -> u64 {
        self.facts.last().map_or(self.after, Fact::position)
    }
}

fn read(log: &Log, stored: &Stored) -> Result<Fact, Fault> {
    Fact::read(log, stored).map_err(|fault| Fault::Poison {
        position: stored.position,
        cause: Arc::new(fault),
    })
}

/// The log from a position on, in large pages, for views that are built.
pub(crate) struct LargePages {
    decoded: Decoded<Result<Fact, Fault>>,
    after: u64,
}

impl LargePages {
    /// From a position on, up to where the log stands now.
    pub(crate) async fn after(log: &Log, after: u64) -> Result<Self, Fault> {
        let reading = log.clone();
        let decoded = log.replay_decoded(after, move |stored| read(&reading, stored)).await?;
        Ok(Self { decoded, after })
    }

    /// The next page; an empty one at the end. Nothing comes behind one that is broken.
    pub(crate) async fn next(&mut self) -> Result<Page, Fault> {
        let mut page = Page {
            after: self.after,
            facts: Vec::with_capacity(BUILT_TOGETHER),
            broken: None,
        };
        while page.facts.len() < BUILT_TOGETHER
            && page.broken.is_none()
            && let Some(part) = self.decoded.next().await?
        {
            for fact in part {
                match fact {
                    Ok(fact) => page.facts.push(fact),
                    Err(fault) => {
                        page.broken = Some(fault);
                        break;
                    }
                }
            }
        }
        self.after = page.last();
        Ok(page)
    }
}

/// The log as the views of this process read it.
pub(crate) struct Pages {
    log: Log,
    recent: Mutex<VecDeque<Arc<Page>>>,
}

impl Pages {
    pub(crate) fn new(log: Log) -> Self {
        Self {
            log,
            recent: Mutex::new(VecDeque::with_capacity(KEPT)),
        }
    }

    pub(crate) fn log(&self) -> &Log {
        &self.log
    }

    /// A page that holds the facts after a position. Whoever asks second waits for the first and gets the same.
    pub(crate) async fn after(&self, position: u64) -> Result<Arc<Page>, Fault> {
        let mut recent = self.recent.lock().await;
        if let Some(page) = recent
            .iter()
            .find(|page| page.after <= position && position < page.last())
        {
            return Ok(Arc::clone(page));
        }
        let page = Arc::new(Page::read(&self.log, position).await?);
        if page.broken.is_none() && !page.facts.is_empty() {
            if recent.len() == KEPT {
                recent.pop_front();
            }
            recent.push_back(Arc::clone(&page));
        }
        Ok(page)
    }
}
