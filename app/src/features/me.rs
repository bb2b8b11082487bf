//! The reader's own corner: profile, address, password, devices, leaving.

mod devices;
mod forms;
mod me_page;
pub mod server_fns;

pub use forms::Setting;
pub use me_page::MePage;
