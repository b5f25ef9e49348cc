//! A log of its own for each test, and files written for it. Every name and number in them is invented.

use codec::{Log, SealingCodec, Upcasters};
use event_store::{EventStore, StoreConfig, Stored, pool};
use import::Listener;
use import::event_log::{Mapping, Options, Summary, bring_in};
use jiff::tz::TimeZone;
use keyring::Keyring;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use testkit::Database;

pub(crate) struct Ground {
    pub(crate) log: Log,
    pub(crate) home: TempDir,
    _database: Database,
}

pub(crate) fn silent() -> Listener {
    Arc::new(|_progress| {})
}

impl Ground {
    pub(crate) async fn new() -> Self {
        let (database, home) = (Database::fresh().await, TempDir::new().unwrap());
        let keyring = Keyring::load(pool(&database.config(), 2).unwrap(), &home.path().join("keys"))
            .await
            .unwrap();
        let codec = SealingCodec::new(keyring, Upcasters::none());
        let log = EventStore::open(StoreConfig::new(database.config()), codec)
            .await
            .unwrap();
        Self {
            log,
            home,
            _database: database,
        }
    }

    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.home.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn options(&self) -> Options {
        Options {
            source: Some("essai".to_owned()),
            mapping: Mapping::default(),
            zone: TimeZone::UTC,
            territory: TimeZone::UTC,
            refused_folder: self.home.path().join("refus"),
        }
    }

    /// Brings a file in; the summary without its seconds.
    pub(crate) async fn bring(&self, file: &Path) -> Summary {
        let mut summary = bring_in(&self.log, file, &self.options(), silent()).await.unwrap();
        summary.seconds = 0.0;
        summary
    }

    /// What a file that cannot be brought in is answered.
    pub(crate) async fn refusal(&self, file: &Path) -> String {
        bring_in(&self.log, file, &self.options(), silent())
            .await
            .unwrap_err()
            .to_string()
    }

    /// All events, in order.
    pub(crate) async fn events(&self) -> Vec<Stored> {
        self.log.page(0, 10_000).await.unwrap()
    }

    /// How many events of a kind there are.
    pub(crate) async fn count(&self, kind: &str) -> usize {
        self.events().await.iter().filter(|event| event.kind == kind).count()
    }

    /// The newest file of refused rows, one line each, without its head.
    pub(crate) fn refused(&self) -> Vec<String> {
        let folder = self.home.path().join("refus");
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap());
        let newest = files.max_by_key(|file| file.metadata().unwrap().modified().unwrap());
        let path = newest.unwrap().path();
        let text = std::fs::read_to_string(path).unwrap();
        text.lines().skip(1).map(str::to_owned).collect()
    }
}
