//! One topic: who hears it, and the task that writes to all of them.

use crate::{frame, people::People, sequence::Sequence, tab::Tab};
use bytes::{Bytes, BytesMut};
use std::{
    collections::{HashSet, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::{Duration, Instant},
};
use tokio::sync::{Notify, mpsc};

/// More messages than this in a second make a topic busy.
const BUSY_FROM: usize = 20;
/// Longest that a message of a busy topic waits for company.
pub(crate) const BUSY_WAIT: Duration = Duration::from_millis(45);
/// More than this waits only if the task is starved: it is dropped, and everybody told.
const MOST_PENDING: usize = 1024 * 1024;
/// Sockets that are written to before other tasks have a turn.
const AT_ONCE: usize = 128;

type Tabs = Arc<Vec<Arc<Tab>>>;

#[derive(Debug)]
pub(crate) struct Fanout {
    state: Mutex<State>,
    wake: Notify,
}

#[derive(Debug, Default)]
struct State {
    /// Copied only when somebody comes or goes while they are being written to.
    tabs: Tabs,
    people: People,
    sequence: Sequence,
    /// Whether somebody already waits for what is missing of the log.
    minded: bool,
    listeners: Vec<mpsc::Sender<Bytes>>,
    pending: BytesMut,
    /// When the last messages came: as many as make it busy.
    recent: VecDeque<Instant>,
    last_flush: Option<Instant>,
}

impl State {
    fn is_unused(&mut self) -> bool {
        self.listeners.retain(|listener| !listener.is_closed());
        self.tabs.is_empty() && self.listeners.is_empty()
    }

    fn publish(&mut self, text: &[u8]) {
        self.listeners.retain(|listener| listener.try_send(Bytes::copy_from_slice(text)).is_ok());
        if self.tabs.is_empty() {
            return;
        }
        let now = Instant::now();
        if self.recent.len() >= BUSY_FROM {
            self.recent.pop_front();
        }
        self.recent.push_back(now);
        // Past the bound the task finds a text too many, see `run`.
        if self.pending.len() <= MOST_PENDING {
            frame::append_text(&mut self.pending, text);
        }
    }

    /// How long what waits may go on waiting.
    fn wait(&self, now: Instant) -> Duration {
        let busy = self.recent.len() >= BUSY_FROM && self.recent.front().is_some_and(|first| now.duration_since(*first).as_secs() < 1);
        let since = self.last_flush.map_or(BUSY_WAIT, |flush| now.duration_since(flush));
        if busy { BUSY_WAIT.saturating_sub(since) } else { Duration::ZERO }
    }
}

impl Fanout {
    /// `notice` is what everybody is told if messages had to be dropped.
    pub(crate) fn start(notice: Bytes) -> Arc<Self> {
        let fanout = Arc::new(Self { state: Mutex::default(), wake: Notify::new() });
        tokio::spawn(run(Arc::downgrade(&fanout), notice));
        fanout
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn publish(&self, text: &[u8]) {
        self.state().publish(text);
        self.wake.notify_one();
    }

    pub(crate) fn listen(&self, listener: mpsc::Sender<Bytes>) {
        self.state().listeners.push(listener);
    }

    pub(crate) fn enter(&self, tab: Arc<Tab>) {
        let mut state = self.state();
        state.people.come(tab.person.key);
        Arc::make_mut(&mut state.tabs).push(tab);
    }

    /// True if nobody is left.
    pub(crate) fn leave(&self, tab: &Tab) -> bool {
        let mut state = self.state();
        if let Some(place) = state.tabs.iter().position(|other| other.id == tab.id) {
            Arc::make_mut(&mut state.tabs).swap_remove(place);
            state.people.go(tab.person.key);
        }
        let unused = state.is_unused();
        drop(state);
        if unused {
            // The task sees that it is not needed any more.
            self.wake.notify_one();
        }
        unused
    }

    pub(crate) fn present(&self) -> HashSet<u64> {
        self.state().people.all().collect()
    }

    pub(crate) fn people(&self) -> usize {
        self.state().people.count()
    }

    /// Who is here, unless that is what it was at `version`; and what it is now.
    pub(crate) fn people_since(&self, version: Option<u64>) -> (u64, Option<Vec<u64>>) {
        let people = &self.state().people;
        let changed = version != Some(people.version());
        (people.version(), changed.then(|| people.here().collect()))
    }

    pub(crate) fn set_elsewhere(&self, people: HashSet<u64>) {
        self.state().people.set_elsewhere(people);
    }

    /// Publishes a row of the topic's log in its turn. True if somebody ought to see to what is missing before it.
    pub(crate) fn publish_logged(&self, seq: u64, text: Bytes) -> bool {
        let mut state = self.state();
        for text in state.sequence.take(seq, text) {
            state.publish(&text);
        }
        let minds = state.sequence.gap().is_some() && !std::mem::replace(&mut state.minded, true);
        drop(state);
        self.wake.notify_one();
        minds
    }

    /// What was told of the log when somebody entered.
    pub(crate) fn begin(&self, seq: u64) {
        self.state().sequence.begin(seq);
    }

    /// The last row that was told; `None` before any was, and where there is no log.
    pub(crate) fn last(&self) -> Option<u64> {
        self.state().sequence.last()
    }

    /// After which row something is missing. None: nobody sees to it any more.
    pub(crate) fn gap(&self) -> Option<u64> {
        let mut state = self.state();
        let gap = state.sequence.gap();
        state.minded = gap.is_some();
        gap
    }

    pub(crate) fn is_overfull(&self) -> bool {
        self.state().sequence.is_full()
    }

    /// Too much is missing to tell it: everybody who listens is told to ask. It goes on after `end`.
    pub(crate) fn skip(&self, end: Option<u64>, notice: &Bytes) {
        let mut state = self.state();
        state.sequence.skip(end);
        state.pending.extend_from_slice(notice);
        drop(state);
        self.wake.notify_one();
    }

    /// What waits, and for whom; how long to wait instead where company may come.
    fn take(&self, notice: &Bytes) -> Result<(Bytes, Tabs), Duration> {
        let mut state = self.state();
        let now = Instant::now();
        let wait = state.wait(now);
        if !wait.is_zero() {
            return Err(wait);
        }
        state.last_flush = Some(now);
        let pending = std::mem::take(&mut state.pending);
        let frames = if pending.len() > MOST_PENDING { notice.clone() } else { pending.freeze() };
        Ok((frames, state.tabs.clone()))
    }
}

async fn run(fanout: Weak<Fanout>, notice: Bytes) {
    loop {
        // Held only while there is something to do, so that a topic nobody needs ends.
        let Some(topic) = fanout.upgrade() else { return };
        tokio::select! {
            () = topic.wake.notified() => {}
            () = tokio::time::sleep(Duration::from_secs(10)) => continue,
        }
        let (frames, tabs) = loop {
            match topic.take(&notice) {
                Ok(taken) => break taken,
                Err(wait) => tokio::time::sleep(wait).await,
            }
        };
        drop(topic);
        if frames.is_empty() {
            continue;
        }
        for some in tabs.chunks(AT_ONCE) {
            for tab in some {
                tab.send(&frames);
            }
            tokio::task::yield_now().await;
        }
    }
}
