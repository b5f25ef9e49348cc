//! A notebook: the case of one person, those around her, what her situation was said to be, where she was oriented, and
//! what else its history tells.

use super::dates::Dates;
use super::directory::Directory;
use super::errands::{Adds, Errand, Office};
use super::people::{Known, People};
use super::shelf::Shelf;
use super::tables::Row;
use super::{appointments, plan, themes};
use crate::asking::Times;
use crate::refused::Refused;
use crate::{Fault, instants};
use domain::support_case::{Assessment, Command, Intensity, Measure, Opening, Support, SupportCase};
use domain::words::{Day, DomainOfLife, MeasureId, OrientationId, ServiceId, Voice, WorkerId};
use jiff::tz::TimeZone;
use sealed::{Compartment, Private};
use uuid::Uuid;

const SCOPE: &str = "import.carnet_de_bord.case";

/// What all parts of one notebook need to know.
pub(super) struct Notebook<'a> {
    pub(super) office: &'a Office,
    pub(super) shelf: &'a Shelf<'a>,
    pub(super) directory: &'a Directory,
    pub(super) dates: &'a Dates,
    pub(super) row: &'a Row,
    pub(super) known: &'a Known,
    pub(super) case: Uuid,
    /// When the case opened; with no known instant when the record tells none.
    pub(super) opened: Times,
}

type Wishes = Result<Vec<Errand<Command>>, Refused>;

/// Brings one notebook in.
pub(super) async fn bring_in(
    office: &Office,
    row: &Row,
    shelf: &Shelf<'_>,
    people: &People,
    directory: &Directory,
    dates: &Dates,
) -> Result<(), Fault> {
    let beneficiary = row.text("beneficiary_id").ok().flatten().unwrap_or_default();
    let Some(known) = people.get(&beneficiary) else {
        return office.refuse(
            &row.origin("beneficiary_id")
                .refused("la personne est inconnue ou refusée"),
        );
    };
    let opened = match dates.instant(row, "created_at") {
        Ok(at) => at.map_or(super::people::undated(office, dates), Times::then),
        Err(why) => return office.refuse(&why),
    };
    let reserved = office.ids.name(&row.id);
    let mut held = office.find::<SupportCase>(SCOPE, &reserved).await?;
    let notebook = Notebook {
        office,
        shelf,
        directory,
        dates,
        row,
        known,
        case: held.stream(),
        opened,
    };
    let open = match notebook.open(&beneficiary) {
        Ok(open) => open.adding(Adds::Case).reserving(SCOPE, reserved),
        Err(why) => return office.refuse(&why),
    };
    shelf.meet(&row.id);
    shelf.meet(&beneficiary);
    let mut errands = vec![open];
    errands.extend(notebook.circle()?);
    notebook.gather(&mut errands, Shelf::of(&shelf.infos, &row.id), Notebook::track)?;
    notebook.gather(&mut errands, &[row], Notebook::contract)?;
    notebook.gather(&mut errands, Shelf::of(&shelf.focuses, &row.id), Notebook::focus)?;
    notebook.gather(&mut errands, Shelf::of(&shelf.situations, &row.id), Notebook::situation)?;
    notebook.gather(&mut errands, Shelf::of(&shelf.projects, &row.id), Notebook::project)?;
    notebook.gather(
        &mut errands,
        Shelf::of(&shelf.requests, &beneficiary),
        Notebook::orientation,
    )?;
    notebook.gather(&mut errands, Shelf::of(&shelf.events, &row.id), Notebook::history)?;
    notebook.gather(
        &mut errands,
        Shelf::of(&shelf.appointments, &row.id),
        Notebook::untold_appointment,
    )?;
    office.carry(&mut held, errands).await?;
    plan::bring_in(&notebook).await?;
    appointments::bring_in(&notebook).await
}

impl Notebook<'_> {
    /// The wishes of these records; a record that cannot be read is refused alone.
    fn gather(
        &self,
        errands: &mut Vec<Errand<Command>>,
        rows: &[&Row],
        wishes: fn(&Self, &Row) -> Wishes,
    ) -> Result<(), Fault> {
        for row in rows {
            match wishes(self, row) {
                Ok(more) => errands.extend(more),
                Err(why) => self.office.refuse(&why)?,
            }
        }
        Ok(())
    }

    pub(super) fn errand<C>(&self, row: &Row, role: &str, by: WorkerId, times: Times, wish: C) -> Errand<C> {
        let command = self.office.ids.command(role, &[row.table, &row.id]);
        Errand::new(row.origin("id"), command, by, times, wish)
    }

    pub(super) fn about(&self, compartment: Compartment, text: impl Into<String>) -> Private<String> {
        Private::person(self.known.person.0, compartment, text.into())
    }

    pub(super) fn thing(&self, row: &Row) -> Uuid {
        self.office.ids.thing(self.case, row.table, &[&row.id])
    }

    /// When a record says something happened, else when the case opened, without saying that it was known then.
    pub(super) fn times(&self, row: &Row, field: &str) -> Result<Times, Refused> {
        Ok(self.dates.instant(row, field)?.map_or(
            Times {
                occurred_at: self.opened.occurred_at,
                known_at: None,
            },
            Times::then,
        ))
    }

    fn open(&self, beneficiary: &str) -> Result<Errand<Command>, Refused> {
        let wish = Command::Open(Opening {
            household: Some(self.known.household),
            people: vec![self.known.person],
            service: self.service(beneficiary)?,
            label: self.known.label.clone(),
            opened_on: Day::of(self.opened.occurred_at, &TimeZone::UTC),
            support: Support::Insertion,
            intensity: Intensity::Standard,
            children: 0,
            requested_on: None,
        });
        Ok(self.errand(self.row, "case", WorkerId::TRAME, self.opened, wish))
    }

    /// The structure she is attached to now, else the référent's, else her département.
    fn service(&self, beneficiary: &str) -> Result<ServiceId, Refused> {
        let attached = Shelf::of(&self.shelf.structures, beneficiary)
            .iter()
            .filter(|row| row.text("status").ok().flatten().as_deref() == Some("current"))
            .find_map(|row| self.directory.services.get(&row.text("structure_id").ok().flatten()?));
        let of_referent = || {
            let (worker, _) = *self.referents().last()?;
            self.directory.service_of.get(&worker)
        };
        let of_department = || self.directory.services.get(self.shelf.deployment(beneficiary)?);
        attached
            .or_else(of_referent)
            .or_else(of_department)
            .copied()
            .ok_or_else(|| {
                self.row
                    .origin("beneficiary_id")
                    .refused("aucun service connu ne suit cette personne")
            })
    }

    fn referents(&self) -> Vec<(WorkerId, &Row)> {
        let rows = Shelf::of(&self.shelf.members, &self.row.id);
        let is_referent = |row: &&&Row| row.text("member_type").ok().flatten().as_deref() == Some("referent");
        let mut referents: Vec<_> = rows
            .iter()
            .filter(is_referent)
            .filter_map(|row| Some((self.directory.worker(row, "account_id").ok()?, *row)))
            .collect();
        // Those who stopped come before those who go on.
        referents.sort_by_key(|(_, row)| (row.holds("active"), row.text("created_at").ok().flatten()));
        referents
    }

    /// Those around the person: référents one after the other, and the team.
    fn circle(&self) -> Result<Vec<Errand<Command>>, Fault> {
        let mut errands = Vec::new();
        let mut present: Option<WorkerId> = None;
        for (worker, row) in self.referents() {
            let wish = match present {
                None => Command::AppointReferent { worker },
                Some(before) if before == worker => continue,
                Some(_) => Command::HandOver {
                    to: worker,
                    reason: None,
                    met_on: None,
                },
            };
            present = Some(worker);
            match self.member(row, "referent", wish) {
                Ok(errand) => errands.push(errand),
                Err(why) => self.office.refuse(&why)?,
            }
        }
        if let Some((_, last)) = self.referents().last()
            && !last.holds("active")
        {
            errands.extend(self.member(last, "referent left", Command::StandDown).ok());
        }
        let mut joined = std::collections::BTreeSet::new();
        for row in Shelf::of(&self.shelf.members, &self.row.id) {
            match self.team_member(row) {
                Ok((worker, _)) if !joined.insert(worker) => {}
                Ok((_, theirs)) => errands.extend(theirs),
                Err(why) => self.office.refuse(&why)?,
            }
        }
        Ok(errands)
    }

    fn member(&self, row: &Row, role: &str, wish: Command) -> Result<Errand<Command>, Refused> {
        let by = self.directory.worker(row, "creator_id").unwrap_or(WorkerId::TRAME);
        Ok(self.errand(row, role, by, self.times(row, "created_at")?, wish))
    }

    fn team_member(&self, row: &Row) -> Result<(WorkerId, Vec<Errand<Command>>), Refused> {
        let worker = self.directory.worker(row, "account_id")?;
        if row.needed("member_type")? == "referent" {
            return Ok((worker, Vec::new()));
        }
        let mut errands = vec![self.member(row, "member", Command::JoinTeam { worker })?];
        if !row.holds("active") {
            // That she left is told, not when: at the end of what the record tells of her.
            let ended = match self.dates.instant(row, "membership_ended_at")? {
                Some(at) => Times::then(at),
                None => Times {
                    known_at: None,
                    ..self.times(row, "last_visited_at")?
                },
            };
            let by = WorkerId::TRAME;
            errands.push(self.errand(row, "member left", by, ended, Command::LeaveTeam { worker }));
        }
        Ok((worker, errands))
    }

    /// The track she follows, as a measure from the opening on: the record does not tell since when.
    fn track(&self, row: &Row) -> Wishes {
        let Some(system) = row.text("orientation_system_id")?.and_then(|id| self.shelf.system(&id)) else {
            return Ok(Vec::new());
        };
        let mut label = format!("Dispositif : {}", system.needed("name")?);
        if let Some(reason) = row.text("orientation_reason")? {
            label = format!("{label} ({reason})");
        }
        let from = self.opened;
        let domain = DomainOfLife::Employment;
        let wish = self.measure(
            self.office.ids.thing(self.case, "track", &[&row.id]),
            label,
            domain,
            Day::of(from.occurred_at, &TimeZone::UTC),
            None,
        );
        let times = Times { known_at: None, ..from };
        Ok(vec![self.errand(row, "track", WorkerId::TRAME, times, wish)])
    }

    fn measure(&self, id: Uuid, label: String, domain: DomainOfLife, from: Day, until: Option<Day>) -> Command {
        Command::StartMeasure(Measure {
            measure: MeasureId(id),
            label: self.about(domain.compartment(), label),
            domain,
            from,
            until,
        })
    }

    /// The contract of reciprocal commitments, when the notebook tells of one.
    fn contract(&self, row: &Row) -> Wishes {
        let Some(kind) = row.text("contract_type")? else {
            return Ok(Vec::new());
        };
        let day = |field: &str| -> Result<Option<Day>, Refused> {
            let Some(text) = row.text(field)? else { return Ok(None) };
            let read = instants::day(&text).map_err(|reason| row.origin(field).refused(reason))?;
            Ok(Some(Day(read)))
        };
        let (signed, from, until) = (
            day("contract_sign_date")?,
            day("contract_start_date")?,
            day("contract_end_date")?,
        );
        let Some(from) = from.or(signed) else {
            return Ok(Vec::new());
        };
        let label = match kind.as_str() {
            "cer" => "Contrat d’engagements réciproques".to_owned(),
            other => format!("Contrat : {other}"),
        };
        let times = Times {
            occurred_at: from.start(&TimeZone::UTC),
            known_at: None,
        };
        let id = self.office.ids.thing(self.case, "contract", &[&row.id]);
        let wish = self.measure(id, label, DomainOfLife::Employment, from, until);
        Ok(vec![self.errand(row, "contract", WorkerId::TRAME, times, wish)])
    }

    fn assess(&self, domain: DomainOfLife, voice: Voice, words: String) -> Command {
        Command::Assess(Assessment {
            domain,
            voice,
            level: None,
            words: Some(self.about(domain.compartment(), words)),
        })
    }

    /// A theme that is worked on opens the thread of its domain.
    fn focus(&self, row: &Row) -> Wishes {
        let theme = row.needed("theme")?;
        let by = self.directory.worker(row, "creator_id")?;
        let words = format!("Thème travaillé : {}", themes::label(&theme));
        let wish = self.assess(themes::domain(&theme), Voice::Worker, words);
        Ok(vec![self.errand(
            row,
            "focus",
            by,
            self.times(row, "created_at")?,
            wish,
        )])
    }

    /// A situation that was ticked, unless it was unticked since.
    fn situation(&self, row: &Row) -> Wishes {
        if row.text("deleted_at")?.is_some() {
            return Ok(Vec::new());
        }
        let id = row.needed("situation_id")?;
        let known = self.shelf.situation(&id);
        let label = known.ok_or_else(|| {
            row.origin("situation_id")
                .refused("la situation est inconnue du référentiel")
        })?;
        let theme = label.text("theme")?.unwrap_or_default();
        let by = self.directory.worker(row, "created_by")?;
        let wish = self.assess(themes::domain(&theme), Voice::Worker, label.needed("description")?);
        Ok(vec![self.errand(
            row,
            "situation",
            by,
            self.times(row, "created_at")?,
            wish,
        )])
    }

    /// A trade the person wishes for.
    fn project(&self, row: &Row) -> Wishes {
        let job = row.text("rome_code_id")?.and_then(|id| self.shelf.job(&id));
        let Some(job) = job else { return Ok(Vec::new()) };
        let words = format!("Métier souhaité : {}", job.needed("label")?);
        let wish = self.assess(DomainOfLife::Employment, Voice::Person, words);
        let by = WorkerId::TRAME;
        Ok(vec![self.errand(
            row,
            "project",
            by,
            self.times(row, "created_at")?,
            wish,
        )])
    }

    /// A request to be followed otherwise, and its answer.
    fn orientation(&self, row: &Row) -> Wishes {
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
            track: track("requested_orientation_system_id")?.unwrap_or(domain::support_case::Track::Other),
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
    fn history(&self, row: &Row) -> Wishes {
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
        Ok(vec![self.errand(row, "history", worker, Times::then(at), wish)])
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
    fn untold_appointment(&self, row: &Row) -> Wishes {
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
