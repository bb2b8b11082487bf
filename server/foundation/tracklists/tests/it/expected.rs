//! A tracklist in short, so that a sample and what it should give stand side by side.

use tracklists::{Problem, ProblemKind, Track, Tracklist};

/// A track in short: `12:34|Artist|Title|Label`, with `w/` in front if it goes with the one before. Empty is absent, and a time is in
/// minutes and seconds only. `?` is an "ID".
pub fn track(short: &str) -> Track {
    let (together, short) = short.strip_prefix("w/").map_or((false, short), |short| (true, short));
    let parts: Vec<&str> = short.split('|').collect();
    let part = |at: usize| parts.get(at).copied().unwrap_or_default();
    let name = |at: usize| part(at).replace('?', "");
    let is_unknown = part(1) == "?" || part(2) == "?" || part(2).starts_with("ID (");
    let label = Some(part(3).to_owned()).filter(|label| !label.is_empty());
    Track { at_ms: ms(part(0)), artist: name(1), title: name(2), label, is_unknown, together }
}

fn ms(time: &str) -> Option<u64> {
    let (minutes, seconds) = time.split_once(':')?;
    Some((minutes.parse::<u64>().ok()? * 60 + seconds.parse::<u64>().ok()?) * 1000)
}

pub fn tracks(shorts: &[&str]) -> Vec<Track> {
    shorts.iter().map(|short| track(short)).collect()
}

/// The list and nothing else.
pub fn clean(shorts: &[&str]) -> Tracklist {
    troubled(shorts, &[])
}

/// The list with its problems by line.
pub fn troubled(shorts: &[&str], problems: &[(usize, ProblemKind)]) -> Tracklist {
    Tracklist { tracks: tracks(shorts), problems: problems.iter().map(|(line, kind)| Problem { line: *line, kind: *kind }).collect() }
}
