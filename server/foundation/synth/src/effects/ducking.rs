//! The pump of a side-chain: a track steps back at each kick and returns. Driven by frames, not by a level.

use crate::SAMPLE_RATE;
use crate::track::Track;

/// `depth` 0 to 1 is how far the track steps back; `return_s` how long it takes to come forward.
/// `kicks` must ascend.
pub(crate) fn duck(track: &mut Track, kicks: &[usize], depth: f32, return_s: f32) {
    let length = (return_s * SAMPLE_RATE) as usize;
    let attack = (0.004 * SAMPLE_RATE) as usize;
    for (index, kick) in kicks.iter().enumerate() {
        let start = kick.saturating_sub(attack).min(track.frames());
        let next = kicks.get(index + 1).map_or(usize::MAX, |k| k.saturating_sub(attack));
        let end = (kick + length).min(next).min(track.frames());
        for frame in start..end {
            let gain = if frame < *kick {
                1.0 - depth * (frame - start) as f32 / attack as f32
            } else {
                let back = (frame - kick) as f32 / length as f32;
                1.0 - depth * (1.0 - back) * (1.0 - back)
            };
            track.left[frame] *= gain;
            track.right[frame] *= gain;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kick_pushes_the_track_down_and_lets_it_back() {
        let mut track = Track { left: vec![1.0; 44_100], right: vec![1.0; 44_100] };
        duck(&mut track, &[10_000], 0.8, 0.25);
        assert!((track.left[9_000] - 1.0).abs() < 1e-6);
        assert!((track.left[10_000] - 0.2).abs() < 1e-3);
        assert!((track.left[30_000] - 1.0).abs() < 1e-6);
    }
}
