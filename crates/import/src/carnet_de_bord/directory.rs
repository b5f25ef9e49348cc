//! Structures and départements with their service, and all who have an account there.

use super::dates::Dates;
use super::errands::{Adds, Errand, Office};
use super::tables::{Row, Tables};
use super::themes;
use crate::Fault;
use crate::asking::Times;
use crate::refused::Refused;
use domain::organisation::{Command, Kind, Organisation, Post};
use domain::words::{Profession, Role, ServiceId, WorkerId};
use jiff::Timestamp;
use sealed::{Compartment, Private, Subject};
use std::collections::BTreeMap;

const SCOPE: &str = "import.carnet_de_bord.organisation";

/// Those who help, by what the tables call them.
#[derive(Debug, Default)]
pub(super) struct Directory {
    /// The service of each structure or département.
    pub(super) services: BTreeMap<String, ServiceId>,
    /// The worker behind each account.
    pub(super) workers: BTreeMap<String, WorkerId>,
    /// The service each worker belongs to.
    pub(super) service_of: BTreeMap<WorkerId, ServiceId>,
}

/// Someone with a file in one of the tables of people who help.
struct Someone<'a> {
    row: &'a Row,
    account: Option<&'a Row>,
    role: Role,
    profession: Profession,
}

impl Directory {
    /// Makes known those that are not yet.
    pub(super) async fn open(office: &Office, tables: &Tables, dates: &Dates) -> Result<Self, Fault> {
        let at = dates.earliest.unwrap_or(office.now);
        let mut staff = staff(tables);
        let mut directory = Self::default();
        for row in tables.deployments.iter().chain(&tables.structures) {
            let of_structure = row.table == "structures";
            let name = if of_structure {
                row.needed("name")
            } else {
                row.needed("label")
            };
            let name = match name {
                Ok(name) => name,
                Err(why) => {
                    office.refuse(&why)?;
                    continue;
                }
            };
            let kind = if of_structure {
                themes::kind(&name)
            } else {
                Kind::Department
            };
            let people = staff.remove(&row.id).unwrap_or_default();
            directory
                .establish(office, row, (name, kind), &people, at, dates)
                .await?;
        }
        for someone in staff.into_values().flatten() {
            office.refuse(
                &someone
                    .row
                    .origin("structure_id")
                    .refused("la structure est inconnue ou refusée"),
            )?;
        }
        Ok(directory)
    }

    async fn establish(
        &mut self,
        office: &Office,
        row: &Row,
        (name, kind): (String, Kind),
        people: &[Someone<'_>],
        at: Timestamp,
        dates: &Dates,
    ) -> Result<(), Fault> {
        let reserved = office.ids.name(&format!("{}:{}", row.table, row.id));
        let mut held = office.find::<Organisation>(SCOPE, &reserved).await?;
        let near = held.stream();
        let service = ServiceId(office.ids.thing(near, "service", &[row.table, &row.id]));
        let times = Times::then(at);
        let command = |role: &str| office.ids.command(role, &[row.table, &row.id]);
        let errand = |role: &str, wish| Errand::new(row.origin("name"), command(role), WorkerId::TRAME, times, wish);
        let register = Command::Register {
            name: name.clone(),
            kind,
        };
        let mut errands = vec![
            errand("organisation", register).reserving(SCOPE, reserved),
            errand("service", Command::OpenService { service, name }).adding(Adds::Service),
        ];
        for someone in people {
            let worker = WorkerId(office.ids.thing(near, "worker", &[someone.row.table, &someone.row.id]));
            match someone.errands(office, worker, service, at, dates) {
                Ok(theirs) => {
                    errands.extend(theirs);
                    self.service_of.insert(worker, service);
                    if let Some(account) = someone.account {
                        self.workers.insert(account.id.clone(), worker);
                    }
                }
                Err(why) => office.refuse(&why)?,
            }
        }
        self.services.insert(row.id.clone(), service);
        office.carry(&mut held, errands).await
    }

    /// The worker behind an account; the system where the record names none.
    pub(super) fn worker(&self, row: &Row, field: &str) -> Result<WorkerId, Refused> {
        match row.text(field)? {
            None => Ok(WorkerId::TRAME),
            Some(account) => self
                .workers
                .get(&account)
                .copied()
                .ok_or_else(|| row.origin(field).refused("le compte est inconnu ou refusé")),
        }
    }
}

impl Someone<'_> {
    fn errands(
        &self,
        office: &Office,
        worker: WorkerId,
        service: ServiceId,
        at: Timestamp,
        dates: &Dates,
    ) -> Result<Vec<Errand<Command>>, Refused> {
        let row = self.row;
        let command = |role: &str| office.ids.command(role, &[row.table, &row.id]);
        let name = [row.text("firstname")?, row.text("lastname")?];
        let name = name.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let login = self.account.map(|account| account.needed("username")).transpose()?;
        let identifier = match login.or(row.text("email")?) {
            Some(identifier) => identifier,
            None => row.id.clone(),
        };
        let sealed = |text: &str| Private::new(Subject::Worker(worker.0), Compartment::Coordination, text.to_owned());
        let post = Post {
            worker,
            name: sealed(if name.is_empty() { &identifier } else { &name }),
            identifier: sealed(&identifier),
            service,
            team: None,
            profession: self.profession,
            role: self.role,
            bound_by_secrecy: self.profession == Profession::SocialWorker,
            working_time: 100,
        };
        let join = Errand::new(
            row.origin("id"),
            command("worker"),
            WorkerId::TRAME,
            Times::then(at),
            Command::Join { post },
        );
        let mut errands = vec![join.adding(Adds::Worker)];
        if let Some(account) = self.account
            && let Some(left) = dates.instant(account, "deleted_at")?
        {
            let leave = Command::Leave { worker };
            errands.push(Errand::new(
                account.origin("deleted_at"),
                command("worker left"),
                WorkerId::TRAME,
                Times::then(left),
                leave,
            ));
        }
        Ok(errands)
    }
}

/// Everybody who helps, by the structure or département they belong to.
fn staff(tables: &Tables) -> BTreeMap<String, Vec<Someone<'_>>> {
    let account = |field: &str, id: &str| {
        let is_hers = |account: &&Row| account.text(field).ok().flatten().as_deref() == Some(id);
        tables.accounts.iter().find(is_hers)
    };
    let text = |row: &Row, field: &str| row.text(field).ok().flatten();
    let first_department = tables.deployments.first().map(|row| row.id.clone());
    let mut staff: BTreeMap<String, Vec<Someone<'_>>> = BTreeMap::new();
    let mut add = |place: Option<String>, row, account, role, profession| {
        let someone = Someone {
            row,
            account,
            role,
            profession,
        };
        staff.entry(place.unwrap_or_default()).or_default().push(someone);
    };
    for row in &tables.professionals {
        let profession = text(row, "position").map_or(Profession::Unknown, |position| themes::profession(&position));
        add(
            text(row, "structure_id"),
            row,
            account("professional_id", &row.id),
            Role::Worker,
            profession,
        );
    }
    for row in &tables.orientation_managers {
        let (place, account) = (text(row, "deployment_id"), account("orientation_manager_id", &row.id));
        add(place, row, account, Role::Intake, Profession::Unknown);
    }
    for row in &tables.managers {
        let (place, account) = (text(row, "deployment_id"), account("manager_id", &row.id));
        add(place, row, account, Role::Manager, Profession::TeamManager);
    }
    for row in &tables.structure_admins {
        let of_hers = |link: &&Row| text(link, "admin_structure_id").as_deref() == Some(&row.id);
        let linked = tables.structure_admin_links.iter().find(of_hers);
        let place = linked
            .and_then(|link| text(link, "structure_id"))
            .or(text(row, "deployment_id"));
        add(
            place,
            row,
            account("admin_structure_id", &row.id),
            Role::Administrator,
            Profession::Unknown,
        );
    }
    for row in &tables.platform_admins {
        let account = account("admin_id", &row.id);
        add(
            first_department.clone(),
            row,
            account,
            Role::Administrator,
            Profession::Unknown,
        );
    }
    // Programs that write in the carnet have an account and no file of their own.
    for row in tables
        .accounts
        .iter()
        .filter(|row| text(row, "type").as_deref() == Some("service"))
    {
        add(
            first_department.clone(),
            row,
            Some(row),
            Role::Partner,
            Profession::Unknown,
        );
    }
    staff
}
