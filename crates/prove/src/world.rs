//! An invented log, as the database would hold it: events with a chain that holds, checkpoints signed at random sizes,
//! the tiles, and the checkpoint that a witness saw last.

use checkpoints::{Kept, TileRoot};
use event_store::Stored;
use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use std::sync::Arc;
use transparency::{Checkpoint, Frontier, Hash, Kind, NotAKey, Note, PublicKey, Signer, Tile, leaf};
use uuid::Uuid;

/// The largest gap between two checkpoints, as in the program.
const LARGEST_GAP: u64 = 1_000;
const KINDS: [&str; 4] = [
    "contact.noted",
    "support_case.opened",
    "plan.goal_agreed",
    "team_meeting.decision_recorded",
];

/// An event and the hash that stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) event: Stored,
    pub(crate) hash: Hash,
}

/// All that the database holds of a log.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    /// In the order of their positions.
    pub(crate) rows: Vec<Arc<Row>>,
    /// As far as the commands tell of events.
    pub(crate) told: u64,
    pub(crate) kept: Vec<Kept>,
    pub(crate) tiles: Vec<TileRoot>,
}

/// A log that nobody touched, with its key and what a witness knows of it.
pub(crate) struct World {
    pub(crate) image: Image,
    pub(crate) signer: Signer,
    pub(crate) known: Note,
}

impl World {
    /// So many events, at least one.
    pub(crate) fn of(events: u64, seed: u64) -> Result<Self, NotAKey> {
        let mut random = StdRng::seed_from_u64(seed);
        let mut seed = [0; 32];
        random.fill_bytes(&mut seed);
        let named = checkpoint_key(&seed)?;
        let signer = Signer::from_seed(named.name(), Kind::Log, &seed)?;
        let mut image = Image {
            rows: Vec::new(),
            told: 0,
            kept: Vec::new(),
            tiles: Vec::new(),
        };
        image.grow(events, &mut random);
        image.sign(&signer, 0, &mut random);
        let known = image.newest(&signer);
        Ok(Self { image, signer, known })
    }

    pub(crate) fn key(&self) -> &PublicKey {
        self.signer.public()
    }

    /// What the witness knows, as a verification is given it.
    pub(crate) fn known(&self) -> Option<Checkpoint> {
        Checkpoint::opened(&self.known, self.key()).ok()
    }
}

fn checkpoint_key(seed: &[u8; 32]) -> Result<PublicKey, NotAKey> {
    PublicKey::new("trame/invented", Kind::Log, Signer::public_bytes(seed)?)
}

/// An event as chance will have it.
pub(crate) fn event(position: u64, random: &mut StdRng) -> Stored {
    let id = |random: &mut StdRng| Uuid::from_u128(random.random());
    let kind = KINDS[random.random_range(0..KINDS.len())].to_owned();
    let at = |random: &mut StdRng| {
        let micros = random.random_range(-1_000_000_000_000_i64..1_800_000_000_000_000);
        Timestamp::from_microsecond(micros).unwrap_or_default()
    };
    let mut payload = vec![0; random.random_range(1..400)];
    random.fill_bytes(&mut payload);
    Stored {
        position,
        id: id(random),
        kind,
        schema: random.random_range(1..4),
        stream: id(random),
        version: random.random_range(1..100),
        command: id(random),
        by: id(random),
        recorded_at: at(random),
        occurred_at: at(random),
        known_at: random.random_bool(0.3).then(|| at(random)),
        payload,
    }
}

impl Image {
    /// Adds so many events, with a chain that holds.
    pub(crate) fn grow(&mut self, events: u64, random: &mut StdRng) {
        let mut before = self.rows.last().map_or([0; 32], |row| row.hash);
        for _ in 0..events {
            let event = event(self.told + 1, random);
            let hash = event.hash_after(&before);
            (self.told, before) = (event.position, hash);
            self.rows.push(Arc::new(Row { event, hash }));
        }
    }

    /// Makes the chain hold again from a row on, and its commands with it.
    pub(crate) fn rehash(&mut self, from: usize) {
        let mut before = from
            .checked_sub(1)
            .and_then(|last| self.rows.get(last))
            .map_or([0; 32], |row| row.hash);
        for row in self.rows.iter_mut().skip(from) {
            let hash = row.event.hash_after(&before);
            let row = Arc::make_mut(row);
            row.hash = hash;
            before = hash;
        }
        self.told = self.rows.last().map_or(0, |row| row.event.position);
    }

    /// Signs checkpoints with more than `after` events, up to all; the tree is grown anew.
    pub(crate) fn sign(&mut self, signer: &Signer, after: u64, random: &mut StdRng) {
        self.kept.retain(|kept| kept.size <= after);
        let (mut frontier, mut tiles) = (Frontier::default(), Vec::new());
        let mut next = after + random.random_range(1..=LARGEST_GAP);
        for row in &self.rows {
            frontier.append(leaf(&row.hash), |subtree, root| {
                let root = *root;
                tiles.extend(Tile::with_root(subtree).map(|tile| TileRoot { tile, root }));
            });
            let size = frontier.size();
            if size > after && (size == next || size == self.told) {
                self.kept.push(signed(&frontier, signer));
                next = size + random.random_range(1..=LARGEST_GAP);
            }
        }
        self.tiles = tiles;
    }

    fn newest(&self, signer: &Signer) -> Note {
        let signed = self.kept.last().map(|kept| kept.note(signer.public()));
        signed.unwrap_or_else(|| {
            let nothing = Checkpoint {
                origin: signer.public().name().to_owned(),
                size: 0,
                root: transparency::nothing(),
            };
            nothing.signed(signer)
        })
    }
}

fn signed(frontier: &Frontier, signer: &Signer) -> Kept {
    let mut kept = Kept {
        size: frontier.size(),
        root: frontier.root(),
        signature: Vec::new(),
        at: Timestamp::UNIX_EPOCH,
    };
    let text = kept.checkpoint(signer.public()).to_string();
    kept.signature = signer.sign(&text).bytes;
    kept
}
