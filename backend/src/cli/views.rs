//! `trame views`: rebuild what is shown from the log, or check that it equals such a rebuild.

use super::{TextOrJson, say};
use crate::app::Territory;
use crate::config::Config;
use clap::Subcommand;
use codec::Log;
use projections::{Follower, Standing, View};
use serde::Serialize;
use std::process::ExitCode;
use std::time::Duration;

/// Views that do not move for so long will not move.
const WITHOUT_PROGRESS: Duration = Duration::from_secs(120);

/// So many events take long enough that it is said where no bar can be shown.
const WORTH_A_WORD: u64 = 20_000;

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
    let Ok(views) = projections::named(wanted) else {
        let names: Vec<_> = projections::VIEWS.iter().map(|view| view.name()).collect();
        let wanted = wanted.unwrap_or_default();
        anyhow::bail!("there is no view named {wanted}; there are: {}", names.join(", "));
    };
    let head = territory.log.head().await?;
    for name in views.into_iter().map(View::name) {
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
    let behind = follow(territory).await?;
    let checked = projections::check(&territory.log, |_| {}).await?;
    let views: Vec<_> = checked
        .into_iter()
        .map(|each| Line {
            name: each.name.to_owned(),
            // One that stopped before the end does not say what the log says, however well it stopped.
            equal: each.equal && behind.iter().all(|view| view.name != each.name),
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

/// Follows until all views have reached the end of the log.
pub(super) async fn catch_up(territory: &Territory) -> anyhow::Result<()> {
    let behind = follow(territory).await?;
    if behind.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = behind.iter().map(|view| view.name).collect();
    anyhow::bail!(
        "these views stopped before the end of the log, so that figures would be wrong: {}",
        names.join(", ")
    )
}

/// Follows as far as the views come, and says which stopped before the end of the log.
pub(super) async fn follow(territory: &Territory) -> anyhow::Result<Vec<Standing>> {
    let follower = Follower::start(&territory.log);
    let behind = reach_the_end(&territory.log, &follower).await;
    follower.stop().await;
    behind
}

/// Waits until the views that follow have reached the end of the log, as long as they make progress, and says which
/// have not.
pub(super) async fn reach_the_end(log: &Log, follower: &Follower) -> anyhow::Result<Vec<Standing>> {
    let head = log.head().await?;
    let bar = say::bar(head, "Views");
    let mut reached = follower.reached();
    let behind = head.saturating_sub(*reached.borrow());
    if behind > WORTH_A_WORD && bar.is_hidden() {
        say::line(&format!(
            "{behind} events are read first, so that the figures say what the log says."
        ));
    }
    let moving = async {
        loop {
            bar.set_position(*reached.borrow_and_update());
            if reached.changed().await.is_err() {
                return std::future::pending().await;
            }
        }
    };
    let behind = tokio::select! {
        behind = follower.settle(head, WITHOUT_PROGRESS) => behind,
        never = moving => never,
    };
    bar.finish_and_clear();
    for view in &behind {
        let (name, position) = (view.name, view.position);
        match view.stuck_before {
            Some(event) => say::line(&format!(
                "The view {name} cannot apply event {event}: it stands before it, the others go on."
            )),
            None => say::line(&format!(
                "The view {name} does not advance: it stands at {position} of {head}."
            )),
        }
    }
    Ok(behind)
}
