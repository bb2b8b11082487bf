//! Track requests: what people would like to hear, in the order of their votes, and the DJ's console.
//!
//! The server's HTML has the whole list, and forms that work without scripts. Hydrated, the socket brings what changes.

mod ask;
mod console;
mod console_page;
mod queue;
mod request_row;
mod requests_page;
mod rules_form;
pub mod server_fns;

pub use console_page::ConsolePage;
pub use requests_page::RequestsPage;
