//! What is added to one of two worlds and somebody may not know of, and what her open screen is told meanwhile.

use super::people::{HERE, JULIE, Person, THERE, YANN};
use super::stage::Stage;
use super::visitor::{Request, Visitor};
use super::world::Builder;
use crate::report::Proof;
use anyhow::Context;
use contract::paths;
use domain::exclusion::{self, Exclusion};
use domain::household::{self, Household, Place};
use domain::person::{self, Civility, Name};
use domain::support_case::{Command, Intensity, Joining, Opening, Support, SupportCase, Trait};
use domain::words::{ExclusionId, HouseholdId, PersonId, ServiceId, SupportCaseId, TraitId, Voice, WorkerId};
use futures::StreamExt;
use sealed::{Compartment, Private};
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};
use tokio_postgres::Config;
use uuid::Uuid;

/// What comes later than this does not come.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A case in whose team she is and from which she is kept away.
    KeptAway,
    /// A case of the other service.
    OtherService,
    /// Something of health in a case of hers.
    Health,
    /// Something that protects somebody, in a case of hers.
    Protected,
    /// Something that justice says, in a case of hers.
    Judicial,
}

/// What was added.
pub(super) struct Added {
    /// The position at which it is known.
    pub(super) position: u64,
    /// The case, when it is hidden itself.
    pub(super) case: Option<SupportCaseId>,
    /// Its name, or that of the case in which something is hidden.
    pub(super) name: String,
    /// The number of the case in which it is hidden, or of one like it.
    pub(super) near: usize,
    /// From whom.
    pub(super) hidden_from: &'static [&'static str],
    /// Whether even who may open a case in an emergency finds nobody to ask.
    pub(super) not_found: bool,
}

/// Who adds to the second world.
pub(super) struct Hider {
    build: Builder,
    many: u64,
    kept_away: Option<SupportCaseId>,
}

impl What {
    const ALL: [Self; 5] = [
        Self::KeptAway,
        Self::Health,
        Self::OtherService,
        Self::Protected,
        Self::Judicial,
    ];

    /// One after the other.
    pub(super) fn of(number: u64) -> Self {
        let at = usize::try_from(number).unwrap_or_default() % Self::ALL.len();
        Self::ALL.get(at).copied().unwrap_or(Self::KeptAway)
    }

    /// Whether it lies in a case that she knows.
    fn is_in_her_case(self) -> bool {
        match self {
            Self::Health | Self::Protected | Self::Judicial => true,
            Self::KeptAway | Self::OtherService => false,
        }
    }

    pub(super) fn told(self) -> &'static str {
        match self {
            Self::KeptAway => "a case from which she is kept away",
            Self::OtherService => "a case of another service",
            Self::Health => "something of health in her case",
            Self::Protected => "something that protects somebody in her case",
            Self::Judicial => "something of justice in her case",
        }
    }
}

impl Hider {
    pub(super) async fn open(config: Config, keys: &Path, seed: u64) -> anyhow::Result<Self> {
        Ok(Self {
            build: Builder::open(config, keys, seed).await?,
            many: 0,
            kept_away: None,
        })
    }

    pub(super) async fn close(self) {
        self.build.close().await;
    }

    /// Who is kept away from which case.
    pub(super) fn kept_away(&self) -> (&'static str, SupportCaseId) {
        ("nour", self.kept_away.unwrap_or(SupportCaseId(Uuid::nil())))
    }

    /// Adds something of this kind.
    pub(super) async fn adds(&mut self, stage: &Stage, what: What) -> anyhow::Result<Added> {
        self.many += 1;
        let near = in_team(stage)?;
        let julie = stage.world().named(JULIE)?;
        match what {
            What::KeptAway => {
                let (case, name, _) = self.opens(HERE, julie.worker).await?;
                let others: Vec<Person> = stage.world().but(julie.worker);
                let mut position = 0;
                for each in &others {
                    let exclusion = ExclusionId(self.build.id());
                    let set = exclusion::Command::Set {
                        support_case: case,
                        worker: each.worker,
                        reason: self.build.text(Compartment::Activity, "Un proche"),
                    };
                    position = self
                        .build
                        .ask::<Exclusion, _>(exclusion.0, julie.worker, 49, set)
                        .await?;
                }
                // Who is kept away hears nothing of it either when she is counted among those around.
                for each in &others {
                    let join = Command::JoinTeam(Joining::of(each.worker));
                    position = self.build.ask::<SupportCase, _>(case.0, julie.worker, 48, join).await?;
                }
                self.kept_away = Some(case);
                Ok(Added {
                    position,
                    case: Some(case),
                    name,
                    near,
                    hidden_from: &["nour", "samia", "mehdi", "ines", "hugo", "alix"],
                    not_found: true,
                })
            }
            What::OtherService => {
                let yann = stage.world().named(YANN)?;
                let (case, name, position) = self.opens(THERE, yann.worker).await?;
                Ok(Added {
                    position,
                    case: Some(case),
                    name,
                    near,
                    // Not from Julie: she answers for what is hidden from the others in their own service.
                    hidden_from: &["nour", "samia", "mehdi", "ines", "hugo", "alix"],
                    not_found: false,
                })
            }
            What::Health => {
                self.says(stage, near, Compartment::Health, &["nour", "hugo", "ines"])
                    .await
            }
            What::Protected => {
                self.says(stage, near, Compartment::Protected, &["nour", "hugo", "ines"])
                    .await
            }
            What::Judicial => {
                self.says(stage, near, Compartment::Judicial, &["nour", "hugo", "ines"])
                    .await
            }
        }
    }

    /// Something is said in a case of hers.
    async fn says(
        &mut self,
        stage: &Stage,
        near: usize,
        compartment: Compartment,
        hidden_from: &'static [&'static str],
    ) -> anyhow::Result<Added> {
        let case = stage.world().case(near)?;
        let position = self.names(case.case, case.referent, compartment).await?;
        Ok(Added {
            position,
            case: None,
            name: case.name.clone(),
            near,
            hidden_from,
            not_found: false,
        })
    }

    async fn names(&mut self, case: SupportCaseId, by: WorkerId, compartment: Compartment) -> anyhow::Result<u64> {
        let named = Trait {
            id: TraitId(self.build.id()),
            text: self.build.text(compartment, "Un mot caché"),
            named_by: Voice::Worker,
            domain: None,
            holder: None,
            relative: None,
        };
        let wish = Command::IdentifyStrength(named);
        self.build.ask::<SupportCase, _>(case.0, by, 30, wish).await
    }

    /// A whole case.
    async fn opens(&mut self, service: ServiceId, referent: WorkerId) -> anyhow::Result<(SupportCaseId, String, u64)> {
        let name = format!("Wxyz{}", letters(self.many));
        let (mother, home) = (PersonId(self.build.id()), HouseholdId(self.build.id()));
        let register = person::Command::Register {
            name: Private::person(
                mother.0,
                Compartment::Identity,
                Name {
                    first: "Claire".to_owned(),
                    last: name.clone(),
                },
            ),
            birth: None,
            birth_month: Some("1990-05".to_owned()),
            civility: Civility::Madam,
            commune: Some("Lys-le-Val".to_owned()),
        };
        self.build
            .ask::<person::Person, _>(mother.0, WorkerId::TRAME, 100, register)
            .await?;
        let label = format!("Famille {name}");
        let form = household::Command::Form {
            label: self.build.text(Compartment::Identity, &label),
            members: vec![household::Member {
                person: mother,
                place: Place::Adult,
            }],
            commune: Some("Lys-le-Val".to_owned()),
        };
        self.build
            .ask::<Household, _>(home.0, WorkerId::TRAME, 99, form)
            .await?;
        let case = SupportCaseId(self.build.id());
        let opening = Opening {
            household: Some(home),
            people: vec![mother],
            service,
            label: self.build.text(Compartment::Identity, &label),
            opened_on: self.build.day_ago(4)?,
            support: Support::Generalist,
            intensity: Intensity::Standard,
            children: 0,
            requested_on: None,
        };
        self.build
            .ask::<SupportCase, _>(case.0, WorkerId::TRAME, 98, Command::Open(opening))
            .await?;
        let appoint = Command::AppointReferent { worker: referent };
        let position = self.build.ask::<SupportCase, _>(case.0, referent, 97, appoint).await?;
        Ok((case, name, position))
    }
}

/// A number in letters.
fn letters(mut number: u64) -> String {
    let mut letters = String::new();
    for _ in 0..4 {
        letters.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        number /= 26;
    }
    letters
}

/// The number of the case in whose team all are.
fn in_team(stage: &Stage) -> anyhow::Result<usize> {
    let found = stage.world().cases.iter().position(|case| case.tie == "in the team");
    found.context("no case in whose team all are")
}

/// By which word somebody is told of a case.
async fn topic(visitor: &Visitor, base: &str, case: SupportCaseId) -> anyhow::Result<String> {
    let seen = visitor.ask(base, &Request::get(paths::support_case(case))).await?;
    let seen: Value = serde_json::from_slice(&seen.body)?;
    let topic = seen.get("topic").and_then(Value::as_str).context("no topic")?;
    Ok(topic.to_owned())
}

/// What open screens heard.
#[derive(Default)]
pub(super) struct Silence {
    hidden: u64,
    told: u64,
    /// How often she was told that something changed in a case of hers, by what she may not know of.
    changed: u64,
    /// How often she was told to ask again of something that she never knew.
    asked_again: u64,
    differences: Vec<String>,
}

/// Of each kind one more is hidden while a screen of somebody who may not know of it is open, then something that she may
/// know of is written: she is told of that once, and of nothing else.
pub(super) async fn heard(stage: &Stage, base: &str, hider: &mut Hider) -> anyhow::Result<Silence> {
    let mut silence = Silence::default();
    let marked = stage
        .world()
        .cases
        .iter()
        .find(|case| case.tie == "shared with the team");
    let marked = marked.context("no case to mark the end by")?.clone();
    for what in What::ALL {
        let visitor = stage.visitor("nour")?;
        let who = visitor.who.context("nobody")?;
        let mark = topic(visitor, base, marked.case).await?;
        let near = stage.world().case(in_team(stage)?)?.case;
        let hers = topic(visitor, base, near).await?;
        let response = visitor.begin(base, &Request::get(paths::EVENTS.to_owned())).await?;
        let mut stream = response.error_for_status()?.bytes_stream().boxed();
        tokio::time::timeout(PATIENCE, stream.next())
            .await
            .context("a screen that is told nothing")?;
        hider.adds(stage, what).await?;
        hider.names(marked.case, marked.referent, Compartment::Social).await?;
        silence.hidden += 1;
        let begun = Instant::now();
        let mut topics = Vec::new();
        while !topics.contains(&mark) {
            let next = tokio::time::timeout(PATIENCE.saturating_sub(begun.elapsed()), stream.next()).await;
            let bytes = next
                .context("the end was not told")?
                .context("the screen was closed")??;
            for line in String::from_utf8_lossy(&bytes).lines() {
                let Some(told) = line.strip_prefix("data: ") else {
                    continue;
                };
                let told: Value = serde_json::from_str(told)?;
                let topic = told.get("topic").and_then(Value::as_str);
                topics.push(topic.unwrap_or("everything").to_owned());
            }
        }
        silence.told += 1;
        for topic in topics.iter().filter(|topic| **topic != mark) {
            // An open screen of a case of hers asks again at every change, and is shown nothing of this one.
            if what.is_in_her_case() && *topic == hers {
                silence.changed += 1;
            } else if what == What::KeptAway && silence.asked_again == 0 {
                // Whoever is kept away from what ties her is told once, so that what she has open closes.
                silence.asked_again += 1;
            } else {
                silence
                    .differences
                    .push(format!("{} is told of {}", who.told(), what.told()));
            }
        }
    }
    Ok(silence)
}

impl Silence {
    pub(super) fn told(&self, proof: &mut Proof) {
        let text = format!(
            "{} things hidden while a screen was open, which was told of what came after {} times",
            self.hidden, self.told
        );
        proof.says(&text, self.hidden > 0 && self.told == self.hidden);
        for difference in &self.differences {
            proof.says(difference, false);
        }
        let text = format!(
            "{} times told that a case of hers changed, by an opaque word, when something was hidden there",
            self.changed
        );
        proof.says(&text, true);
        let text = format!(
            "{} times told to ask again, by an opaque word, at the moment at which she was kept away",
            self.asked_again
        );
        proof.says(&text, self.asked_again <= 1);
        let text = format!("{} screens told of something hidden", self.differences.len());
        proof.says(&text, self.differences.is_empty());
    }
}
