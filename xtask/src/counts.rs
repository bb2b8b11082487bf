//! What the runners counted: cargo's `test result:` lines and Playwright's JSON report.
//!
//! Runs nothing; reads text that is already there.

use std::{fmt, ops::AddAssign};

use serde_json::Value;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Counts {
    pub const FAILURE: Self = Self { passed: 0, failed: 1, skipped: 0 };
    pub const SKIP: Self = Self { passed: 0, failed: 0, skipped: 1 };

    /// Sums every `test result:` line of a cargo log. `None` when there is none.
    pub fn of_cargo(log: &str) -> Option<Self> {
        let mut sum = None;
        for line in log.lines().filter_map(|line| line.strip_prefix("test result: ")) {
            let mut counts = Self::default();
            let (_, numbers) = line.split_once(". ")?;
            for part in numbers.split("; ") {
                let Some((number, what)) = part.split_once(' ') else { continue };
                let Ok(number) = number.parse() else { continue };
                match what {
                    "passed" => counts.passed = number,
                    "failed" => counts.failed = number,
                    "ignored" => counts.skipped = number,
                    _ => {}
                }
            }
            *sum.get_or_insert_default() += counts;
        }
        sum
    }

    /// Reads the `stats` of a Playwright JSON report. A flaky test did pass in the end.
    pub fn of_playwright(report: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(report).ok()?;
        let stats = report.get("stats")?;
        let number = |name: &str| stats[name].as_u64().unwrap_or(0);
        Some(Self { passed: number("expected") + number("flaky"), failed: number("unexpected"), skipped: number("skipped") })
    }

    /// A runner that failed without a failed test (it did not build, it crashed) failed once.
    pub fn with_exit(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// What failed in a Playwright JSON report: a line that names each test, below it what it said, shortened.
pub fn failures_of_playwright(report: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Ok(report) = serde_json::from_str::<Value>(report) {
        for suite in each(&report["suites"]) {
            failures_of_suite(suite, "", &mut found);
        }
        found.extend(each(&report["errors"]).map(|error| format!("✘ {}", shortened(error))));
    }
    found
}

fn failures_of_suite(suite: &Value, path: &str, found: &mut Vec<String>) {
    let path = joined(path, &suite["title"]);
    for inner in each(&suite["suites"]) {
        failures_of_suite(inner, &path, found);
    }
    for spec in each(&suite["specs"]) {
        for test in each(&spec["tests"]).filter(|test| test["status"] == "unexpected") {
            let errors = each(&test["results"]).flat_map(|result| each(&result["errors"])).map(shortened);
            let said: Vec<String> = errors.collect();
            found.push(format!("✘ {} (line {})\n{}", joined(&path, &spec["title"]), spec["line"], said.join("\n")));
        }
    }
}

fn joined(path: &str, title: &Value) -> String {
    let title = title.as_str().unwrap_or_default();
    if path.is_empty() { title.to_owned() } else { format!("{path} › {title}") }
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// The message of an error without its colours, no longer than a reader of a CI log has patience for.
fn shortened(error: &Value) -> String {
    const LINES: usize = 14;
    let message = error["message"].as_str().unwrap_or("failed without a message");
    let mut plain = String::new();
    let mut rest = message;
    while let Some((before, code)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = code.split_once('m').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let lines = plain.lines().filter(|line| !line.trim().is_empty()).take(LINES);
    lines.map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

/// The parts of a log worth showing: cargo's `failures:` blocks, else the last lines.
pub fn excerpt(log: &str, lines: usize) -> String {
    let mut blocks = Vec::new();
    let mut inside = false;
    for line in log.lines() {
        inside |= line == "failures:";
        if inside {
            blocks.push(line);
        }
        inside &= !line.starts_with("test result:");
    }
    let chosen: Vec<&str> = if blocks.is_empty() { log.lines().collect() } else { blocks };
    chosen[chosen.len().saturating_sub(lines)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO: &str = "\
running 3 tests
test a ... ok
test b ... FAILED
test c ... ignored

failures:

---- b stdout ----
assertion failed

failures:
    b

test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s

     Running unittests src/lib.rs
test result: ok. 41 passed; 0 failed; 2 ignored; 0 measured; 7 filtered out; finished in 1.20s
";

    #[test]
    fn every_result_line_of_cargo_is_summed() {
        let counts = Counts::of_cargo(CARGO).unwrap();
        assert_eq!(counts, Counts { passed: 42, failed: 1, skipped: 3 });
        assert_eq!(counts.to_string(), "42 passed, 1 failed, 3 skipped");
    }

    #[test]
    fn a_log_without_results_has_no_counts() {
        assert_eq!(Counts::of_cargo("error: could not compile `mixes`"), None);
    }

    #[test]
    fn playwright_reports_are_read_from_their_stats() {
        let report = r#"{"suites": [], "errors": [], "stats": {"startTime": "x", "duration": 3.5,
            "expected": 10, "skipped": 2, "unexpected": 1, "flaky": 1}}"#;
        let counts = Counts::of_playwright(report).unwrap();
        assert_eq!(counts, Counts { passed: 11, failed: 1, skipped: 2 });
        assert_eq!(Counts::of_playwright("not json"), None);
    }

    #[test]
    fn failed_tests_of_playwright_are_named_with_what_they_said() {
        let report = r#"{"errors": [], "suites": [{"title": "room.spec.mjs", "suites": [{"title": "two fans", "specs": [
            {"title": "chat", "line": 7, "tests": [{"status": "unexpected", "results": [{"errors": [
                {"message": "\u001b[31mTimed out\u001b[39m\n\n  at once"}]}]}]},
            {"title": "vote", "line": 9, "tests": [{"status": "expected", "results": []}]}]}]}]}"#;
        let expected = "✘ room.spec.mjs › two fans › chat (line 7)\n    Timed out\n      at once";
        assert_eq!(failures_of_playwright(report), [expected]);
        assert!(failures_of_playwright("not json").is_empty());
    }

    #[test]
    fn a_runner_that_did_not_build_counts_as_one_failure() {
        assert_eq!(Counts::default().with_exit(false), Counts::FAILURE);
        let crashed = Counts { passed: 3, ..Counts::default() };
        assert_eq!(crashed.with_exit(false).failed, 1);
        assert_eq!(Counts::of_cargo(CARGO).unwrap().with_exit(false).failed, 1);
        assert_eq!(Counts::default().with_exit(true), Counts::default());
    }

    #[test]
    fn the_excerpt_shows_failures_even_when_later_binaries_passed() {
        let shown = excerpt(CARGO, 200);
        assert!(shown.contains("assertion failed"), "{shown}");
        assert!(!shown.contains("41 passed"), "{shown}");
    }

    #[test]
    fn the_excerpt_of_another_log_is_its_end() {
        assert_eq!(excerpt("one\ntwo\nthree", 2), "two\nthree");
        assert_eq!(excerpt("", 2), "");
    }
}
