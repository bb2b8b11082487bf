//! A folder and all below it into a list of recordings, by names only: what is inside them is read when their turn comes.

use crate::{Why, names, names::Kind};
use std::{
    collections::HashSet,
    fs::{self, Metadata},
    io,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

/// Folders within folders; more is a mistake or a trap.
const MOST_DEEP: usize = 32;
/// What NAS boxes and other systems leave between the files of people.
const NOISE: [&str; 4] = ["@eaDir", "__MACOSX", "#recycle", "System Volume Information"];

/// A file that is a recording by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// As found, below the folder that was asked for.
    pub path: PathBuf,
    /// Without links: what it is known by.
    pub real: PathBuf,
    pub size_bytes: u64,
    pub modified_ms: i64,
}

/// Something that was seen and can't come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    pub path: PathBuf,
    pub why: Why,
}

/// What a folder holds, in the order of its names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    pub recordings: Vec<Recording>,
    pub left: Vec<Left>,
}

/// Walks through `root`, or looks at `root` alone where it is a file. Links are followed, each folder is walked once; hidden files and
/// folders are passed over, and so is what is no recording by its name.
///
/// # Errors
/// When `root` itself can't be read. What lies below and can't be is told in [`Scan::left`].
pub fn scan(root: &Path) -> io::Result<Scan> {
    let mut walk = Walk::default();
    if root.is_dir() {
        fs::read_dir(root)?;
        walk.folder(root, 0);
    } else {
        let about = fs::metadata(root)?;
        walk.file(root.to_path_buf(), &about);
    }
    Ok(walk.scan)
}

#[derive(Default)]
struct Walk {
    scan: Scan,
    walked: HashSet<PathBuf>,
    listed: HashSet<PathBuf>,
}

impl Walk {
    fn folder(&mut self, folder: &Path, depth: usize) {
        if depth > MOST_DEEP {
            return self.leave(folder.to_path_buf(), Why::TooDeep);
        }
        let entries = fs::canonicalize(folder).and_then(|real| Ok((real, fs::read_dir(folder)?)));
        let (real, entries) = match entries {
            Ok(found) => found,
            Err(error) => return self.leave(folder.to_path_buf(), unreadable(&error)),
        };
        if !self.walked.insert(real) {
            return;
        }
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| !is_hidden(path)).collect();
        paths.sort();
        for path in paths {
            match fs::metadata(&path) {
                Ok(about) if about.is_dir() => self.folder(&path, depth + 1),
                Ok(about) => self.file(path, &about),
                // A broken link to what is no recording concerns nobody.
                Err(error) if names::kind(&path) != Kind::Other => self.leave(path, unreadable(&error)),
                Err(_) => {}
            }
        }
    }

    fn file(&mut self, path: PathBuf, about: &Metadata) {
        match names::kind(&path) {
            Kind::Other => return,
            Kind::Unsupported => return self.leave(path, Why::Unsupported),
            // Opening a pipe would wait for ever.
            Kind::Recording if !about.is_file() => return self.leave(path, Why::Unreadable("no regular file".to_owned())),
            Kind::Recording if about.len() == 0 => return self.leave(path, Why::Empty),
            Kind::Recording => {}
        }
        match fs::canonicalize(&path) {
            Ok(real) => {
                if self.listed.insert(real.clone()) {
                    self.scan.recordings.push(Recording { path, real, size_bytes: about.len(), modified_ms: modified_ms(about) });
                }
            }
            Err(error) => self.leave(path, unreadable(&error)),
        }
    }

    fn leave(&mut self, path: PathBuf, why: Why) {
        self.scan.left.push(Left { path, why });
    }
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.starts_with('.') || NOISE.contains(&name.as_ref())
}

pub(crate) fn unreadable(error: &io::Error) -> Why {
    Why::Unreadable(error.to_string())
}

/// When the file was last written to; 0 where the disk doesn't say.
pub(crate) fn modified_ms(about: &Metadata) -> i64 {
    let since = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
