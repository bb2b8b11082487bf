//! A tracklist that grows line by line, within its limits. Knows nothing of how the lines are written.

use crate::{MAX_PROBLEMS, MAX_TRACKS, Problem, ProblemKind, Track, Tracklist, entry::Entry, time::Time};

#[derive(Default)]
pub(crate) struct List {
    list: Tracklist,
    last_ms: Option<u64>,
    full: bool,
}

impl List {
    /// Adds what a line says. `Bad` times are told and left out.
    pub(crate) fn add(&mut self, line: usize, entry: Entry) {
        let at_ms = self.at(line, entry.time);
        if !entry.separated {
            self.problem(line, ProblemKind::NoSeparator);
        }
        self.push(line, Track { at_ms, ..entry.track }, entry.cut);
    }

    fn at(&mut self, line: usize, time: Option<Time>) -> Option<u64> {
        match time? {
            Time::Ms(ms) => Some(ms),
            Time::Bad => {
                self.problem(line, ProblemKind::BadTime);
                None
            }
        }
    }

    pub(crate) fn push(&mut self, line: usize, mut track: Track, cut: bool) {
        if self.list.tracks.len() >= MAX_TRACKS {
            if !self.full {
                self.full = true;
                self.problem(line, ProblemKind::TooManyTracks);
            }
            return;
        }
        if cut {
            self.problem(line, ProblemKind::NameTooLong);
        }
        if let Some(at_ms) = track.at_ms {
            if self.last_ms.is_some_and(|last| at_ms < last) {
                self.problem(line, ProblemKind::TimeGoesBack);
            }
            self.last_ms = Some(at_ms);
        }
        track.together &= !self.list.tracks.is_empty();
        self.list.tracks.push(track);
    }

    /// From here on times start again.
    pub(crate) fn restart(&mut self) {
        self.last_ms = None;
    }

    pub(crate) fn problem(&mut self, line: usize, kind: ProblemKind) {
        if self.list.problems.len() < MAX_PROBLEMS {
            self.list.problems.push(Problem { line, kind });
        }
    }

    pub(crate) fn done(mut self, last: Option<Problem>) -> Tracklist {
        if let Some(problem) = last {
            self.list.problems.truncate(MAX_PROBLEMS - 1);
            self.list.problems.push(problem);
        }
        self.list
    }
}
