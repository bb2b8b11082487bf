//! What can go wrong with a stored file.

/// Says which key; the cause is the disk's or the store's own.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("no file at {0}")]
    NotFound(String),
    #[error("{0:?} is no storage key")]
    InvalidKey(String),
    #[error("{key} has {size_bytes} bytes, too many to hold in memory")]
    TooLarge { key: String, size_bytes: u64 },
    #[error("file {key}: {source}")]
    Disk { key: String, source: std::io::Error },
    #[error("object {key}: {source}")]
    Store { key: String, source: object_store::Error },
}

impl Error {
    pub(crate) fn disk(key: &str) -> impl FnOnce(std::io::Error) -> Self {
        let key = key.to_owned();
        move |source| match source.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound(key),
            _ => Self::Disk { key, source },
        }
    }

    pub(crate) fn store(key: &str) -> impl Fn(object_store::Error) -> Self + Send + 'static {
        let key = key.to_owned();
        move |source| match source {
            object_store::Error::NotFound { .. } => Self::NotFound(key.clone()),
            source => Self::Store { key: key.clone(), source },
        }
    }
}
