//! A notebook: the case of one person, and what her situation was said to be.

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
use domain::support_case::{Assessment, Command, Intensity, Measure, Opening, Phase, Support, SupportCase};
use domain::words::{Day, DomainOfLife, MeasureId, ServiceId, Voice, WorkerId};
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

/// What comes of one record.
pub(super) type Wishes = Result<Vec<Errand<Command>>, Refused>;

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
    let opened = match held.state().phase {
        // Without a date of its own it opened on the day an earlier run chose.
        Phase::Open(day) if opened.known_at.is_none() => Times {
            occurred_at: day.start(&office.territory),
            known_at: None,
        },
        Phase::Open(_) | Phase::Unopened | Phase::Closed => opened,
    };
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
            opened_on: Day::of(self.opened.occurred_at, &self.office.territory),
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
            Day::of(from.occurred_at, &self.office.territory),
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
            occurred_at: from.start(&self.office.territory),
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
}
