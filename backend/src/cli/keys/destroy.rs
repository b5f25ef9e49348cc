//! `trame keys destroy`: forgetting someone for good. One person asks, another confirms in time, each signs in at the
//! terminal; the tombstone is in the log before a key is touched.

use crate::app::Territory;
use crate::cli::desk::Desk;
use crate::cli::{say, views};
use crate::config::Config;
use access::Permit;
use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use domain::erasure::{Command, Erasure, Ground};
use domain::words::PersonId;
use sealed::Subject;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Who may ask or confirm.
const WHO: &str = "a manager, an administrator or the data protection officer";

#[derive(Args)]
pub(in crate::cli) struct Destroy {
    /// Whom to forget: person:ID, worker:ID, case:ID (a case that knows no person by name) or text:ID. May be given
    /// several times.
    #[arg(long, value_name = "KIND:ID", value_parser = subject, required_unless_present_any = ["confirm", "withdraw"])]
    subject: Vec<Subject>,
    /// Why.
    #[arg(long, value_enum, required_unless_present_any = ["confirm", "withdraw"])]
    ground: Option<Why>,
    /// Also the texts about several people that speak of her: they are forgotten for all of them.
    #[arg(long, conflicts_with = "without_shared_texts")]
    with_shared_texts: bool,
    /// Not the texts about several people that speak of her: they stay readable, and can be forgotten one by one.
    #[arg(long)]
    without_shared_texts: bool,
    /// Confirm what somebody else asked: the number that was printed then.
    #[arg(long, value_name = "REQUEST", conflicts_with_all = ["subject", "ground", "withdraw"])]
    confirm: Option<Uuid>,
    /// Take back what was asked and is not confirmed.
    #[arg(long, value_name = "REQUEST", conflicts_with_all = ["subject", "ground"])]
    withdraw: Option<Uuid>,
}

/// Why someone is to be forgotten.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Why {
    /// The time for which the law lets it be kept is over.
    RetentionOver,
    /// She asked for it, and the law grants it (GDPR, article 17).
    PersonAsked,
    /// A court ordered it.
    CourtOrder,
    /// It should never have been recorded.
    RecordedByMistake,
}

impl From<Why> for Ground {
    fn from(why: Why) -> Self {
        match why {
            Why::RetentionOver => Self::RetentionOver,
            Why::PersonAsked => Self::PersonAsked,
            Why::CourtOrder => Self::CourtOrder,
            Why::RecordedByMistake => Self::RecordedByMistake,
        }
    }
}

fn subject(text: &str) -> Result<Subject, String> {
    let (kind, id) = text.split_once(':').ok_or("write it as person:ID")?;
    let id = id.parse().map_err(|_unreadable| format!("{id} is not an identifier"))?;
    match kind {
        "person" => Ok(Subject::Person(id)),
        "worker" => Ok(Subject::Worker(id)),
        "case" => Ok(Subject::SupportCase(id)),
        "text" => Ok(Subject::Text(id)),
        _ => Err(format!("{kind} is none of person, worker, case, text")),
    }
}

impl Destroy {
    pub(super) async fn run(self, territory: &Territory, config: &Config) -> anyhow::Result<()> {
        views::follow(territory).await?;
        let desk = Forgetting::signed_in(territory, config).await?;
        match (self.confirm, self.withdraw, self.ground) {
            (Some(request), _, _) => desk.confirms(request).await,
            (None, Some(request), _) => {
                desk.asks(request, Command::Withdraw).await?;
                say::answer("the request is taken back; nothing was destroyed")?;
                Ok(())
            }
            (None, None, Some(ground)) => {
                let subjects = self.all_subjects(territory).await?;
                desk.requests(subjects, ground.into()).await
            }
            (None, None, None) => bail!("say why, with --ground"),
        }
    }

    /// Those that were named, and the texts that speak of them and of others.
    async fn all_subjects(&self, territory: &Territory) -> anyhow::Result<BTreeSet<Subject>> {
        let mut subjects: BTreeSet<Subject> = self.subject.iter().copied().collect();
        let mut shared = BTreeSet::new();
        for subject in &self.subject {
            if let Subject::Person(person) = subject {
                shared.extend(shared_texts(territory, PersonId(*person)).await?);
            }
        }
        match (shared.len(), self.with_shared_texts, self.without_shared_texts) {
            (0, _, _) | (_, _, true) => {}
            (_, true, false) => subjects.extend(shared),
            (several, false, false) => bail!(
                "{several} texts speak of her and of others: say --with-shared-texts to forget them for all of them, or \
                 --without-shared-texts to leave them readable; nothing was asked"
            ),
        }
        Ok(subjects)
    }
}

/// The keys of the texts about several people in the cases that name a person.
async fn shared_texts(territory: &Territory, person: PersonId) -> anyhow::Result<BTreeSet<Subject>> {
    let permit = Permit::for_operation();
    let client = projections::reading_pool(&territory.postgres, 2)?.get().await?;
    let mut texts = BTreeSet::new();
    for case in projections::support_case::naming(&client, &permit, person).await? {
        let streams = projections::support_case::streams(&client, &permit, case).await?;
        for event in territory.log.streams(&streams, None).await? {
            let of_texts = codec::sealed_values(&event)
                .into_iter()
                .map(|sealed| sealed.subject)
                .filter(|one| matches!(one, Subject::Text(_)));
            texts.extend(of_texts);
        }
    }
    Ok(texts)
}

/// Forgetting, in the name of who has signed in.
struct Forgetting<'a> {
    territory: &'a Territory,
    desk: Desk<'a>,
}

impl<'a> Forgetting<'a> {
    async fn signed_in(territory: &'a Territory, config: &Config) -> anyhow::Result<Self> {
        let desk = Desk::signed_in(territory, config, access::may_have_forgotten, WHO).await?;
        Ok(Self { territory, desk })
    }

    async fn asks(&self, request: Uuid, command: Command) -> anyhow::Result<()> {
        self.desk.asks::<Erasure, _>(request, command).await
    }

    async fn requests(&self, subjects: BTreeSet<Subject>, ground: Ground) -> anyhow::Result<()> {
        let (request, many) = (Uuid::now_v7(), subjects.len());
        let command = Command::Request {
            subjects: subjects.into_iter().collect(),
            ground,
        };
        self.asks(request, command).await?;
        if let Erasure::Requested { until, .. } = self.state(request).await? {
            say::line(&format!(
                "Asked that {many} keys be destroyed; nothing is destroyed yet. Before {until} another person confirms \
                 with `trame keys destroy --confirm {request}`."
            ));
        }
        Ok(say::answer(&request.to_string())?)
    }

    async fn state(&self, request: Uuid) -> anyhow::Result<Erasure> {
        Ok(self.territory.log.state::<Erasure>(request).await?.0)
    }

    async fn confirms(&self, request: Uuid) -> anyhow::Result<()> {
        // The tombstone first: from here on it is carried out, by this call or by the next start.
        if !matches!(self.state(request).await?, Erasure::Confirmed { .. }) {
            self.asks(request, Command::Confirm).await?;
        }
        let Erasure::Confirmed { subjects } = self.state(request).await? else {
            bail!("the request {request} is not confirmed");
        };
        let destroyed = self.territory.keyring.forget(subjects).await.context(
            "it is confirmed and not yet carried out: ask again, or start the server, which does it before it serves",
        )?;
        say::answer(&format!(
            "{destroyed} keys are destroyed: what they sealed is shown as erased from now on"
        ))?;
        say::line(
            "Copies in backups open until this epoch is destroyed: `trame keys rotate --destroy-retired` every night.",
        );
        Ok(())
    }
}
