//! One socket that listens to the room, and checks what it hears.

use super::{
    LAST_WORDS, Room,
    log::{Heard, Place},
};
use crate::room::{
    dialect::{first, frame},
    tab::shake_hands_over,
};
use anyhow::{Result, bail};
use std::{sync::Arc, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    sync::watch,
    time::MissedTickBehavior,
};

/// What a slow reader's kernel holds for it, and how long it reads nothing.
const SMALL: u32 = 32 * 1024;
const NAP: Duration = Duration::from_secs(6);
/// Rows that a slow reader asks for again, several times, before its nap: more than waits for anybody.
const AGAIN: u64 = 100;
const TIMES: usize = 8;

/// How a socket listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Reads,
    /// Asks for much, and reads nothing for a while.
    Naps,
}

/// Listens until `end` is told and its row heard, or until the task is aborted.
///
/// # Errors
/// What it should have heard instead, or why the connection ended.
pub async fn listen(room: Arc<Room>, manner: Manner, mut end: watch::Receiver<Option<u64>>) -> Result<()> {
    let mut stream = open(&room, manner).await?;
    let mut place = Place::after(room.accepted());
    enter(&mut stream, &room, &mut place, 0).await?;
    let mut unread = Vec::new();
    let mut naps = if manner == Manner::Naps {
        tokio::time::interval_at(tokio::time::Instant::now() + NAP, 2 * NAP)
    } else {
        tokio::time::interval(Duration::from_secs(3600))
    };
    // On a slow machine too, somebody awake reads for as long as they slept: who never reads is given up after 30 s, and rightly.
    naps.set_missed_tick_behavior(MissedTickBehavior::Delay);
    naps.reset();
    let mut late = None;
    loop {
        let wanted = *end.borrow();
        if wanted.is_some() && late.is_none() {
            late = Some(tokio::time::Instant::now() + LAST_WORDS);
        }
        if wanted.is_some_and(|last| place.last() >= last) {
            return Ok(());
        }
        tokio::select! {
            read = stream.read_buf(&mut unread) => {
                if read? == 0 {
                    bail!("the server closed after row {}", place.last());
                }
                take(&room, &mut stream, &mut place, &mut unread).await?;
            }
            _ = end.changed() => {}
            () = tokio::time::sleep_until(late.unwrap_or_else(far)), if late.is_some() => {
                bail!("still at row {} of {wanted:?}: {place:?}, {manner:?}, {} bytes unread", place.last(), unread.len());
            }
            _ = naps.tick(), if manner == Manner::Naps && wanted.is_none() => {
                for _ in 0..TIMES {
                    enter(&mut stream, &room, &mut place, AGAIN).await?;
                }
                tokio::time::sleep(NAP).await;
            }
        }
    }
}

fn far() -> tokio::time::Instant {
    tokio::time::Instant::now() + Duration::from_secs(3600)
}

async fn open(room: &Room, manner: Manner) -> Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    if manner == Manner::Naps {
        socket.set_recv_buffer_size(SMALL)?;
    }
    let stream = socket.connect(room.address).await?;
    stream.set_nodelay(true)?;
    shake_hands_over(stream, room.address, "/socket", "").await
}

/// Asks for what comes after the last row, and for `again` rows before that.
async fn enter(stream: &mut TcpStream, room: &Room, place: &mut Place, again: u64) -> Result<()> {
    let (after, number) = (place.last().saturating_sub(again), place.ask());
    let text = format!(r#"{{"enter":{{"room":"{}","after":{after},"number":{number}}}}}"#, room.id);
    Ok(stream.write_all(&frame(&text)).await?)
}

/// Takes all whole frames.
async fn take(room: &Room, stream: &mut TcpStream, place: &mut Place, unread: &mut Vec<u8>) -> Result<()> {
    let mut at = 0;
    while let Some((kind, payload, next)) = first(&unread[at..]) {
        match kind {
            0x81 => match Heard::of(payload) {
                Heard::Resync => {
                    room.count_resync();
                    enter(stream, room, place, 0).await?;
                }
                Heard::Snapshot => {
                    place.skip_to(room.accepted());
                    enter(stream, room, place, 0).await?;
                }
                heard => {
                    if matches!(heard, Heard::Row(_)) {
                        room.count_row();
                    }
                    place.hear(&heard).map_err(anyhow::Error::msg)?;
                }
            },
            0x89 => stream.write_all(&[0x8A, 0x80, 0, 0, 0, 0]).await?,
            _ => bail!("the server closed after row {}: {:?}", place.last(), payload),
        }
        at += next;
    }
    unread.drain(..at);
    if unread.is_empty() {
        // A slow reader's heap of rows is not kept for what comes one by one.
        unread.shrink_to(1024);
    }
    Ok(())
}
