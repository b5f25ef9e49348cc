//! `trame policy`: who may see what, as a table that one person proposes and another adopts.

use super::desk::Desk;
use super::{say, views};
use crate::app::Territory;
use crate::config::Config;
use access::{Change, changes, read_table, shapes_the_policy, write_table};
use anyhow::{Context, bail};
use clap::Subcommand;
use domain::access_policy::{AccessPolicy, Command, STREAM, Table};
use domain::words::{Day, ProposalId};
use std::path::PathBuf;
use std::process::ExitCode;
use uuid::Uuid;

/// Who may propose or adopt.
const WHO: &str = "an administrator or the data protection officer";

#[derive(Subcommand)]
pub(super) enum Policy {
    /// Print the table of rights in force, or one that was proposed, as a file that can be edited and proposed.
    Show {
        /// The table in force on this day [default: today].
        #[arg(long, value_name = "DATE", conflicts_with = "proposal")]
        on: Option<Day>,
        /// The table of a proposal that waits.
        #[arg(long, value_name = "PROPOSAL")]
        proposal: Option<Uuid>,
    },
    /// List the proposals that wait for a second person, and what each would open and close.
    Proposals,
    /// Propose another table. Nothing changes until somebody else adopts it.
    Propose {
        /// The table, as `trame policy show` prints it.
        file: PathBuf,
        /// The law, matrix or vote it comes from.
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

impl Policy {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let territory = Territory::open(&config).await?;
        let done = self.on(&territory, &config).await;
        territory.close().await?;
        done.map(|()| ExitCode::SUCCESS)
    }

    async fn on(self, territory: &Territory, config: &Config) -> anyhow::Result<()> {
        let today = territory.clock().await?.today();
        let policy = territory.log.state::<AccessPolicy>(STREAM).await?.0;
        match self {
            Self::Show { on, proposal } => show(&policy, on.unwrap_or(today), proposal),
            Self::Proposals => proposals(&policy, today),
            Self::Propose { file, source, from } => {
                let text =
                    std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
                let table = read_table(&text).with_context(|| format!("in {}", file.display()))?;
                let would = changes(in_force(&policy, today)?, &table);
                let desk = signed_in(territory, config).await?;
                let proposal = Uuid::now_v7();
                let propose = Command::Propose {
                    proposal: ProposalId(proposal),
                    table,
                    in_force_on: from.unwrap_or(today),
                    source,
                };
                desk.asks::<AccessPolicy, _>(STREAM, propose).await?;
                tell(&would);
                say::line(&format!(
                    "Proposed; nothing has changed yet. Somebody else adopts it with `trame policy adopt {proposal}`."
                ));
                Ok(say::answer(&proposal.to_string())?)
            }
            Self::Adopt { proposal } => {
                let waiting = policy.proposals().find(|(id, _)| id.0 == proposal);
                let would = match waiting {
                    Some((_, waiting)) => changes(in_force(&policy, today)?, &waiting.table),
                    None => Vec::new(),
                };
                let desk = signed_in(territory, config).await?;
                let proposal = ProposalId(proposal);
                desk.asks::<AccessPolicy, _>(STREAM, Command::Adopt { proposal, today })
                    .await?;
                tell(&would);
                Ok(say::answer("adopted")?)
            }
            Self::Withdraw { proposal } => {
                let desk = signed_in(territory, config).await?;
                let proposal = ProposalId(proposal);
                desk.asks::<AccessPolicy, _>(STREAM, Command::Withdraw { proposal })
                    .await?;
                Ok(say::answer("withdrawn; nothing has changed")?)
            }
        }
    }
}

async fn signed_in<'a>(territory: &'a Territory, config: &Config) -> anyhow::Result<Desk<'a>> {
    views::follow(territory).await?;
    Desk::signed_in(territory, config, shapes_the_policy, WHO).await
}

fn in_force(policy: &AccessPolicy, on: Day) -> anyhow::Result<&Table> {
    let adopted = policy
        .on(on)
        .with_context(|| format!("no table of rights was in force on {on}"))?;
    Ok(&adopted.table)
}

fn show(policy: &AccessPolicy, on: Day, proposal: Option<Uuid>) -> anyhow::Result<()> {
    let (table, from, source) = match proposal {
        None => {
            let held = policy
                .on(on)
                .with_context(|| format!("no table of rights was in force on {on}"))?;
            (&held.table, held.in_force_on, &held.source)
        }
        Some(asked) => match policy.proposals().find(|(id, _)| id.0 == asked) {
            Some((_, waiting)) => (&waiting.table, waiting.in_force_on, &waiting.source),
            None => bail!("no proposal {asked} waits"),
        },
    };
    say::answer(&format!(
        "# In force from {from}. Source: {source}\n\n{}",
        write_table(table)?
    ))?;
    Ok(())
}

fn proposals(policy: &AccessPolicy, today: Day) -> anyhow::Result<()> {
    let mut waiting = policy.proposals().peekable();
    if waiting.peek().is_none() {
        say::line("No proposal waits.");
    }
    for (id, proposal) in waiting {
        say::answer(&format!(
            "{id}  from {}  by {}  {}",
            proposal.in_force_on, proposal.by, proposal.source
        ))?;
        tell(&changes(in_force(policy, today)?, &proposal.table));
    }
    Ok(())
}

/// What would open and close, one line each.
fn tell(changes: &[Change]) {
    if changes.is_empty() {
        say::line("  It changes nothing.");
    }
    for change in changes {
        let way = if change.after > change.before {
            "opens"
        } else {
            "closes"
        };
        say::line(&format!("  {way}  {change}"));
    }
}
