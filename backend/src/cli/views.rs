//! `trame views`: rebuild what is shown from the log, or check that it equals such a rebuild.

use super::{TextOrJson, say};
use crate::app::Territory;
use crate::config::Config;
use clap::Subcommand;
use codec::Log;
use projections::Follower;
use serde::Serialize;
use std::process::ExitCode;
use std::time::Duration;

/// Views that do not move for so long will not move.
const WITHOUT_PROGRESS: Duration = Duration::from_secs(120);

#[derive(Subcommand)]
pub(super) enum Views {
    /// Rebuild one view, or all, from the first event on, beside the live one, and swap.
    Rebuild {
        /// The view; all when absent.
        name: Option<String>,
    },
    /// Rebuild each view aside and compare it with the live one, row by row.
    Check {
        /// How to print the answer.
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
    },
}

#[derive(Serialize)]
struct Answer {
    ok: bool,
    views: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    name: String,
    equal: bool,
}

impl Views {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let territory = Territory::open(&config).await?;
        let done = match self {
            Self::Rebuild { name } => rebuild(&territory, name.as_deref()).await,
            Self::Check { format } => check(&territory, format).await,
        };
        territory.close().await?;
        done
    }
}

async fn rebuild(territory: &Territory, wanted: Option<&str>) -> anyhow::Result<ExitCode> {
    let names: Vec<_> = projections::VIEWS.iter().map(|view| view.name()).collect();
    if let Some(wanted) = wanted.filter(|wanted| !names.contains(wanted)) {
        anyhow::bail!("there is no view named {wanted}; there are: {}", names.join(", "));
    }
    let head = territory.log.head().await?;
    for name in names
        .into_iter()
        .filter(|name| wanted.is_none_or(|wanted| wanted == *name))
    {
        let bar = say::bar(head, name);
        projections::rebuild(&territory.log, Some(name), |progress| {
            bar.set_position(progress.position)
        })
        .await?;
        bar.finish_and_clear();
        say::line(&format!("{name} rebuilt"));
    }
    Ok(ExitCode::SUCCESS)
}

async fn check(territory: &Territory, format: TextOrJson) -> anyhow::Result<ExitCode> {
    catch_up(territory).await?;
    let checked = projections::check(&territory.log, |_| {}).await?;
    let views: Vec<_> = checked
        .into_iter()
        .map(|each| Line {
            name: each.name.to_owned(),
            equal: each.equal,
        })
        .collect();
    let answer = Answer {
        ok: views.iter().all(|view| view.equal),
        views,
    };
    match format {
        TextOrJson::Json => say::json(&answer)?,
        TextOrJson::Text => {
            for view in &answer.views {
                say::answer(&format!(
                    "{}  {}",
                    if view.equal { "equal    " } else { "DIFFERENT" },
                    view.name
                ))?;
            }
        }
    }
    Ok(if answer.ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Follows until the views have reached the end of the log.
pub(super) async fn catch_up(territory: &Territory) -> anyhow::Result<()> {
    let follower = Follower::start(&territory.log);
    let reached = reach_the_end(&territory.log, &follower).await;
    follower.stop().await;
    reached
}

/// Waits until the views that follow have reached the end of the log, as long as they make progress.
pub(super) async fn reach_the_end(log: &Log, follower: &Follower) -> anyhow::Result<()> {
    let head = log.head().await?;
    let bar = say::bar(head, "Views");
    let mut reached = follower.reached();
    while *reached.borrow_and_update() < head {
        let moved = tokio::time::timeout(WITHOUT_PROGRESS, reached.changed()).await;
        if !matches!(moved, Ok(Ok(()))) {
            let parked = follower
                .standings()
                .into_iter()
                .filter(|view| view.parked)
                .map(|view| view.name);
            anyhow::bail!(
                "the views do not advance; parked: {}",
                parked.collect::<Vec<_>>().join(", ")
            );
        }
        bar.set_position(*reached.borrow());
    }
    bar.finish_and_clear();
    Ok(())
}
