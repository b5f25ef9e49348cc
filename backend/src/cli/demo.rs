//! `trame demo`: the invented territory and its sign-ins, which work from this machine alone.

use super::{say, views};
use crate::app::{Territory, adopt};
use crate::config::Config;
use access::{Permit, Reader, Relation, Shared, Ties};
use clap::Args;
use demo::{Demonstration, sign_ins};
use domain::configuration::{Configuration, STREAM, Setting, Topic};
use domain::words::{Day, Profession, Role};
use identity::Kind;
use journal::{Journal, Reading, Shown};
use sentences::Language;
use std::collections::BTreeSet;
use std::process::ExitCode;
use uuid::Uuid;

/// Printed with the sign-ins: these accounts open invented lives only, and only from the loopback address.
const PASSWORD: &str = "fil-rouge-de-demonstration";

/// The command that makes a territory a demonstration.
const COMMAND: Uuid = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0002_0000);

#[derive(Args)]
pub(super) struct Demo {
    /// The day shown as today [default: the day of the pictures].
    #[arg(long, value_name = "DATE")]
    today: Option<Day>,
}

impl Demo {
    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let territory = Territory::open(&config).await?;
        let loaded = match is_new(&territory).await {
            Ok(true) => load(&territory, &config, self.today).await,
            Ok(false) => resume(&territory, &config, self.today).await,
            Err(fault) => Err(fault),
        };
        territory.close().await?;
        loaded?;
        print_sign_ins();
        Ok(ExitCode::SUCCESS)
    }
}

/// Loads the demonstration into a territory that holds nothing but its first settings and its first table of rights, or finishes one that was cut off.
pub(super) async fn load_if_new(territory: &Territory, config: &Config) -> anyhow::Result<()> {
    if is_new(territory).await? {
        load(territory, config, None).await
    } else {
        resume_silently(territory, config).await
    }
}

async fn is_new(territory: &Territory) -> anyhow::Result<bool> {
    let settings = u64::try_from(domain::configuration::first_settings().len())?;
    let table_of_rights = 1;
    Ok(territory.log.head().await? <= settings + table_of_rights)
}

/// The day of the demonstration that this territory is, when it is one.
async fn day(territory: &Territory) -> anyhow::Result<Option<Day>> {
    let configuration = territory.log.state::<Configuration>(STREAM).await?.0;
    Ok(
        match configuration.on(Topic::Demonstration, Day(jiff::civil::Date::MAX)) {
            Some((Setting::Demonstration { today }, ..)) => Some(*today),
            Some(_) | None => None,
        },
    )
}

async fn resume(territory: &Territory, config: &Config, today: Option<Day>) -> anyhow::Result<()> {
    match (day(territory).await?, today) {
        (None, _) => anyhow::bail!("this territory holds real cases: a demonstration is loaded into an empty one only"),
        (Some(day), Some(asked)) if day != asked => {
            anyhow::bail!("this demonstration stands on {day}; use another folder for {asked}")
        }
        (Some(day), _) => load(territory, config, Some(day)).await,
    }
}

/// A demonstration that was cut off is finished; real cases are left alone.
async fn resume_silently(territory: &Territory, config: &Config) -> anyhow::Result<()> {
    let Some(day) = day(territory).await? else {
        return Ok(());
    };
    let identity = territory.identity(config)?;
    // Accounts are made last: when the last one is there, everything is.
    let Some(last) = sign_ins().into_iter().next_back() else {
        return Ok(());
    };
    if identity.has_account(last.worker.0).await? {
        Ok(())
    } else {
        load(territory, config, Some(day)).await
    }
}

async fn load(territory: &Territory, config: &Config, today: Option<Day>) -> anyhow::Result<()> {
    let mut demonstration = Demonstration::default();
    demonstration.today = today.unwrap_or(demonstration.today);
    let today = demonstration.today;
    say::line("Loading the demonstration: an invented territory of six services and 250 households…");
    adopt(
        &territory.log,
        COMMAND,
        Setting::Demonstration { today },
        today,
        "Démonstration",
    )
    .await?;
    let in_force = territory.in_force(today).await?;
    let bar = say::bar(0, "Demonstration");
    let told = bar.clone();
    let heard = move |done, total| {
        told.set_length(total);
        told.set_position(done);
    };
    let loaded = demo::load(&territory.log, &demonstration, &in_force, &heard).await;
    bar.finish_and_clear();
    let loaded = loaded?;
    say::line(&format!(
        "{} households, {} workers, {} events.",
        loaded.households, loaded.workers, loaded.events
    ));
    views::catch_up(territory).await?;
    visited_before(territory, &demonstration).await?;
    let identity = territory.identity(config)?;
    for each in sign_ins() {
        identity
            .register(each.worker.0, each.login, PASSWORD, Kind::Demonstration)
            .await?;
    }
    Ok(())
}

/// Julie Marchand looked at the Besnard timeline some weeks ago, so that it can tell her what is new since.
async fn visited_before(territory: &Territory, demonstration: &Demonstration) -> anyhow::Result<()> {
    let visit = demo::last_visit(demonstration);
    let at = visit.on.start(territory.zone());
    let reader = Reader {
        worker: visit.worker,
        role: Role::Worker,
        profession: Profession::SocialWorker,
        service: visit.service,
    };
    let ties = Ties {
        answers_for: visit.service,
        relations: BTreeSet::from([Relation::Referent]),
        reason_said: false,
        shared: Shared::default(),
    };
    let table = access::first_table()?;
    let Some(permit) = Permit::for_case(&table, reader, visit.support_case, &ties) else {
        return Ok(());
    };
    let journal = Journal::start(territory.log.pool().clone());
    let reading = Reading {
        what: Shown::Timeline,
        streams: vec![visit.support_case.0],
        position: 0,
        at,
    };
    Ok(journal.read(&permit, reading).await?)
}

/// Who may sign in, as what, and what she sees.
pub(super) fn print_sign_ins() {
    say::line(&format!("\nSign in from this machine with the password  {PASSWORD}\n"));
    for each in sign_ins() {
        let role = sentences::say(Language::Fr, &format!("role-{}", each.role.code()), &[]);
        say::line(&format!(
            "  {:<18} {:<18} {role:<34} {}",
            each.login, each.name, each.what_she_sees
        ));
    }
    say::line("");
}
