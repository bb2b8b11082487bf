//! Everything that is found out from a file, on a blocking thread: sound, tags, cover. Touches no table and no storage.

use audio::{AnalyseError, Analysis, Limits, Tags};
use std::{
    fs::File,
    io::BufReader,
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU8, Ordering},
    },
};
use uuid::Uuid;

/// What a file has in it.
pub(crate) struct Findings {
    pub(crate) analysis: Analysis,
    pub(crate) tags: Tags,
    pub(crate) cover: images::Cover,
}

/// The line between the thread that works and the task that waits for it. The thread stops when this is dropped by the task.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    percent: Arc<AtomicU8>,
    cancelled: Arc<AtomicBool>,
}

impl Line {
    pub(crate) fn percent(&self) -> u8 {
        self.percent.load(Ordering::Relaxed)
    }

    pub(crate) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    fn report(&self, progress: audio::Progress) -> ControlFlow<()> {
        let share = progress.total_ms.filter(|total| *total > 0).map_or(0, |total| progress.done_ms.saturating_mul(100) / total);
        self.percent.store(u8::try_from(share.min(99)).unwrap_or(99), Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// Studies the file at `path`. Blocks.
///
/// # Errors
/// What the recording itself is refused for; a bad tag or cover is not an error.
pub(crate) fn study(path: &Path, extension: Option<&str>, mix: Uuid, title: &str, line: &Line) -> Result<Findings, AnalyseError> {
    let open = || File::open(path).map(|file| Box::new(BufReader::with_capacity(256 * 1024, file)));
    let analysis = audio::analyse(open()?, extension, Limits::default(), &mut |progress| line.report(progress))?;
    let tags = audio::read_tags(open()?).unwrap_or_else(|error| {
        tracing::info!(%mix, "tags left aside: {error}");
        Tags::default()
    });
    let title = tags.title.as_deref().unwrap_or(title);
    let cover = match tags.cover.as_ref().and_then(|cover| readable_cover(mix, &cover.bytes)) {
        Some(cover) => cover,
        None => drawn(mix, title).map_err(|error| AnalyseError::Read(std::io::Error::other(error)))?,
    };
    Ok(Findings { analysis, tags, cover })
}

/// A picture, unless it is unusable; a mix isn't refused for its picture.
pub(crate) fn readable_cover(mix: Uuid, bytes: &[u8]) -> Option<images::Cover> {
    match catch_unwind(AssertUnwindSafe(|| images::cover(bytes))) {
        Ok(Ok(cover)) => Some(cover),
        Ok(Err(error)) => {
            tracing::info!(%mix, "cover left aside: {error}");
            None
        }
        Err(_) => {
            tracing::warn!(%mix, "cover left aside: its decoder panicked");
            None
        }
    }
}

/// The same for the same mix for ever.
pub(crate) fn drawn(mix: Uuid, title: &str) -> Result<images::Cover, images::ImageError> {
    let (_, random) = mix.as_u64_pair();
    let hue = (random % 360) as f32;
    images::cover_from_image(images::generate_cover(random, title, hue, images::SIZES[3]))
}
