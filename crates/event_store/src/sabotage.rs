//! Faults that are built in on purpose, so that the proofs can show that they notice them. Only a build with the feature
//! `sabotage` has them, and there one is chosen at run time; everywhere else the question costs nothing.

/// What the log, who follows it, or who reads it is made to do wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sabotage {
    /// Callers are answered before the commit.
    AnsweredBeforeTheCommit,
    /// Callers are answered after the commit, which did not wait for the disk.
    AnsweredBeforeTheFlush,
    /// A writer that was fenced goes on.
    FenceUnread,
    /// What came of a command is not looked up when it is repeated.
    ResultUnread,
    /// The wish of a repeated command is not compared with the first.
    WishUncompared,
    /// What others wrote in between is not noticed by those who follow what this process wrote.
    OthersUnnoticed,
    /// A view says how far it is before its rows are written.
    CursorBeforeRows,
    /// What became known later is not left out of what was known.
    KnownAtUnread,
    /// One kind of event is not read any more.
    KindForgotten,
    /// A clock is believed that is not the database's.
    ClockBelieved,
    /// What was stored last is looked up in two steps, between which it may change.
    LookedUpInTwoSteps,
    /// The lane of a stream is looked for and made in two steps, between which another may be made.
    LaneMadeInTwoSteps,
    /// Who is kept away from a case is tied to it as if she were not.
    ExclusionUnread,
    /// Who reads something of a case reads all of it.
    CompartmentsUnread,
    /// What a reader may not know of is left in the case that is drawn for her.
    HiddenKept,
}

#[cfg(feature = "sabotage")]
mod chosen {
    use super::Sabotage;
    use std::env;
    use std::sync::{LazyLock, PoisonError, RwLock};

    /// The variable that builds a fault into a program of its own, by name.
    const GIVEN: &str = "SABOTAGE_OF_THE_LOG";

    static CHOSEN: LazyLock<RwLock<Option<Sabotage>>> = LazyLock::new(|| RwLock::new(given()));

    fn given() -> Option<Sabotage> {
        let name = env::var(GIVEN).ok()?;
        [
            Sabotage::AnsweredBeforeTheCommit,
            Sabotage::AnsweredBeforeTheFlush,
            Sabotage::FenceUnread,
            Sabotage::ResultUnread,
            Sabotage::WishUncompared,
            Sabotage::OthersUnnoticed,
            Sabotage::CursorBeforeRows,
            Sabotage::KnownAtUnread,
            Sabotage::KindForgotten,
            Sabotage::ClockBelieved,
            Sabotage::LookedUpInTwoSteps,
            Sabotage::LaneMadeInTwoSteps,
            Sabotage::ExclusionUnread,
            Sabotage::CompartmentsUnread,
            Sabotage::HiddenKept,
        ]
        .into_iter()
        .find(|one| format!("{one:?}") == name)
    }

    impl Sabotage {
        /// What builds this fault into a program that is started with it: a variable and its value.
        #[must_use]
        pub fn variable(self) -> (&'static str, String) {
            (GIVEN, format!("{self:?}"))
        }
    }

    /// Builds a fault in, or none.
    pub fn sabotage(one: Option<Sabotage>) {
        *CHOSEN.write().unwrap_or_else(PoisonError::into_inner) = one;
    }

    /// Whether this is done wrong.
    #[must_use]
    pub fn is_sabotaged(one: Sabotage) -> bool {
        *CHOSEN.read().unwrap_or_else(PoisonError::into_inner) == Some(one)
    }
}

#[cfg(feature = "sabotage")]
pub use chosen::{is_sabotaged, sabotage};

/// Whether this is done wrong: never, in this build.
#[cfg(not(feature = "sabotage"))]
#[must_use]
pub const fn is_sabotaged(_: Sabotage) -> bool {
    false
}
