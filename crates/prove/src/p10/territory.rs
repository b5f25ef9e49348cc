//! A territory on a private cluster of its own, in which a person and her child are spoken of.

use access::Permit;
use anyhow::bail;
use ciborium::Value;
use cluster::{Cluster, Options, Server};
use codec::{Log, SealingCodec, Upcasters, Wish, ask, sealed_values};
use decider::{Asked, Decider};
use domain::configuration::InForce;
use domain::contact::{self, Contact, Held};
use domain::erasure::{self, Erasure, Ground};
use domain::person::{self, Channel, Civility, Name, Person, Scheme};
use domain::words::{Author, PersonId, Source, SupportCaseId, WorkerId};
use event_store::{EventStore, StoreConfig};
use jiff::Timestamp;
use keyring::{Keyring, Opened};
use projections::Follower;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use sealed::{Compartment, Private, Subject};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::Path;
use std::time::Duration;
use tokio_postgres::{Client, Config, NoTls};
use uuid::Uuid;

const DATABASE: &str = "trame";
const PATIENCE: Duration = Duration::from_secs(60);
const CLAIRE: Uuid = Uuid::from_u128(0xc1);
const MALO: Uuid = Uuid::from_u128(0xc2);
const ANNE: WorkerId = WorkerId(Uuid::from_u128(0xa1));
const OMAR: WorkerId = WorkerId(Uuid::from_u128(0xa2));

/// The words by which canaries are known: no program writes them by chance.
pub(crate) struct Words {
    pub(crate) hers: String,
    pub(crate) his: String,
    /// Written in clear on purpose, so that a search that finds nothing is told from one that looks nowhere.
    pub(crate) control: String,
}

impl Words {
    pub(crate) fn of(seed: u64) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let mut word = |begin: &str| {
            let letters = (0..14).map(|_| char::from(random.random_range(b'A'..=b'Z')));
            begin.chars().chain(letters).collect()
        };
        Self {
            hers: word("CANARI"),
            his: word("OISEAU"),
            control: word("TEMOIN"),
        }
    }
}

/// How many canaries went in.
pub(crate) struct Spoken {
    pub(crate) hers: u64,
    pub(crate) his: u64,
}

pub(crate) struct Territory {
    pub(crate) log: Log,
    pub(crate) keyring: Keyring,
    cluster: Cluster,
    owner: Client,
}

async fn started(data: &Path) -> anyhow::Result<(Cluster, Config)> {
    let cluster = Cluster::start(data, Options::default()).await?;
    event_store::create_database(&cluster.url("postgres"), DATABASE).await?;
    let config: Config = cluster.url(DATABASE).parse()?;
    event_store::migrate(&config).await?;
    Ok((cluster, config))
}

impl Territory {
    pub(crate) async fn open(data: &Path, keys: &Path) -> anyhow::Result<Self> {
        let (cluster, config) = started(data).await?;
        let (owner, connection) = config.connect(NoTls).await?;
        tokio::spawn(connection);
        // So that nothing hides from the search in a compressed page of the WAL.
        owner
            .batch_execute("alter database trame set wal_compression = off")
            .await?;
        let keyring = Keyring::load(event_store::pool(&config, 4)?, keys).await?;
        let codec = SealingCodec::new(keyring.clone(), Upcasters::default());
        let log = EventStore::open(StoreConfig::new(config), codec).await?;
        projections::prepare(&log, |_| {}).await?;
        Ok(Self {
            log,
            keyring,
            cluster,
            owner,
        })
    }

    async fn ask<D, C>(&self, stream: Uuid, by: WorkerId, command: C) -> anyhow::Result<()>
    where
        D: Decider<Asked = Asked<C, Author, Timestamp, InForce>>,
        D::Event: Serialize + DeserializeOwned,
        D::Refusal: std::fmt::Debug,
        C: Serialize + Send + Sync,
    {
        let at = Timestamp::now();
        let asked = Asked {
            by: Author {
                worker: by,
                source: Source::Entered,
            },
            at,
            occurred_at: at,
            in_force: InForce {
                erasure_confirmation_hours: Some(1),
                ..InForce::default()
            },
            command,
        };
        let wish = Wish {
            command: Uuid::now_v7(),
            by: by.0,
            known_at: None,
            claims_time: false,
        };
        match ask::<D, _, _, _>(&self.log, stream, wish, asked).await {
            Ok(_) => Ok(()),
            Err(rejected) => bail!("a canary was refused: {rejected:?}"),
        }
    }

    /// So many canaries of her, half as many of her child, in every kind of field; the views follow.
    pub(crate) async fn speak(&self, words: &Words, canaries: u32) -> anyhow::Result<Spoken> {
        let hers = self.of(CLAIRE, &words.hers, canaries).await?;
        let his = self.of(MALO, &words.his, canaries / 2).await?;
        let follower = Follower::start(&self.log);
        let reached = follower.wait_for(self.log.head().await?, PATIENCE).await;
        follower.stop().await;
        if !reached {
            bail!("the views did not follow");
        }
        Ok(Spoken { hers, his })
    }

    async fn of(&self, who: Uuid, word: &str, canaries: u32) -> anyhow::Result<u64> {
        let name = Name {
            first: format!("{word}-prénom"),
            last: format!("{word}-nom"),
        };
        let register = person::Command::Register {
            name: Private::person(who, Compartment::Identity, name),
            birth: None,
            birth_month: None,
            civility: Civility::Neutral,
            commune: None,
        };
        self.ask::<Person, _>(who, ANNE, register).await?;
        let mut spoken = 2;
        for number in 0..canaries.saturating_sub(2) {
            let said = |compartment| Private::person(who, compartment, format!("{word}-{number}-é"));
            match number % 4 {
                0 => {
                    let (channel, value) = (Channel::Phone, said(Compartment::Identity));
                    let details = person::Command::RecordContactDetails { channel, value };
                    self.ask::<Person, _>(who, ANNE, details).await?;
                }
                1 => {
                    let (scheme, value) = (Scheme::SocialSecurity, said(Compartment::Identity));
                    let identifier = person::Command::RecordIdentifier { scheme, value };
                    self.ask::<Person, _>(who, ANNE, identifier).await?;
                }
                rest => {
                    let text = Some(said(Compartment::Social));
                    let held = Held {
                        support_case: SupportCaseId(Uuid::from_u128(0xd1)),
                        kind: contact::Kind::HomeVisit,
                        with: vec![PersonId(who)],
                        domains: Vec::new(),
                        shared: text.clone().filter(|_| rest == 2),
                        private: None,
                        words: text.filter(|_| rest == 3),
                    };
                    self.ask::<Contact, _>(Uuid::now_v7(), ANNE, contact::Command::Note(held))
                        .await?;
                }
            }
            spoken += 1;
        }
        Ok(spoken)
    }

    pub(crate) async fn write_in_clear(&self, word: &str) -> anyhow::Result<()> {
        self.owner.batch_execute("create table control (word text)").await?;
        self.owner.execute("insert into control values ($1)", &[&word]).await?;
        Ok(())
    }

    pub(crate) async fn openable(&self, words: &Words) -> anyhow::Result<(u64, u64)> {
        count(&self.log, words).await
    }

    pub(crate) async fn back_up(&self, to: &Path) -> anyhow::Result<()> {
        let server = Server {
            hosts: vec![self.cluster.socket_dir().display().to_string()],
            ports: vec![self.cluster.port()],
            user: "postgres".to_owned(),
            password: None,
        };
        cluster::back_up(None, &server, to).await?;
        cluster::check_backup(to)?;
        Ok(())
    }

    /// Two persons agree; then the key is destroyed.
    pub(crate) async fn forget(&self) -> anyhow::Result<()> {
        let subjects = vec![Subject::Person(CLAIRE)];
        let (request, ground) = (Uuid::now_v7(), Ground::PersonAsked);
        let command = erasure::Command::Request {
            subjects: subjects.clone(),
            ground,
        };
        self.ask::<Erasure, _>(request, ANNE, command).await?;
        self.ask::<Erasure, _>(request, OMAR, erasure::Command::Confirm).await?;
        self.keyring.forget(subjects).await?;
        Ok(())
    }

    /// All that memory holds reaches the disk, and the server ends.
    pub(crate) async fn close(self) -> anyhow::Result<()> {
        self.owner
            .batch_execute("checkpoint; select pg_switch_wal(); checkpoint")
            .await?;
        self.log.close().await;
        Ok(self.cluster.stop().await?)
    }
}

/// How many canaries open on a restored data folder with a keys folder, hers and his. Keys that do not go with it open
/// nothing.
pub(crate) async fn openable(data: &Path, keys: &Path, words: &Words) -> anyhow::Result<(u64, u64)> {
    let (cluster, config) = started(data).await?;
    let counted = match Keyring::load(event_store::pool(&config, 4)?, keys).await {
        Ok(keyring) => {
            let codec = SealingCodec::new(keyring, Upcasters::default());
            let log = EventStore::open(StoreConfig::new(config), codec).await?;
            let counted = count(&log, words).await;
            log.close().await;
            counted?
        }
        Err(_refused) => (0, 0),
    };
    cluster.stop().await?;
    Ok(counted)
}

async fn count(log: &Log, words: &Words) -> anyhow::Result<(u64, u64)> {
    let (mut hers, mut his, mut after) = (0, 0, 0);
    loop {
        let page = log.page(after, 500).await?;
        let Some(last) = page.last() else {
            return Ok((hers, his));
        };
        after = last.position;
        for sealed in page.iter().flat_map(sealed_values) {
            let value = Private::<Value>::Sealed(sealed);
            if let Ok(Opened::Value(value)) = log.codec().keyring().open(&Permit::for_operation(), &value).await {
                hers += holds(&value, &words.hers);
                his += holds(&value, &words.his);
            }
        }
    }
}

/// How many texts of a value hold a word.
fn holds(value: &Value, word: &str) -> u64 {
    match value {
        Value::Text(text) => u64::from(text.contains(word)),
        Value::Array(items) => items.iter().map(|item| holds(item, word)).sum(),
        Value::Map(entries) => entries.iter().map(|(_, value)| holds(value, word)).sum(),
        Value::Tag(_, inner) => holds(inner, word),
        Value::Integer(_) | Value::Bytes(_) | Value::Float(_) | Value::Bool(_) | Value::Null | _ => 0,
    }
}
