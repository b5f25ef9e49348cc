//! A few who go on asking while something is wrong, and how they are answered.

use crate::book::Asked;
use crate::door::{Door, Heard, Told};
use crate::site::Site;
use crate::traffic::{Moments, command};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio::time::sleep;

/// How many write, and how many read.
const WRITERS: usize = 4;
const READERS: usize = 2;
/// Each asks again after a while, as people do.
const PAUSE: Duration = Duration::from_millis(250);

/// How they were answered.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) asked: u64,
    pub(crate) kept: u64,
    /// Told why not.
    pub(crate) said: u64,
    pub(crate) otherwise: u64,
    pub(crate) readings: u64,
    pub(crate) read: u64,
    pub(crate) read_said: u64,
    pub(crate) read_otherwise: u64,
    pub(crate) longest: Duration,
}

impl Seen {
    fn add(&mut self, other: &Self) {
        self.asked += other.asked;
        self.kept += other.kept;
        self.said += other.said;
        self.otherwise += other.otherwise;
        self.readings += other.readings;
        self.read += other.read;
        self.read_said += other.read_said;
        self.read_otherwise += other.read_otherwise;
        self.longest = self.longest.max(other.longest);
    }

    fn wrote(&mut self, told: Told, heard: &Heard) {
        self.asked += 1;
        self.longest = self.longest.max(heard.took);
        match told {
            Told::Kept(_) => self.kept += 1,
            Told::Nothing if heard.says_why() => self.said += 1,
            Told::Nothing | Told::Refused(_) => self.otherwise += 1,
        }
    }

    fn looked(&mut self, heard: &Heard) {
        self.readings += 1;
        self.longest = self.longest.max(heard.took);
        match heard.status {
            Some(200) => self.read += 1,
            Some(_) if heard.says_why() => self.read_said += 1,
            Some(_) | None => self.read_otherwise += 1,
        }
    }
}

impl Site {
    /// Asks a server for so long, and notes all that was asked.
    pub(super) async fn ask_on(&mut self, base: &str, lasts: Duration, asked: &mut Vec<Asked>, seen: &mut Seen) {
        let until = Instant::now() + lasts;
        let mut askers = JoinSet::new();
        for _ in 0..WRITERS {
            let random = StdRng::seed_from_u64(self.random.random());
            askers.spawn(write(
                self.door.clone(),
                base.to_owned(),
                self.moments.clone(),
                random,
                until,
            ));
        }
        for _ in 0..READERS {
            askers.spawn(read(self.door.clone(), base.to_owned(), until));
        }
        for (more, how) in askers.join_all().await {
            asked.extend(more);
            seen.add(&how);
        }
    }
}

async fn write(door: Door, base: String, moments: Moments, mut random: StdRng, until: Instant) -> (Vec<Asked>, Seen) {
    let (mut asked, mut seen) = (Vec::new(), Seen::default());
    while Instant::now() < until {
        let command = command(door.cases(), &mut random);
        let begun = moments.next();
        let (told, heard) = door.ask_and_hear(&base, &command).await;
        seen.wrote(told, &heard);
        asked.push(Asked {
            command,
            server: 0,
            begun,
            ended: moments.next(),
            told,
        });
        sleep(PAUSE).await;
    }
    (asked, seen)
}

async fn read(door: Door, base: String, until: Instant) -> (Vec<Asked>, Seen) {
    let mut seen = Seen::default();
    while Instant::now() < until {
        let heard = door.look(&base, 0).await;
        seen.looked(&heard);
        sleep(PAUSE).await;
    }
    (Vec::new(), seen)
}
