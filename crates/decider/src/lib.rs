//! What a rule is: a state that decides a wish into facts, and moves on with each fact.
//!
//! Pure: no clock, no randomness, no input or output. The same crate runs in the server and in the browser.
//! How facts are stored is not known here.

pub mod spec;

/// A wish, and all that a rule may know about it beside its own state.
#[derive(Clone, Debug)]
pub struct Asked<Command, By, At, InForce> {
    /// Who asks.
    pub by: By,
    /// When the wish reached Trame.
    pub at: At,
    /// When the thing happened, as claimed by who asks.
    pub occurred_at: At,
    /// The dated configuration in force at that instant.
    pub in_force: InForce,
    /// What is asked.
    pub command: Command,
}

/// What one stream cannot know alone, taken in the same transaction as the facts: a name that must be unique.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reservation {
    /// The kind of name, for example `worker.login`.
    pub scope: &'static str,
    /// The name itself; stored only as a blind index, and never printed.
    pub value: String,
}

impl std::fmt::Debug for Reservation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reservation({})", self.scope)
    }
}

/// The answer of a rule that says yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided<Event> {
    /// The new facts, in order. Empty when the wish is already fulfilled.
    pub events: Vec<Event>,
    /// The names these facts take.
    pub reservations: Vec<Reservation>,
}

impl<Event> From<Vec<Event>> for Decided<Event> {
    fn from(events: Vec<Event>) -> Self {
        Self {
            events,
            reservations: Vec::new(),
        }
    }
}

impl<Event> Decided<Event> {
    /// Adds a name to take together with the facts.
    #[must_use]
    pub fn reserving(mut self, scope: &'static str, value: impl Into<String>) -> Self {
        self.reservations.push(Reservation {
            scope,
            value: value.into(),
        });
        self
    }
}

/// What can be kept for ever: the facts of one capability.
pub trait Fact: Clone + Send + Sync + 'static {
    /// The capability, in the singular: the first half of each stored type name.
    const CAPABILITY: &'static str;

    /// The version in which a fact of this name is written today. Older ones are read through upcasters.
    #[must_use]
    fn schema(_name: &str) -> u16 {
        1
    }
}

/// The rules of one capability.
pub trait Decider: Default + Clone + Send + Sync + 'static {
    /// The capability, as its facts are stored.
    const CAPABILITY: &'static str = <Self::Event as Fact>::CAPABILITY;
    /// A wish with its circumstances: an [`Asked`].
    type Asked;
    /// A fact, kept for ever.
    type Event: Fact;
    /// Why a wish is refused.
    type Refusal: Send + Sync + 'static;

    /// Says yes with facts, or no with a reason. Reads nothing but its arguments.
    ///
    /// # Errors
    /// The refusal, when the rules say no.
    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Self::Event>, Self::Refusal>;

    /// The state after one more fact.
    #[must_use]
    fn evolve(self, event: &Self::Event) -> Self;
}

/// The state after all these facts, from `state` on.
pub fn fold<'a, D: Decider>(state: D, events: impl IntoIterator<Item = &'a D::Event>) -> D {
    events.into_iter().fold(state, D::evolve)
}
