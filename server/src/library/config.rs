//! What an operator says of the folder that is watched.

use anyhow::ensure;
use mixes::labels::{self, Kind};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The watched folder. Empty: none.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub watch: PathBuf,
    /// The mail address of the DJ whose mixes they become.
    pub dj: String,
    /// Host name of the tenant.
    pub host: String,
    pub publish: bool,
    /// Comma-separated.
    pub genre: String,
}

impl Default for Config {
    fn default() -> Self {
        Self { watch: PathBuf::new(), dj: String::new(), host: "localhost".to_owned(), publish: false, genre: String::new() }
    }
}

impl Config {
    /// Checks what types can't.
    ///
    /// # Errors
    /// Names the key and the fix.
    pub fn check(&self, data: &Path) -> anyhow::Result<()> {
        let folder = &self.watch;
        if folder.as_os_str().is_empty() {
            return Ok(());
        }
        ensure!(folder.is_dir(), "library.watch is {}: there is no such folder", folder.display());
        ensure!(self.dj.contains('@'), "library.dj is {:?}: give the mail address of the DJ whose mixes they become", self.dj);
        let genres = labels::parse(&self.genre, Kind::Genre);
        ensure!(
            genres.is_ok(),
            "library.genre is {:?}: give at most five genres of at most 40 characters, separated by commas",
            self.genre
        );
        if let (Ok(folder), Ok(data)) = (folder.canonicalize(), data.canonicalize()) {
            let apart = !folder.starts_with(&data) && !data.starts_with(&folder);
            ensure!(apart, "library.watch is {}: it and the data folder {} must lie apart", folder.display(), data.display());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_cannot_be_watched_is_named_with_its_key() {
        let folder = tempfile::tempdir().unwrap();
        let (data, music) = (folder.path().join("data"), folder.path().join("music"));
        std::fs::create_dir_all(data.join("files")).unwrap();
        std::fs::create_dir(&music).unwrap();
        let with = |watch: &Path, dj: &str| Config { watch: watch.to_path_buf(), dj: dj.to_owned(), ..Config::default() };
        assert!(Config::default().check(&data).is_ok());
        assert!(with(&music, "dj@example.org").check(&data).is_ok());
        for (config, key) in [
            (with(&folder.path().join("nowhere"), "dj@example.org"), "library.watch"),
            (with(&music, ""), "library.dj"),
            (with(&data.join("files"), "dj@example.org"), "must lie apart"),
            (with(folder.path(), "dj@example.org"), "must lie apart"),
        ] {
            let error = config.check(&data).unwrap_err().to_string();
            assert!(error.contains(key), "{error}");
        }
    }
}
