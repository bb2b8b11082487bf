//! The program under test: seeded once, served on the server's core. Configured by nothing but what is named here.

use crate::{
    http::Connection,
    process::{Server, on_server_core},
};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// The file of a mix (`server/features/mixes/src/keys.rs`).
const SOUND: &str = "audio/original";
/// Of the demo (`server/src/seed.rs`).
const DJ: &str = "danny@hectic.example";
/// Of everybody in the demo and in the benchmarks.
const PASSWORD: &str = "warehouse pressure";

/// Where program, site and sources are.
#[derive(Clone)]
pub struct Place {
    pub program: PathBuf,
    pub site: PathBuf,
    pub root: PathBuf,
    /// For data and results; outlives a run.
    pub scratch: PathBuf,
}

impl Place {
    /// From what `cargo xtask bench` sets.
    pub fn from_environment() -> Result<Self> {
        let path =
            |name: &str| std::env::var_os(name).map(PathBuf::from).with_context(|| format!("{name} is not set: start `cargo xtask bench`"));
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().context("the checkout")?;
        let place = Self { program: path("HECTIC_BIN")?, site: path("HECTIC_SITE")?, root, scratch: path("HECTIC_BENCH_FOLDER")? };
        fs::create_dir_all(&place.scratch).with_context(|| format!("making {}", place.scratch.display()))?;
        Ok(place)
    }

    fn configure(&self, command: &mut Command, data: &Path) {
        command.current_dir(data).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HECTIC_DATA", data).env("HECTIC_SITE", &self.site).env("HECTIC_LOCALES", self.root.join("locales"));
        // Not what is measured, and a core busy beside it.
        command.env("HECTIC_JOBS__RENDERERS", "0");
        command.env("RUST_LOG", "warn,realtime=debug").stdin(Stdio::null());
    }
}

impl Place {
    /// Serves an empty install with these people, all with [`PASSWORD`] and `name@hectic.example`.
    pub fn populated(&self, names: &[String]) -> Result<Hectic> {
        let folder = tempfile::tempdir_in(&self.scratch)?;
        for name in names {
            let mut command = Command::new(&self.program);
            let email = format!("{name}@hectic.example");
            command.args(["admin", "create", "--role", "fan", "--name", name, "--email", &email, "--password", PASSWORD]);
            self.configure(&mut command, folder.path());
            let output = command.output().context("starting the program")?;
            ensure!(output.status.success(), "making {name} failed: {}", String::from_utf8_lossy(&output.stderr));
        }
        self.serve(folder)
    }

    fn serve(&self, folder: TempDir) -> Result<Hectic> {
        let mut command = on_server_core(&self.program);
        self.configure(command.args(["serve", "--listen", "127.0.0.1:0"]), folder.path());
        let log = File::create(self.log())?;
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().context("starting the program")?;
        let mut said = BufReader::new(child.stdout.take().context("its output")?).lines();
        let server = Server { child };
        while let Some(line) = said.next().transpose()? {
            if let Some(address) = line.strip_prefix("Hectic serves at http://") {
                return Ok(Hectic { server, address: address.parse().context("its address")?, folder });
            }
        }
        bail!("the program ended before it served: {}", fs::read_to_string(self.log())?);
    }

    /// What the program complained about.
    pub fn log(&self) -> PathBuf {
        self.scratch.join("server.log")
    }
}

/// The demo, seeded.
pub struct Seeded {
    pub place: Place,
    pub data: PathBuf,
}

/// Plays and analyses the demo, or finds it from an earlier run of the same program.
pub fn seeded(place: &Place) -> Result<Seeded> {
    let size = fs::metadata(&place.program).with_context(|| format!("{} is not built", place.program.display()))?.len();
    let data = place.scratch.join("seeded");
    let stamp = place.scratch.join("seeded-by");
    let seeded = Seeded { place: place.clone(), data };
    if fs::read_to_string(&stamp).is_ok_and(|by| by == size.to_string()) {
        return Ok(seeded);
    }
    println!("▸ demo");
    if seeded.data.exists() {
        fs::remove_dir_all(&seeded.data)?;
    }
    fs::create_dir_all(&seeded.data)?;
    let mut command = Command::new(&place.program);
    place.configure(command.args(["seed", "--demo"]), &seeded.data);
    let output = command.output().context("starting the program")?;
    ensure!(output.status.success(), "seeding failed: {}", String::from_utf8_lossy(&output.stderr));
    fs::write(&stamp, size.to_string())?;
    Ok(seeded)
}

impl Seeded {
    /// The largest file of sound: its path below the data folder, and its mix's id.
    pub fn largest_sound(&self) -> Result<(PathBuf, String)> {
        let mut largest: Option<(u64, PathBuf)> = None;
        let mut folders = vec![self.data.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder)? {
                let (entry, path) = entry.map(|entry| (entry.file_type(), entry.path()))?;
                let size = fs::metadata(&path)?.len();
                if entry?.is_dir() {
                    folders.push(path);
                } else if path.ends_with(SOUND) && largest.as_ref().is_none_or(|(most, _)| size > *most) {
                    largest = Some((size, path));
                }
            }
        }
        let (_, path) = largest.context("the demo has no file of sound")?;
        let mix = path.ancestors().nth(2).and_then(Path::file_name).context("a file in no mix's folder")?.to_string_lossy().into_owned();
        Ok((path.strip_prefix(&self.data)?.to_owned(), mix))
    }

    /// Serves a copy, so that every measurement begins with the same data.
    pub fn serve(&self) -> Result<Hectic> {
        let copy = tempfile::tempdir_in(&self.place.scratch)?;
        let copied = Command::new("cp").args(["-a", "--reflink=auto"]).arg(self.data.join(".")).arg(copy.path()).status()?;
        ensure!(copied.success(), "copying {}", self.data.display());
        self.place.serve(copy)
    }
}

/// A running program; gone when dropped.
pub struct Hectic {
    pub server: Server,
    pub address: SocketAddr,
    #[expect(dead_code, reason = "removed with this value, after the server has ended")]
    folder: TempDir,
}

impl Hectic {
    /// A plain GET as the load sends it.
    pub fn get(&self, path: &str, headers: &str) -> Vec<u8> {
        format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{headers}\r\n", self.address).into_bytes()
    }

    /// Takes a mix back to a draft and returns the signed address of its sound, as the Studio hands it out.
    pub async fn signed_sound(&self, mix: &str) -> Result<String> {
        let mut connection = Connection::open(self.address).await?;
        let session = self.signed_in(DJ).await?;
        let before = json(&mut connection, &self.get(&format!("/api/studio-mix?id={mix}"), &session)).await?;
        let fields = before["form"].as_object().context("a mix without a form")?;
        let fields = fields.iter().map(|(name, value)| match name.as_str() {
            "visibility" => (name.as_str(), "draft"),
            _ => (name.as_str(), value.as_str().unwrap_or_default()),
        });
        let form = encoded(&fields.collect::<Vec<_>>());
        let after = json(&mut connection, &self.post("/api/save-mix", &session, &form)).await?;
        let url = after["Done"]["audio"]["url"].as_str().with_context(|| format!("saving a draft was answered with {after}"))?;
        ensure!(url.contains("sig="), "{url} is not signed");
        Ok(url.to_owned())
    }

    /// Signs somebody in; gives the header that carries their session.
    pub async fn signed_in(&self, email: &str) -> Result<String> {
        let mut connection = Connection::open(self.address).await?;
        let form = encoded(&[("email", email), ("password", PASSWORD)]);
        let (head, _) = connection.ask(&self.post("/api/sign-in", "", &form), None).await?;
        let cookie = head.header("set-cookie").and_then(|cookie| cookie.split(';').next()).context("no session after signing in")?;
        Ok(format!("Cookie: {cookie}\r\n"))
    }

    /// The station's room: its identifier, and where its log stands.
    pub async fn room(&self) -> Result<(String, u64)> {
        let mut connection = Connection::open(self.address).await?;
        let room = json(&mut connection, &self.get("/api/room", "Accept: application/json\r\n")).await?;
        let id = room["id"].as_str().with_context(|| format!("a room without an identifier: {room}"))?;
        Ok((id.to_owned(), room["seq"].as_u64().context("a room without a place in its log")?))
    }

    fn post(&self, path: &str, headers: &str, form: &str) -> Vec<u8> {
        let kind = "Content-Type: application/x-www-form-urlencoded\r\nAccept: application/json\r\n";
        let length = form.len();
        format!("POST {path} HTTP/1.1\r\nHost: {}\r\n{kind}{headers}Content-Length: {length}\r\n\r\n{form}", self.address).into_bytes()
    }
}

async fn json(connection: &mut Connection, request: &[u8]) -> Result<Value> {
    let mut body = Vec::new();
    let (head, _) = connection.ask(request, Some(&mut body)).await?;
    ensure!(head.status == 200, "{}: {}", head.text.trim(), String::from_utf8_lossy(&body));
    serde_json::from_slice(&body).context("an answer that is no JSON")
}

/// As a form is sent: everything but letters and digits in hexadecimal.
fn encoded(fields: &[(&str, &str)]) -> String {
    let value = |text: &str| {
        text.bytes()
            .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect::<String>()
    };
    fields.iter().map(|(name, text)| format!("{name}={}", value(text))).collect::<Vec<_>>().join("&")
}
