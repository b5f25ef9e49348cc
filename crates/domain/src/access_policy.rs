//! Who may see what, as data: a table of lines, proposed by one person, adopted by another, in force from a day.
//!
//! A line says what those of some roles, tied to a case in some way, may do in each compartment for a purpose. What no
//! line gives is refused. This room keeps the tables and what a table may never say; `access` asks them.

mod table;

pub use table::{Gap, Line, Purpose, Relation, Right, Table};

use crate::words::{Day, ProposalId, WorkerId};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The one stream of a territory's policy.
pub const STREAM: Uuid = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0000_0003);

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Puts the first table of a territory in force: there is nobody yet who could propose it.
    Found {
        /// The table.
        table: Table,
        /// The first day it holds.
        in_force_on: Day,
        /// The law, matrix or vote it comes from.
        source: String,
    },
    /// Proposes another table.
    Propose {
        /// The proposal, named by who proposes.
        proposal: ProposalId,
        /// The table.
        table: Table,
        /// The first day it shall hold.
        in_force_on: Day,
        /// The law, matrix or vote it comes from.
        source: String,
    },
    /// Adopts what somebody else proposed.
    Adopt {
        /// The proposal.
        proposal: ProposalId,
        /// The day of the adoption: no table holds before it was adopted.
        today: Day,
    },
    /// Takes a proposal back, or turns it down.
    Withdraw {
        /// The proposal.
        proposal: ProposalId,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The territory's first table holds.
    Founded {
        /// The table.
        table: Table,
        /// The first day it holds.
        in_force_on: Day,
        /// The law, matrix or vote it comes from.
        source: String,
    },
    /// Somebody proposed another table.
    Proposed {
        /// The proposal.
        proposal: ProposalId,
        /// The table.
        table: Table,
        /// The first day it shall hold.
        in_force_on: Day,
        /// The law, matrix or vote it comes from.
        source: String,
        /// Who proposed: never the one who adopts.
        by: WorkerId,
    },
    /// Somebody else adopted it.
    Adopted {
        /// The proposal.
        proposal: ProposalId,
        /// The first day it holds.
        in_force_on: Day,
    },
    /// It was taken back or turned down.
    Withdrawn {
        /// The proposal.
        proposal: ProposalId,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "access_policy";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A table without its source is not adopted.
    NoSource,
    /// The territory has its first table already.
    AlreadyFounded,
    /// The table says something that no table may say.
    Unlawful(Gap),
    /// It was proposed already.
    AlreadyProposed,
    /// It was never proposed.
    NotProposed,
    /// The one who proposed cannot adopt.
    SamePerson,
    /// It was adopted, taken back or turned down.
    AlreadySettled,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSource => "access_policy.no_source",
            Self::AlreadyFounded => "access_policy.already_founded",
            Self::Unlawful(gap) => gap.code(),
            Self::AlreadyProposed => "access_policy.already_proposed",
            Self::NotProposed => "access_policy.not_proposed",
            Self::SamePerson => "access_policy.same_person",
            Self::AlreadySettled => "access_policy.already_settled",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoSource => Some("source"),
            Self::Unlawful(_) => Some("table"),
            Self::AlreadyFounded
            | Self::AlreadyProposed
            | Self::NotProposed
            | Self::SamePerson
            | Self::AlreadySettled => None,
        }
    }
}

/// A table that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The table.
    pub table: Table,
    /// The first day it shall hold.
    pub in_force_on: Day,
    /// Where it comes from.
    pub source: String,
    /// Who proposed it.
    pub by: WorkerId,
}

/// A table that was adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// The table.
    pub table: Table,
    /// The first day it holds.
    pub in_force_on: Day,
    /// Where it comes from.
    pub source: String,
}

/// All tables that ever held, and those that wait. None is what a territory has before its first: nobody sees anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessPolicy {
    adopted: Vec<Adopted>,
    waiting: BTreeMap<ProposalId, Option<Proposal>>,
}

impl AccessPolicy {
    /// The table in force on a day: of those that hold by then, the one that began last, and of two that began on one day
    /// the one that was adopted last.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&Adopted> {
        let by_then = self.adopted.iter().filter(|adopted| adopted.in_force_on <= day);
        by_then.max_by_key(|adopted| adopted.in_force_on)
    }

    /// What waits for a second person.
    pub fn proposals(&self) -> impl Iterator<Item = (ProposalId, &Proposal)> {
        self.waiting
            .iter()
            .filter_map(|(id, proposal)| Some((*id, proposal.as_ref()?)))
    }

    fn waiting(&self, proposal: ProposalId) -> Result<&Proposal, Refusal> {
        match self.waiting.get(&proposal) {
            Some(Some(waiting)) => Ok(waiting),
            Some(None) => Err(Refusal::AlreadySettled),
            None => Err(Refusal::NotProposed),
        }
    }
}

impl Decider for AccessPolicy {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        let event = match &asked.command {
            Command::Found {
                table,
                in_force_on,
                source,
            } => {
                if !self.adopted.is_empty() {
                    return Err(Refusal::AlreadyFounded);
                }
                Event::Founded {
                    table: lawful(table, source)?,
                    in_force_on: *in_force_on,
                    source: source.trim().to_owned(),
                }
            }
            Command::Propose { proposal, .. } if self.waiting.contains_key(proposal) => {
                return Err(Refusal::AlreadyProposed);
            }
            Command::Propose {
                proposal,
                table,
                in_force_on,
                source,
            } => Event::Proposed {
                proposal: *proposal,
                table: lawful(table, source)?,
                in_force_on: *in_force_on,
                source: source.trim().to_owned(),
                by: asked.by.worker,
            },
            Command::Adopt { proposal, today } => {
                let waiting = self.waiting(*proposal)?;
                if waiting.by == asked.by.worker {
                    return Err(Refusal::SamePerson);
                }
                Event::Adopted {
                    proposal: *proposal,
                    in_force_on: waiting.in_force_on.max(*today),
                }
            }
            Command::Withdraw { proposal } => {
                self.waiting(*proposal)?;
                Event::Withdrawn { proposal: *proposal }
            }
        };
        Ok(vec![event].into())
    }

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::Founded {
                table,
                in_force_on,
                source,
            } => self.adopted.push(Adopted {
                table: table.clone(),
                in_force_on: *in_force_on,
                source: source.clone(),
            }),
            Event::Proposed {
                proposal,
                table,
                in_force_on,
                source,
                by,
            } => {
                let waits = Proposal {
                    table: table.clone(),
                    in_force_on: *in_force_on,
                    source: source.clone(),
                    by: *by,
                };
                self.waiting.insert(*proposal, Some(waits));
            }
            Event::Adopted { proposal, in_force_on } => {
                if let Some(Some(waited)) = self.waiting.insert(*proposal, None) {
                    self.adopted.push(Adopted {
                        table: waited.table,
                        in_force_on: *in_force_on,
                        source: waited.source,
                    });
                }
            }
            Event::Withdrawn { proposal } => {
                self.waiting.insert(*proposal, None);
            }
        }
        self
    }
}

/// A table with its source, when it says nothing that no table may say.
fn lawful(table: &Table, source: &str) -> Result<Table, Refusal> {
    if source.trim().is_empty() {
        return Err(Refusal::NoSource);
    }
    table
        .gap()
        .map_or_else(|| Ok(table.clone()), |gap| Err(Refusal::Unlawful(gap)))
}

#[cfg(test)]
mod spec;
