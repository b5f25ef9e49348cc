//! One world: three servers, their clients and their database, for thirty days, in one thread. Time and chance come from
//! its seed alone, and what happens next is the earliest thing on the agenda.

use super::client::Client;
use super::database::Database;
use super::faults::{Fault, Happened};
use super::follower::Follower;
use super::server::{Answers, Ask, Committed, Server, Told};
use super::wishes::{Cast, FIRST_DAY};
use super::witness::Witness;
use event_store::{Sabotage, is_sabotaged};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeMap;
use std::ops::Range;
use uuid::Uuid;

/// How many servers, and how many clients.
pub(super) const SERVERS: usize = 3;
pub(super) const CLIENTS: usize = 3;
/// How many days a world lasts.
pub(super) const DAYS: i64 = 30;
const MILLISECOND: i64 = 1_000;
pub(super) const SECOND: i64 = 1_000 * MILLISECOND;
const DAY: i64 = 86_400 * SECOND;
/// A world that goes on for longer than this has lost its way.
const LONGEST: u32 = 200_000;
/// How far from the database's clock another may be that is believed.
const APART: i64 = 60 * SECOND;
/// How long everything may take to come to rest.
const REST: i64 = 4 * DAY;

/// A way to get the model itself wrong, which the witness must notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bad {
    /// A client that asks again takes a new id.
    NewIdAtRetry,
    /// A sender that tries again takes a new key.
    NewKeyAtRetry,
}

/// Something on the agenda.
#[derive(Clone, Debug)]
pub(super) enum Happening {
    /// A client wants something.
    Wants(usize),
    /// A request reaches a server.
    Arrives(usize, Ask),
    /// A client is told something.
    Told(Ask, Told),
    /// A client has waited long enough, since this attempt.
    Impatient(usize, u64),
    /// A server's writer looks at what waits; by the server's life.
    Arrange(usize, u32),
    /// It commits.
    Commit(usize, u32),
    /// News of the newest position reach a server.
    Signal(usize, u64),
    /// A server looks at the newest position by itself.
    Look(usize, u32),
    /// A server's followers look at what they were told of.
    Follow(usize, u32),
    /// A server's sender looks for messages.
    Send(usize),
    /// A message reaches the provider: server, life, message, key.
    Provider(usize, u32, u64, u64),
    /// The provider's answer reaches the server.
    Heard(usize, u32, u64),
    /// A server comes back.
    Restart(usize),
    /// The clock of a server jumps.
    Jump(usize),
}

/// A machine on which a server runs, or is dead for now.
pub(super) struct Site {
    pub(super) server: Option<Server>,
    /// Which server it is, counted from the first.
    pub(super) life: u32,
    /// Frozen until then: all that happens to it happens later.
    frozen_until: i64,
    /// How far its clock is off, in microseconds.
    off: i64,
    pub(super) follower: Follower,
    /// What it knows of the newest position.
    pub(super) newest: u64,
    looks: bool,
}

/// A world.
pub(super) struct World {
    pub(super) random: StdRng,
    pub(super) bad: Option<Bad>,
    pub(super) cast: Cast,
    agenda: BTreeMap<(i64, u64), Happening>,
    entries: u64,
    pub(super) now: i64,
    first: Timestamp,
    pub(super) database: Database,
    pub(super) sites: Vec<Site>,
    pub(super) clients: Vec<Client>,
    /// Who writes the view.
    pub(super) leader: Option<usize>,
    pub(super) witness: Witness,
    pub(super) happened: Happened,
    trace: u64,
}

/// What came of a world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Came {
    pub(super) happened: Happened,
    /// The promise that was broken, when one was.
    pub(crate) wrong: Option<String>,
    pub(super) events: u64,
    pub(super) commands: u64,
    pub(super) steps: u64,
    /// The same for the same seed, whatever the machine.
    pub(super) trace: u64,
}

/// Lives through the world of a seed.
pub(crate) fn lived(seed: u64, bad: Option<Bad>) -> Came {
    let mut world = World::of(seed, bad);
    world.live();
    world.witness.concludes(&world.database);
    for client in &world.clients {
        let waits = client.waits();
        world.witness.finds(!waits, || "a client was never answered".to_owned());
    }
    world.note(world.database.head().position);
    for word in world.database.head().hash {
        world.note(u64::from(word));
    }
    Came {
        happened: world.happened,
        wrong: world.witness.wrong,
        events: world.database.head().position,
        commands: world.clients.iter().map(|client| client.asked).sum(),
        steps: world.entries,
        trace: world.trace,
    }
}

impl World {
    fn of(seed: u64, bad: Option<Bad>) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let mut database = Database::new();
        let first = FIRST_DAY.to_zoned(TimeZone::UTC).map(|zoned| zoned.timestamp());
        let sites = (0..SERVERS).map(|_| Site::opened(&mut database)).collect();
        let clients = (0..CLIENTS).map(|_| Client::default()).collect();
        let mut world = Self {
            bad,
            cast: Cast::of(random.random()),
            random,
            agenda: BTreeMap::new(),
            entries: 0,
            now: 0,
            first: first.unwrap_or_default(),
            database,
            sites,
            clients,
            leader: None,
            witness: Witness::default(),
            happened: Happened::default(),
            trace: 0xcbf2_9ce4_8422_2325,
        };
        world.plan();
        world
    }

    /// On some days people meet and write at the same time; now and then a clock is set.
    fn plan(&mut self) {
        for day in 0..DAYS {
            if self.random.random_ratio(2, 5) {
                let hour = day * DAY + self.random.random_range(0..DAY);
                for client in 0..CLIENTS {
                    let at = hour + self.random.random_range(0..20 * MILLISECOND);
                    self.at(at, Happening::Wants(client));
                }
            }
            if self.random.random_ratio(1, 12) {
                let site = self.random.random_range(0..SERVERS);
                let at = day * DAY + self.random.random_range(0..DAY);
                self.at(at, Happening::Jump(site));
            }
        }
    }

    /// Whether something that happens once in so many times happens now; when everything comes to rest, nothing does.
    pub(super) fn chance(&mut self, once_in: u32, fault: Fault) -> bool {
        let happens = self.now < DAYS * DAY && self.random.random_ratio(1, once_in);
        if happens {
            self.happened.note(fault);
        }
        happens
    }

    fn at(&mut self, at: i64, happening: Happening) {
        self.entries += 1;
        self.agenda.insert((at, self.entries), happening);
    }

    /// Puts something on the agenda, after a time.
    pub(super) fn later(&mut self, after: Range<i64>, happening: Happening) {
        let at = self.now + self.random.random_range(after);
        self.at(at, happening);
    }

    /// Goes into what tells two lives of one seed apart.
    pub(super) fn note(&mut self, word: u64) {
        self.trace = (self.trace ^ word).wrapping_mul(0x0100_0000_01b3);
    }

    /// The true time.
    pub(super) fn time(&self) -> Timestamp {
        self.shifted(0)
    }

    fn shifted(&self, off: i64) -> Timestamp {
        let micros = self.first.as_microsecond() + self.now + off;
        Timestamp::from_microsecond(micros).unwrap_or(self.first)
    }

    /// The time by the clock of a server.
    fn clock_of(&self, site: usize) -> Timestamp {
        self.shifted(self.sites[site].off)
    }

    fn live(&mut self) {
        let mut steps = 0;
        while let Some(((at, entry), happening)) = self.agenda.pop_first() {
            steps += 1;
            if self.witness.wrong.is_some() || steps > LONGEST || at > DAYS * DAY + REST {
                let rests = self.witness.wrong.is_some();
                self.witness
                    .finds(rests, || "the world does not come to rest".to_owned());
                return;
            }
            self.now = at;
            self.note(at.cast_unsigned() ^ (entry << 48));
            self.happens(happening);
        }
    }

    fn happens(&mut self, happening: Happening) {
        let site = match &happening {
            Happening::Arrives(site, _) | Happening::Signal(site, _) | Happening::Send(site) => Some((*site, None)),
            Happening::Arrange(site, life)
            | Happening::Commit(site, life)
            | Happening::Look(site, life)
            | Happening::Follow(site, life)
            | Happening::Heard(site, life, _) => Some((*site, Some(*life))),
            Happening::Wants(_)
            | Happening::Told(..)
            | Happening::Impatient(..)
            | Happening::Provider(..)
            | Happening::Restart(_)
            | Happening::Jump(_) => None,
        };
        if let Some((site, life)) = site {
            let there = &self.sites[site];
            // Whoever is dead hears nothing, and the next life has other things to do.
            if there.server.is_none() || life.is_some_and(|life| life != there.life) {
                return;
            }
            if there.frozen_until > self.now {
                let at = there.frozen_until;
                self.at(at, happening);
                return;
            }
        }
        match happening {
            Happening::Wants(client) => self.wants(client),
            Happening::Arrives(site, ask) => self.arrives(site, ask),
            Happening::Told(ask, told) => self.told(&ask, told),
            Happening::Impatient(client, attempt) => self.impatient(client, attempt),
            Happening::Arrange(site, _) => self.arrange(site),
            Happening::Commit(site, _) => self.commit(site),
            Happening::Signal(site, position) => self.hears(site, position),
            Happening::Look(site, _) => self.look(site),
            Happening::Follow(site, _) => self.follow(site),
            Happening::Send(site) => self.send(site),
            Happening::Provider(site, life, message, key) => self.provides(site, life, message, key),
            Happening::Heard(site, _, message) => self.heard(site, message),
            Happening::Restart(site) => self.restart(site),
            Happening::Jump(site) => self.jump(site),
        }
    }

    fn arrives(&mut self, site: usize, ask: Ask) {
        let now = self.clock_of(site);
        let (random, there) = (&mut self.random, &mut self.sites[site]);
        let Some(server) = &mut there.server else { return };
        let mut id = || Uuid::from_u128(random.random());
        let answered = server.handle(&self.database, ask, 0, now, &mut id);
        self.answer(answered.into_iter().collect());
        self.goes_on(site);
    }

    /// The writer of a server looks at what waits, if there is anything.
    fn goes_on(&mut self, site: usize) {
        let there = &self.sites[site];
        if there.server.as_ref().is_some_and(Server::has_work) {
            let life = there.life;
            self.later(0..3 * MILLISECOND, Happening::Arrange(site, life));
        }
    }

    fn arrange(&mut self, site: usize) {
        let now = self.clock_of(site);
        let there = &mut self.sites[site];
        let life = there.life;
        let Some(server) = there.server.as_mut().filter(|server| server.has_work()) else {
            return;
        };
        let early = server.arrange(now);
        self.answer(early);
        if self.is_clock_apart(site) {
            return self.gives_up(site, now);
        }
        if self.chance(30, Fault::WriterPauses) {
            self.freezes(site);
        }
        self.later(MILLISECOND / 5..4 * MILLISECOND, Happening::Commit(site, life));
    }

    /// A server holds its breath for minutes or days; somebody may take over meanwhile.
    fn freezes(&mut self, site: usize) {
        let longest = if self.random.random() { 60 * SECOND } else { 2 * DAY };
        self.sites[site].frozen_until = self.now + self.random.random_range(SECOND..longest);
        let other = (site + self.random.random_range(1..SERVERS)) % SERVERS;
        if self.random.random() {
            // Who takes over fences all that came before.
            self.dies(other, SECOND);
            self.restart(other);
            let epoch = self.sites[other].server.as_ref().map_or(0, |server| server.epoch);
            self.database.fence_older_than(epoch);
        }
    }

    fn commit(&mut self, site: usize) {
        if self.chance(40, Fault::DiesBeforeCommit) {
            return self.dies(site, 600 * SECOND);
        }
        let now = self.clock_of(site);
        let life = self.sites[site].life;
        let epoch = self.sites[site].server.as_ref().map_or(0, |server| server.epoch);
        if self.is_clock_apart(site) {
            return self.gives_up(site, now);
        }
        let latest = self.shifted(APART);
        let again = self.sites[site].server.as_ref().is_some_and(Server::is_offering_again);
        let lost = !again && self.chance(40, Fault::UnknownNotKept);
        let kept = !again && !lost && self.chance(30, Fault::UnknownKept);
        let head = self.database.head().position;
        let (random, there) = (&mut self.random, &mut self.sites[site]);
        let Some(server) = &mut there.server else { return };
        if lost || kept {
            server.loses_connection(&mut self.database, kept, now);
            self.witness.looks(&self.database, epoch, latest);
            self.announce(site, head);
            return self.later(20 * MILLISECOND..90 * MILLISECOND, Happening::Commit(site, life));
        }
        let moved = there.newest < head;
        let mut id = || Uuid::from_u128(random.random());
        let (ended, answers) = server.commit(&mut self.database, now, &mut id);
        self.witness.looks(&self.database, epoch, latest);
        if moved && self.database.head().position > head {
            self.happened.note(Fault::HeadMoved);
        }
        if self.chance(40, Fault::DiesAfterCommit) {
            self.announce(site, head);
            return self.dies(site, 600 * SECOND);
        }
        let position = self.database.head().position;
        let there = &mut self.sites[site];
        there.newest = there.newest.max(position);
        self.later(0..MILLISECOND, Happening::Follow(site, life));
        self.announce(site, head);
        self.answer(answers);
        match ended {
            Committed::Settled => self.goes_on(site),
            Committed::Refused => {
                self.witness
                    .finds(false, || "the database refused what its lock had shown".to_owned());
            }
            Committed::Fenced => {
                self.happened.note(Fault::Fenced);
                self.dies(site, 60 * SECOND);
            }
        }
    }

    fn is_clock_apart(&self, site: usize) -> bool {
        self.sites[site].off.abs() > APART && !is_sabotaged(Sabotage::ClockBelieved)
    }

    /// The writer writes nothing as long as its clock is not believed.
    fn gives_up(&mut self, site: usize, now: Timestamp) {
        self.happened.note(Fault::ClockNotBelieved);
        let (random, there) = (&mut self.random, &mut self.sites[site]);
        let Some(server) = &mut there.server else { return };
        let mut id = || Uuid::from_u128(random.random());
        let answers = server.gives_up(&self.database, now, &mut id);
        self.answer(answers);
        self.goes_on(site);
    }

    /// The news of a commit go to the others, and behind them stand the looks of everybody.
    fn announce(&mut self, from: usize, before: u64) {
        let position = self.database.head().position;
        if position == before {
            return;
        }
        self.note(position);
        for site in 0..SERVERS {
            if site != from && !self.chance(8, Fault::SignalLost) {
                if self.chance(12, Fault::SignalDoubled) {
                    self.later(0..200 * MILLISECOND, Happening::Signal(site, position));
                }
                self.later(0..30 * MILLISECOND, Happening::Signal(site, position));
            }
            self.looks_soon(site);
        }
    }

    fn looks_soon(&mut self, site: usize) {
        let there = &mut self.sites[site];
        if there.server.is_some() && !there.looks {
            there.looks = true;
            let life = there.life;
            self.later(0..250 * MILLISECOND, Happening::Look(site, life));
        }
    }

    fn hears(&mut self, site: usize, position: u64) {
        let there = &mut self.sites[site];
        let life = there.life;
        if position < there.newest {
            self.happened.note(Fault::SignalOvertaken);
        }
        if position > there.newest {
            there.newest = position;
            self.later(0..MILLISECOND, Happening::Follow(site, life));
        }
    }

    fn look(&mut self, site: usize) {
        let position = self.database.head().position;
        let there = &mut self.sites[site];
        let life = there.life;
        (there.looks, there.newest) = (false, there.newest.max(position));
        self.later(0..MILLISECOND, Happening::Follow(site, life));
        self.later(0..MILLISECOND, Happening::Send(site));
    }

    /// Everybody in it is told nothing, and all that it believed is gone.
    pub(super) fn dies(&mut self, site: usize, longest: i64) {
        self.sites[site].server = None;
        if self.leader == Some(site) {
            self.leader = None;
        }
        self.later(MILLISECOND..longest, Happening::Restart(site));
    }

    fn restart(&mut self, site: usize) {
        if self.sites[site].server.is_some() {
            return;
        }
        let life = self.sites[site].life + 1;
        let off = self.sites[site].off;
        self.sites[site] = Site {
            life,
            off,
            ..Site::opened(&mut self.database)
        };
        self.looks_soon(site);
    }

    /// A clock is set: right, a little off, or to another year, until somebody notices.
    fn jump(&mut self, site: usize) {
        let before = self.sites[site].off;
        let off = if self.now >= DAYS * DAY {
            0
        } else {
            match self.random.random_range(0..3) {
                0 => 0,
                1 => self.random.random_range(-APART..APART),
                _ => {
                    self.later(SECOND..2 * DAY, Happening::Jump(site));
                    self.random.random_range(-400 * DAY..400 * DAY)
                }
            }
        };
        self.sites[site].off = off;
        self.happened.note(if off > before {
            Fault::ClockForward
        } else {
            Fault::ClockBack
        });
    }

    pub(super) fn answer(&mut self, answers: Answers) {
        for (ask, told) in answers {
            self.witness.told(&ask, &told);
            if !self.chance(15, Fault::AnswerLost) {
                self.later(0..40 * MILLISECOND, Happening::Told(ask, told));
            }
        }
    }
}

impl Site {
    fn opened(database: &mut Database) -> Self {
        let position = database.head().position;
        Self {
            server: Some(Server::open(database)),
            life: 0,
            frozen_until: 0,
            off: 0,
            follower: Follower::at(position),
            newest: position,
            looks: false,
        }
    }
}
