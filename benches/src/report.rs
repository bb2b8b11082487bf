//! What was measured: rows of a table for people, the same and all single rounds as JSON for programs.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{fs, path::Path};

pub struct Report {
    machine: Value,
    rows: Vec<Row>,
    details: Vec<(String, Value)>,
}

struct Row {
    what: String,
    measured: String,
    target: String,
    /// `None` where there is no target.
    reached: Option<bool>,
}

/// Median, smallest and largest of some rounds.
pub struct Spread {
    pub median: f64,
    pub min: f64,
    pub max: f64,
}

impl Spread {
    pub fn of(values: &[f64]) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        let median = if sorted.len() % 2 == 1 { sorted[middle] } else { (sorted[middle - 1] + sorted[middle]) / 2.0 };
        Self { median, min: sorted.first().copied().unwrap_or_default(), max: sorted.last().copied().unwrap_or_default() }
    }

    pub fn text(&self, decimals: usize) -> String {
        format!("{:.decimals$} ({:.decimals$}–{:.decimals$})", self.median, self.min, self.max)
    }
}

impl Report {
    pub fn new(machine: Value) -> Self {
        Self { machine, rows: Vec::new(), details: Vec::new() }
    }

    pub fn row(&mut self, what: impl Into<String>, measured: impl Into<String>) {
        self.rows.push(Row { what: what.into(), measured: measured.into(), target: String::new(), reached: None });
    }

    pub fn goal(&mut self, what: impl Into<String>, measured: impl Into<String>, target: impl Into<String>, reached: bool) {
        self.rows.push(Row { what: what.into(), measured: measured.into(), target: target.into(), reached: Some(reached) });
    }

    pub fn detail(&mut self, name: impl Into<String>, value: Value) {
        self.details.push((name.into(), value));
    }

    /// As Markdown, so that it can be pasted into docs/BENCHMARKS.md.
    pub fn print(&self) {
        println!("\n{}\n\n| what | measured | target | reached |\n| --- | --- | --- | --- |", self.heading());
        for Row { what, measured, target, reached } in &self.rows {
            let reached = reached.map_or("", |reached| if reached { "yes" } else { "no" });
            println!("| {what} | {measured} | {target} | {reached} |");
        }
        println!();
    }

    pub fn write(&self, path: &Path) -> Result<()> {
        let rows: Vec<Value> = self
            .rows
            .iter()
            .map(|row| json!({ "what": row.what, "measured": row.measured, "target": row.target, "reached": row.reached }))
            .collect();
        let details: serde_json::Map<String, Value> = self.details.iter().cloned().collect();
        let whole = json!({ "machine": self.machine, "rows": rows, "details": details });
        fs::write(path, format!("{whole:#}\n")).with_context(|| format!("writing {}", path.display()))
    }

    fn heading(&self) -> String {
        let machine = &self.machine;
        let text = |name: &str| machine[name].as_str().unwrap_or_default();
        let changed = if machine["changed_since"] == json!(true) { " with changes" } else { "" };
        let busy = if machine["idle_before"] == json!(true) { "" } else { "; THE MACHINE WAS NOT IDLE" };
        format!(
            "{} on {} cores, {}, {}, commit {}{changed}; load average before: {}{busy}",
            text("cpu"),
            machine["cores"],
            text("kernel"),
            text("date"),
            text("commit"),
            machine["load_average_before"]
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn the_median_is_the_middle_or_between_the_two_middle_ones() {
        assert_eq!(Spread::of(&[3.0, 1.0, 2.0]).text(1), "2.0 (1.0–3.0)");
        assert_eq!(Spread::of(&[4.0, 1.0, 2.0, 3.0]).text(1), "2.5 (1.0–4.0)");
    }
}
