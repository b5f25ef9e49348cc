//! Follows the log with every view: one process at a time writes a view, the others stand by and watch its cursor.
//!
//! A view that fails is parked before the event it fails on and tried again later and later; the others go on.

mod following;

use crate::pages::Pages;
use crate::{Fault, Log, VIEWS, View};
use following::Following;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Where each view stands in this process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The view.
    pub name: &'static str,
    /// How far it has come.
    pub position: u64,
    /// Whether it failed and waits to be tried again.
    pub parked: bool,
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
    standings: Mutex<Vec<Standing>>,
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
        };
        let standings = Mutex::new(views.iter().map(standing).collect());
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

    /// The position that all views have reached. It changes with each step of the last of them.
    #[must_use]
    pub fn reached(&self) -> watch::Receiver<u64> {
        self.reached.clone()
    }

    /// Waits until all views have reached a position; false when they have not within that time.
    pub async fn wait_for(&self, position: u64, within: Duration) -> bool {
        let mut reached = self.reached();
        let waited = tokio::time::timeout(within, reached.wait_for(|reached| *reached >= position)).await;
        matches!(waited, Ok(Ok(_)))
    }

    /// Where each view stands.
    #[must_use]
    pub fn standings(&self) -> Vec<Standing> {
        self.board
            .standings
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
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
        });
    }

    /// A view failed.
    fn parked(&self, place: usize) {
        self.note(place, |standing| standing.parked = true);
    }

    fn note(&self, place: usize, change: impl FnOnce(&mut Standing)) {
        let mut standings = self.standings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(standing) = standings.get_mut(place) {
            change(standing);
        }
        let all = standings.iter().map(|standing| standing.position).min().unwrap_or(0);
        self.reached.send_if_modified(|reached| {
            let further = all > *reached;
            if further {
                *reached = all;
            }
            further
        });
    }
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
