//! Codes on paper that stand for an application that is lost. Each opens once, and none stands for the password.

use crate::Fault;
use aws_lc_rs::rand;
use data_encoding::{BASE32_NOPAD, Encoding, Specification};
use std::sync::LazyLock;
use zeroize::Zeroizing;

/// How many are given at once.
pub(crate) const CODES: usize = 8;

/// 120 bits: more than the 112 from which ASVS 5.0 (6.5.2) asks for no slow hash.
const BYTES: usize = 15;
/// The letters of a code, and of each group of it.
const LETTERS: usize = 24;
const GROUP: usize = 4;

/// Base 32 after Crockford: no letter is taken for a digit.
static CROCKFORD: LazyLock<Encoding> = LazyLock::new(|| {
    let mut letters = Specification::new();
    letters.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    // These letters are thirty-two and all different, so that this is always an encoding.
    letters.encoding().unwrap_or(BASE32_NOPAD)
});

/// A new code, without its groups.
pub(crate) fn code() -> Result<Zeroizing<String>, Fault> {
    let mut random = Zeroizing::new([0; BYTES]);
    rand::fill(random.as_mut()).ok().ok_or(Fault::Randomness)?;
    Ok(Zeroizing::new(CROCKFORD.encode(random.as_ref())))
}

/// A code as it is shown: in groups of four.
pub(crate) fn shown(code: &str) -> String {
    let mut shown = String::with_capacity(LETTERS.saturating_mul(2));
    for (place, letter) in code.chars().enumerate() {
        if place > 0 && place.is_multiple_of(GROUP) {
            shown.push('-');
        }
        shown.push(letter);
    }
    shown
}

/// A code as it was typed, back in its letters: groups, capitals and look-alikes do not matter.
pub(crate) fn typed(text: &str) -> Zeroizing<String> {
    let letters = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(LETTERS.saturating_mul(2));
    let read = letters.map(|letter| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    Zeroizing::new(read.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = code().unwrap();
        assert_eq!(code.len(), LETTERS);
        let shown = shown(&code);
        assert_eq!(shown.split('-').map(str::len).collect::<Vec<_>>(), [GROUP; 6]);
        assert_eq!(*typed(&shown), *code);
        let careless = format!(" {} ", shown.to_lowercase().replace('-', " "));
        assert_eq!(*typed(&careless.replace('0', "o").replace('1', "l")), *code);
    }

    #[test]
    fn each_code_is_another() {
        let (one, other) = (code().unwrap(), code().unwrap());
        assert_ne!(*one, *other);
        for made in [one, other] {
            // 24 letters of 32: 120 bits.
            assert_eq!(made.len(), 24);
            let letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
            assert!(made.chars().all(|letter| letters.contains(letter)), "{}", made.as_str());
        }
    }
}
