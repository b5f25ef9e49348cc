//! The first administrator of a territory in which nobody is yet: made here, once. All others come through the directory.

use super::super::views;
use super::tell;
use crate::app::{Territory, of_the_system};
use crate::config::Config;
use anyhow::bail;
use codec::ask;
use domain::organisation::{Command, Kind, Organisation, Post, Refusal};
use domain::words::{Profession, Role, ServiceId, WorkerId};
use event_store::Rejected;
use jiff::Timestamp;
use sealed::{Compartment, Private, Subject};
use uuid::Uuid;

/// The body that runs the platform, its one service, and who begins there: always the same ids, so that a second call, or
/// one after a crash, finds the first.
const PLATFORM: Uuid = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0004_0000);
const SERVICE: ServiceId = ServiceId(Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0004_0001));
const FIRST: WorkerId = WorkerId(Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0004_0002));
/// The commands that make them.
const REGISTER: Uuid = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0004_0010);
const OPEN: Uuid = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0004_0011);
const JOIN: Uuid = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0004_0012);

const ALREADY: &str = "there is an administrator already: `trame account list` shows who is there, `trame account open` \
     gives a login";
const OTHERWISE: &str = "the first administrator was made with another login or another name, by an earlier call or by \
     somebody else at this moment: `trame account list` shows her, `trame account open` gives her a login";

/// How something came to be there.
#[derive(PartialEq, Eq)]
enum Made {
    /// By this wish, or by the same one before.
    SoNow,
    /// By another one.
    Otherwise,
}

/// Makes her, and prints her first secret.
pub(super) async fn administrator(
    territory: &Territory,
    config: &Config,
    (login, name, service): (&str, &str, &str),
) -> anyhow::Result<()> {
    let client = projections::reading_pool(&territory.postgres, 1)?.get().await?;
    let there = projections::organisation::all_workers(&client).await?;
    let administers = |row: &projections::organisation::WorkerRow| row.role == Role::Administrator;
    let identity = territory.identity(config)?;
    let made_before = identity.has_account(FIRST.0).await?;
    if made_before || there.iter().any(|row| administers(row) && row.worker != FIRST) {
        bail!(ALREADY);
    }
    let (register, open) = (
        Command::Register {
            name: service.to_owned(),
            kind: Kind::Unknown,
        },
        Command::OpenService {
            service: SERVICE,
            name: service.to_owned(),
        },
    );
    asks(territory, REGISTER, register).await?;
    asks(territory, OPEN, open).await?;
    let join = Command::Join {
        post: post(login, name),
    };
    if asks(territory, JOIN, join).await? == Made::Otherwise {
        bail!(OTHERWISE);
    }
    views::follow(territory).await?;
    // Of two that ask at once with the same words, one is given the secret.
    match identity.open_new_account(FIRST.0, login, Timestamp::now()).await? {
        Some(secret) => Ok(tell(login, &secret)?),
        None => bail!(ALREADY),
    }
}

fn post(login: &str, name: &str) -> Post {
    let about = |text: &str| Private::new(Subject::Worker(FIRST.0), Compartment::Coordination, text.to_owned());
    Post {
        worker: FIRST,
        name: about(name),
        identifier: about(login),
        service: SERVICE,
        team: None,
        profession: Profession::Unknown,
        role: Role::Administrator,
        bound_by_secrecy: false,
        working_time: 100,
    }
}

/// Asks in the name of the system itself. What an earlier call had made is made.
async fn asks(territory: &Territory, command: Uuid, asked: Command) -> anyhow::Result<Made> {
    let (wish, asked) = of_the_system(command, asked);
    match ask::<Organisation, _, _, _>(&territory.log, PLATFORM, wish, asked).await {
        Ok(_) => Ok(Made::SoNow),
        Err(
            Rejected::CommandReused
            | Rejected::Refused(Refusal::AlreadyRegistered | Refusal::ServiceAlreadyOpen | Refusal::WorkerAlreadyHere),
        ) => Ok(Made::Otherwise),
        Err(Rejected::Refused(refusal)) => {
            use domain::Reason;
            bail!(sentences::say(sentences::Language::En, refusal.code(), &[]))
        }
        Err(Rejected::Fault(fault)) => Err(fault.into()),
        Err(Rejected::Stale { .. } | Rejected::Taken { .. }) => {
            bail!("somebody else asked at the same moment: look, and ask again")
        }
    }
}
