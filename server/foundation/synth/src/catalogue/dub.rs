//! The dub mixes.

use super::{Break, Build, Drop, Intro, Outro, Peak};
use crate::bass::Bass;
use crate::chords::Chord;
use crate::drums::Kick;
use crate::genres::Score;
use crate::genres::dub::Dub;
use crate::lead::Lead;
use crate::piece::Piece;
use crate::theory::Key;

pub(super) const SUNDAY_STEPPERS: Piece = Piece {
    slug: "sunday-steppers",
    title: "Sunday Steppers",
    moods: &["sunday", "rolling"],
    bpm: 138.0,
    key: Key::minor(1),
    seed: 0x057E_99E2_0000_0010,
    description_md: "Four kicks to the bar and every one of them means it. \
        Organ bubbles, **siren** on the corner, melodica drifting in from the kitchen: \
        the whole afternoon in a minute and a half.",
    published_days_ago: 13,
    sections: &[(Intro, 8), (Drop, 16), (Break, 8), (Peak, 16), (Outro, 6)],
    score: Score::Dub(Dub {
        swing: 0.12,
        progression: &[0, 0, 6, 0],
        bars_each: 2,
        kick: Kick { tuned_hz: 50.0, length_s: 0.3, punch: 0.55 },
        kick_pattern: "9... 9... 9... 9...",
        rim_pattern: ".... .... 9... ....",
        hat_pattern: "..7. ..7. ..7. ..75",
        bass: Bass::Round,
        line: &[(0, 0, 3), (4, 0, 2), (6, 2, 2), (8, 4, 4), (14, 2, 2), (16, 0, 3), (20, 0, 2), (22, 4, 2), (24, 2, 3), (28, -1, 3)],
        skank: Chord::Skank,
        skank_pattern: ".... 9... .... 9...",
        bubble: ".6.6 ..6. .6.6 ..6.",
        lead: Lead::Melodica,
        lead_density: 0.6,
        echo_steps: 6.0,
        feedback: 0.58,
        spring: true,
        siren: true,
    }),
};

pub(super) const SPRING_TANK: Piece = Piece {
    slug: "spring-tank-session",
    title: "Spring Tank Session",
    moods: &["deep", "warm-up"],
    bpm: 74.0,
    key: Key::minor(0),
    seed: 0x0594_1267_0000_0011,
    description_md: "One drop, one tape machine, one **spring tank** that gets kicked when it misbehaves. \
        The drums leave, the bass stays; the bass leaves, the echo stays.",
    published_days_ago: 40,
    sections: &[(Intro, 4), (Build, 2), (Drop, 8), (Break, 4), (Peak, 8), (Outro, 3)],
    score: Score::Dub(Dub {
        swing: 0.22,
        progression: &[0, 3, 0, 4],
        bars_each: 1,
        kick: Kick { tuned_hz: 55.0, length_s: 0.32, punch: 0.45 },
        kick_pattern: ".... 9... .... 9...",
        rim_pattern: ".... 9... .... 9..3",
        hat_pattern: "7.5. 7.54 7.5. 7.5.",
        bass: Bass::Round,
        line: &[
            (0, 0, 2),
            (3, 0, 1),
            (4, 2, 2),
            (7, 4, 1),
            (8, 4, 3),
            (12, 2, 2),
            (14, 0, 2),
            (18, 0, 2),
            (20, -1, 2),
            (22, 0, 3),
            (27, 2, 1),
            (28, 0, 3),
        ],
        skank: Chord::Skank,
        skank_pattern: "..9. ..9. ..9. ..9.",
        bubble: ".5.5 .5.5 .5.5 .5.5",
        lead: Lead::Melodica,
        lead_density: 0.75,
        echo_steps: 3.0,
        feedback: 0.64,
        spring: true,
        siren: false,
    }),
};

pub(super) const LOW_TIDE: Piece = Piece {
    slug: "low-tide-version",
    title: "Low Tide (Version)",
    moods: &["late-night", "deep"],
    bpm: 122.0,
    key: Key::minor(10),
    seed: 0x0107_71DE_0000_0012,
    description_md: "Mud flats, moonlight, a single chord let go and *never quite coming back*. \
        The techno end of dub: steady underfoot, endless overhead.",
    published_days_ago: 88,
    sections: &[(Intro, 8), (Build, 4), (Drop, 16), (Break, 4), (Peak, 12), (Outro, 6)],
    score: Score::Dub(Dub {
        swing: 0.08,
        progression: &[0, 0, 0, 5],
        bars_each: 4,
        kick: Kick { tuned_hz: 44.0, length_s: 0.4, punch: 0.2 },
        kick_pattern: "9... 9... 9... 9...",
        rim_pattern: "...5 .... .... ..4.",
        hat_pattern: "..6. ..6. ..6. ..6.",
        bass: Bass::Sub,
        line: &[(0, 0, 2), (3, 0, 2), (10, 0, 3), (16, 0, 2), (19, 0, 2), (23, 4, 2), (26, 0, 3)],
        skank: Chord::Stab,
        skank_pattern: "..8. .... ...6 ....",
        bubble: "",
        lead: Lead::Bell,
        lead_density: 0.3,
        echo_steps: 3.0,
        feedback: 0.74,
        spring: false,
        siren: false,
    }),
};
