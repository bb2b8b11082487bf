//! Calls over real sockets, into one process or two on the same database.

use crate::house::House;
use axum::{Extension, Router};
use bots::Service;
use contract::ids::TenantId;
use reqwest::{Client, Response};
use serde_json::{Value, json};
use std::{net::SocketAddr, sync::Arc};
use testing::visitor;
use tokio::{
    net::TcpListener,
    task::{JoinHandle, JoinSet},
};
use tokio_util::sync::CancellationToken;

/// A process: what it answers, and where.
struct Process {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Drop for Process {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Process {
    async fn of(service: Service, tenant: TenantId) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let caller = Extension(Arc::new(visitor(tenant)));
        let router: Router = bots::routes(service, CancellationToken::new()).layer(caller);
        Self { address, task: tokio::spawn(async move { axum::serve(listener, router).await.unwrap() }) }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}/api/bots/v1{path}", self.address)
    }
}

async fn post(url: String, token: String, text: String) -> Response {
    Client::new().post(url).bearer_auth(token).json(&json!({ "text": text })).send().await.unwrap()
}

#[tokio::test]
async fn a_burst_over_two_processes_is_five_and_the_rest_is_told_to_wait() {
    let house = House::new().await;
    let token = house.bot("Tracks").await.secret;
    let processes = [Process::of(house.service.clone(), house.tenant).await, Process::of(house.second().await, house.tenant).await];
    let burst = async || {
        let mut calls = JoinSet::new();
        for number in 0..12 {
            calls.spawn(post(processes[number % 2].url("/messages"), token.clone(), number.to_string()));
        }
        let answers = calls.join_all().await;
        for refused in answers.iter().filter(|answer| answer.status() != 201) {
            assert_eq!((refused.status().as_u16(), refused.headers()["retry-after"].to_str().unwrap()), (429, "1"));
        }
        answers.iter().filter(|answer| answer.status() == 201).count()
    };
    assert_eq!(burst().await, 5);
    house.bench.clock.advance_ms(2_000);
    assert_eq!(burst().await, 2);
    house.bench.clock.advance_ms(60_000);
    assert_eq!(burst().await, 5);
    assert_eq!(house.rooms.log.lock().unwrap().len(), 12);
}

#[tokio::test]
async fn who_asks_over_and_over_while_others_write_hears_everything_once() {
    let house = House::new().await;
    let token = house.bot("Tracks").await.secret;
    let process = Process::of(house.service.clone(), house.tenant).await;
    let rooms = (house.rooms.clone(), house.tenant);
    let writing = tokio::spawn(async move {
        let (rooms, tenant) = rooms;
        for number in 0..200_u32 {
            let author = contract::chat::Author {
                account: contract::ids::AccountId(kernel::Ids.next()),
                name: "Ama".to_owned(),
                role: contract::caller::Role::Fan,
                bot: false,
            };
            rooms.say(tenant, author, &number.to_string());
            // Some while it waits, some while it asks.
            if number % 7 == 0 {
                tokio::task::yield_now().await;
            }
        }
    });
    let (http, mut heard, mut after) = (Client::new(), Vec::new(), 0);
    while heard.len() < 200 {
        let url = process.url(&format!("/messages?after={after}&limit=40&wait=25"));
        let answer = http.get(url).bearer_auth(&token).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let page: Value = answer.json().await.unwrap();
        heard.extend(page["events"].as_array().unwrap().iter().map(|event| event["message"]["text"].as_str().unwrap().to_owned()));
        after = page["next"].as_u64().unwrap();
        house.bench.clock.advance_ms(1_000);
    }
    writing.await.unwrap();
    assert_eq!(heard, (0..200).map(|number| number.to_string()).collect::<Vec<_>>());
}
