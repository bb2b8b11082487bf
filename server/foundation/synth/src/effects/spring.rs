//! A spring tank, roughly: a chain of all-passes makes high notes arrive late, and the coil repeats it.

use crate::filter::{Damper, Filter};
use crate::track::Track;

const STAGES: usize = 24;
/// The coil's two trips, about 37 and 43 ms.
const COILS: [usize; 2] = [1637, 1901];

/// Turns a track of sends into the tank's answer only; `feedback` 0 to under 1.
pub(crate) fn spring(track: &mut Track, feedback: f32) {
    let mut coils = COILS.map(|length| vec![0.0_f32; length]);
    let mut heads = [0_usize; 2];
    let mut stages = [[(0.0_f32, 0.0_f32); STAGES]; 2];
    let mut dampers = [Damper::new(4200.0); 2];
    let mut bodies = [Filter::new(260.0, 0.7); 2];
    track.shape(|_, left, right| {
        let middle = (left + right) * 0.5;
        let mut out = [0.0; 2];
        for side in 0..2 {
            let back = coils[side][heads[side]];
            let mut value = bodies[side].high(middle) + back * feedback;
            for (input, output) in &mut stages[side] {
                // First-order all-pass, two frames long: dispersion below 8 kHz.
                let passed = -0.62 * value + *input + 0.62 * *output;
                *input = value;
                *output = passed;
                value = passed;
            }
            coils[side][heads[side]] = dampers[side].next(value);
            heads[side] = if heads[side] + 1 == COILS[side] { 0 } else { heads[side] + 1 };
            out[side] = back;
        }
        (out[0], out[1])
    });
}
