//! What the rounds said, and the median of it.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One line that `trame bench log` says.
#[derive(Deserialize)]
pub(super) struct Line {
    pub(super) case: String,
    pub(super) v: f64,
    pub(super) unit: String,
    pub(super) extra: BTreeMap<String, serde_json::Value>,
}

/// The cases of one round by name.
pub(super) type Round = BTreeMap<String, Line>;

/// All rounds.
#[derive(Default)]
pub(super) struct Rounds {
    /// The names of the cases, as they came.
    pub(super) cases: Vec<String>,
    rounds: Vec<Round>,
}

impl Rounds {
    /// Adds what one run said.
    pub(super) fn add(&mut self, said: &str) -> Result<()> {
        let mut round = Round::new();
        for line in said.lines() {
            let line: Line = serde_json::from_str(line).with_context(|| format!("`{line}` is not a measure"))?;
            if !self.cases.contains(&line.case) {
                self.cases.push(line.case.clone());
            }
            round.insert(line.case.clone(), line);
        }
        self.rounds.push(round);
        Ok(())
    }

    /// The median over the rounds that have the figure; of an even number of them, the lower one in the middle.
    pub(super) fn median(&self, figure: impl Fn(&Round) -> Option<f64>) -> Option<f64> {
        let mut figures: Vec<f64> = self.rounds.iter().filter_map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures.get(figures.len().checked_sub(1)? / 2).copied()
    }

    /// The median of a case, and of what it tells beside.
    pub(super) fn of(&self, case: &str) -> Option<f64> {
        self.median(|round| Some(round.get(case)?.v))
    }

    pub(super) fn beside(&self, case: &str, name: &str) -> Option<f64> {
        self.median(|round| round.get(case)?.extra.get(name)?.as_f64())
    }

    /// In what a case is counted.
    pub(super) fn unit(&self, case: &str) -> &str {
        let line = self.rounds.iter().find_map(|round| round.get(case));
        line.map_or("", |line| line.unit.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_of_the_rounds_that_have_the_case() {
        let mut rounds = Rounds::default();
        let line =
            |case: &str, v: f64| format!(r#"{{"case":"{case}","v":{v},"unit":"ev/s","extra":{{"p50_ms":{v}}}}}"#);
        for v in [3.0, 1.0, 2.0] {
            rounds.add(&line("append1_c1", v)).unwrap();
        }
        rounds.add(&line("growth_append", 9.0)).unwrap();
        assert_eq!(rounds.of("append1_c1"), Some(2.0));
        assert_eq!(rounds.of("growth_append"), Some(9.0));
        assert_eq!(rounds.beside("append1_c1", "p50_ms"), Some(2.0));
        assert_eq!(rounds.of("nothing"), None);
        assert_eq!(rounds.cases, ["append1_c1", "growth_append"]);
        assert_eq!(rounds.unit("append1_c1"), "ev/s");
    }
}
