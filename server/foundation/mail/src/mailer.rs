//! The seam to the outside world: a finished mail, and whatever carries it away.

use anyhow::Context;
use contract::shown::Timestamp;
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};
use std::time::{Duration, UNIX_EPOCH};
use uuid::Uuid;

/// A rendered mail.
#[derive(Clone, Debug, PartialEq)]
pub struct Mail {
    /// Of the job: a mail that goes out twice has the same `Message-ID` twice.
    pub id: Uuid,
    pub from_name: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub date: Timestamp,
}

/// Why a mail did not leave.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("will try again: {0:#}")]
    Temporary(anyhow::Error),
    #[error("refused for good: {0:#}")]
    Permanent(anyhow::Error),
}

/// Carries mail away.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// # Errors
    /// Says whether another try can help.
    async fn carry(&self, mail: &Mail) -> Result<(), MailError>;
}

/// True if mail can be addressed to it: RFC 5321 without comments, quotes and source routes.
pub fn is_address(text: &str) -> bool {
    text.parse::<Address>().is_ok()
}

impl Mail {
    /// As RFC 5322, with a plain and an HTML part (RFC 2046 `multipart/alternative`).
    ///
    /// # Errors
    /// When an address can't be parsed.
    pub(crate) fn to_message(&self, from: &str) -> anyhow::Result<Message> {
        let from: Address = from.parse().context("sender's address")?;
        let to: Address = self.to.parse().context("recipient's address")?;
        let domain = from.domain().to_owned();
        let date = UNIX_EPOCH + Duration::from_millis(u64::try_from(self.date.0).unwrap_or_default());
        Message::builder()
            .from(Mailbox::new(Some(one_line(&self.from_name)), from))
            .to(Mailbox::new(None, to))
            .subject(one_line(&self.subject))
            .date(date)
            .message_id(Some(format!("<{}@{domain}>", self.id)))
            // RFC 3834: out-of-office robots must not answer.
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
            .multipart(MultiPart::alternative_plain_html(self.text.clone(), self.html.clone()))
            .context("building the message")
    }
}

/// Without control characters: a header ends at a line break, and lettre panics at one in a name.
fn one_line(text: &str) -> String {
    text.split(char::is_control).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_could_smuggle_headers_are_none() {
        assert!(is_address("dj@example.org"));
        for wrong in ["", "dj", "dj@", "@example.org", "dj@example.org\r\nBcc: x@example.org", "a b@example.org", "dj@exa mple.org"] {
            assert!(!is_address(wrong), "{wrong:?}");
        }
    }

    #[test]
    fn names_with_line_breaks_stay_in_their_header() {
        let mail = Mail {
            id: Uuid::nil(),
            from_name: "DJ\r\nBcc: all@example.org".to_owned(),
            to: "fan@example.org".to_owned(),
            subject: "Hello\r\nBcc: all@example.org".to_owned(),
            text: "text".to_owned(),
            html: "<p>html".to_owned(),
            date: Timestamp(0),
        };
        let message = String::from_utf8(mail.to_message("no-reply@example.org").unwrap().formatted()).unwrap();
        assert!(!message.lines().any(|line| line.starts_with("Bcc:")), "{message}");
    }
}
