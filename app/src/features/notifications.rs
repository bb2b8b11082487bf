//! What concerns the reader: a bell with a count, a page of their own, and how they want to hear of it.

mod bell;
mod choices;
mod page;
mod server_fns;
mod unread;

pub use bell::{Bell, RailBell};
pub use choices::NotificationChoices;
pub use page::NotificationsPage;
pub use unread::Unread;
