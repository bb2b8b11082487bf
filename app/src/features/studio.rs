//! The DJ's side: files come in, become mixes, are published. People and brand for admins.

mod brand_page;
mod cover_form;
mod crop_frame;
mod drop_zone;
mod edit_page;
mod listen;
mod live;
mod logo_form;
mod people_page;
pub mod server_fns;
mod studio_mix_row;
mod studio_page;
mod tracklist;
mod upload_row;
mod uploads;

pub use brand_page::BrandPage;
pub use edit_page::EditMixPage;
pub use people_page::PeoplePage;
pub use studio_page::StudioPage;
pub use tracklist::TracklistPage;
pub use uploads::Uploads;
