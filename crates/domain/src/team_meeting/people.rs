//! Who sits around a table: as what, bound by what, and whether she came.

use crate::words::{PersonId, Profession, ServiceId, WorkerId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Someone around the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Participant {
    /// A professional.
    Worker(WorkerId),
    /// The person accompanied or someone of her family.
    Person(PersonId),
}

impl Participant {
    /// The identifier, whoever she is.
    #[must_use]
    pub fn id(self) -> Uuid {
        match self {
            Self::Worker(worker) => worker.0,
            Self::Person(person) => person.0,
        }
    }
}

/// For whom someone around the table speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OnBehalf {
    /// Her service, whose view it is.
    Service(ServiceId),
    /// The people accompanied, who elected her to speak for them.
    ElectedByPeople,
}

/// Whether she is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// There until the end.
    Present,
    /// There for a part.
    InPart,
    /// Absent, and let it be known.
    Excused,
    /// Absent.
    Absent,
}

impl Attendance {
    /// Whether she was in the room at all.
    #[must_use]
    pub fn came(self) -> bool {
        match self {
            Self::Present | Self::InPart => true,
            Self::Excused | Self::Absent => false,
        }
    }
}

/// As what someone sits there. Only members and those who represent the people have a voice that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Membre.
    Member,
    /// Représentante ou représentant des personnes concernées.
    Representative,
    /// Secrétaire de séance.
    Secretary,
    /// Coordinatrice ou coordinateur neutre d’une conférence familiale.
    Coordinator,
    /// Personne qui accompagne la famille, choisie par elle.
    Companion,
    /// Interprète.
    Interpreter,
    /// Invitée ou invité, sans voix.
    Guest,
    /// La famille.
    Family,
}

impl Capacity {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Member,
        Self::Representative,
        Self::Secretary,
        Self::Coordinator,
        Self::Companion,
        Self::Interpreter,
        Self::Guest,
        Self::Family,
    ];

    /// The stable code, as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Representative => "representative",
            Self::Secretary => "secretary",
            Self::Coordinator => "coordinator",
            Self::Companion => "companion",
            Self::Interpreter => "interpreter",
            Self::Guest => "guest",
            Self::Family => "family",
        }
    }

    /// Whether her voice counts: in the quorum, and in a vote.
    #[must_use]
    pub fn has_a_voice(self) -> bool {
        match self {
            Self::Member | Self::Representative => true,
            Self::Secretary | Self::Coordinator | Self::Companion | Self::Interpreter | Self::Guest | Self::Family => {
                false
            }
        }
    }
}

/// What the roster must tell of someone: without it nobody knows before whom a situation is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Standing {
    /// As what she sits there.
    pub capacity: Capacity,
    /// Her profession, for professionals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profession: Option<Profession>,
    /// The service she comes from, for professionals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Whether professional secrecy binds her; none for the family, whose own story it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound_by_secrecy: Option<bool>,
}

/// A place around the table, as the rules know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Place {
    /// Whose.
    pub participant: Participant,
    /// What is known of her; none in records from before it was asked.
    pub standing: Option<Standing>,
    /// Whether she came; none until it is told.
    pub attendance: Option<Attendance>,
}

impl Place {
    /// Whether she is in the room.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.attendance.is_some_and(Attendance::came)
    }

    /// Whether the roster tells all that it must: of a professional, what binds her.
    #[must_use]
    pub fn is_told(&self) -> bool {
        match self.participant {
            Participant::Person(_) => true,
            Participant::Worker(_) => self
                .standing
                .is_some_and(|standing| standing.profession.is_some() && standing.bound_by_secrecy.is_some()),
        }
    }

    /// Whether secrecy is known not to bind her.
    #[must_use]
    pub fn is_unbound(&self) -> bool {
        self.standing
            .is_some_and(|standing| standing.bound_by_secrecy == Some(false))
    }

    /// As what she sits there. Records from before it was asked knew members and families.
    #[must_use]
    pub fn capacity(&self) -> Capacity {
        match (self.standing, self.participant) {
            (Some(standing), _) => standing.capacity,
            (None, Participant::Worker(_)) => Capacity::Member,
            (None, Participant::Person(_)) => Capacity::Family,
        }
    }
}
