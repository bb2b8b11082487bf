//! A server to talk to.

use contract::ids::{AccountId, TenantId};
use realtime::{Hear, Hub, Person, Tab, Topic, serve};
use std::sync::Arc;
use testing::socket::Socket;
use tokio::net::{TcpListener, TcpSocket};
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
            Some(("watch", _)) => {
                let entered = self.0.enter(tab, &Topic::station(TENANT));
                tab.say(&entered).unwrap();
            }
            Some(("leave", name)) => {
                self.0.leave(tab, &topic(name));
                tab.say(&"left").unwrap();
            }
            // As somebody waits whose database is away.
            None if text == "ponder" => {
                for _ in 0..5000 {
                    tab.say(&"x".repeat(900)).unwrap();
                }
                std::future::pending().await
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
pub async fn connect(hub: &Hub, number: u128) -> Socket {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let (client, accepted) = tokio::join!(socket.connect(listener.local_addr().unwrap()), listener.accept());
    let (hub, stream) = (hub.clone(), accepted.unwrap().0);
    let person = Person { tenant: TENANT, account: Some(account(number)), key: u64::try_from(number).unwrap() };
    tokio::spawn(async move { serve(hub.clone(), stream, b"", 1000, person, &Echo(hub)).await });
    Socket::over(client.unwrap())
}

pub async fn enter(client: &mut Socket, name: &str) {
    client.send(&format!("enter {name}")).await;
    assert_eq!(client.text().await, "true");
}
