//! Who may see and do what: role, live relation to the case, compartment and purpose give a permit, or nothing.
//!
//! Pure: the server decides with it, the browser draws masked items with it. A permit is only made here, and no query
//! over cases can be called without one.

mod asking;
mod changes;
mod copies;

#[cfg(any(test, feature = "table"))]
mod first;

pub use asking::Rights;
pub use changes::{Asked, Change, changes};
pub use domain::access_policy::{Purpose, Relation, Right};
#[cfg(any(test, feature = "table"))]
pub use first::{FIRST_SOURCE, Unreadable, Unwritable, first_day, first_table, read_table, write_table};

use domain::access_policy::Table;
use domain::words::{ElementId, Profession, Role, ServiceId, SupportCaseId, WorkerId};
use sealed::{Compartment, Private};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Who looks: known from her session and the directory, never from the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// Who.
    pub worker: WorkerId,
    /// Her role.
    pub role: Role,
    /// What she is trained for.
    pub profession: Profession,
    /// Her service.
    pub service: ServiceId,
}

/// What ties a reader to a case at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ties {
    /// The service that answers for the case.
    pub answers_for: ServiceId,
    /// Her live relations to it; empty when there is none.
    pub relations: BTreeSet<Relation>,
    /// Whether she said why she must see what opens only then, and it still holds.
    pub reason_said: bool,
    /// What was shared with her of it, and still is.
    pub shared: Shared,
}

/// What was shared with somebody of one case. It opens only what the table says may be shared with her.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// All that lies in these compartments.
    pub compartments: BTreeSet<Compartment>,
    /// These things alone, as they were written, each with a compartment that is shared of it.
    pub elements: BTreeSet<(ElementId, Compartment)>,
}

/// What a permit reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// One case, through a relation to it.
    Case(SupportCaseId),
    /// The cases in which the reader takes part, in her service.
    OwnCases,
    /// The cases for which the reader answers herself, in her service.
    AnsweredCases,
    /// Of no case by itself: those of which something was shared with the reader are named one by one.
    Received,
    /// The cases of a service, as far as figures, dates and who is in charge; no notes.
    Service(ServiceId),
    /// The cases of the whole territory, as far as what is done with them; no content.
    Territory,
    /// Everything, for the program itself.
    Everything,
}

/// The right to read, held as a value. Made by this crate alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    reader: Reader,
    purpose: Purpose,
    reach: Reach,
    rights: Rights,
    /// What opens by itself, where the table lets its compartment be shared.
    elements: Arc<BTreeSet<(ElementId, Compartment)>>,
}

/// The relations in which a worker is said to take part in a case: those cases stand in her list.
const TAKING_PART: [Relation; 2] = [Relation::Referent, Relation::TeamMember];

/// What a list opens, where the table lets it be read at all: who, where and what is done; nothing of what was said.
const LISTED: [Compartment; 4] = [
    Compartment::Coordination,
    Compartment::Identity,
    Compartment::Household,
    Compartment::Activity,
];

impl Permit {
    /// To look at one case, and write to it as far as her relations allow. None when no line of the table speaks of her:
    /// the answer is then the same as for a case that does not exist.
    #[must_use]
    pub fn for_case(table: &Table, reader: Reader, case: SupportCaseId, ties: &Ties) -> Option<Self> {
        let rights = asking::through(table, reader, ties)?;
        Some(Self {
            reader,
            purpose: Purpose::Support,
            reach: Reach::Case(case),
            rights,
            elements: Arc::new(ties.shared.elements.clone()),
        })
    }

    /// To list and search the cases in which she takes part: what every such relation lets her read of names and
    /// dates.
    #[must_use]
    pub fn for_own_cases(table: &Table, reader: Reader) -> Option<Self> {
        let lines = TAKING_PART.map(|relation| asking::line(table, reader, relation, Purpose::Support));
        let [Some(as_referent), Some(as_member)] = lines else {
            return None;
        };
        let common = Rights::of(as_referent, false).common(Rights::of(as_member, false));
        Some(Self {
            reader,
            purpose: Purpose::Support,
            reach: Reach::OwnCases,
            rights: common.only(&LISTED).at_most(Right::Read),
            elements: Arc::default(),
        })
    }

    /// For the week of a référent: what the cases for which she answers ask of her, as far as she may read each of them.
    #[must_use]
    pub fn for_answered_cases(table: &Table, reader: Reader) -> Option<Self> {
        let line = asking::line(table, reader, Relation::Referent, Purpose::Support)?;
        Some(Self {
            reader,
            purpose: Purpose::Support,
            reach: Reach::AnsweredCases,
            rights: Rights::of(line, false).at_most(Right::Read),
            elements: Arc::default(),
        })
    }

    /// To be told of signals in her team: names and dates, and that something is there where she may know so much of a
    /// case; nothing of what was said.
    #[must_use]
    pub fn for_signals(table: &Table, reader: Reader) -> Option<Self> {
        let line = asking::line(table, reader, Relation::OwnTeam, Purpose::Management)?;
        let read = Rights::of(line, false).at_most(Right::Read);
        let known = asking::line(table, reader, Relation::OwnTeam, Purpose::Support)
            .map_or(read, |line| Rights::of(line, false).at_most(Right::Exists));
        Some(Self {
            reader,
            purpose: Purpose::Management,
            reach: Reach::Service(reader.service),
            rights: read.together(known),
            elements: Arc::default(),
        })
    }

    /// To list the cases of which something was shared with her: each is opened under a permit of its own.
    #[must_use]
    pub fn for_received(table: &Table, reader: Reader) -> Option<Self> {
        asking::line(table, reader, Relation::Share, Purpose::Support)?;
        Some(Self {
            reader,
            purpose: Purpose::Support,
            reach: Reach::Received,
            rights: Rights::NONE,
            elements: Arc::default(),
        })
    }

    /// The same reader's right to the names of the professionals of whom she is told: whom to ask, and who wrote what she
    /// reads. Nothing else.
    #[must_use]
    pub fn naming_professionals(&self) -> Self {
        Self {
            rights: Rights::ALL.only(&[Compartment::Coordination]).at_most(Right::Read),
            elements: Arc::default(),
            ..self.clone()
        }
    }

    /// To see the load of her team.
    #[must_use]
    pub fn for_load(table: &Table, reader: Reader) -> Option<Self> {
        let line = asking::line(table, reader, Relation::OwnTeam, Purpose::Management)?;
        Some(Self {
            reader,
            purpose: Purpose::Management,
            reach: Reach::Service(reader.service),
            rights: Rights::of(line, false).at_most(Right::Read),
            elements: Arc::default(),
        })
    }

    /// To find who follows somebody, without a relation to the case: who may open one in an emergency may know whom to
    /// ask first. Nothing but who acts, and what she did herself.
    #[must_use]
    pub fn for_finding(table: &Table, reader: Reader) -> Option<Self> {
        let line = asking::line(table, reader, Relation::Emergency, Purpose::Support)?;
        let rights = Rights::of(line, true).only(&[Compartment::Coordination, Compartment::Activity]);
        Some(Self {
            reader,
            purpose: Purpose::Support,
            reach: Reach::Territory,
            rights: rights.at_most(Right::Read),
            elements: Arc::default(),
        })
    }

    /// To watch over what is done with the cases: openings in an emergency. Of her service for who answers for one, of the
    /// territory for who watches over data; never content.
    #[must_use]
    pub fn for_oversight(table: &Table, reader: Reader) -> Option<Self> {
        let of_service = asking::line(table, reader, Relation::OwnTeam, Purpose::Oversight);
        let of_territory = asking::line(table, reader, Relation::Territory, Purpose::Oversight);
        let (line, reach) = match (of_territory, of_service) {
            (Some(line), _) => (line, Reach::Territory),
            (None, Some(line)) => (line, Reach::Service(reader.service)),
            (None, None) => return None,
        };
        Some(Self {
            reader,
            purpose: Purpose::Oversight,
            reach,
            rights: Rights::of(line, false).at_most(Right::Read),
            elements: Arc::default(),
        })
    }

    /// To answer who looked at a case: for who watches over the data of the territory. Who answers for a team gets none,
    /// since the journal measures nobody's work.
    #[must_use]
    pub fn for_journal(table: &Table, reader: Reader) -> Option<Self> {
        Self::for_oversight(table, reader).filter(Self::reads_journal)
    }

    /// Whether it may be asked with this permit who looked at a case.
    #[must_use]
    pub fn reads_journal(&self) -> bool {
        self.purpose == Purpose::Oversight && self.reach == Reach::Territory
    }

    /// For the program itself, which answers for what it does with it: imports, the index of names, reports of the
    /// command line. No request ever gets one, and no table gives it.
    #[must_use]
    pub fn for_operation() -> Self {
        Self {
            reader: Reader {
                worker: WorkerId::TRAME,
                role: Role::Administrator,
                profession: Profession::Unknown,
                service: ServiceId(uuid::Uuid::nil()),
            },
            purpose: Purpose::Operation,
            reach: Reach::Everything,
            rights: Rights::ALL,
            elements: Arc::default(),
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

    /// What may be done in a compartment under this permit. A draft (C11) is its author's alone: whoever reads one must
    /// also have written it, which the caller checks against the envelope.
    #[must_use]
    pub fn right(&self, compartment: Compartment) -> Right {
        self.rights.of_compartment(compartment)
    }

    /// Whether values of this compartment may be opened.
    #[must_use]
    pub fn reads(&self, compartment: Compartment) -> bool {
        self.right(compartment) >= Right::Read
    }

    /// Whether a value may be opened: its compartment may be read, or it was itself shared with her.
    #[must_use]
    pub fn opens<T>(&self, value: &Private<T>) -> bool {
        let compartment = value.compartment();
        self.reads(compartment)
            || value
                .sealed()
                .is_some_and(|sealed| self.opens_element(ElementId(sealed.event), compartment))
    }

    /// Whether what was written there, in this compartment, was itself shared with her. A draft never is.
    #[must_use]
    pub fn opens_element(&self, element: ElementId, compartment: Compartment) -> bool {
        compartment != Compartment::Draft
            && self.right(compartment) >= Right::Shared
            && self.elements.contains(&(element, compartment))
    }

    /// Whether she may pass on to others what she reads: who acts on the case.
    #[must_use]
    pub fn passes_on(&self) -> bool {
        self.writes(Compartment::Coordination)
    }

    /// Whether she may keep a colleague away from a case, and let her back: who guards what protects people there, or
    /// answers for what is done.
    #[must_use]
    pub fn keeps_away(&self) -> bool {
        self.writes(Compartment::Protected) || self.purpose == Purpose::Oversight
    }

    /// Whether something of this compartment may be written.
    #[must_use]
    pub fn writes(&self, compartment: Compartment) -> bool {
        self.right(compartment) == Right::Write
    }
}

/// Whether anything of a case may be shared with her at all: then she has a list of such cases, empty or not.
#[must_use]
pub fn may_receive(table: &Table, reader: Reader) -> bool {
    asking::line(table, reader, Relation::Share, Purpose::Support).is_some()
}

/// Whether she may open a case of her service: who would write there, as the one who answers for it, of whom it is, where
/// they live and what is done.
#[must_use]
pub fn may_open(table: &Table, reader: Reader) -> bool {
    let written = [Compartment::Identity, Compartment::Household, Compartment::Coordination];
    asking::line(table, reader, Relation::Referent, Purpose::Support).is_some_and(|line| {
        let rights = Rights::of(line, false);
        written.iter().all(|each| rights.of_compartment(*each) == Right::Write)
    })
}

/// Whether somebody may be tied to a case in this way: a line of the table speaks of her.
#[must_use]
pub fn may_be(table: &Table, reader: Reader, relation: Relation) -> bool {
    asking::line(table, reader, relation, Purpose::Support).is_some()
}

/// Whether she may ask for checkpoints of the log and proofs about it: hashes and sizes, nothing of a case. Who runs the
/// platform may; witnesses from elsewhere have tokens of their own and no account.
#[must_use]
pub fn watches_the_log(reader: Reader) -> bool {
    matches!(reader.role, Role::Administrator | Role::DataProtectionOfficer)
}

/// Whether she may ask that someone be forgotten for good, or confirm it: who answers for a service, for data protection,
/// or who runs the platform. It always takes two, and none reads anything by it.
#[must_use]
pub fn may_have_forgotten(reader: Reader) -> bool {
    matches!(
        reader.role,
        Role::Manager | Role::Administrator | Role::DataProtectionOfficer
    )
}

/// Whether she may propose another table of rights, or adopt one that somebody else proposed. It always takes two, and a
/// table never gives a case to who runs the platform.
#[must_use]
pub fn shapes_the_policy(reader: Reader) -> bool {
    matches!(reader.role, Role::Administrator | Role::DataProtectionOfficer)
}

#[cfg(test)]
mod spec;
