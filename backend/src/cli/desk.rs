//! Someone who signs in at the terminal, for what the log must know by whom it was done.

use super::say;
use crate::app::Territory;
use crate::config::Config;
use access::Reader;
use anyhow::bail;
use codec::{Wish, ask};
use decider::{Asked, Decider, Fact};
use domain::words::{Author, Source, WorkerId};
use domain::{Reason, configuration::InForce};
use event_store::Rejected;
use identity::{Identity, Need, Proof, Session, SignedIn};
use jiff::Timestamp;
use sentences::Language;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::IsTerminal;
use std::net::{IpAddr, Ipv4Addr};
use uuid::Uuid;

/// Where a terminal is: at the machine itself.
const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Someone who has signed in at the terminal.
pub(super) struct Desk<'a> {
    territory: &'a Territory,
    worker: WorkerId,
}

impl<'a> Desk<'a> {
    /// Asks for login and password, and for what she may do. The views must have caught up: they know her role.
    pub(super) async fn signed_in(
        territory: &'a Territory,
        config: &Config,
        may: fn(Reader) -> bool,
        who_may: &str,
    ) -> anyhow::Result<Self> {
        let identity = territory.identity(config)?;
        let now = territory.clock().await?.now();
        let session = signed_in(&identity).await?;
        let worker = WorkerId(session.worker);
        let client = projections::reading_pool(&territory.postgres, 2)?.get().await?;
        let rows = projections::organisation::workers(&client, &[worker]).await?;
        let here = rows.first().filter(|row| row.until.is_none_or(|until| until > now));
        let reader = here.map(|row| Reader {
            worker,
            role: row.role,
            profession: row.profession,
            service: row.service,
        });
        if !reader.is_some_and(may) {
            bail!("only {who_may}, still in the directory, may do this");
        }
        Ok(Self { territory, worker })
    }

    /// Asks a rule in her name.
    pub(super) async fn asks<D, C>(&self, stream: Uuid, command: C) -> anyhow::Result<()>
    where
        D: Decider<Asked = Asked<C, Author, Timestamp, InForce>>,
        D::Event: Fact + Serialize + DeserializeOwned,
        D::Refusal: Reason,
        C: Serialize + Send + Sync,
    {
        let clock = self.territory.clock().await?;
        let at = clock.now();
        let asked = Asked {
            by: Author {
                worker: self.worker,
                source: Source::Entered,
            },
            at,
            occurred_at: at,
            in_force: self.territory.in_force(clock.today()).await?,
            command,
        };
        let wish = Wish {
            command: Uuid::now_v7(),
            by: self.worker.0,
            known_at: clock.is_invented().then_some(at),
            claims_time: false,
        };
        match ask::<D, _, _, _>(&self.territory.log, stream, wish, asked).await {
            Ok(_) => Ok(()),
            Err(Rejected::Refused(refusal)) => bail!(sentences::say(Language::En, refusal.code(), &[])),
            Err(Rejected::Fault(fault)) => Err(fault.into()),
            Err(Rejected::Stale { .. } | Rejected::CommandReused | Rejected::Taken { .. }) => {
                bail!("somebody else asked at the same moment: look, and ask again")
            }
        }
    }
}

/// Signs in for this one act: a session is opened and ended at once.
async fn signed_in(identity: &Identity) -> anyhow::Result<Session> {
    let (login, password) = tokio::task::spawn_blocking(who).await??;
    // Codes go by the true time, also where the day is invented.
    let now = Timestamp::now();
    let (token, session) = match identity.sign_in(&login, &password, HERE, now).await? {
        SignedIn::Session(token, session) => (token, session),
        SignedIn::Half(half, Need::Code) => {
            let code = tokio::task::spawn_blocking(code).await??;
            let entered = identity.sign_in_with(&half, &Proof::Code(code), HERE, now).await?;
            (entered.token, entered.session)
        }
        SignedIn::Half(_, Need::Password | Need::Enrolment) => {
            bail!(
                "this account was never used: sign in with a browser first, where a password and a second factor are set up"
            )
        }
    };
    identity.sign_out(&token).await?;
    Ok(session)
}

/// The code of an application, after login and password.
fn code() -> anyhow::Result<String> {
    if std::io::stdin().is_terminal() {
        say::line("The code of your application:");
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Ok(line.trim().to_owned())
}

/// Login and password, typed at the terminal or on two lines of standard input.
fn who() -> anyhow::Result<(String, String)> {
    let line = || {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line)?;
        anyhow::Ok(line.trim_end_matches(['\r', '\n']).to_owned())
    };
    if std::io::stdin().is_terminal() {
        say::line("Your login:");
        Ok((line()?, rpassword::prompt_password("Your password: ")?))
    } else {
        Ok((line()?, line()?))
    }
}
