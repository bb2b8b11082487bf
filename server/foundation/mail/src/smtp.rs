//! Mail by SMTP (RFC 5321), over a pool of connections.

use crate::{Config, Mail, MailError, Mailer, Security};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    transport::smtp::{PoolConfig, authentication::Credentials},
};
use secrecy::ExposeSecret;
use std::time::Duration;

/// Longest wait for one command of the relay; a hanging one must not hold the worker.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Hands mail to a relay.
#[derive(Clone)]
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: String,
}

impl SmtpMailer {
    /// Connects with the first mail, not here: a relay that is down must not stop the start.
    ///
    /// # Errors
    /// When the host name is no name for TLS.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let host = config.smtp_host.as_str();
        let mut builder = match config.smtp_security {
            Security::Starttls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host)?,
            Security::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(host)?,
            Security::None => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host),
        };
        if config.smtp_port != 0 {
            builder = builder.port(config.smtp_port);
        }
        if !config.smtp_user.is_empty() {
            builder = builder.credentials(Credentials::new(config.smtp_user.clone(), config.smtp_password.expose_secret().to_owned()));
        }
        let transport = builder.timeout(Some(TIMEOUT)).pool_config(PoolConfig::new().max_size(4)).build();
        Ok(Self { transport, from: config.from.clone() })
    }
}

#[async_trait::async_trait]
impl Mailer for SmtpMailer {
    async fn carry(&self, mail: &Mail) -> Result<(), MailError> {
        let message = mail.to_message(&self.from).map_err(MailError::Permanent)?;
        self.transport.send(message).await.map(|_| ()).map_err(|error| {
            let permanent = error.is_permanent();
            let cause = anyhow::Error::new(error).context("smtp");
            if permanent { MailError::Permanent(cause) } else { MailError::Temporary(cause) }
        })
    }
}
