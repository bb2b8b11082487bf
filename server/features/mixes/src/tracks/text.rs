//! Tracklists as text: what a DJ pastes, and the stored tracks written out again.

use crate::studio::access;
use contract::{
    caller::Caller,
    failure::Failure,
    outcome::{Message, Outcome},
    tracklists::{Doubt, ReadTracklist, Track, TracklistRefusal},
};
use tracklists::ProblemKind;

/// Characters that a pasted list may have; 500 tracks of long names fit.
const MAX_CHARS: u32 = 200_000;

pub(super) fn read(caller: &Caller, text: &str) -> Result<Outcome<ReadTracklist, TracklistRefusal>, Failure> {
    access::dj(caller)?;
    if text.chars().count() > MAX_CHARS as usize {
        return Ok(Outcome::refused(TracklistRefusal::TextTooLong { limit: MAX_CHARS }));
    }
    let list = tracklists::read(text);
    let doubt = |problem: &tracklists::Problem| Doubt {
        line: u32::try_from(problem.line).unwrap_or(u32::MAX),
        message: Message { id: doubt_id(problem.kind).to_owned(), arguments: vec![], field: None },
    };
    Ok(Outcome::Done(ReadTracklist {
        tracks: list.tracks.into_iter().map(wire).collect(),
        doubts: list.problems.iter().map(doubt).collect(),
    }))
}

/// The tracks as a text that [`read`] reads back.
pub(super) fn write(tracks: &[Track]) -> String {
    tracklists::to_text(&tracks.iter().map(parsed).collect::<Vec<_>>())
}

/// Tracks as they were read, in the order they are played.
pub(crate) fn from_parsed(tracks: Vec<tracklists::Track>) -> Vec<Track> {
    let mut tracks = tracks.into_iter().map(wire).collect();
    Track::sort(&mut tracks);
    tracks
}

fn wire(track: tracklists::Track) -> Track {
    Track {
        at_ms: track.at_ms,
        artist: track.artist,
        title: track.title,
        label: track.label.unwrap_or_default(),
        unknown: track.is_unknown,
        together: track.together,
    }
}

pub(super) fn parsed(track: &Track) -> tracklists::Track {
    tracklists::Track {
        at_ms: track.at_ms,
        artist: track.artist.clone(),
        title: track.title.clone(),
        label: Some(track.label.clone()).filter(|label| !label.is_empty()),
        is_unknown: track.unknown,
        together: track.together,
    }
}

fn doubt_id(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::NoSeparator => "studio-doubt-no-separator",
        ProblemKind::TimeGoesBack => "studio-doubt-time-goes-back",
        ProblemKind::BadTime => "studio-doubt-bad-time",
        ProblemKind::TimeWithoutTrack => "studio-doubt-time-without-track",
        ProblemKind::NameTooLong => "studio-doubt-name-too-long",
        ProblemKind::LineTooLong => "studio-doubt-line-too-long",
        ProblemKind::TextTooLong => "studio-doubt-text-too-long",
        ProblemKind::TooManyTracks => "studio-doubt-too-many-tracks",
        ProblemKind::AnotherFile => "studio-doubt-another-file",
        ProblemKind::NoIndex => "studio-doubt-no-index",
        ProblemKind::NoTitle => "studio-doubt-no-title",
        ProblemKind::BadNumber => "studio-doubt-bad-number",
    }
}
