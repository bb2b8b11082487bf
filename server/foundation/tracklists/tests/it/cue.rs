//! CUE sheets as they are found, and as they are written here.

use crate::expected::{clean, tracks, troubled};
use tracklists::{CueHead, ProblemKind::*, read, read_cue, to_cue};

const SHEET: &str = r#"REM GENRE "House"
REM DATE 2026
REM COMMENT "made by hand"
PERFORMER "DJ Mirin"
TITLE "Night Boat"
FILE "night boat.mp3" MP3
  TRACK 01 AUDIO
    TITLE "Salt Lamp"
    PERFORMER "Ember Quay"
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Ash (Ode "Big" Remix)"
    REM LABEL "Tarn"
    INDEX 00 03:58:00
    INDEX 01 04:00:00
  TRACK 03 AUDIO
    TITLE ID
    PERFORMER Quay
    INDEX 01 102:03:00
"#;

#[test]
fn a_sheet_is_read_with_the_dj_as_fallback() {
    let expected = clean(&["0:00|Ember Quay|Salt Lamp", "4:00|DJ Mirin|Ash (Ode \"Big\" Remix)|Tarn", "102:03|Quay|?"]);
    assert_eq!(read_cue(SHEET.as_bytes()), expected);
    assert_eq!(read(SHEET), expected, "pasted it is told from a list");
}

#[test]
fn frames_are_seventy_fifths_of_a_second() {
    let list = read_cue(b"FILE x WAVE\nTRACK 01 AUDIO\nTITLE A\nINDEX 01 00:01:37\nTRACK 02 AUDIO\nTITLE B\nINDEX 01 00:01:74");
    assert_eq!(list.tracks.iter().map(|track| track.at_ms).collect::<Vec<_>>(), [Some(1493), Some(1987)]);
}

#[test]
fn a_sheet_of_an_old_editor_is_windows_1252() {
    let list = read_cue(b"TRACK 01 AUDIO\r\n\tPERFORMER \"Caf\xe9 Br\xfbl\xe9\"\r\n\tTITLE \"Nuit \x96 Jour\"\r\n\tINDEX 01 00:00:00\r\n");
    assert_eq!(list, clean(&["0:00|Café Brûlé|Nuit – Jour"]));
}

#[test]
fn utf16_and_marked_utf8_are_told_by_their_mark() {
    let expected = read_cue(SHEET.as_bytes());
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(SHEET.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(SHEET.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for bytes in [&little[..], &big, &[b"\xEF\xBB\xBF", SHEET.as_bytes()].concat()] {
        assert_eq!(read_cue(bytes), expected);
    }
}

#[test]
fn what_is_broken_is_kept_and_told() {
    let sheet = "FILE a.wav WAVE\nTRACK 01 AUDIO\nTITLE A\nPERFORMER X\nTRACK xx AUDIO\nTITLE B\nPERFORMER X\nINDEX 01 00:60:00\n\
        TRACK 03 AUDIO\nPERFORMER X\nINDEX 01 01:00:00\nINDEX z 02:00:00\nFILE b.wav WAVE\nTRACK 04 AUDIO\nTITLE D\nINDEX 01 00:00:00\n\
        TRACK 05 MODE1/2352\nINDEX 01 00:10:00\n";
    let problems = [(2, NoIndex), (5, BadNumber), (8, BadTime), (12, BadNumber), (9, NoTitle), (13, AnotherFile)];
    assert_eq!(read_cue(sheet.as_bytes()), troubled(&["|X|A", "|X|B", "1:00|X|?", "0:00||D"], &problems));
}

#[test]
fn a_title_with_both_names_is_parted_where_the_track_has_no_performer() {
    let list = read_cue(b"PERFORMER DJ\nTRACK 01 AUDIO\nTITLE \"Ember - Salt\"\nINDEX 01 00:00:00");
    assert_eq!(list, clean(&["0:00|Ember|Salt"]));
}

#[test]
fn a_sheet_is_written_as_players_expect_it() {
    let head = CueHead {
        performer: "DJ Mirin".to_owned(),
        title: "Night \"Boat\"".to_owned(),
        file: "night boat.flac".to_owned(),
        genre: None,
        date: Some("2026".to_owned()),
    };
    let list = tracks(&["0:00|Ember|Salt|Tarn", "w/||Ash", "62:03|?|?"]);
    let expected = r#"REM DATE "2026"
PERFORMER "DJ Mirin"
TITLE "Night 'Boat'"
FILE "night boat.flac" WAVE
  TRACK 01 AUDIO
    TITLE "Salt"
    PERFORMER "Ember"
    REM LABEL "Tarn"
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Ash"
    PERFORMER ""
    REM TOGETHER
    REM UNTIMED
    INDEX 01 00:00:00
  TRACK 03 AUDIO
    TITLE "ID"
    PERFORMER "ID"
    INDEX 01 62:03:00
"#;
    let sheet = to_cue(&list, &head);
    assert_eq!(sheet, expected.replace('\n', "\r\n"));
    assert_eq!(read_cue(sheet.as_bytes()), clean(&["0:00|Ember|Salt|Tarn", "w/||Ash", "62:03|?|?"]));
}
