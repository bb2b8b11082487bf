//! Who asks the byte routes over a socket, as a browser's audio element would.

use crate::house::{House, Server};
use contract::caller::Caller;
use reqwest::{Client, Method, Response};

pub struct Listener {
    server: Server,
    http: Client,
}

impl Listener {
    pub async fn of(house: &House, caller: &Caller) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self { server: Server::start(&house.service, caller).await, http: Client::new() }
    }

    pub async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Response {
        let request = self.http.request(method, format!("http://{}{path}", self.server.address));
        headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)).send().await.unwrap()
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        self.ask(Method::GET, path, headers).await
    }

    pub async fn status(&self, path: &str) -> u16 {
        self.get(path, &[]).await.status().as_u16()
    }
}

/// A header as text; empty where there is none.
pub fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}
