//! The sum of all that was tested: each test counts, and each step beside the tests counts as one.

use std::process::ExitCode;

use anyhow::Result;

use crate::voice;

/// What held and what did not, so far.
#[derive(Default)]
pub(crate) struct Summary {
    passed: usize,
    failures: Vec<String>,
    failed_tests: usize,
}

impl Summary {
    /// Counts a step, and keeps what it made.
    pub(crate) fn step<T>(&mut self, name: &str, done: Result<T>) -> Option<T> {
        match done {
            Ok(made) => {
                voice::line(&format!("ok: {name}"));
                self.passed = self.passed.saturating_add(1);
                Some(made)
            }
            Err(fault) => {
                voice::line(&format!("FAILED: {name}: {fault:#}"));
                self.fail(name);
                None
            }
        }
    }

    /// Notes that something did not hold.
    pub(crate) fn fail(&mut self, name: &str) {
        self.failures.push(name.to_owned());
    }

    /// Reads a line of libtest; a test that ignores itself has not held.
    pub(crate) fn read(&mut self, line: &str) {
        if let Some(figures) = line.strip_prefix("test result: ") {
            self.passed = self.passed.saturating_add(figure(figures, "passed"));
            let not_held = figure(figures, "failed").saturating_add(figure(figures, "ignored"));
            self.failed_tests = self.failed_tests.saturating_add(not_held);
        } else if line.starts_with("test ") && (line.ends_with(" FAILED") || line.contains(" ... ignored")) {
            self.failures.push(line.trim_start_matches("test ").to_owned());
        }
    }

    /// How much did not hold.
    pub(crate) fn failed(&self) -> usize {
        let named_tests = self.failures.iter().filter(|name| name.contains(" ... ")).count();
        let steps = self.failures.len().saturating_sub(named_tests);
        steps.saturating_add(self.failed_tests.max(named_tests))
    }

    /// Names what did not hold, and says the sum as the last line.
    pub(crate) fn close(&self) -> ExitCode {
        for failure in &self.failures {
            voice::line(&format!("did not hold: {failure}"));
        }
        voice::line(&format!("{} passed, {} failed", self.passed, self.failed()));
        if self.failed() == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

fn figure(text: &str, what: &str) -> usize {
    text.split(';')
        .find_map(|part| part.trim().strip_suffix(what)?.trim().rsplit(' ').next()?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn summary_lines_are_summed_and_ignored_tests_count_as_failed() {
        let mut sum = Summary::default();
        sum.read("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s");
        assert_eq!((sum.passed, sum.failed()), (12, 0));
        sum.read("test a::b ... FAILED");
        sum.read("test a::c ... ignored, too slow");
        sum.read("test result: FAILED. 3 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s");
        assert_eq!((sum.passed, sum.failed()), (15, 2));
    }

    #[test]
    fn each_step_counts_as_one() {
        let mut sum = Summary::default();
        assert_eq!(sum.step("format", Ok(1)), Some(1));
        assert_eq!(sum.step::<()>("lints", Err(anyhow!("a warning"))), None);
        assert_eq!((sum.passed, sum.failed()), (1, 1));
    }
}
