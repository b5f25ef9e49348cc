//! `trame account`: giving a professional of the directory a login, and taking it away.

mod first;

use super::{say, views};
use crate::app::Territory;
use crate::config::Config;
use access::Permit;
use clap::Subcommand;
use domain::words::WorkerId;
use identity::NotRegistered;
use jiff::Timestamp;
use keyring::Opened;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Account {
    /// Give a professional a login; replaces the one she had. Prints a first secret for her: it is good for three days, and
    /// for nothing but the choice of her password.
    Open {
        /// The login.
        login: String,
        /// Her identifier in the directory, such as the one of the record she was imported from.
        #[arg(long, value_name = "IDENTIFIER")]
        worker: String,
    },
    /// Make the first administrator of a new territory, once, and print a first secret for her. All others come through the
    /// directory.
    FirstAdministrator {
        /// Her login.
        login: String,
        /// Her name.
        #[arg(long)]
        name: String,
        /// The public name of the service that runs the platform.
        #[arg(long, default_value = "Administration de Trame")]
        service: String,
    },
    /// Close the account of a professional and end her sessions.
    Close {
        /// Her identifier in the directory.
        #[arg(long, value_name = "IDENTIFIER")]
        worker: String,
    },
    /// Take the second factor of a professional away, when she lost her application and her recovery codes: make sure that
    /// it is she who asks. Her sessions end, and she is led to a new application when she signs in.
    ResetSecondFactor {
        /// Her identifier in the directory.
        #[arg(long, value_name = "IDENTIFIER")]
        worker: String,
    },
    /// List the professionals of the directory: identifier, role and service.
    List,
}

impl Account {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let territory = Territory::open(&config).await?;
        let done = self.on(&territory, &config).await;
        territory.close().await?;
        done.map(|()| ExitCode::SUCCESS)
    }

    async fn on(self, territory: &Territory, config: &Config) -> anyhow::Result<()> {
        views::follow(territory).await?;
        let directory = directory(territory).await?;
        let identity = territory.identity(config)?;
        match self {
            Self::Open { login, worker } => {
                let worker = found(&directory, &worker)?;
                match identity.open_account(worker.0, &login, Timestamp::now()).await {
                    Ok(secret) => tell(&login, &secret)?,
                    Err(NotRegistered::LoginTaken) => anyhow::bail!("another professional has the login {login}"),
                    Err(NotRegistered::Fault(fault)) => return Err(fault.into()),
                }
            }
            Self::FirstAdministrator { login, name, service } => {
                first::administrator(territory, config, (&login, &name, &service)).await?;
            }
            Self::Close { worker } => {
                identity.disable(found(&directory, &worker)?.0).await?;
                say::line("The account is closed and its sessions are ended.");
            }
            Self::ResetSecondFactor { worker } => {
                let had = identity.reset_second_factor(found(&directory, &worker)?.0).await?;
                say::line(if had {
                    "The second factor is gone and her sessions are ended: she needs a new application at her next sign-in."
                } else {
                    "She had no second factor; her sessions are ended."
                });
            }
            Self::List => {
                for Listed {
                    identifier,
                    role,
                    service,
                    ..
                } in &directory
                {
                    say::answer(&format!("{identifier}\t{role}\t{service}"))?;
                }
            }
        }
        Ok(())
    }
}

struct Listed {
    worker: WorkerId,
    identifier: String,
    role: String,
    service: String,
}

/// The professionals with their identifiers opened, in the order of identifiers.
async fn directory(territory: &Territory) -> anyhow::Result<Vec<Listed>> {
    let permit = Permit::for_operation();
    let client = projections::reading_pool(&territory.postgres, 2)?.get().await?;
    let rows = projections::organisation::all_workers(&client).await?;
    let keys = territory
        .keyring
        .prefetch(rows.iter().map(|row| row.identifier.subject()))
        .await?;
    let mut directory = Vec::with_capacity(rows.len());
    for row in rows {
        let Opened::Value(identifier) = keys.open(&permit, &row.identifier)? else {
            continue;
        };
        let role = format!("{:?}", row.role).to_lowercase();
        directory.push(Listed {
            worker: row.worker,
            identifier,
            role,
            service: row.service_name,
        });
    }
    directory.sort_by(|a, b| a.identifier.cmp(&b.identifier));
    Ok(directory)
}

fn found(directory: &[Listed], identifier: &str) -> anyhow::Result<WorkerId> {
    let mut same = directory.iter().filter(|listed| listed.identifier == identifier);
    match (same.next(), same.next()) {
        (Some(one), None) => Ok(one.worker),
        (Some(_), Some(_)) => anyhow::bail!("several professionals have the identifier {identifier}"),
        (None, _) => {
            anyhow::bail!("the directory knows nobody as {identifier}; `trame account list` shows who is there")
        }
    }
}

/// The first secret alone goes to standard output.
fn tell(login: &str, secret: &str) -> std::io::Result<()> {
    say::answer(secret)?;
    say::line(&format!(
        "{login} signs in with this first secret within three days, and chooses her password. Give it to her by a way of \
         its own; it is shown nowhere else."
    ));
    Ok(())
}
