//! What a piece is: its words for people, its numbers for the player. Plays nothing itself.

use crate::SAMPLE_RATE_HZ;
use crate::arrangement::{Section, Timeline};
use crate::genres::Score;
use crate::theory::Key;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Genre {
    House,
    Garage,
    Jungle,
    Dub,
}

impl Genre {
    /// For tags and addresses: `house`, `uk-garage`, `jungle`, `dub`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::House => "house",
            Self::Garage => "uk-garage",
            Self::Jungle => "jungle",
            Self::Dub => "dub",
        }
    }

    /// As people write it; a proper name in every language we speak.
    pub const fn name(self) -> &'static str {
        match self {
            Self::House => "House",
            Self::Garage => "UK Garage",
            Self::Jungle => "Jungle",
            Self::Dub => "Dub",
        }
    }
}

/// One mix of the demo brand.
#[derive(Clone, Debug)]
pub struct Piece {
    pub slug: &'static str,
    pub title: &'static str,
    /// Slugs: `late-night`, `warm-up`, `peak-time`, `sunday`, `deep`, `rolling`.
    pub moods: &'static [&'static str],
    pub bpm: f64,
    pub key: Key,
    pub seed: u64,
    /// Two or three sentences of Markdown.
    pub description_md: &'static str,
    /// Days before the seeding; whoever seeds owns the clock.
    pub published_days_ago: u32,
    pub(crate) sections: &'static [Section],
    pub(crate) score: Score,
}

impl Piece {
    pub fn genre(&self) -> Genre {
        match self.score {
            Score::House(_) => Genre::House,
            Score::Garage(_) => Genre::Garage,
            Score::Jungle(_) => Genre::Jungle,
            Score::Dub(_) => Genre::Dub,
        }
    }

    /// Exactly as long as what `render` returns, rounded down, and known without rendering.
    pub fn duration_ms(&self) -> u64 {
        self.timeline().frames() as u64 * 1000 / u64::from(SAMPLE_RATE_HZ)
    }

    pub fn duration_s(&self) -> f64 {
        self.timeline().frames() as f64 / f64::from(SAMPLE_RATE_HZ)
    }

    pub(crate) fn timeline(&self) -> Timeline {
        Timeline::new(self.bpm, self.score.swing(), self.sections)
    }
}
