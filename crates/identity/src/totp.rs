//! The codes of an application: TOTP (RFC 6238) as every application knows it, six digits of half a minute.

use crate::Fault;
use aws_lc_rs::rand;
use data_encoding::BASE32_NOPAD;
use jiff::Timestamp;
use totp_rs::{Builder, Totp};
use zeroize::Zeroizing;

/// 160 bits, as RFC 4226 recommends.
const SECRET: usize = 20;

/// A new secret, in the letters in which applications take it.
pub(crate) fn secret() -> Result<Zeroizing<String>, Fault> {
    let mut secret = Zeroizing::new([0; SECRET]);
    rand::fill(secret.as_mut()).ok().ok_or(Fault::Randomness)?;
    Ok(Zeroizing::new(BASE32_NOPAD.encode(secret.as_ref())))
}

/// The half minute whose code this is: the present one, the one before or the one after. None when it is no such code.
pub(crate) fn step(secret: &str, code: &str, at: Timestamp) -> Option<i64> {
    let digits: String = code.chars().filter(|each| !each.is_whitespace()).collect();
    let seconds = u64::try_from(at.as_second()).ok()?;
    i64::try_from(made(secret)?.check(&digits, seconds)?).ok()
}

fn made(secret: &str) -> Option<Totp> {
    let secret: [u8; SECRET] = BASE32_NOPAD.decode(secret.as_bytes()).ok()?.try_into().ok()?;
    Builder::new().with_secret(secret).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, « 12345678901234567890 ».
    const OF_THE_RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_rfc() {
        // The eight digits of its appendix B, without the first two.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(step(OF_THE_RFC, code, at(second)), Some(second / 30));
        }
    }

    #[test]
    fn a_code_is_good_one_half_minute_before_and_after_its_own() {
        for (second, step_of) in [(29, Some(1)), (30, Some(1)), (89, Some(1)), (90, None)] {
            assert_eq!(step(OF_THE_RFC, "287082", at(second)), step_of, "{second}");
        }
        assert_eq!(step(OF_THE_RFC, "287 082", at(59)), Some(1), "as applications show it");
    }

    #[test]
    fn what_is_no_code_is_none() {
        for odd in ["", "28708", "2870822", "+87082", "abcdef", "２８７０８２"] {
            assert_eq!(step(OF_THE_RFC, odd, at(59)), None, "{odd}");
        }
        assert_eq!(step("not base 32", "287082", at(59)), None);
    }

    #[test]
    fn each_secret_is_another() {
        let (one, two) = (secret().unwrap(), secret().unwrap());
        assert_ne!(*one, *two);
        assert_eq!(one.len(), 32);
        assert!(made(&one).is_some());
    }
}
