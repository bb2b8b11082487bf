//! The bars that open a phrase: every fourth from where a part begins, since music for dancing is built in fours.

use super::grid::BeatGrid;
use super::section::Section;

/// Bars to a long phrase, and to a short one.
const LONG: usize = 8;
const SHORT: usize = 4;

/// A bar that opens a phrase.
pub(crate) struct Opening {
    pub(crate) start_ms: f64,
    pub(crate) end_ms: f64,
    /// 2 where a long phrase opens, 1 where a short one does.
    pub(crate) weight: f32,
}

/// In order of time; empty where nothing keeps time.
pub(crate) fn openings(grid: &BeatGrid, sections: &[Section]) -> Vec<Opening> {
    let bars: Vec<f64> = grid.downbeats().collect();
    // An edge of a part is a downbeat or, where the beat rests, near to one.
    let nearest = |ms: f64| {
        let after = bars.partition_point(|bar| *bar < ms);
        let before = after.saturating_sub(1);
        if after == bars.len() || (ms - bars[before]).abs() <= (bars[after] - ms).abs() { before } else { after }
    };
    let mut starts: Vec<usize> = sections.iter().map(|section| nearest(section.start_ms as f64)).collect();
    starts.dedup();
    let opening = |(index, bar): (usize, &f64)| {
        let part = starts.get(starts.partition_point(|start| *start <= index).saturating_sub(1)).copied().unwrap_or(0);
        // What comes before the first part counts backwards from it.
        let number = (index + LONG * (part / LONG + 1) - part) % LONG;
        let weight = if number == 0 { 2.0 } else { 1.0 };
        let end_ms = bars.get(index + 1).copied().filter(|next| next - bar < 8000.0).unwrap_or(bar + 2000.0);
        number.is_multiple_of(SHORT).then_some(Opening { start_ms: *bar, end_ms, weight })
    };
    if bars.is_empty() { Vec::new() } else { bars.iter().enumerate().filter_map(opening).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::grid::GridSegment;
    use super::super::section::SectionKind;
    use super::*;

    #[test]
    fn phrases_open_every_four_bars_from_where_a_part_begins() {
        let grid = BeatGrid { segments: vec![GridSegment { start_ms: 0.0, beat_ms: 500.0, beats: 96, downbeat: 0 }] };
        let part = |start: u64, end: u64| Section { start_ms: start * 2000, end_ms: end * 2000, kind: SectionKind::Body };
        let found = openings(&grid, &[part(0, 10), part(10, 24)]);
        let bars: Vec<(u32, u32)> = found.iter().map(|opening| ((opening.start_ms / 2000.0) as u32, opening.weight as u32)).collect();
        assert_eq!(bars, [(0, 2), (4, 1), (8, 2), (10, 2), (14, 1), (18, 2), (22, 1)]);
        assert!(found.iter().all(|opening| (opening.end_ms - opening.start_ms - 2000.0).abs() < 1e-6));
    }

    #[test]
    fn bars_before_the_first_part_count_back_from_it() {
        let grid = BeatGrid { segments: vec![GridSegment { start_ms: 0.0, beat_ms: 500.0, beats: 64, downbeat: 0 }] };
        let part = Section { start_ms: 6000, end_ms: 32_000, kind: SectionKind::Body };
        let bars: Vec<u32> = openings(&grid, &[part]).iter().map(|opening| (opening.start_ms / 2000.0) as u32).collect();
        assert_eq!(bars, [3, 7, 11, 15]);
    }

    #[test]
    fn without_a_beat_nothing_opens() {
        assert!(openings(&BeatGrid::default(), &[]).is_empty());
    }
}
