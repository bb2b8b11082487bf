//! Files of the install, by key: in a folder, or in a bucket of any S3-compatible store.
//!
//! Knows no tenant and no feature: a feature begins its keys with the tenant's id and decides who may read them.

mod error;
mod folder;
mod key;
mod local_file;
mod objects;

pub use error::Error;
pub use local_file::LocalFile;

use bytes::Bytes;
use folder::Folder;
use futures::stream::BoxStream;
use objects::Objects;
use secrecy::SecretString;
use serde::{Deserialize, Deserializer};
use std::{
    ops::Range,
    path::{Path, PathBuf},
};

pub type Result<T> = std::result::Result<T, Error>;

/// The most that [`Storage::get`] brings into memory; larger files are streamed.
pub const MAX_GET_BYTES: u64 = 32 << 20;

/// Where the files are.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Used unless `s3` is set.
    pub folder: PathBuf,
    pub s3: Option<S3Config>,
}

impl Default for Config {
    fn default() -> Self {
        Self { folder: PathBuf::from("files"), s3: None }
    }
}

/// An S3-compatible store.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3Config {
    pub bucket: String,
    /// Such as `https://s3.eu-central-1.amazonaws.com`; empty for AWS itself.
    #[serde(default)]
    pub endpoint: String,
    #[serde(default = "default_region")]
    pub region: String,
    pub access_key: String,
    #[serde(deserialize_with = "secret")]
    pub secret_key: SecretString,
    /// For stores on this machine or in a private network.
    #[serde(default)]
    pub allow_http: bool,
    /// The bucket as part of the host name instead of the path.
    #[serde(default)]
    pub virtual_hosted: bool,
}

fn secret<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<SecretString, D::Error> {
    String::deserialize(from).map(SecretString::from)
}

fn default_region() -> String {
    "us-east-1".to_owned()
}

/// The install's files. Cheap to clone.
///
/// A key is a path of segments of ASCII letters, digits, `-`, `_` and inner dots, such as `{tenant}/mixes/{mix}/waveform`;
/// anything else is [`Error::InvalidKey`].
#[derive(Clone, Debug)]
pub struct Storage {
    place: Place,
}

#[derive(Clone, Debug)]
enum Place {
    Folder(Folder),
    Objects(Objects),
}

impl Storage {
    /// Opens the folder, creating it, or prepares the client of the bucket, without a request.
    ///
    /// # Errors
    /// When the folder can't be made or the store's address makes no sense.
    pub fn open(config: &Config) -> Result<Self> {
        let place = match &config.s3 {
            Some(s3) => Place::Objects(Objects::open(s3)?),
            None => Place::Folder(Folder::open(&config.folder)?),
        };
        Ok(Self { place })
    }

    /// Stores small content under `key`, whole or not at all; replaces what is there.
    ///
    /// # Errors
    /// The disk's or the store's.
    pub async fn put(&self, key: &str, content: Bytes) -> Result<()> {
        key::check(key)?;
        match &self.place {
            Place::Folder(folder) => folder.put(key, content).await,
            Place::Objects(objects) => objects.put(key, content).await,
        }
    }

    /// Stores the file at `path` under `key`, whole or not at all, in flat memory. The file stays where it is; in a folder on
    /// the same disk both names share the bytes, so it must not be written to afterwards, only removed.
    ///
    /// # Errors
    /// The disk's or the store's.
    pub async fn put_file(&self, key: &str, path: &Path) -> Result<()> {
        key::check(key)?;
        match &self.place {
            Place::Folder(folder) => folder.put_file(key, path).await,
            Place::Objects(objects) => objects.put_file(key, path).await,
        }
    }

    /// As [`Storage::put_file`], of a file that others may write to afterwards: nothing is shared with it.
    ///
    /// # Errors
    /// The disk's or the store's.
    pub async fn put_copy(&self, key: &str, path: &Path) -> Result<()> {
        key::check(key)?;
        match &self.place {
            Place::Folder(folder) => folder.put_copy(key, path).await,
            Place::Objects(objects) => objects.put_file(key, path).await,
        }
    }

    /// All of a file of at most [`MAX_GET_BYTES`].
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::TooLarge`], the disk's or the store's.
    pub async fn get(&self, key: &str) -> Result<Bytes> {
        let size_bytes = self.size(key).await?;
        if size_bytes > MAX_GET_BYTES {
            return Err(Error::TooLarge { key: key.to_owned(), size_bytes });
        }
        if size_bytes == 0 {
            return Ok(Bytes::new());
        }
        self.get_range(key, 0..size_bytes).await
    }

    /// The bytes of `range`, fewer where the file ends before it does.
    ///
    /// # Errors
    /// [`Error::NotFound`], the disk's or the store's.
    pub async fn get_range(&self, key: &str, range: Range<u64>) -> Result<Bytes> {
        key::check(key)?;
        match &self.place {
            Place::Folder(folder) => folder.get_range(key, range).await,
            Place::Objects(objects) => objects.get_range(key, range).await,
        }
    }

    /// The bytes of `range` piece by piece. `range` must lie within the file and not be empty.
    ///
    /// # Errors
    /// [`Error::NotFound`], the disk's or the store's; the stream itself fails where reading does.
    pub async fn stream(&self, key: &str, range: Range<u64>) -> Result<BoxStream<'static, Result<Bytes>>> {
        key::check(key)?;
        match &self.place {
            Place::Folder(folder) => folder.stream(key, range).await,
            Place::Objects(objects) => objects.stream(key, range).await,
        }
    }

    /// The file's length in bytes.
    ///
    /// # Errors
    /// [`Error::NotFound`], the disk's or the store's.
    pub async fn size(&self, key: &str) -> Result<u64> {
        key::check(key)?;
        match &self.place {
            Place::Folder(folder) => folder.size(key).await,
            Place::Objects(objects) => objects.size(key).await,
        }
    }

    /// Removes the file; nothing happens where none is.
    ///
    /// # Errors
    /// The disk's or the store's.
    pub async fn delete(&self, key: &str) -> Result<()> {
        key::check(key)?;
        match &self.place {
            Place::Folder(folder) => folder.delete(key).await,
            Place::Objects(objects) => objects.delete(key).await,
        }
    }

    /// Removes all files under `prefix/`; nothing happens where none are.
    ///
    /// # Errors
    /// The disk's or the store's; part of the files may be gone then.
    pub async fn delete_prefix(&self, prefix: &str) -> Result<()> {
        key::check(prefix)?;
        match &self.place {
            Place::Folder(folder) => folder.delete_prefix(prefix).await,
            Place::Objects(objects) => objects.delete_prefix(prefix).await,
        }
    }

    /// Where the file lies, if it lies on a disk of this machine; says nothing about whether it exists.
    pub fn local_path(&self, key: &str) -> Option<PathBuf> {
        match &self.place {
            Place::Folder(folder) if key::check(key).is_ok() => Some(folder.path(key)),
            _ => None,
        }
    }

    /// A file on this machine with the content, for code that must seek: the stored one itself, or a copy in `folder` that goes
    /// when the answer is dropped.
    ///
    /// # Errors
    /// [`Error::NotFound`], the disk's or the store's.
    pub async fn materialise(&self, key: &str, folder: &Path) -> Result<LocalFile> {
        let size_bytes = self.size(key).await?;
        match &self.place {
            Place::Folder(place) => Ok(LocalFile::stored(place.path(key))),
            Place::Objects(objects) => objects.download(key, size_bytes, folder).await,
        }
    }
}
