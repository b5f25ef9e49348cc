//! P2: a command has one effect, for ever. Each is repeated one after the other, side by side, at another server, and
//! after a restart: the log stays as it is, the answer is the first one; the same id with another wish is refused.

use crate::report::{Proof, Report};
use crate::tally::{Add, Log, ask, open};
use event_store::{Answer, Rejected};
use futures::stream::{self, StreamExt};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use testkit::Database;
use tokio_postgres::{Client, Error};
use uuid::Uuid;

/// How many are asked at once.
const SIDE_BY_SIDE: usize = 64;
/// All that there is of the log, byte for byte.
const CONTENT: &str = "
    select encode(sha256(convert_to(coalesce(string_agg(line, '|'), ''), 'UTF8')), 'hex') from (
        (select e::text as line from event e order by position)
        union all (select c::text from command c order by id)
        union all (select s::text from stream s order by id)
        union all (select r::text from reservation r order by blind)) as content";

/// A command with what it was answered first.
#[derive(Clone, Copy, Debug)]
struct Asked {
    command: Uuid,
    stream: Uuid,
    add: Add,
    answer: Answer,
}

/// How many answers were not as they should be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wrongs {
    /// Repetitions that were answered otherwise than at first.
    pub(crate) answers: u64,
    /// Other wishes under a used id that were not refused.
    pub(crate) reused: u64,
    /// Commands asked three times at once that acted more or less than once.
    pub(crate) raced: u64,
    /// Repetitions after which the log was another.
    pub(crate) changed: u64,
    /// Events of all commands; what each way to repeat is held against.
    events: u64,
    /// Ways in which all of them were repeated.
    ways: u64,
}

impl Wrongs {
    /// How many in all.
    #[cfg(feature = "sabotage")]
    pub(crate) fn total(&self) -> u64 {
        self.answers + self.reused + self.raced + self.changed
    }
}

/// Proves it.
pub(crate) fn prove(asked: &crate::Asked, report: &mut Report) -> anyhow::Result<()> {
    let commands = if asked.quick { 3_000 } else { 100_000 };
    let mut proof = Proof::begin("P2 a command has one effect, for ever");
    let wrongs = tokio::runtime::Runtime::new()?.block_on(repeated(commands, asked.seed))?;
    let text = format!(
        "{commands} commands with {} events, all of them repeated in {} ways: one after the other, side by side, at two \
         servers, after a restart, with another wish; {} more asked three times at once",
        wrongs.events,
        wrongs.ways,
        commands / 10
    );
    proof.says(&text, wrongs.events > 0 && wrongs.ways == 5);
    proof.says(
        &format!("{} repetitions answered otherwise than at first", wrongs.answers),
        wrongs.answers == 0,
    );
    proof.says(
        &format!("{} other wishes under a used id accepted", wrongs.reused),
        wrongs.reused == 0,
    );
    let text = format!("{} commands asked three times at once acted not once", wrongs.raced);
    proof.says(&text, wrongs.raced == 0);
    let text = format!("{} times the content of the log was another afterwards", wrongs.changed);
    proof.says(&text, wrongs.changed == 0);
    report.close(proof);
    Ok(())
}

/// Asks so many commands and repeats them in every way.
pub(crate) async fn repeated(commands: u64, seed: u64) -> anyhow::Result<Wrongs> {
    let mut random = StdRng::seed_from_u64(seed ^ 2);
    let database = Database::fresh().await;
    let client = database.owner().await;
    let mut wrongs = Wrongs::default();
    let logs = [open(database.config()).await?, open(database.config()).await?];
    let mut all = first(&logs[0], commands, &mut random, &mut wrongs).await;
    let content = content(&client).await?;
    wrongs.events = all.iter().map(|one| u64::from(one.answer.events)).sum();

    wrongs.answers += again(&logs[..1], &all, 1).await;
    wrongs.is_still(&client, &content).await?;
    all.shuffle(&mut random);
    wrongs.answers += again(&logs[..1], &all, SIDE_BY_SIDE).await;
    wrongs.is_still(&client, &content).await?;
    wrongs.answers += again(&logs, &all, SIDE_BY_SIDE).await;
    wrongs.is_still(&client, &content).await?;
    let [first, second] = logs;
    first.close().await;
    let logs = [open(database.config()).await?, second];
    wrongs.answers += again(&logs[..1], &all, SIDE_BY_SIDE).await;
    wrongs.is_still(&client, &content).await?;
    wrongs.reused += others(&logs, &all).await;
    wrongs.is_still(&client, &content).await?;
    wrongs.raced += raced(&logs, commands / 10, &mut random).await;
    for log in &logs {
        log.close().await;
    }
    Ok(wrongs)
}

impl Wrongs {
    async fn is_still(&mut self, client: &Client, was: &str) -> Result<(), Error> {
        self.ways += 1;
        self.changed += u64::from(content(client).await? != was);
        Ok(())
    }
}

/// Asks each for the first time.
async fn first(log: &Log, commands: u64, random: &mut StdRng, wrongs: &mut Wrongs) -> Vec<Asked> {
    let streams: Vec<Uuid> = (0..commands.div_ceil(40)).map(|_| id(random)).collect();
    let asked: Vec<_> = (0..commands)
        .map(|_| (id(random), streams[random.random_range(0..streams.len())], add(random)))
        .collect();
    let asked = stream::iter(asked).map(|(command, stream, add)| async move {
        let answer = insist(log, stream, command, add).await.ok()?;
        Some(Asked {
            command,
            stream,
            add,
            answer,
        })
    });
    let answered: Vec<Option<Asked>> = asked.buffer_unordered(SIDE_BY_SIDE).collect().await;
    let all: Vec<Asked> = answered.into_iter().flatten().collect();
    wrongs.answers += commands.saturating_sub(u64::try_from(all.len()).unwrap_or_default());
    all
}

/// Asks each again, so many at once, and counts the answers that are not the first one.
async fn again(logs: &[Log], all: &[Asked], at_once: usize) -> u64 {
    let same = stream::iter(all.iter().enumerate()).map(|(number, one)| {
        let log = &logs[number % logs.len()];
        async move {
            let expected = Answer {
                repeated: true,
                ..one.answer
            };
            let answer = insist(log, one.stream, one.command, one.add).await;
            u64::from(!matches!(answer, Ok(answer) if answer == expected))
        }
    });
    same.buffer_unordered(at_once)
        .fold(0, |sum, one| async move { sum + one })
        .await
}

/// Asks for something else under each id, of the same stream and of another, and counts what is not refused.
async fn others(logs: &[Log], all: &[Asked]) -> u64 {
    let refused = stream::iter(all.iter().enumerate()).map(|(number, one)| {
        let log = &logs[number % logs.len()];
        async move {
            let more = Add {
                amount: one.add.amount ^ 1,
                ..one.add
            };
            let (add, stream) = if number % 2 == 0 {
                (more, one.stream)
            } else {
                (one.add, Uuid::from_u128(!one.stream.as_u128()))
            };
            let answer = insist(log, stream, one.command, add).await;
            u64::from(!matches!(answer, Err(Rejected::CommandReused)))
        }
    });
    refused
        .buffer_unordered(SIDE_BY_SIDE)
        .fold(0, |sum, one| async move { sum + one })
        .await
}

/// Asks new commands three times at once at two servers, and counts those that did not act once with one answer.
async fn raced(logs: &[Log; 2], commands: u64, random: &mut StdRng) -> u64 {
    let asked: Vec<_> = (0..commands).map(|_| (id(random), id(random), add(random))).collect();
    let wrong = stream::iter(asked).map(|(command, stream, add)| async move {
        let [one, other] = logs;
        let (first, second, third) = tokio::join!(
            insist(one, stream, command, add),
            insist(one, stream, command, add),
            insist(other, stream, command, add)
        );
        let answers: Vec<Answer> = [first, second, third].into_iter().flatten().collect();
        let place = |answer: &Answer| (answer.position, answer.version, answer.events);
        let same = answers.windows(2).all(|pair| place(&pair[0]) == place(&pair[1]));
        let new = answers.iter().filter(|answer| !answer.repeated).count();
        let version = one.version(stream).await.unwrap_or(u64::MAX);
        let right = answers.len() == 3 && same && new <= 1 && version == u64::from(add.times);
        u64::from(!right)
    });
    wrong
        .buffer_unordered(16)
        .fold(0, |sum, one| async move { sum + one })
        .await
}

/// Asks until a lost race is won: only two servers at once lose any.
async fn insist(
    log: &Log,
    stream: Uuid,
    command: Uuid,
    add: Add,
) -> Result<Answer, Rejected<std::convert::Infallible>> {
    loop {
        match ask(log, stream, command, add).await {
            Err(Rejected::Stale { .. }) => {}
            other => return other,
        }
    }
}

/// One in ten adds nothing and is answered all the same.
fn add(random: &mut StdRng) -> Add {
    Add {
        amount: random.random(),
        times: if random.random_ratio(1, 10) {
            0
        } else {
            random.random_range(1..4)
        },
    }
}

fn id(random: &mut StdRng) -> Uuid {
    Uuid::from_u128(random.random())
}

async fn content(client: &Client) -> Result<String, Error> {
    client.query_one(CONTENT, &[]).await?.try_get(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn whatever_is_repeated_changes_nothing() {
        let wrongs = repeated(60, 1).await.unwrap();
        let right = Wrongs {
            events: wrongs.events,
            ways: 5,
            ..Wrongs::default()
        };
        assert_eq!(wrongs, right);
    }
}
