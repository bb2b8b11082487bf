//! The UK garage mixes.

use super::{CLUB, SLOW_BURN, STRAIGHT_IN};
use crate::bass::Bass;
use crate::chords::Chord;
use crate::drums::Kick;
use crate::genres::Score;
use crate::genres::garage::Garage;
use crate::lead::Lead;
use crate::piece::Piece;
use crate::theory::Key;

pub(super) const BASSLINE_BUS_LANE: Piece = Piece {
    slug: "bassline-bus-lane",
    title: "Bassline Bus Lane",
    moods: &["peak-time", "rolling"],
    bpm: 134.0,
    key: Key::minor(7),
    seed: 0x0B05_1A7E_0000_0004,
    description_md: "No cameras, no brakes, one **warping bass** with the whole lane to itself. \
        The drums skip round it, the chords stay out of the way and the second drop takes the corner on two wheels.",
    published_days_ago: 9,
    sections: STRAIGHT_IN,
    score: Score::Garage(Garage {
        swing: 0.3,
        progression: &[0, 0, 5, 6],
        bars_each: 2,
        kicks: ["9... .... ..9. ....", "9... ...7 ..8. ...."],
        kick: Kick { tuned_hz: 54.0, length_s: 0.24, punch: 0.8 },
        bass: Bass::Warp,
        line: &[
            (0, 0, 3),
            (3, 0, 2),
            (6, 7, 1),
            (7, 6, 2),
            (10, 0, 4),
            (14, 3, 2),
            (16, 0, 3),
            (20, 2, 2),
            (22, 3, 2),
            (26, 0, 2),
            (28, -1, 2),
            (30, 4, 2),
        ],
        comp: Chord::Stab,
        comp_pattern: ["..7. .... ...6 ....", "..7. .... .... ..6."],
        pad: Chord::Pad,
        lead: Lead::Vowel,
        lead_density: 0.5,
        lead_c: 60,
        blocks: "..5. ...4 ..5. .4..",
        snare_hz: 232.0,
        depth: 0.2,
    }),
};

pub(super) const TWO_SUGARS: Piece = Piece {
    slug: "two-sugars-no-traffic",
    title: "Two Sugars, No Traffic",
    moods: &["warm-up", "sunday"],
    bpm: 130.0,
    key: Key::major(8),
    seed: 0x025A_6A25_0000_0005,
    description_md: "Organ, shuffle, sunshine on the dashboard. \
        A bright two-step for the drive over, with *chopped vowels* waving out of every window. \
        Arrive early; it sounds better with the car still warm.",
    published_days_ago: 26,
    sections: CLUB,
    score: Score::Garage(Garage {
        swing: 0.36,
        progression: &[0, 2, 5, 3],
        bars_each: 1,
        kicks: ["9... .... ..9. ....", "9..6 .... .9.. ...."],
        kick: Kick { tuned_hz: 57.0, length_s: 0.22, punch: 0.6 },
        bass: Bass::Organ,
        line: &[
            (0, 0, 2),
            (3, 4, 1),
            (6, 7, 2),
            (10, 0, 1),
            (11, 2, 1),
            (13, 4, 2),
            (16, 0, 2),
            (19, 7, 1),
            (22, 4, 2),
            (26, 2, 2),
            (29, 0, 2),
        ],
        comp: Chord::Organ,
        comp_pattern: ["..8. .7.. ..8. ...7", "..8. .7.. .8.. ..7."],
        pad: Chord::Keys,
        lead: Lead::Vowel,
        lead_density: 0.7,
        lead_c: 48,
        blocks: ".... ..5. .... ..53",
        snare_hz: 248.0,
        depth: 0.35,
    }),
};

pub(super) const LAST_TRAIN: Piece = Piece {
    slug: "last-train-platform-six",
    title: "Last Train, Platform Six",
    moods: &["late-night", "deep"],
    bpm: 132.0,
    key: Key::minor(4),
    seed: 0x0006_1A57_70A1_0006,
    description_md: "Rain on the canopy, a tannoy nobody can make out, a bass that arrives before the train does. \
        **Sparse, dubby garage** for headphones and long platforms.",
    published_days_ago: 61,
    sections: SLOW_BURN,
    score: Score::Garage(Garage {
        swing: 0.32,
        progression: &[0, 5, 0, 3],
        bars_each: 2,
        kicks: ["9... .... .... ..8.", "9... .... ...8 ...."],
        kick: Kick { tuned_hz: 47.0, length_s: 0.3, punch: 0.4 },
        bass: Bass::Sub,
        line: &[(0, 0, 6), (10, 4, 2), (13, 3, 3), (16, 0, 5), (24, 0, 2), (27, -1, 3)],
        comp: Chord::Keys,
        comp_pattern: ["...6 .... .... ....", ".... ..6. .... ...."],
        pad: Chord::Mist,
        lead: Lead::Bell,
        lead_density: 0.35,
        lead_c: 72,
        blocks: ".... .... ...6 ....",
        snare_hz: 204.0,
        depth: 0.95,
    }),
};
