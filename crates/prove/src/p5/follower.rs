//! Who follows the log in a server: a listener that holds its place in memory, and the view, whose place stands in the
//! database beside its rows.

use super::faults::Fault;
use super::server::Server;
use super::world::{SECOND, World};
use event_store::{Sabotage, Stored, is_sabotaged};
use rand::RngExt;

/// How many events are read at once at most.
const PAGE: u32 = 7;

/// A place in the log.
#[derive(Clone, Copy, Debug)]
pub(super) struct Follower {
    here: u64,
}

impl Follower {
    pub(super) fn at(here: u64) -> Self {
        Self { here }
    }
}

impl World {
    /// The followers of a server go on as far as it knows that there is more.
    pub(super) fn follow(&mut self, site: usize) {
        let mut here = self.sites[site].follower.here;
        for event in self.read(site, here) {
            self.witness.given(here, event.position);
            here = event.position;
        }
        self.sites[site].follower.here = here;
        let leads = *self.leader.get_or_insert(site) == site;
        if leads {
            self.write_the_view(site);
        }
    }

    /// What a server reads after a position, up to what it was told of.
    fn read(&mut self, site: usize, after: u64) -> Vec<Stored> {
        let (mut read, mut here) = (Vec::new(), after);
        let there = &self.sites[site];
        let limit = self.random.random_range(1..=PAGE);
        while here < there.newest {
            let kept = there
                .server
                .as_ref()
                .and_then(|server: &Server| server.recent.after(here, limit));
            let page = kept.unwrap_or_else(|| self.database.page(here, usize::try_from(limit).unwrap_or(1)));
            let Some(last) = page.last() else { break };
            here = last.position;
            read.extend(page);
        }
        read
    }

    fn write_the_view(&mut self, site: usize) {
        let cursor = self.database.view.cursor;
        let page = self.read(site, cursor);
        if page.is_empty() {
            return;
        }
        let mut before = cursor;
        for event in &page {
            self.witness.given(before, event.position);
            before = event.position;
        }
        let too_early = is_sabotaged(Sabotage::CursorBeforeRows);
        if too_early {
            self.database.view.cursor = before;
        }
        if self.chance(40, Fault::ViewDiesBefore) {
            return self.dies(site, 60 * SECOND);
        }
        let applied = self.database.view.apply(&page);
        self.witness
            .finds(applied.is_ok(), || "an event cannot be read".to_owned());
        self.note(self.database.view.cursor);
        if self.chance(40, Fault::ViewDiesAfter) {
            self.dies(site, 60 * SECOND);
        }
    }
}
