//! Amounts of money: whole cents of euro, never a fraction of one.

use super::Invalid;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount in cents of euro. It prints nothing: how much somebody has or asks for is personal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EuroCents(u64);

impl EuroCents {
    /// The largest amount that is taken, 100 000 €: above, a comma was forgotten.
    pub const MOST: u64 = 10_000_000;

    /// An amount that somebody tells.
    ///
    /// # Errors
    /// When it is nothing, or larger than any help.
    pub fn told(cents: u64) -> Result<Self, Invalid> {
        if (1..=Self::MOST).contains(&cents) {
            Ok(Self(cents))
        } else {
            Err(Invalid::NotAnAmount)
        }
    }

    /// An amount that stands in the code: one that is none does not compile.
    #[must_use]
    pub const fn of<const CENTS: u64>() -> Self {
        const { assert!(CENTS > 0 && CENTS <= Self::MOST, "it is no amount") };
        Self(CENTS)
    }

    /// An amount as it is typed in euros, with a comma or a point before the cents: `350`, `1 896,5`, `7.40`.
    ///
    /// # Errors
    /// When it is no amount, has parts of a cent, or is nothing, or larger than any help.
    pub fn typed(text: &str) -> Result<Self, Invalid> {
        let written: String = text
            .trim()
            .trim_end_matches('€')
            .chars()
            .filter(|sign| !sign.is_whitespace())
            .collect();
        let (euros, cents) = written.split_once([',', '.']).unwrap_or((&written, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if euros.is_empty() || cents.len() > 2 || !digits(euros) || !digits(cents) {
            return Err(Invalid::NotAnAmount);
        }
        let whole: u64 = format!("{euros}{cents:0<2}").parse().or(Err(Invalid::NotAnAmount))?;
        Self::told(whole)
    }

    /// In cents.
    #[must_use]
    pub fn cents(self) -> u64 {
        self.0
    }

    /// All of them together, in cents.
    #[must_use]
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> u64 {
        amounts.into_iter().fold(0, |sum, each| sum.saturating_add(each.0))
    }
}

impl fmt::Debug for EuroCents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EuroCents")
    }
}

#[cfg(test)]
mod tests {
    use super::{EuroCents, Invalid};

    #[test]
    fn an_amount_is_something_and_no_more_than_a_help() {
        assert_eq!(EuroCents::told(1).map(EuroCents::cents), Ok(1));
        assert_eq!(EuroCents::told(EuroCents::MOST).map(EuroCents::cents), Ok(10_000_000));
        assert_eq!(EuroCents::told(0), Err(Invalid::NotAnAmount));
        assert_eq!(EuroCents::told(EuroCents::MOST + 1), Err(Invalid::NotAnAmount));
    }

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        for (typed, cents) in [
            ("350", 35_000),
            ("350,5", 35_050),
            ("7.40", 740),
            (" 1 896,00 € ", 189_600),
            ("1\u{202f}896", 189_600),
            ("0,01", 1),
            ("12,", 1_200),
        ] {
            assert_eq!(EuroCents::typed(typed).map(EuroCents::cents), Ok(cents), "{typed}");
        }
        for typed in [
            "",
            ",50",
            "trois cents",
            "-20",
            "1,234",
            "1.896,50",
            "0",
            "100000,01",
            "99999999999999999999",
        ] {
            assert_eq!(EuroCents::typed(typed), Err(Invalid::NotAnAmount), "{typed}");
        }
    }

    #[test]
    fn amounts_are_added_and_never_printed() {
        let amounts = [35_000, 740].map(|cents| EuroCents::told(cents).unwrap());
        assert_eq!(EuroCents::sum(amounts), 35_740);
        assert_eq!(format!("{:?}", amounts[0]), "EuroCents");
    }
}
