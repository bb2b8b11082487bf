//! A bot of an install in two processes, on one database and one Redis: it hears everything once, whichever it asks.

use super::{MESSAGES, Program as Bot, ROOM, texts};
use crate::{
    rooms::{Tab, done},
    support::{Browser, PASSWORD, Program, eventually},
};
use axum::{Router, extract::State, routing::post};
use contract::{chat::Room, realtime::ToTab};
use serde_json::{Value, json};
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};
use testing::redis::Redis;
use tokio::{net::TcpListener, time::timeout};

type Heard = Arc<Mutex<Vec<String>>>;

async fn created(admin: &mut Browser, name: &str) -> (String, String) {
    let reply: Value = admin.call("create-bot", &[("name", name)]).await.unwrap();
    let text = |field: &str| reply["Done"][field].as_str().unwrap().to_owned();
    (text("bot"), text("secret"))
}

#[tokio::test]
async fn what_is_said_at_either_process_is_heard_once_at_both() {
    let (redis, program) = (Redis::start().await, Program::new().await);
    assert!(program.run(&["migrate"]).await.success);
    for (name, role) in [("ama", "fan"), ("ben", "fan"), ("admin", "admin")] {
        let email = format!("{name}@example.org");
        let create = ["admin", "create", "--email", &email, "--name", name, "--role", role, "--password", PASSWORD];
        assert!(program.run(&create).await.success);
    }
    let url = redis.url();
    let serve = async || program.serve_as(&[], |command| command.env("REDIS_URL", &url).env("HECTIC_BOTS__PRIVATE_WEBHOOKS", "true")).await;
    let servers = [serve().await, serve().await];
    let [one, two]: [SocketAddr; 2] = servers.each_ref().map(|server| server.address.parse().unwrap());
    let signed_in = async |address, name: &str| {
        let mut browser = Browser::new(address, "localhost");
        browser.sign_in(&format!("{name}@example.org"), PASSWORD).await;
        browser
    };
    let mut admin = signed_in(one, "admin").await;
    let (bot, token) = created(&mut admin, "Tracks").await;

    let told = Heard::default();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let take = async |State(told): State<Heard>, body: String| {
        told.lock().unwrap().extend(texts(&serde_json::from_str(&body).unwrap()));
    };
    let receiver = Router::new().route("/", post(take)).with_state(told.clone());
    let receiver = tokio::spawn(async move { axum::serve(listener, receiver).await.unwrap() });
    let saved: Value = admin.call("set-bot-webhook", &[("bot", &bot), ("url", &url)]).await.unwrap();
    assert!(saved["Done"]["secret"].is_string(), "{saved}");

    // Asks the second process over and over, and is woken each time: else each call takes its 25 seconds.
    let mut asks = Bot::with(Browser::new(two, "localhost"), &token);
    let asking = tokio::spawn(async move {
        let (mut heard, mut after) = (Vec::new(), 0);
        while heard.len() < 9 {
            let page = asks.hear(&format!("after={after}&wait=25")).await;
            heard.extend(texts(&page));
            after = page["next"].as_u64().unwrap();
        }
        heard
    });
    let room: Room = admin.ask("room", &[]).await.unwrap();
    let mut tabs = Vec::new();
    for (address, name) in [(one, "ama"), (two, "ben")] {
        let mut tab = Tab::enter_at(address, &signed_in(address, name).await, room.id, 0).await;
        tab.until(|said| matches!(said, ToTab::Entered { .. }).then_some(())).await;
        tabs.push(tab);
    }
    for number in 0..8_u32 {
        done(&tabs[number as usize % 2].post(number, &number.to_string()).await);
    }
    let mut speaks = Bot::with(Browser::new(one, "localhost"), &token);
    assert_eq!(speaks.post(json!({ "text": "my own" })).await.status, 201);
    let said: Vec<String> = (0..8).map(|number| format!("posted {number}")).collect();
    let heard = timeout(Duration::from_secs(15), asking).await.expect("it is woken").unwrap();
    assert_eq!((&heard[..8], heard[8].as_str()), (&said[..], "posted my own"));
    eventually("the webhook was told all", async || told.lock().unwrap().len() >= 8).await;
    assert_eq!(*told.lock().unwrap(), said, "once, in order, and without its own");

    let revoked: Value = admin.call("revoke-bot", &[("bot", &bot)]).await.unwrap();
    assert!(revoked.get("Done").is_some(), "{revoked}");
    for address in [one, two] {
        let mut bot = Bot::with(Browser::new(address, "localhost"), &token);
        assert_eq!([bot.get(ROOM).await.status, bot.get(MESSAGES).await.status], [401, 401]);
    }
    receiver.abort();
}
