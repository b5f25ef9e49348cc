//! The head of a CBOR item: what kind it is and its argument, in the kinds that this program writes.

use super::Odd;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    Unsigned(u64),
    Negative(i64),
    Bytes(u64),
    Text(u64),
    Array(u64),
    Map(u64),
    Tag(u64),
    Truth(bool),
    Null,
}

impl Head {
    /// The head, and the bytes behind it.
    #[inline]
    pub(crate) fn read(bytes: &[u8]) -> Result<(Self, &[u8]), Odd> {
        let (first, rest) = bytes.split_first().ok_or(Odd)?;
        let (argument, rest) = match first & 0x1f {
            small @ 0..24 => (u64::from(small), rest),
            24 => number::<1>(rest)?,
            25 => number::<2>(rest)?,
            26 => number::<4>(rest)?,
            27 => number::<8>(rest)?,
            _ => return Err(Odd),
        };
        let head = match first >> 5 {
            0 => Self::Unsigned(argument),
            // CBOR writes a negative n as -1 - n.
            1 => Self::Negative(-1 - i64::try_from(argument).ok().ok_or(Odd)?),
            2 => Self::Bytes(argument),
            3 => Self::Text(argument),
            4 => Self::Array(argument),
            5 => Self::Map(argument),
            6 => Self::Tag(argument),
            _ => match first & 0x1f {
                20 => Self::Truth(false),
                21 => Self::Truth(true),
                22 => Self::Null,
                _ => return Err(Odd),
            },
        };
        Ok((head, rest))
    }
}

fn number<const LENGTH: usize>(bytes: &[u8]) -> Result<(u64, &[u8]), Odd> {
    let (number, rest) = bytes.split_first_chunk::<LENGTH>().ok_or(Odd)?;
    let number = number.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    Ok((number, rest))
}
