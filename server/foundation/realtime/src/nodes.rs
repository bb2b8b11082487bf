//! Several processes as one: what is told in one is told in all, over Redis.
//!
//! Redis is a hint: what it loses is read from the logs. While it can't be reached, the logs are looked at every second; where there
//! is no log, whoever listens is told to ask once it is back. One channel serves the whole install: a process hears more than it needs,
//! and nothing can be missed between entering a topic and subscribing to it.

mod counts;
mod gatherings;
mod session;
pub(crate) mod wire;

use crate::Hub;
use bytes::Bytes;
use redis::{Client, IntoConnectionInfo, ProtocolVersion};
use serde::Deserialize;
use std::{
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::sync::{Notify, mpsc};
use uuid::Uuid;
use wire::What;

pub use counts::Count;

/// What may wait to be told, and what may wait to be heard; past it something is lost, and read from the logs.
const MOST_WAITING: usize = 4096;
/// The longest pause between two tries to reach Redis, and how often the logs are looked at meanwhile.
const PAUSE: Duration = Duration::from_secs(1);

/// Where the processes of one install meet.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Such as `redis://127.0.0.1:6379/0` or `rediss://user:password@host`, Redis 6 or newer. Empty: there is one process.
    pub url: String,
    /// What names of channels and keys begin with, where several installs share one Redis.
    pub prefix: String,
}

impl Default for Config {
    fn default() -> Self {
        Self { url: String::new(), prefix: "hectic".to_owned() }
    }
}

/// Hears a note of another process.
type OnNote = Box<dyn Fn(&[u8]) + Send + Sync>;

/// This process among the others.
pub struct Nodes {
    client: Client,
    prefix: String,
    id: Uuid,
    outgoing: mpsc::Sender<Bytes>,
    /// Taken by the one who runs.
    waiting: Mutex<Option<mpsc::Receiver<Bytes>>>,
    /// Something could not be told since the others were told so.
    lost: AtomicBool,
    up: AtomicBool,
    /// Somebody came or went elsewhere.
    moved: Notify,
    on_note: OnceLock<OnNote>,
    counting: counts::Counting,
}

impl Nodes {
    /// This process, under an identifier that no other has. Reaches nothing yet.
    ///
    /// # Errors
    /// When the address can't be understood; the message doesn't repeat it, since it may hold a password.
    pub fn new(config: &Config, id: Uuid) -> anyhow::Result<Self> {
        let wrong = |_| anyhow::anyhow!("redis.url can't be understood: give an address such as redis://127.0.0.1:6379/0");
        let info = config.url.as_str().into_connection_info().map_err(wrong)?;
        let settings = info.redis_settings().clone().set_protocol(ProtocolVersion::RESP3);
        let client = Client::open(info.set_redis_settings(settings)).map_err(wrong)?;
        let (outgoing, waiting) = mpsc::channel(MOST_WAITING);
        Ok(Self {
            client,
            prefix: config.prefix.clone(),
            id,
            outgoing,
            waiting: Mutex::new(Some(waiting)),
            lost: AtomicBool::new(false),
            up: AtomicBool::new(false),
            moved: Notify::new(),
            on_note: OnceLock::new(),
            counting: counts::Counting::default(),
        })
    }

    /// Who hears the notes of other processes. The first one stays.
    pub fn on_note(&self, hear: impl Fn(&[u8]) + Send + Sync + 'static) {
        let _ = self.on_note.set(Box::new(hear));
    }

    /// Whether the others can be heard.
    pub fn is_up(&self) -> bool {
        self.up.load(Ordering::Relaxed)
    }

    /// Whether Redis answers now.
    ///
    /// # Errors
    /// Why it doesn't.
    pub async fn answers(&self) -> anyhow::Result<()> {
        self.connect(|_| Ok::<_, redis::RedisError>(())).await?;
        Ok(())
    }

    pub(crate) fn tell(&self, what: &What, text: &[u8]) {
        let told = wire::write(self.id, what, text).is_some_and(|bytes| self.outgoing.try_send(bytes).is_ok());
        if !told {
            self.lost.store(true, Ordering::Relaxed);
        }
    }

    /// Ties `hub` to the others until the future is dropped.
    pub async fn run(self: Arc<Self>, hub: Hub) {
        let Some(mut waiting) = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take() else { return };
        hub.join(self.clone());
        let alone = async {
            let mut rounds = tokio::time::interval(PAUSE);
            loop {
                rounds.tick().await;
                if !self.is_up() {
                    hub.catch_up().await;
                }
            }
        };
        let together = async {
            let mut reported = false;
            loop {
                let Err(error) = session::run(&self, &hub, &mut waiting).await;
                self.counting.set(None);
                let was_up = self.up.swap(false, Ordering::Relaxed);
                // Once for every time it goes away, not once a second.
                if was_up || !reported {
                    tracing::warn!("Redis can't be reached, rooms go by the database meanwhile: {error}");
                    reported = true;
                }
                tokio::time::sleep(self.pause()).await;
            }
        };
        tokio::select! { () = alone => {}, () = together => {} }
    }

    /// Not the same for all processes, so that they don't come back all at once.
    fn pause(&self) -> Duration {
        PAUSE / 2 + PAUSE.mul_f64(f64::from(self.id.as_bytes()[15]) / 512.0)
    }

    fn key(&self, name: &str) -> String {
        format!("{}:{name}", self.prefix)
    }
}
