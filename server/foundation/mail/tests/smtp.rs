//! Mail through a real SMTP server: aiosmtpd, started for the test on a free port.

#![expect(clippy::unwrap_used, reason = "a test that can't be arranged has failed")]

use contract::shown::Timestamp;
use mail::{Config, Mail, Security};
use std::{
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};
use uuid::Uuid;

struct Relay {
    process: Child,
    port: u16,
}

impl Drop for Relay {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn python() -> PathBuf {
    let cached = || {
        let path = Path::new(&std::env::var_os("HOME")?).join(".cache/hectic/venv/bin/python");
        path.exists().then_some(path)
    };
    std::env::var_os("HECTIC_PYTHON").map(PathBuf::from).or_else(cached).unwrap_or_else(|| "python3".into())
}

impl Relay {
    async fn start(maildir: &Path) -> Self {
        let python = python();
        let found = Command::new(&python).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
        assert!(
            found.is_ok_and(|status| status.success()),
            "aiosmtpd is missing for {}: run `{0} -m pip install aiosmtpd`, or name another Python in HECTIC_PYTHON",
            python.display()
        );
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new(&python)
            .args(["-m", "aiosmtpd", "-n", "-l", &format!("127.0.0.1:{port}"), "-c", "aiosmtpd.handlers.Mailbox"])
            .arg(maildir)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let relay = Self { process, port };
        let mut tries = tokio::time::interval(Duration::from_millis(50));
        for _ in 0..600 {
            tries.tick().await;
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return relay;
            }
        }
        panic!("aiosmtpd did not answer within 30 s");
    }

    fn config(&self) -> Config {
        Config {
            smtp_host: "127.0.0.1".to_owned(),
            smtp_port: self.port,
            smtp_security: Security::None,
            from: "no-reply@example.org".to_owned(),
            ..Config::default()
        }
    }
}

fn mail(to: &str) -> Mail {
    Mail {
        id: Uuid::from_u128(7),
        from_name: "Rádio Ñandú".to_owned(),
        to: to.to_owned(),
        subject: "Bestätigung für dich".to_owned(),
        text: "Hello\nhttps://example.org/confirm?token=abc".to_owned(),
        html: "<p>Hello <a href=\"https://example.org/confirm?token=abc\">here</a>".to_owned(),
        date: Timestamp(1_795_348_800_000),
    }
}

#[tokio::test]
async fn a_real_relay_receives_both_parts_and_the_brand_as_sender() {
    let folder = tempfile::tempdir().unwrap();
    let maildir = folder.path().join("maildir");
    let relay = Relay::start(&maildir).await;
    let mailer = relay.config().mailer(folder.path()).unwrap();
    mailer.carry(&mail("fan@example.org")).await.unwrap();
    mailer.carry(&mail("other@example.org")).await.unwrap();
    let received: Vec<String> =
        std::fs::read_dir(maildir.join("new")).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    assert_eq!(received.len(), 2);
    let message = received.iter().find(|message| message.contains("fan@example.org")).unwrap();
    for part in [
        "<no-reply@example.org>",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "Auto-Submitted: auto-generated",
        "Date: Sun, 22 Nov 2026 12:00:00 +0000",
        "Message-ID: <00000000-0000-0000-0000-000000000007@example.org>",
    ] {
        assert!(message.contains(part), "{part} is missing in\n{message}");
    }
}

#[tokio::test]
async fn a_relay_without_starttls_is_not_trusted_with_mail() {
    let folder = tempfile::tempdir().unwrap();
    let maildir = folder.path().join("maildir");
    let relay = Relay::start(&maildir).await;
    let mailer = Config { smtp_security: Security::Starttls, ..relay.config() }.mailer(folder.path()).unwrap();
    assert!(mailer.carry(&mail("fan@example.org")).await.is_err());
    assert!(!maildir.join("new").exists() || std::fs::read_dir(maildir.join("new")).unwrap().next().is_none());
}
