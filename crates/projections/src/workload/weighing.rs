//! What a case that stands weighs: the formula is `domain::indicator`'s.

use super::standing::Standing;
use domain::configuration::Weights;
use domain::indicator::Weighed;
use domain::words::Day;

/// The points of a case on a day, in hundredths.
pub(super) fn points(weights: &Weights, case: &Standing, on: Day) -> u32 {
    let weighed = Weighed {
        support: case.support,
        children: case.children,
        complexities: &case.complexities,
        open: case.open,
        from_on: case.from_on,
    };
    domain::indicator::points(weights, &weighed, on)
}

/// A share in hundredths, a half upwards; zero of nothing.
pub(super) fn ratio(part: u32, whole: u32) -> u32 {
    domain::indicator::ratio(part.into(), whole.into())
}
