//! One recording of a folder looked at closely: its first bytes, its tags, the CUE sheet and the picture beside it.

use crate::{
    Recording, Why, names, scan,
    text::{noon_ms, one_line},
};
use audio::{MAX_COVER_BYTES, Sniffed, Tags};
use chrono::{DateTime, NaiveDate};
use std::{
    fs::{self, File},
    io::{BufReader, Read},
    path::{Path, PathBuf},
};
use tracklists::Track;

/// What shows whether bytes are a recording.
const SNIFF_BYTES: u64 = 64 * 1024;
const PICTURES: [&str; 5] = ["jpg", "jpeg", "png", "webp", "gif"];
/// Pictures that stand for a whole folder, in this order.
const SLEEVES: [&str; 3] = ["cover", "folder", "front"];

/// What is known of a recording before it is analysed. All of it is a suggestion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    pub title: Option<String>,
    /// By tag, by name, else when the file was last written to.
    pub dated_ms: i64,
    pub tracks: Vec<Track>,
    /// A picture beside it; one inside it is for the analysis.
    pub cover: Option<PathBuf>,
}

/// Looks at a recording and what stands beside it.
///
/// # Errors
/// Why it can't come in. Tags, sheets and pictures that can't be read are left aside.
pub fn look(recording: &Recording) -> Result<Find, Why> {
    recognise(&recording.path)?;
    let tags = tags(&recording.path);
    let stem = recording.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let (named_day, rest) = names::dated(&stem);
    let neighbours = neighbours(&recording.path);
    let untagged = named_day.is_some().then(|| one_line(&rest.replace('_', " "))).filter(|rest| !rest.is_empty());
    Ok(Find {
        title: tags.title.as_deref().map(one_line).filter(|title| !title.is_empty()).or(untagged),
        dated_ms: dated(tags.date.as_deref(), named_day, recording.modified_ms),
        tracks: sheet(&recording.path, &neighbours).map(|path| tracks(&path)).unwrap_or_default(),
        cover: picture(&recording.path, &neighbours),
    })
}

fn recognise(path: &Path) -> Result<(), Why> {
    let mut first = Vec::new();
    let read = File::open(path).and_then(|file| file.take(SNIFF_BYTES).read_to_end(&mut first));
    read.map_err(|error| scan::unreadable(&error))?;
    match audio::sniff(&first) {
        Some(Sniffed::Audio(_)) => Ok(()),
        Some(Sniffed::Unsupported(_)) => Err(Why::Unsupported),
        None => Err(Why::NotAudio),
    }
}

fn tags(path: &Path) -> Tags {
    let Ok(file) = File::open(path) else { return Tags::default() };
    audio::read_tags(Box::new(BufReader::new(file))).unwrap_or_default()
}

/// The most precise day: a whole one of the tag, that of the name, a part of one that the file's own time fits or begins, the file's.
fn dated(tag: Option<&str>, named: Option<NaiveDate>, modified_ms: i64) -> i64 {
    let whole = tag.and_then(|tag| NaiveDate::parse_from_str(tag, "%Y-%m-%d").ok());
    if let Some(day) = whole.or(named) {
        return noon_ms(day);
    }
    let written = DateTime::from_timestamp_millis(modified_ms).unwrap_or_default().format("%Y-%m-%d").to_string();
    match tag {
        Some(tag) if !written.starts_with(tag) => {
            let first = ["-01", "-01-01"].iter().find_map(|rest| NaiveDate::parse_from_str(&format!("{tag}{rest}"), "%Y-%m-%d").ok());
            first.map_or(modified_ms, noon_ms)
        }
        _ => modified_ms,
    }
}

fn neighbours(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

fn lower(part: Option<&std::ffi::OsStr>) -> String {
    part.map(|part| part.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The sheet of this name, or the one sheet of the folder if it speaks of this file alone.
fn sheet(path: &Path, neighbours: &[PathBuf]) -> Option<PathBuf> {
    let (stem, name) = (lower(path.file_stem()), lower(path.file_name()));
    let sheets: Vec<&PathBuf> = neighbours.iter().filter(|path| lower(path.extension()) == "cue").collect();
    let own = sheets.iter().find(|sheet| [&stem, &name].contains(&&lower(sheet.file_stem())));
    if let Some(own) = own {
        return Some((*own).clone());
    }
    let [only] = sheets.as_slice() else { return None };
    let text = String::from_utf8_lossy(&bytes(only)).to_lowercase();
    let files: Vec<&str> = text.lines().filter(|line| line.trim_start().starts_with("file ")).collect();
    let recordings = neighbours.iter().filter(|path| names::kind(path) == names::Kind::Recording).count();
    // A sheet of several files tells of a disc, not of one mix.
    let speaks_of_it = files.len() <= 1 && (recordings == 1 || files.iter().any(|line| line.contains(&name)));
    speaks_of_it.then(|| (*only).clone())
}

fn tracks(sheet: &Path) -> Vec<Track> {
    tracklists::read_cue(&bytes(sheet)).tracks
}

fn bytes(sheet: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A sheet that can't be read costs the chapters, not the mix.
    if let Ok(file) = File::open(sheet) {
        let _ = file.take(2 * tracklists::MAX_BYTES as u64).read_to_end(&mut bytes);
    }
    bytes
}

/// The picture of this name, else that of the folder.
fn picture(path: &Path, neighbours: &[PathBuf]) -> Option<PathBuf> {
    let stem = lower(path.file_stem());
    let pictures: Vec<&PathBuf> = neighbours.iter().filter(|path| PICTURES.contains(&lower(path.extension()).as_str())).collect();
    let named = |wanted: &str| pictures.iter().find(|picture| lower(picture.file_stem()) == wanted && is_usable(picture));
    let found = named(&stem).or_else(|| SLEEVES.iter().find_map(|sleeve| named(sleeve)));
    found.map(|path| (*path).clone())
}

fn is_usable(picture: &Path) -> bool {
    fs::metadata(picture).is_ok_and(|about| about.is_file() && (1..=MAX_COVER_BYTES as u64).contains(&about.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_precise_day_counts() {
        let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap();
        let written = noon_ms(day("2024-05-31")) + 1;
        assert_eq!(dated(Some("2023-02-03"), Some(day("2020-01-01")), written), noon_ms(day("2023-02-03")));
        assert_eq!(dated(Some("2023"), Some(day("2020-01-01")), written), noon_ms(day("2020-01-01")));
        assert_eq!(dated(Some("2024"), None, written), written);
        assert_eq!(dated(Some("2023"), None, written), noon_ms(day("2023-01-01")));
        assert_eq!(dated(Some("2023-04"), None, written), noon_ms(day("2023-04-01")));
        assert_eq!(dated(Some("long ago"), None, written), written);
        assert_eq!(dated(None, None, written), written);
    }
}
