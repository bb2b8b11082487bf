//! Pictures: an upload becomes a safe square cover in four sizes, a logo or an emote, a mix without a cover gets a drawn sleeve.
//!
//! Knows no database, no HTTP and no runtime. Everything here computes on the caller's thread, so a server
//! calls it from a blocking task.

mod cover;
mod crop;
mod decode;
mod dominant;
mod emote;
mod error;
mod jpeg;
mod logo;
mod oklch;
mod original;
mod placeholder;
mod resample;
mod sleeve;

pub use cover::{Cover, SIZES, cover, cover_from_image};
pub use crop::{LEAST_SIDE, Square};
pub use dominant::Dominant;
pub use emote::emote;
pub use error::ImageError;
pub use logo::logo;
pub use oklch::Oklch;
pub use original::Original;
pub use placeholder::{average_colour, thumbhash_png_data_url};
pub use sleeve::{Family, generate_cover, generate_cover_of};

/// The picture type of this crate's functions, so that callers need not name the `image` crate.
pub use image::RgbImage;
