//! The DJ's side: files come in, become mixes, are published. People and brand for admins.

mod brand_page;
mod bulk;
mod cover_form;
mod crop_frame;
mod drop_zone;
mod duplicates_page;
mod edit_page;
mod imports_page;
mod listen;
mod live;
mod logo_form;
mod people_page;
mod private_links;
mod release_fields;
mod replace_form;
pub mod server_fns;
mod studio_mix_row;
mod studio_page;
mod tracklist;
mod upload_row;
mod uploads;
mod versions;

pub use brand_page::BrandPage;
pub use duplicates_page::DuplicatesPage;
pub use edit_page::EditMixPage;
pub use imports_page::ImportsPage;
pub use people_page::PeoplePage;
pub use studio_page::{StudioHead, StudioPage};
pub use tracklist::TracklistPage;
pub use uploads::Uploads;
