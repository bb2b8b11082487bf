//! What a page knows of its room: what was said, what is on its way, who is there. Changed by the reader and by the line.

mod distance;
mod drawing;
mod emotes;
mod hearing;
mod jump;
mod known;
mod marks;
mod obey;
mod poll;
mod saying;

use super::{
    order::Order,
    outbox::Outbox,
    row::{Message, Row},
    server_fns,
    window::Drawn,
};
use crate::{
    browser::socket,
    i18n::{I18n, use_i18n},
};
use contract::{
    chat::{Author, History, MayWrite, PostMessage, Quote, Room},
    emotes::Emote,
    ids::{AccountId, MessageId, RoomId},
    moderation::{RoomRules, Standing},
    outcome,
    polls::ShownPoll,
};
use drawing::Drawing;
use leptos::{html, prelude::*, task::spawn_local};
use std::{cell::RefCell, sync::Arc, time::Duration};
use ui::Toasts;
use uuid::Uuid;

/// Rows that stay while the newest are read; older ones come back when they are asked for.
const MOST_ROWS: usize = 2_000;
/// How many go at once, so that not every message moves the whole list.
const FEWER_ROWS: usize = 500;
/// How near to the end counts as at the end, in pixels.
const NEAR_END: i32 = 48;

thread_local! {
    /// What somebody had not got out when they left the page; said when they are back.
    static LEFT: RefCell<Option<(AccountId, Vec<PostMessage>)>> = const { RefCell::new(None) };
}

/// How the page is tied to the room.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Link {
    #[default]
    Starting,
    Up,
    Down {
        offline: bool,
    },
    /// For good, and why.
    Out(outcome::Message),
}

/// What the composer is for.
#[derive(Clone, Default)]
pub enum Mode {
    #[default]
    Say,
    Answer(Arc<Message>),
    Edit(MessageId),
}

#[derive(Clone, Copy)]
pub struct Talk {
    i18n: I18n,
    toasts: Option<Toasts>,
    room: RwSignal<RoomId>,
    line: StoredValue<Option<socket::Listening>>,
    order: StoredValue<Order>,
    /// The number of the last asking for what was missed.
    entering: StoredValue<u32>,
    /// When the reader's typing was told last, in ms.
    typed_ms: StoredValue<f64>,
    reloading: StoredValue<bool>,
    drawing: StoredValue<Drawing>,
    /// The part of `rows` that is in the page.
    pub drawn: RwSignal<Drawn>,
    /// The newest that was in sight, as the browser has it.
    remembered: StoredValue<u64>,
    pub loaded: RwSignal<bool>,
    pub reader: RwSignal<Option<Author>>,
    pub may_write: RwSignal<MayWrite>,
    /// Where the reader stands; of those who are signed in.
    standing: RwSignal<Option<Standing>>,
    pub rules: RwSignal<RoomRules>,
    pub pinned: RwSignal<Option<Quote>>,
    pub poll: RwSignal<Option<ShownPoll>>,
    /// How long it stays open, in ms.
    pub poll_left: RwSignal<u64>,
    /// When that is, by this device's clock.
    poll_ends_ms: StoredValue<Option<f64>>,
    /// The moderator writes a new one, beginning with this question.
    pub asking: RwSignal<bool>,
    pub question: RwSignal<String>,
    pub rows: RwSignal<Vec<Row>>,
    pub has_more: RwSignal<bool>,
    pub fetching: RwSignal<bool>,
    /// What is put into the list now is nothing new.
    pub quiet: RwSignal<bool>,
    pub outbox: RwSignal<Outbox>,
    pub link: RwSignal<Link>,
    /// How many are here, and who of them types.
    pub present: RwSignal<Option<(u32, Vec<String>)>>,
    pub emotes: RwSignal<Vec<Emote>>,
    /// Whom the page knows by name, who wrote last first.
    pub known: RwSignal<Vec<Author>>,
    /// When it was asked last who is here, in ms.
    asked_ms: StoredValue<f64>,
    /// Whose messages the reader hides.
    hidden: RwSignal<Vec<AccountId>>,
    pub at_end: RwSignal<bool>,
    pub unread: RwSignal<u32>,
    /// The past is shown, and what comes is only counted.
    pub back: RwSignal<bool>,
    /// The first message since the reader was here last.
    pub first_new: RwSignal<Option<u64>>,
    pub log: NodeRef<html::Div>,
    pub draft: RwSignal<String>,
    pub mode: RwSignal<Mode>,
    pub refused: RwSignal<Option<Vec<outcome::Message>>>,
    /// The message that something is about to be done with.
    pub chosen: RwSignal<Option<Arc<Message>>>,
}

impl Talk {
    pub fn new() -> Self {
        Self {
            i18n: use_i18n(),
            toasts: Toasts::get(),
            room: RwSignal::new(RoomId(Uuid::nil())),
            line: StoredValue::default(),
            order: StoredValue::default(),
            entering: StoredValue::default(),
            typed_ms: StoredValue::default(),
            reloading: StoredValue::default(),
            drawing: StoredValue::default(),
            drawn: RwSignal::default(),
            remembered: StoredValue::default(),
            loaded: RwSignal::new(false),
            reader: RwSignal::new(None),
            may_write: RwSignal::new(MayWrite::SignIn),
            standing: RwSignal::new(None),
            rules: RwSignal::default(),
            pinned: RwSignal::new(None),
            poll: RwSignal::new(None),
            poll_left: RwSignal::new(0),
            poll_ends_ms: StoredValue::new(None),
            asking: RwSignal::new(false),
            question: RwSignal::default(),
            rows: RwSignal::new(Vec::new()),
            has_more: RwSignal::new(false),
            fetching: RwSignal::new(false),
            quiet: RwSignal::new(false),
            outbox: RwSignal::default(),
            link: RwSignal::default(),
            present: RwSignal::new(None),
            emotes: RwSignal::default(),
            known: RwSignal::default(),
            asked_ms: StoredValue::new(f64::NEG_INFINITY),
            hidden: RwSignal::default(),
            at_end: RwSignal::new(true),
            unread: RwSignal::new(0),
            back: RwSignal::new(false),
            first_new: RwSignal::new(None),
            log: NodeRef::new(),
            draft: RwSignal::new(String::new()),
            mode: RwSignal::new(Mode::Say),
            refused: RwSignal::new(None),
            chosen: RwSignal::new(None),
        }
    }

    pub fn room(self) -> RoomId {
        self.room.get_untracked()
    }

    pub fn reader_account(self) -> Option<AccountId> {
        self.reader.with_untracked(|reader| reader.as_ref().map(|reader| reader.account))
    }

    /// Takes the room over as the server has it now.
    pub fn load(self, room: Room) {
        let own = room.own_reactions;
        self.order.set_value(Order::after(room.seq));
        self.room.set(room.id);
        self.reader.set(room.reader);
        self.hidden.set(room.hidden);
        self.pinned.set(room.pinned);
        self.show_poll(room.poll);
        self.may_write.set(room.may_write);
        self.standing.set(room.standing);
        self.rules.set(room.rules);
        self.has_more.set(room.has_more);
        self.back.set(false);
        self.drawn.set(Drawn::default());
        self.rows.set(room.messages.into_iter().map(|message| Row::of(message, &own)).collect());
        self.know_rows();
        if self.loaded.get_untracked() {
            self.outbox.update(Outbox::reloaded);
            // What happened since then was perhaps heard already, and is told again.
            self.enter();
        } else {
            self.loaded.set(true);
        }
    }

    /// Ties the page to the room, unless its reader is banned.
    pub fn open(self) {
        if self.may_write.get_untracked() == MayWrite::No {
            return;
        }
        self.wait_to_write();
        self.mark_new();
        let left = LEFT.take().filter(|(account, _)| Some(*account) == self.reader_account());
        for post in left.into_iter().flat_map(|(_, posts)| posts) {
            self.outbox.update(|outbox| drop(outbox.post(post)));
        }
        self.line.set_value(Some(socket::listen(move |heard| self.hear(heard))));
    }

    pub fn leave(self) {
        self.line.set_value(None);
        let left = self.outbox.try_with_untracked(Outbox::unsent).unwrap_or_default();
        if let Some(account) = self.reader_account().filter(|_| !left.is_empty()) {
            LEFT.set(Some((account, left)));
        }
    }

    /// Gets what was said before the first row.
    pub fn earlier(self) {
        let Some(before) = self.rows.with_untracked(|rows| rows.first().map(|row| row.seq)) else { return };
        if self.fetching.get_untracked() {
            return;
        }
        self.fetching.set(true);
        spawn_local(async move {
            let page = server_fns::room_history(self.room(), before).await;
            if self.rows.is_disposed() {
                return;
            }
            self.fetching.set(false);
            match page {
                Ok(page) => self.put_before(before, page),
                Err(failure) => self.toast(self.i18n.failure(&failure)),
            }
        });
    }

    fn put_before(self, before: u64, page: History) {
        // Else the room was loaded anew meanwhile.
        if self.rows.with_untracked(|rows| rows.first().map(|row| row.seq)) != Some(before) {
            return;
        }
        self.quiet_for_a_moment();
        self.fix_first();
        self.rows.update(|rows| drop(rows.splice(..0, page.messages.into_iter().map(|message| Row::of(message, &page.own_reactions)))));
        self.know_rows();
        self.has_more.set(page.has_more);
        self.draw_earlier();
        if !page.has_more
            && let Some(log) = self.log.get_untracked()
        {
            // The button that was pressed is gone; the list takes the focus if it can.
            let _ = log.focus();
        }
    }

    /// What is put into the list now is not read out.
    fn quiet_for_a_moment(self) {
        self.quiet.set(true);
        set_timeout(
            move || {
                self.quiet.try_set(false);
            },
            Duration::from_millis(500),
        );
    }

    /// Adds the newest row.
    fn add(self, row: Row) {
        let own = row.message().is_some_and(|message| self.reader_account() == Some(message.author.account));
        self.know(row.message().map(|message| message.author.clone()));
        let at_end = self.at_end.get_untracked();
        if !own && (self.back.get_untracked() || !at_end) {
            self.unread.update(|unread| *unread += 1);
        }
        if self.back.get_untracked() {
            return;
        }
        let full = self.rows.with_untracked(|rows| at_end && rows.len() >= MOST_ROWS);
        let push = || {
            self.rows.update(|rows| {
                if full {
                    rows.drain(..FEWER_ROWS);
                }
                rows.push(row);
            });
        };
        if at_end {
            push()
        } else {
            self.hold_still(push)
        }
        self.remember();
        if full {
            self.has_more.set(true);
        }
        if at_end {
            self.draw_end();
        } else {
            self.look_again();
        }
    }

    pub fn scrolled(self) {
        let Some(log) = self.log.get_untracked() else { return };
        let at_end = log.scroll_top().abs() < NEAR_END && !self.back.get_untracked();
        if at_end != self.at_end.get_untracked() {
            self.at_end.set(at_end);
        }
        if at_end && self.unread.get_untracked() > 0 {
            self.unread.set(0);
        }
        self.remember();
        self.look_again();
    }

    pub fn to_end(self) {
        if self.back.get_untracked() {
            self.reload();
        }
        self.draw_end();
        if let Some(log) = self.log.get_untracked() {
            log.set_scroll_top(0);
        }
        self.at_end.set(true);
        self.unread.set(0);
        self.remember();
    }

    pub fn thanks_for_report(self) {
        self.toast(self.i18n.text("moderation-reported", &[]));
    }

    fn toast(self, text: String) {
        if let Some(toasts) = self.toasts {
            toasts.show(text);
        }
    }
}
