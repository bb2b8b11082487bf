//! Somebody's server that is told of messages: over a real socket, up or down as the test says.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};
use tokio::{
    net::{TcpListener, TcpSocket},
    sync::Notify,
    task::JoinHandle,
};

/// A call as it came in.
#[derive(Clone, Debug)]
pub struct Call {
    pub headers: HeaderMap,
    pub body: String,
}

#[derive(Clone)]
struct Inbox {
    calls: Arc<Mutex<Vec<Call>>>,
    answer: Arc<Mutex<StatusCode>>,
    /// Calls wait for it before they are answered, if there is one.
    gate: Arc<Mutex<Option<Arc<Notify>>>>,
}

pub struct Receiver {
    pub address: SocketAddr,
    inbox: Inbox,
    task: JoinHandle<()>,
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Receiver {
    pub async fn start() -> Self {
        Self::start_at("127.0.0.1:0".parse().unwrap()).await
    }

    /// At an address that was another one's.
    pub async fn start_at(address: SocketAddr) -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_reuseaddr(true).unwrap();
        socket.bind(address).unwrap();
        let listener: TcpListener = socket.listen(64).unwrap();
        let address = listener.local_addr().unwrap();
        let inbox = Inbox { calls: Arc::default(), answer: Arc::new(Mutex::new(StatusCode::NO_CONTENT)), gate: Arc::default() };
        let router = Router::new().route("/hook", post(take)).with_state(inbox.clone());
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, inbox, task }
    }

    pub fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    pub fn answer_with(&self, status: StatusCode) {
        *self.inbox.answer.lock().unwrap() = status;
    }

    /// From now on calls wait until the gate is notified.
    pub fn hold(&self) -> Arc<Notify> {
        let gate = Arc::new(Notify::new());
        *self.inbox.gate.lock().unwrap() = Some(gate.clone());
        gate
    }

    pub fn calls(&self) -> Vec<Call> {
        self.inbox.calls.lock().unwrap().clone()
    }

    /// The texts of all messages that were told, call by call.
    pub fn told(&self) -> Vec<Vec<String>> {
        self.calls().iter().map(Call::texts).collect()
    }
}

async fn take(State(inbox): State<Inbox>, headers: HeaderMap, body: String) -> Response {
    let gate = inbox.gate.lock().unwrap().clone();
    inbox.calls.lock().unwrap().push(Call { headers, body });
    if let Some(gate) = gate {
        gate.notified().await;
    }
    let status = *inbox.answer.lock().unwrap();
    (status, [(header::LOCATION, "/elsewhere")], Bytes::new()).into_response()
}

impl Call {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn texts(&self) -> Vec<String> {
        let events = self.json()["events"].as_array().unwrap().clone();
        events.iter().map(|event| event["message"]["text"].as_str().unwrap().to_owned()).collect()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap().to_str().unwrap()
    }

    /// Checked as docs/BOTS.md tells receivers to.
    pub fn is_signed_with(&self, secret: &str) -> bool {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        mac.update(format!("{}.{}", self.header("x-hectic-timestamp"), self.body).as_bytes());
        let signature = self.header("x-hectic-signature").strip_prefix("sha256=").unwrap();
        let bytes: Vec<u8> = (0..signature.len()).step_by(2).map(|at| u8::from_str_radix(&signature[at..at + 2], 16).unwrap()).collect();
        mac.verify_slice(&bytes).is_ok()
    }
}
