//! The laws that hold for every rule, whatever is asked in whatever order, and the random wishes they are tried with.

use super::{asked, asked_ahead, imported};
use crate::configuration::InForce;
use crate::words::{Day, Source, Text};
use crate::{Asked, Decider, fold};
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use std::fmt::Debug;
use uuid::Uuid;

/// Tries a rule with random wishes, and holds it to the laws:
///
/// - what is decided follows from the state and the wish alone;
/// - the facts alone bring back the state;
/// - a wish that can be fulfilled once is not fulfilled a second time (`once` tells which are);
/// - facts that are lost, repeated or out of order never make a rule panic.
pub(crate) fn lawful<D, Command>(commands: impl Strategy<Value = Command>, once: fn(&Command) -> bool)
where
    D: Decider<Asked = Asked<Command>> + Debug + PartialEq,
    D::Event: Debug + PartialEq,
    D::Refusal: Debug + PartialEq,
    Command: Clone + Debug,
{
    lawful_in::<D, Command>(&InForce::default(), commands, once);
}

/// The same for a rule that asks what is in force.
pub(crate) fn lawful_in<D, Command>(
    in_force: &InForce,
    commands: impl Strategy<Value = Command>,
    once: fn(&Command) -> bool,
) where
    D: Decider<Asked = Asked<Command>> + Debug + PartialEq,
    D::Event: Debug + PartialEq,
    D::Refusal: Debug + PartialEq,
    Command: Clone + Debug,
{
    let wishes = (commands, 0..8_u8).prop_map(|(command, circumstance)| {
        let asked = match circumstance {
            0 => asked_ahead(command),
            1 | 2 => imported(command),
            3.. => asked(command),
        };
        Asked {
            in_force: in_force.clone(),
            ..asked
        }
    });
    let wishes = proptest::collection::vec(wishes, 0..32);
    let order = proptest::collection::vec(any::<Index>(), 0..32);
    let config = Config {
        cases: 256,
        failure_persistence: None,
        ..Config::default()
    };
    let tried = TestRunner::new(config).run(&(wishes, order), |(wishes, order)| {
        let facts = live::<D, Command>(&wishes, once);
        let disordered: Vec<&D::Event> = match facts.as_slice() {
            [] => Vec::new(),
            [_, ..] => order.iter().map(|index| index.get(&facts)).collect(),
        };
        let state: D = fold(D::default(), disordered);
        for wish in &wishes {
            assert_eq!(state.decide(wish), state.clone().decide(wish));
        }
        Ok(())
    });
    if let Err(broken) = tried {
        panic!("{broken}");
    }
}

fn live<D, Command>(wishes: &[Asked<Command>], once: fn(&Command) -> bool) -> Vec<D::Event>
where
    D: Decider<Asked = Asked<Command>> + Debug + PartialEq,
    D::Event: Debug + PartialEq,
    D::Refusal: Debug + PartialEq,
    Command: Clone + Debug,
{
    let mut state = D::default();
    let mut facts = Vec::new();
    for wish in wishes {
        let decided = state.decide(wish);
        assert_eq!(decided, state.decide(wish), "the same state and wish, another answer");
        let Ok(decided) = decided else { continue };
        state = fold(state, &decided.events);
        facts.extend(decided.events);
        if wish.by.source == Source::Entered && once(&wish.command) {
            let again = state.decide(wish);
            assert!(
                again.as_ref().map_or(true, |again| again.events.is_empty()),
                "a second effect of {:?}",
                wish.command
            );
        }
    }
    assert_eq!(
        fold(D::default(), &facts),
        state,
        "the facts alone bring back the state"
    );
    facts
}

/// One of three ids, so that wishes often meet.
pub(crate) fn few<Id: From<Uuid> + Debug>() -> impl Strategy<Value = Id> + Clone {
    (1..=3_u128).prop_map(|number| Id::from(Uuid::from_u128(number)))
}

/// A day around the morning of the specs.
pub(crate) fn days() -> impl Strategy<Value = Day> + Clone {
    (1..=12_i8, 1..=28_i8).prop_map(|(month, day)| super::day(month, day))
}

/// One of these.
pub(crate) fn one_of<T: Clone + Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> + Clone {
    select(all)
}

/// Some words.
pub(crate) fn texts() -> impl Strategy<Value = Text> + Clone {
    Just(super::text("quelques mots"))
}

/// Given or not.
pub(crate) fn maybe<T: Clone + Debug>(
    strategy: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Option<T>> + Clone {
    proptest::option::of(strategy)
}
