//! What a recording says of itself: title, artist, cover. Suggestions to prefill a form with, never facts.

use std::borrow::Cow;
use std::io::{BufReader, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use lofty::config::{GlobalOptions, ParseOptions, ParsingMode, apply_global_options};
use lofty::file::TaggedFileExt;
use lofty::picture::PictureType;
use lofty::probe::Probe;
use lofty::tag::{Accessor, ItemKey, Tag};
use serde::{Deserialize, Serialize};

use crate::source::Source;

/// The largest cover taken out of a file.
pub const MAX_COVER_BYTES: usize = 20 * 1024 * 1024;
/// A comment can be a whole tracklist, hardly more.
const MAX_TEXT_CHARS: usize = 20_000;

/// What the tags say; texts are trimmed and never empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tags {
    pub title: Option<String>,
    pub artist: Option<String>,
    pub album: Option<String>,
    pub genre: Option<String>,
    /// As precise as the tag: `2024`, `2024-05` or `2024-05-31`.
    pub date: Option<String>,
    pub comment: Option<String>,
    pub cover: Option<Cover>,
}

/// A picture inside a recording. Its bytes are as foreign as any upload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// By the picture's own first bytes: `image/jpeg`, `image/png`, `image/gif` or `image/webp`.
    pub mime: String,
    pub bytes: Vec<u8>,
}

/// The tags could not be read; the sound may well be fine.
#[derive(Debug, thiserror::Error)]
pub enum TagsError {
    /// No container we know tags of, or its tags are broken.
    #[error("tags not readable: {reason}")]
    Unreadable {
        /// What the parser stumbled on, for the log.
        reason: String,
    },
    /// The source itself could not be read.
    #[error("recording could not be read: {0}")]
    Read(#[from] std::io::Error),
}

/// Reads the tags of a recording, all formats' primary ones first. Blocks; reads little more than the tags.
///
/// # Errors
/// [`TagsError`]; a file without tags is no error but gives [`Tags::default`].
pub fn read_tags(mut source: Box<dyn Source>) -> Result<Tags, TagsError> {
    source.seek(SeekFrom::Start(0))?;
    let parsed = catch_unwind(AssertUnwindSafe(|| {
        apply_global_options(GlobalOptions::new().allocation_limit(MAX_COVER_BYTES + 64 * 1024));
        let options = ParseOptions::new().read_properties(false).parsing_mode(ParsingMode::BestAttempt);
        let probe = Probe::new(BufReader::new(source)).options(options).guess_file_type().map_err(TagsError::Read)?;
        probe.read().map_err(|error| TagsError::Unreadable { reason: reason(&error) })
    }));
    let file = parsed.unwrap_or_else(|_| Err(TagsError::Unreadable { reason: "the parser panicked".into() }))?;
    let mut tags = Tags::default();
    let primary = file.primary_tag();
    for tag in primary.into_iter().chain(file.tags()) {
        tags.fill_from(tag);
    }
    Ok(tags)
}

fn reason(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), |source| format!("{error}: {source}"))
}

impl Tags {
    /// Takes what is still missing: an MP3's ID3v1 cuts at thirty letters, so it comes after its ID3v2.
    fn fill_from(&mut self, tag: &Tag) {
        self.title = self.title.take().or_else(|| text(tag.title()));
        self.artist = self.artist.take().or_else(|| text(tag.artist()));
        self.album = self.album.take().or_else(|| text(tag.album()));
        self.genre = self.genre.take().or_else(|| text(tag.genre()));
        self.date = self.date.take().or_else(|| tag.date().map(|date| date.to_string()));
        self.comment = self.comment.take().or_else(|| text(tag.comment()));
        // Vorbis comments have no field for it, so half of the taggers write a description.
        self.comment = self.comment.take().or_else(|| text(tag.get_string(ItemKey::Description).map(Cow::from)));
        self.cover = self.cover.take().or_else(|| cover(tag));
    }
}

fn text(value: Option<Cow<'_, str>>) -> Option<String> {
    let value = value?;
    let kept: String = value.chars().filter(|c| !c.is_control() || *c == '\n' || *c == '\t').take(MAX_TEXT_CHARS).collect();
    let trimmed = kept.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

fn cover(tag: &Tag) -> Option<Cover> {
    let front = tag.pictures().iter().filter(|picture| picture.pic_type() == PictureType::CoverFront);
    front.chain(tag.pictures()).find_map(|picture| {
        let bytes = picture.data();
        let mime = picture_mime(bytes).filter(|_| bytes.len() <= MAX_COVER_BYTES)?;
        Some(Cover { mime: mime.into(), bytes: bytes.to_vec() })
    })
}

/// Taggers write any media type they like, so the picture's own bytes are asked.
fn picture_mime(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}
