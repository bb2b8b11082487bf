//! Coming in: sign up, confirm, sign in, forgotten passwords. What people do once they are in stands in `me`.

mod confirm_page;
mod forgot_page;
mod reset_page;
pub mod server_fns;
mod sign_in_page;
mod sign_up_page;

pub use confirm_page::{ConfirmEmailPage, ConfirmPage};
pub use forgot_page::ForgotPage;
pub use reset_page::ResetPage;
pub use sign_in_page::SignInPage;
pub use sign_up_page::SignUpPage;
