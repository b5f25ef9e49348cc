//! Threads as curves: level stretches joined by soft slopes, never a value that was not said.

/// The path through points, in order of x. A change takes at most `slope` units, just before the point that tells it.
pub(crate) fn through(points: &[(f64, f64)], slope: f64) -> String {
    let mut path = String::new();
    let mut before: Option<(f64, f64)> = None;
    for (x, y) in points.iter().copied() {
        let piece = match before {
            None => format!("M{x:.1} {y:.1}"),
            Some((_, from)) if (from - y).abs() < 0.05 => format!("H{x:.1}"),
            Some((left, from)) => {
                let start = (x - slope).max(left);
                let middle = f64::midpoint(start, x);
                format!("H{start:.1}C{middle:.1} {from:.1} {middle:.1} {y:.1} {x:.1} {y:.1}")
            }
        };
        path.push_str(&piece);
        before = Some((x, y));
    }
    path
}

/// The height of that same path at a place on it; none where it does not reach.
pub(crate) fn at(points: &[(f64, f64)], slope: f64, x: f64) -> Option<f64> {
    let (first, last) = (points.first()?, points.last()?);
    if x < first.0 - 0.5 || x > last.0 + 0.5 {
        return None;
    }
    let mut before = *first;
    for point in points.iter().copied() {
        if x <= point.0 {
            let start = (point.0 - slope).max(before.0);
            if x <= start || point.0 - start < 0.01 {
                return Some(if x < point.0 { before.1 } else { point.1 });
            }
            let along = soft((x - start) / (point.0 - start));
            return Some(before.1 + (point.1 - before.1) * along);
        }
        before = point;
    }
    Some(before.1)
}

/// How far up a soft slope is, at a part of its length: the curve whose handles stand in the middle.
fn soft(part: f64) -> f64 {
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..24 {
        let middle = f64::midpoint(low, high);
        let reached = 1.5 * middle - 1.5 * middle * middle + middle * middle * middle;
        if reached < part { low = middle } else { high = middle }
    }
    low * low * (3.0 - 2.0 * low)
}

#[cfg(test)]
mod tests {
    use super::{at, through};

    #[test]
    fn a_mark_stands_on_its_thread() {
        let points = [(0.0, 5.0), (40.0, 20.0), (60.0, 20.0)];
        assert_eq!(at(&points, 10.0, 12.0), Some(5.0));
        assert_eq!(at(&points, 10.0, 50.0), Some(20.0));
        assert!(
            (at(&points, 10.0, 35.0).unwrap() - 12.5).abs() < 0.01,
            "half way up in the middle of the slope"
        );
        assert_eq!(at(&points, 10.0, 61.0), None);
        assert_eq!(at(&[], 10.0, 1.0), None);
    }

    #[test]
    fn a_thread_stays_level_and_turns_softly_just_before_the_point_that_tells_it() {
        assert_eq!(through(&[], 10.0), "");
        assert_eq!(through(&[(0.0, 5.0), (40.0, 5.0)], 10.0), "M0.0 5.0H40.0");
        assert_eq!(
            through(&[(0.0, 5.0), (40.0, 20.0)], 10.0),
            "M0.0 5.0H30.0C35.0 5.0 35.0 20.0 40.0 20.0"
        );
        assert_eq!(
            through(&[(0.0, 5.0), (4.0, 20.0)], 10.0),
            "M0.0 5.0H0.0C2.0 5.0 2.0 20.0 4.0 20.0"
        );
    }
}
