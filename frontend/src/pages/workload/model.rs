//! The plain logic of the dashboard: figures in words, the scale of the bars, the dots of the first appointments.

use contract::workload::{WorkerLoad, Zone};
use sentences::Language;

/// A figure in hundredths, as people write it: with as many decimals as asked, fewer when they are nought.
pub(crate) fn hundredths(figure: u32, least: usize, language: Language) -> String {
    let (whole, rest) = (figure / 100, figure % 100);
    let mut decimals = format!("{rest:02}");
    while decimals.len() > least && decimals.ends_with('0') {
        decimals.pop();
    }
    let point = match language {
        Language::Fr => ',',
        Language::En => '.',
    };
    if decimals.is_empty() {
        whole.to_string()
    } else {
        format!("{whole}{point}{decimals}")
    }
}

/// What somebody typed as a figure, in hundredths: a comma or a point, at most two decimals.
pub(crate) fn read_hundredths(typed: &str) -> Option<u32> {
    let typed = typed.trim().replace(',', ".");
    let (whole, decimals) = typed.split_once('.').unwrap_or((&typed, ""));
    let digits = |text: &str| text.chars().all(|sign| sign.is_ascii_digit());
    if whole.is_empty() || decimals.len() > 2 || !digits(whole) || !digits(decimals) {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    let decimals: u32 = format!("{decimals:0<2}").parse().ok()?;
    whole.checked_mul(100)?.checked_add(decimals)
}

/// Load over capacity in hundredths, a half upwards as the server rounds each worker's; zero of nothing.
pub(crate) fn ratio(load: u32, capacity: u32) -> u32 {
    if capacity == 0 {
        return 0;
    }
    let (load, capacity) = (u64::from(load), u64::from(capacity));
    u32::try_from((load * 200 + capacity) / (2 * capacity)).unwrap_or(u32::MAX)
}

/// How full the team is, by the same thresholds as each of its members.
pub(crate) fn team_zone(load: u32, capacity: u32, thresholds: &[u32]) -> Zone {
    if capacity == 0 {
        return Zone::Untold;
    }
    let ratio = ratio(load, capacity);
    let passed = thresholds.iter().filter(|threshold| ratio >= **threshold).count();
    match passed {
        0 => Zone::Room,
        1 => Zone::Normal,
        2 => Zone::Tense,
        3.. => Zone::Overload,
    }
}

/// Those who need help most come first; equal loads by name.
pub(crate) fn by_need(workers: &[WorkerLoad]) -> Vec<&WorkerLoad> {
    let mut sorted: Vec<&WorkerLoad> = workers.iter().collect();
    sorted.sort_by(|one, two| {
        two.ratio
            .cmp(&one.ratio)
            .then_with(|| one.worker.name.0.cmp(&two.worker.name.0))
    });
    sorted
}

/// The ratio at the right end of the bars, in hundredths: one scale for all, so that one capacity stands for all.
pub(crate) fn widest(workers: &[WorkerLoad]) -> u32 {
    workers.iter().map(|worker| worker.ratio).max().unwrap_or(0).max(135)
}

/// A ratio as a part of the bar's length, in per cent.
pub(crate) fn percent(ratio: u32, widest: u32) -> f64 {
    f64::from(ratio.min(widest)) * 100.0 / f64::from(widest.max(1))
}

/// One request in the dot plot: its days, and its place in the heap of its day, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dot {
    /// Days waited.
    pub(crate) days: u32,
    /// How many stand below it.
    pub(crate) above: u32,
    /// Whether it was beyond the target.
    pub(crate) late: bool,
}

/// The dots, heaped by day, and the last day of the axis. Days beyond it stand at its end.
pub(crate) fn dots(days: &[u32], target: u32) -> (Vec<Dot>, u32) {
    let longest = days.iter().copied().max().unwrap_or(0);
    let end = longest
        .clamp(target.saturating_mul(2), target.saturating_mul(4))
        .max(10);
    let end = end.div_ceil(5) * 5;
    let mut heap = std::collections::BTreeMap::<u32, u32>::new();
    let dots = days
        .iter()
        .map(|each| {
            let place = (*each).min(end);
            let count = heap.entry(place).or_insert(0);
            let above = *count;
            *count += 1;
            Dot {
                days: place,
                above,
                late: *each > target,
            }
        })
        .collect();
    (dots, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_people_write_them() {
        assert_eq!(hundredths(16_980, 0, Language::Fr), "169,8");
        assert_eq!(hundredths(15_500, 0, Language::Fr), "155");
        assert_eq!(hundredths(110, 2, Language::Fr), "1,10");
        assert_eq!(hundredths(79, 2, Language::En), "0.79");
    }

    #[test]
    fn figures_are_read_as_people_write_them() {
        assert_eq!(read_hundredths("1,5"), Some(150));
        assert_eq!(read_hundredths(" 0.85 "), Some(85));
        assert_eq!(read_hundredths("25"), Some(2_500));
        for wrong in ["", "-1", "1,555", "un", "1.2.3", ",5"] {
            assert_eq!(read_hundredths(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_team_has_the_zone_its_thresholds_say() {
        let thresholds = [85, 110, 130];
        assert_eq!(team_zone(50, 100, &thresholds), Zone::Room);
        assert_eq!(ratio(16_980, 15_500), 110);
        assert_eq!(team_zone(16_980, 15_500, &thresholds), Zone::Tense);
        assert_eq!(team_zone(109, 100, &thresholds), Zone::Normal);
        assert_eq!(team_zone(111, 100, &thresholds), Zone::Tense);
        assert_eq!(team_zone(130, 100, &thresholds), Zone::Overload);
        assert_eq!(
            team_zone(10, 0, &thresholds),
            Zone::Untold,
            "of a team without capacity told, nothing is said"
        );
    }

    #[test]
    fn dots_of_one_day_stand_on_each_other_and_none_falls_off_the_axis() {
        let (dots, end) = dots(&[2, 2, 11, 16, 400], 15);
        assert_eq!(end, 60);
        assert_eq!(
            dots[1],
            Dot {
                days: 2,
                above: 1,
                late: false
            }
        );
        assert_eq!(
            dots[3],
            Dot {
                days: 16,
                above: 0,
                late: true
            }
        );
        assert_eq!(
            dots[4],
            Dot {
                days: 60,
                above: 0,
                late: true
            }
        );
    }

    #[test]
    fn one_capacity_stands_for_all_bars() {
        assert!((percent(100, widest(&[])) - 74.07).abs() < 0.01);
        assert!((percent(500, 135) - 100.0).abs() < 0.01);
    }
}
