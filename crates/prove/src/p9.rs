//! P9: a verifier that shares no code with the program, in another language, comes to the same verdict on every claim,
//! true or spoiled, on notes, and on whole logs; and no spoiled proof is believed by either.

use crate::Asked;
use crate::memory::verified;
use crate::report::{Proof, Report, Tallies, line};
use crate::tampering::KINDS;
use crate::world::{Image, World};
use anyhow::{Context, bail};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::fmt::Write as _;
use std::fs::File;
use std::path::Path;
use std::process::Command;
use transparency::{
    Checkpoint, Frontier, HEIGHT, Hash, Kind, Signer, Tile, Tiles, WIDTH, consistency_proof, cosign, cosigned_at,
    inclusion_proof, is_consistent, is_included, leaf,
};

/// How much of each.
struct Numbers {
    leaves: u64,
    proofs: u64,
    spoiled: u64,
    signatures: u64,
    logs: u64,
}

/// Claims that are written to one file.
const AT_ONCE: u64 = 50_000;
/// What shows only in what is not exported.
const NOT_EXPORTED: [&str; 3] = [
    "bit flipped in a checkpoint",
    "bit flipped in a tile",
    "event added behind the newest",
];
/// Events of a log that is exported as a whole.
const SMALL: u64 = 1_500;

impl Numbers {
    fn of(asked: &Asked) -> Self {
        if asked.quick {
            return Self {
                leaves: 10_000,
                proofs: 10_000,
                spoiled: 20_000,
                signatures: 300,
                logs: 48,
            };
        }
        Self {
            leaves: 100_000,
            proofs: 100_000,
            spoiled: 1_000_000,
            signatures: 2_000,
            logs: 400,
        }
    }
}

/// Proves it.
pub(crate) fn prove(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    let numbers = Numbers::of(asked);
    let python = Python(&asked.verifier);
    let mut proof = Proof::begin("P9: another program, in Python, comes to the same verdicts");
    let lines = std::fs::read_to_string(&asked.verifier)?.lines().count();
    proof.says(&format!("the other program has {lines} lines"), lines <= 300);
    let vectors = python.run(&["self-test"], None)?;
    proof.says(
        &format!("RFC 6962 and RFC 8032: {}", vectors.said.trim()),
        vectors.holds,
    );

    let forest = Forest::of(numbers.leaves, asked.seed)?;
    let mut random = StdRng::seed_from_u64(asked.seed ^ 9);
    let agreed = compared(&python, &forest, numbers.proofs, &mut random, false)?;
    proof.says(
        &format!(
            "{} proofs over {} events, {} believed by both",
            agreed.asked, numbers.leaves, agreed.both
        ),
        agreed.both == agreed.asked,
    );
    let spoiled = compared(&python, &forest, numbers.spoiled, &mut random, true)?;
    proof.all_found(&spoiled.tallies);
    let differing = agreed.differing + spoiled.differing;
    proof.says(&format!("{differing} verdicts differ"), differing == 0);

    signatures(&python, numbers.signatures, &mut random, &mut proof)?;
    notes(&python, &mut random, &mut proof)?;
    logs(&python, asked.seed, numbers.logs, &mut proof)?;
    report.close(proof);
    Ok(())
}

/// The other program.
pub(crate) struct Python<'path>(pub(crate) &'path Path);

struct Said {
    holds: bool,
    said: String,
}

impl Python<'_> {
    fn run(&self, arguments: &[&str], claims: Option<&Path>) -> anyhow::Result<Said> {
        let mut python = Command::new("python3");
        python.arg(self.0).args(arguments);
        if let Some(claims) = claims {
            python.stdin(File::open(claims)?);
        }
        let output = python.output().context("python3 cannot be run: install it")?;
        Ok(Said {
            holds: output.status.success(),
            said: String::from_utf8_lossy(&output.stdout).into_owned(),
        })
    }

    /// Its verdict on each claim.
    fn verdicts(&self, claims: &str) -> anyhow::Result<Vec<bool>> {
        let file = tempfile::NamedTempFile::new()?;
        std::fs::write(file.path(), claims)?;
        let answer = self.run(&["proofs"], Some(file.path()))?;
        let verdicts: Vec<bool> = answer.said.lines().map(|line| line == "1").collect();
        if !answer.holds || verdicts.len() != claims.lines().count() {
            bail!("the other program stumbled over a claim");
        }
        Ok(verdicts)
    }
}

/// A tree with all its tiles, to prove from.
pub(crate) struct Forest {
    leaves: Vec<Hash>,
    /// Of each size, from the tree without leaves on.
    roots: Vec<Hash>,
    tiles: Tiles,
}

impl Forest {
    pub(crate) fn of(events: u64, seed: u64) -> anyhow::Result<Self> {
        let world = World::of(events, seed ^ 4)?;
        let leaves: Vec<Hash> = world.image.rows.iter().map(|row| row.hash).collect();
        let mut frontier = Frontier::default();
        let mut roots = vec![frontier.root()];
        for hash in &leaves {
            frontier.append(leaf(hash), |_, _| {});
            roots.push(frontier.root());
        }
        let mut tiles = Tiles::default();
        let mut level: Vec<Hash> = leaves.iter().map(|hash| leaf(hash)).collect();
        for height in 0..u64::BITS / HEIGHT {
            for (index, hashes) in (0..).zip(level.chunks(usize::try_from(WIDTH)?)) {
                tiles.put(Tile { level: height, index }, hashes.to_vec());
            }
            let above = world.image.tiles.iter().filter(|each| each.tile.level == height);
            level = above.map(|each| each.root).collect();
        }
        Ok(Self { leaves, roots, tiles })
    }

    fn root(&self, size: u64) -> anyhow::Result<Hash> {
        let root = self.roots.get(usize::try_from(size)?);
        root.copied().context("a root")
    }
}

/// What somebody claims, to be believed or not.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Claim {
    is_inclusion: bool,
    /// The index, or the old size.
    first: u64,
    size: u64,
    /// The leaf, or the old root.
    one: Hash,
    root: Hash,
    proof: Vec<Hash>,
}

impl Claim {
    fn of(forest: &Forest, random: &mut StdRng) -> anyhow::Result<Self> {
        let most = u64::try_from(forest.leaves.len())?;
        let size = random.random_range(1..=most);
        let is_inclusion = random.random_bool(0.5);
        if is_inclusion {
            let first = random.random_range(0..size);
            let one = forest.leaves.get(usize::try_from(first)?).copied().context("a leaf")?;
            let proof = inclusion_proof(first, size, &forest.tiles)?.context("a proof")?;
            let root = forest.root(size)?;
            return Ok(Self {
                is_inclusion,
                first,
                size,
                one,
                root,
                proof,
            });
        }
        let first = random.random_range(1..=size);
        let proof = consistency_proof(first, size, &forest.tiles)?.context("a proof")?;
        let (one, root) = (forest.root(first)?, forest.root(size)?);
        Ok(Self {
            is_inclusion,
            first,
            size,
            one,
            root,
            proof,
        })
    }

    /// The same with one thing in it that is not true; how it was spoiled.
    fn spoil(&mut self, random: &mut StdRng) -> &'static str {
        let flipped = |hash: &mut Hash, random: &mut StdRng| {
            if let Some(byte) = hash.get_mut(random.random_range(0..32)) {
                *byte ^= 1 << random.random_range(0..8);
            }
        };
        let place = random.random_range(0..self.proof.len().max(1));
        match random.random_range(0..7) {
            0 if self.is_inclusion => {
                flipped(&mut self.one, random);
                "bit flipped in the leaf"
            }
            0 => {
                flipped(&mut self.one, random);
                "bit flipped in the old root"
            }
            1 if !self.proof.is_empty() => {
                if let Some(hash) = self.proof.get_mut(place) {
                    flipped(hash, random);
                }
                "bit flipped in the proof"
            }
            2 if !self.proof.is_empty() => {
                self.proof.remove(place);
                "hash taken out of the proof"
            }
            3 => {
                let mut added = self.root;
                flipped(&mut added, random);
                self.proof.insert(place.min(self.proof.len()), added);
                "hash added to the proof"
            }
            4 if self.proof.len() > 1 => {
                let last = self.proof.len() - 1;
                self.proof.swap(place.min(last - 1), last);
                "hashes of the proof swapped"
            }
            5 if self.is_inclusion && self.size > 1 => {
                self.first ^= 1;
                "leaf claimed at its neighbour's place"
            }
            _ => {
                flipped(&mut self.root, random);
                "bit flipped in the root"
            }
        }
    }

    fn is_believed(&self) -> bool {
        if self.is_inclusion {
            is_included(&self.one, self.first, self.size, &self.proof, &self.root)
        } else {
            is_consistent(self.first, &self.one, self.size, &self.root, &self.proof)
        }
    }

    fn write(&self, claims: &mut String) -> std::fmt::Result {
        let kind = if self.is_inclusion { "inclusion" } else { "consistency" };
        write!(claims, "{kind} {} {}", self.first, self.size)?;
        for hash in [&self.one, &self.root].into_iter().chain(&self.proof) {
            write!(claims, " {}", hex(hash))?;
        }
        writeln!(claims)
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| DIGITS.get(usize::from(value)).map_or('?', |digit| char::from(*digit));
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// What came of asking both.
#[derive(Default)]
pub(crate) struct Compared {
    asked: u64,
    both: u64,
    pub(crate) differing: u64,
    pub(crate) tallies: Tallies,
}

/// Asks both programs so many claims. Of spoiled ones, those count as found that neither believes.
pub(crate) fn compared(
    python: &Python<'_>,
    forest: &Forest,
    claims: u64,
    random: &mut StdRng,
    spoiled: bool,
) -> anyhow::Result<Compared> {
    let mut compared = Compared::default();
    while compared.asked < claims {
        let mut asked = Vec::new();
        let mut text = String::new();
        for _ in 0..AT_ONCE.min(claims - compared.asked) {
            let mut claim = Claim::of(forest, random)?;
            let how = if spoiled { claim.spoil(random) } else { "" };
            claim.write(&mut text)?;
            asked.push((how, claim.is_believed()));
        }
        for ((how, ours), theirs) in asked.into_iter().zip(python.verdicts(&text)?) {
            compared.asked += 1;
            compared.both += u64::from(ours && theirs);
            compared.differing += u64::from(ours != theirs);
            if spoiled {
                let tally = compared.tallies.entry(how).or_default();
                tally.happened += 1;
                tally.found += u64::from(!ours && !theirs);
            }
        }
    }
    Ok(compared)
}

/// Signatures of Ed25519, good and spoiled.
fn signatures(python: &Python<'_>, number: u64, random: &mut StdRng, proof: &mut Proof) -> anyhow::Result<()> {
    let (mut text, mut ours) = (String::new(), Vec::new());
    for number in 0..number {
        let signer = Signer::from_seed("trame/invented", Kind::Log, &random.random())?;
        let told = Checkpoint {
            origin: "trame/invented".to_owned(),
            size: random.random(),
            root: random.random(),
        };
        let mut signature = signer.sign(&told.to_string()).bytes;
        if number % 2 == 1
            && let Some(byte) = signature.get_mut(random.random_range(0..64))
        {
            *byte ^= 1 << random.random_range(0..8);
        }
        let (key, message) = (hex(signer.public().bytes()), hex(told.to_string().as_bytes()));
        writeln!(text, "signature {key} {message} {}", hex(&signature))?;
        ours.push(told.is_signed_by(signer.public(), &signature));
    }
    let theirs = python.verdicts(&text)?;
    let good = ours.iter().filter(|good| **good).count();
    let text = format!("{number} signatures, half of them spoiled: {good} believed, the same by both");
    proof.says(&text, ours == theirs && u64::try_from(good)? == number.div_ceil(2));
    Ok(())
}

/// A note of the log with the signature of a witness, read by the other program.
fn notes(python: &Python<'_>, random: &mut StdRng, proof: &mut Proof) -> anyhow::Result<()> {
    let world = World::of(10, random.random())?;
    let witness = Signer::from_seed("witness.example/1", Kind::Witness, &random.random())?;
    let mut note = world.known.clone();
    note.signatures.push(cosign(&witness, &note, 1_700_000_000));
    let (file, key, by) = (
        tempfile::NamedTempFile::new()?,
        world.key().to_string(),
        witness.public().to_string(),
    );
    std::fs::write(file.path(), note.to_string())?;
    let path = file.path().display().to_string();
    let read = python.run(&["note", &path, "--key", &key, "--witness", &by], None)?;
    let theirs = read.holds && read.said.contains("signed by witness.example/1 at 1700000000");
    let ours = cosigned_at(&note, witness.public()) == Some(1_700_000_000);
    proof.says(
        "a checkpoint with the signature of a witness is read by both",
        ours && theirs,
    );
    std::fs::write(file.path(), note.to_string().replace("\n10\n", "\n11\n"))?;
    let read = python.run(&["note", &path, "--key", &key], None)?;
    proof.says("and refused when its size is another", !read.holds);
    Ok(())
}

/// Whole logs, exported: one that nobody touched, and others.
fn logs(python: &Python<'_>, seed: u64, number: u64, proof: &mut Proof) -> anyhow::Result<()> {
    let world = World::of(SMALL, seed ^ 5)?;
    let (rows, note) = (tempfile::NamedTempFile::new()?, tempfile::NamedTempFile::new()?);
    std::fs::write(note.path(), world.known.to_string())?;
    let (rows_path, note_path) = (rows.path().display().to_string(), note.path().display().to_string());
    let key = world.key().to_string();
    let holds = |image: &Image| -> anyhow::Result<bool> {
        std::fs::write(rows.path(), exported(image)?)?;
        let asked = [
            "log",
            rows_path.as_str(),
            "--note",
            note_path.as_str(),
            "--key",
            key.as_str(),
        ];
        Ok(python.run(&asked, None)?.holds)
    };
    proof.says(
        "a whole log, exported, is recomputed to the root that was signed",
        holds(&world.image)?,
    );
    let mut tallies = Tallies::new();
    let mut random = StdRng::seed_from_u64(seed ^ 6);
    // An export has neither the tables of checkpoints and tiles nor of commands.
    let acts: Vec<_> = KINDS
        .into_iter()
        .flatten()
        .filter(|(name, _)| !NOT_EXPORTED.contains(name))
        .collect();
    for ((name, act), number) in acts.into_iter().cycle().zip(0..number) {
        if number.is_multiple_of(100) {
            line(&format!("  {number} exported logs"));
        }
        let tampered = act(&world, &mut random);
        let ours = verified(&tampered.image, world.key(), world.known().as_ref());
        let found = !ours.is_good() && !holds(&tampered.image)?;
        let tally = tallies.entry(*name).or_default();
        tally.happened += 1;
        tally.found += u64::from(found);
    }
    proof.all_found(&tallies);
    Ok(())
}

/// The rows as `copy … to stdout csv` writes them.
fn exported(image: &Image) -> anyhow::Result<String> {
    let mut text = String::new();
    for row in &image.rows {
        let event = &row.event;
        let known = event.known_at.map(|at| at.as_microsecond().to_string());
        writeln!(
            text,
            "{},{},{},{},{},{},{},{},{},{},{},{},{}",
            event.position,
            event.id,
            event.kind,
            event.schema,
            event.stream,
            event.version,
            event.command,
            event.by,
            event.recorded_at.as_microsecond(),
            event.occurred_at.as_microsecond(),
            known.unwrap_or_default(),
            hex(&event.payload),
            hex(&row.hash)
        )?;
    }
    Ok(text)
}
