//! What listeners leave behind: plays, positions, likes. The pages that show them are in `library`.

mod like_button;
pub mod server_fns;

pub use like_button::LikeButton;
