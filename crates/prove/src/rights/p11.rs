//! P11: authorisation is exactly the policy. Every endpoint, asked over HTTP by everybody of every case, answers by the
//! status that an own reading of the table says, and shows the words that it says, and no other.

use super::endpoints::{Endpoint, endpoints};
use super::oracle::{Gate, told};
use super::people::Person;
use super::policy::COMPARTMENTS;
use super::stage::Stage;
use super::visitor::{Answer, Visitor};
use super::world::Case;
use crate::report::{Proof, Report};
use anyhow::Context;
use contract::paths;
use domain::words::WorkerId;
use futures::stream::{self, StreamExt};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

/// How many ask at the same time.
const TOGETHER: usize = 6;
/// How many differences are told one by one.
const TOLD: usize = 40;
/// The share of the questions about cases that a quick proof asks, as one in so many.
const ONE_IN: u64 = 12;
/// What a whole proof asks at least.
const LEAST: u64 = 50_000;

/// What was asked and what came of it.
#[derive(Default)]
pub(super) struct Compared {
    pub(super) requests: u64,
    /// Combinations of endpoint, asker, case and compartment that were looked at.
    cells: u64,
    shown: u64,
    /// By the status that came.
    statuses: BTreeMap<u16, u64>,
    /// By tie: requests, and those that passed their door.
    ties: BTreeMap<&'static str, (u64, u64)>,
    /// Answers of something hidden that were laid beside those of something unknown.
    beside_unknown: u64,
    pub(super) differences: Vec<String>,
}

/// Asks everything and compares.
pub(super) fn prove(stage: &Stage, asked: &super::Asked, report: &mut Report) -> anyhow::Result<()> {
    let mut proof = Proof::begin("P11 authorisation is exactly the policy");
    let all = endpoints();
    let unknown = stage.block_on(unknown(stage, &all))?;
    proof.says(
        &format!(
            "{} ways to ask {} endpoints; those of the route table that are not among them: {}",
            all.len(),
            all.iter()
                .map(|each| (each.verb, each.path))
                .collect::<BTreeSet<_>>()
                .len(),
            unknown.join(", ")
        ),
        unknown.is_empty(),
    );
    let one_in = if asked.quick { ONE_IN } else { 1 };
    let compared = stage.block_on(compared(stage, &all, one_in, asked.seed))?;
    compared.told(stage, &mut proof, if asked.quick { 1 } else { LEAST });
    report.close(proof);
    let mut proof = Proof::begin("P11 open screens are told of what the policy lets them know");
    let live = stage.block_on(super::live::compared(stage))?;
    live.told(&mut proof);
    report.close(proof);
    Ok(())
}

/// The endpoints of the description of the API that the matrix does not know.
async fn unknown(stage: &Stage, all: &[Endpoint]) -> anyhow::Result<Vec<String>> {
    let known: BTreeSet<(&str, &str)> = all.iter().map(|each| (each.path, each.verb.code())).collect();
    let request = super::visitor::Request::get(paths::OPENAPI.to_owned());
    let described = Visitor::nobody()?.ask(stage.base(), &request).await?;
    let described: Value = serde_json::from_slice(&described.body)?;
    let paths = described
        .get("paths")
        .and_then(Value::as_object)
        .context("no description")?;
    let mut unknown = Vec::new();
    for (path, verbs) in paths {
        for verb in verbs.as_object().into_iter().flat_map(serde_json::Map::keys) {
            if !known.contains(&(path.as_str(), verb.as_str())) {
                unknown.push(format!("{verb} {path}"));
            }
        }
    }
    Ok(unknown)
}

/// One question: how, by whom, of which case.
#[derive(Clone, Copy)]
struct Question<'q> {
    endpoint: &'q Endpoint,
    visitor: &'q Visitor,
    number: usize,
}

/// Asks every endpoint, everybody, of every case; of those of a case one in so many.
pub(super) async fn compared(stage: &Stage, all: &[Endpoint], one_in: u64, seed: u64) -> anyhow::Result<Compared> {
    let mut random = StdRng::seed_from_u64(seed);
    let (world, visitors) = (stage.world(), stage.visitors());
    let mut questions = Vec::new();
    for visitor in visitors {
        for endpoint in all {
            // A connection that stays open is looked at by itself; what would end a session is asked without one.
            let apart = endpoint.path == paths::EVENTS || matches!(endpoint.gate, Gate::Ends(_));
            if apart && visitor.who.is_some() {
                continue;
            }
            let cases = if endpoint.each_case { world.cases.len() } else { 1 };
            for number in 0..cases {
                if !endpoint.each_case || random.random_range(0..one_in) == 0 {
                    questions.push(Question {
                        endpoint,
                        visitor,
                        number,
                    });
                }
            }
        }
    }
    let compared = Mutex::new(Compared::default());
    let unknown = Mutex::new(BTreeMap::new());
    let asking = stream::iter(questions).map(|question| ask(stage, question, &compared, &unknown));
    let mut asking = asking.buffer_unordered(TOGETHER);
    while let Some(asked) = asking.next().await {
        asked?;
    }
    drop(asking);
    Ok(compared.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner))
}

type Unknown = Mutex<BTreeMap<(String, Option<WorkerId>), Answer>>;

async fn ask(
    stage: &Stage,
    question: Question<'_>,
    compared: &Mutex<Compared>,
    unknown: &Unknown,
) -> anyhow::Result<()> {
    let Question {
        endpoint,
        visitor,
        number,
    } = question;
    let case = stage.world().case(number)?;
    let aim = stage.aim(case, visitor.who.as_ref());
    let answer = visitor.ask(stage.base(), &endpoint.request(&aim)).await?;
    let mut unlike = None;
    if endpoint.each_case && answer.status == 404 {
        let key = (endpoint.told(), visitor.who.map(|who| who.worker));
        let known = {
            let known = unknown.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            known.get(&key).cloned()
        };
        let nowhere = match known {
            Some(nowhere) => nowhere,
            None => {
                let none = stage.nowhere(case);
                let aim = stage.aim(&none, visitor.who.as_ref());
                let nowhere = visitor.ask(stage.base(), &endpoint.request(&aim)).await?;
                let mut known = unknown.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                known.insert(key, nowhere.clone());
                nowhere
            }
        };
        unlike =
            Some((nowhere.status, &nowhere.headers, &nowhere.body) != (answer.status, &answer.headers, &answer.body));
    }
    let mut compared = compared.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    compared.note(stage, question, &answer, unlike);
    Ok(())
}

impl Compared {
    fn note(&mut self, stage: &Stage, question: Question<'_>, answer: &Answer, unlike: Option<bool>) {
        let Question {
            endpoint,
            visitor,
            number,
        } = question;
        let (world, oracle) = (stage.world(), stage.oracle());
        let Some(case) = world.cases.get(number) else { return };
        let passed = oracle.passes(endpoint.gate, visitor.who.as_ref(), case);
        self.requests += 1;
        self.cells += u64::try_from(COMPARTMENTS.len()).unwrap_or_default();
        *self.statuses.entry(answer.status).or_default() += 1;
        if endpoint.each_case {
            let tie = self.ties.entry(tie(case, visitor.who.as_ref())).or_default();
            tie.0 += 1;
            tie.1 += u64::from(passed.is_ok());
        }
        let wanted = match passed {
            Ok(()) => endpoint.then.to_vec(),
            Err(status) => vec![status],
        };
        let mut wrong = Vec::new();
        if !wanted.contains(&answer.status) {
            wrong.push(format!("answered by {} instead of {wanted:?}", answer.status));
        }
        let seen = world.canaries.seen_in(&answer.body);
        self.shown += u64::try_from(seen.len()).unwrap_or_default();
        let (must, may) = match (passed, &visitor.who) {
            (Ok(()), Some(who)) if answer.status < 300 => oracle.shown(endpoint.shows, who, number),
            (Ok(()) | Err(_), _) => (BTreeSet::new(), BTreeSet::new()),
        };
        let words = |words: Vec<&usize>| {
            let told: BTreeSet<String> = words.iter().map(|word| self::told(&world.canaries, **word)).collect();
            told.into_iter().collect::<Vec<_>>().join(", ")
        };
        let leaked: Vec<&usize> = seen.difference(&may).collect();
        if !leaked.is_empty() {
            wrong.push(format!("shows {}", words(leaked)));
        }
        let missing: Vec<&usize> = must.difference(&seen).collect();
        if !missing.is_empty() {
            wrong.push(format!("does not show {}", words(missing)));
        }
        if let Some(unlike) = unlike {
            self.beside_unknown += 1;
            if unlike {
                wrong.push("is answered unlike something unknown".to_owned());
            }
        }
        for wrong in wrong {
            let who = visitor.who.map_or_else(|| "nobody".to_owned(), |who| who.told());
            let tie = if endpoint.each_case {
                tie(case, visitor.who.as_ref())
            } else {
                "no case"
            };
            self.differences
                .push(format!("{} asked by {who}, {tie}: {wrong}", endpoint.told()));
        }
    }

    fn told(&self, stage: &Stage, proof: &mut Proof, least: u64) {
        let (people, cases) = (stage.visitors().len(), stage.world().cases.len());
        let text = format!(
            "{} requests by {people} askers about {cases} cases with {} words in them, {} cells of endpoint, role, \
             relation and compartment",
            self.requests,
            stage.world().canaries.len(),
            self.cells
        );
        proof.says(&text, self.requests >= least);
        let statuses: Vec<String> = self
            .statuses
            .iter()
            .map(|(status, times)| format!("{status}: {times}"))
            .collect();
        proof.says(
            &format!("answered by {}", statuses.join(", ")),
            self.statuses.len() >= 5,
        );
        proof.says(&format!("{} words shown", self.shown), self.shown > 0);
        for (tie, (requests, passed)) in &self.ties {
            proof.says(
                &format!("{tie}: {requests} requests, {passed} through their door"),
                *requests > 0,
            );
        }
        let text = format!(
            "{} answers about something hidden laid beside those about something unknown",
            self.beside_unknown
        );
        proof.says(&text, self.beside_unknown > 0);
        for difference in self.differences.iter().take(TOLD) {
            proof.says(difference, false);
        }
        proof.says(
            &format!("{} differences", self.differences.len()),
            self.differences.is_empty(),
        );
    }
}

/// How somebody is tied to a case, in words.
fn tie(case: &Case, who: Option<&Person>) -> &'static str {
    match (case.of, who) {
        (_, None) => "nobody",
        (Some(one), Some(who)) if one != who.worker && who.worker != case.referent => "a case of somebody else",
        (_, Some(who)) if who.worker == case.referent => "référent",
        (_, Some(_)) => case.tie,
    }
}
