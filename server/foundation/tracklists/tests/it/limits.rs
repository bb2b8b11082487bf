//! However much is pasted, what comes out is bounded, and says so.

use crate::expected::tracks;
use tracklists::*;

fn kinds(list: &Tracklist) -> Vec<ProblemKind> {
    list.problems.iter().map(|problem| problem.kind).collect()
}

#[test]
fn tracks_past_the_most_are_left_out_and_told_once() {
    let list = read(&"Ember - Salt\n".repeat(MAX_TRACKS + 5));
    assert_eq!(list.tracks.len(), MAX_TRACKS);
    assert_eq!(list.problems, [Problem { line: MAX_TRACKS + 1, kind: ProblemKind::TooManyTracks }]);
}

#[test]
fn long_names_and_lines_are_cut_and_told() {
    let list = read(&format!("Ember - {}", "é".repeat(MAX_FIELD_CHARS + 1)));
    assert_eq!((list.tracks[0].title.chars().count(), kinds(&list)), (MAX_FIELD_CHARS, vec![ProblemKind::NameTooLong]));
    let list = read(&format!("Ember - Salt{}x", " ".repeat(MAX_LINE_CHARS)));
    assert_eq!((list.tracks, list.problems[0].kind), (tracks(&["|Ember|Salt"]), ProblemKind::LineTooLong));
}

#[test]
fn long_texts_are_cut_and_told() {
    assert_eq!(kinds(&read(&"\n".repeat(MAX_LINES + 1))), [ProblemKind::TextTooLong]);
    assert!(kinds(&read(&"é".repeat(MAX_BYTES))).contains(&ProblemKind::TextTooLong));
    assert!(kinds(&read_file(&[b'x'; 5 * MAX_BYTES])).contains(&ProblemKind::TextTooLong));
    assert!(kinds(&read_cue(&[0xE9; 5 * MAX_BYTES])).contains(&ProblemKind::TextTooLong));
}

#[test]
fn the_longest_list_survives_both_ways() {
    let name = "灯".repeat(MAX_FIELD_CHARS);
    let track =
        Track { at_ms: Some(MAX_AT_MS / 1000 * 1000), artist: name.clone(), title: name.clone(), label: Some(name), ..Track::default() };
    let list = vec![track; MAX_TRACKS];
    assert_eq!(read(&to_text(&list)), Tracklist { tracks: list.clone(), problems: vec![] });
    assert_eq!(read_cue(to_cue(&list, &CueHead::default()).as_bytes()), Tracklist { tracks: list, problems: vec![] });
}

#[test]
fn problems_are_bounded_and_the_last_word_stays() {
    let list = read(&"12:75\n".repeat(MAX_LINES + 1));
    assert_eq!(list.problems.len(), MAX_PROBLEMS);
    assert_eq!(list.problems.last().map(|problem| problem.kind), Some(ProblemKind::TextTooLong));
}
