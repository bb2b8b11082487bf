//! Mail to people: a letter is a job in the transaction that wants it, rendered in the reader's language, sent by SMTP or into a folder.
//! Knows no feature: a feature names the Fluent messages of its letters.

mod config;
mod delivery;
mod folder;
mod letter;
mod mailer;
mod render;
mod smtp;

pub use config::{Config, Security};
pub use delivery::{Delivery, JOB_KIND, Letterhead};
pub use folder::{FolderMailer, StoredMail, inbox};
pub use letter::{Letter, Template, send};
pub use mailer::{Mail, MailError, Mailer, is_address};
pub use smtp::SmtpMailer;
