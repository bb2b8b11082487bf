//! Where things are: checkout, cache, target folder, search path; and how a child process is started there.
//!
//! Installs nothing and prints nothing.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

pub struct Workshop {
    /// The checkout.
    pub root: PathBuf,
    /// Tools and test helpers that belong to no checkout.
    pub cache: PathBuf,
    pub target: PathBuf,
    /// True on a build server: a thing that cannot be tested there is a failure, not a skip.
    pub ci: bool,
}

impl Workshop {
    pub fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies outside of a workspace")?.to_path_buf();
        let cache = match env::var_os("HECTIC_CACHE") {
            Some(cache) => PathBuf::from(cache),
            None => env::home_dir().context("no home folder; set HECTIC_CACHE")?.join(".cache/hectic"),
        };
        let ci = env::var("CI").is_ok_and(|value| value == "true");
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(target) => root.join(target),
            None if ci => cache.join("target"),
            None => root.join("target"),
        };
        Ok(Self { root, cache, target, ci })
    }

    pub fn tools(&self) -> PathBuf {
        self.cache.join("tools")
    }

    pub fn venv(&self) -> PathBuf {
        self.cache.join("venv")
    }

    pub fn logs(&self) -> PathBuf {
        self.target.join("logs")
    }

    /// A child that runs in the checkout, finds our tools first and inherits no flags of ours by accident.
    pub fn command(&self, program: impl Into<OsString>) -> Command {
        let mut command = Command::new(program.into());
        command.current_dir(&self.root).env("PATH", self.search_path());
        command.env("CARGO_TARGET_DIR", &self.target);
        // Flags come from .cargo/config.toml for every build; another set would build everything twice.
        for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"] {
            command.env_remove(name);
        }
        // `cargo run` describes xtask to us; build scripts of a child cargo would see that change and run again.
        for (name, _) in env::vars_os() {
            let name_text = name.to_string_lossy();
            let about_xtask = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
            if about_xtask.iter().any(|prefix| name_text.starts_with(prefix)) {
                command.env_remove(&name);
            }
        }
        command
    }

    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        command
    }

    /// What a program prints, or an error that says which program it was.
    pub fn output(&self, program: &str, arguments: &[&str]) -> Result<String> {
        let output =
            self.command(program).args(arguments).stdin(Stdio::null()).output().with_context(|| format!("cannot start {program}"))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("{program} {}: {}", arguments.join(" "), said.trim());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// The path of a program on our search path.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.search_path()).map(|folder| folder.join(program)).find(|path| path.is_file())
    }

    /// The browser to test with: the one that was named, else the first that is installed.
    pub fn chromium(&self) -> Option<PathBuf> {
        if let Some(named) = env::var_os("HECTIC_CHROMIUM") {
            return Some(PathBuf::from(named));
        }
        ["chromium", "chromium-browser", "google-chrome"]
            .iter()
            .filter_map(|name| self.find(name))
            // Ubuntu's package is a stub that only names a snap.
            .find(|path| self.output(&path.to_string_lossy(), &["--version"]).is_ok())
    }

    fn search_path(&self) -> OsString {
        let tools = self.tools();
        let mut folders = vec![tools.join("bin"), tools.join("node_modules/.bin")];
        if self.debian_toolchain() {
            folders.push(PathBuf::from("/usr/bin"));
        }
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        // After the user's own: the venv also holds a `python3` and a `pip`.
        folders.push(self.venv().join("bin"));
        folders.push(PathBuf::from("/usr/sbin"));
        env::join_paths(folders).unwrap_or_default()
    }

    /// Whether setup had to fall back to the distribution's compiler (see `debian_wasm`).
    fn debian_toolchain(&self) -> bool {
        self.tools().join("use-debian-rust").exists()
    }
}
