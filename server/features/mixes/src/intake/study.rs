//! Everything that is found out from a file, on a blocking thread: sound, tags, cover. Touches no table and no storage.

use super::cover::Artwork;
use audio::{AnalyseError, Analysis, Limits, Tags};
use contract::covers::Crop;
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
    pub(crate) cover: Artwork,
}

/// What a cover is drawn from where the file has none.
pub(crate) struct Sleeve {
    pub(crate) title: String,
    /// The brand's.
    pub(crate) hue: f32,
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
pub(crate) fn study(path: &Path, extension: Option<&str>, mix: Uuid, sleeve: &Sleeve, line: &Line) -> Result<Findings, AnalyseError> {
    let open = || File::open(path).map(|file| Box::new(BufReader::with_capacity(256 * 1024, file)));
    let analysis = audio::analyse(open()?, extension, Limits::default(), &mut |progress| line.report(progress))?;
    let tags = audio::read_tags(open()?).unwrap_or_else(|error| {
        tracing::info!(%mix, "tags left aside: {error}");
        Tags::default()
    });
    let title = tags.title.as_deref().unwrap_or(&sleeve.title);
    let cover = match tags.cover.as_ref().and_then(|cover| readable_cover(mix, &cover.bytes)) {
        Some(cover) => cover,
        None => drawn(mix, title, sleeve.hue).map_err(|error| AnalyseError::Read(std::io::Error::other(error)))?,
    };
    Ok(Findings { analysis, tags, cover })
}

/// A picture, unless it is unusable; a mix isn't refused for its picture.
pub(crate) fn readable_cover(mix: Uuid, bytes: &[u8]) -> Option<Artwork> {
    match catch_unwind(AssertUnwindSafe(|| Artwork::cut(bytes, Crop::default()))) {
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

/// In the brand's hue, another for each mix and title, the same for the same for ever.
pub(crate) fn drawn(mix: Uuid, title: &str, hue: f32) -> Result<Artwork, images::ImageError> {
    let (_, random) = mix.as_u64_pair();
    images::cover_from_image(images::generate_cover(random, title, hue, images::SIZES[3])).map(Artwork::drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawn_covers_keep_to_the_hue_of_the_brand_and_differ_by_title() {
        let mix = Uuid::from_u64_pair(1, 7);
        let one = drawn(mix, "Night Bus", 200.0).unwrap();
        assert_eq!(one, drawn(mix, "Night Bus", 200.0).unwrap());
        assert_ne!(one, drawn(mix, "Day Bus", 200.0).unwrap());
        assert_ne!(one, drawn(mix, "Night Bus", 20.0).unwrap());
    }
}
