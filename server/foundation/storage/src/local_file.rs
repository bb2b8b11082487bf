//! A file that may be ours to remove.

use std::path::{Path, PathBuf};

/// A stored file on this machine, or a copy that is removed with this value.
#[derive(Debug)]
pub struct LocalFile {
    path: PathBuf,
    is_copy: bool,
}

impl LocalFile {
    pub(crate) fn stored(path: PathBuf) -> Self {
        Self { path, is_copy: false }
    }

    pub(crate) fn copy(path: PathBuf) -> Self {
        Self { path, is_copy: true }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for LocalFile {
    fn drop(&mut self) {
        if self.is_copy {
            // One unlink; what is left behind by a failure is swept with the folder.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
