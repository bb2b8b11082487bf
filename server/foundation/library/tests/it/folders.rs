//! Folders as people keep them.

use library::{Find, Recording, Scan, Why, look, scan};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// Two seconds of sound with tags, in the format that the name ends in.
fn sound(folder: &Path, name: &str, tags: &[&str]) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-v", "error", "-y", "-f", "lavfi", "-i", "sine=frequency=440:duration=2"]);
    for tag in tags {
        ffmpeg.args(["-metadata", tag]);
    }
    let made = ffmpeg.arg(&path).status().expect("ffmpeg is needed for these tests: apt-get install ffmpeg");
    assert!(made.success(), "ffmpeg could not make {name}");
    path
}

fn names(scan: &Scan, root: &Path) -> Vec<String> {
    scan.recordings.iter().map(|found| found.path.strip_prefix(root).unwrap().to_string_lossy().into_owned()).collect()
}

fn only(root: &Path) -> Recording {
    let mut found = scan(root).unwrap().recordings;
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn looked(root: &Path) -> Find {
    look(&only(root)).unwrap()
}

const CUE: &str = "PERFORMER \"DJ\"\nFILE \"night.mp3\" MP3\n  TRACK 01 AUDIO\n    TITLE \"One\"\n    INDEX 01 00:00:00\n  TRACK 02 AUDIO\n    TITLE \"Two\"\n    INDEX 01 00:01:00\n";

#[test]
fn recordings_are_found_below_in_the_order_of_their_names_without_hidden_ones() {
    let folder = TempDir::new().unwrap();
    for name in ["b/2.MP3", "a/1.flac", "c.ogg", ".hidden.mp3", ".git/x.mp3", "@eaDir/c.ogg", "notes.txt", "cover.jpg", "a/1.cue"] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "something").unwrap();
    }
    let found = scan(folder.path()).unwrap();
    assert_eq!(names(&found, folder.path()), ["a/1.flac", "b/2.MP3", "c.ogg"]);
    assert_eq!(found.left, []);
    assert_eq!(found.recordings[0].size_bytes, 9);
    assert!(found.recordings[0].modified_ms > 1_600_000_000_000);
}

#[test]
fn what_cannot_come_in_is_named_with_its_reason() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("old.wma"), "something").unwrap();
    fs::write(at("nothing.mp3"), "").unwrap();
    std::os::unix::fs::symlink("/nowhere/at/all.mp3", at("gone.mp3")).unwrap();
    std::os::unix::fs::symlink("/nowhere/at/all.txt", at("gone.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(at("pipe.mp3")).status().unwrap().success());
    let found = scan(folder.path()).unwrap();
    assert_eq!(found.recordings, []);
    let left: Vec<_> = found.left.iter().map(|left| (left.path.file_name().unwrap().to_str().unwrap(), left.why.clone())).collect();
    assert!(matches!(&left[0], ("gone.mp3", Why::Unreadable(cause)) if cause.contains("No such file")), "{left:?}");
    assert_eq!(left[1], ("nothing.mp3", Why::Empty));
    assert_eq!(left[2], ("old.wma", Why::Unsupported));
    assert_eq!(left[3], ("pipe.mp3", Why::Unreadable("no regular file".to_owned())));
    assert_eq!(left.len(), 4);
}

#[test]
fn loops_of_links_end_and_a_file_is_found_once() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("a")).unwrap();
    fs::write(at("a/one.mp3"), "something").unwrap();
    std::os::unix::fs::symlink(folder.path(), at("a/back")).unwrap();
    std::os::unix::fs::symlink("back", at("a/self")).unwrap();
    std::os::unix::fs::symlink(at("a/one.mp3"), at("b.mp3")).unwrap();
    let found = scan(folder.path()).unwrap();
    assert_eq!(names(&found, folder.path()), ["a/one.mp3"]);
    assert_eq!(found.left, []);
}

#[test]
fn a_name_that_is_no_text_is_no_obstacle() {
    use std::os::unix::ffi::OsStrExt;
    let folder = TempDir::new().unwrap();
    let made = sound(folder.path(), "latin.mp3", &[]);
    let latin = folder.path().join(std::ffi::OsStr::from_bytes(b"2024-05-31 Caf\xe9.mp3"));
    fs::rename(made, &latin).unwrap();
    let found = only(folder.path());
    assert_eq!(found.path, latin);
    assert_eq!(look(&found).unwrap().title.as_deref(), Some("Caf\u{fffd}"));
}

#[test]
fn a_single_file_is_a_folder_of_one_and_a_missing_folder_is_an_error() {
    let folder = TempDir::new().unwrap();
    let made = sound(folder.path(), "one.mp3", &[]);
    sound(folder.path(), "two.mp3", &[]);
    assert_eq!(scan(&made).unwrap().recordings.len(), 1);
    assert!(scan(&folder.path().join("nowhere")).is_err());
}

#[test]
fn tags_a_sheet_and_a_picture_of_the_same_name_are_taken_along() {
    let folder = TempDir::new().unwrap();
    sound(folder.path(), "night.mp3", &["title=Night  Bus", "date=2024-05-31"]);
    // Latin-1 with the line ends of Windows, as old editors write it.
    let sheet = CUE.replace("One", "Caf\u{e9}").replace('\n', "\r\n");
    fs::write(folder.path().join("Night.CUE"), sheet.chars().map(|c| c as u8).collect::<Vec<_>>()).unwrap();
    fs::write(folder.path().join("cover.jpg"), "a picture").unwrap();
    fs::write(folder.path().join("night.PNG"), "a picture").unwrap();
    let found = looked(folder.path());
    assert_eq!(found.title.as_deref(), Some("Night Bus"));
    assert_eq!(found.dated_ms, 1_717_156_800_000, "noon of that day");
    let tracks: Vec<_> = found.tracks.iter().map(|track| (track.at_ms, track.title.as_str())).collect();
    assert_eq!(tracks, [(Some(0), "Café"), (Some(1_000), "Two")]);
    assert_eq!(found.cover, Some(folder.path().join("night.PNG")));
}

#[test]
fn a_sheet_of_another_name_counts_if_it_speaks_of_this_file_alone() {
    let folder = TempDir::new().unwrap();
    sound(folder.path(), "night.mp3", &[]);
    sound(folder.path(), "day.mp3", &[]);
    fs::write(folder.path().join("list.cue"), CUE).unwrap();
    let found = scan(folder.path()).unwrap().recordings;
    let tracks: Vec<usize> = found.iter().map(|recording| look(recording).unwrap().tracks.len()).collect();
    assert_eq!(tracks, [0, 2]);
    fs::write(folder.path().join("list.cue"), CUE.replace("  TRACK 02", "FILE \"day.mp3\" MP3\n  TRACK 02")).unwrap();
    assert!(found.iter().all(|recording| look(recording).unwrap().tracks.is_empty()), "a sheet of a disc");
}

#[test]
fn a_picture_of_the_folder_counts_where_none_has_the_name() {
    let folder = TempDir::new().unwrap();
    sound(folder.path(), "night.mp3", &[]);
    assert_eq!(looked(folder.path()).cover, None);
    for (name, wins) in [("front.png", "front.png"), ("Folder.jpg", "Folder.jpg"), ("COVER.JPEG", "COVER.JPEG"), ("day.jpg", "COVER.JPEG")]
    {
        fs::write(folder.path().join(name), "a picture").unwrap();
        assert_eq!(looked(folder.path()).cover, Some(folder.path().join(wins)));
    }
    fs::write(folder.path().join("night.jpg"), "").unwrap();
    assert_eq!(looked(folder.path()).cover, Some(folder.path().join("COVER.JPEG")), "an empty picture is none");
}

#[test]
fn a_renamed_program_is_no_recording_and_untagged_files_go_by_their_names() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("program.mp3"), [b"MZ".as_slice(), &[7; 100_000]].concat()).unwrap();
    assert_eq!(look(&only(folder.path())), Err(Why::NotAudio));
    fs::remove_file(folder.path().join("program.mp3")).unwrap();
    sound(folder.path(), "2023-02-03_late_night.flac", &[]);
    let found = looked(folder.path());
    assert_eq!(found.title.as_deref(), Some("late night"));
    assert_eq!(found.dated_ms, 1_675_425_600_000);
}
