//! What was heard, told to the server every 10 s, on pause and when the page goes away. Counts sound, not seeks.

use super::state::Player;
use crate::features::listening::server_fns;
use contract::ids::MixId;
use leptos::{prelude::*, task::spawn_local};

/// Between two reports, in ms of sound.
const EVERY_MS: u64 = 10_000;
/// A larger step between two time updates is a seek, not sound.
const LARGEST_STEP_MS: u64 = 2_000;

/// One play of one mix.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    mix: Option<MixId>,
    ticket: Option<String>,
    last_ms: u64,
    heard_ms: u64,
    sent_ms: u64,
}

impl Report {
    fn start(&mut self, mix: MixId, at_ms: u64) {
        *self = Self { mix: Some(mix), last_ms: at_ms, ..Self::default() };
    }

    /// After a seek, sound counts from here.
    pub(super) fn jump(&mut self, at_ms: u64) {
        self.last_ms = at_ms;
    }

    /// Takes a time update; true when a report is due.
    fn advance(&mut self, at_ms: u64, sounding: bool) -> bool {
        let step = at_ms.saturating_sub(self.last_ms);
        self.last_ms = at_ms;
        if sounding && step <= LARGEST_STEP_MS {
            self.heard_ms += step;
        }
        self.heard_ms >= self.sent_ms + EVERY_MS
    }

    /// The report to send, if something was heard since the last one.
    fn take(&mut self) -> Option<(MixId, String, u64, u64)> {
        if self.heard_ms <= self.sent_ms {
            return None;
        }
        let (mix, ticket) = (self.mix?, self.ticket.clone()?);
        self.sent_ms = self.heard_ms;
        Some((mix, ticket, self.last_ms, self.heard_ms))
    }

    /// The current mix is left for another one.
    pub(super) fn leave(&mut self, at_ms: u64) {
        self.last_ms = at_ms;
        dispatch(self.take());
        *self = Self::default();
    }
}

/// A play begins or goes on.
pub(super) fn begin(player: Player) {
    let Some(mix) = player.current_untracked().filter(|mix| !mix.by_link) else { return };
    if player.report.with_value(|report| report.mix == Some(mix.id)) {
        return;
    }
    player.report.update_value(|report| report.start(mix.id, player.position_ms.get_untracked()));
    spawn_local(async move {
        // Without a ticket nothing is counted; the music goes on.
        if let Ok(ticket) = server_fns::begin_play(mix.id).await {
            player.report.update_value(|report| {
                if report.mix == Some(mix.id) {
                    report.ticket = Some(ticket);
                }
            });
        }
    });
}

/// The element moved to `at_ms`.
pub(super) fn moved(player: Player, at_ms: u64, sounding: bool) {
    if player.report.try_update_value(|report| report.advance(at_ms, sounding)) == Some(true) {
        send(player);
    }
}

/// Sends what wasn't sent yet.
pub(super) fn send(player: Player) {
    dispatch(player.report.try_update_value(Report::take).flatten());
}

/// Sends it in a way that outlives the page.
#[cfg(not(feature = "ssr"))]
pub(super) fn send_beacon(player: Player) {
    use leptos::server_fn::ServerFn;
    let Some((mix, ticket, position_ms, heard_ms)) = player.report.try_update_value(Report::take).flatten() else { return };
    let Some(window) = web_sys::window() else { return };
    let body = format!("mix={mix}&ticket={}&position_ms={position_ms}&heard_ms={heard_ms}", js_sys::encode_uri_component(&ticket));
    // The browser may refuse when too much is queued; the position is in the local storage too.
    let _ = window.navigator().send_beacon_with_opt_str(server_fns::Heard::PATH, Some(&body));
}

fn dispatch(report: Option<(MixId, String, u64, u64)>) {
    if let Some((mix, ticket, position_ms, heard_ms)) = report {
        spawn_local(async move {
            // Lost reports are made up by the next one: it carries the sum.
            let _ = server_fns::heard(mix, ticket, position_ms, heard_ms).await;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn playing() -> Report {
        let mut report = Report::default();
        report.start(MixId(uuid::Uuid::nil()), 0);
        report.ticket = Some("ticket".into());
        report
    }

    #[test]
    fn sound_is_counted_and_seeks_are_not() {
        let mut report = playing();
        assert!(!report.advance(1_000, true));
        report.advance(600_000, true);
        report.advance(601_000, true);
        report.advance(601_500, false);
        assert_eq!(report.heard_ms, 2_000);
    }

    #[test]
    fn a_report_is_due_every_ten_seconds_and_carries_the_sum() {
        let mut report = playing();
        let due = (1..=20).filter(|second| report.advance(second * 1_000, true) && report.take().is_some()).count();
        assert_eq!(due, 2);
        assert_eq!(report.heard_ms, 20_000);
        assert_eq!(report.take(), None);
    }
}
