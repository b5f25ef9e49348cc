//! A client: wants something, asks any server, and asks again under the same id until it is answered.

use super::faults::Fault;
use super::server::{Ask, Told};
use super::world::{Bad, Happening, SECOND, SERVERS, World};
use event_store::Answer;
use rand::RngExt;
use std::rc::Rc;
use uuid::Uuid;

/// How long a client waits for an answer, in microseconds.
const PATIENCE: i64 = 10 * SECOND;

/// Somebody who asks one thing after the other.
#[derive(Default)]
pub(super) struct Client {
    at_work: Option<(Ask, Aim)>,
    attempt: u64,
    /// What was accepted, with what was told then.
    accepted: Vec<(Ask, Answer)>,
    /// How many wishes it had.
    pub(super) asked: u64,
}

/// What a client expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    /// Whatever comes of it.
    New,
    /// What came of it the first time.
    Repeat(Answer),
    /// A refusal: the id belongs to another wish.
    Reuse,
}

impl Client {
    pub(super) fn waits(&self) -> bool {
        self.at_work.is_some()
    }
}

impl World {
    /// A client begins something, if it has nothing to do.
    pub(super) fn wants(&mut self, client: usize) {
        if self.clients[client].waits() {
            return;
        }
        self.clients[client].asked += 1;
        let number = self.clients[client].asked * 16 + u64::try_from(client).unwrap_or_default() + 1;
        let accepted = self.clients[client].accepted.len();
        let before = (accepted > 0).then(|| {
            let one = self.random.random_range(0..accepted);
            self.clients[client].accepted[one].clone()
        });
        let (ask, aim) = match (self.random.random_range(0..10), before) {
            (0, Some((ask, answer))) => (ask, Aim::Repeat(answer)),
            (1, Some((ask, _))) => {
                self.happened.note(Fault::IdReused);
                (Ask { number, ..ask }, Aim::Reuse)
            }
            _ => (self.something_new(client, number), Aim::New),
        };
        self.witness.asked(&ask);
        self.clients[client].at_work = Some((ask, aim));
        self.ask(client);
    }

    fn something_new(&mut self, client: usize, number: u64) -> Ask {
        let misplaced = self.random.random_ratio(1, 40);
        if misplaced {
            self.happened.note(Fault::Misplaced);
        }
        let (stream, wish) = if misplaced {
            self.cast.misplaced(&mut self.random)
        } else {
            self.cast.wish(&mut self.random)
        };
        let version = self.database.version(stream);
        let seen = match self.random.random_range(0..12) {
            0 => Some(version),
            1 => version.checked_sub(1),
            _ => None,
        };
        Ask {
            client,
            number,
            command: Uuid::from_u128(self.random.random()),
            stream,
            wish: Rc::new(wish),
            seen,
            by: self.cast.worker(u8::try_from(client).unwrap_or_default()),
            occurred_at: self.time(),
        }
    }

    /// Sends the request of a client to any server.
    fn ask(&mut self, client: usize) {
        let Some((ask, _)) = &self.clients[client].at_work else {
            return;
        };
        let ask = ask.clone();
        let site = self.random.random_range(0..SERVERS);
        self.clients[client].attempt += 1;
        let attempt = self.clients[client].attempt;
        self.later(PATIENCE..2 * PATIENCE, Happening::Impatient(client, attempt));
        if self.chance(12, Fault::RequestLost) {
            return;
        }
        if self.chance(10, Fault::RequestDoubled) {
            let site = self.random.random_range(0..SERVERS);
            self.later(0..200_000, Happening::Arrives(site, ask.clone()));
        }
        let late = self.chance(25, Fault::RequestLate);
        let arrives = Happening::Arrives(site, ask);
        if late {
            self.later(PATIENCE..400 * PATIENCE, arrives);
        } else {
            self.later(0..30_000, arrives);
        }
    }

    /// A client that was not answered asks again.
    pub(super) fn impatient(&mut self, client: usize, attempt: u64) {
        if self.clients[client].attempt == attempt && self.clients[client].waits() {
            self.asks_again(client);
        }
    }

    fn asks_again(&mut self, client: usize) {
        self.happened.note(Fault::AskedAgain);
        if self.bad == Some(Bad::NewIdAtRetry) {
            let command = Uuid::from_u128(self.random.random());
            if let Some((ask, _)) = &mut self.clients[client].at_work {
                ask.command = command;
                self.witness.asked(ask);
            }
        }
        self.ask(client);
    }

    /// A client is told something, maybe for the second time.
    pub(super) fn told(&mut self, ask: &Ask, told: Told) {
        let client = ask.client;
        self.note(told_as_number(&told));
        let Some((present, aim)) = &self.clients[client].at_work else {
            return;
        };
        if (present.command, present.number) != (ask.command, ask.number) {
            return;
        }
        let aim = *aim;
        match (told, aim) {
            // A stream of another capability stays one, however often one asks.
            (Told::Fault, Aim::New) if self.is_misplaced(ask) => {}
            (Told::Fault, _) => {
                let attempt = self.clients[client].attempt;
                return self.later(SECOND / 10..SECOND, Happening::Impatient(client, attempt));
            }
            (Told::Stored(answer), Aim::New) => {
                self.clients[client].accepted.push((ask.clone(), answer));
            }
            (Told::Taken, Aim::New) => self.happened.note(Fault::NameWanted),
            (Told::Stale, Aim::New) => self.happened.note(Fault::Stale),
            (Told::Refused(_), Aim::New) => {}
            (Told::Stored(answer), Aim::Repeat(first)) => {
                let same = Answer {
                    repeated: first.repeated,
                    ..answer
                };
                self.witness
                    .finds(same == first, || format!("answered {answer:?} after {first:?}"));
            }
            (Told::Reused, Aim::Reuse) => {}
            (told, aim) => self
                .witness
                .finds(false, || format!("told {told:?} to who expects {aim:?}")),
        }
        self.clients[client].at_work = None;
    }

    fn is_misplaced(&self, ask: &Ask) -> bool {
        let first = self.database.stream(ask.stream).next();
        first.is_some_and(|first| first.capability() != ask.wish.capability())
    }
}

fn told_as_number(told: &Told) -> u64 {
    match told {
        Told::Stored(answer) => (answer.position << 8) | (u64::from(answer.events) << 4),
        Told::Refused(code) => code
            .bytes()
            .fold(7, |sum: u64, byte| sum.wrapping_mul(31) ^ u64::from(byte)),
        Told::Reused => 2,
        Told::Taken => 3,
        Told::Stale => 4,
        Told::Fault => 5,
    }
}
