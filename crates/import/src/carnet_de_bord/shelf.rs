//! All tables arranged by what their records hang on, so that each notebook finds its own, and records that hang on
//! nothing are told.

use super::errands::Office;
use super::tables::{Row, Tables};
use crate::Fault;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

/// Records by what they hang on.
type Hung<'a> = BTreeMap<String, Vec<&'a Row>>;

/// The tables around notebooks.
pub(super) struct Shelf<'a> {
    pub(super) members: Hung<'a>,
    pub(super) infos: Hung<'a>,
    pub(super) focuses: Hung<'a>,
    pub(super) targets: Hung<'a>,
    pub(super) actions: Hung<'a>,
    pub(super) situations: Hung<'a>,
    pub(super) appointments: Hung<'a>,
    pub(super) requests: Hung<'a>,
    pub(super) events: Hung<'a>,
    pub(super) projects: Hung<'a>,
    pub(super) structures: Hung<'a>,
    labels: BTreeMap<&'a str, &'a Row>,
    systems: BTreeMap<&'a str, &'a Row>,
    jobs: BTreeMap<&'a str, &'a Row>,
    deployments: BTreeMap<&'a str, String>,
    /// What was brought in: notebooks, their people, their focuses and goals.
    met: Mutex<BTreeSet<String>>,
}

fn hung<'a>(rows: &'a [Row], on: &str) -> Hung<'a> {
    let mut hung = Hung::new();
    for row in rows {
        let on = row.text(on).ok().flatten().unwrap_or_default();
        hung.entry(on).or_default().push(row);
    }
    hung
}

fn by_id(rows: &[Row]) -> BTreeMap<&str, &Row> {
    rows.iter().map(|row| (row.id.as_str(), row)).collect()
}

impl<'a> Shelf<'a> {
    pub(super) fn new(tables: &'a Tables) -> Self {
        let deployment = |row: &'a Row| Some((row.id.as_str(), row.text("deployment_id").ok().flatten()?));
        Self {
            members: hung(&tables.notebook_members, "notebook_id"),
            infos: hung(&tables.notebook_infos, "notebook_id"),
            focuses: hung(&tables.notebook_focuses, "notebook_id"),
            targets: hung(&tables.notebook_targets, "focus_id"),
            actions: hung(&tables.notebook_actions, "target_id"),
            situations: hung(&tables.notebook_situations, "notebook_id"),
            appointments: hung(&tables.notebook_appointments, "notebook_id"),
            requests: hung(&tables.orientation_requests, "beneficiary_id"),
            events: hung(&tables.notebook_events, "notebook_id"),
            projects: hung(&tables.professional_projects, "notebook_id"),
            structures: hung(&tables.beneficiary_structures, "beneficiary_id"),
            labels: by_id(&tables.situations),
            systems: by_id(&tables.orientation_systems),
            jobs: by_id(&tables.rome_codes_used),
            deployments: tables.beneficiaries.iter().filter_map(deployment).collect(),
            met: Mutex::default(),
        }
    }

    /// What hangs on something.
    pub(super) fn of<'b>(hung: &'b Hung<'a>, on: &str) -> &'b [&'a Row] {
        hung.get(on).map(Vec::as_slice).unwrap_or_default()
    }

    /// The label of a situation.
    pub(super) fn situation(&self, id: &str) -> Option<&'a Row> {
        self.labels.get(id).copied()
    }

    /// An orientation system.
    pub(super) fn system(&self, id: &str) -> Option<&'a Row> {
        self.systems.get(id).copied()
    }

    /// A trade.
    pub(super) fn job(&self, id: &str) -> Option<&'a Row> {
        self.jobs.get(id).copied()
    }

    /// The département of a person.
    pub(super) fn deployment(&self, beneficiary: &str) -> Option<&str> {
        self.deployments.get(beneficiary).map(String::as_str)
    }

    /// Tells that what hangs on this is brought in.
    pub(super) fn meet(&self, id: &str) {
        self.met
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id.to_owned());
    }

    /// Refuses what hangs on a notebook, focus or goal that is unknown or was refused.
    pub(super) fn refuse_orphans(&self, office: &Office) -> Result<(), Fault> {
        let met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        let hanging = [
            (&self.members, "notebook_id"),
            (&self.infos, "notebook_id"),
            (&self.focuses, "notebook_id"),
            (&self.targets, "focus_id"),
            (&self.actions, "target_id"),
            (&self.situations, "notebook_id"),
            (&self.appointments, "notebook_id"),
            (&self.requests, "beneficiary_id"),
            (&self.events, "notebook_id"),
            (&self.projects, "notebook_id"),
        ];
        for (hung, field) in hanging {
            for row in hung
                .iter()
                .filter(|(on, _)| !met.contains(*on))
                .flat_map(|(_, rows)| rows)
            {
                office.refuse(
                    &row.origin(field)
                        .refused("ce à quoi il se rattache est inconnu ou refusé"),
                )?;
            }
        }
        Ok(())
    }
}
