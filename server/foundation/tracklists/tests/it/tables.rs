//! Columns with names, as DJ software and spreadsheets write them.

use crate::expected::{clean, troubled};
use tracklists::{ProblemKind::*, read, read_file};

#[test]
fn columns_are_found_by_name_in_any_order() {
    let expected = clean(&["0:00|Ember|Salt|Tarn", "4:00|Quay|Ash"]);
    assert_eq!(read("Artist\tTitle\tLabel\tStart\nEmber\tSalt\tTarn\t0:00\nQuay\tAsh\t\t4:00"), expected);
    assert_eq!(read("Start Time\tLabel\tTrack Title\tArtist\n0:00\tTarn\tSalt\tEmber\n4:00\t\tAsh\tQuay"), expected);
    assert_eq!(read("Label\tArtist\tTitle\tTime\nTarn\tEmber\tSalt\t0:00\n\tQuay\tAsh\t4:00"), expected, "an empty first cell");
}

#[test]
fn a_rekordbox_export_is_utf16_and_its_time_is_a_length() {
    let export = "#\tArtwork\tTrack Title\tArtist\tAlbum\tGenre\tBPM\tRating\tTime\tKey\tDate Added\r\n\
        1\t\tSalt\tEmber\tLamps\tHouse\t124.00\t\t05:32\t8A\t2026-01-02\r\n2\t\tAsh\tQuay\t\tDub\t122.00\t\t06:10\t\t\r\n";
    let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain(export.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read_file(&bytes), clean(&["|Ember|Salt", "|Quay|Ash"]));
}

#[test]
fn a_spreadsheet_has_commas_or_semicolons_and_quotes() {
    let expected = clean(&["0:00|Ember, Quay|The \"Big\" One", "62:03|Mirin|Ode"]);
    assert_eq!(read("Track,Artist,Start Time\n\"The \"\"Big\"\" One\",\"Ember, Quay\",0:00\nOde,Mirin,1:02:03"), expected);
    assert_eq!(read("Title;Artist;Time\n\"The \"\"Big\"\" One\";Ember, Quay;0:00\nOde;Mirin;62:03"), expected);
}

#[test]
fn the_time_of_day_counts_from_the_first_track() {
    let serato = "name\tartist\tstart time\tend time\n7/12/26\t\t22:00:00\t\nSalt\tEmber\t23:58:00\t\nAsh\tQuay\t00:02:30\t";
    assert_eq!(read(serato), clean(&["0:00|Ember|Salt", "4:30|Quay|Ash"]));
    let american = "name,artist,start time\nSalt,Ember,11:58:00 PM\nAsh,Quay,12:02:30 AM";
    assert_eq!(read(american), clean(&["0:00|Ember|Salt", "4:30|Quay|Ash"]));
    let dated = "Title\tArtist\tPlayed At\nSalt\tEmber\t2026/07/12 00:10:00\nAsh\tQuay\t2026/07/12 00:14:30";
    assert_eq!(read(dated), clean(&["0:00|Ember|Salt", "4:30|Quay|Ash"]));
}

#[test]
fn a_table_of_markdown_is_a_table() {
    let table = "| Time | Artist | Title |\n|------|--------|-------|\n| 0:00 | Ember | Salt |\n| 4:00 | w/ Quay | ID |";
    assert_eq!(read(table), clean(&["0:00|Ember|Salt", "w/4:00|Quay|?"]));
}

#[test]
fn one_column_may_hold_both_names() {
    assert_eq!(
        read("Start,Track\n0:00,Ember - Salt [Tarn]\n4:00,Interlude"),
        troubled(&["0:00|Ember|Salt|Tarn", "4:00||Interlude"], &[(3, NoSeparator)])
    );
}

#[test]
fn rows_tell_their_problems() {
    let table = "Time\tArtist\tTitle\n4:00\tEmber\tSalt\n3:00\tQuay\tAsh\n3:99\tMirin\tOde\nsoon\tTarn\tFell";
    let tracks = ["4:00|Ember|Salt", "3:00|Quay|Ash", "|Mirin|Ode", "|Tarn|Fell"];
    assert_eq!(read(table), troubled(&tracks, &[(3, TimeGoesBack), (4, BadTime)]));
}
