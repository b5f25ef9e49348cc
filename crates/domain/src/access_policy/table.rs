//! A table of rights: its lines, the words they are made of, and what no table may say.

use crate::words::{Profession, Role};
use sealed::Compartment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Why someone looks: journalled with each reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To accompany the people of a case.
    Support,
    /// To answer for the load of a team.
    Management,
    /// To watch over what is done with the cases.
    Oversight,
    /// To run Trame itself: import, search index, rebuild, report of the command line. No line of a table gives it.
    Operation,
}

/// What ties a worker to a case, as long as it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// She answers for the case.
    Referent,
    /// She is among those around the person, in the service that answers for the case.
    TeamMember,
    /// Her own spell at the case is over, and she hands it over.
    Handover,
    /// She answers for the team that follows the case.
    OwnTeam,
    /// She sits at a meeting on whose agenda the case stands.
    MeetingRoster,
    /// Something of it was exchanged with her, or opened to a category to which she belongs.
    Share,
    /// She opened it in an emergency, and said why.
    Emergency,
    /// None to this case: she watches over the whole territory.
    Territory,
}

/// What may be done in a compartment. Each is more than the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Nothing, not even that something is there.
    #[default]
    None,
    /// To read what was shared with her, and to know of nothing else.
    Shared,
    /// To know that something is there, by which service and when; and to read what was shared with her.
    Exists,
    /// To read.
    Read,
    /// To read and write.
    Write,
}

/// What those of some roles, tied to a case in one way, may do there for a purpose. A compartment that stands in no list is
/// closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The roles it speaks of.
    pub roles: BTreeSet<Role>,
    /// The professions it speaks of; empty: all that no other line of the same role, relation and purpose names.
    #[serde(default)]
    pub professions: BTreeSet<Profession>,
    /// The tie to the case.
    pub relation: Relation,
    /// The purpose.
    pub purpose: Purpose,
    /// Compartments that may be read and written.
    #[serde(default)]
    pub write: BTreeSet<Compartment>,
    /// Compartments that may be read.
    #[serde(default)]
    pub read: BTreeSet<Compartment>,
    /// Compartments of which it may be known that something is there.
    #[serde(default)]
    pub exists: BTreeSet<Compartment>,
    /// Compartments of which what was shared may be read, and nothing else known.
    #[serde(default)]
    pub shared: BTreeSet<Compartment>,
    /// Compartments that open only once a reason was said: until then it may be known that something is there.
    #[serde(default)]
    pub after_reason: BTreeSet<Compartment>,
    /// Whether those who answer for the case find in their list who opened it. An emergency must say so.
    #[serde(default)]
    pub alert: bool,
}

impl Line {
    /// What it gives in a compartment, to who has said why or has not.
    #[must_use]
    pub fn right(&self, compartment: Compartment, reason_said: bool) -> Right {
        let stands = [
            (&self.write, Right::Write),
            (&self.read, Right::Read),
            (&self.exists, Right::Exists),
            (&self.shared, Right::Shared),
        ];
        let written = stands
            .into_iter()
            .find_map(|(list, right)| list.contains(&compartment).then_some(right))
            .unwrap_or_default();
        if self.after_reason.contains(&compartment) && !reason_said {
            written.min(Right::Exists)
        } else {
            written
        }
    }

    fn speaks_of(&self, role: Role, relation: Relation, purpose: Purpose) -> bool {
        self.roles.contains(&role) && self.relation == relation && self.purpose == purpose
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.relation == other.relation
            && self.purpose == other.purpose
            && !self.roles.is_disjoint(&other.roles)
            && (self.professions.is_empty() == other.professions.is_empty())
            && (self.professions.is_empty() || !self.professions.is_disjoint(&other.professions))
    }
}

/// All lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The lines, in the order in which they are read aloud.
    #[serde(rename = "line")]
    pub lines: Vec<Line>,
}

/// What no table may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It has no line: nobody would see anything, and nobody could say why.
    NoLine,
    /// A line names no role.
    NoRole,
    /// A compartment stands twice in a line.
    SaidTwice,
    /// A reason is asked for what the line does not give.
    ReasonForNothing,
    /// Two lines speak of the same worker.
    TwoLines,
    /// Who runs the platform would see a case.
    PlatformSees,
    /// A table would give the right of the program itself.
    Operation,
    /// An emergency would open without telling those who answer.
    SilentEmergency,
    /// Who only watches over what is done would read content.
    OversightReads,
    /// A share would open more than what was shared.
    ShareOpensMore,
}

impl Gap {
    /// The stable code of the sentence.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoLine => "access_policy.no_line",
            Self::NoRole => "access_policy.no_role",
            Self::SaidTwice => "access_policy.said_twice",
            Self::ReasonForNothing => "access_policy.reason_for_nothing",
            Self::TwoLines => "access_policy.two_lines",
            Self::PlatformSees => "access_policy.platform_sees",
            Self::Operation => "access_policy.operation",
            Self::SilentEmergency => "access_policy.silent_emergency",
            Self::OversightReads => "access_policy.oversight_reads",
            Self::ShareOpensMore => "access_policy.share_opens_more",
        }
    }
}

impl Table {
    /// The line that speaks of a worker: the one that names her profession, else the one that names none.
    #[must_use]
    pub fn line(&self, role: Role, profession: Profession, relation: Relation, purpose: Purpose) -> Option<&Line> {
        let mut of_all = None;
        for line in self.lines.iter().filter(|line| line.speaks_of(role, relation, purpose)) {
            if line.professions.contains(&profession) {
                return Some(line);
            }
            if line.professions.is_empty() {
                of_all = Some(line);
            }
        }
        of_all
    }

    /// The first thing it says that no table may say.
    #[must_use]
    pub fn gap(&self) -> Option<Gap> {
        if self.lines.is_empty() {
            return Some(Gap::NoLine);
        }
        let twice = |(line, rest): (&Line, &[Line])| rest.iter().any(|other| line.overlaps(other));
        self.lines.iter().find_map(Line::gap).or_else(|| {
            let mut rest = self.lines.as_slice();
            while let Some(split) = rest.split_first() {
                if twice(split) {
                    return Some(Gap::TwoLines);
                }
                rest = split.1;
            }
            None
        })
    }
}

/// What may be known of a case by who only watches over what is done: who acts, how it is called, and what was done.
const WATCHED: [Compartment; 3] = [Compartment::Coordination, Compartment::Identity, Compartment::Activity];

impl Line {
    fn only_watches(&self) -> bool {
        self.purpose == Purpose::Oversight || self.relation == Relation::Territory
    }

    fn gap(&self) -> Option<Gap> {
        let lists = [&self.write, &self.read, &self.shared, &self.exists];
        let standing: BTreeSet<Compartment> = lists.into_iter().flatten().copied().collect();
        let opened: BTreeSet<Compartment> = [&self.write, &self.read, &self.shared]
            .into_iter()
            .flatten()
            .copied()
            .collect();
        let counted: usize = lists.into_iter().map(BTreeSet::len).sum();
        if self.roles.is_empty() {
            Some(Gap::NoRole)
        } else if counted > standing.len() {
            Some(Gap::SaidTwice)
        } else if !self.after_reason.is_subset(&opened) {
            Some(Gap::ReasonForNothing)
        } else if self.roles.contains(&Role::Administrator) {
            Some(Gap::PlatformSees)
        } else if self.purpose == Purpose::Operation {
            Some(Gap::Operation)
        } else if self.relation == Relation::Emergency && !self.alert {
            Some(Gap::SilentEmergency)
        } else if self.only_watches() && standing.iter().any(|compartment| !WATCHED.contains(compartment)) {
            Some(Gap::OversightReads)
        } else if self.relation == Relation::Share && !(self.write.is_empty() && self.read.is_empty()) {
            Some(Gap::ShareOpensMore)
        } else {
            None
        }
    }
}
