//! The beat grid: where the beats and the bars are, as stretches of steady tempo. Finds none itself.

use serde::{Deserialize, Serialize};

/// Beats to a bar: what is danced to counts in four.
pub const BEATS_PER_BAR: u32 = 4;

/// The tempo map of a recording; empty where nothing keeps time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BeatGrid {
    /// In order of time, without overlap. A gap between two is a stretch without a beat.
    pub segments: Vec<GridSegment>,
}

/// A stretch of steady tempo.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct GridSegment {
    /// The first beat, from the recording's start.
    pub start_ms: f64,
    /// From one beat to the next.
    pub beat_ms: f64,
    /// How many beats the stretch has; at least one.
    pub beats: u32,
    /// Index of the first beat that begins a bar, 0 to 3; every fourth beat from it does too.
    pub downbeat: u8,
}

impl GridSegment {
    /// Beats a minute.
    #[must_use]
    pub fn bpm(&self) -> f64 {
        60_000.0 / self.beat_ms
    }

    /// Where the beat after the last one would be.
    #[must_use]
    pub fn end_ms(&self) -> f64 {
        self.beat_at(self.beats)
    }

    /// The beat of an index, which may lie outside the stretch.
    #[must_use]
    pub fn beat_at(&self, index: u32) -> f64 {
        self.start_ms + self.beat_ms * f64::from(index)
    }

    fn beats(self) -> impl Iterator<Item = f64> {
        (0..self.beats).map(move |index| self.beat_at(index))
    }

    fn downbeats(self) -> impl Iterator<Item = f64> {
        (u32::from(self.downbeat)..self.beats).step_by(BEATS_PER_BAR as usize).map(move |index| self.beat_at(index))
    }
}

impl BeatGrid {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// Every beat in milliseconds from the recording's start, in order.
    pub fn beats(&self) -> impl Iterator<Item = f64> + '_ {
        self.segments.iter().flat_map(|segment| segment.beats())
    }

    /// Every beat that begins a bar, in milliseconds, in order.
    pub fn downbeats(&self) -> impl Iterator<Item = f64> + '_ {
        self.segments.iter().flat_map(|segment| segment.downbeats())
    }

    /// Beats a minute at a moment; `None` where nothing keeps time.
    #[must_use]
    pub fn bpm_at(&self, ms: f64) -> Option<f64> {
        let segment = self.segments.get(self.segment_before(ms)?)?;
        (ms < segment.end_ms()).then(|| segment.bpm())
    }

    /// The beat nearest to a moment, in milliseconds; `None` for an empty grid only.
    #[must_use]
    pub fn nearest_beat(&self, ms: f64) -> Option<f64> {
        let at = self.segment_before(ms).unwrap_or(0);
        let candidates = self.segments.get(at..self.segments.len().min(at + 2))?;
        let nearest = candidates.iter().map(|segment| {
            let index = ((ms - segment.start_ms) / segment.beat_ms).round().max(0.0);
            segment.beat_at((index as u32).min(segment.beats.saturating_sub(1)))
        });
        nearest.min_by(|a, b| (a - ms).abs().total_cmp(&(b - ms).abs()))
    }

    /// The last segment that has begun by then.
    fn segment_before(&self, ms: f64) -> Option<usize> {
        self.segments.partition_point(|segment| segment.start_ms <= ms).checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid() -> BeatGrid {
        let steady = GridSegment { start_ms: 100.0, beat_ms: 500.0, beats: 8, downbeat: 1 };
        let slower = GridSegment { start_ms: 6000.0, beat_ms: 600.0, beats: 4, downbeat: 0 };
        BeatGrid { segments: vec![steady, slower] }
    }

    #[test]
    fn beats_run_through_all_stretches() {
        let beats: Vec<f64> = grid().beats().collect();
        assert_eq!(beats.len(), 12);
        assert_eq!((beats[7], beats[8]), (3600.0, 6000.0));
        assert_eq!(grid().downbeats().collect::<Vec<_>>(), [600.0, 2600.0, 6000.0]);
    }

    #[test]
    fn tempo_is_known_only_where_there_is_a_beat() {
        assert_eq!(grid().bpm_at(50.0), None);
        assert_eq!(grid().bpm_at(100.0), Some(120.0));
        assert_eq!(grid().bpm_at(5000.0), None);
        assert_eq!(grid().bpm_at(6100.0), Some(100.0));
    }

    #[test]
    fn nearest_beat_may_lie_on_either_side() {
        assert_eq!(grid().nearest_beat(0.0), Some(100.0));
        assert_eq!(grid().nearest_beat(340.0), Some(100.0));
        assert_eq!(grid().nearest_beat(360.0), Some(600.0));
        assert_eq!(grid().nearest_beat(5500.0), Some(6000.0));
        assert_eq!(grid().nearest_beat(99_000.0), Some(7800.0));
        assert_eq!(BeatGrid::default().nearest_beat(1.0), None);
    }
}
