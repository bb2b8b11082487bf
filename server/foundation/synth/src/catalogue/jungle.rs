//! The jungle mixes.

use super::{DRIFTING, LONG, RAGGED};
use crate::bass::Bass;
use crate::chords::Chord;
use crate::genres::Score;
use crate::genres::jungle::Jungle;
use crate::lead::Lead;
use crate::piece::Piece;
use crate::theory::Key;

pub(super) const CONCRETE_ORCHARD: Piece = Piece {
    slug: "concrete-orchard",
    title: "Concrete Orchard",
    moods: &["rolling", "deep"],
    bpm: 164.0,
    key: Key::minor(2),
    seed: 0x0C0C_0A7E_0000_0007,
    description_md: "Blossom between tower blocks. Lush pads hold still while the breaks come apart \
        and a **reese** turns over underneath like something asleep. Gentle, until it isn't.",
    published_days_ago: 5,
    sections: LONG,
    score: Score::Jungle(Jungle {
        swing: 0.08,
        progression: &[0, 5, 3, 6],
        bars_each: 4,
        kicks: ["9.8. .... ..88 ....", "9.8. .... ..88 ....", "9.8. .... ..8. ....", "..88 .... ..8. ...."],
        snares: [".... 9..3 .3.. 9..4", ".... 9..3 .3.. 9..4", ".... 9..3 .3.. ..9.", ".3.. 9..3 .3.. ..9."],
        chop: 0.32,
        break_rate: 1.0,
        bass: Bass::Reese,
        line: &[(0, 0, 7), (8, 0, 2), (11, 4, 4), (16, 0, 6), (23, -1, 3), (27, 2, 4)],
        pad: Chord::Pad,
        lead: Lead::Bell,
        lead_density: 0.4,
        stabs: false,
        decay_s: 2.8,
    }),
};

pub(super) const AMBER_SIGNAL: Piece = Piece {
    slug: "amber-signal",
    title: "Amber Signal",
    moods: &["peak-time", "rolling"],
    bpm: 170.0,
    key: Key::minor(6),
    seed: 0x0A3B_E251_0000_0008,
    description_md: "Everyone knows what amber means and nobody slows down. \
        **Edits on edits**, rave stabs flashing by and a sub that hits like a kerb.",
    published_days_ago: 33,
    sections: RAGGED,
    score: Score::Jungle(Jungle {
        swing: 0.04,
        progression: &[0, 0, 5, 4],
        bars_each: 4,
        kicks: ["9... ..8. ..8. ....", "9.8. .... ..8. ..8.", "9... ..8. ..88 ....", "9.8. .... .8.. 8..."],
        snares: [".... 9..4 .4.. 9.3.", ".... 9..4 .... 9..4", "..3. 9..4 .4.. 9...", ".... 9.4. ..4. 9.68"],
        chop: 0.55,
        break_rate: 1.08,
        bass: Bass::Sub,
        line: &[(0, 0, 3), (3, 0, 2), (6, 0, 3), (10, 4, 2), (14, 2, 2), (16, 0, 4), (22, 0, 2), (24, -2, 4), (29, -1, 3)],
        pad: Chord::Mist,
        lead: Lead::Pluck,
        lead_density: 0.8,
        stabs: true,
        decay_s: 1.5,
    }),
};

pub(super) const RAIN_ON_THE_FLYOVER: Piece = Piece {
    slug: "rain-on-the-flyover",
    title: "Rain on the Flyover",
    moods: &["late-night", "deep"],
    bpm: 160.0,
    key: Key::minor(11),
    seed: 0x0F17_0BE2_0000_0009,
    description_md: "Half past three, wipers on slow. \
        An atmospheric roller: more *air* than drums for the first minute, then the break finds its feet and the city slides past.",
    published_days_ago: 74,
    sections: DRIFTING,
    score: Score::Jungle(Jungle {
        swing: 0.14,
        progression: &[0, 3, 5, 4],
        bars_each: 4,
        kicks: ["9... .... .8.. ....", "9... ...7 ..8. ....", "9... .... .8.. ....", "9.7. .... ..8. .7.."],
        snares: [".... 8..2 .2.. 8...", ".... 8... .2.. 8..3", ".... 8..2 .2.. 8...", "..2. 8... .3.. 8.3."],
        chop: 0.2,
        break_rate: 0.94,
        bass: Bass::Round,
        line: &[(0, 0, 10), (12, 4, 3), (16, 0, 8), (26, 6, 2), (28, 4, 4)],
        pad: Chord::Mist,
        lead: Lead::Melodica,
        lead_density: 0.4,
        stabs: false,
        decay_s: 4.2,
    }),
};
