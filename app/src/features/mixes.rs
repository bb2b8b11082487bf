//! Mixes for listeners: the list, one mix, a DJ's page.

mod about;
mod dj_page;
mod filter;
mod mix_card;
mod mix_page;
mod mixes_page;
mod moment_card;
mod moments;
mod play_mix;
pub mod server_fns;
mod tracklist;

pub use about::Explicit;
use contract::mixes::CoverImage;
pub use dj_page::DjPage;
pub use mix_card::MixCard;
pub use mix_page::MixPage;
pub use mixes_page::MixesPage;
pub use moment_card::MomentCard;
pub use moments::{Moment, Moments};
pub use play_mix::PlayMix;
pub use tracklist::{named, share};
use ui::CoverUrls;

/// The cover's hue as a style for an element of the class `tint`; a grey one leaves the brand's.
pub fn tint(cover: &CoverImage) -> Option<String> {
    cover.hue.map(|hue| format!("--hue:{hue}"))
}

/// The cover's addresses as the design kit wants them.
pub fn cover_urls(cover: &CoverImage) -> CoverUrls {
    CoverUrls::from_width(|px| cover.url(px))
}
