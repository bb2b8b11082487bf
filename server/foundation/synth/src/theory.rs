//! Keys, scales and chords. Pitches only: no rhythm, no sound.

/// Natural minor or major; the two columns of the Camelot wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Minor,
    Major,
}

/// A tonic and its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Pitch class of the tonic: 0 is C, 11 is B.
    pub root: u8,
    pub mode: Mode,
}

const NAMES: [&str; 12] = ["C", "C\u{266f}", "D", "E\u{266d}", "E", "F", "F\u{266f}", "G", "A\u{266d}", "A", "B\u{266d}", "B"];

impl Key {
    pub const fn minor(root: u8) -> Self {
        Self { root: root % 12, mode: Mode::Minor }
    }

    pub const fn major(root: u8) -> Self {
        Self { root: root % 12, mode: Mode::Major }
    }

    /// As a listener reads it: `F♯ minor`.
    pub fn name(self) -> String {
        let mode = match self.mode {
            Mode::Minor => "minor",
            Mode::Major => "major",
        };
        format!("{} {mode}", NAMES[usize::from(self.root % 12)])
    }

    /// As a DJ reads it: `11A`. Neighbours on the wheel mix well.
    pub fn camelot(self) -> String {
        let (home, letter) = match self.mode {
            Mode::Minor => (9, 'A'),
            Mode::Major => (0, 'B'),
        };
        // A fifth up is one hour on; A minor and C major both stand at eight.
        let fifths = (u32::from(self.root) + 12 - home) * 7 % 12;
        format!("{}{letter}", (7 + fifths) % 12 + 1)
    }

    fn scale(self) -> [i32; 7] {
        match self.mode {
            Mode::Minor => [0, 2, 3, 5, 7, 8, 10],
            Mode::Major => [0, 2, 4, 5, 7, 9, 11],
        }
    }

    /// Semitones above the tonic of a scale degree; 0 is the tonic, 7 its octave, -1 the note below.
    fn semitones(self, degree: i32) -> i32 {
        let index = degree.rem_euclid(7) as usize;
        self.scale()[index] + 12 * degree.div_euclid(7)
    }

    /// MIDI note of a degree, counted from the tonic in the octave whose C is `octave_c`.
    pub(crate) fn note(self, degree: i32, octave_c: i32) -> f32 {
        (octave_c + i32::from(self.root) + self.semitones(degree)) as f32
    }

    /// A bass note: the tonic lies between E1 (28) and D♯2 (39), where a club system is at home.
    pub(crate) fn bass_note(self, degree: i32) -> f32 {
        let mut tonic = 24 + i32::from(self.root);
        if tonic < 28 {
            tonic += 12;
        }
        (tonic + self.semitones(degree)) as f32
    }

    /// A chord of stacked thirds on a degree, each note folded into an octave and a half around
    /// `centre`, so that changes move by steps and not by leaps.
    pub(crate) fn chord(self, degree: i32, voices: usize, centre: f32) -> Vec<f32> {
        let mut notes: Vec<f32> = (0..voices)
            .map(|voice| {
                let mut note = self.note(degree + 2 * voice as i32, 48);
                while note > centre + 8.0 {
                    note -= 12.0;
                }
                while note < centre - 8.0 {
                    note += 12.0;
                }
                note
            })
            .collect();
        notes.sort_by(f32::total_cmp);
        notes.dedup();
        notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_camelot_wheel_reads_as_printed() {
        let printed = [
            (Key::minor(9), "8A"),
            (Key::minor(4), "9A"),
            (Key::minor(2), "7A"),
            (Key::minor(5), "4A"),
            (Key::minor(6), "11A"),
            (Key::major(0), "8B"),
            (Key::major(3), "5B"),
            (Key::major(4), "12B"),
            (Key::minor(1), "12A"),
            (Key::minor(8), "1A"),
        ];
        for (key, code) in printed {
            assert_eq!(key.camelot(), code, "{}", key.name());
        }
    }

    #[test]
    fn a_minor_ninth_is_spelt_in_thirds() {
        let mut classes: Vec<i32> = Key::minor(9).chord(0, 5, 60.0).iter().map(|n| *n as i32 % 12).collect();
        classes.sort_unstable();
        assert_eq!(classes, [0, 4, 7, 9, 11]);
    }

    #[test]
    fn bass_roots_stay_where_a_sub_can_play_them() {
        for root in 0..12 {
            let note = Key::minor(root).bass_note(0);
            assert!((28.0..40.0).contains(&note), "root {root} gives {note}");
        }
    }
}
