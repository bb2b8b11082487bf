//! Reads one connection to its end. While nothing comes it holds no buffer: one of 4 KiB on the stack serves each reading.

use crate::{
    Hub,
    frame::{self, CloseCode, Decoder, Incoming},
    tab::{Person, Tab},
};
use rustix::net::{Shutdown, shutdown, sockopt::set_socket_send_buffer_size};
use std::{
    io,
    pin::pin,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::net::TcpStream;

/// Bytes that wait in the kernel for a socket, before anything waits in ours; it counts its own bookkeeping twice.
const KERNEL_KEEPS: usize = 64 * 1024;
/// Bytes of one reading.
const READ: usize = 4096;
/// Messages a tab may send at once, and how many more each second.
const BURST: f64 = 40.0;
const PER_SECOND: f64 = 10.0;
/// How long the other end has to read the last of it.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// What a tab's messages mean.
pub trait Hear: Send + Sync + 'static {
    /// Takes one message; the next is read when this is done, so a tab can't pile up work.
    fn hear(&self, tab: &Arc<Tab>, text: String) -> impl Future<Output = ()> + Send;
}

/// What may be said: a bucket that fills as time goes by.
struct Allowance {
    left: f64,
    filled: Instant,
}

impl Allowance {
    fn take(&mut self, now: Instant) -> bool {
        self.left = (self.left + now.duration_since(self.filled).as_secs_f64() * PER_SECOND).min(BURST);
        self.filled = now;
        self.left -= 1.0;
        self.left >= 0.0
    }
}

/// Serves a connection whose handshake was answered. `read_ahead` is what the HTTP server had read already.
pub async fn serve(hub: Hub, stream: TcpStream, read_ahead: &[u8], longest: usize, person: Person, hear: &impl Hear) {
    // The kernel would keep megabytes for somebody who doesn't read. Where it can't be told, it keeps what it likes.
    let _ = set_socket_send_buffer_size(&stream, KERNEL_KEEPS);
    let Some(tab) = hub.connect(stream, person) else { return };
    let mut decoder = Decoder::new(longest);
    decoder.push(read_ahead);
    if let Err(code) = conversation(&tab, &mut decoder, hear).await {
        tracing::debug!(tab = tab.id, ?code, "a connection is ended");
        tab.close(code, "", None);
    }
    hub.disconnect(&tab);
    let _ = tokio::time::timeout(LAST_WORDS, last_words(&tab)).await;
}

/// Writes what waits. Then the other end is heard out: closed with something unread, a socket is reset, and the reason lost on its way.
async fn last_words(tab: &Tab) {
    while tab.outbox().waits() && tab.stream().writable().await.is_ok() {
        tab.flush();
    }
    if shutdown(tab.stream(), Shutdown::Write).is_ok() {
        ignore_the_rest(tab).await;
    }
}

async fn ignore_the_rest(tab: &Tab) {
    let mut buffer = [0; 512];
    while tab.stream().readable().await.is_ok() {
        match tab.stream().try_read(&mut buffer) {
            Ok(1..) => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            _ => return,
        }
    }
}

/// Ends well when the other end is gone or the connection over.
async fn conversation(tab: &Arc<Tab>, decoder: &mut Decoder, hear: &impl Hear) -> Result<(), CloseCode> {
    let mut allowance = Allowance { left: BURST, filled: Instant::now() };
    loop {
        while let Some(incoming) = decoder.take()? {
            match incoming {
                Incoming::Text(_) if !allowance.take(Instant::now()) => return Err(CloseCode::Policy),
                // On the heap while it lasts: what it needs would otherwise be kept for every tab that says nothing.
                Incoming::Text(text) => meanwhile(tab, Box::pin(hear.hear(tab, text))).await,
                Incoming::Ping(payload) => {
                    tab.send(&frame::pong(&payload));
                }
                Incoming::Pong => {}
                Incoming::Close => return Err(CloseCode::Normal),
            }
        }
        if !more(tab, decoder).await {
            return Ok(());
        }
    }
}

/// Does something and writes what waits meanwhile: a database that takes its time silences nobody.
async fn meanwhile(tab: &Tab, doing: impl Future<Output = ()>) {
    let mut doing = pin!(doing);
    loop {
        let waits = tab.outbox().waits();
        tokio::select! {
            () = &mut doing => return,
            ready = tab.stream().writable(), if waits => {
                if ready.is_err() {
                    // Gone; what they asked for is done all the same.
                    return doing.await;
                }
                tab.flush();
            }
            () = tab.wake.notified() => {}
        }
    }
}

/// Waits for bytes and writes what waits. False when the connection is over.
async fn more(tab: &Tab, decoder: &mut Decoder) -> bool {
    loop {
        let waits = {
            let outbox = tab.outbox();
            if outbox.is_over() {
                return false;
            }
            outbox.waits()
        };
        tokio::select! {
            ready = tab.stream().readable() => {
                if ready.is_err() {
                    return false;
                }
                match read(tab, decoder) {
                    Ok(0) => return false,
                    Ok(_) => return true,
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                    Err(_) => return false,
                }
            }
            ready = tab.stream().writable(), if waits => {
                if ready.is_err() {
                    return false;
                }
                tab.flush();
            }
            () = tab.wake.notified() => {}
        }
    }
}

fn read(tab: &Tab, decoder: &mut Decoder) -> io::Result<usize> {
    let mut buffer = [0; READ];
    let read = tab.stream().try_read(&mut buffer)?;
    tab.was_heard(Instant::now());
    decoder.push(&buffer[..read]);
    Ok(read)
}
