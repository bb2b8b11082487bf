//! The tools of the build at the versions it was tried with: wasm target, wasm-bindgen, cargo-leptos, wasm-opt.
//!
//! cargo-leptos takes the first of each on the path whatever its version, so ours live in a folder that comes first.

use std::{path::Path, process::Stdio};

use anyhow::{Context, Result, bail};

use crate::{debian_wasm, workshop::Workshop};

const TARGET: &str = "wasm32-unknown-unknown";
/// What npm needs to fetch wasm-opt.
pub const NODE_TO_BUILD: u32 = 18;
/// What Playwright needs.
pub const NODE_TO_TEST: u32 = 20;

/// A program that cargo installs into our folder.
pub struct CargoTool {
    pub name: &'static str,
    pub package: &'static str,
    pub version: &'static str,
    options: &'static [&'static str],
}

/// The same version as the `wasm-bindgen` dependency. Not `--locked`: its lock names a version that is gone.
pub const WASM_BINDGEN: CargoTool = CargoTool { name: "wasm-bindgen", package: "wasm-bindgen-cli", version: "0.2.130", options: &[] };

/// 0.3.11 wants a newer compiler.
pub const CARGO_LEPTOS: CargoTool =
    CargoTool { name: "cargo-leptos", package: "cargo-leptos", version: "0.3.10", options: &["--locked", "--features", "no_downloads"] };

/// Only for `bench fuzz`.
pub const CARGO_FUZZ: CargoTool = CargoTool { name: "cargo-fuzz", package: "cargo-fuzz", version: "0.13.2", options: &["--locked"] };

const BINARYEN: &str = "132";

impl CargoTool {
    pub fn installed(&self, workshop: &Workshop) -> bool {
        let program = workshop.tools().join("bin").join(self.name);
        workshop.output(&program.to_string_lossy(), &["--version"]).is_ok_and(|said| says_version(&said, self.version))
    }

    pub fn install(&self, workshop: &Workshop) -> Result<()> {
        let output = workshop
            .cargo(&["install", self.package, "--version", self.version, "--force", "--root"])
            .arg(workshop.tools())
            .args(self.options)
            .current_dir(&workshop.cache)
            .env_remove("CARGO_TARGET_DIR")
            // Its own release profile (fat LTO) takes five times as long, for a tool that runs for seconds.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .stdin(Stdio::null())
            .output()
            .context("cannot start cargo; install Rust from https://rustup.rs")?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let reason = said.lines().rfind(|line| line.starts_with("error")).unwrap_or("it failed");
            bail!("{reason}; run: cargo install {} --version {}", self.package, self.version);
        }
        Ok(())
    }
}

pub fn wasm_target_installed(workshop: &Workshop) -> bool {
    workshop
        .output("rustc", &["--print", "sysroot"])
        .is_ok_and(|sysroot| debian_wasm::has_std(&Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib")))
}

pub fn install_wasm_target(workshop: &Workshop) -> Result<()> {
    let Err(rustup) = workshop.output("rustup", &["target", "add", TARGET]) else { return Ok(()) };
    debian_wasm::install(workshop).with_context(|| format!("{rustup:#}; run: rustup target add {TARGET}; the distribution's compiler"))
}

/// Only release builds shrink their wasm.
pub fn wasm_opt_installed(workshop: &Workshop) -> bool {
    let program = workshop.tools().join("node_modules/.bin/wasm-opt");
    workshop.output(&program.to_string_lossy(), &["--version"]).is_ok_and(|said| says_version(&said, BINARYEN))
}

pub fn install_wasm_opt(workshop: &Workshop) -> Result<()> {
    let package = format!("binaryen@{BINARYEN}");
    let folder = workshop.tools().to_string_lossy().into_owned();
    workshop.output("npm", &["install", "--no-fund", "--no-audit", "--prefix", &folder, &package])?;
    Ok(())
}

/// Node is the user's to install: distributions, version managers and its makers all differ.
pub fn check_node(workshop: &Workshop, oldest: u32) -> Result<()> {
    let by_hand = format!("install Node {oldest} or later: sudo apt-get install nodejs npm, or https://nodejs.org");
    let Ok(said) = workshop.output("node", &["--version"]) else { bail!("node is missing; {by_hand}") };
    let major = said.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < oldest) {
        bail!("node {said} is too old; {by_hand}");
    }
    if workshop.find("npm").is_none() {
        bail!("npm is missing; {by_hand}");
    }
    Ok(())
}

/// `wasm-bindgen 0.2.130`, `cargo-leptos 0.3.10`, `wasm-opt version 132 (version_132)`.
fn says_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tool_and_the_dependency_are_the_same_version_of_wasm_bindgen() {
        let pinned = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(include_str!("../../Cargo.toml").contains(&pinned), "{pinned}");
    }

    #[test]
    fn a_version_is_recognised_as_a_whole_word() {
        assert!(says_version("wasm-bindgen 0.2.130", "0.2.130"));
        assert!(says_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!says_version("wasm-bindgen 0.2.1301", "0.2.130"));
        assert!(!says_version("wasm-opt version 108", "132"));
    }
}
