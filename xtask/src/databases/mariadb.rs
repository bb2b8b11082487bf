//! MariaDB: drops from root to the user `mysql` by itself.

use std::{path::Path, process::Command};

use anyhow::{Result, bail};

use super::{Recipe, Server, complete, free_port, succeeds, text};
use crate::{apt::is_root, workshop::Workshop};

pub fn installed(workshop: &Workshop) -> bool {
    ["mariadbd", "mariadb-install-db", "mariadb-admin"].iter().all(|program| workshop.find(program).is_some())
}

pub fn start(workshop: &Workshop, folder: &Path) -> Result<Server> {
    if !installed(workshop) {
        bail!("not installed; run: sudo apt-get install mariadb-server");
    }
    let data = format!("--datadir={}", text(folder));
    let command = |program: &str, arguments: &[&str]| -> Command {
        let mut command = workshop.command(program);
        command.args(arguments);
        command
    };
    let user: &[&str] = if is_root(workshop)? { &["--user=mysql"] } else { &[] };
    let mut install = command("mariadb-install-db", &["--no-defaults", &data, "--skip-test-db"]);
    install.arg("--auth-root-authentication-method=normal").args(user);
    complete(install)?;
    let port = free_port()?;
    let port_option = format!("--port={port}");
    let mut server = command("mariadbd", &["--no-defaults", &data, &port_option, "--bind-address=127.0.0.1"]);
    server.arg(format!("--socket={}/s", text(folder))).args(user);
    server.args([
        "--skip-name-resolve",
        "--max-connections=300",
        // Nothing here has to survive a power cut.
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-doublewrite=0",
        "--sync-binlog=0",
    ]);
    let ping = ["--no-defaults", "--host=127.0.0.1", "--protocol=tcp", "--user=root", &port_option, "--connect-timeout=1", "ping"];
    let ready = || succeeds(command("mariadb-admin", &ping));
    Server::start(Recipe {
        folder,
        port,
        command: server,
        stop: "TERM",
        ready: &ready,
        url: format!("mysql://root@127.0.0.1:{port}/mysql"),
    })
}
