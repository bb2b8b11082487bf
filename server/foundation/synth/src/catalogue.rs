//! The dozen mixes of the demo brand, newest first. Only words and numbers; the genres play them.

mod dub;
mod garage;
mod house;
mod jungle;

use crate::arrangement::{Part, Section};
use crate::piece::Piece;

use Part::{Break, Build, Drop, Intro, Outro, Peak};

/// Twelve pieces, newest first; slugs and seeds are unique and never change meaning.
pub fn catalogue() -> &'static [Piece] {
    static CATALOGUE: [Piece; 12] = [
        house::WAREHOUSE_PRESSURE,
        jungle::CONCRETE_ORCHARD,
        garage::BASSLINE_BUS_LANE,
        dub::SUNDAY_STEPPERS,
        house::NIGHT_SHIFT,
        garage::TWO_SUGARS,
        jungle::AMBER_SIGNAL,
        dub::SPRING_TANK,
        house::SLEEVES_ROLLED,
        garage::LAST_TRAIN,
        jungle::RAIN_ON_THE_FLYOVER,
        dub::LOW_TIDE,
    ];
    &CATALOGUE
}

/// Forty-eight bars at a four-four pace: about a minute and a half.
const CLUB: &[Section] = &[(Intro, 8), (Build, 4), (Drop, 12), (Break, 8), (Peak, 12), (Outro, 6)];
/// Longer to arrive and longer to leave.
const SLOW_BURN: &[Section] = &[(Intro, 8), (Drop, 12), (Break, 8), (Peak, 12), (Outro, 8)];
/// Straight in, two breaks.
const STRAIGHT_IN: &[Section] = &[(Intro, 4), (Build, 4), (Drop, 12), (Break, 4), (Drop, 8), (Break, 4), (Peak, 12), (Outro, 4)];
/// For the faster bars of jungle.
const LONG: &[Section] = &[(Intro, 8), (Build, 4), (Drop, 16), (Break, 8), (Peak, 20), (Outro, 6)];
const RAGGED: &[Section] = &[(Intro, 4), (Build, 4), (Drop, 16), (Break, 4), (Peak, 12), (Break, 4), (Peak, 16), (Outro, 4)];
const DRIFTING: &[Section] = &[(Intro, 12), (Build, 4), (Drop, 12), (Break, 12), (Peak, 16), (Outro, 8)];
