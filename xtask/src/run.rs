//! `run` and `build`: from a checkout to a server with the demo in it.
//!
//! Migrations, seeding and serving are commands of the program itself.

use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash, Hasher},
    os::unix::process::CommandExt,
    path::Path,
    process::Command,
    time::Instant,
};

use anyhow::{Context, Result, bail};

use crate::{
    leptos::{self, Profile},
    setup,
    workshop::Workshop,
};

/// What a build is made of. `locales` is read when the server starts, but may be compiled in as well.
const SOURCES: &[&str] = &[".cargo", "Cargo.lock", "Cargo.toml", "app", "frontend", "locales", "migrations", "public", "server", "style"];

pub fn run(workshop: &Workshop, watch: bool) -> Result<()> {
    println!("▸ setup");
    setup::setup(workshop, false)?;
    if watch {
        return Err(leptos::watch_command(workshop).exec()).context("cannot start cargo-leptos");
    }
    build_if_changed(workshop)?;
    println!("▸ data");
    for arguments in [&["migrate"][..], &["seed", "--demo"]] {
        check(hectic(workshop).args(arguments), &arguments.join(" "))?;
    }
    println!("▸ serve");
    // The server takes our place, so that Ctrl-C is its own to answer.
    Err(hectic(workshop).arg("serve").exec()).context("cannot start hectic")
}

/// Builds both sides, with the output in sight.
pub fn build(workshop: &Workshop, profile: Profile) -> Result<()> {
    setup::setup(workshop, false)?;
    if profile == Profile::Release {
        setup::setup_release(workshop)?;
    }
    let started = Instant::now();
    check(&mut leptos::build_command(workshop, profile), "cargo leptos build")?;
    if profile == Profile::Release {
        leptos::drop_useless_copies(&leptos::site(workshop, profile))?;
    }
    println!("  built in {:.1} s", started.elapsed().as_secs_f32());
    Ok(())
}

/// cargo-leptos makes the browser's side again each time; a start without a change should not wait for that.
fn build_if_changed(workshop: &Workshop) -> Result<()> {
    println!("▸ build");
    let stamp = workshop.target.join("built-from");
    let sources = fingerprint(&workshop.root)?;
    let program = leptos::program(workshop, Profile::Debug);
    let site = leptos::site(workshop, Profile::Debug);
    let unchanged = fs::read_to_string(&stamp).is_ok_and(|built| built == stamp_of(&sources, &program));
    if unchanged && site.is_dir() {
        println!("  nothing changed");
        return Ok(());
    }
    let started = Instant::now();
    check(&mut leptos::build_command(workshop, Profile::Debug), "cargo leptos build")?;
    fs::write(&stamp, stamp_of(&sources, &program))?;
    println!("  built in {:.1} s", started.elapsed().as_secs_f32());
    Ok(())
}

/// Names the sources and the program made from them: a test run may put another one in its place.
fn stamp_of(sources: &str, program: &Path) -> String {
    format!("{sources} {}", fs::metadata(program).map_or(0, |file| file.len()))
}

/// Path, size and time of every source file, as one number.
fn fingerprint(root: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        let path = root.join(source);
        let files = match path.is_dir() {
            true => leptos::files_below(&path)?,
            false => vec![path],
        };
        for file in files {
            let metadata = fs::metadata(&file).ok();
            let modified = metadata.as_ref().and_then(|metadata| metadata.modified().ok());
            (&file, metadata.map(|metadata| metadata.len()), modified).hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn hectic(workshop: &Workshop) -> Command {
    let mut command = workshop.command(leptos::program(workshop, Profile::Debug));
    leptos::locate(&mut command, workshop, Profile::Debug);
    command
}

fn check(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {what}"))?;
    if !status.success() {
        bail!("{what} failed");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_source_changes_the_fingerprint() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("style")).unwrap();
        let empty = fingerprint(root.path()).unwrap();
        assert_eq!(empty, fingerprint(root.path()).unwrap());
        fs::write(root.path().join("style/main.css"), "body {}").unwrap();
        assert_ne!(empty, fingerprint(root.path()).unwrap());
    }
}
