//! Weighs the cases of each professional so that their sum comes out where the picture shows it: chooses, among the
//! kinds of support and complexities a story allows, those whose points add up exactly.

use crate::chance::Chance;
use domain::configuration::{Setting, Weights, first_settings};
use domain::support_case::{Complexity, Support};

/// A way in which a case can weigh.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Weighing {
    pub(crate) support: Support,
    pub(crate) complexities: &'static [Complexity],
    /// Points, in hundredths.
    pub(crate) points: u32,
}

/// The weights a new territory starts with.
pub(crate) fn weights() -> Option<Weights> {
    first_settings().into_iter().find_map(|(setting, ..)| {
        let Setting::Weights(weights) = setting else {
            return None;
        };
        Some(weights)
    })
}

/// Points of a case in hundredths, with its phase in hundredths; none when they would not be whole.
pub(crate) fn points(
    weights: &Weights,
    support: Support,
    children: u8,
    phase: u32,
    complexities: &[Complexity],
) -> Option<u32> {
    let millionths = millionths(weights, support, children, phase, complexities)?;
    let whole = millionths.is_multiple_of(1_000_000);
    whole.then(|| u32::try_from(millionths / 1_000_000).unwrap_or(u32::MAX))
}

/// Points of a case before they are rounded: millionths of a hundredth.
pub(crate) fn millionths(
    weights: &Weights,
    support: Support,
    children: u8,
    phase: u32,
    complexities: &[Complexity],
) -> Option<u64> {
    let base = weights.base.iter().find(|(kind, _)| *kind == support)?.1;
    let siblings = 100_u32.saturating_add(weights.sibling.saturating_mul(u32::from(children.saturating_sub(1))));
    let added: u32 = complexities
        .iter()
        .filter_map(|one| weights.complexity.iter().find(|(kind, _)| kind == one))
        .map(|(_, adds)| *adds)
        .sum();
    let harder = 100_u32.saturating_add(added.min(weights.most_complexity));
    Some(u64::from(base) * u64::from(phase) * u64::from(siblings) * u64::from(harder))
}

/// One weighing for each case so that they add up to `sum`; none when no choice does.
pub(crate) fn choose(cases: &[Vec<Weighing>], sum: u32, chance: &mut Chance) -> Option<Vec<Weighing>> {
    let reachable = reachable(cases, sum);
    let mut left = sum;
    let mut chosen = Vec::with_capacity(cases.len());
    for (place, options) in cases.iter().enumerate() {
        let after = reachable.get(place.saturating_add(1))?;
        let cases_left = u32::try_from(cases.len().saturating_sub(place)).unwrap_or(1);
        let aim = i64::from(left / cases_left.max(1)).saturating_add(i64::from(chance.between(-30, 20)));
        let fits = |option: &&Weighing| {
            left.checked_sub(option.points)
                .and_then(|rest| after.get(usize::try_from(rest).unwrap_or(usize::MAX)))
                .copied()
                .unwrap_or(false)
        };
        let best = options
            .iter()
            .filter(fits)
            .min_by_key(|option| i64::from(option.points).abs_diff(aim))?;
        left = left.saturating_sub(best.points);
        chosen.push(best.clone());
    }
    Some(chosen)
}

/// For each place, which sums the cases from there on can make.
fn reachable(cases: &[Vec<Weighing>], sum: u32) -> Vec<Vec<bool>> {
    let sums = usize::try_from(sum).unwrap_or(0).saturating_add(1);
    let mut made = vec![vec![false; sums]];
    if let Some(nothing) = made.first_mut().and_then(|last| last.first_mut()) {
        *nothing = true;
    }
    for options in cases.iter().rev() {
        let mut here = vec![false; sums];
        let later = made.last().cloned().unwrap_or_default();
        for option in options {
            let points = usize::try_from(option.points).unwrap_or(sums);
            for (place, _) in later.iter().enumerate().filter(|(_, can)| **can) {
                if let Some(sum) = here.get_mut(place.saturating_add(points)) {
                    *sum = true;
                }
            }
        }
        made.push(here);
    }
    made.reverse();
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_follow_the_weights_the_territory_starts_with() {
        let weights = weights().unwrap();
        let heavy = [Complexity::HearingSoon, Complexity::ManyServices];
        assert_eq!(points(&weights, Support::Generalist, 0, 100, &[]), Some(60));
        assert_eq!(points(&weights, Support::Generalist, 2, 100, &heavy), Some(126));
        assert_eq!(points(&weights, Support::VoluntaryHomeSupport, 2, 150, &[]), None);
        assert_eq!(
            points(&weights, Support::Insertion, 1, 150, &[Complexity::Distance]),
            None
        );
    }

    #[test]
    fn the_chosen_weights_add_up_exactly() {
        let option = |points| Weighing {
            support: Support::Generalist,
            complexities: &[],
            points,
        };
        let cases = vec![vec![option(50), option(60), option(66)]; 12];
        let chosen = choose(&cases, 698, &mut Chance::new(1, "sum")).unwrap();
        assert_eq!(chosen.iter().map(|one| one.points).sum::<u32>(), 698);
        assert!(choose(&cases, 599, &mut Chance::new(1, "sum")).is_none());
    }
}
