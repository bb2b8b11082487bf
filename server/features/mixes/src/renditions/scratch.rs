//! Where a rendition grows until it is whole: a file of its own, locked while somebody writes to it, so that what a killed process left
//! behind is told from what is being made.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// A file that goes with this value.
#[derive(Debug)]
pub(crate) struct Scratch {
    path: PathBuf,
    /// Holds the lock.
    _file: File,
}

impl Scratch {
    /// Makes an empty file of that name, and a handle to write to it. Blocks.
    pub(crate) fn create(uploads: &Path, name: &str) -> io::Result<(Self, File)> {
        let folder = folder(uploads);
        fs::create_dir_all(&folder)?;
        let path = folder.join(name);
        let file = File::create_new(&path)?;
        let scratch = Self { path, _file: file.try_clone()? };
        file.lock()?;
        Ok((scratch, file))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // One unlink; what a failure leaves behind is swept.
        let _ = fs::remove_file(&self.path);
    }
}

/// Removes the files that nobody writes to any more. Blocks.
pub(crate) fn remove_strays(uploads: &Path) -> io::Result<usize> {
    let entries = match fs::read_dir(folder(uploads)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        entries => entries?,
    };
    let mut removed = 0;
    for entry in entries {
        let path = entry?.path();
        let file = match File::open(&path) {
            // Its maker was quicker.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            file => file?,
        };
        if file.try_lock().is_ok() {
            fs::remove_file(&path)?;
            removed += 1;
        }
    }
    Ok(removed)
}

fn folder(uploads: &Path) -> PathBuf {
    uploads.join("renditions")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_writes_to_is_removed_and_what_grows_stays() {
        let uploads = tempfile::tempdir().unwrap();
        assert_eq!(remove_strays(uploads.path()).unwrap(), 0);
        let (growing, _handle) = Scratch::create(uploads.path(), "growing").unwrap();
        fs::write(folder(uploads.path()).join("left"), "half").unwrap();
        assert_eq!(remove_strays(uploads.path()).unwrap(), 1);
        assert!(growing.path().exists());
        let path = growing.path().to_owned();
        drop(growing);
        assert!(!path.exists());
    }
}
