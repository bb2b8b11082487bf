//! The order of what a room tells: by its log, whatever comes twice, early or not at all. Knows neither socket nor page.

use contract::chat::{Logged, What};
use std::collections::BTreeMap;

/// Up to where the log is known, and what came before its turn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Order {
    last: u64,
    early: BTreeMap<u64, What>,
}

impl Order {
    /// Everything up to and including `seq` is known.
    pub fn after(seq: u64) -> Self {
        Self { last: seq, early: BTreeMap::new() }
    }

    pub fn last(&self) -> u64 {
        self.last
    }

    /// Whether something is missing before what is there.
    pub fn has_gap(&self) -> bool {
        !self.early.is_empty()
    }

    /// Takes the next change, and gives all that can be shown now.
    pub fn take(&mut self, logged: Logged) -> Vec<Logged> {
        if logged.seq > self.last {
            self.early.insert(logged.seq, logged.what);
        }
        self.ready(0)
    }

    /// Everything up to and including `seq` has come, or never will.
    pub fn caught_up(&mut self, seq: u64) -> Vec<Logged> {
        let ready = self.ready(seq);
        self.last = self.last.max(seq);
        ready.into_iter().chain(self.ready(0)).collect()
    }

    /// What follows on the last one, or comes no later than `sure`.
    fn ready(&mut self, sure: u64) -> Vec<Logged> {
        let mut ready = Vec::new();
        while let Some(next) = self.early.first_entry() {
            let seq = *next.key();
            if seq != self.last + 1 && seq > sure {
                break;
            }
            self.last = seq;
            ready.push(Logged { seq, what: next.remove() });
        }
        ready
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logged(seq: u64) -> Logged {
        Logged { seq, what: What::SlowMode { seconds: 0 } }
    }

    fn seqs(ready: Vec<Logged>) -> Vec<u64> {
        ready.into_iter().map(|logged| logged.seq).collect()
    }

    #[test]
    fn what_follows_is_shown_at_once_and_only_once() {
        let mut order = Order::after(4);
        assert_eq!(seqs(order.take(logged(5))), [5]);
        assert_eq!(seqs(order.take(logged(5))), [0; 0]);
        assert_eq!(seqs(order.take(logged(3))), [0; 0]);
        assert!(!order.has_gap());
        assert_eq!(order.last(), 5);
    }

    #[test]
    fn what_is_early_waits_for_what_is_missing() {
        let mut order = Order::after(4);
        assert_eq!(seqs(order.take(logged(7))), [0; 0]);
        assert_eq!(seqs(order.take(logged(6))), [0; 0]);
        assert!(order.has_gap());
        assert_eq!(seqs(order.take(logged(5))), [5, 6, 7]);
        assert!(!order.has_gap());
    }

    #[test]
    fn what_never_came_is_not_waited_for_once_the_server_has_sent_all() {
        let mut order = Order::after(4);
        assert_eq!(seqs(order.take(logged(7))), [0; 0]);
        assert_eq!(seqs(order.take(logged(9))), [0; 0]);
        assert_eq!(seqs(order.caught_up(8)), [7, 9]);
        assert_eq!(order.last(), 9);
        assert_eq!(seqs(order.caught_up(2)), [0; 0]);
        assert_eq!(order.last(), 9);
    }
}
