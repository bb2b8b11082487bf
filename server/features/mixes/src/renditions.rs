//! The other forms of a mix's sound: what each file needs, what there is, and the job that makes it. Served by `audio_bytes`.
//!
//! A mix plays from its own file at once; what is made here follows. It isn't held against the quota: the DJ didn't choose to have it.

mod render;
mod scratch;

pub(crate) use render::{render, unrendered};
pub(crate) use scratch::remove_strays;

use crate::entity::mix;
use contract::mixes::Rendition;

/// More than MP3 can have. Measured rates lie a little beside the named ones.
const HEAVY_KBPS: i64 = 324;
/// What every browser plays, on every device.
const PLAIN_HZ: i64 = 48_000;
const PLAIN_CHANNELS: i64 = 2;

/// Lossless or as large: for those who ask for it.
pub(crate) fn is_heavy(row: &mix::Model) -> bool {
    matches!(row.codec.as_str(), "FLAC" | "ALAC" | "WAV" | "AIFF") || row.bitrate_kbps.is_some_and(|kbps| kbps > HEAVY_KBPS)
}

/// What this build makes of a file: small ones of all, one for every browser of those that not every browser plays.
pub(crate) fn wanted(row: &mix::Model) -> Vec<Rendition> {
    let is_odd = !matches!(row.codec.as_str(), "MP3" | "AAC")
        || row.sample_rate_hz.is_some_and(|hz| hz > PLAIN_HZ)
        || row.channels.is_some_and(|channels| channels > PLAIN_CHANNELS);
    let all = [Rendition::Mp3, Rendition::Opus].into_iter().filter(|rendition| audio::Rendition::MADE.contains(&coded(*rendition)));
    all.filter(|rendition| *rendition != Rendition::Mp3 || is_odd || is_heavy(row)).collect()
}

/// What there is, as the row remembers it.
pub(crate) fn of(row: &mix::Model) -> Vec<Rendition> {
    row.renditions.iter().flat_map(|names| names.split(' ')).filter_map(Rendition::parse).collect()
}

/// The media type of the file as a browser can judge it: some containers hold what few can play.
pub(crate) fn playable_type(row: &mix::Model) -> String {
    let codec = match (row.mime.as_str(), row.codec.as_str()) {
        ("audio/mp4", "ALAC") => "alac",
        ("audio/ogg", "FLAC") => "flac",
        ("audio/ogg", "Vorbis") => "vorbis",
        ("audio/ogg", "Opus") => "opus",
        (mime, _) => return mime.to_owned(),
    };
    format!("{}; codecs={codec}", row.mime)
}

pub(crate) fn coded(rendition: Rendition) -> audio::Rendition {
    match rendition {
        Rendition::Mp3 => audio::Rendition::Mp3,
        Rendition::Opus => audio::Rendition::Opus,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::draft;
    use contract::{ids::TenantId, shown::Timestamp};
    use uuid::Uuid;

    fn file(codec: &str, kbps: i64, hz: i64, channels: i64) -> mix::Model {
        let draft = draft(Uuid::nil(), TenantId(Uuid::nil()), Uuid::nil(), "a.mp3".into(), 1, Timestamp(0));
        mix::Model { codec: codec.into(), bitrate_kbps: Some(kbps), sample_rate_hz: Some(hz), channels: Some(channels), ..draft }
    }

    #[test]
    fn every_file_gets_opus_and_what_not_every_browser_plays_gets_mp3() {
        let plain = [file("MP3", 321, 44_100, 2), file("MP3", 128, 44_100, 1), file("AAC", 256, 48_000, 2)];
        let odd = [
            file("FLAC", 800, 44_100, 2),
            file("WAV", 1411, 44_100, 2),
            file("AIFF", 1411, 44_100, 2),
            file("ALAC", 900, 44_100, 2),
            file("Vorbis", 160, 44_100, 2),
            file("Opus", 96, 48_000, 2),
            file("AAC", 512, 48_000, 2),
            file("AAC", 256, 96_000, 2),
            file("AAC", 256, 48_000, 6),
        ];
        for row in plain {
            assert_eq!(wanted(&row), [Rendition::Opus], "{}", row.codec);
        }
        let mp3 = if cfg!(feature = "lame") { &[Rendition::Mp3, Rendition::Opus][..] } else { &[Rendition::Opus] };
        for row in odd {
            assert_eq!(wanted(&row), mp3, "{} {:?}", row.codec, row.bitrate_kbps);
        }
    }

    #[test]
    fn only_what_is_large_is_heavy() {
        let heavy = |codec, kbps| is_heavy(&file(codec, kbps, 44_100, 2));
        assert!(heavy("FLAC", 500) && heavy("WAV", 1411) && heavy("AAC", 400));
        assert!(!heavy("MP3", 321) && !heavy("Opus", 96) && !heavy("Vorbis", 192));
    }

    #[test]
    fn a_type_says_the_codec_where_the_container_says_too_little() {
        let named = |mime: &str, codec: &str| playable_type(&mix::Model { mime: mime.into(), ..file(codec, 1, 1, 1) });
        assert_eq!(named("audio/mp4", "ALAC"), "audio/mp4; codecs=alac");
        assert_eq!(named("audio/mp4", "AAC"), "audio/mp4");
        assert_eq!(named("audio/ogg", "Opus"), "audio/ogg; codecs=opus");
        assert_eq!(named("audio/flac", "FLAC"), "audio/flac");
    }

    #[test]
    fn what_there_is_is_read_from_the_row() {
        let row = |names: Option<&str>| mix::Model { renditions: names.map(str::to_owned), ..file("MP3", 1, 1, 1) };
        assert_eq!(of(&row(None)), []);
        assert_eq!(of(&row(Some(""))), []);
        assert_eq!(of(&row(Some("mp3 opus later"))), [Rendition::Mp3, Rendition::Opus]);
    }
}
