//! Where the person of a notebook was oriented, and what its history tells that no goal or action does.

use super::appointments;
use super::notebook::{Notebook, Wishes};
use super::shelf::Shelf;
use super::tables::Row;
use super::themes;
use crate::asking::Times;
use crate::refused::Refused;
use domain::support_case::{Command, Track};
use domain::words::{OrientationId, WorkerId};
use sealed::Compartment;

impl Notebook<'_> {
    /// A request to be followed otherwise, and its answer.
    pub(super) fn orientation(&self, row: &Row) -> Wishes {
        let orientation = OrientationId(self.thing(row));
        let track = |field: &str| -> Result<_, Refused> {
            let Some(id) = row.text(field)? else { return Ok(None) };
            let system = self.shelf.system(&id);
            let system = system.ok_or_else(|| row.origin(field).refused("le dispositif est inconnu"))?;
            Ok(Some(themes::track(system)))
        };
        let reason = |field: &str| {
            row.text(field)
                .map(|text| text.map(|text| self.about(Compartment::Social, text)))
        };
        let by = self.directory.worker(row, "requestor_account_id")?;
        let request = Command::RequestOrientation {
            orientation,
            track: track("requested_orientation_system_id")?.unwrap_or(Track::Other),
            reason: reason("reason")?,
        };
        let mut errands = vec![self.errand(row, "orientation", by, self.times(row, "created_at")?, request)];
        let status = row.needed("status")?;
        if status == "accepted" || status == "denied" {
            let decision = Command::DecideOrientation {
                orientation,
                accepted: status == "accepted",
                track: track("decided_orientation_system_id")?,
                reason: reason("decision_reason")?,
            };
            let times = self.times(row, "decided_at")?;
            errands.push(self.errand(row, "orientation decided", WorkerId::TRAME, times, decision));
        }
        Ok(errands)
    }

    /// What the history tells and no goal or action does: an act, when it is known when.
    pub(super) fn history(&self, row: &Row) -> Wishes {
        let at = self.dates.instant(row, "event_date")?;
        let label = row.inner("event", "event_label").map(str::trim).unwrap_or_default();
        let (Some(at), false) = (at, label.is_empty() || self.is_told(label)) else {
            return Ok(Vec::new());
        };
        let worker = self.directory.worker(row, "creator_id")?;
        let theme = row.inner("event", "category").unwrap_or_default();
        let wish = Command::RecordAct {
            activity: self.about(themes::domain(theme).compartment(), label),
            worker: (worker != WorkerId::TRAME).then_some(worker),
        };
        Ok(vec![self.errand(row, "history", worker, Times::then(at), wish).dated()])
    }

    /// Whether a goal or an action of this notebook carries these words.
    fn is_told(&self, label: &str) -> bool {
        let says = |row: &&Row, field: &str| row.text(field).ok().flatten().as_deref() == Some(label);
        let targets = || {
            Shelf::of(&self.shelf.focuses, &self.row.id)
                .iter()
                .flat_map(|focus| Shelf::of(&self.shelf.targets, &focus.id))
        };
        targets().any(|target| says(target, "target"))
            || targets()
                .flat_map(|target| Shelf::of(&self.shelf.actions, &target.id))
                .any(|action| says(action, "action"))
    }

    /// An appointment of the past of which nobody told whether it was held.
    pub(super) fn untold_appointment(&self, row: &Row) -> Wishes {
        let Some(appointment) = appointments::read(self, row)? else {
            return Ok(Vec::new());
        };
        if appointment.outcome != appointments::Outcome::Untold {
            return Ok(Vec::new());
        }
        let wish = Command::RecordAct {
            activity: self.about(Compartment::Activity, "Rendez-vous prévu, issue non renseignée"),
            worker: Some(appointment.worker),
        };
        let times = Times::then(appointment.at);
        Ok(vec![self.errand(
            row,
            "appointment untold",
            appointment.worker,
            times,
            wish,
        )])
    }
}
