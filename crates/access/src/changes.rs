//! What another table would open and close: cell by cell, for each role, profession, relation and purpose.

use crate::{Purpose, Relation, Right};
use domain::access_policy::Table;
use domain::words::{Profession, Role};
use sealed::Compartment;
use std::collections::BTreeSet;
use std::fmt;

/// A cell that another table would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whose.
    pub role: Role,
    /// Of which profession; none: of all that no line names.
    pub profession: Option<Profession>,
    /// Tied how to the case.
    pub relation: Relation,
    /// Looking why.
    pub purpose: Purpose,
    /// Where.
    pub compartment: Compartment,
    /// What she may do now, once she has said why.
    pub before: Right,
    /// What she might do then.
    pub after: Right,
    /// Whether she need not say why any more, or has to from then on.
    pub reason: Option<Asked>,
}

/// How the asking for a reason changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// From then on she has to say why.
    FromThen,
    /// From then on she need not say why.
    NoMore,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.role)?;
        if let Some(profession) = self.profession {
            write!(f, " ({profession:?})")?;
        }
        write!(f, ", {:?}, {:?}: {:?}", self.relation, self.purpose, self.compartment)?;
        write!(f, " {:?} -> {:?}", self.before, self.after)?;
        match self.reason {
            Some(Asked::FromThen) => write!(f, ", after a reason"),
            Some(Asked::NoMore) => write!(f, ", without a reason"),
            None => Ok(()),
        }
    }
}

/// All cells that would change, in the order of the words.
#[must_use]
pub fn changes(now: &Table, then: &Table) -> Vec<Change> {
    let lines = || now.lines.iter().chain(&then.lines);
    let named: BTreeSet<Profession> = lines().flat_map(|line| &line.professions).copied().collect();
    let unnamed = Profession::ALL
        .into_iter()
        .find(|profession| !named.contains(profession));
    let professions = unnamed.map(|one| (one, None)).into_iter();
    let professions: Vec<_> = professions.chain(named.iter().map(|one| (*one, Some(*one)))).collect();
    let standings: BTreeSet<(Role, Relation, Purpose)> = lines()
        .flat_map(|line| line.roles.iter().map(|role| (*role, line.relation, line.purpose)))
        .collect();
    let mut found = Vec::new();
    for (role, relation, purpose) in standings {
        for (one, profession) in &professions {
            let [before, after] = [now, then].map(|table| table.line(role, *one, relation, purpose));
            for compartment in Compartment::ALL {
                let [was, is] =
                    [before, after].map(|line| line.map_or(Right::None, |line| line.right(compartment, true)));
                let [asked_then, asks_now] =
                    [before, after].map(|line| line.is_some_and(|line| line.after_reason.contains(&compartment)));
                let reason = match (asked_then, asks_now) {
                    (false, true) => Some(Asked::FromThen),
                    (true, false) if is > Right::None => Some(Asked::NoMore),
                    (true, false) | (true, true) | (false, false) => None,
                };
                if was != is || reason.is_some() {
                    found.push(Change {
                        role,
                        profession: *profession,
                        relation,
                        purpose,
                        compartment,
                        before: was,
                        after: is,
                        reason,
                    });
                }
            }
        }
    }
    found
}
