//! All who live in one dwelling, over time, and those who matter to them outside it.

use crate::words::{Day, PersonId, Text};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The place of a member in the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// An adult who answers for the household.
    Adult,
    /// A child of the household.
    Child,
    /// Another relative or person living there.
    Other,
}

/// A member and her place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Her place.
    pub place: Place,
}

/// What ties two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kinship {
    /// Mother of.
    Mother,
    /// Father of.
    Father,
    /// Grandparent of.
    Grandparent,
    /// Partner of.
    Partner,
    /// Brother or sister of.
    Sibling,
    /// Someone who matters.
    Close,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Brings the members of a dwelling together.
    Form {
        /// How the household is called, such as « Famille B. ».
        label: Text,
        /// Who lives there.
        members: Vec<Member>,
        /// The town.
        commune: Option<String>,
    },
    /// Someone comes to live there.
    Welcome {
        /// Who.
        member: Member,
    },
    /// Someone no longer lives there.
    Leave {
        /// Who.
        person: PersonId,
        /// Since when.
        on: Day,
    },
    /// Tells who matters to a member, inside or outside.
    DeclareKinship {
        /// Who.
        person: PersonId,
        /// What she is to the other.
        kinship: Kinship,
        /// The member.
        to: PersonId,
        /// In words, such as how often they meet.
        note: Option<Text>,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A household is known.
    Formed {
        /// How it is called.
        label: Text,
        /// Who lives there.
        members: Vec<Member>,
        /// The town.
        commune: Option<String>,
    },
    /// Someone came to live there.
    MemberJoined {
        /// Who.
        member: Member,
    },
    /// Someone left.
    MemberLeft {
        /// Who.
        person: PersonId,
        /// Since when.
        on: Day,
    },
    /// Someone matters to a member.
    KinshipDeclared {
        /// Who.
        person: PersonId,
        /// What she is to the other.
        kinship: Kinship,
        /// The member.
        to: PersonId,
        /// In words.
        note: Option<Text>,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "household";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is known already.
    AlreadyFormed,
    /// It is not known.
    NotFormed,
    /// A household has at least one member.
    NobodyThere,
    /// She lives there already.
    AlreadyMember,
    /// She does not live there.
    NotAMember,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyFormed => "household.already_formed",
            Self::NotFormed => "household.not_formed",
            Self::NobodyThere => "household.nobody_there",
            Self::AlreadyMember => "household.already_member",
            Self::NotAMember => "household.not_a_member",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NobodyThere => Some("members"),
            Self::AlreadyMember | Self::NotAMember => Some("person"),
            Self::AlreadyFormed | Self::NotFormed => None,
        }
    }
}

/// Who lives there now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Household {
    /// Not known yet.
    #[default]
    Unknown,
    /// Known, with its present members.
    Formed(BTreeSet<PersonId>),
}

impl Decider for Household {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        use Command::{DeclareKinship, Form, Leave, Welcome};
        match (asked.command.clone(), self) {
            (Form { members, .. }, Self::Unknown) if members.is_empty() => Err(Refusal::NobodyThere),
            (
                Form {
                    label,
                    members,
                    commune,
                },
                Self::Unknown,
            ) => Ok(vec![Event::Formed {
                label,
                members,
                commune,
            }]
            .into()),
            (Form { .. }, Self::Formed(_)) => Err(Refusal::AlreadyFormed),
            (Welcome { member }, Self::Formed(there)) if there.contains(&member.person) => Err(Refusal::AlreadyMember),
            (Welcome { member }, Self::Formed(_)) => Ok(vec![Event::MemberJoined { member }].into()),
            (Leave { person, .. }, Self::Formed(there)) if !there.contains(&person) => Err(Refusal::NotAMember),
            (Leave { person, on }, Self::Formed(_)) => Ok(vec![Event::MemberLeft { person, on }].into()),
            (
                DeclareKinship {
                    person,
                    kinship,
                    to,
                    note,
                },
                Self::Formed(_),
            ) => Ok(vec![Event::KinshipDeclared {
                person,
                kinship,
                to,
                note,
            }]
            .into()),
            (Welcome { .. } | Leave { .. } | DeclareKinship { .. }, Self::Unknown) => Err(Refusal::NotFormed),
        }
    }

    fn evolve(self, event: &Event) -> Self {
        let mut there = match self {
            Self::Unknown => BTreeSet::new(),
            Self::Formed(there) => there,
        };
        match event {
            Event::Formed { members, .. } => there.extend(members.iter().map(|member| member.person)),
            Event::MemberJoined { member } => {
                there.insert(member.person);
            }
            Event::MemberLeft { person, .. } => {
                there.remove(person);
            }
            Event::KinshipDeclared { .. } => {}
        }
        Self::Formed(there)
    }
}

#[cfg(test)]
mod spec;
