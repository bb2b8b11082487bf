//! Data that is asked for again: each second while something is under way, and when told to. It changes in place, so that the focus
//! and typed words stay where they are.

use contract::failure::Failure;
use leptos::{prelude::*, task::spawn_local};
use std::{future::Future, time::Duration};

/// While something is under way, the next look follows this long after the last.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// What is known now, and a way to look again.
pub struct Live<T: Send + Sync + 'static> {
    pub data: RwSignal<T>,
    pub look_again: Callback<()>,
}

/// Starts with `first`; looks again each second while it is `busy`.
pub fn live<T, F>(first: T, busy: fn(&T) -> bool, fetch: impl Fn() -> F + Copy + Send + Sync + 'static) -> Live<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, Failure>> + 'static,
{
    live_at(first, move |known| busy(known).then_some(LOOK_AGAIN), fetch)
}

/// Starts with `first`; looks again after what `pace` says. A look that fails keeps what is known and is tried again.
pub fn live_at<T, F>(
    first: T,
    pace: impl Fn(&T) -> Option<Duration> + Send + Sync + 'static,
    fetch: impl Fn() -> F + Copy + Send + Sync + 'static,
) -> Live<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, Failure>> + 'static,
{
    let data = RwSignal::new(first);
    let looks = RwSignal::new(0_u32);
    let look_again = Callback::new(move |()| {
        spawn_local(async move {
            let now = fetch().await;
            // Both are gone once the reader has left the page.
            if let Ok(now) = now
                && data.try_with_untracked(|known| *known != now) == Some(true)
            {
                data.set(now);
            }
            looks.try_update(|looks| *looks += 1);
        });
    });
    Effect::new(move |_| {
        looks.track();
        let Some(pause) = data.with(&pace) else { return };
        let timer = set_timeout_with_handle(move || look_again.run(()), pause);
        on_cleanup(move || {
            if let Ok(timer) = timer {
                timer.clear();
            }
        });
    });
    Live { data, look_again }
}
