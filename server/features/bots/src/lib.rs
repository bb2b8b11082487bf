//! Bots: programs of a tenant that write in its room with a token, and are told what is said there.
//!
//! Knows the room by a port only, and no page. Its HTTP is [`routes`]; what is told to webhooks is [`Service::deliver`].

mod api;
mod deliver;
mod entity;
mod manage;
mod pace;
mod payload;
mod runner;
mod shown;
mod sign_in;
mod token;
mod wait;
mod web;
mod webhook;

pub use api::routes;

use async_trait::async_trait;
use contract::{
    bots::{Bot, BotRefusal, BotSecret, Bots},
    caller::{Caller, Role, Viewer},
    chat::{ChatRefusal, Logged, PostMessage, Stored},
    failure::Failure,
    ids::{AccountId, BotId, RoomId, TenantId},
    outcome::Outcome,
};
use kernel::{Kernel, OrFail};
use realtime::Hub;
use serde::Deserialize;
use std::sync::Arc;
use tokio::sync::Notify;
use uuid::Uuid;
use wait::Waiting;
use web::Web;

/// What an operator says of bots.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Webhooks may lead into private networks and to this machine.
    pub private_webhooks: bool,
}

/// The room as bots need it.
#[async_trait]
pub trait Room: Send + Sync {
    /// What the tenant's room is called.
    async fn name(&self, tenant: TenantId) -> kernel::Result<String>;
    /// The tenant's room, and where its log ends.
    async fn station(&self, tenant: TenantId) -> kernel::Result<(RoomId, u64)>;
    /// From now on whoever writes under `account` is a bot of that name.
    async fn introduce(&self, tenant: TenantId, account: AccountId, name: &str) -> kernel::Result<()>;
    /// As everybody posts.
    async fn post(&self, caller: &Caller, post: PostMessage) -> Result<Outcome<Stored, ChatRefusal>, Failure>;
    /// At most `limit` rows of the log after one of them.
    async fn log(&self, tenant: TenantId, room: RoomId, after: u64, limit: u64) -> kernel::Result<Told>;
}

/// Some rows of the room's log.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// In order; what was pruned is left out.
    pub logged: Vec<Logged>,
    /// The next ones begin after this row.
    pub next: u64,
    pub has_more: bool,
}

/// The feature. Cheap to clone.
#[derive(Clone)]
pub struct Service {
    kernel: Kernel,
    hub: Hub,
    room: Arc<dyn Room>,
    web: Arc<Web>,
    waiting: Arc<Waiting>,
    /// Something may have to be told to a webhook.
    news: Arc<Notify>,
    /// What leases are held under.
    process: Uuid,
}

impl Service {
    pub fn new(kernel: Kernel, hub: Hub, room: Arc<dyn Room>, config: &Config) -> Self {
        let (web, process) = (Arc::new(Web::new(config.private_webhooks)), kernel.ids.next());
        Self { kernel, hub, room, web, waiting: Arc::default(), news: Arc::default(), process }
    }

    /// How many calls wait for something to happen, in this process.
    pub fn waiting(&self) -> usize {
        self.waiting.count()
    }
}

/// The caller, who must be an admin.
fn admin(caller: &Caller) -> kernel::Result<&Viewer> {
    let viewer = caller.viewer.as_ref().ok_or(Failure::SignInRequired)?;
    if viewer.role < Role::Admin { Err(Failure::Forbidden.into()) } else { Ok(viewer) }
}

#[async_trait]
impl Bots for Service {
    async fn bots(&self, caller: &Caller) -> Result<Vec<Bot>, Failure> {
        shown::list(self, caller).await.or_fail(caller)
    }

    async fn create_bot(&self, caller: &Caller, name: String) -> Result<Outcome<BotSecret, BotRefusal>, Failure> {
        manage::create(self, caller, &name).await.or_fail(caller)
    }

    async fn rename_bot(&self, caller: &Caller, bot: BotId, name: String) -> Result<Outcome<(), BotRefusal>, Failure> {
        manage::rename(self, caller, bot, &name).await.or_fail(caller)
    }

    async fn renew_token(&self, caller: &Caller, bot: BotId) -> Result<BotSecret, Failure> {
        manage::renew(self, caller, bot).await.or_fail(caller)
    }

    async fn revoke_bot(&self, caller: &Caller, bot: BotId) -> Result<(), Failure> {
        manage::revoke(self, caller, bot).await.or_fail(caller)
    }

    async fn set_webhook(&self, caller: &Caller, bot: BotId, url: String) -> Result<Outcome<Option<BotSecret>, BotRefusal>, Failure> {
        webhook::set(self, caller, bot, &url).await.or_fail(caller)
    }
}
