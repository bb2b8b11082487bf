//! Objects in a bucket, by way of `object_store`.

use crate::{Error, LocalFile, Result, S3Config};
use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream::BoxStream};
use object_store::{
    ClientOptions, GetOptions, GetRange, ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart, aws::AmazonS3Builder,
    path::Path as Location,
};
use secrecy::ExposeSecret;
use std::{
    ops::Range,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{
    fs,
    io::{AsyncReadExt, AsyncWriteExt},
};

/// S3 wants 5 MiB at least; with two parts on their way a transfer holds 18 MiB.
const PART_BYTES: usize = 6 << 20;
const PARTS_AT_ONCE: usize = 2;

#[derive(Clone, Debug)]
pub(crate) struct Objects {
    store: Arc<dyn ObjectStore>,
    copies: Arc<AtomicU64>,
}

impl Objects {
    pub(crate) fn open(config: &S3Config) -> Result<Self> {
        // No limit on a whole request: an hour of audio may take an hour to leave. Silence is limited instead.
        let client = ClientOptions::new()
            .with_timeout_disabled()
            .with_connect_timeout(Duration::from_secs(5))
            .with_read_timeout(Duration::from_secs(30))
            .with_allow_http(config.allow_http);
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&config.bucket)
            .with_region(&config.region)
            .with_access_key_id(&config.access_key)
            .with_secret_access_key(config.secret_key.expose_secret())
            .with_virtual_hosted_style_request(config.virtual_hosted)
            .with_client_options(client);
        if !config.endpoint.is_empty() {
            builder = builder.with_endpoint(&config.endpoint);
        }
        let store = builder.build().map_err(Error::store(&config.bucket))?;
        Ok(Self { store: Arc::new(store), copies: Arc::default() })
    }

    pub(crate) async fn put(&self, key: &str, content: Bytes) -> Result<()> {
        self.store.put(&location(key), PutPayload::from_bytes(content)).await.map(|_| ()).map_err(Error::store(key))
    }

    pub(crate) async fn put_file(&self, key: &str, path: &Path) -> Result<()> {
        let unreadable = |source| Error::Disk { key: key.to_owned(), source };
        let mut file = fs::File::open(path).await.map_err(unreadable)?;
        let size_bytes = file.metadata().await.map_err(unreadable)?.len();
        if size_bytes <= PART_BYTES as u64 {
            let mut content = Vec::new();
            file.read_to_end(&mut content).await.map_err(unreadable)?;
            return self.put(key, content.into()).await;
        }
        let upload = self.store.put_multipart(&location(key)).await.map_err(Error::store(key))?;
        let mut parts = WriteMultipart::new_with_chunk_size(upload, PART_BYTES);
        // Not `read_buf` into one growing buffer: each part is handed over whole and freed when it has arrived.
        let mut piece = vec![0; 256 * 1024];
        let sent = async {
            loop {
                let read = file.read(&mut piece).await.map_err(unreadable)?;
                if read == 0 {
                    return Ok(());
                }
                parts.wait_for_capacity(PARTS_AT_ONCE).await.map_err(Error::store(key))?;
                parts.write(&piece[..read]);
            }
        }
        .await;
        match sent {
            Ok(()) => parts.finish().await.map(|_| ()).map_err(Error::store(key)),
            Err(error) => {
                // Parts of an upload that nobody finishes are kept, and paid for, until it is aborted.
                let _ = parts.abort().await;
                Err(error)
            }
        }
    }

    pub(crate) async fn get_range(&self, key: &str, range: Range<u64>) -> Result<Bytes> {
        self.store.get_range(&location(key), range).await.map_err(Error::store(key))
    }

    pub(crate) async fn stream(&self, key: &str, range: Range<u64>) -> Result<BoxStream<'static, Result<Bytes>>> {
        let options = GetOptions { range: Some(GetRange::Bounded(range)), ..GetOptions::default() };
        let answer = self.store.get_opts(&location(key), options).await.map_err(Error::store(key))?;
        Ok(answer.into_stream().map_err(Error::store(key)).boxed())
    }

    pub(crate) async fn size(&self, key: &str) -> Result<u64> {
        self.store.head(&location(key)).await.map(|found| found.size).map_err(Error::store(key))
    }

    pub(crate) async fn delete(&self, key: &str) -> Result<()> {
        match self.store.delete(&location(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(Error::store(key)(error)),
        }
    }

    pub(crate) async fn delete_prefix(&self, prefix: &str) -> Result<()> {
        let found = self.store.list(Some(&location(prefix))).map_ok(|object| object.location).boxed();
        let mut deleted = self.store.delete_stream(found);
        while let Some(result) = deleted.next().await {
            match result {
                Ok(_) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(Error::store(prefix)(error)),
            }
        }
        Ok(())
    }

    pub(crate) async fn download(&self, key: &str, size_bytes: u64, folder: &Path) -> Result<LocalFile> {
        let unwritable = |source| Error::Disk { key: key.to_owned(), source };
        fs::create_dir_all(folder).await.map_err(unwritable)?;
        let number = self.copies.fetch_add(1, Ordering::Relaxed);
        let copy = LocalFile::copy(folder.join(format!(".copy-{}-{number}", std::process::id())));
        let mut file = fs::File::create(copy.path()).await.map_err(unwritable)?;
        if size_bytes > 0 {
            let mut pieces = self.stream(key, 0..size_bytes).await?;
            while let Some(piece) = pieces.try_next().await? {
                file.write_all(&piece).await.map_err(unwritable)?;
            }
        }
        file.flush().await.map_err(unwritable)?;
        Ok(copy)
    }
}

fn location(key: &str) -> Location {
    Location::from(key)
}
