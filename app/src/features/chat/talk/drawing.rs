//! Which part of the room is in the page: what is in sight and some more on both sides, however long the talk is.

use super::{Row, Talk};
use crate::features::chat::window::{AT_FIRST, Drawn, Heights, between};
use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Windows' heights that are drawn on either side of what is in sight, and those that must be.
const DRAWN: f64 = 2.0;
const NEEDED: f64 = 1.0;
/// So near to the first row what was said before it is asked for, in windows' heights.
const NEAR_FIRST: f64 = 1.5;

#[derive(Default)]
pub struct Drawing {
    heights: Heights,
    /// A frame was asked for already.
    waiting: bool,
    /// What was in sight is being held where it was.
    holding: bool,
}

impl Talk {
    /// The rows to draw.
    pub fn drawn_rows(self) -> Vec<Row> {
        let drawn = self.drawn.get();
        self.rows.with(|rows| rows[drawn.part(rows.len(), |at| rows[at].seq)].to_vec())
    }

    /// The list was scrolled, or is another one.
    pub(super) fn look_again(self) {
        if self.drawing.try_update_value(|drawing| std::mem::replace(&mut drawing.waiting, true)).unwrap_or(true) {
            return;
        }
        request_animation_frame(move || {
            self.drawing.try_update_value(|drawing| drawing.waiting = false);
            if let Some(log) = self.log.try_get_untracked().flatten() {
                self.draw_in_sight(&log);
                self.earlier_if_near(&log);
            }
        });
    }

    /// Rows came before the first one: they are drawn together with whatever else changes, so that nothing moves in between.
    pub(super) fn draw_earlier(self) {
        if let Some(log) = self.log.get_untracked() {
            self.draw_in_sight(&log);
        }
        self.look_again();
    }

    fn draw_in_sight(self, log: &web_sys::HtmlDivElement) {
        let (distance, height) = (-f64::from(log.scroll_top()), f64::from(log.client_height()));
        let around = |windows: f64| (distance - windows * height, distance + (windows + 1.0) * height);
        let seqs = self.seqs();
        self.measure(log);
        let wanted = self.drawing.with_value(|drawing| {
            let needed = between(&seqs, &drawing.heights, around(NEEDED));
            let now = self.drawn.with_untracked(|drawn| drawn.part(seqs.len(), |at| seqs[at]));
            let enough = now.start <= needed.start && needed.end <= now.end && now.len() <= needed.len() + 2 * AT_FIRST;
            (!enough).then(|| Drawn::of(&seqs, between(&seqs, &drawing.heights, around(DRAWN)), &drawing.heights))
        });
        if let Some(wanted) = wanted {
            self.draw(wanted);
        }
    }

    /// Whoever scrolls up to the first row wants to read on.
    fn earlier_if_near(self, log: &web_sys::HtmlDivElement) {
        let (distance, height) = (-log.scroll_top(), log.client_height());
        let above = f64::from(log.scroll_height() - distance - height);
        if distance > 0 && above < NEAR_FIRST * f64::from(height) && self.has_more.get_untracked() {
            self.earlier();
        }
    }

    /// Draws what is around a place, wherever the list stands.
    pub(super) fn draw_around(self, place: u64) {
        let seqs = self.seqs();
        let at = seqs.partition_point(|seq| *seq < place);
        let half = AT_FIRST / 2;
        let wanted = self.drawing.with_value(|drawing| Drawn::of(&seqs, at.saturating_sub(half)..at + half, &drawing.heights));
        self.draw(wanted);
    }

    /// Draws from what is the first row now: what comes before it waits until somebody gets near.
    pub(super) fn fix_first(self) {
        if let Some(first) = self.rows.with_untracked(|rows| rows.first().map(|row| row.seq)) {
            self.drawn.update_untracked(|drawn| drawn.first = drawn.first.max(first));
        }
    }

    /// Draws the newest, for somebody who is there or on the way.
    pub(super) fn draw_end(self) {
        let seqs = self.seqs();
        let end = seqs.len();
        let wanted = self.drawing.with_value(|drawing| Drawn::of(&seqs, end.saturating_sub(AT_FIRST)..end, &drawing.heights));
        if self.drawn.with_untracked(|drawn| drawn.last != u64::MAX || drawn.part(end, |at| seqs[at]).len() > 2 * AT_FIRST) {
            self.keep_focus(&wanted);
            self.drawn.set(wanted);
        }
    }

    fn draw(self, wanted: Drawn) {
        if self.drawn.with_untracked(|drawn| *drawn == wanted) {
            return;
        }
        self.quiet_for_a_moment();
        self.keep_focus(&wanted);
        self.hold_still(move || self.drawn.set(wanted));
    }

    /// A row that goes must not take the focus with it.
    fn keep_focus(self, wanted: &Drawn) {
        let row = document().active_element().and_then(|active| active.closest("[data-seq]").ok().flatten());
        let Some(seq) = row.as_ref().and_then(seq_of) else { return };
        if !(wanted.first..=wanted.last).contains(&seq)
            && let Some(log) = self.log.get_untracked()
        {
            let calm = web_sys::FocusOptions::new();
            calm.set_prevent_scroll(true);
            // A list that can't be focused leaves the focus on the page.
            let _ = log.focus_with_options(&calm);
        }
    }

    /// Makes a change, and keeps what is in sight where it was. The list counts from its end, so what comes below would move it.
    pub(super) fn hold_still(self, change: impl FnOnce()) {
        let log = self.log.get_untracked();
        let at_end = log.as_ref().is_none_or(|log| log.scroll_top() == 0);
        if at_end || self.drawing.try_update_value(|drawing| std::mem::replace(&mut drawing.holding, true)).unwrap_or(true) {
            return change();
        }
        let held = log.as_ref().and_then(in_sight);
        change();
        spawn_local(async move {
            // The page has the change before it is painted, and so it gets this.
            tick().await;
            self.drawing.try_update_value(|drawing| drawing.holding = false);
            let (Some(log), Some((seq, top))) = (log, held) else { return };
            if let Some(row) = row_of(&log, seq) {
                let moved = (row.get_bounding_client_rect().top() - top).round() as i32;
                if moved != 0 {
                    log.set_scroll_top(log.scroll_top() + moved);
                }
            }
        });
    }

    /// Learns how high the drawn rows are: from where one begins to where the next one does, with what stands between them.
    fn measure(self, log: &Element) {
        let tops: Vec<(u64, f64, f64)> = rows_in(log)
            .filter_map(|row| {
                let place = row.get_bounding_client_rect();
                Some((seq_of(&row)?, place.top(), place.bottom()))
            })
            .collect();
        self.drawing.update_value(|drawing| {
            drawing.heights.for_width(log.client_width());
            for (at, (seq, top, bottom)) in tops.iter().enumerate() {
                let end = tops.get(at + 1).map_or(*bottom, |(_, next, _)| *next);
                drawing.heights.learn(*seq, end - top);
            }
        });
    }

    fn seqs(self) -> Vec<u64> {
        self.rows.with_untracked(|rows| rows.iter().map(|row| row.seq).collect())
    }
}

/// The first row that is in sight, and where it begins.
fn in_sight(log: &web_sys::HtmlDivElement) -> Option<(u64, f64)> {
    let edge = log.get_bounding_client_rect().top();
    rows_in(log).find_map(|row| {
        let place = row.get_bounding_client_rect();
        (place.bottom() > edge).then(|| seq_of(&row).map(|seq| (seq, place.top()))).flatten()
    })
}

fn rows_in(log: &Element) -> impl Iterator<Item = Element> + use<> {
    let rows = log.query_selector_all("[data-seq]").ok();
    let count = rows.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |at| rows.as_ref()?.item(at)?.dyn_into().ok())
}

fn row_of(log: &Element, seq: u64) -> Option<Element> {
    log.query_selector(&format!("[data-seq='{seq}']")).ok().flatten()
}

fn seq_of(row: &Element) -> Option<u64> {
    row.get_attribute("data-seq")?.parse().ok()
}
