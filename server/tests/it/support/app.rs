//! A whole install: fresh database, own folder, a socket, a clock that the test moves. Ends with the value.

use super::{Browser, recording};
use ::accounts::NewAccount;
use bytes::Bytes;
use contract::{
    caller::{Caller, Locale, Role},
    ids::{AccountId, MixId, TenantId},
    outcome::Argument,
    shown::Timestamp,
};
use kernel::ManualClock;
use mixes::intake::Import;
use server::{config::Config, wiring::Install};
use std::{net::SocketAddr, path::PathBuf, sync::Arc};
use tempfile::TempDir;
use testing::NOON;
use tokio::{net::TcpListener, task::JoinSet};

/// Of everybody whom a test makes.
pub const PASSWORD: &str = "correct horse battery";
const SECOND: &str = "second.localhost";

pub struct TestApp {
    pub install: Arc<Install>,
    pub clock: Arc<ManualClock>,
    pub tenant: TenantId,
    /// Database, files and mail; gone with the value.
    _folder: TempDir,
    pub address: SocketAddr,
    /// The dispatcher of events and the server. Jobs run when the test says so: `work`.
    _tasks: JoinSet<()>,
}

impl TestApp {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// With another configuration.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config: Config = serde_json::from_str("{}").unwrap();
        config.data = folder.path().join("data");
        config.site = folder.path().join("site");
        config.hashes = Some(folder.path().join("no hashes"));
        config.locales = testing::locales();
        config.database.url = testing::fresh_database(folder.path()).await;
        config.database.max_connections = 4;
        config.jobs.workers = 0;
        config.jobs.renderers = 0;
        change(&mut config);
        server::wiring::install_crypto();
        let clock = Arc::new(ManualClock::at(NOON));
        let install = Arc::new(Install::open_at(config, clock.clone()).await.unwrap());
        install.migrate().await.unwrap();
        let brand = tenants::NewTenant { name: "First Brand".to_owned(), ..tenants::NewTenant::default() };
        let tenant = install.tenants.ensure_default(brand).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (listener, service) = server::listening::on(listener, server::router::router(&install));
        let mut tasks = server::serve::background(&install);
        tasks.spawn(async move { axum::serve(listener, service).await.unwrap() });
        Self { install, clock, tenant, _folder: folder, address, _tasks: tasks }
    }

    /// A browser that was never here.
    pub fn visitor(&self) -> Browser {
        Browser::new(self.address, "localhost")
    }

    /// A browser on another host name of the same socket.
    pub fn visitor_of(&self, host: &str) -> Browser {
        Browser::new(self.address, host)
    }

    /// Another tenant, at `second.localhost`.
    pub async fn second_tenant(&self) -> TenantId {
        // The first tenant is the oldest one.
        self.clock.advance_ms(1);
        let brand = tenants::NewTenant { name: "Second Brand".to_owned(), hosts: vec![SECOND.to_owned()], ..tenants::NewTenant::default() };
        self.install.tenants.add(brand).await.unwrap().done().unwrap()
    }

    /// A confirmed account with [`PASSWORD`].
    pub async fn person(&self, email: &str, role: Role) -> AccountId {
        self.person_of(self.tenant, email, role).await
    }

    pub async fn person_of(&self, tenant: TenantId, email: &str, role: Role) -> AccountId {
        let name = format!("Test {}", email.split('@').next().unwrap());
        let new =
            NewAccount { email: email.into(), name, password: PASSWORD.into(), role, bio: String::new(), locale: Locale("en".into()) };
        self.install.accounts.create_account(tenant, new).await.unwrap().done().unwrap()
    }

    /// A new person's browser, signed in.
    pub async fn signed_in(&self, email: &str, role: Role) -> Browser {
        self.person(email, role).await;
        let mut browser = self.visitor();
        browser.sign_in(email, PASSWORD).await;
        assert!(browser.is_signed_in(), "{email} is in");
        browser
    }

    /// A new person as the ports see them.
    pub async fn caller(&self, tenant: TenantId, email: &str, role: Role) -> Caller {
        let form = contract::accounts::SignIn { email: email.into(), password: PASSWORD.into() };
        self.person_of(tenant, email, role).await;
        let session = self.install.services.accounts.sign_in(&testing::visitor(tenant), form).await.unwrap().done().unwrap();
        let viewer = self.install.accounts.viewer(tenant, &session.secret).await.unwrap();
        assert!(viewer.is_some(), "{email} is in");
        Caller { viewer, ..testing::visitor(tenant) }
    }

    /// A public mix of a new DJ.
    pub async fn published(&self, title: &str) -> MixId {
        let dj = self.person("dj@example.org", Role::Dj).await;
        self.published_by(dj, title).await
    }

    pub async fn published_by(&self, dj: AccountId, title: &str) -> MixId {
        let import = Import {
            tenant: self.tenant,
            dj,
            dj_name: "Test dj".to_owned(),
            file_name: "recording.wav".to_owned(),
            file: Bytes::from(recording()),
            title: title.to_owned(),
            genres: "House".to_owned(),
            moods: "late night".to_owned(),
            description: String::new(),
            cover: None,
            published_at: self.now(),
        };
        self.install.mixes.import(import).await.unwrap()
    }

    pub fn now(&self) -> Timestamp {
        self.install.kernel.now()
    }

    /// Runs every job that is due, but for the making of renditions.
    pub async fn work(&self) {
        while self.install.worker.run_one().await.unwrap() {}
    }

    pub fn mailbox(&self) -> PathBuf {
        self.install.config.data.join("mail")
    }

    /// The address, without scheme and host, in the newest mail to `email`.
    pub async fn link_from_mail(&self, email: &str) -> String {
        self.work().await;
        let mails = mail::inbox(&self.mailbox()).await.unwrap();
        let newest = mails.iter().find(|mail| mail.to == email).unwrap_or_else(|| panic!("no mail to {email}"));
        let links = newest.links();
        links
            .first()
            .and_then(|link| link.strip_prefix("http://localhost"))
            .unwrap_or_else(|| panic!("no link here in {links:?}"))
            .to_owned()
    }

    /// The token in the newest mail's link.
    pub async fn link_token(&self, email: &str) -> String {
        self.work().await;
        let mails = mail::inbox(&self.mailbox()).await.unwrap();
        let newest = mails.iter().find(|mail| mail.to == email).unwrap_or_else(|| panic!("no mail to {email}"));
        newest.links().first().and_then(|link| link.split_once("token=")).unwrap().1.to_owned()
    }

    /// Follows the link of the newest mail and presses its page's button.
    pub async fn confirm_from_mail(&self, browser: &mut Browser, email: &str) -> super::Answer {
        let (link, token) = (self.link_from_mail(email).await, self.link_token(email).await);
        browser.submit(&link, "/api/confirm", &[("token", &token)]).await
    }

    /// A message as English readers see it.
    pub fn says(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.says_in("en", id, arguments)
    }

    pub fn says_in(&self, locale: &str, id: &str, arguments: &[(&str, Argument)]) -> String {
        let compiled = self.install.kernel.languages.catalogue(&Locale(locale.to_owned()));
        compiled.catalogue.format(id, arguments).unwrap_or_else(|| panic!("{locale} has no {id}"))
    }
}
