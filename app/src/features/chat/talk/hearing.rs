//! What the line brings, in the order of the room's log.

use super::{Link, Mode, Talk};
use crate::{
    browser::socket::{self, Heard},
    features::chat::{
        outbox::{Answered, Changing},
        row::{self, Row, Shows},
        server_fns,
    },
    i18n::argument,
};
use contract::{
    chat::{Change, Logged, MayWrite, What, beginning},
    ids::MessageId,
    moderation::Standing,
    outcome::Message,
    realtime::{Answer, FromTab, ToTab, Watched},
    shown::Timestamp,
};
use leptos::{prelude::*, task::spawn_local};
use std::{rc::Rc, sync::Arc, time::Duration};

/// How long a gap may stay before the room is entered again.
const GAP: Duration = Duration::from_secs(1);
const RELOAD_AGAIN: Duration = Duration::from_secs(3);

impl Talk {
    pub fn hear(self, heard: Heard) {
        if self.rows.is_disposed() {
            return;
        }
        match heard {
            Heard::Open => {
                if matches!(self.link.get_untracked(), Link::Down { .. }) {
                    self.reload_poll();
                    self.reload_emotes();
                }
                self.link.set(Link::Up);
                socket::say(&FromTab::Watch(Watched::Station));
                self.enter();
                for what in self.outbox.with_untracked(|outbox| outbox.again()) {
                    socket::say(&what);
                }
            }
            Heard::Lost => {
                self.present.set(None);
                self.link.set(Link::Down { offline: socket::offline() });
            }
            Heard::Said(said) => self.hear_said(Rc::unwrap_or_clone(said)),
        }
    }

    fn hear_said(self, said: ToTab) {
        match said {
            ToTab::Logged { room, logged } if room == self.room() => {
                self.apply_all(self.order.try_update_value(|order| order.take(logged)));
                if self.order.with_value(|order| order.has_gap()) {
                    self.mind_the_gap();
                }
            }
            ToTab::Entered { room, seq, number } if room == self.room() && number == self.entering.get_value() => {
                self.apply_all(self.order.try_update_value(|order| order.caught_up(seq)));
            }
            ToTab::Snapshot { room } if room == self.room() => self.reload(),
            ToTab::Resync => self.enter(),
            ToTab::Answer { number, answer: Answer::Done { seq, message } } => self.stored(number, seq, message),
            ToTab::Answer { number, answer: Answer::Refused(reasons) } => self.refused_by_room(number, reasons),
            ToTab::Present { room, people, typing } if room == self.room() => self.present.set(Some((people, typing))),
            ToTab::Emotes(all) => self.emotes.set(all),
            ToTab::Poll { room, poll } if room == self.room() => self.learn_poll(poll),
            ToTab::Out { reason } => {
                socket::end();
                self.present.set(None);
                self.link.set(Link::Out(reason));
            }
            // Another room's, or what the line sees to by itself.
            ToTab::Logged { .. }
            | ToTab::Entered { .. }
            | ToTab::Snapshot { .. }
            | ToTab::Present { .. }
            | ToTab::Poll { .. }
            | ToTab::Unread { .. }
            | ToTab::Watching(_)
            | ToTab::Listeners { .. }
            | ToTab::NowPlaying(_)
            | ToTab::Requests(_)
            | ToTab::ShoutOuts(_)
            | ToTab::Reports { .. }
            | ToTab::Restarting => {}
        }
    }

    /// Asks for what happened after the last thing that is known, and for what happens from now on.
    pub(super) fn enter(self) {
        self.entering.update_value(|number| *number += 1);
        let after = self.order.with_value(|order| order.last());
        socket::say(&FromTab::Enter { room: self.room(), after, number: self.entering.get_value() });
    }

    fn mind_the_gap(self) {
        let before = self.order.with_value(|order| order.last());
        set_timeout(
            move || {
                let stays = !self.rows.is_disposed() && self.order.with_value(|order| order.has_gap() && order.last() == before);
                if stays && !self.reloading.get_value() {
                    self.enter();
                }
            },
            GAP,
        );
    }

    /// Too much was missed: the room is asked for anew.
    pub(super) fn reload(self) {
        if self.reloading.get_value() {
            return;
        }
        self.reloading.set_value(true);
        spawn_local(async move {
            let room = server_fns::station_room().await;
            if self.rows.is_disposed() {
                return;
            }
            self.reloading.set_value(false);
            match room {
                Ok(room) => self.load(room),
                Err(_) => set_timeout(
                    move || {
                        if !self.rows.is_disposed() {
                            self.reload();
                        }
                    },
                    RELOAD_AGAIN,
                ),
            }
        });
    }

    fn apply_all(self, ready: Option<Vec<Logged>>) {
        ready.into_iter().flatten().for_each(|logged| self.apply(logged));
    }

    fn apply(self, Logged { seq, what }: Logged) {
        let reader = self.reader_account();
        match what {
            What::Posted(message) => {
                let known = self.rows.with_untracked(|rows| rows.iter().rev().any(|row| row.seq == message.seq));
                if known {
                    return;
                }
                if row::is_own(reader, &message.author) {
                    self.outbox.update(|outbox| outbox.arrived(message.id, &message.text));
                }
                self.add(Row::of(message, &[]));
            }
            What::Edited { message, text } => {
                self.rows.with_untracked(|rows| row::rewrite(rows, message, Some(&text)));
                if self.pinned.with_untracked(|pinned| pinned.as_ref().is_some_and(|quote| quote.message == message)) {
                    self.pinned.update(|pinned| pinned.iter_mut().for_each(|quote| quote.text = beginning(&text)));
                }
            }
            What::Pinned { message } => self.pinned.set(message),
            What::Deleted { message } => self.rows.with_untracked(|rows| row::rewrite(rows, message, None)),
            What::Reacted { message, reactions, by, emoji, given } => self.rows.with_untracked(|rows| {
                if let Some(message) = rows.iter().rev().filter_map(Row::message).find(|row| row.id == message) {
                    row::react(message, reactions, reader == Some(by), (&emoji, given));
                }
            }),
            note => {
                match &note {
                    What::TimedOut { account, until, .. } if reader == Some(*account) => {
                        self.stands(|standing| standing.timed_out_until = Some(*until));
                    }
                    What::Banned { account, .. } if reader == Some(*account) => self.stands(|standing| standing.banned = true),
                    What::Lifted { account, .. } if reader == Some(*account) => self.stands(|standing| {
                        standing.banned = false;
                        standing.timed_out_until = None;
                    }),
                    What::SlowMode { seconds } => self.rules.update(|rules| rules.slow_mode_seconds = *seconds),
                    What::Ruled { rules } => {
                        self.rules.set(*rules);
                        self.stands(|_| {});
                    }
                    _ => {}
                }
                self.add(Row { seq, what: Shows::Note(Arc::new(note)) });
            }
        }
    }

    /// Changes where the reader stands, and what they may do by that and by the rules.
    fn stands(self, change: impl FnOnce(&mut Standing)) {
        let Some(mut standing) = self.standing.get_untracked() else { return };
        change(&mut standing);
        self.standing.set(Some(standing));
        self.may_write.set(standing.may_write(&self.rules.get_untracked(), Timestamp(js_sys::Date::now() as i64)));
        self.wait_to_write();
    }

    /// Looks again once what keeps the reader from writing is over.
    pub(super) fn wait_to_write(self) {
        let wait = self.may_write.get_untracked();
        let (MayWrite::After(until) | MayWrite::TooNew(until)) = wait else { return };
        // Longer than a timer can wait is longer than anybody stays.
        let wait_ms = (until.0 as f64 - js_sys::Date::now()).clamp(0.0, f64::from(i32::MAX)) as u64;
        set_timeout(
            move || {
                if self.may_write.try_get_untracked() == Some(wait) {
                    self.stands(|_| {});
                }
            },
            Duration::from_millis(wait_ms + 1),
        );
    }

    fn stored(self, number: u32, seq: u64, message: MessageId) {
        let shown = seq <= self.order.with_value(|order| order.last());
        let answered = self.outbox.try_update(|outbox| outbox.stored(number, message, shown)).flatten();
        match answered {
            Some(Answered::Post(_)) => self.say_next(),
            Some(Answered::Change(done)) => self.offer_undo(done),
            None => {}
        }
    }

    /// Silencing somebody can be taken back for as long as the toast stays.
    fn offer_undo(self, Changing { change, name, .. }: Changing) {
        let (id, account) = match change {
            Change::TimeOut { account, .. } => ("chat-done-timed-out", account),
            Change::Ban { account, .. } => ("chat-done-banned", account),
            _ => return,
        };
        let text = self.i18n.text(id, &[("name", argument(&name))]);
        let lift = Callback::new(move |()| {
            if !self.rows.is_disposed() {
                self.change(Change::Lift { room: self.room(), account }, name.clone());
            }
        });
        if let Some(toasts) = self.toasts {
            toasts.show_with(text, self.i18n.text("common-undo", &[]), lift);
        }
    }

    fn refused_by_room(self, number: u32, reasons: Vec<Message>) {
        match self.outbox.try_update(|outbox| outbox.take(number)).flatten() {
            Some(Answered::Post(post)) => {
                self.give_back(&post.text, Mode::Say, reasons);
                self.say_next();
            }
            Some(Answered::Change(Changing { change: Change::Edit { message, text }, .. })) => {
                self.give_back(&text, Mode::Edit(message), reasons);
            }
            Some(Answered::Change(_)) => {
                reasons.first().into_iter().for_each(|reason| self.toast(self.i18n.message(reason)));
            }
            None => {}
        }
    }
}
