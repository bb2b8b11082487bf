//! How mail leaves the house.

use crate::{FolderMailer, Mailer, SmtpMailer};
use anyhow::Context;
use secrecy::SecretString;
use serde::Deserialize;
use std::{path::Path, sync::Arc};

/// Mail goes to `smtp_host` when it is set, else to files in the data folder.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Host name of the relay. Empty: mail is written to `mail/` in the data folder.
    pub smtp_host: String,
    /// 0: the usual port of `smtp_security` (587, 465 or 25).
    pub smtp_port: u16,
    pub smtp_security: Security,
    /// Empty: no authentication.
    pub smtp_user: String,
    pub smtp_password: SecretString,
    /// Address that mail comes from; the tenant's brand is the name beside it.
    pub from: String,
}

/// How the connection to the relay is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// Plain at first, then upgraded; refused if the relay can't (RFC 3207).
    #[default]
    Starttls,
    /// TLS from the first byte (RFC 8314).
    Tls,
    /// Not protected: for a relay on the same machine only.
    None,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            smtp_host: String::new(),
            smtp_port: 0,
            smtp_security: Security::default(),
            smtp_user: String::new(),
            smtp_password: SecretString::default(),
            from: "no-reply@localhost".to_owned(),
        }
    }
}

impl Config {
    pub fn uses_smtp(&self) -> bool {
        !self.smtp_host.is_empty()
    }

    /// The mailer that this configuration asks for.
    ///
    /// # Errors
    /// Names the key that is wrong.
    pub fn mailer(&self, data_folder: &Path) -> anyhow::Result<Arc<dyn Mailer>> {
        crate::is_address(&self.from)
            .then_some(())
            .with_context(|| format!("mail.from is not a mail address: {:?}. Set it to one such as no-reply@example.org", self.from))?;
        if self.uses_smtp() {
            return Ok(Arc::new(SmtpMailer::new(self).context("mail.smtp_host can't be used")?));
        }
        Ok(Arc::new(FolderMailer::new(data_folder.join("mail"))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_relay_mail_goes_to_a_folder() {
        assert!(!Config::default().uses_smtp());
        assert!(Config::default().mailer(Path::new("data")).is_ok());
    }

    #[test]
    fn a_wrong_sender_is_named_at_the_start() {
        let config = Config { from: "nobody".to_owned(), ..Config::default() };
        assert!(config.mailer(Path::new("data")).err().unwrap().to_string().contains("mail.from"));
    }
}
