//! Escrow of the root key: three sheets of paper, of which any two bring it back and one says nothing (Shamir, over the
//! field of 256 elements). A sheet is typed by hand, so it has no look-alike letters and a checksum.

use crate::folder::{NAMES, PURPOSE_OF_NAMES, make, prepare, read};
use crate::primitives::{Key, derive, mac};
use crate::root::{ROOT, unwrapped_by};
use crate::{Fault, Keyring};
use aws_lc_rs::digest;
use blahaj::{Share, Sharks};
use data_encoding::{Encoding, Specification};
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use tokio::task::spawn_blocking;
use zeroize::Zeroizing;

/// How many sheets bring the key back.
const ENOUGH: u8 = 2;
/// The form of a sheet: its first byte.
const FORM: u8 = 1;
/// Which root key it belongs to, so that sheets are never mixed.
const BELONGS: usize = 4;
/// Mistypings that a checksum lets through: one in a million million.
const CHECKSUM: usize = 5;
/// Letters stand in groups of this length.
const GROUP: usize = 5;

/// One of three sheets.
#[derive(Clone, PartialEq, Eq)]
pub struct Sheet {
    /// 1, 2 or 3.
    pub number: u8,
    letters: Zeroizing<String>,
}

impl fmt::Debug for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sheet({})", self.number)
    }
}

impl Sheet {
    /// What is written on it: groups of letters and digits, three lines.
    #[must_use]
    pub fn lines(&self) -> Zeroizing<String> {
        let groups: Vec<&str> = (0..self.letters.len())
            .step_by(GROUP)
            .filter_map(|at| self.letters.get(at..).map(|rest| rest.get(..GROUP).unwrap_or(rest)))
            .collect();
        let lines: Vec<String> = groups.chunks(5).map(|line| line.join(" ")).collect();
        Zeroizing::new(lines.join("\n"))
    }
}

/// Base 32 after Crockford: no I, L, O or U, and what looks like a digit is read as one.
fn letters() -> Result<Encoding, Fault> {
    let mut letters = Specification::new();
    letters.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    letters.translate.from.push_str("abcdefghjkmnpqrstvwxyzIiLlOo");
    letters.translate.to.push_str("ABCDEFGHJKMNPQRSTVWXYZ111100");
    letters.ignore.push_str(" \n\r\t-");
    letters.encoding().ok().ok_or(Fault::Primitive)
}

/// What tells root keys apart and says nothing of one.
fn belongs(root: &Key) -> Result<Vec<u8>, Fault> {
    let mut belongs = mac(&derive(root, &[b"trame escrow"])?, &[b"sheet"]).to_vec();
    belongs.truncate(BELONGS);
    Ok(belongs)
}

fn checksum(bytes: &[u8]) -> Vec<u8> {
    let mut checksum = digest::digest(&digest::SHA256, bytes).as_ref().to_vec();
    checksum.truncate(CHECKSUM);
    checksum
}

fn split(root: &Key) -> Result<Vec<Sheet>, Fault> {
    let (letters, belongs) = (letters()?, belongs(root)?);
    let dealt = Sharks(ENOUGH).dealer(root.as_ref());
    let sheets = dealt.zip(1_u8..=3).map(|(share, number)| {
        let mut bytes = Zeroizing::new(vec![FORM]);
        bytes.extend_from_slice(&belongs);
        bytes.extend_from_slice(&Zeroizing::new(Vec::from(&share)));
        let checksum = checksum(&bytes);
        bytes.extend_from_slice(&checksum);
        Sheet {
            number,
            letters: Zeroizing::new(letters.encode(&bytes)),
        }
    });
    Ok(sheets.collect())
}

/// The sheet that somebody typed: which root key it belongs to, and its share.
fn parsed(which: u8, typed: &str) -> Result<(Vec<u8>, Share), Fault> {
    let mistyped = || Fault::SheetMistyped { which };
    let bytes = Zeroizing::new(letters()?.decode(typed.trim().as_bytes()).ok().ok_or_else(mistyped)?);
    let (said, sum) = bytes
        .split_at_checked(bytes.len().saturating_sub(CHECKSUM))
        .ok_or_else(mistyped)?;
    if sum != checksum(said) || said.first() != Some(&FORM) {
        return Err(mistyped());
    }
    let (belongs, share) = said
        .get(1..)
        .and_then(|rest| rest.split_at_checked(BELONGS))
        .ok_or_else(mistyped)?;
    let share = Share::try_from(share).ok().ok_or_else(mistyped)?;
    Ok((belongs.to_vec(), share))
}

/// The root key that two sheets hold together.
fn joined(sheets: [&str; 2]) -> Result<Key, Fault> {
    let [(one, first), (other, second)] = [parsed(1, sheets[0])?, parsed(2, sheets[1])?];
    if one != other {
        return Err(Fault::SheetsOfOtherKeys);
    }
    let bytes = Sharks(ENOUGH).recover([&first, &second]);
    // Two sheets that are one and the same are not enough.
    let bytes = Zeroizing::new(bytes.ok().ok_or(Fault::SameSheet)?);
    let mut root = Key::default();
    if bytes.len() != root.len() {
        return Err(Fault::SheetsOfOtherKeys);
    }
    root.copy_from_slice(&bytes);
    if belongs(&root)? == one {
        Ok(root)
    } else {
        // Both belong to this root key, but were not printed together.
        Err(Fault::SheetsOfOtherKeys)
    }
}

/// Puts the root key that two sheets hold back into its folder. One that stands there is never replaced.
///
/// # Errors
/// When a sheet is mistyped, the two do not belong together, a root key is there, or the folder belongs to another one.
pub fn recover(folder: &Path, sheets: [&str; 2]) -> Result<(), Fault> {
    let root = joined(sheets)?;
    prepare(folder)?;
    let file = folder.join(ROOT);
    if file.exists() {
        return Err(Fault::RootKeyStands { path: file });
    }
    if let Some(wrapped) = read(&folder.join(NAMES))?
        && unwrapped_by(&root, PURPOSE_OF_NAMES, &wrapped)?.is_none()
    {
        return Err(Fault::SheetsOfAnotherFolder);
    }
    make(&file, root.as_ref())?;
    Ok(())
}

impl Keyring {
    /// Three new sheets, of which any two bring the root key back. Sheets of an earlier printing do not go with them.
    ///
    /// # Errors
    /// When a service keeps the root key and never gives it away.
    pub async fn escrow(&self) -> Result<Vec<Sheet>, Fault> {
        let secrets = Arc::clone(&self.secrets);
        let sheets = spawn_blocking(move || {
            let root = secrets.source().open(secrets.folder(), true)?;
            split(&root.bytes().ok_or(Fault::NothingToEscrow)?)
        });
        sheets.await.map_err(|_ended| Fault::Closed)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::primitives::random;

    fn lines(sheets: &[Sheet]) -> Vec<String> {
        sheets.iter().map(|sheet| sheet.lines().to_string()).collect()
    }

    #[test]
    fn any_two_of_three_sheets_bring_the_key_back_however_they_are_typed() {
        let root = random().unwrap();
        let sheets = lines(&split(&root).unwrap());
        assert_eq!(sheets.len(), 3);
        for (one, other) in [(0, 1), (0, 2), (2, 1)] {
            assert_eq!(joined([&sheets[one], &sheets[other]]).unwrap(), root);
        }
        let sloppy = sheets[1]
            .to_lowercase()
            .replace(['\n', ' '], "-")
            .replace('0', "o")
            .replace('1', "l");
        assert_eq!(joined([&sloppy, &sheets[2]]).unwrap(), root);
    }

    #[test]
    fn a_wrong_sheet_is_told_from_a_mistyped_one() {
        let (root, another) = (random().unwrap(), random().unwrap());
        let (sheets, others, reprinted) = (
            lines(&split(&root).unwrap()),
            lines(&split(&another).unwrap()),
            lines(&split(&root).unwrap()),
        );
        for at in 0..sheets[0].len() {
            let mut typed = sheets[0].clone().into_bytes();
            if typed[at].is_ascii_whitespace() {
                continue;
            }
            typed[at] = if typed[at] == b'7' { b'8' } else { b'7' };
            let typed = String::from_utf8(typed).unwrap();
            assert!(matches!(
                joined([&typed, &sheets[1]]),
                Err(Fault::SheetMistyped { which: 1 })
            ));
        }
        assert!(matches!(
            joined([&sheets[0], "7"]),
            Err(Fault::SheetMistyped { which: 2 })
        ));
        assert!(matches!(joined([&sheets[0], &sheets[0]]), Err(Fault::SameSheet)));
        assert!(matches!(
            joined([&sheets[0], &others[1]]),
            Err(Fault::SheetsOfOtherKeys)
        ));
        assert!(matches!(
            joined([&sheets[0], &reprinted[1]]),
            Err(Fault::SheetsOfOtherKeys)
        ));
    }

    /// The field of x^8 + x^4 + x^3 + x^2 + 1 by its definition, apart from the tables of the library.
    fn times(mut a: u8, mut b: u8) -> u8 {
        let mut product = 0;
        while b > 0 {
            if b & 1 == 1 {
                product ^= a;
            }
            let high = a & 0x80;
            a <<= 1;
            if high > 0 {
                a ^= 0x1d;
            }
            b >>= 1;
        }
        product
    }

    #[test]
    fn a_line_through_two_points_by_hand_meets_the_same_key() {
        let root = random().unwrap();
        let shares: Vec<Vec<u8>> = split(&root)
            .unwrap()
            .iter()
            .map(|sheet| Vec::from(&parsed(1, &sheet.lines()).unwrap().1))
            .collect();
        let inverse = |of: u8| (1..=255).find(|other| times(of, *other) == 1).unwrap();
        for (one, other) in [(0, 1), (1, 2)] {
            let (x, z) = (shares[one][0], shares[other][0]);
            let (of_one, of_other) = (times(z, inverse(z ^ x)), times(x, inverse(x ^ z)));
            let by_hand: Vec<u8> = shares[one][1..]
                .iter()
                .zip(&shares[other][1..])
                .map(|(y, w)| times(*y, of_one) ^ times(*w, of_other))
                .collect();
            assert_eq!(by_hand, root.to_vec());
        }
    }
}
