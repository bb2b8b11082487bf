//! The moment somebody wants to share as a picture. Draws nothing: the card comes in a file of its own, when it is first asked for.

use contract::mixes::MixSummary;
use leptos::prelude::*;

/// A moment of a mix, with all that its card shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    pub mix: MixSummary,
    /// Bars of 0–255.
    pub wave: Vec<u8>,
    /// What sounds then, in one line.
    pub track: Option<String>,
    pub at_ms: u64,
}

impl Moment {
    /// Its address within the site.
    pub fn path(&self) -> String {
        format!("/mixes/{}?t={}", self.mix.slug, self.at_ms / 1000)
    }
}

/// Which moment is shared now. One for all buttons of the page.
#[derive(Clone, Copy)]
pub struct Moments {
    pub asked: RwSignal<Option<Moment>>,
}

impl Moments {
    /// Call once, in the layout.
    pub fn provide() {
        provide_context(Self { asked: RwSignal::new(None) });
    }

    pub fn get() -> Self {
        expect_context()
    }

    /// Opens the card.
    pub fn share(self, moment: Moment) {
        self.asked.set(Some(moment));
    }

    /// Whether the card is open; tracked.
    pub fn wanted(self) -> Signal<bool> {
        Signal::derive(move || self.asked.with(Option::is_some))
    }
}
