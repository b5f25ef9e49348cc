//! Organisations with one service each, as sheets tell of them.

use super::errands::{Adds, Errand, Office, Origin};
use super::sheets::now;
use crate::Fault;
use domain::organisation::{Command, Kind, Organisation, Post};
use domain::words::{Profession, Role, ServiceId, WorkerId};
use event_store::Held;
use sealed::{Compartment, Private, Subject};

const SCOPE: &str = "import.carnet_de_bord.organisation";

/// An organisation with one service.
pub(super) struct Place {
    /// What it is known by: its SIRET, else its name.
    pub(super) key: String,
    pub(super) kind: Kind,
    pub(super) name: String,
}

/// An organisation on its way to the log, and what is still to be asked of it.
type Founding = (Held<Organisation>, ServiceId, Vec<Errand<Command>>);

impl Place {
    /// Makes it known, if it is not yet; answers its service.
    pub(super) async fn establish(&self, office: &Office, origin: &Origin) -> Result<ServiceId, Fault> {
        let (mut held, service, errands) = self.founding(office, origin).await?;
        office.carry(&mut held, errands).await?;
        Ok(service)
    }

    /// The same, with someone who works there.
    pub(super) async fn join(
        self,
        office: &Office,
        [of_place, of_worker]: [Origin; 2],
        (full, email): (&str, &str),
        role: Role,
    ) -> Result<(), Fault> {
        let (mut held, service, mut errands) = self.founding(office, &of_place).await?;
        let key = self.key.as_str();
        let worker = WorkerId(office.ids.thing(held.stream(), "sheet worker", &[key, email]));
        let sealed = |text: &str| Private::new(Subject::Worker(worker.0), Compartment::Coordination, text.to_owned());
        let post = Post {
            worker,
            name: sealed(if full.is_empty() { email } else { full }),
            identifier: sealed(email),
            service,
            team: None,
            profession: Profession::Unknown,
            role,
            bound_by_secrecy: false,
            working_time: 100,
        };
        let command = office.ids.command("sheet worker", &[key, email]);
        let join = Command::Join { post };
        errands.push(Errand::new(of_worker, command, WorkerId::TRAME, now(office), join).adding(Adds::Worker));
        office.carry(&mut held, errands).await
    }

    async fn founding(&self, office: &Office, origin: &Origin) -> Result<Founding, Fault> {
        let key = self.key.as_str();
        let reserved = office.ids.name(&format!("sheet:{key}"));
        let held = office.find::<Organisation>(SCOPE, &reserved).await?;
        let service = ServiceId(office.ids.thing(held.stream(), "sheet service", &[key]));
        let errand = |role: &str, wish| {
            let command = office.ids.command(role, &[key]);
            Errand::new(origin.clone(), command, WorkerId::TRAME, now(office), wish)
        };
        let register = Command::Register {
            name: self.name.clone(),
            kind: self.kind,
        };
        let open = Command::OpenService {
            service,
            name: self.name.clone(),
        };
        let errands = vec![
            errand("sheet organisation", register).reserving(SCOPE, reserved),
            errand("sheet service", open).adding(Adds::Service),
        ];
        Ok((held, service, errands))
    }
}
