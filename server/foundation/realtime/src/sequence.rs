//! The order of a topic that has a log: what is told twice is told once, and what comes too early waits for what is missing.
//! Knows nothing of time, of sockets and of where the log is.

use bytes::Bytes;
use std::collections::BTreeMap;

/// More than this doesn't wait for what is missing: it is read again instead.
const MOST_EARLY: usize = 512;

/// What has been told of a log.
#[derive(Debug, Default)]
pub(crate) struct Sequence {
    /// The last that was told; nothing is known of a log at first.
    last: Option<u64>,
    early: BTreeMap<u64, Bytes>,
}

impl Sequence {
    /// Takes the log's row `seq`; gives what may be told now, in order.
    pub fn take(&mut self, seq: u64, text: Bytes) -> Vec<Bytes> {
        if self.last.is_some_and(|last| seq <= last) {
            return Vec::new();
        }
        self.early.insert(seq, text);
        // Nothing says that something is missing before the first.
        self.last.get_or_insert(seq.saturating_sub(1));
        let mut ready = Vec::new();
        while let Some(next) = self.last.map(|last| last + 1)
            && let Some(text) = self.early.remove(&next)
        {
            self.last = Some(next);
            ready.push(text);
        }
        ready
    }

    /// Somebody was told everything up to `seq` by other means. Of no interest once something was told here.
    pub fn begin(&mut self, seq: u64) {
        self.last.get_or_insert(seq);
    }

    pub fn last(&self) -> Option<u64> {
        self.last
    }

    /// Where it goes on from, if something waits for what is missing.
    pub fn gap(&self) -> Option<u64> {
        self.last.filter(|_| !self.early.is_empty())
    }

    /// Whether more waits than ought to.
    pub fn is_full(&self) -> bool {
        self.early.len() > MOST_EARLY
    }

    /// Gives up on what is missing up to `end`, and on what waited for it: whoever listens asks the log.
    pub fn skip(&mut self, end: Option<u64>) {
        let newest = std::mem::take(&mut self.early).pop_last().map(|(newest, _)| newest);
        self.last = self.last.max(end).max(newest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(seq: u64) -> Bytes {
        Bytes::from(seq.to_string())
    }

    fn seqs(told: &[Bytes]) -> Vec<u64> {
        told.iter().map(|text| std::str::from_utf8(text).unwrap().parse().unwrap()).collect()
    }

    #[test]
    fn the_first_is_told_whatever_it_is() {
        let mut sequence = Sequence::default();
        assert_eq!(seqs(&sequence.take(7, text(7))), [7]);
        assert_eq!((sequence.last(), sequence.gap()), (Some(7), None));
        sequence.begin(3);
        assert_eq!(sequence.last(), Some(7), "what was told here counts");
    }

    #[test]
    fn what_is_early_waits_for_what_is_missing() {
        let mut sequence = Sequence::default();
        sequence.begin(3);
        assert!(sequence.take(6, text(6)).is_empty() && sequence.take(5, text(5)).is_empty());
        assert_eq!(sequence.gap(), Some(3));
        assert_eq!(seqs(&sequence.take(4, text(4))), [4, 5, 6]);
        assert_eq!(sequence.gap(), None);
    }

    #[test]
    fn given_up_it_goes_on_after_the_newest() {
        let mut sequence = Sequence::default();
        sequence.begin(3);
        sequence.take(6, text(6));
        sequence.take(9, text(9));
        sequence.skip(Some(8));
        assert_eq!((sequence.last(), sequence.gap()), (Some(9), None));
        assert_eq!(seqs(&sequence.take(10, text(10))), [10]);
        sequence.skip(Some(20));
        assert_eq!(sequence.last(), Some(20));
    }

    proptest! {
        #[test]
        fn every_row_is_told_once_and_in_order(rows in Just((1..60_u64).collect::<Vec<_>>()).prop_shuffle(), twice in prop::collection::vec(1..60_u64, 0..30)) {
            let mut sequence = Sequence::default();
            sequence.begin(0);
            let mut told = Vec::new();
            for seq in rows.into_iter().chain(twice) {
                told.extend(sequence.take(seq, text(seq)));
            }
            prop_assert_eq!(seqs(&told), (1..60).collect::<Vec<_>>());
        }
    }
}
