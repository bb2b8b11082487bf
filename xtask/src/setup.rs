//! `setup`: what must be there to build and to test, in order, one line each.
//!
//! Checks first and installs only what is missing; every refusal names the command that helps.

use std::{fs, io::Write, time::Instant};

use anyhow::{Context, Result, bail};

use crate::{apt, python, tools, workshop::Workshop};

/// Sets up for building, or for testing too. Fails when building would be impossible.
///
/// Missing test programs are only reported here: the phases that need them say what was left out.
pub fn setup(workshop: &Workshop, test: bool) -> Result<()> {
    fs::create_dir_all(&workshop.cache).with_context(|| format!("cannot make {}; set HECTIC_CACHE", workshop.cache.display()))?;
    let mut missing = build_tools(workshop);
    if test {
        let for_tests = test_programs(workshop);
        if workshop.ci {
            missing += for_tests;
        }
    }
    if missing > 0 {
        bail!("{missing} missing, see above");
    }
    Ok(())
}

/// Sets up what only a release build needs.
pub fn setup_release(workshop: &Workshop) -> Result<()> {
    let there = tools::wasm_opt_installed(workshop);
    match ensure("wasm-opt", there, || tools::install_wasm_opt(workshop)) {
        true => Ok(()),
        false => bail!("wasm-opt is missing, see above"),
    }
}

fn build_tools(workshop: &Workshop) -> u32 {
    let native = packages_of(workshop, &[("cc", "gcc"), ("make", "make"), ("cmake", "cmake")]);
    let mut missing = 0;
    let mut need = |present: bool| missing += u32::from(!present);
    let node = || tools::check_node(workshop, tools::NODE_TO_BUILD);
    need(ensure("node", node().is_ok(), node));
    need(ensure("cc, make, cmake", native.is_empty(), || apt::install(workshop, &native)));
    let wasm = tools::wasm_target_installed(workshop);
    need(ensure("wasm target", wasm, || tools::install_wasm_target(workshop)));
    for tool in [tools::WASM_BINDGEN, tools::CARGO_LEPTOS] {
        let name = format!("{} {}", tool.name, tool.version);
        need(ensure(&name, tool.installed(workshop), || tool.install(workshop)));
    }
    missing
}

fn test_programs(workshop: &Workshop) -> u32 {
    let mut missing = 0;
    let mut need = |present: bool| missing += u32::from(!present);
    let node = || tools::check_node(workshop, tools::NODE_TO_TEST);
    need(ensure("node for Playwright", node().is_ok(), node));
    let ffmpeg = packages_of(workshop, &[("ffmpeg", "ffmpeg")]);
    need(ensure("ffmpeg", ffmpeg.is_empty(), || apt::install(workshop, &ffmpeg)));
    let chromium = workshop.chromium().is_some();
    need(ensure("chromium", chromium, || {
        apt::install(workshop, &["chromium"]).context("or let HECTIC_CHROMIUM name a browser")?;
        workshop.chromium().map(drop).context("it does not start; let HECTIC_CHROMIUM name another browser")
    }));
    let databases = crate::databases::installed(workshop);
    for (name, there) in [("postgresql", databases.postgres), ("mariadb-server", databases.mariadb)] {
        need(ensure(name, there, || apt::install(workshop, &[name])));
    }
    let redis = packages_of(workshop, &[("redis-server", "redis-server")]);
    need(ensure("redis-server", redis.is_empty(), || apt::install(workshop, &redis)));
    need(ensure("moto, aiosmtpd", python::installed(workshop), || python::install(workshop)));
    need(ensure("npm packages", npm_fresh(workshop), || install_npm(workshop)));
    missing
}

/// Prints one line; does the work when it is needed. Returns whether the thing is there now.
fn ensure(name: &str, there: bool, work: impl FnOnce() -> Result<()>) -> bool {
    if there {
        println!("  ok          {name}");
        return true;
    }
    print!("  installing  {name} … ");
    // The line is finished minutes later.
    let _ = std::io::stdout().flush();
    let started = Instant::now();
    match work() {
        Ok(()) => {
            println!("{:.1} s", started.elapsed().as_secs_f32());
            true
        }
        Err(error) => {
            println!("missing\n  MISSING     {name}: {error:#}");
            false
        }
    }
}

/// The packages of those programs that aren't there.
fn packages_of<'a>(workshop: &Workshop, programs: &[(&str, &'a str)]) -> Vec<&'a str> {
    programs.iter().filter(|(program, _)| workshop.find(program).is_none()).map(|(_, package)| *package).collect()
}

/// npm copies the lock it installed from; when that is as new as ours, nothing changed since.
fn npm_fresh(workshop: &Workshop) -> bool {
    let folder = workshop.root.join("end2end");
    let changed = |path: &str| fs::metadata(folder.join(path)).and_then(|file| file.modified()).ok();
    match (changed("package-lock.json"), changed("node_modules/.package-lock.json")) {
        (Some(ours), Some(installed)) => installed >= ours,
        _ => false,
    }
}

fn install_npm(workshop: &Workshop) -> Result<()> {
    let output = workshop
        .command("npm")
        .args(["ci", "--no-fund", "--no-audit"])
        .current_dir(workshop.root.join("end2end"))
        // The tests drive the distribution's browser.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .output()
        .context("cannot start npm")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{}; run: npm ci --prefix end2end", said.lines().last().unwrap_or("npm ci failed"));
    }
    Ok(())
}
