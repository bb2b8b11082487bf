//! The chapters of the mix that is loaded: asked for when it changes, shown in the player, jumped between.

use super::state::Player;
use crate::{
    features::mixes::{Moment, Moments, named, server_fns},
    i18n::use_i18n,
    t,
};
use contract::tracklists::Track;
use leptos::{prelude::*, task::spawn_local};
use ui::{Glyph, IconButton};

/// So far into a chapter, "previous" goes to its start and not to the one before, in ms.
pub(super) const INTO_CHAPTER_MS: u64 = 5_000;

/// Keeps [`Player::tracks`] those of the current mix.
pub(super) fn follow(player: Player) {
    let current = Memo::new(move |_| player.current().filter(|mix| !mix.by_link).map(|mix| mix.id));
    Effect::new(move |_| {
        let mix = current.get();
        player.tracks.set(vec![]);
        let Some(mix) = mix else { return };
        spawn_local(async move {
            // Without chapters the mix plays all the same.
            if let Ok(tracks) = server_fns::tracks(mix).await
                && current.try_get_untracked().flatten() == Some(mix)
            {
                player.tracks.set(tracks);
            }
        });
    });
}

/// Shares what sounds now as a picture.
#[component]
pub fn ShareMoment() -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let moments = Moments::get();
    let press = Callback::new(move |()| {
        let Some(mix) = player.current_untracked() else { return };
        let at_ms = player.position_ms.get_untracked();
        let track = player.tracks.with_untracked(|tracks| Track::at(tracks, at_ms).map(|index| named(&tracks[index], i18n)));
        moments.share(Moment { wave: mix.peaks.bars(), mix, track, at_ms });
    });
    view! { <IconButton glyph=Glyph::Camera label=t!(i18n, "mixes-moment-share") on_press=press /> }
}

/// A notch on the wave where each chapter begins.
#[component]
pub fn Notches() -> impl IntoView {
    let player = Player::get();
    move || {
        let duration_ms = player.duration_ms().max(1);
        let notch =
            |at_ms: u64| view! { <i class="wave__notch" style=format!("--at:{:.2}", at_ms as f64 * 100.0 / duration_ms as f64)></i> };
        player.chapter_starts().into_iter().filter(|at_ms| *at_ms > 0).map(notch).collect_view()
    }
}

/// Where "next" goes: the start of the chapter after `at_ms`.
pub(super) fn after(starts: &[u64], at_ms: u64) -> Option<u64> {
    starts.iter().copied().find(|start| *start > at_ms)
}

/// Where "previous" goes: the start of this chapter, or of the one before when this one has only begun. `None` before the first.
pub(super) fn before(starts: &[u64], at_ms: u64) -> Option<u64> {
    starts.iter().rev().copied().find(|start| *start + INTO_CHAPTER_MS <= at_ms).or_else(|| {
        let begun = starts.iter().rposition(|start| *start <= at_ms)?;
        starts.get(begun.checked_sub(1)?).copied()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_and_previous_go_by_chapter() {
        let starts = [0, 60_000, 120_000];
        assert_eq!([0, 59_999, 60_000, 120_000].map(|at| after(&starts, at)), [Some(60_000), Some(60_000), Some(120_000), None]);
        let back = [2_000, 5_000, 61_000, 66_000, 500_000].map(|at| before(&starts, at));
        assert_eq!(back, [None, Some(0), Some(0), Some(60_000), Some(120_000)]);
        assert_eq!((after(&[], 5), before(&[], 5)), (None, None));
    }
}
