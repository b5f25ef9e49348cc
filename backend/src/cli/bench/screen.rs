//! From a commit to every screen that shows what it changed: through the door, on sessions that were signed in, over the
//! live stream that the client listens to.

use super::browser::Browser;
use super::hurried::percentile;
use super::people::People;
use super::{Ground, tell};
use crate::app::Trame;
use crate::http;
use actix_web::web::Data;
use anyhow::Context;
use contract::paths;
use domain::words::{SupportCaseId, WorkerId};
use identity::Kind;
use serde_json::{Value, json};
use std::net::{SocketAddr, TcpListener};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use uuid::Uuid;

/// How many professionals stand around the case: each screen is a session of one of them.
const WORKERS: usize = 20;
/// Fifty things written a second.
const APART: Duration = Duration::from_millis(20);
/// A screen that has not changed by then never changes.
const PATIENCE: Duration = Duration::from_secs(20);
/// Works at this machine alone, for as long as the measure lasts.
const PASSWORD: &str = "un mot de passe assez long";

/// When something was asked and when it was answered, at which position.
struct Written {
    position: u64,
    called: Instant,
    answered: Instant,
}

pub(super) async fn measure(ground: &Ground, viewers: usize, writes: u32) -> anyhow::Result<()> {
    if !ground.wants("screen") || viewers == 0 {
        return Ok(());
    }
    let people = People::open(ground).await?;
    let done = on(&people, viewers, writes).await;
    people.close().await?;
    done
}

async fn on(people: &People, viewers: usize, writes: u32) -> anyhow::Result<()> {
    let identity = people.territory.identity(&people.config)?;
    let mut around: Vec<WorkerId> = Vec::with_capacity(WORKERS);
    for number in 0..WORKERS {
        let worker = people.worker(&login(number)).await?;
        identity
            .register(worker.0, &login(number), PASSWORD, Kind::Ordinary)
            .await?;
        around.push(worker);
    }
    let (case, _) = people.case(&around).await?;
    let listener = TcpListener::bind((people.config.host, 0))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let trame = Data::new(Trame::start(&people.territory, &people.config, None).await?);
    let server = http::serve(&trame, listener)?;
    let handle = server.handle();
    let running = tokio::spawn(server);
    let head = people.log().head().await?;
    trame.reach(Some(head)).await?;
    let done = watched(address, case, viewers, writes).await;
    trame.stop().await;
    handle.stop(false).await;
    running.await??;
    let (mut acks, mut calls) = done?;
    let extra = json!({
        "n": acks.len(),
        "viewers": viewers,
        "each_change_is_shown_to": "all of them",
        "ack_p50_ms": percentile(&mut acks, 50), "ack_p99_ms": percentile(&mut acks, 99),
        "call_p50_ms": percentile(&mut calls, 50), "call_p99_ms": percentile(&mut calls, 99),
    });
    let p99 = percentile(&mut acks, 99).unwrap_or(f64::NAN);
    tell("screen", p99, "ms p99 ack->screen", extra)
}

fn login(number: usize) -> String {
    format!("mesure.{number}")
}

/// Opens the screens, writes, and tells how long each change took to each screen: since its answer, and since it was asked.
async fn watched(
    address: SocketAddr,
    case: SupportCaseId,
    viewers: usize,
    writes: u32,
) -> anyhow::Result<(Vec<f64>, Vec<f64>)> {
    let mut screens = Vec::with_capacity(viewers);
    for viewer in 0..viewers {
        let mut browser = Browser::signed_in(address, &login(viewer % WORKERS), PASSWORD).await?;
        browser.listen().await?;
        screens.push(browser);
    }
    let mut author = Browser::signed_in(address, &login(0), PASSWORD).await?;
    // The first is not measured: by its position the screens know where to begin, and the way is warm.
    let first = write(&mut author, case).await?.position;
    let until = first.saturating_add(u64::from(writes));
    let mut watching = JoinSet::new();
    for screen in screens {
        watching.spawn(watch(screen, until));
    }
    let mut written = Vec::new();
    for _ in 0..writes {
        let begun = Instant::now();
        written.push(write(&mut author, case).await?);
        sleep(APART.saturating_sub(begun.elapsed())).await;
    }
    let (mut acks, mut calls) = (Vec::new(), Vec::new());
    let in_ms = |since: Duration| since.as_secs_f64() * 1e3;
    while let Some(seen) = timeout(PATIENCE, watching.join_next()).await? {
        let seen = seen??;
        let mut changes = seen.iter().peekable();
        for one in &written {
            // What is told at a later position tells all before it.
            while changes.next_if(|(position, _)| *position < one.position).is_some() {}
            let (_, at) = changes.peek().context("a screen has missed a change")?;
            acks.push(in_ms(at.saturating_duration_since(one.answered)));
            calls.push(in_ms(at.saturating_duration_since(one.called)));
        }
    }
    Ok((acks, calls))
}

/// Names a strength: the shortest thing that can be written to a case.
async fn write(author: &mut Browser, case: SupportCaseId) -> anyhow::Result<Written> {
    let body = json!({
        "command": Uuid::now_v7(), "strength": Uuid::now_v7(),
        "text": "Elle a repris contact avec sa famille.", "named_by": "worker",
    });
    let called = Instant::now();
    let answer = author.post(&paths::of_case(paths::STRENGTHS, case), &body).await?;
    let answered = Instant::now();
    anyhow::ensure!(answer.status == 200, "writing was answered {}", answer.status);
    let said: Value = serde_json::from_str(&answer.body)?;
    let position = said.get("position").and_then(Value::as_u64);
    Ok(Written {
        position: position.context("an answer without a position")?,
        called,
        answered,
    })
}

/// When each position came to a screen, up to one.
async fn watch(mut screen: Browser, until: u64) -> anyhow::Result<Vec<(u64, Instant)>> {
    let mut seen = Vec::new();
    loop {
        let position = timeout(PATIENCE, screen.changed()).await??;
        seen.push((position, Instant::now()));
        if position >= until {
            return Ok(seen);
        }
    }
}
