//! Writing to the log by the rules of the product, as something that was known some time ago.

use anyhow::bail;
use codec::{Log, SealingCodec, Upcasters, Wish, ask};
use decider::{Asked, Decider};
use domain::configuration::InForce;
use domain::words::{Author, Day, Source, Text, WorkerId};
use event_store::{EventStore, StoreConfig};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use keyring::Keyring;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sealed::{Compartment, Private, Subject};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::Path;
use tokio_postgres::Config;
use uuid::Uuid;

/// How many hours an exceptional access lasts, and within how many it is reviewed.
const HOURS: u32 = 24;

/// A log, open, and all that chance gives.
pub(crate) struct Builder {
    pub(crate) log: Log,
    now: Timestamp,
    random: StdRng,
}

impl Builder {
    /// Opens the log of a database that was migrated.
    pub(crate) async fn open(config: Config, keys: &Path, seed: u64) -> anyhow::Result<Self> {
        let keyring = Keyring::load(event_store::pool(&config, 4)?, keys).await?;
        let codec = SealingCodec::new(keyring, Upcasters::default());
        Ok(Self {
            log: EventStore::open(StoreConfig::new(config), codec).await?,
            now: Timestamp::now(),
            random: StdRng::seed_from_u64(seed),
        })
    }

    /// Lets go of it.
    pub(crate) async fn close(self) {
        self.log.close().await;
    }

    /// A new id, as a client makes it.
    pub(crate) fn id(&mut self) -> Uuid {
        let mut bytes = [0; 10];
        self.random.fill_bytes(&mut bytes);
        let millis = u64::try_from(self.now.as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    /// An instant some hours ago.
    pub(crate) fn hours_ago(&self, hours: i64) -> Timestamp {
        self.now
            .saturating_sub(SignedDuration::from_hours(hours))
            .unwrap_or(self.now)
    }

    /// A day some days ago, as the territory counts them.
    pub(crate) fn day_ago(&self, days: i64) -> anyhow::Result<Day> {
        Ok(Day::of(self.hours_ago(24 * days), &TimeZone::get("Europe/Paris")?))
    }

    /// A text of its own.
    pub(crate) fn text(&mut self, compartment: Compartment, words: &str) -> Text {
        Private::new(Subject::Text(self.id()), compartment, words.to_owned())
    }

    /// Asks a rule, as something that happened and was known some hours ago.
    pub(crate) async fn ask<D, C>(
        &mut self,
        stream: Uuid,
        by: WorkerId,
        hours_ago: i64,
        command: C,
    ) -> anyhow::Result<u64>
    where
        D: Decider<Asked = Asked<C, Author, Timestamp, InForce>>,
        D::Event: Serialize + DeserializeOwned,
        D::Refusal: std::fmt::Debug,
        C: Serialize + Send + Sync,
    {
        let at = self.hours_ago(hours_ago);
        let asked = Asked {
            by: Author {
                worker: by,
                source: Source::Imported,
            },
            at,
            occurred_at: at,
            in_force: InForce {
                exceptional_hours: Some(HOURS),
                exceptional_review_hours: Some(HOURS),
                ..InForce::default()
            },
            command,
        };
        let wish = Wish {
            command: self.id(),
            by: by.0,
            known_at: Some(at),
            claims_time: true,
        };
        match ask::<D, _, _, _>(&self.log, stream, wish, asked).await {
            Ok(answer) => Ok(answer.position),
            Err(rejected) => bail!("the world cannot be built: {rejected:?}"),
        }
    }
}
