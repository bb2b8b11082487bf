//! The bare fan-out, to be compared with programs that do nothing else: whoever connects to `/ROOM` hears every text that is
//! sent there. `floor` instead of the hub writes ready frames to one socket after the other: what the kernel allows.
//!
//! `fanout hub|floor` listens on a free port of 127.0.0.1 and prints it.

use realtime::{Hear, Hub, Limits, Person, Tab, Topic, frame, handshake, serve};
use std::{
    collections::HashMap,
    error::Error,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const LONGEST: usize = 16 * 1024;
const NOBODYS: &str = "00000000-0000-0000-0000-000000000000";

type Rooms = Arc<Mutex<HashMap<String, Vec<Arc<TcpStream>>>>>;

struct Everybody {
    hub: Hub,
    topic: Topic,
}

impl Hear for Everybody {
    async fn hear(&self, _: &Arc<Tab>, text: String) {
        self.hub.publish(&self.topic, &text).expect("a text is JSON");
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let is_floor = std::env::args().nth(1).as_deref() == Some("floor");
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    let hub = Hub::new(Limits { tabs: 100_000, ..Limits::default() }, b"\"resync\"");
    tokio::spawn({
        let hub = hub.clone();
        async move { hub.beat().await }
    });
    let rooms = Rooms::default();
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let (hub, rooms) = (hub.clone(), rooms.clone());
        tokio::spawn(async move {
            // An error is a client that has gone.
            let _ = if is_floor { floor(stream, rooms).await } else { room(stream, hub).await };
        });
    }
}

async fn room(mut stream: TcpStream, hub: Hub) -> Result<(), Box<dyn Error + Send + Sync>> {
    let name = shake_hands(&mut stream).await?;
    let person = Person { tenant: NOBODYS.parse()?, account: None, key: u64::from(stream.peer_addr()?.port()) };
    let topic = Topic::new(person.tenant, "room", name);
    let entering = Entering { everybody: Everybody { hub: hub.clone(), topic }, entered: Mutex::default() };
    serve(hub, stream, b"", LONGEST, person, &entering).await;
    Ok(())
}

/// Enters with the first text, which says nothing else.
struct Entering {
    everybody: Everybody,
    entered: Mutex<bool>,
}

impl Hear for Entering {
    async fn hear(&self, tab: &Arc<Tab>, text: String) {
        if std::mem::replace(&mut *self.entered.lock().unwrap_or_else(PoisonError::into_inner), true) {
            return self.everybody.hear(tab, text).await;
        }
        self.everybody.hub.enter(tab, &self.everybody.topic);
    }
}

async fn floor(mut stream: TcpStream, rooms: Rooms) -> Result<(), Box<dyn Error + Send + Sync>> {
    let name = shake_hands(&mut stream).await?;
    let stream = Arc::new(stream);
    rooms.lock().unwrap_or_else(PoisonError::into_inner).entry(name.clone()).or_default().push(stream.clone());
    let mut decoder = frame::Decoder::new(LONGEST);
    let mut buffer = [0; 4096];
    loop {
        stream.readable().await?;
        match stream.try_read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(read) => decoder.push(&buffer[..read]),
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => continue,
            Err(error) => return Err(error.into()),
        }
        while let Ok(Some(frame::Incoming::Text(text))) = decoder.take() {
            if text == "enter" {
                continue;
            }
            let ready = frame::text(&serde_json::to_vec(&text)?);
            for socket in rooms.lock().unwrap_or_else(PoisonError::into_inner).get(&name).into_iter().flatten() {
                let _ = socket.try_write(&ready);
            }
        }
    }
}

/// Answers the handshake and gives the room that was asked for.
async fn shake_hands(stream: &mut TcpStream) -> Result<String, Box<dyn Error + Send + Sync>> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8(head)?;
    let value = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    let asked = handshake::Asked {
        upgrade: value("Upgrade: "),
        connection: value("Connection: "),
        version: value("Sec-WebSocket-Version: "),
        key: value("Sec-WebSocket-Key: "),
        origin: "",
        site: "",
    };
    let accept = handshake::accept(&asked).map_err(|refused| format!("{refused:?}"))?;
    let answer =
        format!("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: {accept}\r\n\r\n");
    stream.write_all(answer.as_bytes()).await?;
    Ok(head.split(' ').nth(1).unwrap_or_default().to_owned())
}
