//! A private PostgreSQL and MariaDB: own data folder, free port on 127.0.0.1, gone when xtask is gone.
//!
//! Knows nothing about schemas; tests make databases of their own inside.

mod mariadb;
mod postgres;

use std::{
    fs::{self, File},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{counts::excerpt, workshop::Workshop};

const START_WITHIN: Duration = Duration::from_secs(60);

/// Runs a server until it ends by itself or its own input ends, which it does however xtask ends; then clears away.
/// It ignores Ctrl-C, so that the server outlives the clients that are being interrupted.
const GUARD: &str = r#"
trap '' INT HUP TERM
folder=$1; stop=$2; shift 2
exec 3<&0
"$@" < /dev/null 3<&- & server=$!
{ read -r _ <&3; kill -s "$stop" "$server" 2> /dev/null; rm -f "$folder.log"; } & watch=$!
wait "$server"
kill -KILL "$watch" 2> /dev/null
rm -rf "$folder"
rmdir "$(dirname "$folder")" 2> /dev/null
"#;

/// A running server; stops when dropped.
pub struct Server {
    pub url: String,
    guard: Child,
}

/// Which servers are installed here.
pub struct Installed {
    pub postgres: bool,
    pub mariadb: bool,
}

pub fn installed(workshop: &Workshop) -> Installed {
    Installed { postgres: postgres::programs(workshop).is_some(), mariadb: mariadb::installed(workshop) }
}

pub fn start_postgres(workshop: &Workshop) -> Result<Server> {
    let folder = new_folder("postgres")?;
    postgres::start(workshop, &folder).inspect_err(|_| discard(&folder)).context("PostgreSQL")
}

pub fn start_mariadb(workshop: &Workshop) -> Result<Server> {
    let folder = new_folder("mariadb")?;
    mariadb::start(workshop, &folder).inspect_err(|_| discard(&folder)).context("MariaDB")
}

/// `cargo xtask databases`: for a developer who runs single tests by hand.
pub fn serve_until_interrupted(workshop: &Workshop) -> Result<()> {
    let servers = [start_postgres(workshop), start_mariadb(workshop)];
    for server in &servers {
        match server {
            Ok(server) => println!("HECTIC_TEST_DATABASE_URL={}", server.url),
            Err(error) => println!("{error:#}"),
        }
    }
    println!("Ctrl-C stops them.");
    loop {
        thread::park();
    }
}

/// What a kind of server says about itself.
struct Recipe<'a> {
    folder: &'a Path,
    port: u16,
    command: Command,
    /// The signal that ends it at once, whoever is still connected.
    stop: &'static str,
    ready: &'a dyn Fn() -> bool,
    url: String,
}

impl Server {
    fn start(recipe: Recipe<'_>) -> Result<Self> {
        let log_path = recipe.folder.with_extension("log");
        let log = File::create(&log_path)?;
        let mut guard = Command::new("sh");
        guard.args(["-c", GUARD, "sh"]).arg(recipe.folder).arg(recipe.stop);
        guard.arg(recipe.command.get_program()).args(recipe.command.get_args());
        if let Some(path) = recipe.command.get_envs().find_map(|(name, value)| value.filter(|_| name == "PATH")) {
            guard.env("PATH", path);
        }
        guard.current_dir("/").stdin(Stdio::piped()).stdout(log.try_clone()?).stderr(log);
        let mut server = Self { url: recipe.url, guard: guard.spawn().context("cannot start sh")? };
        let ready = || TcpStream::connect(("127.0.0.1", recipe.port)).is_ok() && (recipe.ready)();
        let result = server.wait_until(&ready);
        let said = fs::read_to_string(&log_path).unwrap_or_default();
        // The guard may have been quicker.
        let _ = fs::remove_file(&log_path);
        result.with_context(|| excerpt(&said, 20))?;
        Ok(server)
    }

    fn wait_until(&mut self, ready: &dyn Fn() -> bool) -> Result<()> {
        let deadline = Instant::now() + START_WITHIN;
        while !ready() {
            if Instant::now() > deadline || self.guard.try_wait()?.is_some() {
                bail!("does not answer");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        // Nothing to do about a guard that is gone: its server went before it.
        let _ = self.guard.wait();
    }
}

/// A folder that only this process uses, short enough for the path of a socket.
fn new_folder(name: &str) -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("hectic-databases-{}", process::id())).join(name);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// Clears away what a server left that did not start. The parent stays while another server is in it.
fn discard(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    let _ = folder.parent().map(fs::remove_dir);
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?.port())
}

/// Runs one of a server's own programs to its end.
fn complete(mut command: Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {program}"))?;
    if !output.status.success() {
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        bail!("{program}: {}", excerpt(said.trim(), 20));
    }
    Ok(())
}

fn succeeds(mut command: Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
