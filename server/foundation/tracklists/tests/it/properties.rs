//! Whatever comes in, nothing breaks; whatever goes out, comes back.

use crate::samples::LINES;
use proptest::prelude::*;
use tracklists::*;

/// A name of words in several scripts, with what names are made of: hyphens inside, brackets, numbers, quotes, marks.
fn name() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[A-Za-zé]{1,8}",
        1 => "[0-9]{1,4}",
        1 => "[A-Z][a-z]{1,5}-[A-Z][a-z]{1,5}",
        1 => "\\([A-Z][a-z]{1,6} (Remix|Dub|VIP)\\)",
        1 => "[ا-ي]{2,6}",
        1 => "[あ-ん]{2,6}",
        1 => prop::sample::select(vec![
            "&", "vs", "feat.", "w/", "+", "by", "-", "–", "~", "|", "/", "//", "12:34", "1.", "#1", "12\"", "ID", "id", "???", "Unknown", "&amp;",
            "Tracklist:", "[Mix]", "http://x", "@", "'", "\"", "TRACK 01 AUDIO", "Follow me on", "•", "!!!", "…", "0", "00", "Part 2", "Artist",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(word, 1..5).prop_map(|words| words.join(" "))
}

/// Tracks as they are read: what is unknown is empty, no track without any name, the first with none before it.
fn tracks() -> impl Strategy<Value = Vec<Track>> {
    let label = prop::option::of("[A-Za-z]{1,8}( [A-Za-z0-9]{1,8}| Remix| Mix)?");
    let track = (prop::option::weighted(0.8, 0..=MAX_AT_MS), name(), name(), label, 0..5, any::<bool>());
    let track = track.prop_map(|(at_ms, artist, title, label, names, together)| {
        let (artist, title, is_unknown) = match names {
            0 => (String::new(), String::new(), true),
            1 => (artist, String::new(), true),
            2 => (String::new(), title, true),
            3 => (String::new(), title, false),
            _ => (artist, title, false),
        };
        let is_unknown = is_unknown || title.starts_with("ID (");
        Track { at_ms, artist, title, label, is_unknown, together }
    });
    prop::collection::vec(track, 0..12).prop_map(|mut tracks| {
        if let Some(first) = tracks.first_mut() {
            first.together = false;
        }
        tracks
    })
}

fn holds(list: &Tracklist) -> Result<(), TestCaseError> {
    prop_assert!(list.tracks.len() <= MAX_TRACKS && list.problems.len() <= MAX_PROBLEMS);
    for track in &list.tracks {
        prop_assert!(!(track.artist.is_empty() && track.title.is_empty()) || track.is_unknown, "no name: {track:?}");
        prop_assert!(track.at_ms.is_none_or(|at_ms| at_ms <= MAX_AT_MS));
        for field in [Some(&track.artist), Some(&track.title), track.label.as_ref()].into_iter().flatten() {
            prop_assert!(field.chars().count() <= MAX_FIELD_CHARS);
            prop_assert_eq!(field.split_whitespace().collect::<Vec<_>>().join(" "), field.as_str());
        }
    }
    prop_assert!(list.tracks.first().is_none_or(|first| !first.together));
    prop_assert!(list.problems.iter().all(|problem| (1..=MAX_LINES + 1).contains(&problem.line)));
    // Neither writer stumbles over what was read.
    let _ = to_text(&list.tracks);
    let _ = to_cue(&list.tracks, &CueHead::default());
    Ok(())
}

/// A sample, damaged: characters put in, taken out, doubled and swapped.
fn damaged() -> impl Strategy<Value = String> {
    let odd = prop::sample::select("\t\n\r\u{0}\u{200f}\u{feff}&;:[](){}“”\"'-–—|~,.#@/0１٣éß灯\u{1f980}".chars().collect::<Vec<_>>());
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0..4, odd), 1..12);
    (prop::sample::subsequence(LINES.to_vec(), 1..6), edits).prop_map(|(lines, edits)| {
        let mut chars: Vec<char> = lines.iter().flat_map(|(line, _)| line.chars().chain(['\n'])).collect();
        for (at, edit, odd) in edits {
            if chars.is_empty() {
                break;
            }
            let at = at.index(chars.len());
            match edit {
                0 => chars.insert(at, odd),
                1 => drop(chars.remove(at)),
                2 => chars.insert(at, chars[at]),
                _ => chars.swap(at, 0),
            }
        }
        chars.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_text_is_read_within_bounds(text in any::<String>()) {
        holds(&read(&text))?;
        holds(&read_cue(text.as_bytes()))?;
    }

    #[test]
    fn any_bytes_are_read_within_bounds(bytes in prop::collection::vec(any::<u8>(), 0..400), mark in 0..4) {
        let marked = [[&b""[..], b"\xFF\xFE", b"\xFE\xFF", b"\xEF\xBB\xBF"][mark as usize], &bytes].concat();
        holds(&read_file(&marked))?;
        holds(&read_cue(&marked))?;
    }

    #[test]
    fn damaged_lists_are_read_within_bounds(text in damaged()) {
        holds(&read(&text))?;
        let cue = text.replace(" - ", "\nTITLE ").replace("00:00", "TRACK 01 AUDIO\nINDEX 01 00:00:00\nPERFORMER ");
        holds(&read(&cue))?;
        holds(&read(&format!("Time\tArtist\tTitle\n{text}")))?;
        holds(&read(&format!("Start,Track\n{text}")))?;
    }

    #[test]
    fn what_is_written_as_text_is_read_back(tracks in tracks()) {
        let text = to_text(&tracks);
        prop_assert_eq!(read(&text).tracks, tracks, "{}", text);
    }

    #[test]
    fn what_is_written_as_cue_is_read_back_to_the_frame(tracks in tracks()) {
        let head = CueHead { performer: "DJ".to_owned(), ..CueHead::default() };
        let read = read_cue(to_cue(&tracks, &head).as_bytes());
        prop_assert_eq!(read.tracks.len(), tracks.len());
        for (read, track) in read.tracks.iter().zip(&tracks) {
            let apart = read.at_ms.unwrap_or(0).abs_diff(track.at_ms.unwrap_or(0));
            prop_assert!(apart <= 7 && read.at_ms.is_some() == track.at_ms.is_some(), "{apart} ms apart");
            let name = |name: &str| name.replace('"', "'");
            let expected = Track { at_ms: read.at_ms, artist: name(&track.artist), title: name(&track.title), ..track.clone() };
            prop_assert_eq!(read, &expected);
        }
    }

    #[test]
    fn a_second_reading_changes_nothing(text in damaged()) {
        let once = read(&text).tracks;
        let again = read(&to_text(&once)).tracks;
        prop_assert_eq!(read(&to_text(&again)).tracks, again);
    }
}
