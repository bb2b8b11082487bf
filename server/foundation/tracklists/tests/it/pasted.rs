//! Lists as they are pasted: lines of every shape, and what stands between them.

use crate::{
    expected::{clean, track, troubled},
    samples::LINES,
};
use tracklists::{Problem, ProblemKind::*, read};

#[test]
fn every_shape_of_a_line_gives_its_track_and_no_problem() {
    let mut wrong = Vec::new();
    for (line, expected) in LINES {
        let list = read(line);
        if list.tracks != [track(expected)] || !list.problems.is_empty() {
            wrong.push(format!("{line:?}\n  {list:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), LINES.len(), wrong.join("\n"));
}

#[test]
fn what_is_played_together_belongs_to_the_track_before() {
    let list = "0:00 Ember - Salt\nw/ Quay - Ash\n+ ID - ID\n4:00 w/Mirin - Ode\n5:00 Plus + Minus - Zero";
    assert_eq!(read(list), clean(&["0:00|Ember|Salt", "w/|Quay|Ash", "w/|?|?", "w/4:00|Mirin|Ode", "5:00|Plus + Minus|Zero"]));
    assert_eq!(read("w/ Ember - Salt"), clean(&["|Ember|Salt"]), "the first has none before it");
}

#[test]
fn a_line_of_several_tracks_is_several_tracks() {
    let list = "0:00 Ember - Salt w/ Quay - Ash [Tarn] w/ ID - ID\n4:00 Mirin - Ode w/ Friends";
    assert_eq!(read(list), clean(&["0:00|Ember|Salt", "w/|Quay|Ash|Tarn", "w/|?|?", "4:00|Mirin|Ode w/ Friends"]));
}

#[test]
fn headings_rules_links_and_blank_lines_are_left_out() {
    let list = "## Night Boat 12\n\nTracklist:\n-----\n00:00 Ember - Salt\n\nPart 2\n══════\n04:00 Quay - Ash\n* * *\n\
        Follow me on Nowhere!\nMore: https://example.org/me\n#house #dub\nwww.example.org\n";
    assert_eq!(read(list), clean(&["0:00|Ember|Salt", "4:00|Quay|Ash"]));
}

#[test]
fn windows_and_old_mac_line_ends_are_line_ends() {
    let expected = clean(&["0:00|Ember|Salt", "4:00|Quay|Ash"]);
    assert_eq!(read("00:00 Ember - Salt\r\n04:00 Quay - Ash\r\n"), expected);
    assert_eq!(read("00:00 Ember - Salt\r04:00 Quay - Ash"), expected);
}

#[test]
fn a_time_alone_is_that_of_the_next_line() {
    let list = "00:00\nEmber - Salt\n\n[04:00]\n2. Quay - Ash\n08:00 -\nMirin - Ode";
    assert_eq!(read(list), clean(&["0:00|Ember|Salt", "4:00|Quay|Ash", "8:00|Mirin|Ode"]));
}

#[test]
fn a_time_without_a_track_is_told() {
    let list = "00:00\n01:00\nEmber - Salt\n02:00\n03:00 Quay - Ash\n04:00";
    let problems = [(1, TimeWithoutTrack), (4, TimeWithoutTrack), (6, TimeWithoutTrack)];
    assert_eq!(read(list), troubled(&["1:00|Ember|Salt", "3:00|Quay|Ash"], &problems));
}

#[test]
fn times_that_go_back_are_kept_and_told_once() {
    let list = "00:00 Ember - Salt\n1:15:00 Quay - Ash\n20:00 Mirin - Ode\n25:00 Tarn - Fell";
    assert_eq!(read(list), troubled(&["0:00|Ember|Salt", "75:00|Quay|Ash", "20:00|Mirin|Ode", "25:00|Tarn|Fell"], &[(3, TimeGoesBack)]));
}

#[test]
fn what_only_looks_like_a_time_is_told_and_the_track_kept() {
    assert_eq!(read("12:75 Ember - Salt"), troubled(&["|Ember|Salt"], &[(1, BadTime)]));
    assert_eq!(read("24:7 Ember - Salt"), clean(&["|24:7 Ember|Salt"]));
}

#[test]
fn a_line_without_separator_is_a_title_and_told() {
    assert_eq!(read("00:00 Intro\n01:00 Ember - Salt"), troubled(&["0:00||Intro", "1:00|Ember|Salt"], &[(1, NoSeparator)]));
    assert_eq!(read("Ember -"), troubled(&["||Ember"], &[(1, NoSeparator)]));
}

#[test]
fn a_number_that_counts_on_is_no_part_of_the_artist() {
    assert_eq!(read("1 Ember - Salt\n2 Quay - Ash"), clean(&["|Ember|Salt", "|Quay|Ash"]));
    assert_eq!(read("12 Lanterns - Salt\n99 Boats - Ash"), clean(&["|12 Lanterns|Salt", "|99 Boats|Ash"]));
    assert_eq!(read("1 - Salt\n2 - Ash"), troubled(&["||Salt", "||Ash"], &[(1, NoSeparator), (2, NoSeparator)]));
}

#[test]
fn a_number_at_the_end_is_a_time_only_where_none_stand_in_front() {
    assert_eq!(read("00:00 Ember - Salt\n04:00 Quay - Noon 12:00"), clean(&["0:00|Ember|Salt", "4:00|Quay|Noon 12:00"]));
}

#[test]
fn by_parts_title_and_artist_only_where_nothing_else_does() {
    assert_eq!(read("Step by Step by Ember\nAsh by Quay"), clean(&["|Ember|Step by Step", "|Quay|Ash"]));
    let list = read("Ember - Salt\nQuay - Ash\nStep by Step");
    assert_eq!((list.tracks.last(), &list.problems[..]), (Some(&track("||Step by Step")), &[Problem { line: 3, kind: NoSeparator }][..]));
}

#[test]
fn nothing_gives_nothing() {
    for text in ["", "\n\n", "   ", "-----", "Tracklist:", "\u{feff}"] {
        assert_eq!(read(text), clean(&[]), "{text:?}");
    }
}
