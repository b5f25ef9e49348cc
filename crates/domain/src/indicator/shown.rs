//! What a figure is before it is shown, and what may be shown of it: hidden, zero and nothing to measure are three things.

use super::{Counts, Definition};
use serde::{Deserialize, Serialize};

/// A figure as it was measured. Not for the screen: see [`shown`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measured {
    /// How many.
    Count(u32),
    /// So many of so many.
    Share {
        /// Those that are meant.
        part: u32,
        /// Those that could be.
        whole: u32,
    },
    /// Days waited, the shortest first, and how many are wanted at most.
    Days {
        /// One figure for each that waited.
        days: Vec<u32>,
        /// The target in force; none where none was adopted.
        target: Option<u32>,
    },
    /// What came and what went.
    Balance {
        /// What came.
        came: u32,
        /// What went.
        went: u32,
    },
    /// Something for each of something else.
    Per {
        /// The dividend.
        part: u64,
        /// The divisor.
        whole: u64,
        /// How many people, cases or posts stand behind it.
        behind: u32,
        /// To how many of them it happened; nought where nothing happens to anybody.
        touched: u32,
    },
    /// It cannot be told: a setting that it needs was not in force.
    Unset,
}

impl Measured {
    pub(super) fn count(count: usize) -> Self {
        Self::Count(whole(count))
    }

    pub(super) fn share(part: usize, of: usize) -> Self {
        Self::Share {
            part: whole(part),
            whole: whole(of),
        }
    }

    pub(super) fn days(mut days: Vec<u32>, target: Option<u32>) -> Self {
        days.sort_unstable();
        Self::Days { days, target }
    }
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What may be seen of a figure. Shares and ratios in hundredths: no floats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// How many.
    Count(u32),
    /// So many of so many.
    Share {
        /// Those that are meant.
        part: u32,
        /// Those that could be.
        whole: u32,
        /// In hundredths.
        hundredths: u32,
    },
    /// How long it took.
    Days(Summary),
    /// What came and what went.
    Balance {
        /// What came.
        came: u32,
        /// What went.
        went: u32,
    },
    /// Something for each of something else.
    Per {
        /// In hundredths.
        hundredths: u32,
    },
    /// Too few people stand behind it to show it without telling of one of them.
    Hidden {
        /// The threshold in force.
        fewer_than: u32,
    },
    /// There was nothing to measure.
    Nothing,
    /// A setting that it needs was not in force.
    Unset,
}

/// Days in a few figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Summary {
    /// How many stand behind it.
    pub count: u32,
    /// Half took at most so many days.
    pub median: u32,
    /// Nine in ten took at most so many.
    pub p90: u32,
    /// On average, a half upwards.
    pub mean: u32,
    /// The longest; only of what is to be acted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest: Option<u32>,
    /// The target in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<u32>,
    /// How many took longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<u32>,
}

/// What may be shown of a figure, where people below a threshold are not told of. Zero is zero.
#[must_use]
pub fn shown(definition: &Definition, measured: &Measured, fewest: u32) -> Shown {
    let of_people = definition.counts == Counts::People;
    if of_people && is_few(measured, fewest) {
        return Shown::Hidden { fewer_than: fewest };
    }
    match measured {
        Measured::Unset => Shown::Unset,
        Measured::Count(count) => Shown::Count(*count),
        Measured::Share { whole: 0, .. } | Measured::Per { whole: 0, .. } => Shown::Nothing,
        Measured::Share { part, whole } => Shown::Share {
            part: *part,
            whole: *whole,
            hundredths: ratio((*part).into(), (*whole).into()),
        },
        Measured::Balance { came, went } => Shown::Balance {
            came: *came,
            went: *went,
        },
        Measured::Per { part, whole, .. } => Shown::Per {
            hundredths: ratio(*part, *whole),
        },
        Measured::Days { days, target } => {
            let late = target.map(|target| whole(days.iter().filter(|day| **day > target).count()));
            let to_act_on = definition.counts == Counts::ToActOn;
            let in_time = late.map(|late| whole(days.len()).saturating_sub(late));
            let tells = |of: Option<u32>| of_people && of.is_some_and(|of| few(of, fewest));
            summed_up(days).map_or(Shown::Nothing, |summary| {
                Shown::Days(Summary {
                    longest: days.last().copied().filter(|_| to_act_on),
                    target: *target,
                    late: late.filter(|_| !tells(late) && !tells(in_time)),
                    ..summary
                })
            })
        }
    }
}

/// Whether any figure in it is one of too few people: who is not in a part is a cell as well, and so is who left, or was
/// left, of all who stand behind a ratio.
pub(super) fn is_few(measured: &Measured, fewest: u32) -> bool {
    let any = |cells: &[u32]| cells.iter().any(|cell| few(*cell, fewest));
    match measured {
        Measured::Unset => false,
        Measured::Count(count) => few(*count, fewest),
        Measured::Share { part, whole } => any(&[*part, whole.saturating_sub(*part)]),
        Measured::Days { days, target: _ } => few(whole(days.len()), fewest),
        Measured::Balance { came, went } => any(&[*came, *went]),
        Measured::Per { behind, touched, .. } => any(&[*behind, *touched, behind.saturating_sub(*touched)]),
    }
}

fn few(cell: u32, fewest: u32) -> bool {
    0 < cell && cell < fewest
}

fn summed_up(days: &[u32]) -> Option<Summary> {
    let count = whole(days.len());
    let sum: u64 = days.iter().copied().map(u64::from).sum();
    Some(Summary {
        count,
        median: quantile(days, 50)?,
        p90: quantile(days, 90)?,
        mean: ratio(sum, u64::from(count) * 100),
        longest: None,
        target: None,
        late: None,
    })
}

/// The figure below which this many in a hundred lie, linearly interpolated and rounded, a half upwards.
#[must_use]
pub fn quantile(sorted: &[u32], hundredths: usize) -> Option<u32> {
    let place = sorted.len().checked_sub(1)? * hundredths;
    let (low, rest) = (place / 100, u64::try_from(place % 100).ok()?);
    let below = u64::from(*sorted.get(low)?);
    let above = sorted.get(low + 1).map_or(below, |above| u64::from(*above));
    u32::try_from((below * 100 + (above - below) * rest + 50) / 100).ok()
}

/// A part of a whole in hundredths, a half upwards; zero of nothing.
#[must_use]
pub fn ratio(part: u64, whole: u64) -> u32 {
    if whole == 0 {
        return 0;
    }
    let hundredths = part.saturating_mul(200).saturating_add(whole) / whole.saturating_mul(2);
    u32::try_from(hundredths).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_and_nine_in_ten_are_interpolated() {
        assert_eq!(quantile(&[1, 2, 3, 4, 5], 50), Some(3));
        assert_eq!(quantile(&[1, 2], 50), Some(2));
        assert_eq!(quantile(&[0, 10], 90), Some(9));
        assert_eq!(quantile(&[], 50), None);
    }
}
