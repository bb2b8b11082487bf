//! The crates of the workspace as cargo reports them, and the arguments that pick them.
//!
//! Every cargo call for the host names the same crates: another choice would unify features differently
//! and build the dependencies again.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::workshop::Workshop;

/// Built for the browser only; beside the server it would turn `hydrate` on next to `ssr`.
const BROWSER_ONLY: &str = "frontend";
/// The integration suite, which runs on its own, once for each database.
pub const SUITE: &str = "it";

#[derive(Debug, PartialEq)]
pub struct Members {
    pub host: Vec<String>,
    /// Integration test binaries other than the suite.
    pub other_tests: Vec<String>,
}

impl Members {
    pub fn load(workshop: &Workshop) -> Result<Self> {
        let metadata = workshop.output("cargo", &["metadata", "--no-deps", "--format-version", "1"])?;
        Self::parse(&metadata)
    }

    fn parse(metadata: &str) -> Result<Self> {
        let metadata: Value = serde_json::from_str(metadata).context("cargo metadata")?;
        let mut members = Self { host: Vec::new(), other_tests: Vec::new() };
        for package in metadata["packages"].as_array().into_iter().flatten() {
            let Some(name) = package["name"].as_str() else { continue };
            if name == BROWSER_ONLY {
                continue;
            }
            members.host.push(name.to_owned());
            for target in package["targets"].as_array().into_iter().flatten() {
                if let (Some("test"), Some(name)) = (target["kind"][0].as_str(), target["name"].as_str())
                    && name != SUITE
                {
                    members.other_tests.push(name.to_owned());
                }
            }
        }
        Ok(members)
    }

    /// `-p a -p b …` for every crate of the host.
    pub fn packages(&self) -> Vec<&str> {
        self.host.iter().flat_map(|name| ["-p", name]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_crate_and_the_suite_are_kept_apart() {
        let metadata = r#"{"packages": [
            {"name": "frontend", "targets": [{"kind": ["cdylib"], "name": "frontend"}]},
            {"name": "server", "targets": [{"kind": ["lib"], "name": "server"}, {"kind": ["test"], "name": "it"}]},
            {"name": "audio", "targets": [{"kind": ["test"], "name": "loudness"}]}
        ]}"#;
        let members = Members::parse(metadata).unwrap();
        assert_eq!(members.packages(), ["-p", "server", "-p", "audio"]);
        assert_eq!(members.other_tests, ["loudness"]);
    }
}
