//! A territory opened for one call: its database, the keys, the log, the first settings, the views.

use super::Ground;
use super::safe::KeysOfWorkers;
use crate::clock::Clock;
use crate::config::{Config, SecondFactor};
use crate::fault::Fault;
use codec::{Log, SealingCodec, Upcasters, Wish, ask};
use domain::access_policy::{self, AccessPolicy};
use domain::configuration::{self, Command, Configuration, InForce, Setting, Topic, first_settings};
use domain::words::{Author, Day, Source, WorkerId};
use event_store::{EventStore, StoreConfig};
use identity::{Asked, Breached, Identity, Passkeys, Rules, SessionTimes};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use keyring::Keyring;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use transparency::Signer;
use uuid::Uuid;

/// The one setting that a database of one's own may lack.
const CHECKSUMS: &str = "data_checksums";

/// The one command that founds the policy of a territory.
const FOUNDING: Uuid = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0003_0000);

/// How many connections the log reads with.
const READERS: usize = 8;

/// A territory, open.
pub struct Territory {
    /// The log.
    pub log: Log,
    /// The keys.
    pub keyring: Keyring,
    /// The database.
    pub postgres: tokio_postgres::Config,
    zone: TimeZone,
    ground: Ground,
}

impl Territory {
    /// Opens it: its database, keys and log, adopts the first settings, prepares views.
    ///
    /// # Errors
    /// A sentence that says which part cannot be had.
    pub async fn open(config: &Config) -> Result<Self, Fault> {
        let ground = Ground::open(config).await?;
        match Self::on(config, &ground.postgres).await {
            Ok((log, keyring, zone)) => Ok(Self {
                log,
                keyring,
                postgres: ground.postgres.clone(),
                zone,
                ground,
            }),
            Err(fault) => {
                ground.close().await?;
                Err(fault)
            }
        }
    }

    async fn on(config: &Config, postgres: &tokio_postgres::Config) -> Result<(Log, Keyring, TimeZone), Fault> {
        refuse_unsafe(config, postgres).await?;
        let zone = TimeZone::get(&config.zone)
            .map_err(|_unknown| Fault::Configuration(format!("zone: {} is not known", config.zone)))?;
        let pool = event_store::pool(postgres, READERS)?;
        let source = config.root_source().map_err(Fault::Configuration)?;
        let keyring = Keyring::load_from(pool, &config.keys_folder(), &source).await?;
        let mut store = StoreConfig::new(postgres.clone());
        store.readers = READERS;
        let log = EventStore::open(store, SealingCodec::new(keyring.clone(), Upcasters::default())).await?;
        adopt_first_settings(&log).await?;
        found_policy(&log).await?;
        projections::prepare(&log, |_| {}).await?;
        Ok((log, keyring, zone))
    }

    /// The clock of the territory: of its own day when it is a demonstration.
    ///
    /// # Errors
    /// A fault.
    pub async fn clock(&self) -> Result<Clock, Fault> {
        let configuration = self.log.state::<Configuration>(configuration::STREAM).await?.0;
        let day = match configuration.on(Topic::Demonstration, Day(jiff::civil::Date::MAX)) {
            Some((Setting::Demonstration { today }, ..)) => Some(*today),
            Some(_) | None => None,
        };
        Ok(Clock::new(self.zone.clone(), day))
    }

    /// Accounts and sessions.
    ///
    /// # Errors
    /// A fault.
    pub fn identity(&self, config: &Config) -> Result<Identity, Fault> {
        let keyring = self.keyring.clone();
        let times = SessionTimes {
            idle: Duration::from_secs(u64::from(config.session_idle_minutes).saturating_mul(60)),
            absolute: Duration::from_secs(u64::from(config.session_hours).saturating_mul(3_600)),
            half: Duration::from_secs(u64::from(config.sign_in_minutes).saturating_mul(60)),
        };
        let safe = Arc::new(KeysOfWorkers(keyring.clone()));
        let blind = Arc::new(move |scope: &str, value: &str| keyring.blind(scope, value));
        let asked = match config.second_factor {
            SecondFactor::Required => Asked::OfAll,
            SecondFactor::Optional => Asked::OfWhoHasOne,
        };
        let breached = config.stolen_passwords.as_deref().map(stolen_passwords).transpose()?;
        let rules = Rules {
            times,
            asked,
            breached,
            passkeys: config.public_url.as_deref().and_then(Passkeys::at),
        };
        Ok(Identity::open(self.log.pool().clone(), (blind, safe), rules))
    }

    /// What rules may read of the configuration in force on a day.
    ///
    /// # Errors
    /// A fault.
    pub async fn in_force(&self, on: Day) -> Result<InForce, Fault> {
        Ok(self
            .log
            .state::<Configuration>(configuration::STREAM)
            .await?
            .0
            .in_force(on))
    }

    /// The key that signs checkpoints of the log; made with the first one.
    ///
    /// # Errors
    /// When the keys folder lost it, or the log is signed with another.
    pub async fn signer(&self, config: &Config) -> Result<Signer, Fault> {
        let (pool, file) = (self.log.pool(), config.keys_folder().join(keyring::CHECKPOINT_SEED));
        let seed = match checkpoints::known_key(pool).await? {
            // With a new key every witness would have to be told: that is never done by the way.
            Some(_) => keyring::seed(&file)?.ok_or(checkpoints::Fault::OtherKey)?,
            None => keyring::seed_or_new(&file)?,
        };
        Ok(checkpoints::signer(pool, &seed).await?)
    }

    /// The database as whoever may take all of it.
    ///
    /// # Errors
    /// When its address cannot be read.
    pub fn owner(&self, config: &Config) -> Result<tokio_postgres::Config, Fault> {
        self.ground.owner(config)
    }

    /// Carries out what two persons agreed and a crash or a restore left undone, before anything is opened; the views
    /// have reached the end. Answers how many keys were still there.
    ///
    /// # Errors
    /// A fault: then nothing may be served.
    pub async fn forget_again(&self) -> Result<u64, Fault> {
        let client = projections::reading_pool(&self.postgres, 1)?.get().await?;
        let agreed = projections::erasure::confirmed(&client).await?;
        Ok(self.keyring.forget(agreed).await?)
    }

    /// Keeps its database running, where that is ours to do. Never answers.
    pub async fn keep(&self) {
        self.ground.keep().await;
    }

    /// The territory's zone.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Lets what is under way finish, and stops the private cluster.
    ///
    /// # Errors
    /// When the cluster cannot be stopped.
    pub async fn close(self) -> Result<(), Fault> {
        self.log.close().await;
        self.ground.close().await
    }
}

fn stolen_passwords(file: &Path) -> Result<Breached, Fault> {
    Breached::open(file).map_err(|error| {
        let file = file.display();
        Fault::Configuration(format!("stolen_passwords: the list {file} cannot be used: {error}"))
    })
}

/// A database that may lose what it confirmed is no place for people's files.
async fn refuse_unsafe(config: &Config, postgres: &tokio_postgres::Config) -> Result<(), Fault> {
    let mut off = event_store::switched_off(postgres).await?;
    if config.database.is_some() && off.iter().any(|name| name == CHECKSUMS) {
        // They cannot be switched on while it runs: whoever runs her own database decides when.
        tracing::warn!(
            "the database has no data checksums: damage on the disk would go unnoticed (pg_checksums --enable)"
        );
        off.retain(|name| name != CHECKSUMS);
    }
    if off.is_empty() {
        return Ok(());
    }
    let names = off.join(", ");
    if config.unsafe_database {
        tracing::warn!(names, "the database may lose what it confirmed: not for people's files");
        return Ok(());
    }
    Err(Fault::Configuration(format!(
        "PostgreSQL runs with {names} off: a power cut could take or damage what was acknowledged. Switch it on and start \
         again; a database that is thrown away may be used as it is with TRAME_UNSAFE_DATABASE=true"
    )))
}

/// A setting adopted by the system itself.
///
/// # Errors
/// A fault.
pub async fn adopt(log: &Log, command: Uuid, setting: Setting, from: Day, source: &str) -> Result<(), Fault> {
    let adopt = Command::Adopt {
        setting,
        in_force_on: from,
        source: source.to_owned(),
    };
    let (wish, asked) = of_the_system(command, adopt);
    match ask::<Configuration, _, _, _>(log, configuration::STREAM, wish, asked).await {
        Ok(_) => Ok(()),
        Err(event_store::Rejected::Fault(fault)) => Err(fault.into()),
        Err(_) => Err(Fault::Configuration("the first settings were refused".to_owned())),
    }
}

/// A new territory starts with the first table of rights, put in force once.
async fn found_policy(log: &Log) -> Result<(), Fault> {
    let known = log.state::<AccessPolicy>(access_policy::STREAM).await?.0;
    if known.on(Day(jiff::civil::Date::MAX)).is_some() {
        return Ok(());
    }
    let table = access::first_table().map_err(|unreadable| Fault::Configuration(unreadable.to_string()))?;
    let found = access_policy::Command::Found {
        table,
        in_force_on: access::first_day(),
        source: access::FIRST_SOURCE.to_owned(),
    };
    let (wish, asked) = of_the_system(FOUNDING, found);
    match ask::<AccessPolicy, _, _, _>(log, access_policy::STREAM, wish, asked).await {
        Ok(_) => Ok(()),
        Err(event_store::Rejected::Fault(fault)) => Err(fault.into()),
        Err(_) => Err(Fault::Configuration("the first table of rights was refused".to_owned())),
    }
}

/// A wish of the system itself, before anybody is there.
pub(crate) fn of_the_system<C>(command: Uuid, asked: C) -> (Wish, decider::Asked<C, Author, Timestamp, InForce>) {
    let now = Timestamp::now();
    let asked = decider::Asked {
        by: Author {
            worker: WorkerId::TRAME,
            source: Source::Imported,
        },
        at: now,
        occurred_at: now,
        in_force: InForce::default(),
        command: asked,
    };
    let wish = Wish {
        command,
        by: WorkerId::TRAME.0,
        known_at: None,
        claims_time: false,
    };
    (wish, asked)
}

/// A new territory starts with the first settings, adopted once.
async fn adopt_first_settings(log: &Log) -> Result<(), Fault> {
    let known = log.state::<Configuration>(configuration::STREAM).await?.0;
    let ever = Day(jiff::civil::Date::MAX);
    for (number, (setting, from, source)) in (0_u128..).zip(first_settings()) {
        if known.on(setting.topic(), ever).is_none() {
            let command = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0001_0000 | number);
            adopt(log, command, setting, from, source).await?;
        }
    }
    Ok(())
}
