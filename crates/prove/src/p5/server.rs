//! A server of the model: decides commands on what it believes or reads, and writes them as the real writer does, whose
//! own thoughts (`event_store::sequencing`) it thinks.

use super::capability::{Bytes, Circumstances, Decision, No, State, Wish};
use super::database::{Database, Written};
use domain::words::WorkerId;
use event_store::sequencing::{Head, Memory, Outcome, Proposed, Recent, Rows, arrange};
use event_store::{Answer, Sabotage, Secrets, is_sabotaged};
use jiff::Timestamp;
use std::collections::{BTreeMap, VecDeque};
use std::mem;
use std::num::NonZeroUsize;
use std::rc::Rc;
use uuid::Uuid;

/// Few, so that streams are also forgotten.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(7);
/// How many commands one commit takes.
const BATCH: usize = 6;
/// How often a command is decided when others keep moving its stream.
const TRIES: u8 = 4;

/// A command on its way.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    /// Who is told.
    pub(crate) client: usize,
    /// What the wish is known by: another wish has another number.
    pub(crate) number: u64,
    pub(crate) command: Uuid,
    pub(crate) stream: Uuid,
    pub(crate) wish: Rc<Wish>,
    /// The version that its author saw, when it stands only on that.
    pub(crate) seen: Option<u64>,
    pub(crate) by: WorkerId,
    pub(crate) occurred_at: Timestamp,
}

/// What a client is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    Stored(Answer),
    Refused(&'static str),
    Reused,
    Taken,
    Stale,
    /// The world failed: ask again.
    Fault,
}

/// What is believed of a stream.
struct Warm {
    state: State,
    version: u64,
    after: Option<(Uuid, [u8; 32])>,
    on_their_way: Vec<Uuid>,
}

struct Offered {
    ask: Ask,
    proposed: Proposed,
    tries: u8,
}

/// A batch between its arrangement and its commit.
struct AtWork {
    batch: Vec<Offered>,
    expected: Option<(Head, Rows)>,
    /// It was sent before, and nobody knows what came of it.
    unknown: bool,
}

/// What is told to whom.
pub(crate) type Answers = Vec<(Ask, Told)>;

/// How a commit ended.
pub(super) enum Committed {
    /// Answered.
    Settled,
    /// It may not write any more.
    Fenced,
    /// The database refused what its own lock had shown to be right.
    Refused,
}

/// One process.
pub(super) struct Server {
    pub(super) epoch: u64,
    memory: Memory,
    pub(super) recent: Recent,
    warm: BTreeMap<Uuid, Warm>,
    waiting: VecDeque<Offered>,
    at_work: Option<AtWork>,
    /// Commands that wait until nothing is on its way: only what is stored may answer them.
    parked: Vec<(Ask, u8)>,
}

impl Ask {
    fn digest(&self) -> [u8; 32] {
        let mut wish = self.wish.capability().as_bytes().to_vec();
        wish.push(0);
        wish.extend_from_slice(self.stream.as_bytes());
        wish.extend_from_slice(self.by.0.as_bytes());
        wish.extend_from_slice(&self.body());
        Bytes.digest(&wish)
    }

    /// The bytes of the wish.
    pub(crate) fn body(&self) -> [u8; 8] {
        self.number.to_be_bytes()
    }

    /// Its circumstances, when it is decided now.
    pub(super) fn at(&self, now: Timestamp) -> Circumstances {
        Circumstances {
            by: self.by,
            at: now,
            occurred_at: self.occurred_at,
        }
    }
}

impl Server {
    pub(super) fn open(database: &mut Database) -> Self {
        Self {
            epoch: database.take_epoch(),
            memory: Memory::new(REMEMBERED),
            recent: Recent::default(),
            warm: BTreeMap::new(),
            waiting: VecDeque::new(),
            at_work: None,
            parked: Vec::new(),
        }
    }

    /// Whether nothing is on its way.
    fn is_idle(&self) -> bool {
        self.waiting.is_empty() && self.at_work.is_none()
    }

    /// Whether there is something to arrange.
    pub(super) fn has_work(&self) -> bool {
        !self.waiting.is_empty() && self.at_work.is_none()
    }

    /// Takes a command in; answers at once when there is nothing to write.
    pub(super) fn handle(
        &mut self,
        database: &Database,
        ask: Ask,
        tries: u8,
        now: Timestamp,
        id: &mut impl FnMut() -> Uuid,
    ) -> Option<(Ask, Told)> {
        if self.parked.iter().any(|(other, _)| other.stream == ask.stream) {
            // Somebody before it has the stream in hand.
            self.parked.push((ask, tries));
            return None;
        }
        if let Some(mut warm) = self.warm.remove(&ask.stream) {
            let repeated = warm.on_their_way.contains(&ask.command);
            let too_late = ask.seen.is_some_and(|seen| seen < warm.version);
            let stands = ask.seen.is_none_or(|seen| seen == warm.version);
            match warm.state.decide(&ask.wish, ask.at(now)) {
                Ok(decision) if stands && !repeated => {
                    let stream = ask.stream;
                    let offered = self.go_on(&mut warm, ask, decision, tries, id);
                    self.warm.insert(stream, warm);
                    return offered.err().map(|ask| (ask, Told::Fault));
                }
                Ok(_) | Err(_) => {
                    if too_late && !repeated {
                        self.warm.insert(ask.stream, warm);
                    }
                }
            }
            if !self.is_idle() {
                self.parked.push((ask, tries));
                return None;
            }
        }
        self.on_what_is_stored(database, ask, tries, now, id)
    }

    fn on_what_is_stored(
        &mut self,
        database: &Database,
        ask: Ask,
        tries: u8,
        now: Timestamp,
        id: &mut impl FnMut() -> Uuid,
    ) -> Option<(Ask, Told)> {
        if let Some(known) = database.known(ask.command)
            && !is_sabotaged(Sabotage::ResultUnread)
        {
            let same = known.digest == ask.digest() || is_sabotaged(Sabotage::WishUncompared);
            let told = if same {
                Told::Stored(Answer {
                    repeated: true,
                    ..known.answer
                })
            } else {
                Told::Reused
            };
            return Some((ask, told));
        }
        let Ok(state) = ask.wish.unborn().reading(database.stream(ask.stream)) else {
            return Some((ask, Told::Fault));
        };
        let mut warm = Warm {
            state,
            version: database.version(ask.stream),
            after: None,
            on_their_way: Vec::new(),
        };
        if ask.seen.is_some_and(|seen| seen != warm.version) {
            self.warm.insert(ask.stream, warm);
            return Some((ask, Told::Stale));
        }
        match warm.state.decide(&ask.wish, ask.at(now)) {
            Ok(decision) => {
                let stream = ask.stream;
                let offered = self.go_on(&mut warm, ask, decision, tries, id);
                self.warm.insert(stream, warm);
                offered.err().map(|ask| (ask, Told::Fault))
            }
            Err(No::Refused(code)) => Some((ask, Told::Refused(code))),
            Err(No::Unreadable) => Some((ask, Told::Fault)),
        }
    }

    /// Offers what was decided, and believes it; gives the command back when it cannot be written.
    fn go_on(
        &mut self,
        warm: &mut Warm,
        ask: Ask,
        decision: Decision,
        tries: u8,
        id: &mut impl FnMut() -> Uuid,
    ) -> Result<(), Ask> {
        let digest = ask.digest();
        let Ok(events) = decision.facts.written(ask.stream, id) else {
            return Err(ask);
        };
        let names = decision.reservations.iter();
        let proposed = Proposed {
            stream: ask.stream,
            capability: ask.wish.capability(),
            expected: warm.version,
            after: warm.after,
            command: ask.command,
            digest,
            by: ask.by.0,
            occurred_at: ask.occurred_at,
            known_at: None,
            events,
            reservations: names
                .map(|name| (name.scope, Bytes.blind(name.scope, &name.value)))
                .collect(),
        };
        warm.on_their_way.push(ask.command);
        if decision.facts.count() > 0 {
            warm.after = Some((ask.command, digest));
            warm.version += decision.facts.count();
            let unborn = ask.wish.unborn();
            warm.state = mem::replace(&mut warm.state, unborn).after(&decision.facts);
        }
        self.waiting.push_back(Offered { ask, proposed, tries });
        Ok(())
    }

    /// Takes what waits, and thinks about what would be written. Answers what a bad program tells before it is.
    pub(super) fn arrange(&mut self, now: Timestamp) -> Answers {
        let batch: Vec<Offered> = self.waiting.drain(..self.waiting.len().min(BATCH)).collect();
        let expected = self.memory.expected(batch.iter().map(|one| &one.proposed), now);
        let mut early = Vec::new();
        if is_sabotaged(Sabotage::AnsweredBeforeTheCommit)
            && let Some((_, rows)) = &expected
        {
            for (one, outcome) in batch.iter().zip(&rows.outcomes) {
                if let Outcome::Stored(answer) = outcome {
                    early.push((one.ask.clone(), Told::Stored(*answer)));
                }
            }
        }
        self.at_work = Some(AtWork {
            batch,
            expected,
            unknown: false,
        });
        early
    }

    /// The connection died around the commit: nobody knows what came of it, and it is offered again.
    pub(super) fn loses_connection(&mut self, database: &mut Database, after_the_commit: bool, now: Timestamp) {
        if let Some(mut work) = self.at_work.take() {
            if after_the_commit {
                // Nobody hears what comes of it.
                drop(self.stored(database, &mut work, now));
            }
            // What it is connected to next may be another, which lacks what is remembered.
            self.memory.forget();
            self.recent.forget();
            self.at_work = Some(AtWork {
                expected: None,
                unknown: true,
                ..work
            });
        }
    }

    /// The batch at work is not written, because the time of its writer is not believed.
    pub(super) fn gives_up(&mut self, database: &Database, now: Timestamp, id: &mut impl FnMut() -> Uuid) -> Answers {
        let batch = self.at_work.take().map(|work| work.batch).unwrap_or_default();
        self.failed(database, batch, now, id)
    }

    /// Nothing of a batch was written: everybody in it is told, and what was believed did not come true.
    fn failed(
        &mut self,
        database: &Database,
        batch: Vec<Offered>,
        now: Timestamp,
        id: &mut impl FnMut() -> Uuid,
    ) -> Answers {
        let mut answers = Vec::new();
        for one in batch {
            self.warm.remove(&one.ask.stream);
            answers.push((one.ask, Told::Fault));
        }
        self.settles(database, now, id, &mut answers);
        answers
    }

    /// Whether the batch at work is offered for the second time.
    pub(super) fn is_offering_again(&self) -> bool {
        self.at_work.as_ref().is_some_and(|work| work.unknown)
    }

    /// Commits the batch at work, and tells what to answer.
    pub(super) fn commit(
        &mut self,
        database: &mut Database,
        now: Timestamp,
        id: &mut impl FnMut() -> Uuid,
    ) -> (Committed, Answers) {
        let Some(mut work) = self.at_work.take() else {
            return (Committed::Settled, Vec::new());
        };
        let rows = match self.stored(database, &mut work, now) {
            Ok(rows) => rows,
            Err(ended) => return (ended, self.failed(database, work.batch, now, id)),
        };
        let mut answers = Vec::new();
        for (one, outcome) in work.batch.into_iter().zip(rows.outcomes) {
            if !matches!(outcome, Outcome::Stored(Answer { repeated: false, .. })) {
                self.warm.remove(&one.ask.stream);
            }
            let told = match outcome {
                Outcome::Stored(answer) => Told::Stored(answer),
                Outcome::CommandReused => Told::Reused,
                Outcome::Taken(_) => Told::Taken,
                Outcome::OtherCapability => Told::Fault,
                Outcome::MovedOn(_) if one.ask.seen.is_some() || one.tries + 1 >= TRIES => Told::Stale,
                Outcome::MovedOn(_) => {
                    answers.extend(self.handle(database, one.ask, one.tries + 1, now, id));
                    continue;
                }
            };
            answers.push((one.ask, told));
        }
        self.settles(database, now, id, &mut answers);
        (Committed::Settled, answers)
    }

    /// Goes on with the commands that waited, when nothing is on its way any more: stored, or given up.
    fn settles(&mut self, database: &Database, now: Timestamp, id: &mut impl FnMut() -> Uuid, answers: &mut Answers) {
        if self.is_idle() {
            for (ask, tries) in mem::take(&mut self.parked) {
                answers.extend(self.after_settling(database, ask, tries, now, id));
            }
        }
    }

    /// What is answered to a command that waited until nothing was on its way.
    fn after_settling(
        &mut self,
        database: &Database,
        ask: Ask,
        tries: u8,
        now: Timestamp,
        id: &mut impl FnMut() -> Uuid,
    ) -> Option<(Ask, Told)> {
        if self.is_idle() {
            self.warm.remove(&ask.stream);
            return self.on_what_is_stored(database, ask, tries, now, id);
        }
        self.handle(database, ask, tries, now, id)
    }

    /// In one statement when what stands is believed, else while the log is held, as the real writer.
    fn stored(&mut self, database: &mut Database, work: &mut AtWork, now: Timestamp) -> Result<Rows, Committed> {
        if let Some((before, rows)) = work.expected.take() {
            let written = if rows.commands.is_empty() {
                Written::All
            } else {
                database.append(&rows, self.epoch)
            };
            if written == Written::All {
                return Ok(self.kept(before, rows));
            }
            self.memory.forget();
        }
        let batch = || work.batch.iter().map(|one| &one.proposed);
        let (head, mut standing) = database.held(batch());
        if self.epoch < database.fence && !is_sabotaged(Sabotage::FenceUnread) {
            return Err(Committed::Fenced);
        }
        if work.unknown {
            standing.own = database.own(batch());
        }
        self.memory.sees(&head);
        let rows = arrange(batch(), standing, head.clone(), now);
        if !rows.commands.is_empty() && database.append(&rows, self.epoch) != Written::All {
            return Err(Committed::Refused);
        }
        Ok(self.kept(head, rows))
    }

    fn kept(&mut self, before: Head, rows: Rows) -> Rows {
        self.memory.keep(before, &rows);
        self.recent.keep(rows.events.iter().map(|(event, _)| event.clone()));
        rows
    }
}
