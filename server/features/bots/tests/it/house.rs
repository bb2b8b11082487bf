//! An install with bots, and the room as they know it: rows of a log in memory.

use async_trait::async_trait;
use bots::{Config, Room, Service, Told};
use contract::{
    bots::{BotRefusal, BotSecret, Bots},
    caller::{Caller, Role},
    chat::{Author, ChatMessage, ChatRefusal, Logged, PostMessage, Stored, What},
    failure::Failure,
    ids::{AccountId, BotId, MessageId, RoomId, TenantId},
    outcome::Outcome,
    realtime::ToTab,
    shown::ShownTime,
};
use kernel::Ids;
use realtime::{Hub, Topic};
use sea_orm::{ConnectionTrait, Statement};
use std::sync::{Arc, Mutex};
use testing::{Bench, NOON, person};
use uuid::Uuid;

/// The rooms of all tenants: each its log and the bots it knows.
#[derive(Default)]
pub struct Rooms {
    pub hub: Hub,
    pub log: Mutex<Vec<(TenantId, Logged)>>,
    pub known: Mutex<Vec<(TenantId, AccountId, String)>>,
}

impl Rooms {
    fn end(&self, tenant: TenantId) -> u64 {
        self.log.lock().unwrap().iter().filter(|(of, _)| *of == tenant).count() as u64
    }

    pub fn append(&self, tenant: TenantId, what: impl FnOnce(u64) -> What) -> Stored {
        let seq = self.end(tenant) + 1;
        let logged = Logged { seq, what: what(seq) };
        let message = match &logged.what {
            What::Posted(message) => message.id,
            _ => MessageId(Uuid::nil()),
        };
        self.log.lock().unwrap().push((tenant, logged.clone()));
        let room = RoomId(tenant.0);
        self.hub.publish_logged(&Topic::room(tenant, room), seq, &ToTab::Logged { room, logged }).unwrap();
        Stored { seq, message }
    }

    pub fn say(&self, tenant: TenantId, author: Author, text: &str) -> Stored {
        let sent = ShownTime { at: NOON, iso: "2026-11-22T12:00:00Z".to_owned(), text: String::new() };
        let (id, text) = (MessageId(Ids.next()), text.to_owned());
        let reactions = Vec::new();
        self.append(tenant, |seq| {
            What::Posted(ChatMessage { id, seq, author, text, sent, edited: false, deleted: false, answers: None, reactions })
        })
    }
}

#[async_trait]
impl Room for Rooms {
    async fn name(&self, _: TenantId) -> kernel::Result<String> {
        Ok("Night Bus FM".to_owned())
    }

    async fn station(&self, tenant: TenantId) -> kernel::Result<(RoomId, u64)> {
        Ok((RoomId(tenant.0), self.end(tenant)))
    }

    async fn introduce(&self, tenant: TenantId, account: AccountId, name: &str) -> kernel::Result<()> {
        self.known.lock().unwrap().push((tenant, account, name.to_owned()));
        Ok(())
    }

    async fn post(&self, caller: &Caller, post: PostMessage) -> Result<Outcome<Stored, ChatRefusal>, Failure> {
        let viewer = caller.viewer.as_ref().unwrap();
        if post.text.is_empty() {
            return Ok(Outcome::refused(ChatRefusal::Empty));
        }
        let author = Author { account: viewer.account, name: viewer.name.clone(), role: viewer.role, bot: true };
        Ok(Outcome::Done(self.say(caller.tenant, author, &post.text)))
    }

    async fn log(&self, tenant: TenantId, _: RoomId, after: u64, limit: u64) -> kernel::Result<Told> {
        let (end, log) = (self.end(tenant), self.log.lock().unwrap());
        let rows = log.iter().filter(|(of, logged)| *of == tenant && logged.seq > after);
        let logged: Vec<Logged> = rows.take(limit as usize).map(|(_, logged)| logged.clone()).collect();
        let next = if (logged.len() as u64) < limit { end } else { logged.last().unwrap().seq };
        Ok(Told { logged, next, has_more: next < end })
    }
}

pub struct House {
    pub bench: Bench,
    pub rooms: Arc<Rooms>,
    pub service: Service,
    pub tenant: TenantId,
    pub admin: Caller,
}

impl House {
    /// With webhooks into private networks, where the receivers of tests are.
    pub async fn new() -> Self {
        Self::with(&Config { private_webhooks: true }).await
    }

    pub async fn with(config: &Config) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let bench = Bench::new().await;
        let (rooms, tenant) = (Arc::new(Rooms::default()), bench.tenant());
        let service = Service::new(bench.kernel.clone(), rooms.hub.clone(), rooms.clone(), config);
        Self { bench, rooms, service, tenant, admin: person(tenant, Role::Admin) }
    }

    /// A second process of the install.
    pub async fn second(&self) -> Service {
        let kernel = kernel::Kernel { database: self.bench.second_database().await, ..self.bench.kernel.clone() };
        Service::new(kernel, self.rooms.hub.clone(), self.rooms.clone(), &Config { private_webhooks: true })
    }

    pub async fn create(&self, name: &str) -> Outcome<BotSecret, BotRefusal> {
        self.service.create_bot(&self.admin, name.to_owned()).await.unwrap()
    }

    /// A new bot.
    pub async fn bot(&self, name: &str) -> BotSecret {
        self.create(name).await.done().unwrap()
    }

    pub async fn set_webhook(&self, bot: BotId, url: &str) -> Outcome<Option<BotSecret>, BotRefusal> {
        self.service.set_webhook(&self.admin, bot, url.to_owned()).await.unwrap()
    }

    pub fn say(&self, name: &str, text: &str) -> Stored {
        let author = Author { account: AccountId(Ids.next()), name: name.to_owned(), role: Role::Fan, bot: false };
        self.rooms.say(self.tenant, author, text)
    }

    pub fn say_as_bot(&self, bot: &BotSecret, text: &str) -> Stored {
        let author = Author { account: AccountId(bot.bot.0), name: bot.name.clone(), role: Role::Fan, bot: true };
        self.rooms.say(self.tenant, author, text)
    }

    pub async fn deliver(&self) -> usize {
        self.service.deliver().await.unwrap()
    }
}

impl House {
    /// Bots that the table says somebody made.
    pub async fn made_by(&self, account: Uuid) -> usize {
        let database = &self.bench.kernel.database;
        let rows = database.read().query_all_raw(Statement::from_string(database.backend(), "SELECT created_by FROM bots")).await.unwrap();
        rows.iter().filter(|row| row.try_get_by_index::<Uuid>(0).unwrap() == account).count()
    }
}
