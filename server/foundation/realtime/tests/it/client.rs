//! A WebSocket client of few words, and a server to talk to.

use contract::ids::{AccountId, TenantId};
use realtime::{Hear, Hub, Person, Tab, Topic, serve};
use std::sync::Arc;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
};
use uuid::Uuid;

pub const TENANT: TenantId = TenantId(Uuid::from_u128(1));

/// Enters the topic that a tab names, and echoes everything else to the tab alone.
struct Echo(Hub);

impl Hear for Echo {
    async fn hear(&self, tab: &Arc<Tab>, text: String) {
        match text.split_once(' ') {
            Some(("enter", name)) => {
                let entered = self.0.enter(tab, &topic(name));
                tab.say(&entered).unwrap();
            }
            Some(("leave", name)) => {
                self.0.leave(tab, &topic(name));
                tab.say(&"left").unwrap();
            }
            _ => {
                tab.say(&text).unwrap();
            }
        }
    }
}

pub fn topic(name: &str) -> Topic {
    Topic::new(TENANT, "room", name)
}

pub fn account(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

/// A client of person `number`, connected; small buffers, so that a slow one is soon full.
pub async fn connect(hub: &Hub, number: u128) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let (client, accepted) = tokio::join!(socket.connect(listener.local_addr().unwrap()), listener.accept());
    let (hub, stream) = (hub.clone(), accepted.unwrap().0);
    let person = Person { tenant: TENANT, account: Some(account(number)), key: number.to_string() };
    tokio::spawn(async move { serve(hub.clone(), stream, b"", 1000, person, &Echo(hub)).await });
    Client { stream: client.unwrap() }
}

pub struct Client {
    stream: TcpStream,
}

/// What a server said.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    Text(String),
    Ping,
    Close(u16),
    /// The connection ended without a close.
    Gone,
}

impl Client {
    pub async fn send(&mut self, text: &str) {
        self.frame(0x81, text.as_bytes()).await;
    }

    /// A frame under a mask of zeroes.
    pub async fn frame(&mut self, first: u8, payload: &[u8]) {
        let mut bytes = vec![first, 0x80 | 126];
        bytes.extend(u16::try_from(payload.len()).unwrap().to_be_bytes());
        if payload.len() < 126 {
            bytes = vec![first, 0x80 | u8::try_from(payload.len()).unwrap()];
        }
        bytes.extend([0; 4]);
        bytes.extend(payload);
        self.raw(&bytes).await;
    }

    pub async fn raw(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).await.unwrap();
    }

    pub async fn next(&mut self) -> Said {
        let mut head = [0; 2];
        if self.stream.read_exact(&mut head).await.is_err() {
            return Said::Gone;
        }
        let length = match head[1] {
            126 => usize::from(self.stream.read_u16().await.unwrap()),
            127 => usize::try_from(self.stream.read_u64().await.unwrap()).unwrap(),
            length => usize::from(length),
        };
        let mut payload = vec![0; length];
        self.stream.read_exact(&mut payload).await.unwrap();
        match head[0] {
            0x81 => Said::Text(String::from_utf8(payload).unwrap()),
            0x89 => Said::Ping,
            0x8A => Said::Text(format!("pong {}", String::from_utf8(payload).unwrap())),
            0x88 => Said::Close(u16::from_be_bytes([payload[0], payload[1]])),
            other => panic!("a frame of kind {other:#x}"),
        }
    }

    pub async fn text(&mut self) -> String {
        match self.next().await {
            Said::Text(text) => text,
            other => panic!("{other:?}"),
        }
    }

    pub async fn enter(&mut self, name: &str) {
        self.send(&format!("enter {name}")).await;
        assert_eq!(self.text().await, "true");
    }
}
