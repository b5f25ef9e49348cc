//! `trame configuration`: delays, weights, thresholds and rules, which one person proposes and another adopts.

use super::desk::Desk;
use super::{say, views};
use crate::app::Territory;
use crate::config::Config;
use access::shapes_the_policy;
use anyhow::{Context, bail};
use clap::Subcommand;
use domain::configuration::{self, Command, STREAM, Setting, Topic};
use domain::words::{Day, ProposalId};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use uuid::Uuid;

/// Who may propose or adopt.
const WHO: &str = "an administrator or the data protection officer";

#[derive(Subcommand)]
pub(super) enum Configuration {
    /// Print the settings in force as JSON, each with its first day and its source.
    Show {
        /// Those in force on this day [default: today].
        #[arg(long, value_name = "DATE")]
        on: Option<Day>,
        /// Only the value of this name, as a file that can be edited and proposed: such as deadline_rules, or
        /// meeting:case_review.
        #[arg(long, value_name = "NAME")]
        only: Option<String>,
    },
    /// List the proposals that wait for a second person.
    Proposals,
    /// Propose another value of one setting. Nothing changes until somebody else adopts it.
    Propose {
        /// The setting, as `trame configuration show --only` prints it.
        file: PathBuf,
        /// The law, study or vote it comes from.
        #[arg(long)]
        source: String,
        /// The first day it shall hold [default: the day of its adoption].
        #[arg(long, value_name = "DATE")]
        from: Option<Day>,
    },
    /// Adopt what somebody else proposed. It holds at once, or from the day that was proposed.
    Adopt {
        /// The number that was printed when it was proposed.
        proposal: Uuid,
    },
    /// Take a proposal back, or turn it down.
    Withdraw {
        /// The number that was printed when it was proposed.
        proposal: Uuid,
    },
}

/// A setting as it is printed.
#[derive(Serialize)]
struct Printed<'a> {
    setting: &'a Setting,
    in_force_on: Day,
    source: &'a str,
}

impl Configuration {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let territory = Territory::open(&config).await?;
        let done = self.on(&territory, &config).await;
        territory.close().await?;
        done.map(|()| ExitCode::SUCCESS)
    }

    async fn on(self, territory: &Territory, config: &Config) -> anyhow::Result<()> {
        let today = territory.clock().await?.today();
        let known = territory.log.state::<configuration::Configuration>(STREAM).await?.0;
        match self {
            Self::Show { on, only } => show(&known, on.unwrap_or(today), only.as_deref()),
            Self::Proposals => proposals(&known),
            Self::Propose { file, source, from } => {
                let setting = read(&file)?;
                let proposal = ProposalId(Uuid::now_v7());
                let propose = Command::Propose {
                    proposal,
                    setting,
                    in_force_on: from.unwrap_or(today),
                    source,
                };
                asks(territory, config, propose).await?;
                say::line(&format!(
                    "Proposed; nothing has changed yet. Somebody else adopts it with `trame configuration adopt {proposal}`."
                ));
                Ok(say::answer(&proposal.to_string())?)
            }
            Self::Adopt { proposal } => {
                let proposal = ProposalId(proposal);
                asks(territory, config, Command::AdoptProposal { proposal }).await?;
                Ok(say::answer("adopted")?)
            }
            Self::Withdraw { proposal } => {
                let proposal = ProposalId(proposal);
                asks(territory, config, Command::Withdraw { proposal }).await?;
                Ok(say::answer("withdrawn; nothing has changed")?)
            }
        }
    }
}

async fn asks(territory: &Territory, config: &Config, command: Command) -> anyhow::Result<()> {
    views::follow(territory).await?;
    let desk = Desk::signed_in(territory, config, shapes_the_policy, WHO).await?;
    desk.asks::<configuration::Configuration, _>(STREAM, command).await
}

/// The setting in a file. What a reader of JSON says names the place, and a file of settings holds nothing personal.
fn read(file: &Path) -> anyhow::Result<Setting> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let setting: Setting = serde_json::from_str(&text).with_context(|| format!("{} is no setting", file.display()))?;
    if matches!(setting, Setting::Demonstration { .. }) {
        bail!("the day of an invented territory is not voted");
    }
    Ok(setting)
}

fn show(known: &configuration::Configuration, on: Day, only: Option<&str>) -> anyhow::Result<()> {
    let all = known.all_on(on);
    let Some(only) = only else {
        for (setting, in_force_on, source) in all {
            let printed = Printed {
                setting,
                in_force_on,
                source,
            };
            say::answer(&serde_json::to_string_pretty(&printed)?)?;
        }
        return Ok(());
    };
    let mut found = Vec::new();
    for (setting, ..) in all {
        let value = serde_json::to_value(setting)?;
        let name = name(setting, &value);
        if name.split(':').next() == Some(only) || name == only {
            found.push((name, value));
        }
    }
    match found.as_slice() {
        [] => bail!("no setting is called {only}: `trame configuration show` prints all of them"),
        [(_, one)] => Ok(say::answer(&serde_json::to_string_pretty(one)?)?),
        several => {
            let names: Vec<&str> = several.iter().map(|(name, _)| name.as_str()).collect();
            bail!(
                "there are several, of which one is proposed at a time: {}",
                names.join(", ")
            )
        }
    }
}

/// What a setting is called: the rules of meetings bear the name of their kind.
fn name(setting: &Setting, value: &serde_json::Value) -> String {
    let name = value.as_object().and_then(|fields| fields.keys().next());
    let name = name.map_or_else(String::new, Clone::clone);
    if let Topic::Meeting(kind) = setting.topic() {
        format!("{name}:{}", kind.code())
    } else {
        name
    }
}

fn proposals(known: &configuration::Configuration) -> anyhow::Result<()> {
    let mut waiting = known.proposals().peekable();
    if waiting.peek().is_none() {
        say::line("No proposal waits.");
    }
    for (id, proposal) in waiting {
        say::answer(&format!(
            "{id}  from {}  by {}  {}\n{}",
            proposal.in_force_on,
            proposal.by,
            proposal.source,
            serde_json::to_string_pretty(&proposal.setting)?
        ))?;
    }
    Ok(())
}
