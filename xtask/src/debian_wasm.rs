//! Where rustup can't fetch the wasm target: the distribution's compiler, with a standard library built once.
//!
//! Only for Debian and its relatives. From then on that compiler builds everything (see `Workshop`).

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{apt, workshop::Workshop};

const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const TARGET: &str = "wasm32-unknown-unknown";

/// Installs Debian's toolchain and gives it a standard library for the target.
pub fn install(workshop: &Workshop) -> Result<()> {
    apt::install(workshop, PACKAGES)?;
    let sysroot = PathBuf::from(workshop.output("/usr/bin/rustc", &["--print", "sysroot"])?);
    let library = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    if !has_std(&library) {
        let crate_folder = workshop.cache.join("std-for-wasm");
        copy_as_root(workshop, &build_std(workshop, &crate_folder)?, &library)?;
        fs::remove_dir_all(&crate_folder)?;
    }
    fs::create_dir_all(workshop.tools())?;
    fs::write(workshop.tools().join("use-debian-rust"), "")?;
    Ok(())
}

/// Whether a library folder holds a compiled standard library.
pub fn has_std(library: &Path) -> bool {
    fs::read_dir(library).into_iter().flatten().filter_map(Result::ok).any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

/// Builds the standard library beside an empty crate. Returns the folder with its `.rlib` files.
fn build_std(workshop: &Workshop, crate_folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(crate_folder.join("src"))?;
    fs::write(crate_folder.join("Cargo.toml"), "[package]\nname = \"std-for-wasm\"\nedition = \"2024\"\n\n[workspace]\n")?;
    fs::write(crate_folder.join("src/lib.rs"), "")?;
    let target = crate_folder.join("target");
    let output = workshop
        .command("/usr/bin/cargo")
        .current_dir(crate_folder)
        .args(["build", "--release", "--target", TARGET])
        .args(["-Z", "build-std=std,panic_abort,panic_unwind,test"])
        // build-std is unstable, and this is the way to have it from a stable compiler.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTC", "/usr/bin/rustc")
        .env("CARGO_TARGET_DIR", &target)
        .output()
        .context("cannot start /usr/bin/cargo")?;
    if !output.status.success() {
        bail!("building std for {TARGET}: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(target.join(TARGET).join("release/deps"))
}

fn copy_as_root(workshop: &Workshop, from: &Path, to: &Path) -> Result<()> {
    let copy = "mkdir -p \"$2\" && cp \"$1\"/lib*.rlib \"$2\"";
    let Some(mut command) = apt::as_root(workshop)? else {
        bail!("run: sudo cp {}/lib*.rlib {}", from.display(), to.display());
    };
    let status = command.args(["sh", "-c", copy, "sh"]).arg(from).arg(to).status()?;
    if !status.success() {
        bail!("cannot copy {}/lib*.rlib to {}", from.display(), to.display());
    }
    Ok(())
}
