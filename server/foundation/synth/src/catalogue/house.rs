//! The house mixes.

use super::{CLUB, SLOW_BURN, STRAIGHT_IN};
use crate::bass::Bass;
use crate::chords::Chord;
use crate::drums::Kick;
use crate::genres::Score;
use crate::genres::house::House;
use crate::lead::Lead;
use crate::piece::Piece;
use crate::theory::Key;

pub(super) const WAREHOUSE_PRESSURE: Piece = Piece {
    slug: "warehouse-pressure-014",
    title: "Warehouse Pressure 014",
    moods: &["peak-time", "rolling"],
    bpm: 126.0,
    key: Key::minor(9),
    seed: 0x0014_A11D_0C4E_D001,
    description_md: "Shutters down, lights off, one red bulb over the mixer. \
        A **squelching acid line** leans on a hard four-to-the-floor until the stabs prise the roof open. \
        Best from the middle of the room.",
    published_days_ago: 2,
    sections: STRAIGHT_IN,
    score: Score::House(House {
        swing: 0.06,
        progression: &[0, 0, 5, 4],
        bars_each: 2,
        kick: Kick { tuned_hz: 50.0, length_s: 0.34, punch: 0.9 },
        bass: Bass::Acid,
        line: &[
            (2, 0, 1),
            (3, 0, 1),
            (6, 7, 1),
            (7, 0, 2),
            (10, 2, 1),
            (11, 0, 1),
            (14, 0, 2),
            (18, 0, 1),
            (19, 7, 1),
            (22, 0, 2),
            (25, 4, 1),
            (26, 2, 1),
            (27, 0, 1),
            (30, 6, 2),
        ],
        comp: Chord::Stab,
        comp_pattern: "9..7 ..8. .7.. ....",
        pad: Chord::Pad,
        lead: Lead::Pluck,
        lead_density: 0.75,
        congas: ".... .... .4.. ....",
        shaker: "5353 5353 5353 5353",
        hard: true,
        opens_with_pad: false,
    }),
};

pub(super) const NIGHT_SHIFT: Piece = Piece {
    slug: "night-shift-depot-road",
    title: "Night Shift, Depot Road",
    moods: &["late-night", "deep"],
    bpm: 121.0,
    key: Key::minor(5),
    seed: 0x0201_DE90_7B0A_D002,
    description_md: "For the hours when the only other lights on are at the bus depot. \
        Wide pads, a sub you feel in the soles of your shoes and a *bell* that keeps asking the same question.",
    published_days_ago: 19,
    sections: SLOW_BURN,
    score: Score::House(House {
        swing: 0.14,
        progression: &[0, 5, 3, 6],
        bars_each: 2,
        kick: Kick { tuned_hz: 46.0, length_s: 0.38, punch: 0.35 },
        bass: Bass::Sub,
        line: &[(2, 0, 4), (7, 0, 1), (10, 0, 4), (15, 4, 1), (18, 0, 4), (23, 2, 1), (26, 0, 5)],
        comp: Chord::Stab,
        comp_pattern: "...6 .... ..7. ....",
        pad: Chord::Mist,
        lead: Lead::Bell,
        lead_density: 0.45,
        congas: "..3. ...4 .... .3..",
        shaker: "..6. ..6. ..6. ..63",
        hard: false,
        opens_with_pad: true,
    }),
};

pub(super) const SLEEVES_ROLLED: Piece = Piece {
    slug: "sunday-sleeves-rolled-up",
    title: "Sunday, Sleeves Rolled Up",
    moods: &["sunday", "warm-up"],
    bpm: 118.0,
    key: Key::major(3),
    seed: 0x0CAF_E500_5EED_0003,
    description_md: "Washing-up music of the highest order. \
        Electric piano ninths, a **round organ bass** and congas that never raise their voices. \
        Put it on, open a window, see who turns up.",
    published_days_ago: 47,
    sections: CLUB,
    score: Score::House(House {
        swing: 0.24,
        progression: &[0, 5, 1, 4],
        bars_each: 1,
        kick: Kick { tuned_hz: 52.0, length_s: 0.28, punch: 0.5 },
        bass: Bass::Organ,
        line: &[
            (0, 0, 2),
            (3, 0, 1),
            (6, 4, 2),
            (10, 7, 1),
            (11, 4, 1),
            (14, 2, 2),
            (16, 0, 2),
            (19, 0, 1),
            (22, 2, 2),
            (26, 4, 2),
            (29, 7, 1),
            (30, 4, 2),
        ],
        comp: Chord::Keys,
        comp_pattern: "9... ..7. .6.. 7...",
        pad: Chord::Mist,
        lead: Lead::Pluck,
        lead_density: 0.6,
        congas: "..5. .4.6 ..5. .4.7",
        shaker: "4.63 4.63 4.63 4.63",
        hard: false,
        opens_with_pad: false,
    }),
};
