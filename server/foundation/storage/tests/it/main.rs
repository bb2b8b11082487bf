//! The same behaviour in a folder and in a bucket.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

mod moto;

use bytes::Bytes;
use futures::TryStreamExt;
use moto::Moto;
use std::{future::Future, path::Path};
use storage::{Config, Error, Storage};

/// Runs `behaviour` on an empty folder and on an empty bucket.
async fn everywhere<F: Future<Output = ()>>(behaviour: impl Fn(Storage, std::path::PathBuf) -> F) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let scratch = tempfile::tempdir().unwrap();
    let folder = Config { folder: scratch.path().join("files"), s3: None };
    behaviour(Storage::open(&folder).unwrap(), scratch.path().to_owned()).await;
    let moto = Moto::start("mixes").await;
    let bucket = Config { folder: scratch.path().join("unused"), s3: Some(moto.config()) };
    behaviour(Storage::open(&bucket).unwrap(), scratch.path().to_owned()).await;
}

fn write(folder: &Path, name: &str, content: &[u8]) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

#[tokio::test]
async fn what_is_put_comes_back_whole_and_in_parts() {
    everywhere(async |storage, _| {
        storage.put("t1/a/b.bin", Bytes::from_static(b"0123456789")).await.unwrap();
        assert_eq!(storage.get("t1/a/b.bin").await.unwrap(), "0123456789");
        assert_eq!(storage.get_range("t1/a/b.bin", 3..6).await.unwrap(), "345");
        assert_eq!(storage.size("t1/a/b.bin").await.unwrap(), 10);
        let pieces: Vec<Bytes> = storage.stream("t1/a/b.bin", 8..10).await.unwrap().try_collect().await.unwrap();
        assert_eq!(pieces.concat(), b"89");
        storage.put("t1/a/b.bin", Bytes::from_static(b"new")).await.unwrap();
        assert_eq!(storage.get("t1/a/b.bin").await.unwrap(), "new");
        storage.put("t1/empty", Bytes::new()).await.unwrap();
        assert_eq!(storage.get("t1/empty").await.unwrap(), "");
    })
    .await;
}

#[tokio::test]
async fn a_file_of_many_parts_is_stored_and_the_source_left_alone() {
    everywhere(async |storage, scratch| {
        let content: Vec<u8> = (0..15_000_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let path = write(&scratch, "upload.part", &content);
        storage.put_file("t1/original", &path).await.unwrap();
        storage.put_file("t1/original", &path).await.unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(storage.size("t1/original").await.unwrap(), 15_000_000);
        assert_eq!(storage.get_range("t1/original", 13_000_000..13_000_100).await.unwrap(), content[13_000_000..13_000_100]);
        let streamed: Vec<Bytes> = storage.stream("t1/original", 0..15_000_000).await.unwrap().try_collect().await.unwrap();
        assert!(streamed.concat() == content);
        let local = storage.materialise("t1/original", &scratch.join("tmp")).await.unwrap();
        assert!(std::fs::read(local.path()).unwrap() == content);
        drop(local);
        let left = std::fs::read_dir(scratch.join("tmp")).map_or(0, Iterator::count);
        assert_eq!(left, 0, "a copy stayed behind");
        assert_eq!(storage.size("t1/original").await.unwrap(), 15_000_000);
    })
    .await;
}

#[tokio::test]
async fn missing_files_are_told_from_broken_storage() {
    everywhere(async |storage, scratch| {
        assert!(matches!(storage.get("t1/nothing").await, Err(Error::NotFound(_))));
        assert!(matches!(storage.size("t1/nothing").await, Err(Error::NotFound(_))));
        assert!(matches!(storage.get_range("t1/nothing", 0..4).await, Err(Error::NotFound(_))));
        assert!(matches!(storage.stream("t1/nothing", 0..4).await.err(), Some(Error::NotFound(_))));
        assert!(matches!(storage.materialise("t1/nothing", &scratch).await, Err(Error::NotFound(_))));
        assert!(matches!(storage.put_file("t1/x", &scratch.join("nothing")).await, Err(Error::Disk { .. })));
        storage.delete("t1/nothing").await.unwrap();
        storage.delete_prefix("t1/nothing").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn deleting_a_prefix_spares_its_neighbours() {
    everywhere(async |storage, _| {
        for key in ["t1/mixes/a/x", "t1/mixes/a/cover/1.webp", "t1/mixes/ab/x", "t2/mixes/a/x"] {
            storage.put(key, Bytes::from_static(b"x")).await.unwrap();
        }
        storage.delete_prefix("t1/mixes/a").await.unwrap();
        assert!(storage.size("t1/mixes/a/x").await.is_err());
        assert!(storage.size("t1/mixes/a/cover/1.webp").await.is_err());
        assert_eq!(storage.size("t1/mixes/ab/x").await.unwrap(), 1);
        assert_eq!(storage.size("t2/mixes/a/x").await.unwrap(), 1);
        storage.delete("t2/mixes/a/x").await.unwrap();
        assert!(storage.size("t2/mixes/a/x").await.is_err());
    })
    .await;
}

#[tokio::test]
async fn keys_that_leave_the_tenant_are_refused() {
    everywhere(async |storage, _| {
        assert!(matches!(storage.put("t1/../t2/x", Bytes::new()).await, Err(Error::InvalidKey(_))));
        assert!(matches!(storage.get("/etc/passwd").await, Err(Error::InvalidKey(_))));
        assert!(matches!(storage.delete_prefix("").await, Err(Error::InvalidKey(_))));
        assert_eq!(storage.local_path("../x"), None);
    })
    .await;
}

#[tokio::test]
async fn only_a_folder_has_paths() {
    let scratch = tempfile::tempdir().unwrap();
    let storage = Storage::open(&Config { folder: scratch.path().to_owned(), s3: None }).unwrap();
    assert_eq!(storage.local_path("t1/a"), Some(scratch.path().join("t1/a")));
    storage.put("t1/a", Bytes::from_static(b"x")).await.unwrap();
    let names: Vec<_> = std::fs::read_dir(scratch.path().join("t1")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["a"], "something unfinished stayed behind");
}
