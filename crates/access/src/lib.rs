//! Who may see and do what: role, live relation to the case, compartment and purpose give a permit, or nothing.
//!
//! Pure: the server decides with it, the browser draws masked items with it. A permit is only made here, and no query
//! over cases can be called without one.

mod matrix;

pub use matrix::{Right, right};

use domain::words::{Role, ServiceId, SupportCaseId, WorkerId};
use sealed::Compartment;
use serde::{Deserialize, Serialize};

/// Why someone looks: journalled with each reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To accompany the people of a case.
    Support,
    /// To answer for the load of a team.
    Management,
    /// To run Trame itself: import, search index, rebuild, report of the command line.
    Operation,
}

/// The live relation of a worker to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// She answers for the case.
    Referent,
    /// She is among those around the person, in the service that answers for the case.
    TeamMember,
    /// None.
    None,
}

/// Who looks: known from her session, never from the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// Who.
    pub worker: WorkerId,
    /// Her role.
    pub role: Role,
    /// Her service.
    pub service: ServiceId,
}

/// What a permit reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// One case, through a relation to it.
    Case(SupportCaseId, Relation),
    /// The cases in which the reader takes part, in her service.
    OwnCases,
    /// The load of a service: figures, dates and who is in charge; no notes.
    Load(ServiceId),
    /// Everything, for the program itself.
    Everything,
}

/// The right to read, held as a value. Made by this crate alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permit {
    reader: Reader,
    purpose: Purpose,
    reach: Reach,
}

impl Permit {
    /// To look at one case, and write to it as far as the relation allows. None when there is no live relation:
    /// the answer is then the same as for a case that does not exist.
    #[must_use]
    pub fn for_case(reader: Reader, case: SupportCaseId, answers_for: ServiceId, relation: Relation) -> Option<Self> {
        let takes_part = matches!(relation, Relation::Referent | Relation::TeamMember);
        let works_on_cases = matches!(reader.role, Role::Worker | Role::Manager);
        (takes_part && works_on_cases && reader.service == answers_for).then_some(Self {
            reader,
            purpose: Purpose::Support,
            reach: Reach::Case(case, relation),
        })
    }

    /// To list and search the cases in which she takes part.
    #[must_use]
    pub fn for_own_cases(reader: Reader) -> Option<Self> {
        matches!(reader.role, Role::Worker | Role::Manager).then_some(Self {
            reader,
            purpose: Purpose::Support,
            reach: Reach::OwnCases,
        })
    }

    /// To see the load of her team: managers only.
    #[must_use]
    pub fn for_load(reader: Reader) -> Option<Self> {
        (reader.role == Role::Manager).then_some(Self {
            reader,
            purpose: Purpose::Management,
            reach: Reach::Load(reader.service),
        })
    }

    /// For the program itself, which answers for what it does with it: imports, the index of names, reports of the
    /// command line. No request ever gets one.
    #[must_use]
    pub fn for_operation() -> Self {
        Self {
            reader: Reader {
                worker: WorkerId::TRAME,
                role: Role::Administrator,
                service: ServiceId(uuid::Uuid::nil()),
            },
            purpose: Purpose::Operation,
            reach: Reach::Everything,
        }
    }

    /// Who holds it.
    #[must_use]
    pub fn reader(&self) -> Reader {
        self.reader
    }

    /// Why she looks.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// What it reaches.
    #[must_use]
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// What may be done in a compartment under this permit.
    #[must_use]
    pub fn right(&self, compartment: Compartment) -> Right {
        right(self.reach, compartment)
    }

    /// Whether values of this compartment may be opened.
    #[must_use]
    pub fn reads(&self, compartment: Compartment) -> bool {
        matches!(self.right(compartment), Right::Read | Right::Write)
    }

    /// Whether something of this compartment may be written.
    #[must_use]
    pub fn writes(&self, compartment: Compartment) -> bool {
        self.right(compartment) == Right::Write
    }
}

/// Whether she may ask for checkpoints of the log and proofs about it: hashes and sizes, nothing of a case. Who runs the
/// platform may; witnesses from elsewhere have tokens of their own and no account.
#[must_use]
pub fn watches_the_log(reader: Reader) -> bool {
    reader.role == Role::Administrator
}

/// Whether she may ask that someone be forgotten for good, or confirm it: who answers for a service, or who runs the
/// platform. It always takes two, and neither reads anything by it.
#[must_use]
pub fn may_have_forgotten(reader: Reader) -> bool {
    matches!(reader.role, Role::Manager | Role::Administrator)
}

#[cfg(test)]
mod spec;
