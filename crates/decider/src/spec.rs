//! Given these facts, when this is asked, then these facts or this refusal: the grammar of every rule's tests.

use crate::{Decider, fold};
use std::fmt::Debug;

/// The state reached by the facts that are given.
#[derive(Clone, Debug)]
pub struct Given<D>(D);

/// What came of asking.
#[derive(Debug)]
pub struct Outcome<D: Decider>(Result<Vec<D::Event>, D::Refusal>);

/// Starts a specification from the facts so far.
pub fn given<D: Decider>(events: impl IntoIterator<Item = D::Event>) -> Given<D> {
    let events: Vec<_> = events.into_iter().collect();
    Given(fold(D::default(), &events))
}

impl<D: Decider> Given<D> {
    /// Asks.
    pub fn when(self, asked: D::Asked) -> Outcome<D> {
        Outcome(self.0.decide(&asked).map(|decided| decided.events))
    }

    /// The state itself, for the laws that speak of it.
    pub fn state(self) -> D {
        self.0
    }
}

impl<D: Decider> Outcome<D>
where
    D::Event: Debug + PartialEq,
    D::Refusal: Debug + PartialEq,
{
    /// The facts that must come of it.
    ///
    /// # Panics
    /// When they differ: it is a test.
    #[track_caller]
    pub fn then(self, expected: impl IntoIterator<Item = D::Event>) {
        assert_eq!(self.0, Ok(expected.into_iter().collect()));
    }

    /// The refusal that must come of it.
    ///
    /// # Panics
    /// When it differs: it is a test.
    #[track_caller]
    pub fn refused(self, expected: D::Refusal) {
        assert_eq!(self.0, Err(expected));
    }
}
