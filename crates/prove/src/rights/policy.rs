//! A reading of the table of rights that shares no word with the product's: its text as it is in force, the lines as they
//! stand there, and what they give to who is tied to a case in some ways.

use anyhow::Context;
use serde::Deserialize;
use std::collections::BTreeSet;

/// The compartments, as the table calls them.
pub(crate) const COMPARTMENTS: [&str; 13] = [
    "coordination",
    "identity",
    "household",
    "budget",
    "housing",
    "work",
    "social",
    "child_protection",
    "health",
    "judicial",
    "protected",
    "draft",
    "activity",
];

/// What only its author reads.
pub(crate) const DRAFT: &str = "draft";

/// What holds only within the service that answers for the case.
const AT_HOME: [&str; 4] = ["referent", "team_member", "handover", "own_team"];

/// What may be done somewhere; each is more than the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Degree {
    #[default]
    Closed,
    Shared,
    Exists,
    Read,
    Write,
}

/// Who asks, as far as a table speaks of her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) role: &'static str,
    pub(crate) profession: &'static str,
}

/// What ties somebody to a case, as the world was built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bond {
    pub(crate) relations: BTreeSet<&'static str>,
    /// Whether she is of the service that answers for the case.
    pub(crate) at_home: bool,
    pub(crate) reason_said: bool,
    /// The compartments of which all is shared with her.
    pub(crate) shared: BTreeSet<&'static str>,
    /// Whether she is kept away: then nothing else counts.
    pub(crate) kept_away: bool,
}

/// What somebody may do in each compartment of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Degrees([Degree; COMPARTMENTS.len()]);

#[derive(Deserialize)]
struct Line {
    roles: Vec<String>,
    #[serde(default)]
    professions: Vec<String>,
    relation: String,
    purpose: String,
    #[serde(default)]
    write: Vec<String>,
    #[serde(default)]
    read: Vec<String>,
    #[serde(default)]
    exists: Vec<String>,
    #[serde(default)]
    shared: Vec<String>,
    #[serde(default)]
    after_reason: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    line: Vec<Line>,
}

/// The whole table.
pub(crate) struct Policy(Vec<Line>);

impl Policy {
    /// Reads it as `trame policy show` prints it.
    pub(crate) fn read(text: &str) -> anyhow::Result<Self> {
        let File { line } = toml::from_str(text).context("the table of rights")?;
        for name in line.iter().flat_map(|line| {
            let lists = [&line.write, &line.read, &line.exists, &line.shared, &line.after_reason];
            lists.into_iter().flatten()
        }) {
            anyhow::ensure!(COMPARTMENTS.contains(&name.as_str()), "{name} is no compartment");
        }
        Ok(Self(line))
    }

    /// The line for a role in a relation: the one that names her profession goes before the one that names none.
    fn line(&self, who: Standing, relation: &str, purpose: &str) -> Option<&Line> {
        let speaking: Vec<&Line> = self
            .0
            .iter()
            .filter(|line| line.relation == relation && line.purpose == purpose)
            .filter(|line| line.roles.iter().any(|role| role == who.role))
            .collect();
        let hers = |line: &&&Line| line.professions.iter().any(|each| each == who.profession);
        let of_all = |line: &&&Line| line.professions.is_empty();
        speaking
            .iter()
            .find(hers)
            .or_else(|| speaking.iter().find(of_all))
            .copied()
    }

    /// Whether any line speaks of her in a relation.
    pub(crate) fn speaks(&self, who: Standing, relation: &str, purpose: &str) -> bool {
        self.line(who, relation, purpose).is_some()
    }

    /// Whether a line gives her this much somewhere.
    pub(crate) fn gives(&self, who: Standing, (relation, purpose): (&str, &str), place: &str, least: Degree) -> bool {
        self.line(who, relation, purpose)
            .is_some_and(|line| line.degree(place, false) >= least)
    }

    /// What a case is to somebody; nothing when there is none for her.
    pub(crate) fn degrees(&self, who: Standing, bond: &Bond) -> Option<Degrees> {
        if bond.kept_away {
            return None;
        }
        let mut degrees = Degrees([Degree::Closed; COMPARTMENTS.len()]);
        for relation in &bond.relations {
            if AT_HOME.contains(relation) && !bond.at_home {
                continue;
            }
            let Some(line) = self.line(who, relation, "support") else {
                continue;
            };
            for (degree, place) in degrees.0.iter_mut().zip(COMPARTMENTS) {
                *degree = line.degree(place, bond.reason_said).max(*degree);
            }
        }
        if degrees.0.iter().all(|degree| *degree == Degree::Closed) {
            return None;
        }
        for (degree, place) in degrees.0.iter_mut().zip(COMPARTMENTS) {
            let may_be_opened = *degree == Degree::Shared || *degree == Degree::Exists;
            if may_be_opened && bond.shared.contains(place) && place != DRAFT {
                *degree = Degree::Read;
            }
        }
        Some(degrees)
    }
}

impl Line {
    fn degree(&self, place: &str, reason_said: bool) -> Degree {
        let stands = |list: &[String]| list.iter().any(|each| each == place);
        let written = if stands(&self.write) {
            Degree::Write
        } else if stands(&self.read) {
            Degree::Read
        } else if stands(&self.exists) {
            Degree::Exists
        } else if stands(&self.shared) {
            Degree::Shared
        } else {
            Degree::Closed
        };
        if stands(&self.after_reason) && !reason_said {
            written.min(Degree::Exists)
        } else {
            written
        }
    }
}

impl Degrees {
    pub(crate) fn of(&self, place: &str) -> Degree {
        let at = COMPARTMENTS.iter().position(|each| *each == place);
        at.and_then(|at| self.0.get(at)).copied().unwrap_or_default()
    }

    pub(crate) fn reads(&self, place: &str) -> bool {
        self.of(place) >= Degree::Read
    }

    pub(crate) fn writes(&self, place: &str) -> bool {
        self.of(place) == Degree::Write
    }

    pub(crate) fn writes_anything(&self) -> bool {
        self.0.contains(&Degree::Write)
    }
}

#[cfg(test)]
mod tests {
    use super::{Bond, Degree, Policy, Standing};

    const FIRST: &str = include_str!("../../../access/first_table.toml");
    const WORKER: Standing = Standing {
        role: "worker",
        profession: "social_worker",
    };

    fn tied(relation: &'static str) -> Bond {
        Bond {
            relations: [relation].into(),
            at_home: true,
            ..Bond::default()
        }
    }

    #[test]
    fn the_first_table_is_read_as_it_is_written() -> anyhow::Result<()> {
        let policy = Policy::read(FIRST)?;
        let hers = policy.degrees(WORKER, &tied("referent"));
        assert_eq!(hers.map(|hers| hers.of("social")), Some(Degree::Write));
        assert_eq!(hers.map(|hers| hers.of("health")), Some(Degree::Exists));
        let elsewhere = Bond {
            at_home: false,
            ..tied("referent")
        };
        assert_eq!(policy.degrees(WORKER, &elsewhere), None);
        let kept_away = Bond {
            kept_away: true,
            ..tied("referent")
        };
        assert_eq!(policy.degrees(WORKER, &kept_away), None);
        assert_eq!(policy.degrees(WORKER, &tied("own_team")), None);
        let health = Standing {
            profession: "health_professional",
            ..WORKER
        };
        let hers = policy.degrees(health, &tied("team_member"));
        assert_eq!(hers.map(|hers| hers.of("health")), Some(Degree::Write));
        assert_eq!(hers.map(|hers| hers.of("social")), Some(Degree::Shared));
        Ok(())
    }

    #[test]
    fn what_is_shared_opens_what_may_be_shared_and_nothing_else() -> anyhow::Result<()> {
        let policy = Policy::read(FIRST)?;
        let partner = Standing {
            role: "partner",
            profession: "landlord_officer",
        };
        let bond = Bond {
            shared: ["housing", "protected"].into(),
            at_home: false,
            ..tied("share")
        };
        let hers = policy.degrees(partner, &bond);
        assert_eq!(hers.map(|hers| hers.of("housing")), Some(Degree::Read));
        assert_eq!(hers.map(|hers| hers.of("protected")), Some(Degree::Closed));
        assert_eq!(hers.map(|hers| hers.of("budget")), Some(Degree::Shared));
        Ok(())
    }
}
