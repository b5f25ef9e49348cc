//! A territory beside the log that is measured, for what needs the real rules: a service, those who work there, a case.

use super::Ground;
use crate::app::Territory;
use crate::config::{Config, SecondFactor, Secret};
use codec::{Log, Wish};
use decider::Decider;
use domain::organisation::{self, Organisation};
use domain::support_case::{self, Intensity, Joining, Opening, Support, SupportCase};
use domain::words::{Author, Day, PersonId, Profession, Role, ServiceId, Source, SupportCaseId, WorkerId};
use domain::{Asked, configuration::InForce};
use jiff::{SignedDuration, Timestamp};
use sealed::{Compartment, Private, Subject};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use tokio_postgres::config::Host;
use uuid::Uuid;

/// The database beside the one that is measured; thrown away at the end.
const DATABASE: &str = "trame_bench_people";
const DEPARTMENT: Uuid = Uuid::from_u128(0x50);
const SERVICE: ServiceId = ServiceId(Uuid::from_u128(0x51));
/// How many days ago all of it began.
const SINCE: i64 = 400;

/// The territory, open.
pub(super) struct People {
    pub(super) territory: Territory,
    pub(super) config: Config,
    owner: String,
}

impl People {
    /// A new one, with one service.
    pub(super) async fn open(ground: &Ground) -> anyhow::Result<Self> {
        let owner = address(&ground.owner, ground.owner.get_dbname().unwrap_or("postgres"));
        event_store::drop_database(&owner, DATABASE).await?;
        event_store::create_database(&owner, DATABASE).await?;
        let config = Config {
            data: ground.home.join("people"),
            database: Some(Secret(address(&ground.owner, DATABASE))),
            unsafe_database: true,
            keys: Some(ground.home.join("keys-of-people")),
            port: 0,
            second_factor: SecondFactor::Optional,
            ..Config::default()
        };
        let territory = Territory::open(&config).await?;
        let people = Self {
            territory,
            config,
            owner,
        };
        people.found().await?;
        Ok(people)
    }

    /// Closes it, and throws it away.
    pub(super) async fn close(self) -> anyhow::Result<()> {
        self.territory.close().await?;
        Ok(event_store::drop_database(&self.owner, DATABASE).await?)
    }

    pub(super) fn log(&self) -> &Log {
        &self.territory.log
    }

    async fn found(&self) -> anyhow::Result<()> {
        let register = organisation::Command::Register {
            name: "Département".to_owned(),
            kind: organisation::Kind::Department,
        };
        let open = organisation::Command::OpenService {
            service: SERVICE,
            name: "Service".to_owned(),
        };
        for command in [register, open] {
            self.ask::<Organisation, _>(DEPARTMENT, WorkerId::TRAME, command)
                .await?;
        }
        Ok(())
    }

    /// Somebody who works in the service.
    pub(super) async fn worker(&self, login: &str) -> anyhow::Result<WorkerId> {
        let worker = WorkerId(Uuid::now_v7());
        let about = |text: &str| Private::new(Subject::Worker(worker.0), Compartment::Identity, text.to_owned());
        let post = organisation::Post {
            worker,
            name: about(login),
            identifier: about(login),
            service: SERVICE,
            team: None,
            profession: Profession::SocialWorker,
            role: Role::Worker,
            bound_by_secrecy: true,
            working_time: 100,
        };
        let join = organisation::Command::Join { post };
        self.ask::<Organisation, _>(DEPARTMENT, WorkerId::TRAME, join).await?;
        Ok(worker)
    }

    /// A case, around which all of these stand; the first answers for it.
    pub(super) async fn case(&self, around: &[WorkerId]) -> anyhow::Result<(SupportCaseId, PersonId)> {
        let (case, person) = (SupportCaseId(Uuid::now_v7()), PersonId(Uuid::now_v7()));
        let opening = Opening {
            household: None,
            people: vec![person],
            service: SERVICE,
            label: Private::person(person.0, Compartment::Identity, "Famille".to_owned()),
            opened_on: Day::of(since(), self.territory.zone()),
            support: Support::Generalist,
            intensity: Intensity::Standard,
            children: 0,
            requested_on: None,
        };
        let mut commands = vec![support_case::Command::Open(opening)];
        if let Some((referent, members)) = around.split_first() {
            commands.push(support_case::Command::AppointReferent { worker: *referent });
            let join = |worker: &WorkerId| support_case::Command::JoinTeam(Joining::of(*worker));
            commands.extend(members.iter().map(join));
        }
        for command in commands {
            self.ask::<SupportCase, _>(case.0, WorkerId::TRAME, command).await?;
        }
        Ok((case, person))
    }

    /// Asks a rule of a stream, as an import asks it.
    pub(super) async fn ask<D, C>(&self, stream: Uuid, by: WorkerId, command: C) -> anyhow::Result<u64>
    where
        D: Decider<Asked = Asked<C>>,
        D::Event: Serialize + DeserializeOwned,
        D::Refusal: Debug,
        C: Serialize + Send + Sync,
    {
        ask::<D, C>(self.log(), stream, by, command).await
    }
}

/// The same, for tasks of their own.
pub(super) async fn ask<D, C>(log: &Log, stream: Uuid, by: WorkerId, command: C) -> anyhow::Result<u64>
where
    D: Decider<Asked = Asked<C>>,
    D::Event: Serialize + DeserializeOwned,
    D::Refusal: Debug,
    C: Serialize + Send + Sync,
{
    let at = since();
    let asked = Asked {
        by: Author {
            worker: by,
            source: Source::Imported,
        },
        at,
        occurred_at: at,
        in_force: InForce::default(),
        command,
    };
    let wish = Wish {
        command: Uuid::now_v7(),
        by: by.0,
        known_at: Some(at),
        claims_time: true,
    };
    let answer = codec::ask::<D, _, _, _>(log, stream, wish, asked).await;
    let answer = answer.map_err(|rejected| anyhow::anyhow!("a rule did not accept: {rejected:?}"))?;
    Ok(answer.position)
}

fn since() -> Timestamp {
    Timestamp::now() - SignedDuration::from_hours(24 * SINCE)
}

/// The address of a database of the cluster of this one.
pub(super) fn address(of: &tokio_postgres::Config, database: &str) -> String {
    let mut address = String::new();
    let mut add = |name: &str, value: &str| {
        let value = value.replace('\\', "\\\\").replace('\'', "\\'");
        address.push_str(&format!("{name}='{value}' "));
    };
    match of.get_hosts().first() {
        Some(Host::Unix(folder)) => add("host", &folder.to_string_lossy()),
        Some(Host::Tcp(host)) => add("host", host),
        None => {}
    }
    if let Some(port) = of.get_ports().first() {
        add("port", &port.to_string());
    }
    if let Some(user) = of.get_user() {
        add("user", user);
    }
    if let Some(password) = of.get_password() {
        add("password", &String::from_utf8_lossy(password));
    }
    add("dbname", database);
    address
}
