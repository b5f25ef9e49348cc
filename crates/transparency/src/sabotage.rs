//! Faults that are built in on purpose, so that the proofs can show that they notice them. Only a build with the feature
//! `sabotage` has them, and there one is chosen at run time; everywhere else the question costs nothing.

/// A check that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sabotage {
    /// The root of a checkpoint is not compared with the log.
    RootUnread,
    /// What a witness knows is not compared with the log.
    WitnessUnread,
    /// A log that ends before its newest checkpoint is taken for whole.
    EndUnread,
    /// The signature of a checkpoint is not looked at.
    SignatureUnread,
    /// A proof of consistency need not lead to the old root.
    OldRootUnread,
    /// A proof of inclusion need not lead to the root.
    InclusionUnread,
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

    /// Whether this check is left out.
    #[must_use]
    pub fn is_sabotaged(one: Sabotage) -> bool {
        *CHOSEN.read().unwrap_or_else(PoisonError::into_inner) == Some(one)
    }
}

#[cfg(feature = "sabotage")]
pub use chosen::{is_sabotaged, sabotage};

/// Whether this check is left out: never, in this build.
#[cfg(not(feature = "sabotage"))]
#[must_use]
pub const fn is_sabotaged(_: Sabotage) -> bool {
    false
}
