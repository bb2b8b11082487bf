//! A tracklist as text that people read and [`read`](crate::read) reads back.

use crate::{Track, entities, names, read, text::tidy, time};

/// Writes a line a track: `12:34 Artist - Title [Label]`, `w/ Artist - Title`, `12:34 ID - ID`.
///
/// What is written is read again to see that it says the same. A track that would be misunderstood, as of a band called "12:34" or
/// "Ember - Ash", has its names in quotes: `12:34 “Ember - Ash” - “Salt”`. Curly quotes inside
/// those become straight ones, and square brackets in a label round ones.
pub fn to_text(tracks: &[Track]) -> String {
    let tracks: Vec<Track> = tracks.iter().enumerate().map(|(at, track)| tidied(track, at == 0)).collect();
    let text: String = tracks.iter().map(|track| line(track, !is_understood(track))).collect();
    // Lines that are clear alone may mean something else together: bands called "1 Ember" and "2 Salt" are a numbered list.
    if read(&text).tracks == tracks { text } else { tracks.iter().map(|track| line(track, true)).collect() }
}

/// As it would be read: names on one line and not too long, no label of nothing.
fn tidied(track: &Track, first: bool) -> Track {
    let (artist, title) = (tidy(&track.artist).0, tidy(&track.title).0);
    let label = track.label.as_deref().map(|label| tidy(label).0.replace('[', "(").replace(']', ")")).filter(|label| !label.is_empty());
    let nothing = title.is_empty() || names::is_partly_unknown(&title);
    let is_unknown = nothing || (track.is_unknown && artist.is_empty());
    Track {
        at_ms: track.at_ms.map(|at_ms| at_ms.min(crate::MAX_AT_MS)),
        artist,
        title,
        label,
        is_unknown,
        together: track.together && !first,
    }
}

fn is_understood(track: &Track) -> bool {
    // A first track is never together with one before.
    let alone = Track { together: false, ..track.clone() };
    matches!(&read(&line(&alone, false)).tracks[..], [read] if *read == alone)
}

fn line(track: &Track, quoted: bool) -> String {
    let name = |name: &str| if quoted { format!("“{}”", name.replace(['“', '”'], "\"")) } else { name.to_owned() };
    let known = |written: &str| if written.is_empty() { "ID".to_owned() } else { name(written) };
    let time = track.at_ms.map(|at_ms| time::write(at_ms) + " ").unwrap_or_default();
    let together = if track.together { "w/ " } else { "" };
    let titled_only = track.artist.is_empty() && !track.is_unknown;
    let names = if titled_only { name(&track.title) } else { known(&track.artist) + " - " + &known(&track.title) };
    let label = match &track.label {
        // Behind the quotes of a title it needs none of its own.
        Some(label) if track.title.is_empty() => format!(" [{}]", name(label)),
        Some(label) => format!(" [{label}]"),
        None => String::new(),
    };
    entities::encode(&format!("{time}{together}{names}{label}")).into_owned() + "\n"
}
