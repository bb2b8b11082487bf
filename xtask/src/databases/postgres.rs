//! PostgreSQL: as the user `postgres` when we are root, which its programs refuse to be.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::{Recipe, Server, complete, free_port, succeeds, text};
use crate::{apt::is_root, workshop::Workshop};

/// Debian keeps the programs of each version in a folder off the path; the newest wins.
pub fn programs(workshop: &Workshop) -> Option<PathBuf> {
    let version = |folder: &PathBuf| -> Option<u32> { folder.parent()?.file_name()?.to_str()?.parse().ok() };
    let newest = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path().join("bin"))
        .filter(|folder| folder.join("initdb").is_file())
        .max_by_key(version);
    newest.or_else(|| Some(workshop.find("initdb")?.parent()?.to_path_buf()))
}

pub fn start(workshop: &Workshop, folder: &Path) -> Result<Server> {
    let programs = programs(workshop).context("not installed; run: sudo apt-get install postgresql")?;
    let root = is_root(workshop)?;
    if root {
        complete(with(workshop.command("chown"), &["postgres:", &text(folder)]))?;
    }
    let command = |program: &str| as_postgres(workshop, root, &programs.join(program));
    let data = text(folder);
    let init = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-D", &data];
    complete(with(command("initdb"), &init))?;
    let port = free_port()?;
    let port_text = port.to_string();
    let mut server = with(command("postgres"), &["-D", &data, "-k", &data, "-p", &port_text]);
    for setting in [
        "listen_addresses=127.0.0.1",
        // Nothing here has to survive a power cut.
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "max_connections=300",
    ] {
        server.args(["-c", setting]);
    }
    let ready = || succeeds(with(command("pg_isready"), &["-q", "-h", "127.0.0.1", "-p", &port_text, "-U", "postgres"]));
    Server::start(Recipe {
        folder,
        port,
        command: server,
        stop: "INT",
        ready: &ready,
        url: format!("postgres://postgres@127.0.0.1:{port}/postgres"),
    })
}

fn as_postgres(workshop: &Workshop, root: bool, program: &Path) -> Command {
    if !root {
        return workshop.command(program);
    }
    let mut command = workshop.command("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(program);
    // It may not enter the checkout.
    command.current_dir("/");
    command
}

fn with(mut command: Command, arguments: &[&str]) -> Command {
    command.args(arguments);
    command
}
