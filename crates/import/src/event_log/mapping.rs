//! Which column tells what: from flags or a small TOML file, else the names that case logs usually carry.

use crate::{Fault, instants};
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::path::Path;

/// The columns of a log. What is left out is looked for under its usual names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// Which case a row belongs to.
    pub case: Option<String>,
    /// What was done.
    pub activity: Option<String>,
    /// When it was done.
    pub timestamp: Option<String>,
    /// Who did it.
    pub worker: Option<String>,
    /// Where in its life the activity stands, such as start or complete.
    pub lifecycle: Option<String>,
    /// The row's own identifier.
    pub id: Option<String>,
    /// When the case was opened.
    pub opened: Option<String>,
    /// When the case was closed; empty: still open.
    pub closed: Option<String>,
    /// Who answers for the case.
    pub referent: Option<String>,
    /// By when the case is due.
    pub deadline: Option<String>,
    /// The service of the case.
    pub service: Option<String>,
}

impl Mapping {
    /// Reads a mapping from a TOML file.
    ///
    /// # Errors
    /// When it cannot be read or names something unknown.
    pub fn read(path: &Path) -> Result<Self, Fault> {
        let text = std::fs::read_to_string(path).map_err(|error| crate::reading::unreadable(path, &error))?;
        toml::from_str(&text).map_err(|error| Fault::Mapping {
            reason: error.message().to_owned(),
        })
    }

    /// What these flags say, else what is said here.
    #[must_use]
    pub fn under(self, flags: Self) -> Self {
        Self {
            case: flags.case.or(self.case),
            activity: flags.activity.or(self.activity),
            timestamp: flags.timestamp.or(self.timestamp),
            worker: flags.worker.or(self.worker),
            lifecycle: flags.lifecycle.or(self.lifecycle),
            id: flags.id.or(self.id),
            opened: flags.opened.or(self.opened),
            closed: flags.closed.or(self.closed),
            referent: flags.referent.or(self.referent),
            deadline: flags.deadline.or(self.deadline),
            service: flags.service.or(self.service),
        }
    }
}

/// One meaning, and the names it usually carries.
pub(super) struct Meaning {
    pub(super) said: &'static str,
    pub(super) usual: &'static [&'static str],
    chosen: fn(&Mapping) -> Option<&String>,
    needed: bool,
}

impl Meaning {
    /// The name the mapping gives it.
    pub(super) fn chosen<'a>(&self, mapping: &'a Mapping) -> Option<&'a String> {
        (self.chosen)(mapping)
    }
}

/// The place of each meaning in a row of names.
pub(super) const CASE: usize = 0;
pub(super) const ACTIVITY: usize = 1;
pub(super) const TIMESTAMP: usize = 2;
pub(super) const WORKER: usize = 3;
pub(super) const LIFECYCLE: usize = 4;
pub(super) const ID: usize = 5;
pub(super) const OPENED: usize = 6;
pub(super) const CLOSED: usize = 7;
pub(super) const REFERENT: usize = 8;
pub(super) const DEADLINE: usize = 9;
pub(super) const SERVICE: usize = 10;

/// All meanings, in the order of their places.
pub(super) const MEANINGS: [Meaning; 11] = [
    Meaning {
        said: "le dossier",
        usual: &["case:concept:name", "case_id", "case id", "caseid", "case", "dossier"],
        chosen: |mapping| mapping.case.as_ref(),
        needed: true,
    },
    Meaning {
        said: "l’acte",
        usual: &["concept:name", "activity", "event", "acte", "activité"],
        chosen: |mapping| mapping.activity.as_ref(),
        needed: true,
    },
    Meaning {
        said: "la date de l’acte",
        usual: &["time:timestamp", "timestamp", "complete timestamp", "date"],
        chosen: |mapping| mapping.timestamp.as_ref(),
        needed: true,
    },
    Meaning {
        said: "l’intervenant",
        usual: &["org:resource", "resource", "worker", "intervenant"],
        chosen: |mapping| mapping.worker.as_ref(),
        needed: false,
    },
    Meaning {
        said: "l’étape de l’acte",
        usual: &["lifecycle:transition", "lifecycle"],
        chosen: |mapping| mapping.lifecycle.as_ref(),
        needed: false,
    },
    Meaning {
        said: "l’identifiant de l’acte",
        usual: &["concept:instance", "identity:id", "event_id", "event id", "eventid"],
        chosen: |mapping| mapping.id.as_ref(),
        needed: false,
    },
    Meaning {
        said: "l’ouverture du dossier",
        usual: &["case:startdate"],
        chosen: |mapping| mapping.opened.as_ref(),
        needed: false,
    },
    Meaning {
        said: "la clôture du dossier",
        usual: &["case:enddate"],
        chosen: |mapping| mapping.closed.as_ref(),
        needed: false,
    },
    Meaning {
        said: "le référent du dossier",
        usual: &["case:responsible"],
        chosen: |mapping| mapping.referent.as_ref(),
        needed: false,
    },
    Meaning {
        said: "l’échéance du dossier",
        usual: &["case:deadline"],
        chosen: |mapping| mapping.deadline.as_ref(),
        needed: false,
    },
    Meaning {
        said: "le service du dossier",
        usual: &["case:department"],
        chosen: |mapping| mapping.service.as_ref(),
        needed: false,
    },
];

/// Where each meaning stands in the columns of a CSV file.
#[derive(Clone, Debug)]
pub(super) struct Columns([Option<usize>; 11]);

impl Columns {
    /// Finds every column the mapping names, and the usual ones for the rest.
    pub(super) fn find(mapping: &Mapping, head: &[String]) -> Result<Self, Fault> {
        let exact = |name: &str| head.iter().position(|column| column == name);
        let loose = |name: &str| head.iter().position(|column| column.trim().to_lowercase() == name);
        let mut found = [None; 11];
        for (place, meaning) in found.iter_mut().zip(&MEANINGS) {
            let missing = |column: &str| Fault::ColumnMissing {
                column: column.to_owned(),
                meaning: meaning.said,
                present: present(mapping, head),
            };
            *place = match (meaning.chosen)(mapping) {
                Some(name) => Some(exact(name).ok_or_else(|| missing(name))?),
                None => meaning
                    .usual
                    .iter()
                    .find_map(|name| exact(name).or_else(|| loose(name))),
            };
            if let Some(name) = place.and_then(|place| head.get(place))
                && head.iter().filter(|column| *column == name).count() > 1
            {
                return Err(Fault::ColumnTwice { column: name.clone() });
            }
            if place.is_none() && meaning.needed {
                return Err(missing(meaning.usual.first().copied().unwrap_or_default()));
            }
        }
        Ok(Self(found))
    }

    /// The column that tells this.
    pub(super) fn of(&self, place: usize) -> Option<usize> {
        self.0.get(place).copied().flatten()
    }
}

/// The attribute that tells each meaning in an XES file; case attributes are written with `case:` before their key.
pub(super) fn keys(mapping: &Mapping) -> [String; 11] {
    std::array::from_fn(|place| {
        let meaning = MEANINGS.get(place);
        let usual = if place == ID {
            "identity:id"
        } else {
            meaning.and_then(|m| m.usual.first().copied()).unwrap_or_default()
        };
        let chosen = meaning.and_then(|meaning| (meaning.chosen)(mapping));
        chosen.map_or_else(|| usual.to_owned(), Clone::clone)
    })
}

/// Whether the first line names columns: one has a known name, and none holds what only a row of someone's would.
fn is_head(mapping: &Mapping, head: &[String]) -> bool {
    let known = |cell: &String| {
        let loose = cell.trim().to_lowercase();
        MEANINGS.iter().any(|meaning| {
            meaning.usual.contains(&loose.as_str()) || (meaning.chosen)(mapping).is_some_and(|name| name == cell)
        })
    };
    let of_a_row = |cell: &String| {
        let cell = cell.trim();
        let number = !cell.is_empty() && cell.bytes().all(|sign| sign.is_ascii_digit());
        number || cell.contains('@') || instants::day(cell).is_ok() || instants::instant(cell, &TimeZone::UTC).is_ok()
    };
    head.iter().any(known) && !head.iter().any(of_a_row)
}

/// The columns there are, as many as a reader can take in. What may be no head line but somebody's row is not shown.
fn present(mapping: &Mapping, head: &[String]) -> String {
    const SHOWN: usize = 30;
    if !is_head(mapping, head) {
        return format!(
            "non citées, car la première ligne ne ressemble pas à un en-tête ({} cellules)",
            head.len()
        );
    }
    let mut names: Vec<String> = head
        .iter()
        .take(SHOWN)
        .map(|name| format!("« {} »", name.chars().take(60).collect::<String>()))
        .collect();
    if head.len() > SHOWN {
        names.push(format!("et {} autres", head.len().saturating_sub(SHOWN)));
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn usual_names_are_found_and_exact_ones_win() {
        let columns = Columns::find(
            &Mapping::default(),
            &head(&["Activity", "Case ID", "timestamp", "concept:name"]),
        )
        .unwrap();
        assert_eq!(columns.of(CASE), Some(1));
        assert_eq!(columns.of(ACTIVITY), Some(3));
        assert_eq!(columns.of(DEADLINE), None);
    }

    #[test]
    fn a_missing_column_is_named_with_those_there_are() {
        let said = Columns::find(&Mapping::default(), &head(&["concept:name", "quand"]))
            .unwrap_err()
            .to_string();
        assert!(
            said.contains("case:concept:name") && said.contains("« quand »"),
            "{said}"
        );
        for row in [
            &["Dupuis", "Ana"][..],
            &["A-17", "2020-01-01", "event"],
            &["event", "ana@exemple.fr"],
        ] {
            let said = Columns::find(&Mapping::default(), &head(row)).unwrap_err().to_string();
            assert!(
                said.contains("cellules") && !row.iter().any(|cell| said.contains(&format!("« {cell} »"))),
                "{said}"
            );
        }
        let mapping = Mapping {
            deadline: Some("limite".to_owned()),
            ..Mapping::default()
        };
        let said = Columns::find(&mapping, &head(&["case", "event", "date"]))
            .unwrap_err()
            .to_string();
        assert!(said.contains("limite") && said.contains("l’échéance"), "{said}");
    }

    #[test]
    fn flags_win_over_the_file() {
        let file: Mapping = toml::from_str("case = 'a'\nworker = 'b'").unwrap();
        let flags = Mapping {
            case: Some("c".to_owned()),
            ..Mapping::default()
        };
        let both = file.under(flags);
        assert_eq!((both.case.as_deref(), both.worker.as_deref()), (Some("c"), Some("b")));
        assert!(toml::from_str::<Mapping>("cases = 'a'").is_err());
    }
}
