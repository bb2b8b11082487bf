//! Configuration: one struct a concern, from `hectic.toml` and the environment, checked before anything starts.
//! `HECTIC_HTTP__LISTEN` stands for `listen` in `[http]`; `DATABASE_URL` for `url` in `[database]`, `REDIS_URL` for `url` in `[redis]`.

use anyhow::{Context, ensure};
use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Everything an operator can set.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Database, files, mail and keys of the embedded default.
    #[serde(default = "data_folder")]
    pub data: PathBuf,
    /// The translations.
    #[serde(default = "locales_folder")]
    pub locales: PathBuf,
    /// The built site: scripts, styles, pictures.
    #[serde(default = "site_folder")]
    pub site: PathBuf,
    /// The build's hash file; `hash.txt` beside the binary when left out.
    #[serde(default)]
    pub hashes: Option<PathBuf>,
    /// Reloads translations when their files change and shows the mail inbox.
    #[serde(default)]
    pub development: bool,
    #[serde(default)]
    pub http: Http,
    #[serde(default)]
    pub database: kernel::database::Config,
    #[serde(default)]
    pub storage: storage::Config,
    #[serde(default)]
    pub mail: mail::Config,
    #[serde(default)]
    pub uploads: mixes::Config,
    #[serde(default)]
    pub accounts: accounts::Config,
    #[serde(default)]
    pub jobs: Jobs,
    #[serde(default)]
    pub library: crate::library::Config,
    #[serde(default)]
    pub redis: realtime::Config,
    #[serde(default)]
    pub bots: bots::Config,
}

/// How the site is reached.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Http {
    pub listen: String,
    /// The public address, such as `https://example.org`: decides `Secure` cookies, HSTS and links in mail. Empty: as the request says.
    pub public_url: String,
    /// Trust `X-Forwarded-For` and `X-Forwarded-Proto` of a reverse proxy on this machine.
    pub behind_proxy: bool,
    /// Seconds that running requests get when the server stops.
    pub drain_seconds: u64,
}

impl Default for Http {
    fn default() -> Self {
        Self { listen: "127.0.0.1:3000".to_owned(), public_url: String::new(), behind_proxy: false, drain_seconds: 10 }
    }
}

/// Background work of this process.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Jobs {
    /// Jobs that run at once.
    pub workers: usize,
    /// Mixes of which other forms are made at once, beside the jobs; 0 leaves that to other processes. Each takes a core.
    pub renderers: usize,
}

impl Default for Jobs {
    fn default() -> Self {
        Self { workers: 2, renderers: 1 }
    }
}

fn data_folder() -> PathBuf {
    "data".into()
}

fn locales_folder() -> PathBuf {
    "locales".into()
}

fn site_folder() -> PathBuf {
    "site".into()
}

impl Config {
    /// Reads the file, then the environment over it.
    ///
    /// # Errors
    /// Names the key and what it should be.
    pub fn load(file: Option<&Path>) -> anyhow::Result<Self> {
        if let Some(file) = file {
            ensure!(file.is_file(), "the configuration file {} is not there", file.display());
        }
        let file = file.map_or_else(|| PathBuf::from("hectic.toml"), Path::to_path_buf);
        let figment = Figment::new()
            .merge(Serialized::default("http", Http::default()))
            .merge(Toml::file(file))
            .merge(
                Env::prefixed("HECTIC_")
                    .ignore(&["config", "cache", "chromium", "python", "admin_password", "test_database_url", "bin", "site_root"])
                    .split("__"),
            )
            .merge(Env::raw().only(&["DATABASE_URL"]).map(|_| "database.url".into()))
            .merge(Env::raw().only(&["REDIS_URL"]).map(|_| "redis.url".into()));
        figment.extract().context("configuration")
    }

    /// Whether mail ends in a folder that the browser can read.
    pub fn has_inbox(&self) -> bool {
        self.development && !self.mail.uses_smtp()
    }

    /// Checks what types can't.
    ///
    /// # Errors
    /// Names the key and the fix.
    pub fn check(&self) -> anyhow::Result<()> {
        let listen: Result<std::net::SocketAddr, _> = self.http.listen.parse();
        ensure!(listen.is_ok(), "http.listen is {:?}: give address and port, such as 127.0.0.1:3000", self.http.listen);
        let url = &self.http.public_url;
        let plain = url.is_empty() || ((url.starts_with("http://") || url.starts_with("https://")) && !url.ends_with('/'));
        ensure!(plain, "http.public_url is {url:?}: give scheme and host without a slash at the end, such as https://example.org");
        let database = &self.database.url;
        let known = database.is_empty()
            || ["sqlite:", "postgres://", "postgresql://", "mysql://"].iter().any(|scheme| database.starts_with(scheme));
        ensure!(known, "database.url must begin with sqlite:, postgres:// or mysql://");
        ensure!((1..=64).contains(&self.jobs.workers), "jobs.workers is {}: give 1 to 64", self.jobs.workers);
        ensure!(self.jobs.renderers <= 64, "jobs.renderers is {}: give 0 to 64", self.jobs.renderers);
        self.library.check(&self.data)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loaded(toml: &str) -> anyhow::Result<Config> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("hectic.toml");
        std::fs::write(&file, toml)?;
        let config = Config::load(Some(&file))?;
        config.check()?;
        Ok(config)
    }

    #[test]
    fn an_empty_file_is_the_embedded_default() {
        let config = loaded("").unwrap();
        assert_eq!(config.http.listen, "127.0.0.1:3000");
        assert!(config.database.url.is_empty());
    }

    #[test]
    fn a_mistake_is_named_with_its_key() {
        let error = format!("{:#}", loaded("[http]\nlisten = \"here\"").unwrap_err());
        assert!(error.contains("http.listen") && error.contains("127.0.0.1:3000"), "{error}");
        let error = format!("{:#}", loaded("[http]\nlissten = \"127.0.0.1:1\"").unwrap_err());
        assert!(error.contains("lissten"), "{error}");
    }
}
