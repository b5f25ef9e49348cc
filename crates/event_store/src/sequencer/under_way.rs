//! The commands that this process has offered to its writer and that have not come to their end.

use crate::sync::{Arc, Mutex, PoisonError};
use std::collections::HashSet;
use uuid::Uuid;

/// All of them, shared.
#[derive(Clone, Default)]
pub(crate) struct UnderWay(Arc<Mutex<HashSet<Uuid>>>);

/// One of them, until it is dropped.
pub(crate) struct OnItsWay {
    all: UnderWay,
    command: Uuid,
}

impl UnderWay {
    /// Counts a command among them.
    pub(crate) fn with(&self, command: Uuid) -> OnItsWay {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(command);
        OnItsWay {
            all: self.clone(),
            command,
        }
    }

    pub(crate) fn holds(&self, command: Uuid) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(&command)
    }
}

impl Drop for OnItsWay {
    fn drop(&mut self) {
        let mut all = self.all.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(&self.command);
    }
}
