//! Puts the parts together: kernel, outside world, features, subscribers, jobs. The one place where feature crates meet.

use crate::{
    config::Config,
    flash::Flashes,
    paces::Together,
    pages::PageCache,
    session_cookie::Renewals,
    sockets,
    sockets::Presence,
    station::{EmoteBook, House, Station},
};
use accounts::NewAccount;
use anyhow::Context;
use app::backend::Assets;
use contract::{
    Services,
    caller::{Locale, Role},
    ids::AccountId,
    outcome::{Message, Outcome, Refusal},
    realtime::ToTab,
};
use jobs::{Handler, Worker};
use kernel::{
    Clock, Database, Ids, Kernel, SystemClock,
    events::{Outbox, Subscriber},
    languages::Languages,
    pace::Paces,
    signing::Signer,
};
use mixes::Took;
use realtime::{Hub, Limits, Nodes};
use sea_orm_migration::MigratorTrait;
use std::{collections::BTreeMap, fs, io, path::Path, sync::Arc, time::Instant};
use storage::Storage;
use tenants::NewTenant;
use tokio_util::sync::CancellationToken;

/// One running install: everything a command or a request needs.
pub struct Install {
    pub config: Config,
    pub kernel: Kernel,
    pub storage: Storage,
    pub tenants: Arc<tenants::Service>,
    pub accounts: Arc<accounts::Service>,
    pub mixes: mixes::Service,
    pub chat: chat::Service,
    pub requests: requests::Service,
    pub radio: radio::Service,
    pub shout_outs: shoutouts::Service,
    pub notifications: notifications::Service,
    pub bots: bots::Service,
    pub emotes: emotes::Service,
    /// Who is connected, and what they hear.
    pub hub: Hub,
    /// The other processes of this install, where Redis is configured.
    pub nodes: Option<Arc<Nodes>>,
    pub presence: Presence,
    pub services: Services,
    pub worker: Worker,
    /// Does what takes minutes and nobody waits for.
    pub renderer: Worker,
    pub assets: Arc<Assets>,
    pub flashes: Flashes,
    pub renewals: Renewals,
    pub pages: PageCache,
    /// Cancelled when the process was told to stop.
    pub stopping: CancellationToken,
}

impl Install {
    /// A refusal in the operator's language: the command line speaks English.
    pub(crate) fn plain_text(&self, message: &Message) -> String {
        let arguments: Vec<_> = message.arguments.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        self.kernel.languages.text(&Locale("en".to_owned()), &message.id, &arguments)
    }

    /// Opens an install with the machine's clock.
    ///
    /// # Errors
    /// What can't be opened, and where.
    pub async fn open(config: Config) -> anyhow::Result<Self> {
        Self::open_at(config, Arc::new(SystemClock)).await
    }

    /// Opens an install whose time is `clock`.
    ///
    /// # Errors
    /// What can't be opened, and where.
    pub async fn open_at(mut config: Config, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        let data = config.data.clone();
        fs::create_dir_all(&data).with_context(|| format!("creating the data folder {}", data.display()))?;
        config.storage.folder = data.join(&config.storage.folder);
        config.uploads.uploads_folder = data.join(&config.uploads.uploads_folder);
        let database = Database::connect(&config.database, &data).await.context("opening the database")?;
        let languages =
            Languages::load(&config.locales, "en").with_context(|| format!("reading the translations in {}", config.locales.display()))?;
        let nodes = match config.redis.url.as_str() {
            "" => None,
            _ => Some(Arc::new(Nodes::new(&config.redis, Ids.next())?)),
        };
        let signer = Signer::new(signing_key(&data.join("signing.key"))?);
        let together = nodes.clone().map(|nodes| Arc::new(Together(nodes)) as Arc<dyn kernel::pace::Shared>);
        let kernel = Kernel {
            database: database.clone(),
            clock: clock.clone(),
            ids: Ids,
            paces: Paces::new(signer.clone(), together),
            signer,
            languages: Arc::new(languages.watching(config.development)),
            events: Outbox::default(),
        };
        let storage = Storage::open(&config.storage).context("opening the storage")?;
        let mailer = config.mail.mailer(&data).context("mail")?;
        let tenants = Arc::new(tenants::Service::new(kernel.clone(), storage.clone()));
        let accounts = Arc::new(accounts::Service::new(kernel.clone(), config.accounts.clone()));
        let mixes = mixes::Service::new(kernel.clone(), storage.clone(), config.uploads.clone());
        mixes.draw_in({
            let tenants = tenants.clone();
            Arc::new(move |tenant| {
                let tenants = tenants.clone();
                Box::pin(async move { tenants.by_id(tenant).await.ok().flatten().map(|found| found.brand.hue) })
            })
        });
        let hub = Hub::new(Limits::default(), &serde_json::to_vec(&ToTab::Resync)?);
        let chat = chat::Service::new(kernel.clone(), hub.clone());
        mixes.tell_audience({
            let hub = hub.clone();
            Arc::new(move |tenant, listener, took| {
                let (person, now) = (sockets::told_apart(listener), Instant::now());
                match took {
                    Took::TenSeconds => hub.listens(tenant, person, now),
                    Took::Bytes(took) => hub.takes(tenant, person, took, now),
                }
            })
        });
        let station = Arc::new(Station { mixes: mixes.clone(), chat: chat.clone(), tenants: tenants.clone() });
        accounts.guard(station.clone());
        let requests = requests::Service::new(kernel.clone(), hub.clone(), station.clone());
        let shout_outs = shoutouts::Service::new(kernel.clone(), hub.clone(), station.clone());
        let emotes = emotes::Service::new(kernel.clone(), hub.clone(), storage.clone());
        chat.ask_for_emotes(Arc::new(EmoteBook(emotes.clone())));
        let radio = radio::Service::new(kernel.clone(), hub.clone(), station.clone());
        let bots = bots::Service::new(kernel.clone(), hub.clone(), station, &config.bots);
        let house = House { accounts: accounts.clone(), tenants: tenants.clone(), chat: chat.clone(), http: config.http.clone() };
        let notifications = notifications::Service::new(kernel.clone(), hub.clone(), Arc::new(house));
        let services = Services {
            tenants: tenants.clone(),
            accounts: accounts.clone(),
            mixes: Arc::new(mixes.clone()),
            studio: Arc::new(mixes.clone()),
            listening: Arc::new(mixes.clone()),
            tracklists: Arc::new(mixes.clone()),
            imports: Arc::new(mixes.clone()),
            chat: Arc::new(chat.clone()),
            polls: Arc::new(chat.clone()),
            requests: Arc::new(requests.clone()),
            shout_outs: Arc::new(shout_outs.clone()),
            radio: Arc::new(radio.clone()),
            moderation: Arc::new(chat.clone()),
            notifications: Arc::new(notifications.clone()),
            bots: Arc::new(bots.clone()),
            emotes: Arc::new(emotes.clone()),
        };
        let mut handlers: BTreeMap<String, Arc<dyn Handler>> = mixes.job_handlers();
        let delivery = mail::Delivery::new(kernel.clone(), mailer, tenants.clone())?;
        handlers.insert(mail::JOB_KIND.to_owned(), Arc::new(delivery));
        handlers.insert(notifications::JOB_KIND.to_owned(), Arc::new(notifications::Digest(notifications.clone())));
        let long: BTreeMap<_, _> = handlers.remove_entry(mixes::RENDER).into_iter().collect();
        let renderer = Worker::new(database.clone(), clock.clone(), long);
        let worker = Worker::new(database, clock, handlers);
        let assets = Arc::new(crate::statics::assets(&config)?);
        Ok(Self {
            config,
            kernel,
            storage,
            tenants,
            accounts,
            mixes,
            chat,
            requests,
            shout_outs,
            notifications,
            bots,
            emotes,
            radio,
            pages: PageCache::new(hub.clone()),
            hub,
            nodes,
            presence: Presence::default(),
            services,
            worker,
            renderer,
            assets,
            flashes: Flashes::default(),
            renewals: Renewals::default(),
            stopping: CancellationToken::new(),
        })
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    /// The step that failed.
    pub async fn migrate(&self) -> anyhow::Result<()> {
        migrations::Migrator::up(self.kernel.database.for_migrations(), None).await.context("migrating the database")
    }

    /// Whether the schema is up to date.
    ///
    /// # Errors
    /// The database's.
    pub async fn has_schema(&self) -> anyhow::Result<bool> {
        let pending = migrations::Migrator::get_pending_migrations(self.kernel.database.for_migrations()).await?;
        Ok(pending.is_empty())
    }

    /// Who hears of what happened.
    pub fn subscribers(&self) -> Vec<Arc<dyn Subscriber>> {
        vec![
            Arc::new(self.mixes.clone()),
            Arc::new(self.chat.clone()),
            Arc::new(self.requests.clone()),
            Arc::new(self.shout_outs.clone()),
            Arc::new(self.radio.clone()),
            Arc::new(self.notifications.clone()),
            Arc::new(self.bots.clone()),
            Arc::new(self.pages.clone()),
        ]
    }

    /// Creates a person with a confirmed address in the tenant of `host`.
    ///
    /// # Errors
    /// When the host is unknown, or why the account was refused.
    pub async fn create_person(&self, host: &str, email: &str, name: &str, password: &str, role: Role) -> anyhow::Result<AccountId> {
        let tenant = match self.tenants.resolve(host).await? {
            Some(tenant) => tenant.id,
            None if host == "localhost" => {
                self.tenants.ensure_default(NewTenant { name: "Hectic".to_owned(), ..NewTenant::default() }).await?
            }
            None => anyhow::bail!("no tenant answers to {host}"),
        };
        let new = NewAccount {
            email: email.to_owned(),
            name: name.to_owned(),
            password: password.to_owned(),
            role,
            bio: String::new(),
            locale: Locale("en".to_owned()),
        };
        match self.accounts.create_account(tenant, new).await? {
            Outcome::Done(account) => Ok(account),
            Outcome::Refused(reasons) => {
                let texts: Vec<String> = reasons.iter().map(|reason| self.plain_text(&reason.message())).collect();
                anyhow::bail!("{}", texts.join(" "))
            }
        }
    }
}

/// Two providers of cryptography may be linked; TLS panics unless one is chosen.
pub fn install_crypto() {
    // A second call, as in tests, finds it installed.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// The install's key, made at the first start and readable by its owner only.
fn signing_key(path: &Path) -> anyhow::Result<[u8; 32]> {
    match fs::read(path) {
        Ok(bytes) => bytes.try_into().map_err(|_| anyhow::anyhow!("{} must hold 32 bytes", path.display())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let key = Ids.bytes::<32>();
            write_secret(path, &key).with_context(|| format!("writing {}", path.display()))?;
            Ok(key)
        }
        Err(error) => Err(error).with_context(|| format!("reading {}", path.display())),
    }
}

fn write_secret(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use io::Write;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(bytes)
}
