//! P12: what is hidden does not exist. Two servers on two databases that were one a moment ago: to the second something is
//! added that somebody may not know of. Whatever she asks of both is answered by the same bytes.

use super::canary::unpacked;
use super::endpoints::{Endpoint, endpoints};
use super::hidden::{Added, Hider, What};
use super::stage::Stage;
use super::visitor::{Answer, Body, Request, Verb, Visitor};
use super::world::Case;
use crate::machine::{Bad, Server};
use crate::report::{Proof, Report};
use contract::paths;
use domain::words::SupportCaseId;
use futures::stream::{self, StreamExt};
use memchr::memmem;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::json;
use std::collections::BTreeMap;

/// How many ask at the same time.
const TOGETHER: usize = 4;
/// How many differences are told one by one.
const TOLD: usize = 30;
/// The second database.
const TWIN: &str = "twin";
/// What may differ, and is laid aside: how far the log goes is told to everybody, and is about nobody.
const VOLATILE: &str = "\"position\":";
/// Where the cells of a packed sheet lie.
const CELLS: [&[u8]; 3] = [b"xl/worksheets/", b"xl/sharedStrings", b"content.xml"];
/// Accounts and the log itself hold nothing of cases.
const APART: [&str; 8] = [
    "/api/session",
    "/api/account",
    "/api/log",
    "/api/receipts",
    "/api/calendar",
    "/api/health",
    "/api/openapi",
    "/api/docs",
];

/// How much is compared.
struct Numbers {
    pairs: u64,
    samples: usize,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Compared {
    pairs: BTreeMap<&'static str, u64>,
    requests: u64,
    masked: u64,
    pub(super) differences: Vec<String>,
}

/// The two worlds, served.
pub(super) struct Pair {
    here: Server,
    twin: Server,
    hider: Hider,
}

/// Proves it.
pub(super) fn prove(stage: &mut Stage, asked: &super::Asked, report: &mut Report) -> anyhow::Result<()> {
    let mut proof = Proof::begin("P12 what is hidden does not exist");
    let numbers = if asked.quick {
        Numbers {
            pairs: 24,
            samples: 600,
        }
    } else {
        Numbers {
            pairs: 400,
            samples: 10_000,
        }
    };
    let mut pair = Pair::open(stage, None)?;
    let compared = stage.block_on(compared(stage, &mut pair, numbers.pairs, asked.seed))?;
    compared.told(&mut proof, numbers.pairs);
    let live = stage.block_on(super::hidden::heard(stage, &pair.twin.base, &mut pair.hider))?;
    live.told(&mut proof);
    let times = stage.block_on(super::timing::compared(
        stage,
        &pair.twin.base,
        pair.hider.kept_away(),
        numbers.samples,
    ))?;
    for time in times {
        proof.says(&time.told(), time.holds());
    }
    pair.close(stage)?;
    report.close(proof);
    Ok(())
}

impl Pair {
    /// Makes one database two, and serves both; the stage's own server ends.
    pub(super) fn open(stage: &mut Stage, bad: Option<Bad>) -> anyhow::Result<Self> {
        stage.stop()?;
        let around = super::stage::around(bad);
        let seed = stage.seed ^ 12;
        stage.block_on(async {
            stage.machine.twin(TWIN).await?;
            let here = stage.machine.serve_with(&[], &around).await?;
            let twin = stage.machine.serve_on(TWIN, &[], &around).await?;
            let hider = Hider::open(stage.machine.config_of(TWIN)?, &stage.machine.keys(), seed).await?;
            Ok(Self { here, twin, hider })
        })
    }

    /// Ends both.
    pub(super) fn close(self, stage: &Stage) -> anyhow::Result<()> {
        stage.block_on(async {
            self.hider.close().await;
            self.here.kill().await?;
            self.twin.kill().await
        })
    }
}

/// Adds so many hidden things to the second world, and compares after each.
pub(super) async fn compared(stage: &Stage, pair: &mut Pair, pairs: u64, seed: u64) -> anyhow::Result<Compared> {
    let mut random = StdRng::seed_from_u64(seed);
    let mut compared = Compared::default();
    let all = endpoints();
    for number in 0..pairs {
        let what = What::of(number);
        let added = pair.hider.adds(stage, what).await?;
        let askers = added.hidden_from;
        let at = random.random_range(0..askers.len().max(1));
        let Some(visitor) = askers.get(at).map(|login| stage.visitor(login)).transpose()? else {
            continue;
        };
        *compared.pairs.entry(what.told()).or_default() += 1;
        // Nothing is compared before the views of the second world know what is hidden there.
        let known = Request::get(format!("{}?at_least={}", paths::SUPPORT_CASES, added.position));
        visitor.ask(&pair.twin.base, &known).await?;
        let requests = requests(stage, &all, &added, visitor)?;
        let (here, twin) = (&pair.here.base, &pair.twin.base);
        let asking = stream::iter(requests).map(|request| async move {
            let one = visitor.ask(here, &request).await?;
            let other = visitor.ask(twin, &request).await?;
            anyhow::Ok((request, one, other))
        });
        let mut asking = asking.buffer_unordered(TOGETHER);
        while let Some(answered) = asking.next().await {
            let (request, one, other) = answered?;
            compared.note(what, visitor, &request, (&one, &other));
        }
    }
    Ok(compared)
}

/// What is asked of both worlds: all that reads, of the case that is spoken of and without one; and where the case itself is
/// hidden, all that would write to it, and searches for its name, whole and in part.
fn requests(stage: &Stage, all: &[Endpoint], added: &Added, visitor: &Visitor) -> anyhow::Result<Vec<Request>> {
    let mut case: Case = stage.world().case(added.near)?.clone();
    if let Some(hidden) = added.case {
        case.case = hidden;
        case.name.clone_from(&added.name);
    }
    let aim = stage.aim(&case, visitor.who.as_ref());
    let is_hidden = added.case.is_some();
    let mut requests = Vec::new();
    for endpoint in all {
        let apart = APART.iter().any(|begin| endpoint.path.starts_with(begin)) || endpoint.path == paths::EVENTS;
        let finds = endpoint.path == paths::FIND_REFERENT || endpoint.path == paths::FIND_CASE;
        let searches = endpoint.path == paths::SEARCH;
        let reads = endpoint.verb == Verb::Get || searches || (finds && added.not_found);
        // Who may open in an emergency finds whom to ask: a case that exists is then none that is hidden.
        let hidden = endpoint.each_case && is_hidden && added.not_found && endpoint.verb == Verb::Post;
        if !apart
            && (reads || hidden)
            && (!finds || added.not_found)
            && (!(is_hidden && endpoint.path == paths::READINGS))
        {
            requests.push(endpoint.request(&aim));
        }
    }
    if is_hidden {
        let letters: Vec<char> = added.name.chars().collect();
        for many in 2..letters.len() {
            let part: String = letters.iter().take(many).collect();
            requests.push(Request::post(
                paths::SEARCH.to_owned(),
                json!({ "names": part, "phase": "all" }),
            ));
        }
        requests.push(Request::post(
            paths::SEARCH.to_owned(),
            json!({ "names": added.name.to_uppercase() }),
        ));
    }
    Ok(requests)
}

/// An answer without what may differ: of a packed sheet, its cells alone, for the rest of it says when it was packed.
fn masked(answer: &Answer) -> (Vec<u8>, bool) {
    if answer.body.starts_with(b"PK") {
        let mut cells: Vec<(Vec<u8>, Vec<u8>)> = unpacked(&answer.body);
        cells.retain(|(name, _)| CELLS.iter().any(|begin| name.starts_with(begin)));
        cells.sort();
        let body = |file: Vec<u8>| {
            // Before the body stand names of spaces, in any order.
            let at = memmem::find(&file, b"<office:body").unwrap_or_default();
            file.get(at..).map(<[u8]>::to_vec).unwrap_or_default()
        };
        return (cells.into_iter().flat_map(|(_, file)| body(file)).collect(), true);
    }
    let Ok(text) = std::str::from_utf8(&answer.body) else {
        return (answer.body.clone(), false);
    };
    let mut parts = text.split(VOLATILE);
    let mut masked = parts.next().unwrap_or_default().to_owned();
    let mut any = false;
    for part in parts {
        any = true;
        masked.push_str(VOLATILE);
        masked.push_str(part.trim_start_matches(|letter: char| letter.is_ascii_digit()));
    }
    (masked.into_bytes(), any)
}

impl Compared {
    fn note(&mut self, what: What, visitor: &Visitor, request: &Request, (one, other): (&Answer, &Answer)) {
        self.requests += 1;
        let ((mine, any), (hers, _)) = (masked(one), masked(other));
        self.masked += u64::from(any);
        // How long an answer is tells what its masked part tells, and no more.
        let headers = |answer: &Answer| -> Vec<(String, String)> {
            let kept = answer
                .headers
                .iter()
                .filter(|(name, _)| !any || name != "content-length");
            kept.cloned().collect()
        };
        if one.status == other.status && headers(one) == headers(other) && mine == hers {
            return;
        }
        let who = visitor.who.map_or_else(String::new, |who| who.told());
        let body = match &request.body {
            Body::Nothing => String::new(),
            Body::Json(_) | Body::Form(..) => " with a wish".to_owned(),
        };
        let at = mine.iter().zip(&hers).take_while(|(one, other)| one == other).count();
        let around = |bytes: &[u8]| {
            let part = bytes
                .get(at.saturating_sub(60)..bytes.len().min(at + 60))
                .unwrap_or_default();
            String::from_utf8_lossy(part).into_owned()
        };
        self.differences.push(format!(
            "{} hidden from {who}: {} {}{body}: {} and {}, « {} » and « {} »",
            what.told(),
            request.verb.code(),
            request.path,
            one.status,
            other.status,
            around(&mine),
            around(&hers),
        ));
    }

    fn told(&self, proof: &mut Proof, least: u64) {
        for (what, times) in &self.pairs {
            proof.says(&format!("{what}: hidden {times} times in the second world"), *times > 0);
        }
        let pairs: u64 = self.pairs.values().sum();
        let text = format!(
            "{pairs} pairs of worlds, {} requests asked of both; « position » laid aside in {} answers, and nothing else",
            self.requests, self.masked
        );
        proof.says(&text, pairs >= least && self.requests > 0);
        for difference in self.differences.iter().take(TOLD) {
            proof.says(difference, false);
        }
        let text = format!("{} answers differ", self.differences.len());
        proof.says(&text, self.differences.is_empty());
    }
}

/// A case that somebody asks for, whether or not it is there.
pub(super) fn asked_for(case: SupportCaseId) -> Vec<(&'static str, Request)> {
    let of = |path| paths::of_case(path, case);
    vec![
        ("the case", Request::get(of(paths::SUPPORT_CASE))),
        ("its timeline", Request::get(of(paths::TIMELINE))),
        (
            "a strength",
            Request::post(
                of(paths::STRENGTHS),
                json!({ "command": uuid::Uuid::now_v7(), "strength": uuid::Uuid::now_v7(), "text": "Un mot",
                    "named_by": "worker" }),
            ),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::masked;
    use crate::rights::visitor::Answer;

    fn answer(text: &str) -> Answer {
        Answer {
            status: 200,
            headers: Vec::new(),
            body: text.as_bytes().to_vec(),
        }
    }

    #[test]
    fn positions_are_laid_aside_and_nothing_else() {
        let one = masked(&answer("{\"total\":3,\"position\":41,\"x\":{\"position\":7}}"));
        assert_eq!(
            one,
            masked(&answer("{\"total\":3,\"position\":52,\"x\":{\"position\":9}}"))
        );
        assert_ne!(
            one,
            masked(&answer("{\"total\":4,\"position\":41,\"x\":{\"position\":7}}"))
        );
    }
}
