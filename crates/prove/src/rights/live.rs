//! What open screens are told: of the cases that stand in somebody's list, and of no other.

use super::people::Person;
use super::stage::Stage;
use super::visitor::{Request, Visitor};
use super::world::{Builder, Case};
use crate::report::Proof;
use anyhow::Context;
use contract::paths;
use domain::words::WorkerId;
use futures::StreamExt;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// What comes later than this does not come.
const PATIENCE: Duration = Duration::from_secs(20);

/// Who heard what.
#[derive(Default)]
pub(super) struct Heard {
    screens: u64,
    told: u64,
    /// Words heard of cases that she handed over or opened with a reason, and may not read.
    of_once: u64,
    differences: Vec<String>,
}

/// Something is written in each case that her list may hold; each open screen is told of hers, and of nothing else.
pub(super) async fn compared(stage: &Stage) -> anyhow::Result<Heard> {
    let mut heard = Heard::default();
    let topics = topics(stage).await?;
    let listening: Vec<&Visitor> = stage
        .visitors()
        .iter()
        .filter(|visitor| visitor.who.is_some())
        .collect();
    let mut streams = Vec::new();
    for visitor in &listening {
        let request = Request::get(paths::EVENTS.to_owned());
        let response = visitor.begin(stage.base(), &request).await?.error_for_status()?;
        let mut stream = response.bytes_stream().boxed();
        // The first message says from where on it tells.
        tokio::time::timeout(PATIENCE, stream.next())
            .await
            .context("a screen that is told nothing")?;
        streams.push(stream);
    }
    let mut build = Builder::open(stage.machine.config()?, &stage.machine.keys(), stage.seed ^ 11).await?;
    for (number, case) in stage.world().cases.iter().enumerate().filter(|(_, case)| case.open) {
        let (by, said) = ((case.referent, 0), ("housing", "Un mot de plus"));
        stage.world().names_a_strength(&mut build, number, by, said).await?;
    }
    build.close().await;
    for (visitor, stream) in listening.iter().zip(&mut streams) {
        let Some(who) = visitor.who else { continue };
        heard.screens += 1;
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let cases = stage.world().cases.iter().filter(|case| case.open);
        let must: BTreeSet<String> = cases
            .filter(|case| stage.oracle().lists(&who, case))
            .filter_map(|case| topics.get(&(who.worker, case.case.0)).cloned())
            .collect();
        let begun = std::time::Instant::now();
        while !must.is_subset(&seen) && begun.elapsed() < PATIENCE {
            let next = tokio::time::timeout(PATIENCE.saturating_sub(begun.elapsed()), stream.next()).await;
            let Ok(Some(Ok(bytes))) = next else { break };
            for line in String::from_utf8_lossy(&bytes).lines() {
                let Some(told) = line.strip_prefix("data: ") else {
                    continue;
                };
                let told: Value = serde_json::from_str(told)?;
                seen.extend(told.get("topic").and_then(Value::as_str).map(str::to_owned));
            }
        }
        heard.told += u64::try_from(seen.len()).unwrap_or_default();
        for _ in must.difference(&seen) {
            heard
                .differences
                .push(format!("{} is not told of a case of her list", who.told()));
        }
        let hers: BTreeSet<String> = topics
            .iter()
            .filter(|((worker, _), _)| *worker == who.worker)
            .map(|(_, topic)| topic.clone())
            .collect();
        // Whose spell or access is a moment old is told once more than she may read: an opaque word, of a case she knew.
        let once = stage
            .world()
            .cases
            .iter()
            .filter(|case| case.open && was_hers(stage, &who, case))
            .count();
        let others = seen.difference(&hers).count();
        heard.of_once += u64::try_from(others.min(once)).unwrap_or_default();
        for _ in once..others {
            heard
                .differences
                .push(format!("{} is told of a case that she may not know", who.told()));
        }
    }
    Ok(heard)
}

/// Whether somebody handed a case over, or opened it with a reason, and reads nothing of it all the same.
fn was_hers(stage: &Stage, who: &Person, case: &Case) -> bool {
    let bond = case.bond(who);
    let knew = bond.reason_said || bond.relations.contains("handover");
    knew && !bond.kept_away && stage.oracle().degrees(who, case).is_none()
}

/// By which word each case is told to whom: as its screen says.
async fn topics(stage: &Stage) -> anyhow::Result<BTreeMap<(WorkerId, uuid::Uuid), String>> {
    let mut topics = BTreeMap::new();
    for visitor in stage.visitors() {
        let Some(who) = visitor.who else { continue };
        for case in &stage.world().cases {
            if stage.oracle().degrees(&who, case).is_none() {
                continue;
            }
            let request = Request::get(paths::support_case(case.case));
            let answer = visitor.ask(stage.base(), &request).await?;
            let seen: Value = serde_json::from_slice(&answer.body)?;
            let topic = seen.get("topic").and_then(Value::as_str);
            topics.extend(topic.map(|topic| ((who.worker, case.case.0), topic.to_owned())));
        }
    }
    Ok(topics)
}

impl Heard {
    pub(super) fn told(&self, proof: &mut Proof) {
        let text = format!(
            "{} open screens were told {} times of a case of theirs",
            self.screens, self.told
        );
        proof.says(&text, self.screens > 0 && self.told > 0);
        for difference in self.differences.iter().take(20) {
            proof.says(difference, false);
        }
        let text = format!(
            "{} words about cases that somebody handed over or opened with a reason, and may not read",
            self.of_once
        );
        proof.says(&text, true);
        let text = format!("{} screens told otherwise than the policy says", self.differences.len());
        proof.says(&text, self.differences.is_empty());
    }
}
