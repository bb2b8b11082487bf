//! The tab's one WebSocket: made again by itself for as long as it is wanted, at once when the network is back.
//!
//! Knows nothing of rooms. What must not be lost is kept by who said it and said again when this one is [`Heard::Open`].
//! Never opened on the server.

use contract::realtime::{FromTab, ToTab};
use leptos::{
    leptos_dom::helpers::{TimeoutHandle, WindowListenerHandle},
    prelude::{document, set_timeout_with_handle, window, window_event_listener_untyped},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{MessageEvent, WebSocket};

/// The pause before the second try; each further one is up to twice as long.
const FIRST_PAUSE_MS: u32 = 500;
const LONGEST_PAUSE_MS: u32 = 15_000;
/// A server that says nothing for this long when it should is taken to be gone.
const PATIENCE: Duration = Duration::from_secs(10);
/// The first word may be far away.
const PATIENCE_AT_FIRST: Duration = Duration::from_secs(20);

/// What happens on the line.
#[derive(Clone)]
pub enum Heard {
    /// It can be spoken; also said when it may have been cut without anybody telling: whoever is alive answers.
    Open,
    Said(Rc<ToTab>),
    /// It is cut, and will be made again.
    Lost,
}

type Hear = Rc<dyn Fn(Heard)>;

/// Hears the line until it is dropped; the last one closes it.
pub struct Listening(u32);

impl Drop for Listening {
    fn drop(&mut self) {
        let last = with(|line| {
            line.ears.retain(|(number, _)| *number != self.0);
            line.ears.is_empty()
        });
        if last == Some(true)
            && let Some(mut line) = LINE.take()
        {
            line.let_go();
            line.window.into_iter().for_each(WindowListenerHandle::remove);
        }
    }
}

struct Line {
    ears: Vec<(u32, Hear)>,
    /// Closed for good by the server: only somebody new makes it again.
    ended: bool,
    socket: Option<WebSocket>,
    open: bool,
    tries: u32,
    pause: Option<TimeoutHandle>,
    patience: Option<TimeoutHandle>,
    on_open: Closure<dyn Fn()>,
    on_message: Closure<dyn Fn(MessageEvent)>,
    on_close: Closure<dyn Fn()>,
    window: [WindowListenerHandle; 3],
}

thread_local! {
    static LINE: RefCell<Option<Line>> = const { RefCell::new(None) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// Tells `hear` what happens on the line, which is opened for the first who listens.
#[must_use]
pub fn listen(hear: impl Fn(Heard) + 'static) -> Listening {
    let (number, hear): (_, Hear) = (NEXT.get(), Rc::new(hear));
    NEXT.set(number + 1);
    let there = with(|line| {
        line.ears.push((number, hear.clone()));
        (line.open, std::mem::take(&mut line.ended))
    });
    match there {
        Some((true, _)) => hear(Heard::Open),
        Some((false, true)) => connect(),
        Some((false, false)) => {}
        None => open((number, hear)),
    }
    Listening(number)
}

fn open(first: (u32, Hear)) {
    let line = Line {
        ears: vec![first],
        ended: false,
        socket: None,
        open: false,
        tries: 0,
        pause: None,
        patience: None,
        on_open: Closure::new(opened),
        on_message: Closure::new(|event: MessageEvent| heard(&event)),
        on_close: Closure::new(lost),
        window: [
            window_event_listener_untyped("online", |_| wake()),
            window_event_listener_untyped("offline", |_| lost()),
            window_event_listener_untyped("visibilitychange", |_| {
                if !document().hidden() {
                    wake();
                }
            }),
        ],
    };
    LINE.set(Some(line));
    connect();
}

/// Closes the line until somebody new listens: the person may not be here any more.
pub fn end() {
    with(|line| {
        line.let_go();
        line.ended = true;
    });
    tell(&Heard::Lost);
}

/// Says something; `false` if nobody can hear it now.
pub fn say(what: &FromTab) -> bool {
    let Ok(text) = serde_json::to_string(what) else { return false };
    with(|line| {
        let said = line.open && line.socket.as_ref().is_some_and(|socket| socket.send_with_str(&text).is_ok());
        if said && !matches!(what, FromTab::Typing { .. } | FromTab::Leave { .. } | FromTab::Unwatch(_)) {
            line.expect_something(PATIENCE);
        }
        said
    })
    .unwrap_or_default()
}

/// Whether the browser knows of no network at all.
pub fn offline() -> bool {
    !window().navigator().on_line()
}

fn with<R>(act: impl FnOnce(&mut Line) -> R) -> Option<R> {
    LINE.with_borrow_mut(|line| line.as_mut().map(act))
}

/// Tells without holding the line: who hears may speak, or close it.
fn tell(what: &Heard) {
    for (_, hear) in with(|line| line.ears.clone()).unwrap_or_default() {
        hear(what.clone());
    }
}

fn connect() {
    with(|line| {
        line.let_go();
        let Some(socket) = address().and_then(|address| WebSocket::new(&address).ok()) else { return line.wait() };
        socket.set_onopen(Some(line.on_open.as_ref().unchecked_ref()));
        socket.set_onmessage(Some(line.on_message.as_ref().unchecked_ref()));
        socket.set_onclose(Some(line.on_close.as_ref().unchecked_ref()));
        line.socket = Some(socket);
        line.expect_something(PATIENCE_AT_FIRST);
    });
}

fn address() -> Option<String> {
    let location = window().location();
    let scheme = if location.protocol().ok()? == "https:" { "wss" } else { "ws" };
    Some(format!("{scheme}://{}/socket", location.host().ok()?))
}

fn opened() {
    with(|line| {
        line.open = true;
        line.be_patient();
    });
    tell(&Heard::Open);
}

fn heard(event: &MessageEvent) {
    with(|line| {
        // Not when it opens: one that is accepted and closed again each time must not be made without a pause.
        line.tries = 0;
        line.be_patient();
    });
    // What a newer server says that this page doesn't know is about something it doesn't show.
    if let Some(said) = event.data().as_string().and_then(|text| serde_json::from_slice(text.as_bytes()).ok()) {
        tell(&Heard::Said(Rc::new(said)));
    }
}

fn lost() {
    with(|line| {
        line.let_go();
        if !line.ended {
            line.wait();
        }
    });
    tell(&Heard::Lost);
}

/// Something changed for the better: try now, or see whether the line still holds.
fn wake() {
    match with(|line| line.open).filter(|_| with(|line| line.ended) == Some(false)) {
        Some(true) => tell(&Heard::Open),
        Some(false) => connect(),
        None => {}
    }
}

impl Line {
    /// Ends the connection without hearing of it.
    fn let_go(&mut self) {
        self.open = false;
        self.be_patient();
        if let Some(pause) = self.pause.take() {
            pause.clear();
        }
        if let Some(socket) = self.socket.take() {
            socket.set_onopen(None);
            socket.set_onmessage(None);
            socket.set_onclose(None);
            // Fails for no code and no reason.
            let _ = socket.close();
        }
    }

    /// Tries again after a while: anywhere between at once and twice the last longest, so that a restart is not met by all at once.
    fn wait(&mut self) {
        let longest = FIRST_PAUSE_MS.saturating_mul(1 << self.tries.min(8)).min(LONGEST_PAUSE_MS);
        self.tries += 1;
        let pause = Duration::from_millis((js_sys::Math::random() * f64::from(longest)) as u64);
        self.pause = set_timeout_with_handle(connect, pause).ok();
    }

    fn expect_something(&mut self, patience: Duration) {
        if self.patience.is_none() {
            self.patience = set_timeout_with_handle(lost, patience).ok();
        }
    }

    fn be_patient(&mut self) {
        if let Some(patience) = self.patience.take() {
            patience.clear();
        }
    }
}
