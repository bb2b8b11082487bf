//! What a design is, and the families there are. A design knows points and inks, not pixels or colours.

use super::chance::Chance;
use super::{grids, lines, rounds};

/// Index of a colour of the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Ground = 0,
    Figure = 1,
    Accent = 2,
}

/// The ink at a point of the unit square, y downward.
pub(super) type Design = Box<dyn Fn(f32, f32) -> Ink>;

/// The kinds of drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    Blocks,
    Sun,
    Stripes,
    Rings,
    Chevrons,
    Halftone,
    Steps,
    Quarters,
    Swell,
    Record,
    Rays,
    Levels,
}

impl Family {
    pub const ALL: [Self; 12] = [
        Self::Blocks,
        Self::Sun,
        Self::Stripes,
        Self::Rings,
        Self::Chevrons,
        Self::Halftone,
        Self::Steps,
        Self::Quarters,
        Self::Swell,
        Self::Record,
        Self::Rays,
        Self::Levels,
    ];

    pub(super) fn design(self, chance: &mut Chance) -> Design {
        match self {
            Self::Blocks => grids::blocks(chance),
            Self::Steps => grids::steps(chance),
            Self::Quarters => grids::quarters(chance),
            Self::Halftone => grids::halftone(chance),
            Self::Levels => grids::levels(chance),
            Self::Stripes => lines::stripes(chance),
            Self::Chevrons => lines::chevrons(chance),
            Self::Swell => lines::swell(chance),
            Self::Rays => lines::rays(chance),
            Self::Sun => rounds::sun(chance),
            Self::Rings => rounds::rings(chance),
            Self::Record => rounds::record(chance),
        }
    }
}
