//! A view rebuilt from its facts beside the live one and swapped in, while somebody asks the live one without a pause.

use super::hurried::{number, percentile};
use super::people::{People, ask};
use super::{Ground, tell};
use access::Permit;
use anyhow::Context;
use deadpool_postgres::Pool;
use domain::contact::{Command, Contact, Held, Kind, NotSeen};
use domain::words::{DomainOfLife, PersonId, SupportCaseId};
use projections::Follower;
use sealed::{Compartment, Private, Subject};
use serde_json::json;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinSet;
use uuid::Uuid;

/// The view: one row for each contact, and one for each domain of life in each case.
const VIEW: &str = "contact_act";
/// How many cases the contacts are spread over.
const CASES: usize = 200;
/// How many write at once.
const WRITERS: usize = 32;
/// Views that do not move for so long will not move.
const PATIENCE: Duration = Duration::from_secs(60);
/// For how long reads are counted without a rebuild.
const QUIET: Duration = Duration::from_secs(1);

pub(super) async fn measure(ground: &Ground, contacts: u64) -> anyhow::Result<()> {
    if !ground.wants("rebuild_view") {
        return Ok(());
    }
    let people = People::open(ground).await?;
    let follower = Follower::start(people.log());
    let done = rebuilt(&people, &follower, contacts).await;
    follower.stop().await;
    people.close().await?;
    done
}

async fn rebuilt(people: &People, follower: &Follower, contacts: u64) -> anyhow::Result<()> {
    let cases = live(people, contacts).await?;
    let head = people.log().head().await?;
    let behind = follower.settle(head, PATIENCE).await;
    anyhow::ensure!(behind.is_empty(), "views are behind: {behind:?}");
    let mut quiet = {
        let (reading, stop) = ask_constantly(people, &cases)?;
        tokio::time::sleep(QUIET).await;
        stop.send_replace(true);
        reading.await??
    };
    let (reading, stop) = ask_constantly(people, &cases)?;
    let begun = Instant::now();
    let rebuilt = projections::rebuild(people.log(), Some(VIEW), |_| {}).await;
    let took = begun.elapsed().as_secs_f64();
    stop.send_replace(true);
    let mut reads = reading.await??;
    let rebuilt = rebuilt?;
    let extra = json!({
        "n": rebuilt.events,
        "view": VIEW,
        "swap_ms": rebuilt.stood_still.as_secs_f64() * 1e3,
        "reads": reads.len(),
        "read_p50_ms": percentile(&mut reads, 50),
        "read_longest_ms": percentile(&mut reads, 100),
        "read_p50_without_ms": percentile(&mut quiet, 50),
        "read_longest_without_ms": percentile(&mut quiet, 100),
    });
    tell("rebuild_view", number(rebuilt.events) / took, "ev/s", extra)
}

/// So many contacts, held and missed, through the rules.
async fn live(people: &People, contacts: u64) -> anyhow::Result<Arc<Vec<SupportCaseId>>> {
    let worker = people.worker("referent").await?;
    let mut cases = Vec::with_capacity(CASES);
    for _ in 0..CASES {
        cases.push(people.case(&[worker]).await?);
    }
    let all = Arc::new(cases);
    let mut writing = JoinSet::new();
    for first in 0..WRITERS {
        let (log, all) = (people.log().clone(), Arc::clone(&all));
        writing.spawn(async move {
            for number in (0..contacts).skip(first).step_by(WRITERS) {
                let place = usize::try_from(number)? % all.len().max(1);
                let (case, person) = *all.get(place).context("no case")?;
                ask::<Contact, _>(&log, Uuid::now_v7(), worker, contact(number, case, person)).await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(written) = writing.join_next().await {
        written??;
    }
    Ok(Arc::new(all.iter().map(|(case, _)| *case).collect()))
}

/// One in four was missed; of the others, each is about one domain of life.
fn contact(number: u64, support_case: SupportCaseId, person: PersonId) -> Command {
    let domains = DomainOfLife::ALL;
    let domain = usize::try_from(number / 4).unwrap_or(0) % domains.len();
    let text = "Le dossier est complet ; l'école propose de se voir la semaine prochaine. ".repeat(3);
    let about = |text: String| Private::new(Subject::Person(person.0), Compartment::Social, text);
    if number.is_multiple_of(4) {
        return Command::Miss(NotSeen {
            support_case,
            kind: Kind::Interview,
            excused: number.is_multiple_of(8),
            reason: None,
            domains: Vec::new(),
        });
    }
    Command::Note(Held {
        support_case,
        kind: Kind::HomeVisit,
        with: vec![person],
        domains: domains.get(domain).copied().into_iter().collect(),
        shared: Some(about(text)),
        private: None,
        words: None,
    })
}

/// Asks for the streams of one case after the other, as its page does, and tells how long each answer took, in ms.
type Reading = tokio::task::JoinHandle<anyhow::Result<Vec<f64>>>;

fn ask_constantly(people: &People, cases: &Arc<Vec<SupportCaseId>>) -> anyhow::Result<(Reading, watch::Sender<bool>)> {
    let pool: Pool = projections::reading_pool(&people.territory.postgres, 1)?;
    let cases = Arc::clone(cases);
    let (stop, stopped) = watch::channel(false);
    let reading = tokio::spawn(async move {
        let permit = Permit::for_operation();
        let mut took = Vec::new();
        for case in cases.iter().cycle() {
            if *stopped.borrow() {
                break;
            }
            let begun = Instant::now();
            let streams = projections::support_case::streams(&pool.get().await?, &permit, *case).await?;
            anyhow::ensure!(streams.len() > 1, "a case has lost its contacts");
            took.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        Ok(took)
    });
    Ok((reading, stop))
}
