//! The analysis against the standards' own signals, against ffmpeg, and against hostile files.

#![expect(clippy::unwrap_used, reason = "the helpers of a test are a test; clippy only exempts the functions marked so")]

mod against_ffmpeg;
mod band;
mod cut_short;
mod ebu_signals;
mod hostile;
mod music;
mod music_edges;
mod progress;
mod renditions;
mod signals;
mod tags;
mod waveform;
