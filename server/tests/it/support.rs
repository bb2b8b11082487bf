//! What the topics stand on. Methods are what people do; nothing here asserts a behaviour of its own.

mod answer;
mod app;
mod browser;
mod program;
mod sound;

pub use answer::Answer;
pub use app::{PASSWORD, TestApp};
pub use browser::{Browser, WITH_SCRIPTS, WITHOUT_SCRIPTS};
pub use program::{Ended, Program, Serving};
pub use sound::recording;

use std::{future::Future, time::Duration};

/// Asks again until the answer is yes: for what another task does soon.
///
/// # Panics
/// When it doesn't come true within ten seconds.
pub async fn eventually<F: Future<Output = bool>>(what: &str, mut ask: impl FnMut() -> F) {
    let mut rounds = tokio::time::interval(Duration::from_millis(20));
    let asking = async {
        loop {
            rounds.tick().await;
            if ask().await {
                return;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(10), asking).await.unwrap_or_else(|_| panic!("still not so: {what}"));
}
