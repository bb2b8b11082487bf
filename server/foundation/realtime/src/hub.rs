//! Who listens to what in this process, and the one fan-out of every topic.
//!
//! A message is encoded once. Everything that waits for a topic goes out together, as one piece of memory that all of its
//! sockets share: in a quiet room each message at once, in a busy one what came within a few hundredths of a second, so that a socket costs
//! one write for all of it.

mod audience;
mod log;

pub use log::{Log, Missing};

use crate::{
    Topic,
    fanout::Fanout,
    frame::{self, CloseCode},
    nodes::{Nodes, wire::What},
    tab::{Person, Tab},
};
use bytes::Bytes;
use contract::ids::{AccountId, TenantId};
use serde::Serialize;
use std::{
    collections::{HashMap, HashSet},
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{net::TcpStream, sync::mpsc};

/// How often a silent connection is asked whether it is there, when it counts as dead, and how long one may be unwritable.
const ASK_EVERY_MS: u64 = 25_000;
const DEAD_AFTER_MS: u64 = 60_000;
const STUCK_FOR_S: u64 = 30;
/// How often connections are looked at.
const BEAT: Duration = Duration::from_secs(1);

/// How many connections there may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub tabs: usize,
    /// Topics that one tab listens to.
    pub topics_of_a_tab: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { tabs: 20_000, topics_of_a_tab: 16 }
    }
}

/// All topics and connections of this process. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Hub {
    inner: Arc<Inner>,
}

/// A connection and what it listens to.
type Entry = (Arc<Tab>, Vec<Topic>);

struct Inner {
    limits: Limits,
    /// Said to a socket that had to lose messages.
    notice: Bytes,
    log: OnceLock<Arc<dyn Log>>,
    nodes: OnceLock<Arc<Nodes>>,
    topics: Mutex<HashMap<Topic, Arc<Fanout>>>,
    audiences: Mutex<HashMap<TenantId, audience::Audience>>,
    tabs: Mutex<HashMap<u64, Entry>>,
    next_tab: AtomicU64,
}

/// Hears a topic from within the process; ends when it was too slow.
#[derive(Debug)]
pub struct Listener(mpsc::Receiver<Bytes>);

impl Listener {
    /// The next message as JSON text; `None` once too many had waited.
    pub async fn next(&mut self) -> Option<Bytes> {
        self.0.recv().await
    }
}

impl fmt::Debug for Inner {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Hub").field("limits", &self.limits).finish_non_exhaustive()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing that holds one of these can leave it half done.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Default for Hub {
    fn default() -> Self {
        Self::new(Limits::default(), b"\"resync\"")
    }
}

impl Hub {
    /// `notice` is the text message to a tab that was too slow and must ask for what it missed.
    pub fn new(limits: Limits, notice: &[u8]) -> Self {
        let inner = Inner {
            limits,
            notice: frame::text(notice),
            log: OnceLock::new(),
            nodes: OnceLock::new(),
            topics: Mutex::default(),
            audiences: Mutex::default(),
            tabs: Mutex::default(),
            next_tab: AtomicU64::new(1),
        };
        Self { inner: Arc::new(inner) }
    }

    /// Where rows that are missing are read. The first one stays.
    pub fn read_from(&self, log: Arc<dyn Log>) {
        let _ = self.inner.log.set(log);
    }

    /// Tells other processes what is told here. The first one stays.
    pub(crate) fn join(&self, nodes: Arc<Nodes>) {
        let _ = self.inner.nodes.set(nodes);
    }

    fn nodes(&self) -> Option<&Nodes> {
        self.inner.nodes.get().map(Arc::as_ref)
    }

    fn topic(&self, topic: &Topic) -> Option<Arc<Fanout>> {
        lock(&self.inner.topics).get(topic).cloned()
    }

    /// Encodes a message once and hands it to everybody who listens, in the order of the calls.
    ///
    /// # Errors
    /// When the message can't be written as JSON.
    pub fn publish(&self, topic: &Topic, message: &impl Serialize) -> Result<(), serde_json::Error> {
        self.tell(topic, None, message)
    }

    /// Publishes row `seq` of the topic's log: everybody hears the rows in order, whatever order they come in and from where.
    ///
    /// # Errors
    /// When the message can't be written as JSON.
    pub fn publish_logged(&self, topic: &Topic, seq: u64, message: &impl Serialize) -> Result<(), serde_json::Error> {
        self.tell(topic, Some(seq), message)
    }

    fn tell(&self, topic: &Topic, seq: Option<u64>, message: &impl Serialize) -> Result<(), serde_json::Error> {
        if self.nodes().is_none() && self.topic(topic).is_none() {
            return Ok(());
        }
        let text = Bytes::from(serde_json::to_vec(message)?);
        if let Some(nodes) = self.nodes() {
            nodes.tell(&What::Told { topic: topic.clone(), seq }, &text);
        }
        self.tell_here(topic, seq, text);
        Ok(())
    }

    /// Publishes to those who are connected to this process; every other one tells its own.
    ///
    /// # Errors
    /// When the message can't be written as JSON.
    pub fn publish_here(&self, topic: &Topic, message: &impl Serialize) -> Result<(), serde_json::Error> {
        if self.topic(topic).is_some() {
            self.tell_here(topic, None, Bytes::from(serde_json::to_vec(message)?));
        }
        Ok(())
    }

    /// Tells those who are connected to this process.
    pub(crate) fn tell_here(&self, topic: &Topic, seq: Option<u64>, text: Bytes) {
        let Some(fanout) = self.topic(topic) else { return };
        match seq {
            None => fanout.publish(&text),
            Some(seq) => {
                if fanout.publish_logged(seq, text) {
                    tokio::spawn(self.clone().mind_the_gap(topic.clone(), Arc::downgrade(&fanout)));
                }
            }
        }
    }

    /// Tells the other processes something of theirs.
    ///
    /// # Errors
    /// When the note can't be written as JSON.
    pub fn note(&self, note: &impl Serialize) -> Result<(), serde_json::Error> {
        if let Some(nodes) = self.nodes() {
            nodes.tell(&What::Note, &serde_json::to_vec(note)?);
        }
        Ok(())
    }

    /// Who hears each room and who listens to each station here where that has changed since `known`, which is brought up to date.
    pub(crate) fn gatherings(&self, known: &mut HashMap<Topic, u64>) -> Vec<(Topic, Vec<u64>)> {
        let mut changed = self.audiences_since(known);
        let topics = lock(&self.inner.topics);
        known.retain(|topic, _| !topic.is_room() || topics.contains_key(topic));
        for (topic, fanout) in topics.iter().filter(|(topic, _)| topic.is_room()) {
            if let (version, Some(people)) = fanout.people_since(known.get(topic).copied()) {
                known.insert(topic.clone(), version);
                changed.push((topic.clone(), people));
            }
        }
        changed
    }

    pub(crate) fn set_elsewhere(&self, topic: &Topic, people: HashSet<u64>) {
        if !self.set_audience_elsewhere(topic, &people)
            && let Some(fanout) = self.topic(topic)
        {
            fanout.set_elsewhere(people);
        }
    }

    /// Listens from within the process.
    pub fn listen(&self, topic: Topic) -> Listener {
        let (sender, receiver) = mpsc::channel(1024);
        let mut topics = lock(&self.inner.topics);
        topics.entry(topic).or_insert_with(|| self.fanout()).listen(sender);
        Listener(receiver)
    }

    fn fanout(&self) -> Arc<Fanout> {
        Fanout::start(self.inner.notice.clone())
    }

    /// Takes a connection in; `None` when there are too many.
    pub(crate) fn connect(&self, stream: TcpStream, person: Person) -> Option<Arc<Tab>> {
        let mut tabs = lock(&self.inner.tabs);
        if tabs.len() >= self.inner.limits.tabs {
            return None;
        }
        let id = self.inner.next_tab.fetch_add(1, Ordering::Relaxed);
        let tab = Arc::new(Tab::new(id, person, stream, self.inner.notice.clone()));
        tabs.insert(id, (tab.clone(), Vec::new()));
        Some(tab)
    }

    /// Forgets a connection and all it listened to.
    pub(crate) fn disconnect(&self, tab: &Tab) {
        let left = lock(&self.inner.tabs).remove(&tab.id);
        for topic in left.map(|(_, topics)| topics).unwrap_or_default() {
            self.remove(tab, &topic);
        }
    }

    /// From now on the tab hears the topic. False when it listens to too many.
    pub fn enter(&self, tab: &Tab, topic: &Topic) -> bool {
        let mut tabs = lock(&self.inner.tabs);
        // Gone meanwhile: nothing is left behind for it.
        let Some((tab, topics)) = tabs.get_mut(&tab.id) else { return false };
        if topics.contains(topic) {
            return true;
        }
        if topics.len() >= self.inner.limits.topics_of_a_tab {
            return false;
        }
        topics.push(topic.clone());
        let mut all = lock(&self.inner.topics);
        all.entry(topic.clone()).or_insert_with(|| self.fanout()).enter(tab.clone());
        true
    }

    pub fn leave(&self, tab: &Tab, topic: &Topic) {
        if let Some((_, topics)) = lock(&self.inner.tabs).get_mut(&tab.id) {
            topics.retain(|entered| entered != topic);
        }
        self.remove(tab, topic);
    }

    fn remove(&self, tab: &Tab, topic: &Topic) {
        let mut topics = lock(&self.inner.topics);
        if topics.get(topic).is_some_and(|fanout| fanout.leave(tab)) {
            topics.remove(topic);
        }
    }

    /// How many people hear a topic, in all processes: tabs of one person count once.
    pub fn people(&self, topic: &Topic) -> usize {
        self.topic(topic).map_or(0, |fanout| fanout.people())
    }

    /// Who hears a topic, in all processes, by the numbers that tell them apart.
    pub fn present(&self, topic: &Topic) -> HashSet<u64> {
        self.topic(topic).map(|fanout| fanout.present()).unwrap_or_default()
    }

    /// All topics that somebody hears.
    pub fn topics(&self) -> Vec<Topic> {
        lock(&self.inner.topics).keys().cloned().collect()
    }

    /// Connections of this process.
    pub fn connections(&self) -> usize {
        lock(&self.inner.tabs).len()
    }

    /// Ends every connection of a person with a last message, in all processes.
    ///
    /// # Errors
    /// When the message can't be written as JSON.
    pub fn put_out(&self, tenant: TenantId, account: AccountId, message: &impl Serialize) -> Result<(), serde_json::Error> {
        let last = serde_json::to_vec(message)?;
        if let Some(nodes) = self.nodes() {
            nodes.tell(&What::PutOut { tenant, account }, &last);
        }
        self.put_out_here(tenant, account, &last);
        Ok(())
    }

    /// Ends those connections of a person that this process has with a last message, in JSON.
    pub fn put_out_here(&self, tenant: TenantId, account: AccountId, last: &[u8]) {
        let last = frame::text(last);
        for tab in self.tabs(|tab| tab.person.tenant == tenant && tab.person.account == Some(account)) {
            tab.close(CloseCode::Policy, "", Some(last.clone()));
        }
    }

    /// Ends every connection with a last message: the process is about to stop.
    ///
    /// # Errors
    /// When the message can't be written as JSON.
    pub fn restart(&self, message: &impl Serialize) -> Result<(), serde_json::Error> {
        let last = frame::text(&serde_json::to_vec(message)?);
        for tab in self.tabs(|_| true) {
            tab.close(CloseCode::GoingAway, "restarting", Some(last.clone()));
        }
        Ok(())
    }

    fn tabs(&self, which: impl Fn(&Tab) -> bool) -> Vec<Arc<Tab>> {
        lock(&self.inner.tabs).values().filter(|(tab, _)| which(tab)).map(|(tab, _)| tab.clone()).collect()
    }

    /// Asks silent connections whether they are there and ends dead ones, until the future is dropped. One for all: a timer
    /// for each of ten thousand costs more than looking at them once a second.
    pub async fn beat(&self) {
        let mut beats = tokio::time::interval(BEAT);
        loop {
            beats.tick().await;
            self.look_after(Instant::now());
        }
    }

    /// One beat, as it would be at `now`.
    pub fn look_after(&self, now: Instant) {
        for tab in self.tabs(|_| true) {
            let (silent_ms, stuck_s) = (tab.silent_ms(now), tab.outbox().stuck_s(now));
            if silent_ms >= DEAD_AFTER_MS || stuck_s >= STUCK_FOR_S {
                tracing::debug!(tab = tab.id, silent_ms, stuck_s, "a connection is given up");
                tab.outbox().abandon();
                tab.wake.notify_one();
            } else {
                tab.ask(now, ASK_EVERY_MS);
            }
        }
    }
}
