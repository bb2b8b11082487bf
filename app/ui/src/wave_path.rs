//! Peaks to one SVG path. Pure arithmetic: no view, no colour.

use std::fmt::Write;

/// Width of a bar with its gap, in units of the drawing.
pub(crate) const STEP: usize = 4;
/// Height of the drawing.
pub(crate) const HEIGHT: u32 = 64;

/// At most `bars` peaks, each the loudest of those it stands for, so short hits survive.
pub fn resample(peaks: &[u8], bars: usize) -> Vec<u8> {
    if bars == 0 || peaks.len() <= bars {
        return peaks.to_vec();
    }
    let part = |bar: usize| {
        let (from, to) = (bar * peaks.len() / bars, (bar + 1) * peaks.len() / bars);
        peaks[from..to].iter().copied().max().unwrap_or(0)
    };
    (0..bars).map(part).collect()
}

/// One vertical stroke a peak, around the middle. 0 is a dot, 255 the full height. About 9 bytes a bar.
pub fn wave_path(peaks: &[u8]) -> String {
    let mut path = String::with_capacity(peaks.len() * 10);
    // Round caps reach one stroke width further.
    let reach = (HEIGHT - 4) / 2;
    for (bar, peak) in peaks.iter().enumerate() {
        let half = u32::from(*peak) * reach / 255;
        let (x, y) = (bar * STEP + STEP / 2, HEIGHT / 2 - half);
        // Writing to a string can't fail. A stroke of no length draws its caps only where it has a segment, hence `v0`.
        let _ = write!(path, "M{x} {y}v{}", half * 2);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_bars_keep_the_loudest_peak() {
        assert_eq!(resample(&[1, 9, 2, 3, 250, 4], 3), [9, 3, 250]);
    }

    #[test]
    fn few_peaks_stay_as_they_are() {
        assert_eq!(resample(&[1, 2], 300), [1, 2]);
        assert!(resample(&[], 300).is_empty());
    }

    #[test]
    fn bars_stand_around_the_middle_and_inside_the_drawing() {
        assert_eq!(wave_path(&[0, 255]), "M2 32v0M6 2v60");
    }

    #[test]
    fn a_path_of_300_bars_stays_small() {
        let peaks: Vec<u8> = (0..300).map(|i| (i * 37 % 256) as u8).collect();
        assert!(wave_path(&peaks).len() < 3_300, "{} bytes", wave_path(&peaks).len());
    }
}
