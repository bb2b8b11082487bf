//! `hectic import` and the watched folder: recordings of a disk or a feed, one by one, into the mixes feature.
//! What a folder or feed holds, the foundation `library` reads; what becomes of it, `mixes` decides.

mod config;
mod course;
mod feed;
mod fetch;
mod folder;
mod reason;
mod said;
mod watch;
mod who;

pub use config::Config;
pub use watch::{Watch, watch};

use crate::wiring::Install;
use anyhow::{Context, bail, ensure};
use contract::outcome::Refusal;
use course::Course;
use fetch::Web;
use mixes::labels::{self, Kind};
use said::Said;
use std::{path::PathBuf, process::ExitCode};
use who::Who;

/// The code of an import that left out at least one file or item.
pub const SOME_FAILED: u8 = 3;

/// What the command line is given.
#[derive(Clone, Debug, clap::Args)]
pub struct Options {
    /// A folder, a recording, or a podcast's feed: an address or an .xml or .rss file.
    pub source: String,
    /// The mail address of the DJ whose mixes they become.
    #[arg(long)]
    pub dj: String,
    /// Host name of the tenant; the first tenant when left out.
    #[arg(long, default_value = "localhost")]
    pub host: String,
    /// Up to five genres, separated by commas, instead of what the tags say.
    #[arg(long, default_value = "")]
    pub genre: String,
    /// Makes them public once they are analysed, under the day of each recording; else they are drafts.
    #[arg(long)]
    pub publish: bool,
    /// Says what would come in and what would not, and changes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Says it as one JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// Fetches from addresses of private networks too.
    #[arg(long)]
    pub allow_private: bool,
}

impl Options {
    fn is_address(&self) -> bool {
        self.source.starts_with("http://") || self.source.starts_with("https://")
    }

    fn is_feed(&self) -> bool {
        let ending = std::path::Path::new(&self.source).extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        self.is_address() || matches!(ending.as_deref(), Some("xml" | "rss"))
    }
}

/// Brings a folder or a feed in. The code says whether everything that could came in.
///
/// # Errors
/// A sentence for the operator: what ends an import as a whole.
pub async fn import(install: &Install, options: Options) -> anyhow::Result<ExitCode> {
    if options.dry_run {
        ensure!(install.has_schema().await?, "the database is empty or of an older version: run `hectic migrate`");
    } else {
        install.migrate().await?;
    }
    if let Err(refusal) = labels::parse(&options.genre, Kind::Genre) {
        bail!("--genre: {}", install.plain_text(&refusal.message()));
    }
    let who = Who::find(install, &options.host, &options.dj).await?;
    let said = if options.json { Said::Json } else { Said::Plain };
    let mut course = Course::new(install, who, said);
    course.publish = options.publish;
    course.genres.clone_from(&options.genre);
    course.is_rehearsal = options.dry_run;
    if options.is_feed() {
        let web = Web::new(options.allow_private)?;
        feed::bring(&mut course, &web, &options.source).await?;
    } else {
        let root = PathBuf::from(&options.source);
        let scan = tokio::task::spawn_blocking({
            let root = root.clone();
            move || library::scan(&root)
        });
        let scan = scan.await?.with_context(|| format!("reading {}", root.display()))?;
        folder::bring(&mut course, &root, scan).await?;
    }
    let failed = course.end().await?;
    Ok(if failed > 0 { ExitCode::from(SOME_FAILED) } else { ExitCode::SUCCESS })
}
