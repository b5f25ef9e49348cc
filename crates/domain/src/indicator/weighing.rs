//! How much a case weighs: base points, times phase, times children, times complexity. Integers, in hundredths.

use super::shown::ratio;
use crate::configuration::Weights;
use crate::support_case::{Complexity, Support};
use crate::words::Day;

/// What of a case is weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed<'a> {
    /// The kind of support.
    pub support: Support,
    /// How many children are concerned.
    pub children: u32,
    /// What makes it heavier.
    pub complexities: &'a [Complexity],
    /// Open; otherwise closed and watched.
    pub open: bool,
    /// The first day of the spell.
    pub from_on: Day,
}

/// How the points of a case come about, each factor in hundredths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighing {
    /// The base points of its kind of support.
    pub base: u32,
    /// The factor of its phase: its first months, its watch, or neither.
    pub phase: u32,
    /// The factor of its children.
    pub siblings: u32,
    /// What each of its complexities adds.
    pub complexities: Vec<(Complexity, u32)>,
    /// The factor of all of them, no more than the most that they add.
    pub complexity: u32,
    /// The points: the product, a half upwards.
    pub points: u32,
}

/// How a case is weighed on a day.
#[must_use]
pub fn weighing(weights: &Weights, case: &Weighed<'_>, on: Day) -> Weighing {
    let base = weights.of(case.support);
    let opening = (0..i64::from(weights.opening_days)).contains(&i64::from(case.from_on.days_to(on)));
    let phase = match (case.open, opening) {
        (false, _) => weights.watch,
        (true, true) => weights.opening,
        (true, false) => 100,
    };
    let further = case.children.saturating_sub(1);
    let siblings = weights.sibling.saturating_mul(further).saturating_add(100);
    let each = |complexity: &Complexity| {
        let line = weights.complexity.iter().find(|(named, _)| named == complexity);
        (*complexity, line.map_or(0, |(_, more)| *more))
    };
    let complexities: Vec<_> = case.complexities.iter().map(each).collect();
    let more = complexities.iter().map(|(_, more)| *more).fold(0, u32::saturating_add);
    let complexity = more.min(weights.most_complexity).saturating_add(100);
    let factors = [phase, siblings, complexity].map(u64::from);
    let product = factors.into_iter().fold(u64::from(base), u64::saturating_mul);
    // Three factors in hundredths; rounded once, a half upwards.
    let points = u32::try_from(product.saturating_add(500_000) / 1_000_000).unwrap_or(u32::MAX);
    Weighing {
        base,
        phase,
        siblings,
        complexities,
        complexity,
        points,
    }
}

/// The points of a case on a day, in hundredths.
#[must_use]
pub fn points(weights: &Weights, case: &Weighed<'_>, on: Day) -> u32 {
    weighing(weights, case, on).points
}

/// The capacity of a working time, in hundredths of a point.
#[must_use]
pub fn capacity(weights: &Weights, working_time: u16) -> u32 {
    ratio(weights.capacity.saturating_mul(u32::from(working_time)).into(), 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::weights;
    use jiff::civil::date;

    fn case(support: Support, children: u32, complexities: &[Complexity]) -> Weighed<'_> {
        Weighed {
            support,
            children,
            complexities,
            open: true,
            from_on: Day(date(2026, 1, 10)),
        }
    }

    #[test]
    fn a_case_weighs_what_the_published_formula_says() {
        let later = Day(date(2026, 8, 1));
        let weighed = |case: &Weighed<'_>, on| points(&weights(), case, on);
        assert_eq!(weighed(&case(Support::Generalist, 0, &[]), later), 60);
        // Two children and violence: 1.0 x 1.5 x 1.3.
        let heavy = case(Support::CourtOrderedHomeSupport, 2, &[Complexity::Violence]);
        assert_eq!(weighed(&heavy, later), 195);
        // In its first sixty days it weighs half as much again: 2.925, a half upwards.
        assert_eq!(weighed(&heavy, Day(date(2026, 1, 10))), 293);
        assert_eq!(weighed(&heavy, Day(date(2026, 3, 10))), 293);
        assert_eq!(weighed(&heavy, Day(date(2026, 3, 11))), 195);
        let watched = Weighed { open: false, ..heavy };
        assert_eq!(weighed(&watched, later), 39);
    }

    #[test]
    fn complexity_never_more_than_doubles_a_case() {
        let all = [
            Complexity::ChildUnderTwo,
            Complexity::Violence,
            Complexity::ConflictWithService,
            Complexity::ManyServices,
            Complexity::HearingSoon,
            Complexity::DisabilityWithoutPlace,
        ];
        assert_eq!(
            points(&weights(), &case(Support::Generalist, 1, &all), Day(date(2026, 8, 1))),
            120
        );
    }

    #[test]
    fn capacity_follows_working_time() {
        assert_eq!(capacity(&weights(), 100), 2_500);
        assert_eq!(capacity(&weights(), 50), 1_250);
        assert_eq!(ratio(16_980, 15_500), 110);
        assert_eq!(ratio(5, 0), 0);
    }
}
