//! What an upload costs the process in memory, measured from outside.

use crate::support::{Browser, PASSWORD, Program};
use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use reqwest::Method;
use sha2::{Digest, Sha256};
use std::fs;

const UPLOAD_BYTES: u64 = 1 << 30;
/// What the browser's uploader sends at once.
const PIECE_BYTES: u64 = 4 << 20;
const MOST_ADDED_KIB: u64 = 32 * 1024;

/// A line of `/proc/{id}/status`, in KiB.
fn status(process: u32, name: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim_start_matches(':').trim().trim_end_matches(" kB").parse().unwrap()
}

/// A piece of a WAV: its head, then silence.
fn piece(offset: u64) -> Bytes {
    let mut bytes = vec![0; PIECE_BYTES as usize];
    if offset == 0 {
        bytes[..12].copy_from_slice(b"RIFF\xf8\xff\xff\x3fWAVE");
    }
    bytes.into()
}

fn checksum(piece: &[u8]) -> String {
    format!("sha256 {}", STANDARD.encode(Sha256::digest(piece)))
}

#[tokio::test]
async fn an_upload_of_a_gibibyte_adds_less_than_32_mebibytes() {
    let program = Program::new().await;
    let created = program.run(&["admin", "create", "--email", "dj@example.org", "--name", "The DJ", "--password", PASSWORD]).await;
    assert!(created.success, "{created:?}");
    let serving = program.serve().await;
    let process = serving.process();
    let mut dj = Browser::new(serving.address.parse().unwrap(), "localhost").with("tus-resumable", "1.0.0");
    dj.sign_in("dj@example.org", PASSWORD).await;
    // What the first page costs is no upload's.
    assert_eq!(dj.get("/studio").await.status, 200);
    let metadata = format!("filename {}", STANDARD.encode("night.wav"));
    let request = dj.request(Method::POST, "/uploads").header("upload-length", UPLOAD_BYTES).header("upload-metadata", metadata);
    let created = dj.send(request).await;
    assert_eq!(created.status, 201, "{}", created.text());
    let upload = created.header("location").to_owned();

    // 5 resets the peak to what is used now (proc(5), clear_refs).
    fs::write(format!("/proc/{process}/clear_refs"), "5").unwrap();
    let before = status(process, "VmRSS");
    let silence = piece(1);
    let checksum_of_silence = checksum(&silence);
    for offset in (0..UPLOAD_BYTES).step_by(PIECE_BYTES as usize) {
        let body = if offset == 0 { piece(0) } else { silence.clone() };
        let checksum = if offset == 0 { checksum(&body) } else { checksum_of_silence.clone() };
        let request = dj
            .request(Method::PATCH, &upload)
            .header("content-type", "application/offset+octet-stream")
            .header("upload-offset", offset)
            .header("upload-checksum", checksum)
            .body(body);
        let answer = dj.send(request).await;
        assert_eq!(answer.status, 204, "at {offset}: {}", answer.text());
    }
    let added = status(process, "VmHWM").saturating_sub(before);
    // For who runs it with `--nocapture` to see how much room is left.
    println!("{added} KiB were added to {before} KiB");
    assert!(added < MOST_ADDED_KIB, "{added} KiB were added to {before}");
}
