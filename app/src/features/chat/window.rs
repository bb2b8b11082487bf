//! Which rows of a long list are drawn. The list counts from its end, so what is above never moves what is in sight.

use std::{collections::HashMap, ops::Range};

/// Rows that are drawn before the list was ever measured: more than a page of history.
pub const AT_FIRST: usize = 60;
/// What a row is taken for until one was measured, in pixels.
const ASSUMED_PX: f64 = 64.0;

/// How high rows are, by their place in the log, in pixels.
#[derive(Default)]
pub struct Heights {
    known: HashMap<u64, f64>,
    total: f64,
    /// What holds for another width holds no longer.
    width: i32,
}

impl Heights {
    pub fn learn(&mut self, seq: u64, height: f64) {
        self.total += height - self.known.insert(seq, height).unwrap_or_default();
    }

    pub fn for_width(&mut self, width: i32) {
        if self.width != width {
            *self = Self { width, ..Self::default() };
        }
    }

    /// A row that nobody measured is as high as the others are on average.
    fn of(&self, seq: u64) -> f64 {
        self.known.get(&seq).copied().unwrap_or_else(|| self.average())
    }

    fn average(&self) -> f64 {
        if self.known.is_empty() { ASSUMED_PX } else { self.total / self.known.len() as f64 }
    }
}

/// What is drawn, by place in the log, and the room that the rest takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub first: u64,
    /// `u64::MAX` for whatever comes.
    pub last: u64,
    pub above_px: f64,
    pub below_px: f64,
}

impl Default for Drawn {
    fn default() -> Self {
        Self { first: 0, last: u64::MAX, above_px: 0.0, below_px: 0.0 }
    }
}

impl Drawn {
    /// The part of `seqs`, which are in order.
    pub fn part(&self, count: usize, seq: impl Fn(usize) -> u64) -> Range<usize> {
        let from = partition(count, |at| seq(at) < self.first);
        let to = partition(count, |at| seq(at) <= self.last);
        from..to.max(from)
    }

    /// What to draw of `seqs` so that these rows are, up to the newest if that is among them.
    pub fn of(seqs: &[u64], rows: Range<usize>, heights: &Heights) -> Self {
        let sum = |seqs: &[u64]| seqs.iter().map(|seq| heights.of(*seq)).sum();
        let rows = rows.start.min(seqs.len())..rows.end.min(seqs.len());
        Self {
            first: seqs.get(rows.start).copied().unwrap_or_default(),
            last: if rows.end == seqs.len() { u64::MAX } else { seqs[rows.end - 1] },
            above_px: sum(&seqs[..rows.start]),
            below_px: sum(&seqs[rows.end..]),
        }
    }
}

/// The rows between two distances from the list's end, in pixels; at least one, if there is any.
pub fn between(seqs: &[u64], heights: &Heights, (near, far): (f64, f64)) -> Range<usize> {
    let mut distance = 0.0;
    let (mut from, mut to) = (seqs.len(), seqs.len());
    for (at, seq) in seqs.iter().enumerate().rev() {
        if distance > far && from < to {
            break;
        }
        from = at;
        distance += heights.of(*seq);
        if distance < near && at > 0 {
            to = at;
        }
    }
    from..to
}

/// How many of `count` places come before the first that does not hold.
fn partition(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 100 rows of 10 px, with odd places in the log.
    fn long() -> (Vec<u64>, Heights) {
        let seqs: Vec<u64> = (0..100).map(|at| 2 * at + 1).collect();
        let mut heights = Heights::default();
        seqs.iter().for_each(|seq| heights.learn(*seq, 10.0));
        (seqs, heights)
    }

    #[test]
    fn what_is_in_sight_is_drawn_and_the_rest_takes_its_room() {
        let (seqs, heights) = long();
        let rows = between(&seqs, &heights, (200.0, 300.0));
        assert!(rows.start <= 70 && rows.end >= 80 && rows.len() <= 13, "{rows:?}");
        let drawn = Drawn::of(&seqs, rows.clone(), &heights);
        assert_eq!(drawn.above_px + drawn.below_px + 10.0 * rows.len() as f64, 1000.0);
        assert_eq!(drawn.part(seqs.len(), |at| seqs[at]), rows);
    }

    #[test]
    fn the_end_stays_open_and_so_does_nothing_else() {
        let (mut seqs, heights) = long();
        let drawn = Drawn::of(&seqs, between(&seqs, &heights, (-100.0, 50.0)), &heights);
        assert_eq!((drawn.last, drawn.below_px), (u64::MAX, 0.0));
        seqs.push(500);
        assert_eq!(drawn.part(seqs.len(), |at| seqs[at]).end, 101);
        seqs.insert(0, 0);
        assert!(drawn.part(seqs.len(), |at| seqs[at]).start > 90);
    }

    #[test]
    fn past_the_beginning_the_first_rows_are_drawn() {
        let (seqs, heights) = long();
        let rows = between(&seqs, &heights, (5000.0, 6000.0));
        assert_eq!(rows.start, 0);
        assert!(!rows.is_empty());
        assert_eq!(between(&[], &heights, (0.0, 100.0)), 0..0);
        assert_eq!(Drawn::of(&[], 0..0, &heights), Drawn::default());
    }

    #[test]
    fn a_row_counts_as_the_others_until_it_is_measured() {
        let mut heights = Heights::default();
        assert_eq!(heights.of(1), ASSUMED_PX);
        heights.learn(1, 40.0);
        heights.learn(2, 60.0);
        heights.learn(2, 80.0);
        assert_eq!((heights.of(1), heights.of(2), heights.of(3)), (40.0, 80.0, 60.0));
        heights.for_width(390);
        assert_eq!(heights.of(1), ASSUMED_PX);
    }
}
