//! The tables of a carnet de bord: arrays of records in JSON. Unknown columns are passed over; a record that is none is
//! refused alone; a table that is missing stops the import before anything is kept.
//!
//! Tables hang on each other in no order, so they are held in memory while they are brought in; each is bounded.

use super::checks;
use super::errands::Origin;
use crate::Fault;
use crate::reading::unreadable;
use crate::refused::Refused;
use domain::words::LONGEST;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// The largest table that is read, in MiB. Memory is four times what the tables weigh: measured, 700 MiB for 50,000 people
/// with three members each. The bound admits more than 150,000 of them, more than a département accompanies.
const LARGEST: u64 = 256;

/// A record of a table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) table: &'static str,
    pub(super) number: u64,
    pub(super) id: String,
    fields: Map<String, Value>,
}

impl Row {
    /// Where a field of it stands.
    pub(super) fn origin(&self, field: &str) -> Origin {
        Origin {
            line: self.number,
            field: format!("{}[{}].{field}", self.table, self.id),
        }
    }

    /// A text; blank means none. A number is read as it is written.
    pub(super) fn text(&self, field: &str) -> Result<Option<String>, Refused> {
        let text = match self.fields.get(field) {
            None | Some(Value::Null) => return Ok(None),
            Some(Value::String(text)) => text.trim().to_owned(),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Bool(_) | Value::Array(_) | Value::Object(_)) => {
                return Err(self.origin(field).refused("ce n’est pas un texte"));
            }
        };
        if text.chars().count() > LONGEST {
            return Err(self.origin(field).refused(format!("plus de {LONGEST} caractères")));
        }
        Ok(if text.is_empty() { None } else { Some(text) })
    }

    /// A text without which the record says nothing.
    pub(super) fn needed(&self, field: &str) -> Result<String, Refused> {
        self.text(field)?
            .ok_or_else(|| self.origin(field).refused("la valeur manque"))
    }

    /// Whether something holds; absent means no.
    pub(super) fn holds(&self, field: &str) -> bool {
        self.fields.get(field).and_then(Value::as_bool).unwrap_or_default()
    }

    /// A text inside an object.
    pub(super) fn inner(&self, object: &str, field: &str) -> Option<&str> {
        self.fields.get(object)?.get(field)?.as_str()
    }
}

macro_rules! tables {
    ($($name:ident),+ $(,)?) => {
        /// The tables that are read, each as it stands in its file.
        #[derive(Debug, Default)]
        pub(super) struct Tables {
            $(pub(super) $name: Vec<Row>,)+
            /// The labels of situations, by their id.
            pub(super) situations: Vec<Row>,
            /// Records that are none.
            pub(super) refused: Vec<Refused>,
        }

        impl Tables {
            /// Reads them all.
            pub(super) fn read(folder: &Path) -> Result<Self, Fault> {
                let mut tables = Self::default();
                let mut refused = Vec::new();
                $(tables.$name = rows(stringify!($name), records(folder, stringify!($name))?, &mut refused);)+
                let reference = value(folder, "reference")?;
                let situations = reference.get("situations").and_then(Value::as_array).cloned().unwrap_or_default();
                tables.situations = rows("reference.situations", situations, &mut refused);
                tables.refused = refused;
                Ok(tables)
            }

            /// All of them.
            pub(super) fn all(&self) -> impl Iterator<Item = &Vec<Row>> {
                [$(&self.$name),+].into_iter()
            }
        }
    };
}

tables!(
    accounts,
    beneficiaries,
    beneficiary_structures,
    deployments,
    managers,
    notebook_actions,
    notebook_appointments,
    notebook_events,
    notebook_focuses,
    notebook_infos,
    notebook_members,
    notebook_situations,
    notebook_targets,
    notebooks,
    orientation_managers,
    orientation_requests,
    orientation_systems,
    platform_admins,
    professional_projects,
    professionals,
    rome_codes_used,
    structure_admin_links,
    structure_admins,
    structures,
);

fn value(folder: &Path, table: &str) -> Result<Value, Fault> {
    let name = format!("{table}.json");
    let path = folder.join(&name);
    if !path.is_file() {
        return Err(Fault::TableMissing {
            table: name,
            folder: folder.to_owned(),
        });
    }
    let file = File::open(&path).map_err(|error| unreadable(&path, &error))?;
    let length = file.metadata().map_err(|error| unreadable(&path, &error))?.len();
    if length >> 20 >= LARGEST {
        return Err(Fault::TableTooLarge {
            table: name,
            most: LARGEST,
        });
    }
    serde_json::from_reader(BufReader::new(file)).map_err(|error| Fault::TableUnreadable {
        table: name,
        // Where, and never what: the reader's own words may quote a value.
        reason: format!("JSON mal formé, ligne {}, colonne {}", error.line(), error.column()),
    })
}

fn records(folder: &Path, table: &str) -> Result<Vec<Value>, Fault> {
    match value(folder, table)? {
        Value::Array(records) => Ok(records),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
            Err(Fault::TableUnreadable {
                table: format!("{table}.json"),
                reason: "un tableau d’enregistrements est attendu".to_owned(),
            })
        }
    }
}

fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains(checks::NUL),
        Value::Array(values) => values.iter().any(holds_nul),
        Value::Object(fields) => fields.values().any(holds_nul),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn rows(table: &'static str, records: Vec<Value>, refused: &mut Vec<Refused>) -> Vec<Row> {
    let mut rows = Vec::with_capacity(records.len());
    let mut met = BTreeMap::new();
    for (record, number) in records.into_iter().zip(1..) {
        let Value::Object(fields) = record else {
            refused.push(Refused::new(number, table, "ce n’est pas un enregistrement"));
            continue;
        };
        // Links have no id of their own in some tables: their place stands for it.
        let id = match fields.get("id") {
            Some(Value::String(id)) if !id.is_empty() => id.clone(),
            Some(Value::Number(id)) => id.to_string(),
            Some(Value::Null | Value::String(_) | Value::Bool(_) | Value::Array(_) | Value::Object(_)) => {
                refused.push(Refused::new(number, format!("{table}.id"), "l’identifiant manque"));
                continue;
            }
            None => number.to_string(),
        };
        let row = Row {
            table,
            number,
            id,
            fields,
        };
        // Kept, it would be in the log for ever and stop every view that shows it.
        if let Some((field, _)) = row.fields.iter().find(|(_, value)| holds_nul(value)) {
            refused.push(match field.as_str() {
                "id" => Refused::new(number, format!("{table}.id"), checks::UNREADABLE),
                field => row.origin(field).refused(checks::UNREADABLE),
            });
            continue;
        }
        // Two records of one id would be brought in under one name: the first is believed.
        if let Some(first) = met.get(&row.id) {
            refused.push(
                row.origin("id")
                    .refused(format!("l’identifiant est déjà celui de l’enregistrement {first}")),
            );
            continue;
        }
        met.insert(row.id.clone(), number);
        rows.push(row);
    }
    rows
}
