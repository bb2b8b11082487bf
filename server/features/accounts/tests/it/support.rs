//! An install with a mailbox, and people who use it. Methods are what people do.

use accounts::{Config, NewAccount, PROFILE_CHANGED, ProfileChanged, Service};
use contract::{
    accounts::{Accounts, SignIn, SignUp, SignedIn},
    caller::{Caller, Role},
    ids::{AccountId, TenantId},
    outcome::Outcome,
};
use jobs::{Handler, Worker};
use mail::{Delivery, FolderMailer, JOB_KIND, Letterhead, StoredMail};
use sea_orm::{ConnectionTrait, Statement};
use std::{collections::BTreeMap, path::PathBuf, sync::Arc};
use testing::{Bench, visitor};

pub const PASSWORD: &str = "correct horse battery";
pub const OTHER_PASSWORD: &str = "staple gun velvet moon";
pub const MINUTE_MS: i64 = 60_000;
pub const HOUR_MS: i64 = 60 * MINUTE_MS;
pub const DAY_MS: i64 = 24 * HOUR_MS;

struct Brand;

#[async_trait::async_trait]
impl Letterhead for Brand {
    async fn brand_name(&self, _: TenantId) -> kernel::Result<String> {
        Ok("Danny".to_owned())
    }
}

pub struct Install {
    pub bench: Bench,
    pub accounts: Service,
    pub tenant: TenantId,
    worker: Worker,
    mailbox: PathBuf,
}

impl Install {
    pub async fn new() -> Self {
        Self::with(Config { sign_in_before_confirmation: true }).await
    }

    pub async fn with(config: Config) -> Self {
        let bench = Bench::new().await;
        let mailbox = bench.folder.path().join("mail");
        let delivery = Delivery::new(bench.kernel.clone(), Arc::new(FolderMailer::new(mailbox.clone())), Arc::new(Brand)).unwrap();
        let handlers: BTreeMap<String, Arc<dyn Handler>> = BTreeMap::from([(JOB_KIND.to_owned(), Arc::new(delivery) as _)]);
        let worker = Worker::new(bench.kernel.database.clone(), bench.clock.clone(), handlers);
        let accounts = Service::new(bench.kernel.clone(), config);
        Self { tenant: bench.tenant(), accounts, worker, mailbox, bench }
    }

    pub fn visitor(&self) -> Caller {
        visitor(self.tenant)
    }

    /// A confirmed account with [`PASSWORD`].
    pub async fn account(&self, email: &str, role: Role) -> AccountId {
        self.account_in(self.tenant, email, role).await
    }

    pub async fn account_in(&self, tenant: TenantId, email: &str, role: Role) -> AccountId {
        let name = format!("Test {}", email.split('@').next().unwrap());
        let locale = visitor(tenant).locale;
        let new = NewAccount { email: email.into(), name, password: PASSWORD.into(), role, bio: String::new(), locale };
        self.accounts.create_account(tenant, new).await.unwrap().done().unwrap()
    }

    /// Signs in with [`PASSWORD`] on a fresh device.
    pub async fn signed_in(&self, email: &str) -> Caller {
        self.signed_in_to(self.tenant, email).await
    }

    pub async fn signed_in_to(&self, tenant: TenantId, email: &str) -> Caller {
        let session = self.accounts.sign_in(&visitor(tenant), sign_in(email, PASSWORD)).await.unwrap().done().unwrap();
        self.caller_in(tenant, &session).await
    }

    /// Who the server sees when the cookie comes back.
    pub async fn caller(&self, session: &SignedIn) -> Caller {
        self.caller_in(self.tenant, session).await
    }

    async fn caller_in(&self, tenant: TenantId, session: &SignedIn) -> Caller {
        let viewer = self.accounts.viewer(tenant, &session.secret).await.unwrap();
        assert!(viewer.is_some(), "the session holds");
        Caller { viewer, ..visitor(tenant) }
    }

    pub async fn is_signed_in(&self, session: &SignedIn) -> bool {
        self.accounts.viewer(self.tenant, &session.secret).await.unwrap().is_some()
    }

    /// Delivers what waits; gives all mail, the newest first.
    pub async fn mails(&self) -> Vec<StoredMail> {
        while self.worker.run_one().await.unwrap() {}
        mail::inbox(&self.mailbox).await.unwrap()
    }

    /// The token in the newest mail, which must go to `email` and lead to `page`.
    pub async fn token(&self, email: &str, page: &str) -> String {
        let mails = self.mails().await;
        let newest = mails.first().expect("a mail");
        assert_eq!(newest.to, email);
        let links = newest.links();
        let token = links.first().and_then(|link| link.strip_prefix(&format!("http://localhost:3000/{page}?token=")));
        token.unwrap_or_else(|| panic!("no link to {page} in {links:?}")).to_owned()
    }

    /// Payloads of a kind of event, in order.
    pub async fn events(&self, kind: &str) -> Vec<String> {
        let sql = format!("SELECT payload FROM events WHERE kind = '{kind}' ORDER BY id");
        let statement = Statement::from_string(self.bench.kernel.database.backend(), sql);
        let rows = self.bench.kernel.database.read().query_all_raw(statement).await.unwrap();
        rows.iter().map(|row| row.try_get("", "payload").unwrap()).collect()
    }

    pub async fn announced_profiles(&self) -> Vec<ProfileChanged> {
        self.events(PROFILE_CHANGED).await.iter().map(|payload| serde_json::from_str(payload).unwrap()).collect()
    }
}

pub fn sign_up(name: &str, email: &str, password: &str) -> SignUp {
    SignUp { name: name.into(), email: email.into(), password: password.into() }
}

pub fn sign_in(email: &str, password: &str) -> SignIn {
    SignIn { email: email.into(), password: password.into() }
}

pub fn refused<T, R: Clone>(outcome: &Outcome<T, R>) -> Vec<R> {
    outcome.refusals().to_vec()
}
