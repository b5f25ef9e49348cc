//! A task of the server beside the requests, until it is told to stop.

use std::future::Future;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// One that runs.
pub(super) struct Task {
    /// What it does, as the record of the server says it.
    what: &'static str,
    stop: watch::Sender<bool>,
    running: JoinHandle<()>,
}

impl Task {
    /// Starts it; what it is given tells it when to stop. Needs a tokio runtime.
    pub(super) fn start<Running>(what: &'static str, run: impl FnOnce(watch::Receiver<bool>) -> Running) -> Self
    where
        Running: Future<Output = ()> + Send + 'static,
    {
        let (stop, stopping) = watch::channel(false);
        let running = tokio::spawn(run(stopping));
        Self { what, stop, running }
    }

    /// Tells it to stop, and waits until it did.
    pub(super) async fn stop(self) {
        self.stop.send_replace(true);
        if let Err(error) = self.running.await {
            tracing::error!(%error, what = self.what, "a task of the server ended badly");
        }
    }
}
