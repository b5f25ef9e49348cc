//! A migrated database, its log, and the views following; wishes are asked of the rules as everybody asks them.

use access::{Permit, Reader, Relation, Shared, Ties, first_table};
use codec::{Log, SealingCodec, Upcasters, Wish};
use domain::support_case::{Intensity, Opening, Support};
use domain::words::{
    Author, Day, HouseholdId, PersonId, Profession, Role, ServiceId, Source, SupportCaseId, TeamMeetingId, Text,
    WorkerId,
};
use domain::{Asked, Decider, configuration, household, organisation, person, support_case};
use event_store::{Answer, EventStore, Rejected, StoreConfig};
use jiff::Timestamp;
use keyring::Keyring;
use projections::{Client, Follower};
use sealed::{Compartment, Private, Subject};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::time::Duration;
use tempfile::TempDir;
use testkit::Database;
use uuid::Uuid;

pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
pub(crate) const SERVICE: ServiceId = ServiceId(Uuid::from_u128(0x51));
pub(crate) const OTHER_SERVICE: ServiceId = ServiceId(Uuid::from_u128(0x52));
pub(crate) const BODY: Uuid = Uuid::from_u128(0x50);

/// The ground a test stands on.
pub(crate) struct Ground {
    pub(crate) log: Log,
    pub(crate) follower: Follower,
    pub(crate) reading: deadpool_postgres::Pool,
    pub(crate) database: Database,
    home: TempDir,
}

impl Ground {
    pub(crate) async fn new() -> Self {
        let (database, home) = (Database::fresh().await, TempDir::new().unwrap());
        let log = open_log(&database, &home).await;
        projections::prepare(&log, |_| {}).await.unwrap();
        let follower = Follower::start(&log);
        let reading = projections::reading_pool(log.database(), 4).unwrap();
        Self {
            log,
            follower,
            reading,
            database,
            home,
        }
    }

    /// The same log opened by another process.
    pub(crate) async fn another_log(&self) -> Log {
        open_log(&self.database, &self.home).await
    }

    /// A connection that reads what was written so far.
    pub(crate) async fn client(&self) -> Client {
        let head = self.log.head().await.unwrap();
        assert!(
            self.follower.wait_for(head, PATIENCE).await,
            "{:?}",
            self.follower.standings()
        );
        // Those that are stuck are waited for by nobody.
        let stuck = self
            .follower
            .standings()
            .into_iter()
            .find(|view| view.stuck_before.is_some());
        assert_eq!(stuck, None);
        self.reading.get().await.unwrap()
    }

    /// Asks as an import does: nothing is refused for its date.
    pub(crate) async fn try_ask<D, C>(&self, stream: Uuid, at: &str, command: C) -> Result<Answer, Rejected<D::Refusal>>
    where
        D: Decider<Asked = Asked<C>>,
        D::Event: Serialize + DeserializeOwned,
        C: Serialize + Send + Sync,
    {
        self.try_ask_known::<D, C>(stream, at, None, command).await
    }

    async fn try_ask_known<D, C>(
        &self,
        stream: Uuid,
        at: &str,
        known_at: Option<Timestamp>,
        command: C,
    ) -> Result<Answer, Rejected<D::Refusal>>
    where
        D: Decider<Asked = Asked<C>>,
        D::Event: Serialize + DeserializeOwned,
        C: Serialize + Send + Sync,
    {
        let occurred_at = instant(at);
        let wish = Wish {
            command: Uuid::now_v7(),
            by: WorkerId::TRAME.0,
            known_at,
            claims_time: true,
        };
        let asked = Asked {
            by: Author {
                worker: WorkerId::TRAME,
                source: Source::Imported,
            },
            at: occurred_at,
            occurred_at,
            in_force: configuration::InForce::default(),
            command,
        };
        codec::ask::<D, _, _, _>(&self.log, stream, wish, asked).await
    }

    /// The same, when it must be accepted.
    pub(crate) async fn ask<D, C>(&self, stream: Uuid, at: &str, command: C)
    where
        D: Decider<Asked = Asked<C>>,
        D::Event: Serialize + DeserializeOwned,
        D::Refusal: std::fmt::Debug,
        C: Serialize + Send + Sync,
    {
        if let Err(refused) = self.try_ask::<D, C>(stream, at, command).await {
            assert!(matches!(refused, Rejected::Taken { .. }), "{refused:?}");
        }
    }

    /// As its source knew it when it happened.
    pub(crate) async fn asked_at_once<D, C>(&self, stream: Uuid, at: &str, command: C)
    where
        D: Decider<Asked = Asked<C>>,
        D::Event: Serialize + DeserializeOwned,
        D::Refusal: std::fmt::Debug,
        C: Serialize + Send + Sync,
    {
        let answer = self.try_ask_known::<D, C>(stream, at, Some(instant(at)), command).await;
        assert!(answer.is_ok(), "{answer:?}");
    }

    /// The same of a case.
    pub(crate) async fn at_once(&self, case: SupportCaseId, at: &str, command: support_case::Command) {
        self.asked_at_once::<support_case::SupportCase, _>(case.0, at, command)
            .await;
    }

    pub(crate) async fn case(&self, case: SupportCaseId, at: &str, command: support_case::Command) {
        self.ask::<support_case::SupportCase, _>(case.0, at, command).await;
    }

    /// A body with two services, and the settings a territory starts with.
    pub(crate) async fn territory(&self) {
        use organisation::{Command, Kind, Organisation};
        let at = "2014-01-01T00:00:00Z";
        let register = Command::Register {
            name: "Département".to_owned(),
            kind: Kind::Department,
        };
        self.ask::<Organisation, _>(BODY, at, register).await;
        for (service, name) in [(SERVICE, "Val-de-Lys"), (OTHER_SERVICE, "Hautes-Rives")] {
            let open = Command::OpenService {
                service,
                name: name.to_owned(),
            };
            self.ask::<Organisation, _>(BODY, at, open).await;
        }
        for (setting, in_force_on, source) in configuration::first_settings() {
            let source = source.to_owned();
            let adopt = configuration::Command::Adopt {
                setting,
                in_force_on,
                source,
            };
            self.ask::<configuration::Configuration, _>(configuration::STREAM, at, adopt)
                .await;
        }
    }

    pub(crate) async fn joins(&self, worker: WorkerId, service: ServiceId, working_time: u16) {
        let about = |text: &str| Private::new(Subject::Worker(worker.0), Compartment::Coordination, text.to_owned());
        let post = organisation::Post {
            worker,
            name: about("Nour Example"),
            identifier: about(&format!("w{}", worker.0.as_u128())),
            service,
            team: None,
            profession: Profession::SocialWorker,
            role: Role::Worker,
            bound_by_secrecy: true,
            working_time,
        };
        let join = organisation::Command::Join { post };
        self.ask::<organisation::Organisation, _>(BODY, "2014-01-02T00:00:00Z", join)
            .await;
    }

    pub(crate) async fn registers(&self, person: PersonId, commune: Option<&str>) {
        let command = registration(person, commune);
        self.ask::<person::Person, _>(person.0, "2015-01-01T00:00:00Z", command)
            .await;
    }

    pub(crate) async fn forms(&self, household: HouseholdId, members: &[PersonId], commune: &str) {
        let command = household::Command::Form {
            label: Private::new(
                Subject::Text(household.0),
                Compartment::Household,
                "Famille B.".to_owned(),
            ),
            members: members
                .iter()
                .map(|person| household::Member {
                    person: *person,
                    place: household::Place::Adult,
                })
                .collect(),
            commune: Some(commune.to_owned()),
        };
        self.ask::<household::Household, _>(household.0, "2015-01-01T00:00:00Z", command)
            .await;
    }
}

async fn open_log(database: &Database, home: &TempDir) -> Log {
    let pool = event_store::pool(&database.config(), 2).unwrap();
    let keyring = Keyring::load(pool, &home.path().join("keys")).await.unwrap();
    let codec = SealingCodec::new(keyring, Upcasters::none());
    EventStore::open(StoreConfig::new(database.config()), codec)
        .await
        .unwrap()
}

pub(crate) fn registration(person: PersonId, commune: Option<&str>) -> person::Command {
    let name = person::Name {
        first: "Claire".to_owned(),
        last: "Besnard".to_owned(),
    };
    person::Command::Register {
        name: Private::person(person.0, Compartment::Identity, name),
        birth: None,
        birth_month: Some("1990-05".to_owned()),
        civility: person::Civility::Madam,
        commune: commune.map(str::to_owned),
    }
}

pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn worker(number: u128) -> WorkerId {
    WorkerId(Uuid::from_u128(0x1000 + number))
}

pub(crate) fn case(number: u128) -> SupportCaseId {
    SupportCaseId(Uuid::from_u128(0x2000 + number))
}

pub(crate) fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x3000 + number))
}

pub(crate) fn household(number: u128) -> HouseholdId {
    HouseholdId(Uuid::from_u128(0x4000 + number))
}

pub(crate) fn meeting(number: u128) -> TeamMeetingId {
    TeamMeetingId(Uuid::from_u128(0x5000 + number))
}

pub(crate) fn said(case: SupportCaseId, text: &str) -> Text {
    Private::new(Subject::SupportCase(case.0), Compartment::Coordination, text.to_owned())
}

pub(crate) fn opening(case: SupportCaseId, on: &str) -> Opening {
    Opening {
        household: None,
        people: Vec::new(),
        service: SERVICE,
        label: said(case, "Famille B."),
        opened_on: day(on),
        support: Support::Generalist,
        intensity: Intensity::Standard,
        children: 1,
        requested_on: None,
    }
}

pub(crate) fn reader(worker: WorkerId, role: Role) -> Reader {
    Reader {
        worker,
        role,
        profession: Profession::SocialWorker,
        service: SERVICE,
    }
}

/// The permit of a list.
pub(crate) fn own(worker: WorkerId) -> Permit {
    Permit::for_own_cases(&first_table().unwrap(), reader(worker, Role::Worker)).unwrap()
}

/// The permit of the référent of a case.
pub(crate) fn of_referent(worker: WorkerId, case: SupportCaseId) -> Permit {
    let ties = Ties {
        answers_for: SERVICE,
        relations: BTreeSet::from([Relation::Referent]),
        reason_said: false,
        shared: Shared::default(),
    };
    Permit::for_case(&first_table().unwrap(), reader(worker, Role::Worker), case, &ties).unwrap()
}
