//! The one evaluation of the policy: which line of a table speaks of a reader, and what it gives her in each compartment.
//!
//! Default deny: where no line speaks, there is no right.

use crate::{Purpose, Reader, Relation, Right, Ties};
use domain::access_policy::{Line, Table};
use sealed::Compartment;
use std::collections::BTreeSet;

/// A right for each compartment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rights([Right; Compartment::ALL.len()]);

impl Rights {
    /// Every compartment, to read and write.
    pub(crate) const ALL: Self = Self([Right::Write; Compartment::ALL.len()]);
    pub(crate) const NONE: Self = Self([Right::None; Compartment::ALL.len()]);

    /// What a line gives to who has said why, or has not.
    pub(crate) fn of(line: &Line, reason_said: bool) -> Self {
        Self(Compartment::ALL.map(|compartment| line.right(compartment, reason_said)))
    }

    /// What is given in a compartment.
    #[must_use]
    pub fn of_compartment(self, compartment: Compartment) -> Right {
        let place = usize::from(compartment.number());
        self.0.get(place).copied().unwrap_or_default()
    }

    fn each(self, other: Self, choose: impl Fn(Right, Right) -> Right) -> Self {
        Self(Compartment::ALL.map(|each| choose(self.of_compartment(each), other.of_compartment(each))))
    }

    /// What either gives: relations add up.
    pub(crate) fn together(self, other: Self) -> Self {
        self.each(other, Right::max)
    }

    /// What both give.
    pub(crate) fn common(self, other: Self) -> Self {
        self.each(other, Right::min)
    }

    /// The same in these compartments, and nothing elsewhere.
    pub(crate) fn only(self, compartments: &[Compartment]) -> Self {
        Self(Compartment::ALL.map(|each| {
            if compartments.contains(&each) {
                self.of_compartment(each)
            } else {
                Right::None
            }
        }))
    }

    /// The same, and read where what may be shared with her was.
    fn opened_by(self, shared: &BTreeSet<Compartment>) -> Self {
        Self(Compartment::ALL.map(|each| match self.of_compartment(each) {
            Right::Shared | Right::Exists if shared.contains(&each) && each != Compartment::Draft => Right::Read,
            right @ (Right::None | Right::Shared | Right::Exists | Right::Read | Right::Write) => right,
        }))
    }

    /// The same, and nowhere more than this.
    pub(crate) fn at_most(self, most: Right) -> Self {
        Self(self.0.map(|right| right.min(most)))
    }
}

/// The line that speaks of a reader.
pub(crate) fn line(table: &Table, reader: Reader, relation: Relation, purpose: Purpose) -> Option<&Line> {
    table.line(reader.role, reader.profession, relation, purpose)
}

/// What all her relations to a case give together; none when no line speaks of any.
pub(crate) fn through(table: &Table, reader: Reader, ties: &Ties) -> Option<Rights> {
    let held = ties.relations.iter().filter(|relation| holds(**relation, reader, ties));
    let lines = held.filter_map(|relation| line(table, reader, *relation, Purpose::Support));
    let given = lines
        .map(|line| Rights::of(line, ties.reason_said))
        .reduce(Rights::together)?;
    // A line that gives nothing anywhere opens no door either.
    (given != Rights::NONE).then_some(given.opened_by(&ties.shared.compartments))
}

/// Whether a relation counts for a reader of her service: some hold only within the service that answers for the case.
fn holds(relation: Relation, reader: Reader, ties: &Ties) -> bool {
    match relation {
        Relation::Referent | Relation::TeamMember | Relation::Handover | Relation::OwnTeam => {
            reader.service == ties.answers_for
        }
        Relation::MeetingRoster | Relation::Share | Relation::Emergency | Relation::Territory => true,
    }
}
