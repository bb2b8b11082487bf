//! Mixes as listeners see them.

use crate::{
    caller::Caller,
    failure::Failure,
    ids::MixId,
    listening::HistoryEntry,
    page::Page,
    shown::{Shown, ShownTime},
    tracklists::Track,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// All that a card and the player need. Audio and cover addresses are ready to use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MixSummary {
    pub id: MixId,
    pub slug: String,
    pub title: String,
    pub dj: DjLink,
    pub genres: Vec<Label>,
    pub duration_ms: Shown<u64>,
    pub published: Option<ShownTime>,
    pub plays: Shown<u64>,
    pub likes: Shown<u64>,
    pub cover: CoverImage,
    pub audio: AudioSource,
    #[serde(default)]
    pub music: MixMusic,
    /// Words or topics that not everybody should hear.
    #[serde(default)]
    pub explicit: bool,
    /// Heard by a private link: nothing of it is counted, kept or liked.
    #[serde(default)]
    pub by_link: bool,
    /// How loud it is played where all are to be as loud; 100 for those that are quiet already.
    #[serde(default = "full_level")]
    pub level_percent: u8,
    /// 64 bars for cards and the player bar.
    pub peaks: Peaks,
}

/// What a mix sounds like, as far as its analysis could tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MixMusic {
    /// Of most of it, in hundredths of a beat a minute. A whole number: reading fractions is 10 kB of tables in the browser.
    pub bpm_hundredths: Option<u32>,
    /// On the Camelot wheel, such as `8A`.
    pub key: Option<String>,
    /// 1 (ambient) to 10 (peak time).
    pub energy: Option<u8>,
}

impl MixMusic {
    /// Beats a minute, to the nearest whole one.
    pub fn bpm(&self) -> Option<u32> {
        self.bpm_hundredths.map(|hundredths| (hundredths + 50) / 100)
    }

    /// `126 BPM` and `8A`, as people write them in every language the product speaks.
    pub fn facts(&self) -> Vec<String> {
        self.bpm().map(|bpm| format!("{bpm} BPM")).into_iter().chain(self.key.clone()).collect()
    }
}

fn full_level() -> u8 {
    100
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DjLink {
    pub slug: String,
    pub name: String,
}

/// A genre or mood: `slug` in addresses, `name` for people (as the DJ wrote it).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    pub slug: String,
    pub name: String,
}

/// Square WebP pictures at `{base}/{96|320|640|1400}.webp?v={version}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverImage {
    pub base: String,
    pub version: String,
    /// A tiny picture as a data address, shown while the real one loads.
    pub placeholder: String,
    /// OKLCH hue of the dominant colour, for the page's tint. A grey cover has none: the brand's stays.
    pub hue: Option<u16>,
}

impl CoverImage {
    pub const SIZES: [u32; 4] = [96, 320, 640, 1400];

    pub fn url(&self, px: u32) -> String {
        format!("{}/{px}.webp?v={}", self.base, self.version)
    }
}

/// What the site's own player calls itself (`by`) in the addresses it asks for: it reports what is heard, while a browser fetches more.
pub const PLAYER: &str = "player";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AudioSource {
    /// Of the file as it was uploaded. Stable for public mixes; signed and expiring for all others.
    pub url: String,
    /// As `canPlayType` wants it, with the codec where the container alone says too little.
    pub mime: String,
    /// What else there is of it, see [`AudioSource::url_of`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renditions: Vec<Rendition>,
    /// The file is lossless or nearly as large: for those who ask for it, not for every listener.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub heavy: bool,
}

impl AudioSource {
    /// Where one of its renditions is.
    pub fn url_of(&self, rendition: Rendition) -> String {
        self.below(rendition.name())
    }

    /// An address below this one, signed alike: `tail` is a path without a slash at either end.
    pub fn below(&self, tail: &str) -> String {
        match self.url.split_once('?') {
            Some((path, signature)) => format!("{path}/{tail}?{signature}"),
            None => format!("{}/{tail}", self.url),
        }
    }
}

/// A form of a mix's sound that was made from its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rendition {
    /// 256 kbit/s, for every browser there is.
    Mp3,
    /// About 96 kbit/s, for small networks.
    Opus,
}

impl Rendition {
    /// The stored name, and the end of its address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mp3 => "mp3",
            Self::Opus => "opus",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        [Self::Mp3, Self::Opus].into_iter().find(|rendition| rendition.name() == name)
    }

    /// As `canPlayType` wants it.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Mp3 => "audio/mpeg",
            Self::Opus => "audio/ogg; codecs=opus",
        }
    }
}

/// A file that the DJ lets listeners have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Download {
    pub url: String,
    /// For people: `FLAC`, `MP3`.
    pub format: String,
    pub size: Shown<u64>,
}

/// Bars of a waveform, one character each: the base64url alphabet as 64 levels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Peaks(pub String);

const LEVELS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Peaks {
    /// From bars of 0–255.
    pub fn from_bars(bars: &[u8]) -> Self {
        Self(bars.iter().map(|bar| char::from(LEVELS[usize::from(bar >> 2)])).collect())
    }

    /// Bars of 0–255; characters outside the alphabet count as silence.
    pub fn bars(&self) -> Vec<u8> {
        self.0.bytes().map(|byte| LEVELS.iter().position(|level| *level == byte).map_or(0, |level| (level * 255 / 63) as u8)).collect()
    }
}

/// The page of one mix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MixDetail {
    pub summary: MixSummary,
    /// Sanitised HTML made from the DJ's Markdown.
    pub description_html: String,
    pub moods: Vec<Label>,
    pub tracks: Vec<Track>,
    /// 280 bars.
    pub wave: Peaks,
    pub liked: bool,
    /// Where this viewer stopped, if they heard some of it.
    pub resume_ms: Option<u64>,
    /// Reached by address only: no search engine, no lists.
    pub unlisted: bool,
    pub about: MixAbout,
    /// Mixes whose key goes well with this one's, the pace nearest first.
    pub next_in_key: Vec<MixSummary>,
    pub more: Vec<MixSummary>,
    /// The file as uploaded, then a smaller one; empty unless the DJ allows it.
    #[serde(default)]
    pub downloads: Vec<Download>,
}

/// What its DJ says of a mix, besides the description.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MixAbout {
    pub series: Option<Episode>,
    pub guests: Vec<Label>,
    pub credits: Vec<Credit>,
    pub location: String,
    /// Opened by a private link; until then.
    pub shared_until: Option<ShownTime>,
}

/// The place of a mix in its series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Episode {
    pub series: Label,
    pub number: Option<u32>,
    /// The listed mixes around it, by number and date.
    pub before: Option<MixLink>,
    pub after: Option<MixLink>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MixLink {
    pub slug: String,
    pub title: String,
}

/// Who did what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    pub role: String,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Home {
    pub hero: Option<MixSummary>,
    /// What a signed-in listener began and didn't end, the last first.
    pub unfinished: Vec<HistoryEntry>,
    pub latest: Vec<MixSummary>,
    pub most_played: Vec<MixSummary>,
    pub genres: Vec<Facet>,
    pub total: Shown<u64>,
}

/// A filter choice and how many mixes it has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facet {
    pub label: Label,
    pub count: Shown<u64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MixSort {
    #[default]
    Newest,
    MostPlayed,
    MostLiked,
    Longest,
    Title,
    Slowest,
    Fastest,
    MostEnergy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MixLength {
    /// Under 30 minutes.
    Short,
    /// 30 to 75 minutes.
    Medium,
    /// Over 75 minutes.
    Long,
}

/// How hard a mix drives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MixEnergy {
    /// 1 to 3 of 10.
    Calm,
    /// 4 to 7.
    Moving,
    /// 8 to 10.
    Driving,
}

/// What stands in the address of the Mixes page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MixFilter {
    pub words: String,
    pub genre: Option<String>,
    pub mood: Option<String>,
    pub length: Option<MixLength>,
    /// Beats a minute, both included.
    pub bpm_from: Option<u16>,
    pub bpm_to: Option<u16>,
    /// On the Camelot wheel, such as `8A`.
    pub key: Option<String>,
    /// Keys that go well with `key` too: its neighbours on the wheel.
    pub harmonic: bool,
    pub energy: Option<MixEnergy>,
    /// Of the mix's date.
    pub year: Option<u16>,
    pub series: Option<String>,
    pub guest: Option<String>,
    pub sort: MixSort,
    /// From 1; 24 mixes a page.
    pub page: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MixList {
    pub mixes: Page<MixSummary>,
    pub total: Shown<u64>,
    pub genres: Vec<Facet>,
    pub moods: Vec<Facet>,
    /// In the order of the wheel; with a count each, as all of these.
    pub keys: Vec<Facet>,
    /// The newest first.
    pub years: Vec<Facet>,
    pub series: Vec<Facet>,
    pub guests: Vec<Facet>,
}

/// The public page of a DJ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DjProfile {
    pub dj: DjLink,
    pub bio_html: String,
    pub mixes: Page<MixSummary>,
    pub total: Shown<u64>,
}

#[async_trait]
pub trait Mixes: Send + Sync {
    async fn home(&self, caller: &Caller) -> Result<Home, Failure>;
    async fn list(&self, caller: &Caller, filter: MixFilter) -> Result<MixList, Failure>;
    /// Public and unlisted mixes; drafts only for those who may edit them, or who have the key of a private link. `NotFound` otherwise.
    async fn detail(&self, caller: &Caller, slug: String, key: Option<String>) -> Result<MixDetail, Failure>;
    async fn dj(&self, caller: &Caller, slug: String, page: u32) -> Result<DjProfile, Failure>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peaks_keep_their_level_within_a_sixty_fourth() {
        let bars: Vec<u8> = (0..=255).collect();
        for (bar, back) in bars.iter().zip(Peaks::from_bars(&bars).bars()) {
            assert!(bar.abs_diff(back) <= 4, "{bar} came back as {back}");
        }
        assert_eq!(Peaks("é!".into()).bars(), [0, 0, 0]);
    }

    #[test]
    fn a_rendition_is_addressed_below_its_mix_and_signed_alike() {
        let source = |url: &str| AudioSource { url: url.into(), mime: "audio/flac".into(), renditions: vec![], heavy: true };
        assert_eq!(source("/audio/1").url_of(Rendition::Mp3), "/audio/1/mp3");
        assert_eq!(source("/audio/1?exp=2&sig=3").url_of(Rendition::Opus), "/audio/1/opus?exp=2&sig=3");
    }

    #[test]
    fn a_source_remembered_by_an_older_player_is_read() {
        let read: AudioSource = serde_json::from_str(r#"{"url":"/audio/1","mime":"audio/mpeg"}"#).unwrap();
        assert_eq!((read.renditions.as_slice(), read.heavy), (&[][..], false));
    }
}
