//! Bytes from a request into the part file, in flat memory. Knows no headers.

use super::{
    checksum::Checksum,
    finish,
    part::{Part, disk},
    reply::Stop,
};
use crate::Service;
use axum::body::BodyDataStream;
use bytes::BytesMut;
use contract::studio::UploadRefusal;
use futures::StreamExt;
use http::StatusCode;
use std::{io::SeekFrom, time::Duration};
use tokio::{
    fs::{File, OpenOptions},
    io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt},
    time::timeout,
};

/// Pieces as they reach the disk; a request holds little more than one.
const PIECE_BYTES: usize = 256 * 1024;
/// How often the bytes are forced down to the disk and the row follows.
const SAVE_EVERY_BYTES: u64 = 8 << 20;
/// What must be there before a file can be called no recording: a headerless MP3 shows itself only by several frames.
const SNIFF_BYTES: u64 = 64 * 1024;
/// A connection that says nothing for so long is dead, and must not block the next.
const SILENCE: Duration = Duration::from_secs(30);

/// Receives until the body ends, breaks off, falls silent or someone else wants the upload. What arrived is kept, except
/// where it isn't what the checksum promised. Gives the part back with its new offset.
pub(crate) async fn receive(
    service: &Service,
    mut part: Part,
    body: &mut BodyDataStream,
    checksum: Option<Checksum>,
) -> Result<Part, Stop> {
    let start = part.offset;
    let is_checked = checksum.is_some();
    if is_checked {
        part.save(service, Some(start)).await?;
    }
    let file = open(&part).await.map_err(disk)?;
    let mut inflow = Inflow { file, buffer: BytesMut::with_capacity(PIECE_BYTES), checksum, is_recognised: start >= threshold(&part) };
    let ending = inflow.pump(service, &mut part, body, is_checked).await?;
    inflow.write(service, &mut part).await?;
    let verdict = match (ending, inflow.checksum.take().map(Checksum::matches)) {
        (Ending::TooMuch, _) => Some(Stop::Status(StatusCode::PAYLOAD_TOO_LARGE)),
        (Ending::Whole, Some(false)) => Some(UploadRefusal::ChecksumMismatch.into()),
        // Nobody can tell whether half a chunk is right.
        (Ending::Broken, Some(_)) => Some(Stop::Status(StatusCode::BAD_REQUEST)),
        _ => None,
    };
    if verdict.is_some() {
        inflow.file.set_len(start).await.map_err(disk)?;
        part.offset = start;
    }
    inflow.file.sync_data().await.map_err(disk)?;
    part.save(service, None).await?;
    verdict.map_or(Ok(part), Err)
}

/// Reads on for a while after a refusal: who is still sending would otherwise see a broken connection instead of the answer.
pub(crate) async fn drain(body: &mut BodyDataStream) {
    let mut left = 16_usize << 20;
    let reading = async {
        while let Some(Ok(bytes)) = body.next().await {
            left = left.saturating_sub(bytes.len());
            if left == 0 {
                break;
            }
        }
    };
    let _ = timeout(Duration::from_secs(10), reading).await;
}

fn threshold(part: &Part) -> u64 {
    part.size_bytes().min(SNIFF_BYTES)
}

/// The bytes by which an upload is recognised.
pub(crate) async fn first_bytes(part: &Part) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(SNIFF_BYTES as usize);
    File::open(&part.path).await?.take(SNIFF_BYTES).read_to_end(&mut bytes).await?;
    Ok(bytes)
}

async fn open(part: &Part) -> std::io::Result<File> {
    if let Some(folder) = part.path.parent() {
        tokio::fs::create_dir_all(folder).await?;
    }
    let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(&part.path).await?;
    file.set_max_buf_size(PIECE_BYTES);
    file.seek(SeekFrom::Start(part.offset)).await?;
    Ok(file)
}

enum Ending {
    Whole,
    Broken,
    TooMuch,
}

struct Inflow {
    file: File,
    buffer: BytesMut,
    checksum: Option<Checksum>,
    is_recognised: bool,
}

impl Inflow {
    async fn pump(&mut self, service: &Service, part: &mut Part, body: &mut BodyDataStream, is_checked: bool) -> Result<Ending, Stop> {
        let mut saved = part.offset;
        loop {
            let next = tokio::select! {
                next = timeout(SILENCE, body.next()) => next,
                () = part.hold.stopped() => return Ok(Ending::Broken),
            };
            let bytes = match next {
                Ok(Some(Ok(bytes))) => bytes,
                Ok(None) => return Ok(Ending::Whole),
                Ok(Some(Err(_))) | Err(_) => return Ok(Ending::Broken),
            };
            if part.offset + (self.buffer.len() + bytes.len()) as u64 > part.size_bytes() {
                return Ok(Ending::TooMuch);
            }
            if let Some(checksum) = &mut self.checksum {
                checksum.update(&bytes);
            }
            self.buffer.extend_from_slice(&bytes);
            if self.buffer.len() >= PIECE_BYTES {
                self.write(service, part).await?;
            }
            if part.offset - saved < SAVE_EVERY_BYTES {
                continue;
            }
            saved = part.offset;
            self.file.sync_data().await.map_err(disk)?;
            if !is_checked {
                part.save(service, None).await?;
            }
        }
    }

    async fn write(&mut self, service: &Service, part: &mut Part) -> Result<(), Stop> {
        self.file.write_all(&self.buffer).await.map_err(disk)?;
        self.file.flush().await.map_err(disk)?;
        part.offset += self.buffer.len() as u64;
        self.buffer.clear();
        if !self.is_recognised && part.offset >= threshold(part) {
            self.is_recognised = true;
            finish::sniff(service, part).await?;
        }
        Ok(())
    }
}
