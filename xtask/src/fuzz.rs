//! `bench fuzz`: what strangers send, made up by cargo-fuzz for a minute a target. What breaks is kept beside the build.

use anyhow::{Context, Result, bail};
use std::fs;

use crate::{tools::CARGO_FUZZ, workshop::Workshop};

/// The programs in `benches/fuzz/targets`.
const TARGETS: [&str; 2] = ["client_message", "message_text"];
const SECONDS: u32 = 60;

pub fn fuzz(workshop: &Workshop) -> Result<()> {
    if !CARGO_FUZZ.installed(workshop) {
        println!("  installing  cargo-fuzz");
        CARGO_FUZZ.install(workshop)?;
    }
    let folder = workshop.root.join("benches/fuzz");
    let kept = workshop.target.join("fuzz");
    for target in TARGETS {
        println!("▸ fuzz {target}");
        let (corpus, artifacts) = (kept.join("corpus").join(target), kept.join("artifacts").join(target));
        for made in [&corpus, &artifacts] {
            fs::create_dir_all(made).with_context(|| format!("making {}", made.display()))?;
        }
        let mut command = workshop.cargo(&["fuzz", "run", "--fuzz-dir"]);
        command.arg(&folder).arg(target).arg(&corpus).arg("--");
        command.arg(format!("-max_total_time={SECONDS}")).arg(format!("-artifact_prefix={}/", artifacts.display()));
        // The sanitizers are an option that the stable compiler has and doesn't promise.
        command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_DIR", &kept).current_dir(&folder);
        if !command.status().context("cannot start cargo")?.success() {
            bail!("{target} broke; what broke it is in {}", artifacts.display());
        }
    }
    Ok(())
}
