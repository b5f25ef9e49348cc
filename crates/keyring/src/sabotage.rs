//! Faults that are built in on purpose, so that the proofs can show that they notice them. Only a build with the feature
//! `sabotage` has them, and there one is chosen at run time; everywhere else the question costs nothing.

/// Something that is left undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sabotage {
    /// The key of a subject that is to be forgotten stays.
    KeyKept,
    /// The key of an epoch that is to be destroyed stays in the folder.
    EpochKept,
    /// Whether keys were destroyed meanwhile is asked before the cache is locked, not while it is.
    GenerationReadTooEarly,
}

#[cfg(feature = "sabotage")]
mod chosen {
    use super::Sabotage;
    use std::sync::{PoisonError, RwLock};

    static CHOSEN: RwLock<Option<Sabotage>> = RwLock::new(None);

    /// Builds a fault in, or none.
    pub fn sabotage(one: Option<Sabotage>) {
        *CHOSEN.write().unwrap_or_else(PoisonError::into_inner) = one;
    }

    /// Whether this is left undone.
    #[must_use]
    pub(crate) fn is_sabotaged(one: Sabotage) -> bool {
        *CHOSEN.read().unwrap_or_else(PoisonError::into_inner) == Some(one)
    }
}

#[cfg(feature = "sabotage")]
pub(crate) use chosen::is_sabotaged;
#[cfg(feature = "sabotage")]
pub use chosen::sabotage;

/// Whether this is left undone: never, in this build.
#[cfg(not(feature = "sabotage"))]
#[must_use]
pub(crate) const fn is_sabotaged(_: Sabotage) -> bool {
    false
}
