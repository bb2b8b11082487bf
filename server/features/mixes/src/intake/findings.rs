//! What an analysis changes in a mix's row: facts always, words only where the DJ hasn't written their own.

use super::{file_name, step, study::Findings};
use crate::{entity::mix, labels, search_text};
use audio::{Codec, Container, Format, Music, Tags, music::Key};
use chrono::{DateTime, NaiveDate};
use contract::{
    mixes::{Label, Peaks},
    shown::Timestamp,
};

const CARD_BARS: usize = 64;
const PAGE_BARS: usize = 280;
const MAX_DESCRIPTION_CHARS: usize = 10_000;

/// The facts of the recording.
pub(crate) fn facts(row: &mut mix::Model, findings: &Findings) {
    let analysis = &findings.analysis;
    row.intake = step::READY.to_owned();
    row.intake_percent = 100;
    row.intake_error = None;
    row.mime = analysis.format.mime().to_owned();
    row.codec = codec_name(analysis.format).to_owned();
    row.bitrate_kbps = Some(i64::from(analysis.bitrate_kbps));
    row.duration_ms = i64::try_from(analysis.duration_ms).unwrap_or(i64::MAX);
    row.sample_rate_hz = Some(i64::from(analysis.sample_rate_hz));
    row.channels = i64::try_from(analysis.channels).ok();
    row.loudness_lufs = analysis.loudness_lufs.filter(|value| value.is_finite());
    row.true_peak_dbtp = analysis.true_peak_dbtp.filter(|value| value.is_finite());
    row.card_peaks = Peaks::from_bars(&analysis.waveform.overview(CARD_BARS)).0;
    music(row, &analysis.music);
    row.page_peaks = Peaks::from_bars(&analysis.waveform.overview(PAGE_BARS)).0;
}

/// What of the music a mix is found by.
pub(crate) fn music(row: &mut mix::Model, music: &Music) {
    row.bpm_hundredths = music.tempo_bpm.map(|bpm| (bpm * 100.0).round() as i64);
    row.camelot = music.key.map(Key::camelot);
    row.energy = music.energy_level.map(i64::from);
    row.music_version = Some(i64::from(music.version));
}

/// Title, description, date and the words to be found by. True if the title changed, so that a derived slug may follow.
pub(crate) fn words(row: &mut mix::Model, tags: &Tags, now: Timestamp) -> bool {
    let said = [&tags.title, &tags.artist, &tags.album, &tags.genre];
    row.tag_words = search_text::fold(&said.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" "));
    if let Some(comment) = tags.comment.as_ref().filter(|_| row.description.is_empty()) {
        row.description = comment.chars().take(MAX_DESCRIPTION_CHARS).collect();
    }
    if row.dated.is_empty() {
        let tagged = tags.date.clone().filter(|date| NaiveDate::parse_from_str(date, "%Y-%m-%d").is_ok());
        row.dated = tagged.unwrap_or_else(|| day(now));
    }
    match &tags.title {
        Some(title) if row.title == file_name::title(&row.file_name) && *title != row.title => {
            row.title = title.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(file_name::MAX_TITLE_CHARS).collect();
            true
        }
        _ => false,
    }
}

/// The genres a tag names; those that no form would take are left out.
pub(crate) fn genres(tags: &Tags) -> Vec<Label> {
    let Some(genre) = &tags.genre else { return vec![] };
    let one_by_one = genre.split([',', ';', '/', '\0']).filter_map(|name| labels::parse(name, labels::Kind::Genre).ok());
    let mut found: Vec<Label> = Vec::new();
    for label in one_by_one.flatten() {
        if found.len() < 5 && found.iter().all(|other| other.slug != label.slug) {
            found.push(label);
        }
    }
    found
}

/// The UTC day of a moment.
pub(crate) fn day(at: Timestamp) -> String {
    DateTime::from_timestamp_millis(at.0).unwrap_or_default().format("%Y-%m-%d").to_string()
}

fn codec_name(format: Format) -> &'static str {
    match format.codec {
        Codec::Mp3 => "MP3",
        Codec::Aac => "AAC",
        Codec::Alac => "ALAC",
        Codec::Flac => "FLAC",
        Codec::Vorbis => "Vorbis",
        Codec::Opus => "Opus",
        Codec::Pcm if format.container == Container::Aiff => "AIFF",
        Codec::Pcm => "WAV",
    }
}
