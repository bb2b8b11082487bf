//! Mixes as listeners see them.

use crate::{
    caller::Caller,
    failure::Failure,
    ids::MixId,
    page::Page,
    shown::{Shown, ShownTime},
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
    /// 64 bars for cards and the player bar.
    pub peaks: Peaks,
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
    /// OKLCH hue of the dominant colour, for the page's tint.
    pub hue: u16,
}

impl CoverImage {
    pub const SIZES: [u32; 4] = [96, 320, 640, 1400];

    pub fn url(&self, px: u32) -> String {
        format!("{}/{px}.webp?v={}", self.base, self.version)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AudioSource {
    /// Stable for public mixes; signed and expiring for all others.
    pub url: String,
    pub mime: String,
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
    /// 280 bars.
    pub wave: Peaks,
    pub liked: bool,
    /// Where this viewer stopped, if they heard some of it.
    pub resume_ms: Option<u64>,
    /// Reached by address only: no search engine, no lists.
    pub unlisted: bool,
    pub more: Vec<MixSummary>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Home {
    pub hero: Option<MixSummary>,
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

/// What stands in the address of the Mixes page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MixFilter {
    pub words: String,
    pub genre: Option<String>,
    pub mood: Option<String>,
    pub length: Option<MixLength>,
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
    /// Public and unlisted mixes; drafts only for those who may edit them. `NotFound` otherwise.
    async fn detail(&self, caller: &Caller, slug: String) -> Result<MixDetail, Failure>;
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
}
