//! What the caller hears while it waits, and how it stops.

use std::io::Cursor;
use std::ops::ControlFlow;

use audio::{AnalyseError, Limits, analyse};

use crate::signals::{sine_steps, wav};

fn minute() -> Vec<u8> {
    wav(8_000, &sine_steps(8_000, 1, 440.0, &[(-12.0, 60.0)]))
}

#[test]
fn progress_rises_towards_the_stated_length() {
    let mut seen = Vec::new();
    analyse(Box::new(Cursor::new(minute())), None, Limits::default(), &mut |progress| {
        assert_eq!(progress.total_ms, Some(60_000));
        seen.push(progress.done_ms);
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(!seen.is_empty() && seen.is_sorted(), "{seen:?}");
}

#[test]
fn breaking_from_progress_cancels() {
    let mut calls = 0;
    let cancelled = analyse(Box::new(Cursor::new(minute())), None, Limits::default(), &mut |_| {
        calls += 1;
        ControlFlow::Break(())
    });
    assert!(matches!(cancelled, Err(AnalyseError::Cancelled)));
    assert_eq!(calls, 1);
}

#[test]
fn recording_beyond_the_limit_is_too_long() {
    let limits = Limits { max_duration_ms: 59_000, ..Limits::default() };
    let refused = analyse(Box::new(Cursor::new(minute())), None, limits, &mut |_| ControlFlow::Continue(()));
    assert!(matches!(refused, Err(AnalyseError::TooLong { max_duration_ms: 59_000 })));
}
