//! Follows the log with every view: one process at a time writes a view, the others stand by and watch its cursor.
//!
//! A view that fails is parked before the event it fails on and tried again later and later; the others go on, and what
//! they have reached is not held up by it.

mod following;

use crate::pages::Pages;
use crate::{Fault, Log, VIEWS, View};
use following::Following;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};

/// Where each view stands in this process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The view.
    pub name: &'static str,
    /// How far it has come.
    pub position: u64,
    /// Whether it failed and waits to be tried again.
    pub parked: bool,
    /// The event that it cannot apply, or that it has not applied for long: nobody waits for it to come further.
    pub stuck_before: Option<u64>,
}

impl Standing {
    /// Whether nothing more is to be expected of it before this position.
    fn is_settled(&self, position: u64) -> bool {
        self.stuck_before.is_some() || self.position >= position
    }
}

/// The views of this process, following.
pub struct Follower {
    board: Arc<Board>,
    reached: watch::Receiver<u64>,
    stop: watch::Sender<bool>,
    tasks: tokio::sync::Mutex<Vec<JoinHandle<()>>>,
}

/// What the views tell of themselves.
struct Board {
    standings: watch::Sender<Vec<Standing>>,
    reached: watch::Sender<u64>,
}

impl Follower {
    /// Starts to follow with every view; [`crate::prepare`] comes first.
    #[must_use]
    pub fn start(log: &Log) -> Self {
        Self::start_these(log, &VIEWS)
    }

    /// The same for views given.
    #[must_use]
    pub fn start_these(log: &Log, views: &[&'static dyn View]) -> Self {
        let (reached, follow_reached) = watch::channel(0);
        let (stop, stopping) = watch::channel(false);
        let standing = |view: &&'static dyn View| Standing {
            name: view.name(),
            position: 0,
            parked: false,
            stuck_before: None,
        };
        let (standings, _) = watch::channel(views.iter().map(standing).collect());
        let board = Arc::new(Board { standings, reached });
        let pages = Arc::new(Pages::new(log.clone()));
        let follow = |(place, view): (usize, &&'static dyn View)| {
            let following = Following {
                view: *view,
                place,
                pages: Arc::clone(&pages),
                board: Arc::clone(&board),
                newest: log.subscribe(),
                stop: stopping.clone(),
            };
            tokio::spawn(following.run())
        };
        let tasks = views.iter().enumerate().map(follow).collect();
        Self {
            board,
            reached: follow_reached,
            stop,
            tasks: tokio::sync::Mutex::new(tasks),
        }
    }

    /// The position that all views have reached but those that are stuck. It changes with each step of the last of them.
    #[must_use]
    pub fn reached(&self) -> watch::Receiver<u64> {
        self.reached.clone()
    }

    /// Waits until all views have reached a position, those that are stuck aside; false when they have not within that
    /// time.
    pub async fn wait_for(&self, position: u64, within: Duration) -> bool {
        let mut reached = self.reached();
        let waited = tokio::time::timeout(within, reached.wait_for(|reached| *reached >= position)).await;
        matches!(waited, Ok(Ok(_)))
    }

    /// Where each view stands.
    #[must_use]
    pub fn standings(&self) -> Vec<Standing> {
        self.board.standings.borrow().clone()
    }

    /// Waits until every view has reached a position or is stuck, as long as one of them moves within a time, and says
    /// which have not reached it.
    pub async fn settle(&self, position: u64, patience: Duration) -> Vec<Standing> {
        let mut standings = self.board.standings.subscribe();
        let (mut furthest, mut until) = (0, Instant::now() + patience);
        loop {
            let all = standings.borrow_and_update().clone();
            let steps = all.iter().map(|view| view.position).fold(0, u64::saturating_add);
            if steps > furthest {
                (furthest, until) = (steps, Instant::now() + patience);
            }
            let settled = all.iter().all(|view| view.is_settled(position));
            if settled || !matches!(timeout_at(until, standings.changed()).await, Ok(Ok(()))) {
                return all.into_iter().filter(|view| view.position < position).collect();
            }
        }
    }

    /// Whether one of these views is stuck before an event: what it answers is not what the log says.
    #[must_use]
    pub fn any_stuck(&self, views: &[&'static dyn View]) -> bool {
        let stuck = |standing: &Standing| {
            standing.stuck_before.is_some() && views.iter().any(|view| view.name() == standing.name)
        };
        self.board.standings.borrow().iter().any(stuck)
    }

    /// Lets each view finish the batch it is at, and waits for that.
    pub async fn stop(&self) {
        self.stop.send_replace(true);
        for task in self.tasks.lock().await.drain(..) {
            if let Err(error) = task.await {
                tracing::error!(%error, "a view ended badly");
            }
        }
    }
}

impl Board {
    /// A view has come so far and goes on.
    fn stands(&self, place: usize, position: u64) {
        self.note(place, |standing| {
            standing.position = position;
            standing.parked = false;
            // One that comes back to where it was stuck is not free yet.
            standing.stuck_before = standing.stuck_before.filter(|event| *event > position);
        });
    }

    /// A view failed; on an event, when the event is to blame.
    fn parked(&self, place: usize, on: Option<u64>) {
        self.note(place, |standing| {
            standing.parked = true;
            standing.stuck_before = on.or(standing.stuck_before);
            // What stands before the event was applied.
            standing.position = on.map_or(standing.position, |event| {
                event.saturating_sub(1).max(standing.position)
            });
        });
    }

    /// A view that another process writes has not moved for long.
    fn stands_still(&self, place: usize) {
        self.note(place, |standing| {
            standing.stuck_before = standing.position.checked_add(1)
        });
    }

    fn note(&self, place: usize, change: impl FnOnce(&mut Standing)) {
        self.standings.send_if_modified(|standings| {
            let Some(standing) = standings.get_mut(place) else {
                return false;
            };
            let before = standing.clone();
            change(standing);
            let changed = *standing != before;
            let reached = reached(standings);
            self.reached.send_if_modified(|before| {
                let further = reached > *before;
                *before = reached.max(*before);
                further
            });
            changed
        });
    }
}

/// The least of those that go on; of all when none does, since then nobody can see more.
fn reached(standings: &[Standing]) -> u64 {
    let going_on = standings.iter().filter(|view| view.stuck_before.is_none());
    let least = going_on.map(|view| view.position).min();
    least
        .or_else(|| standings.iter().map(|view| view.position).min())
        .unwrap_or(0)
}

/// Growing patience: each delay doubles, up to a longest.
struct Patience {
    next: Duration,
    longest: Duration,
}

impl Patience {
    const FIRST: Duration = Duration::from_millis(250);

    fn new() -> Self {
        Self {
            next: Self::FIRST,
            longest: Duration::from_secs(60),
        }
    }

    fn renew(&mut self) {
        self.next = Self::FIRST;
    }

    /// How long to wait this time: an event that cannot be applied may wait long, a lost connection not.
    fn wait(&mut self, fault: &Fault) -> Duration {
        let longest = if matches!(fault, Fault::Poison { .. }) {
            self.longest
        } else {
            Duration::from_secs(2)
        };
        let now = self.next.min(longest);
        self.next = self.next.saturating_mul(2).min(self.longest);
        now
    }
}
