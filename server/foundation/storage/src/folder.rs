//! Files in a folder. Not through `object_store`: a finished upload is linked instead of copied, and reads come in large pieces.

use crate::{Error, Result};
use bytes::{Bytes, BytesMut};
use futures::{StreamExt, TryStreamExt, stream::BoxStream};
use std::{
    io::{self, SeekFrom},
    ops::Range,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::{
    fs,
    io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt},
};
use tokio_util::io::ReaderStream;

/// Each piece costs a trip to the blocking pool, so pieces are larger than a socket's buffer.
const PIECE_BYTES: usize = 256 * 1024;

#[derive(Clone, Debug)]
pub(crate) struct Folder {
    root: Arc<PathBuf>,
    unfinished: Arc<AtomicU64>,
}

impl Folder {
    pub(crate) fn open(root: &Path) -> Result<Self> {
        std::fs::create_dir_all(root).map_err(|source| Error::Disk { key: root.display().to_string(), source })?;
        Ok(Self { root: Arc::new(root.to_owned()), unfinished: Arc::default() })
    }

    pub(crate) fn path(&self, key: &str) -> PathBuf {
        self.root.join(key)
    }

    pub(crate) async fn put(&self, key: &str, content: Bytes) -> Result<()> {
        self.replace(key, async |temporary: &Path| {
            let mut file = fs::File::create_new(temporary).await?;
            file.write_all(&content).await?;
            file.sync_all().await
        })
        .await
    }

    pub(crate) async fn put_file(&self, key: &str, path: &Path) -> Result<()> {
        self.replace(key, async |temporary: &Path| match fs::hard_link(path, temporary).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                // Another disk, or a file system without links.
                copy(path, temporary).await
            }
            linked => linked,
        })
        .await
    }

    pub(crate) async fn put_copy(&self, key: &str, path: &Path) -> Result<()> {
        self.replace(key, async |temporary: &Path| copy(path, temporary).await).await
    }

    /// Writes beside the target and renames, so that nobody ever reads half a file.
    async fn replace(&self, key: &str, write: impl AsyncFnOnce(&Path) -> io::Result<()>) -> Result<()> {
        let target = self.path(key);
        let folder = target.parent().unwrap_or(&self.root);
        let number = self.unfinished.fetch_add(1, Ordering::Relaxed);
        let temporary = folder.join(format!(".unfinished-{}-{number}", std::process::id()));
        let replaced = async {
            fs::create_dir_all(folder).await?;
            // A process of the same number may have died here before.
            remove_if_there(&temporary).await?;
            write(&temporary).await?;
            fs::rename(&temporary, &target).await?;
            // The rename itself must survive a power cut, or a row would point at nothing.
            fs::File::open(folder).await?.sync_all().await
        }
        .await;
        // Left over after a failure, and after a rename between two links of one file, which does nothing.
        let removed = remove_if_there(&temporary).await;
        replaced.and(removed).map_err(|source| Error::Disk { key: key.to_owned(), source })
    }

    pub(crate) async fn get_range(&self, key: &str, range: Range<u64>) -> Result<Bytes> {
        let mut file = self.open_at(key, range.start).await?;
        let wanted = usize::try_from(range.end.saturating_sub(range.start)).unwrap_or(usize::MAX);
        let mut bytes = BytesMut::with_capacity(wanted.min(PIECE_BYTES));
        let mut limited = (&mut file).take(wanted as u64);
        while limited.read_buf(&mut bytes).await.map_err(Error::disk(key))? > 0 {}
        Ok(bytes.freeze())
    }

    pub(crate) async fn stream(&self, key: &str, range: Range<u64>) -> Result<BoxStream<'static, Result<Bytes>>> {
        let file = self.open_at(key, range.start).await?;
        let length = range.end.saturating_sub(range.start);
        let piece = usize::try_from(length).unwrap_or(PIECE_BYTES).clamp(1, PIECE_BYTES);
        let key = key.to_owned();
        Ok(ReaderStream::with_capacity(file.take(length), piece).map_err(move |error| Error::disk(&key)(error)).boxed())
    }

    async fn open_at(&self, key: &str, offset: u64) -> Result<fs::File> {
        let mut file = fs::File::open(self.path(key)).await.map_err(Error::disk(key))?;
        if offset > 0 {
            file.seek(SeekFrom::Start(offset)).await.map_err(Error::disk(key))?;
        }
        Ok(file)
    }

    pub(crate) async fn size(&self, key: &str) -> Result<u64> {
        let metadata = fs::metadata(self.path(key)).await.map_err(Error::disk(key))?;
        metadata.is_file().then_some(metadata.len()).ok_or_else(|| Error::NotFound(key.to_owned()))
    }

    pub(crate) async fn delete(&self, key: &str) -> Result<()> {
        remove_if_there(&self.path(key)).await.map_err(Error::disk(key))
    }

    pub(crate) async fn delete_prefix(&self, prefix: &str) -> Result<()> {
        match fs::remove_dir_all(self.path(prefix)).await {
            Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Err(Error::disk(prefix)(error))
            }
            _ => Ok(()),
        }
    }
}

async fn copy(path: &Path, to: &Path) -> io::Result<()> {
    fs::copy(path, to).await?;
    fs::File::open(to).await?.sync_all().await
}

async fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path).await {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
