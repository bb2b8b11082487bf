//! Keys as musicians and as DJs write them, and which of them mix. Hears none itself.

use serde::{Deserialize, Serialize};

/// Natural minor or major: the two rings of the Camelot wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    Minor,
    Major,
}

/// A tonic and its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Key {
    /// Pitch class of the tonic: 0 is C, 11 is B.
    pub tonic: u8,
    pub mode: Mode,
}

/// A stretch in one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySpan {
    pub start_ms: u64,
    pub end_ms: u64,
    pub key: Key,
    /// How clearly it is this key and no other: 0 to 255.
    pub strength: u8,
}

/// As most often spelt in each mode: a letter and its accidental.
const MAJOR: [(char, &str); 12] = [
    ('C', ""),
    ('D', "♭"),
    ('D', ""),
    ('E', "♭"),
    ('E', ""),
    ('F', ""),
    ('F', "♯"),
    ('G', ""),
    ('A', "♭"),
    ('A', ""),
    ('B', "♭"),
    ('B', ""),
];
const MINOR: [(char, &str); 12] = [
    ('C', ""),
    ('C', "♯"),
    ('D', ""),
    ('E', "♭"),
    ('E', ""),
    ('F', ""),
    ('F', "♯"),
    ('G', ""),
    ('G', "♯"),
    ('A', ""),
    ('B', "♭"),
    ('B', ""),
];

impl Key {
    #[must_use]
    pub const fn minor(tonic: u8) -> Self {
        Self { tonic: tonic % 12, mode: Mode::Minor }
    }

    #[must_use]
    pub const fn major(tonic: u8) -> Self {
        Self { tonic: tonic % 12, mode: Mode::Major }
    }

    /// All twenty-four: minor from C to B, then major.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..12).map(Self::minor).chain((0..12).map(Self::major))
    }

    /// The tonic's letter and accidental (`♭`, `♯` or nothing), as most often spelt; the mode's word is the reader's language's.
    #[must_use]
    pub fn tonic_name(self) -> (char, &'static str) {
        let names = if self.mode == Mode::Minor { MINOR } else { MAJOR };
        names[usize::from(self.tonic % 12)]
    }

    /// Hour on the Camelot wheel, 1 to 12.
    #[must_use]
    pub fn camelot_hour(self) -> u8 {
        // A minor and C major both stand at eight, and a fifth up is one hour on.
        let home = if self.mode == Mode::Minor { 9 } else { 0 };
        (7 + (self.tonic % 12 + 12 - home) * 7) % 12 + 1
    }

    /// As a DJ writes it: `8A` is A minor, `8B` is C major.
    #[must_use]
    pub fn camelot(self) -> String {
        let ring = if self.mode == Mode::Minor { 'A' } else { 'B' };
        format!("{}{ring}", self.camelot_hour())
    }

    /// The other mode of the same notes: C major's is A minor.
    #[must_use]
    pub fn relative(self) -> Self {
        match self.mode {
            Mode::Minor => Self::major(self.tonic + 3),
            Mode::Major => Self::minor(self.tonic + 9),
        }
    }

    /// The keys that mix into this one without a wrong note: itself, an hour on, an hour back, the relative.
    #[must_use]
    pub fn neighbours(self) -> [Self; 4] {
        let (on, back) = ((self.tonic + 7) % 12, (self.tonic + 5) % 12);
        [self, Self { tonic: on, ..self }, Self { tonic: back, ..self }, self.relative()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wheel_reads_as_printed() {
        let printed = [
            (Key::minor(9), "8A"),
            (Key::minor(8), "1A"),
            (Key::minor(1), "12A"),
            (Key::minor(6), "11A"),
            (Key::major(0), "8B"),
            (Key::major(11), "1B"),
            (Key::major(4), "12B"),
            (Key::major(5), "7B"),
        ];
        for (key, code) in printed {
            assert_eq!(key.camelot(), code);
        }
        let codes: std::collections::BTreeSet<String> = Key::all().map(Key::camelot).collect();
        assert_eq!(codes.len(), 24);
    }

    #[test]
    fn neighbours_are_an_hour_away_or_across() {
        let codes = Key::minor(9).neighbours().map(Key::camelot);
        assert_eq!(codes, ["8A", "9A", "7A", "8B"]);
        for key in Key::all() {
            assert_eq!(key.relative().relative(), key);
            assert_eq!(key.relative().camelot_hour(), key.camelot_hour());
        }
    }
}
