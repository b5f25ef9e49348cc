//! The law of organisation, read aloud.

use super::{Command, Event, Kind, Organisation, Post, Refusal};
use crate::Decider;
use crate::spec::{KARIM, NOUR, asked, few, given, id, lawful, maybe, one_of, text};
use crate::words::{Profession, Role, ServiceId, TeamId, WorkerId};
use proptest::prelude::{Just, Strategy, prop_oneof};
use uuid::Uuid;

const SERVICE: ServiceId = ServiceId(Uuid::from_u128(1));
const TEAM: TeamId = TeamId(Uuid::from_u128(1));

fn register(name: &str) -> Command {
    Command::Register {
        name: name.to_owned(),
        kind: Kind::Department,
    }
}

fn open_service(name: &str) -> Command {
    Command::OpenService {
        service: SERVICE,
        name: name.to_owned(),
    }
}

fn form_team(name: &str) -> Command {
    Command::FormTeam {
        team: TEAM,
        service: SERVICE,
        name: name.to_owned(),
    }
}

fn post(worker: WorkerId, service: ServiceId, team: Option<TeamId>) -> Post {
    Post {
        worker,
        name: text("Nour Haddad"),
        identifier: text("nour"),
        service,
        team,
        profession: Profession::SocialWorker,
        role: Role::Worker,
        bound_by_secrecy: true,
        working_time: 80,
    }
}

fn registered() -> Event {
    Event::Registered {
        name: "Département".to_owned(),
        kind: Kind::Department,
    }
}

fn open() -> Event {
    Event::ServiceOpened {
        service: SERVICE,
        name: "Service social nord".to_owned(),
    }
}

fn formed() -> Event {
    Event::TeamFormed {
        team: TEAM,
        service: SERVICE,
        name: "Équipe A".to_owned(),
    }
}

fn here(worker: WorkerId) -> Event {
    Event::WorkerJoined {
        post: post(worker, SERVICE, Some(TEAM)),
    }
}

#[test]
fn an_organisation_is_made_known_under_its_public_name() {
    given::<Organisation>([])
        .when(asked(register("Département")))
        .then([registered()]);
}

#[test]
fn an_organisation_is_made_known_once() {
    given::<Organisation>([registered()])
        .when(asked(register("Département")))
        .refused(Refusal::AlreadyRegistered);
}

#[test]
fn neither_an_organisation_nor_its_services_and_teams_go_without_a_name() {
    given::<Organisation>([])
        .when(asked(register("  ")))
        .refused(Refusal::NoName);
    given::<Organisation>([registered()])
        .when(asked(open_service("")))
        .refused(Refusal::NoName);
    given::<Organisation>([registered(), open()])
        .when(asked(form_team(" ")))
        .refused(Refusal::NoName);
}

#[test]
fn nothing_happens_in_an_organisation_that_is_not_known() {
    let wishes = [
        open_service("Service social nord"),
        form_team("Équipe A"),
        Command::Join {
            post: post(NOUR, SERVICE, None),
        },
        Command::Leave { worker: NOUR },
    ];
    for wish in wishes {
        given::<Organisation>([])
            .when(asked(wish))
            .refused(Refusal::NotRegistered);
    }
}

#[test]
fn a_service_opens_once() {
    let wish = || asked(open_service("Service social nord"));
    given::<Organisation>([registered()]).when(wish()).then([open()]);
    given::<Organisation>([registered(), open()])
        .when(wish())
        .refused(Refusal::ServiceAlreadyOpen);
}

#[test]
fn a_team_is_formed_once_and_inside_a_service() {
    let wish = || asked(form_team("Équipe A"));
    given::<Organisation>([registered()])
        .when(wish())
        .refused(Refusal::ServiceUnknown);
    given::<Organisation>([registered(), open()])
        .when(wish())
        .then([formed()]);
    given::<Organisation>([registered(), open(), formed()])
        .when(wish())
        .refused(Refusal::TeamAlreadyFormed);
}

#[test]
fn a_professional_joins_a_service_that_is_open() {
    let wish = |service| {
        asked(Command::Join {
            post: post(NOUR, service, None),
        })
    };
    given::<Organisation>([registered(), open()])
        .when(wish(SERVICE))
        .then([Event::WorkerJoined {
            post: post(NOUR, SERVICE, None),
        }]);
    given::<Organisation>([registered(), open()])
        .when(wish(id(2)))
        .refused(Refusal::ServiceUnknown);
}

#[test]
fn a_professional_joins_a_team_of_her_own_service() {
    let elsewhere: ServiceId = id(2);
    let other = Event::ServiceOpened {
        service: elsewhere,
        name: "Service social sud".to_owned(),
    };
    given::<Organisation>([registered(), open(), formed(), other])
        .when(asked(Command::Join {
            post: post(NOUR, elsewhere, Some(TEAM)),
        }))
        .refused(Refusal::TeamUnknown);
}

#[test]
fn a_professional_works_here_once_and_may_come_back() {
    let join = || {
        asked(Command::Join {
            post: post(NOUR, SERVICE, Some(TEAM)),
        })
    };
    let before = [registered(), open(), formed(), here(NOUR)];
    given::<Organisation>(before.clone())
        .when(join())
        .refused(Refusal::WorkerAlreadyHere);
    let left = Event::WorkerLeft { worker: NOUR };
    given::<Organisation>(before.clone())
        .when(asked(Command::Leave { worker: NOUR }))
        .then([left.clone()]);
    given::<Organisation>(before.into_iter().chain([left]))
        .when(join())
        .then([here(NOUR)]);
}

#[test]
fn nobody_leaves_who_does_not_work_here() {
    given::<Organisation>([registered(), open(), formed(), here(NOUR)])
        .when(asked(Command::Leave { worker: KARIM }))
        .refused(Refusal::WorkerUnknown);
}

#[test]
fn an_organisation_obeys_the_laws_of_every_rule() {
    lawful::<Organisation, _>(commands(), |command| match command {
        Command::Register { .. }
        | Command::OpenService { .. }
        | Command::FormTeam { .. }
        | Command::Join { .. }
        | Command::Leave { .. } => true,
    });
}

fn commands() -> impl Strategy<Value = Command> {
    let names = one_of(&["Nord", "Sud", ""]);
    prop_oneof![
        2 => Just(register("Département")),
        2 => (few(), names.clone()).prop_map(|(service, name)| Command::OpenService {
            service,
            name: name.to_owned(),
        }),
        2 => (few(), few(), names).prop_map(|(team, service, name)| Command::FormTeam {
            team,
            service,
            name: name.to_owned(),
        }),
        3 => (few(), few(), maybe(few())).prop_map(|(worker, service, team)| Command::Join {
            post: post(worker, service, team),
        }),
        1 => few().prop_map(|worker| Command::Leave { worker }),
    ]
}

#[test]
fn no_other_organisation_opens_the_same_service_or_forms_the_same_team() {
    let taken = |facts: Vec<Event>, wish| {
        let decided = given::<Organisation>(facts).state().decide(&asked(wish)).unwrap();
        let names = decided.reservations.into_iter().map(|name| (name.scope, name.value));
        names.collect::<Vec<_>>()
    };
    assert_eq!(
        taken(vec![registered()], open_service("Service social nord")),
        [("organisation.service", SERVICE.to_string())]
    );
    assert_eq!(
        taken(vec![registered(), open()], form_team("Équipe A")),
        [("organisation.team", TEAM.to_string())]
    );
}
