//! The capabilities that the simulated worlds live by: the real rules, behind the same few questions.

use aws_lc_rs::digest;
use codec::{Upcasters, read, write};
use decider::{Decider, Fact, Reservation, fold};
use domain::configuration::{InForce, in_force_at_first};
use domain::words::{Author, Day, Source, WorkerId};
use domain::{
    Asked, Reason, consent, contact, deadline, erasure, exceptional_access, exclusion, household, person, plan,
    sharing, support_case, team_meeting,
};
use event_store::{Answer, Codec, CodecFault, Encoded, EventStore, Order, Place, Rejected, Secrets, Stored};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::LazyLock;
use uuid::Uuid;

/// Who asks, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Circumstances {
    pub(crate) by: WorkerId,
    pub(crate) at: Timestamp,
    pub(crate) occurred_at: Timestamp,
}

impl Circumstances {
    fn asked<Command>(self, capability: &str, command: &Command) -> Asked<Command>
    where
        Command: Clone,
    {
        // A whole session would seldom come about by chance, and what matters here is that two meetings want the same
        // decision: meetings are told as earlier records tell them, which may leave out steps.
        let source = if capability == team_meeting::TeamMeeting::CAPABILITY {
            Source::Imported
        } else {
            Source::Entered
        };
        Asked {
            by: Author {
                worker: self.by,
                source,
            },
            at: self.at,
            occurred_at: self.occurred_at,
            in_force: in_force(),
            command: command.clone(),
        }
    }
}

/// What rules may read: made once, since the worlds ask it at each step.
fn in_force() -> InForce {
    static IN_FORCE: LazyLock<InForce> = LazyLock::new(|| InForce {
        exceptional_hours: Some(4),
        ..in_force_at_first(Day(jiff::civil::date(2026, 11, 19)))
    });
    IN_FORCE.clone()
}

/// Why something is not decided or not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum No {
    /// The rule says no.
    Refused(&'static str),
    /// The stream is another capability's, or cannot be read.
    Unreadable,
}

/// What a rule decided.
pub(crate) struct Decision {
    pub(crate) facts: Facts,
    pub(crate) reservations: Vec<Reservation>,
}

macro_rules! capabilities {
    ($($name:ident($module:ident)),+ $(,)?) => {
        /// What is asked.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) enum Wish {
            $($name($module::Command)),+
        }

        /// The state of a stream.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) enum State {
            $($name($module::$name)),+
        }

        /// Facts of one capability.
        pub(crate) enum Facts {
            $($name(Vec<$module::Event>)),+
        }

        impl Wish {
            /// Whose business it is.
            pub(crate) fn capability(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => <$module::Event as Fact>::CAPABILITY),+
                }
            }

            /// The state before the first fact.
            pub(crate) fn unborn(&self) -> State {
                match self {
                    $(Self::$name(_) => State::$name($module::$name::default())),+
                }
            }

            /// Asks the real log.
            pub(crate) async fn ask(
                &self,
                log: &EventStore<Bytes>,
                stream: Uuid,
                seen: Option<u64>,
                order: Order,
                circumstances: Circumstances,
            ) -> Result<Answer, Rejected<&'static str>> {
                match self {
                    $(Self::$name(command) => {
                        let asked = circumstances.asked(self.capability(), command);
                        let answered = match seen {
                            Some(seen) => log.handle_seen::<$module::$name>(stream, seen, order, asked).await,
                            None => log.handle::<$module::$name>(stream, order, asked).await,
                        };
                        answered.map_err(|rejected| match rejected {
                            Rejected::Refused(refusal) => Rejected::Refused(refusal.code()),
                            Rejected::CommandReused => Rejected::CommandReused,
                            Rejected::Taken { scope } => Rejected::Taken { scope },
                            Rejected::Stale { version } => Rejected::Stale { version },
                            Rejected::Fault(fault) => Rejected::Fault(fault),
                        })
                    })+
                }
            }
        }

        impl State {
            /// Asks the rule.
            pub(crate) fn decide(&self, wish: &Wish, circumstances: Circumstances) -> Result<Decision, No> {
                match (self, wish) {
                    $((Self::$name(state), Wish::$name(command)) => {
                        let decided = state.decide(&circumstances.asked(wish.capability(), command));
                        let decided = decided.map_err(|refusal| No::Refused(refusal.code()))?;
                        Ok(Decision {
                            facts: Facts::$name(decided.events),
                            reservations: decided.reservations,
                        })
                    })+
                    _ => Err(No::Unreadable),
                }
            }

            /// The state after some facts.
            pub(crate) fn after(self, facts: &Facts) -> Self {
                match (self, facts) {
                    $((Self::$name(state), Facts::$name(facts)) => Self::$name(fold(state, facts)),)+
                    (state, _) => state,
                }
            }

            /// The state after some stored facts.
            pub(crate) fn reading<'a>(self, stored: impl IntoIterator<Item = &'a Stored>) -> Result<Self, No> {
                let none = Upcasters::none();
                match self {
                    $(Self::$name(mut state) => {
                        for one in stored {
                            let event: $module::Event = read(&none, one).map_err(|_fault| No::Unreadable)?;
                            state = state.evolve(&event);
                        }
                        Ok(Self::$name(state))
                    })+
                }
            }

            /// The state before the first fact of such a stored one.
            pub(crate) fn unborn(stored: &Stored) -> Option<Self> {
                let capability = stored.capability();
                $(if capability == <$module::Event as Fact>::CAPABILITY {
                    return Some(Self::$name($module::$name::default()));
                })+
                None
            }
        }

        impl Facts {
            /// Their bytes, under these ids.
            pub(crate) fn written(&self, stream: Uuid, mut id: impl FnMut() -> Uuid) -> Result<Vec<(Uuid, Encoded)>, No> {
                match self {
                    $(Self::$name(events) => events.iter().map(|event| {
                        let place = Place {
                            event: id(),
                            stream,
                            capability: <$module::Event as Fact>::CAPABILITY,
                        };
                        Ok((place.event, write(place, event).map_err(|_fault| No::Unreadable)?))
                    }).collect()),+
                }
            }

            /// How many.
            pub(crate) fn count(&self) -> u64 {
                let count = match self {
                    $(Self::$name(events) => events.len()),+
                };
                u64::try_from(count).unwrap_or(u64::MAX)
            }
        }
    };
}

capabilities! {
    SupportCase(support_case),
    Plan(plan),
    Contact(contact),
    TeamMeeting(team_meeting),
    Deadline(deadline),
    Person(person),
    Household(household),
    Erasure(erasure),
    Consent(consent),
    Sharing(sharing),
    Exclusion(exclusion),
    ExceptionalAccess(exceptional_access),
}

/// Events in the bytes of the product, whose personal values were sealed by nobody in particular: no keys.
#[derive(Clone, Copy)]
pub(crate) struct Bytes;

impl<E: Fact + Serialize + DeserializeOwned> Codec<E> for Bytes {
    async fn encode(&self, place: Place, event: &E) -> Result<Encoded, CodecFault> {
        write(place, event)
    }

    fn decode(&self, stored: &Stored) -> Result<E, CodecFault> {
        read(&Upcasters::none(), stored)
    }
}

impl Secrets for Bytes {
    fn digest(&self, body: &[u8]) -> [u8; 32] {
        let mut digest = [0; 32];
        digest.copy_from_slice(digest::digest(&digest::SHA256, body).as_ref());
        digest
    }

    fn blind(&self, scope: &str, value: &str) -> Vec<u8> {
        self.digest(format!("{scope} {value}").as_bytes()).to_vec()
    }
}
