//! The provider as it describes itself, with its keys: kept some minutes, so that those who only leave for it, whom nobody
//! knows yet, keep nobody busy.

use openidconnect::core::CoreProviderMetadata;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long it is believed to be as it was. A key that is not in it is asked for at once.
const KEPT: Duration = Duration::from_secs(5 * 60);

#[derive(Default)]
pub(super) struct Described(Mutex<Option<(Instant, CoreProviderMetadata)>>);

impl Described {
    /// As it described itself lately.
    pub(super) fn lately(&self) -> Option<CoreProviderMetadata> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, described) = kept.as_ref().filter(|(at, _)| at.elapsed() < KEPT)?;
        Some(described.clone())
    }

    pub(super) fn keep(&self, described: &CoreProviderMetadata) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some((Instant::now(), described.clone()));
    }
}
