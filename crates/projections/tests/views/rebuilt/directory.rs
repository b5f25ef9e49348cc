//! What may be asked of people, households, organisations and the configuration.

use super::{Step, ask};
use crate::ground::{BODY, Ground, SERVICE, household as home, person, registration};
use domain::configuration::{self, Configuration, Setting};
use domain::household::{self, Household};
use domain::organisation::{self, Organisation};
use domain::person::{Command as People, Name, Person};
use domain::words::{Day, PersonId, Profession, Role, ServiceId, TeamId, WorkerId};
use sealed::{Compartment, Private, Subject};
use uuid::Uuid;

pub(super) async fn people(ground: &Ground, step: Step) {
    let (dwelling, who) = (home(u128::from(step.which) % 2), person(step.who.into()));
    let command = match (step.what, step.on % 3) {
        (44, 0) => return ask!(ground, Person, who.0, step, renamed(who)),
        (44, _) => {
            let register = registration(who, Some(&step.public("Val-de-Lys")));
            return ask!(ground, Person, who.0, step, register);
        }
        (45, _) => household::Command::Form {
            label: Private::new(Subject::Text(dwelling.0), Compartment::Household, "Famille".to_owned()),
            // Named twice, as a record may do.
            members: vec![member(who), member(who)],
            commune: Some(step.public("Val-de-Lys")),
        },
        (46, 0) => household::Command::Leave {
            person: who,
            on: step.on(),
        },
        (46, _) => household::Command::Welcome { member: member(who) },
        _ => household::Command::DeclareKinship {
            person: who,
            kinship: household::Kinship::Close,
            to: person(9),
            note: None,
        },
    };
    ask!(ground, Household, dwelling.0, step, command);
}

fn renamed(who: PersonId) -> People {
    let (first, last) = ("Claire".to_owned(), "Besnard".to_owned());
    People::CorrectName {
        name: Private::person(who.0, Compartment::Identity, Name { first, last }),
    }
}

fn member(person: PersonId) -> household::Member {
    household::Member {
        person,
        place: household::Place::Adult,
    }
}

/// Two bodies that would open the same services and form the same teams.
pub(super) async fn organisation(ground: &Ground, step: Step) {
    use organisation::Command;
    let body = if step.which > 1 { BODY } else { Uuid::from_u128(0x60) };
    let (service, team) = (ServiceId(step.anywhere(9)), TeamId(step.anywhere(10)));
    let command = match step.what {
        48 => Command::Register {
            name: step.public("Association"),
            kind: organisation::Kind::Association,
        },
        49 => Command::OpenService {
            service,
            name: step.public("Accueil"),
        },
        50 => Command::FormTeam {
            team,
            service: if step.who > 0 { service } else { SERVICE },
            name: step.public("Équipe"),
        },
        51 | 52 => Command::Join {
            post: post(step.worker(), service, (step.who > 1).then_some(team)),
        },
        _ => Command::Leave { worker: step.worker() },
    };
    ask!(ground, Organisation, body, step, command);
}

fn post(worker: WorkerId, service: ServiceId, team: Option<TeamId>) -> organisation::Post {
    let about = |text: &str| Private::new(Subject::Worker(worker.0), Compartment::Coordination, text.to_owned());
    organisation::Post {
        worker,
        name: about("Nour Example"),
        identifier: about("w"),
        service,
        team,
        profession: Profession::Educator,
        role: Role::Worker,
        bound_by_secrecy: false,
        working_time: u16::MAX,
    }
}

pub(super) async fn configuration(ground: &Ground, step: Step) {
    let setting = match step.who {
        0 => Setting::NearDeadline { days: step.on.into() },
        1 => Setting::Watch {
            longest_months: step.on.into(),
        },
        2 => Setting::Demonstration { today: step.on() },
        _ => Setting::Disclosure {
            inside: 5,
            outside: u32::from(step.on) + 5,
        },
    };
    let adopt = configuration::Command::Adopt {
        setting,
        in_force_on: if step.which == 0 {
            Day(jiff::civil::Date::MIN)
        } else {
            step.on()
        },
        source: step.public("Délibération"),
    };
    ask!(ground, Configuration, configuration::STREAM, step, adopt);
}
