//! Words that nobody writes by chance: each stands in one thing of one case, and is found wherever an answer shows it.

use super::policy::{DRAFT, Degrees};
use domain::words::WorkerId;
use flate2::read::DeflateDecoder;
use memchr::memmem;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// How each begins.
const BEGIN: &str = "Zqkv";
/// How many letters follow.
const LETTERS: usize = 6;

/// In what a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// How the case is called.
    Label,
    /// The name of the mother.
    Name,
    /// Something that carries, in any compartment.
    Strength,
    /// What was noted of a contact.
    Note,
    /// What the person said herself.
    Words,
    /// What only its author reads.
    Draft,
    /// What was said of a domain of life.
    Assessed,
    Goal,
    Action,
    Due,
    Measure,
    /// The question of a meeting.
    Question,
    /// Why somebody is kept away.
    KeptAway,
    /// Why a case was opened exceptionally.
    Access,
    /// What something is passed on for.
    Purpose,
    /// How a document is called.
    Title,
    /// What a document holds.
    Content,
}

/// One word and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Canary {
    /// The number of its case.
    pub(crate) case: usize,
    pub(crate) kind: Kind,
    pub(crate) place: &'static str,
    pub(crate) author: WorkerId,
}

/// All of them.
#[derive(Default)]
pub(crate) struct Canaries {
    all: Vec<Canary>,
    by_word: BTreeMap<String, usize>,
}

impl Canaries {
    /// Another word.
    pub(crate) fn new_word(&mut self, case: usize, kind: Kind, place: &'static str, author: WorkerId) -> String {
        let number = self.all.len();
        // No word begins as another one does, so that a search for one finds one.
        let mut rest = u64::try_from(number).unwrap_or_default() * 7_919 + 1_000_003;
        let letters = (0..LETTERS).map(|_| {
            let letter = u8::try_from(rest % 26).unwrap_or_default();
            rest /= 26;
            char::from(b'a' + letter)
        });
        let word: String = BEGIN.chars().chain(letters).collect();
        self.by_word.insert(word.clone(), number);
        self.all.push(Canary {
            case,
            kind,
            place,
            author,
        });
        word
    }

    pub(crate) fn get(&self, number: usize) -> Option<&Canary> {
        self.all.get(number)
    }

    /// Those of a case.
    pub(crate) fn of_case(&self, case: usize) -> impl Iterator<Item = (usize, &Canary)> {
        self.all.iter().enumerate().filter(move |(_, each)| each.case == case)
    }

    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// Those that stand in an answer, as it is or unpacked.
    pub(crate) fn seen_in(&self, body: &[u8]) -> BTreeSet<usize> {
        let mut seen = BTreeSet::new();
        self.look(body, &mut seen);
        if body.starts_with(b"PK") {
            for (_, file) in unpacked(body) {
                self.look(&file, &mut seen);
            }
        }
        seen
    }

    fn look(&self, bytes: &[u8], seen: &mut BTreeSet<usize>) {
        for at in memmem::find_iter(bytes, BEGIN.as_bytes()) {
            let word = bytes.get(at..at + BEGIN.len() + LETTERS);
            let word = word.and_then(|word| std::str::from_utf8(word).ok());
            seen.extend(word.and_then(|word| self.by_word.get(word)));
        }
    }
}

impl Canary {
    /// Whether somebody to whom the case is this may read it.
    pub(crate) fn opens_to(&self, who: WorkerId, degrees: &Degrees) -> bool {
        if self.place == DRAFT {
            return self.author == who && degrees.reads(DRAFT);
        }
        degrees.reads(self.place)
    }
}

/// The files that a packed sheet holds: their names, and what is in them.
pub(crate) fn unpacked(bytes: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    const HEAD: usize = 30;
    let mut all = Vec::new();
    for at in memmem::find_iter(bytes, b"PK\x03\x04") {
        let short = |from: usize| {
            let two = bytes.get(at + from..at + from + 2)?;
            Some(usize::from(u16::from_le_bytes(two.try_into().ok()?)))
        };
        let (Some(name), Some(extra)) = (short(26), short(28)) else {
            continue;
        };
        let begin = at + HEAD + name;
        let (Some(name), Some(packed)) = (bytes.get(at + HEAD..begin), bytes.get(begin + extra..)) else {
            continue;
        };
        // What is no packed file gives nothing.
        let mut file = Vec::new();
        if DeflateDecoder::new(packed).read_to_end(&mut file).is_ok() {
            all.push((name.to_vec(), file));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Canaries, Kind};
    use domain::words::WorkerId;
    use flate2::Compression;
    use flate2::write::DeflateEncoder;
    use std::io::Write;

    #[test]
    fn a_word_is_found_in_an_answer_and_in_a_packed_file() -> std::io::Result<()> {
        let mut canaries = Canaries::default();
        let mut word = || canaries.new_word(0, Kind::Note, "social", WorkerId::TRAME);
        let (one, other) = (word(), word());
        assert_ne!(one, other);
        let answer = format!("{{\"text\":\"{other} et rien\"}}");
        assert_eq!(canaries.seen_in(answer.as_bytes()), [1].into());
        let mut packed = b"PK\x03\x04".to_vec();
        packed.extend([0; 22]);
        packed.extend([1, 0, 0, 0, b'a']);
        let mut encoder = DeflateEncoder::new(packed, Compression::fast());
        encoder.write_all(one.as_bytes())?;
        assert_eq!(canaries.seen_in(&encoder.finish()?), [0].into());
        assert!(canaries.seen_in(b"Zqkv and nothing else").is_empty());
        Ok(())
    }
}
