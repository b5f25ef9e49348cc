//! The house in which journeys happen: the real app on a throwaway PostgreSQL, a small invented territory, and the
//! people who work there. What the API cannot do yet, such as opening a case, is asked of the same rules directly.

mod answer;
mod family;
mod listening;
mod member;
mod program;

pub(crate) use answer::Answer;
pub(crate) use family::Family;
pub(crate) use listening::Listening;
pub(crate) use member::Member;
pub(crate) use program::{Program, Serving, interrupted, killed, told};

use actix_web::dev::ServerHandle;
use actix_web::web::Data;
use backend::app::{Territory, Trame};
use backend::config::{Config, SecondFactor, Secret};
use codec::Wish;
use domain::words::{Author, Day, Profession, Role, ServiceId, Source, WorkerId};
use domain::{Asked, Decider, configuration, organisation};
use identity::{Identity, Kind};
use jiff::{SignedDuration, Timestamp};
use sealed::{Compartment, Private, Subject};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;
use testkit::Database;
use tokio::task::JoinHandle;
use uuid::Uuid;

/// How long a journey waits for something that should come at once.
pub(crate) const DEADLINE: Duration = Duration::from_secs(30);

/// The service of most journeys, and its neighbour.
pub(crate) const VAL_DE_LYS: ServiceId = ServiceId(Uuid::from_u128(0x51));
pub(crate) const HAUTES_RIVES: ServiceId = ServiceId(Uuid::from_u128(0x52));
const DEPARTMENT: Uuid = Uuid::from_u128(0x50);

/// The app, open to all who know its address.
pub(crate) struct House {
    open: Option<Open>,
    config: Config,
    database: Database,
    folder: TempDir,
}

struct Open {
    territory: Territory,
    identity: Identity,
    trame: Data<Trame>,
    server: ServerHandle,
    running: JoinHandle<std::io::Result<()>>,
    address: SocketAddr,
}

impl House {
    /// A new territory with two services, served on a port of its own.
    pub(crate) async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    /// The demonstration, as `trame demo` loads it.
    pub(crate) async fn demonstration(site: PathBuf) -> Self {
        let mut house = Self::unfurnished(|config| config.site = Some(site)).await;
        let program = Program::on_database(&house.database().url(), house.folder());
        let loaded = program.run(&["demo"]).await;
        assert_eq!(loaded.status.code(), Some(0), "{}", told(&loaded.stderr));
        house.start().await;
        house
    }

    /// One that serves the client too.
    pub(crate) async fn with(site: PathBuf) -> Self {
        Self::open_with(|config| config.site = Some(site)).await
    }

    /// The same as [`House::open`] with another configuration.
    pub(crate) async fn open_with(change: impl FnOnce(&mut Config)) -> Self {
        let mut house = Self::unfurnished(change).await;
        house.start().await;
        house.found().await;
        house
    }

    async fn unfurnished(change: impl FnOnce(&mut Config)) -> Self {
        let (database, folder) = (Database::fresh().await, TempDir::new().unwrap());
        let mut config = Config {
            data: folder.path().to_owned(),
            database: Some(Secret(database.url())),
            unsafe_database: true,
            keys: Some(folder.path().join("keys")),
            port: 0,
            // Most journeys are about something else than signing in.
            second_factor: SecondFactor::Optional,
            ..Config::default()
        };
        change(&mut config);
        Self {
            open: None,
            config,
            database,
            folder,
        }
    }

    /// Opens the doors: what `trame serve` does.
    pub(crate) async fn start(&mut self) {
        let listener = TcpListener::bind((self.config.host, self.config.port)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let territory = Territory::open(&self.config).await.unwrap();
        let identity = territory.identity(&self.config).unwrap();
        let trame = Trame::start(&territory, &self.config, self.config.site.clone());
        let trame = Data::new(trame.await.unwrap());
        let server = backend::http::serve(&trame, listener).unwrap();
        self.open = Some(Open {
            territory,
            identity,
            trame,
            server: server.handle(),
            running: tokio::spawn(server),
            address,
        });
    }

    /// Closes the doors, politely. They open again at the same address.
    pub(crate) async fn stop(&mut self) {
        let open = self.open.take().unwrap();
        self.config.port = open.address.port();
        open.trame.stop().await;
        open.server.stop(true).await;
        open.running.await.unwrap().unwrap();
        open.territory.close().await.unwrap();
    }

    fn opened(&self) -> &Open {
        self.open.as_ref().unwrap()
    }

    /// Where it is served.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.opened().address)
    }

    /// The address and port, as a browser tells them in `Host`.
    pub(crate) fn address(&self) -> SocketAddr {
        self.opened().address
    }

    /// The log, for journeys that verify it.
    pub(crate) fn log(&self) -> &codec::Log {
        &self.opened().territory.log
    }

    /// The running server, for journeys about what it does by itself.
    pub(crate) fn trame(&self) -> &Data<Trame> {
        &self.opened().trame
    }

    /// Accounts, for journeys that close one.
    pub(crate) fn identity(&self) -> &Identity {
        &self.opened().identity
    }

    /// The database, for journeys that look where the API does not.
    pub(crate) fn database(&self) -> &Database {
        &self.database
    }

    /// The folder with the keys.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Today in the territory.
    pub(crate) fn today(&self) -> Day {
        self.opened().trame.clock.today()
    }

    /// Waits until the views know everything that the log knows.
    pub(crate) async fn settled(&self) -> u64 {
        let head = self.log().head().await.unwrap();
        let mut reached = self.opened().trame.views_reached();
        let waited = tokio::time::timeout(DEADLINE, reached.wait_for(|position| *position >= head)).await;
        assert!(waited.is_ok(), "the views did not reach {head} in time");
        head
    }

    /// Asks a rule as someone at work asks it, some days ago; it was known then, too.
    pub(crate) async fn ask<D, C>(&self, stream: Uuid, by: WorkerId, days_ago: i64, command: C) -> u64
    where
        D: Decider<Asked = Asked<C>>,
        D::Event: Serialize + DeserializeOwned,
        D::Refusal: std::fmt::Debug,
        C: Serialize + Send + Sync,
    {
        let occurred_at = ago(days_ago);
        let asked = Asked {
            by: Author {
                worker: by,
                source: Source::Imported,
            },
            at: occurred_at,
            occurred_at,
            in_force: configuration::InForce::default(),
            command,
        };
        let wish = Wish {
            command: Uuid::now_v7(),
            by: by.0,
            known_at: Some(occurred_at),
            claims_time: true,
        };
        let answer = codec::ask::<D, _, _, _>(self.log(), stream, wish, asked).await;
        answer.unwrap().position
    }

    async fn found(&self) {
        use organisation::{Command, Kind, Organisation};
        let register = Command::Register {
            name: "Département du Val".to_owned(),
            kind: Kind::Department,
        };
        self.ask::<Organisation, _>(DEPARTMENT, WorkerId::TRAME, 4_000, register)
            .await;
        for (service, name) in [(VAL_DE_LYS, "Val-de-Lys"), (HAUTES_RIVES, "Hautes-Rives")] {
            let name = name.to_owned();
            self.ask::<Organisation, _>(
                DEPARTMENT,
                WorkerId::TRAME,
                4_000,
                Command::OpenService { service, name },
            )
            .await;
        }
    }

    /// Someone joins a service, gets an account and signs in.
    pub(crate) async fn member(&self, name: &str, role: Role, service: ServiceId) -> Member {
        let member = self.newcomer(name, role, service).await;
        self.settled().await;
        let signed = member.sign_in().await;
        assert_eq!(signed.status, 204, "{} cannot sign in", member.name());
        member
    }

    /// Somebody of a profession, whom professional secrecy binds or not, signed in.
    pub(crate) async fn professional(
        &self,
        name: &str,
        (role, service): (Role, ServiceId),
        (profession, bound): (Profession, bool),
    ) -> Member {
        let member = self.hired(name, (role, service), (profession, bound)).await;
        self.settled().await;
        let signed = member.sign_in().await;
        assert_eq!(signed.status, 204, "{} cannot sign in", member.name());
        member
    }

    /// The same, not yet signed in.
    pub(crate) async fn newcomer(&self, name: &str, role: Role, service: ServiceId) -> Member {
        self.hired(name, (role, service), (Profession::SocialWorker, true))
            .await
    }

    async fn hired(
        &self,
        name: &str,
        (role, service): (Role, ServiceId),
        (profession, bound_by_secrecy): (Profession, bool),
    ) -> Member {
        let worker = WorkerId(Uuid::now_v7());
        let about = |text: String| Private::new(Subject::Worker(worker.0), Compartment::Coordination, text);
        let login = name.to_lowercase();
        let post = organisation::Post {
            worker,
            name: about(format!("{name} Martin")),
            identifier: about(login.clone()),
            service,
            team: None,
            profession,
            role,
            bound_by_secrecy,
            working_time: 100,
        };
        let join = organisation::Command::Join { post };
        self.ask::<organisation::Organisation, _>(DEPARTMENT, WorkerId::TRAME, 3_000, join)
            .await;
        let password = format!("le mot de passe de {name}");
        let registered = self
            .identity()
            .register(worker.0, &login, &password, Kind::Ordinary)
            .await;
        registered.unwrap();
        Member::new(self.url(""), name, worker, login, password)
    }

    /// A worker of Val-de-Lys, signed in.
    pub(crate) async fn worker(&self, name: &str) -> Member {
        self.member(name, Role::Worker, VAL_DE_LYS).await
    }

    /// Someone who holds no account.
    pub(crate) fn stranger(&self) -> Member {
        let nobody = WorkerId(Uuid::now_v7());
        Member::new(self.url(""), "Personne", nobody, "personne".to_owned(), String::new())
    }

    /// Someone of the directory leaves it.
    pub(crate) async fn leaves(&self, member: &Member) -> u64 {
        let leave = organisation::Command::Leave { worker: member.worker };
        self.ask::<organisation::Organisation, _>(DEPARTMENT, WorkerId::TRAME, 0, leave)
            .await
    }

    /// From where the journeys come.
    pub(crate) fn loopback(&self) -> IpAddr {
        self.config.host
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some(open) = &self.open {
            // The command is sent at once; that it is carried out need not be waited for.
            drop(open.server.stop(false));
        }
    }
}

/// Someone with an account of her own at a server that is not this house's.
pub(crate) fn signing_in(base: String, login: &str, password: &str) -> Member {
    let nobody = WorkerId(Uuid::now_v7());
    Member::new(base, login, nobody, login.to_owned(), password.to_owned())
}

/// An instant some days ago.
pub(crate) fn ago(days: i64) -> Timestamp {
    Timestamp::now() - SignedDuration::from_hours(24 * days)
}

/// A day some days ago, as the territory counts them.
pub(crate) fn day_ago(days: i64) -> Day {
    Day::of(ago(days), &jiff::tz::TimeZone::get("Europe/Paris").unwrap())
}

/// A new id, as a client makes it.
pub(crate) fn id() -> Uuid {
    Uuid::now_v7()
}
