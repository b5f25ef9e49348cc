//! `trame keys status`.

use crate::app::Territory;
use crate::cli::{TextOrJson, say};
use jiff::Timestamp;
use keyring::Epoch;
use serde::Serialize;

#[derive(Serialize)]
struct Listed {
    epoch: i32,
    state: &'static str,
    keys: u64,
    begun_at: Timestamp,
    retired_at: Option<Timestamp>,
    destroyed_at: Option<Timestamp>,
    age_days: i64,
    in_folder: bool,
}

pub(super) async fn print(territory: &Territory, format: TextOrJson) -> anyhow::Result<()> {
    let now = Timestamp::now();
    let listed: Vec<Listed> = territory
        .keyring
        .epochs()
        .await?
        .iter()
        .map(|epoch| listed(epoch, now))
        .collect();
    if format == TextOrJson::Json {
        return say::json(&listed);
    }
    for one in &listed {
        let gone = if !one.in_folder && one.destroyed_at.is_none() {
            "; ITS KEY IS NOT IN THE KEYS FOLDER"
        } else {
            ""
        };
        say::answer(&format!(
            "epoch {}: {}, {} keys, begun {} ({} days ago){gone}",
            one.epoch, one.state, one.keys, one.begun_at, one.age_days
        ))?;
    }
    Ok(())
}

fn listed(epoch: &Epoch, now: Timestamp) -> Listed {
    let state = match (epoch.retired_at, epoch.destroyed_at) {
        (None, _) => "present",
        (Some(_), None) if epoch.keys > 0 => "being wrapped again",
        (Some(_), None) => "retired",
        (Some(_), Some(_)) => "destroyed",
    };
    Listed {
        epoch: epoch.number,
        state,
        keys: epoch.keys,
        begun_at: epoch.begun_at,
        retired_at: epoch.retired_at,
        destroyed_at: epoch.destroyed_at,
        age_days: now.duration_since(epoch.begun_at).as_hours() / 24,
        in_folder: epoch.in_folder,
    }
}
