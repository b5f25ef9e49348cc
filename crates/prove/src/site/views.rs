//! P3: the views that lived through faults, held against rebuilds from the first event on: where they stand at
//! the end of each schedule, by the program itself, and where they stood whenever somebody looked.

use super::Site;
use crate::report::Proof;
use codec::{Log, SealingCodec, Upcasters};
use event_store::{EventStore, StoreConfig};
use keyring::Keyring;
use std::collections::BTreeSet;

impl Site {
    async fn open_log(&self) -> anyhow::Result<Log> {
        let config = self.machine.config()?;
        let keyring = Keyring::load(event_store::pool(&config, 2)?, &self.machine.keys()).await?;
        let codec = SealingCodec::new(keyring, Upcasters::default());
        Ok(EventStore::open(StoreConfig::new(config), codec).await?)
    }

    /// Keeps what each view shows now, wherever it stands.
    pub(crate) async fn look_at_views(&mut self) -> anyhow::Result<()> {
        let log = match self.log.take() {
            Some(log) => log,
            None => self.open_log().await?,
        };
        self.past.extend(projections::snapshots(&log).await?);
        self.log = Some(log);
        Ok(())
    }

    /// Whether the program finds each live view equal to its rebuild.
    pub(crate) async fn are_views_equal(&self) -> anyhow::Result<bool> {
        let checked = self.machine.run(&["views", "check", "--format", "json"]).await?;
        let said: serde_json::Value = serde_json::from_slice(&checked.stdout)?;
        let views = said["views"].as_array().map_or(0, Vec::len);
        Ok(said["ok"] == true && views == projections::VIEWS.len())
    }

    pub(crate) async fn views_equal(&self, proof: &mut Proof) -> anyhow::Result<()> {
        let views = projections::VIEWS.len();
        proof.says(
            &format!("P3: each of {views} views equals its rebuild"),
            self.are_views_equal().await?,
        );
        Ok(())
    }

    pub(crate) async fn past_equal(&mut self, proof: &mut Proof) -> anyhow::Result<()> {
        let log = self.open_log().await?;
        let past = std::mem::take(&mut self.past);
        let positions: BTreeSet<u64> = past.iter().map(projections::Snapshot::position).collect();
        let checked = projections::check_past(&log, past).await?;
        log.close().await;
        let unequal = checked.iter().filter(|one| !one.equal).count();
        let text = format!(
            "{} looks at views under load, at {} positions of the past: {unequal} unlike the rebuild up to there",
            checked.len(),
            positions.len()
        );
        proof.says(&text, unequal == 0 && positions.len() >= 20);
        Ok(())
    }
}
