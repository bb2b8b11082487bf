//! Shout-outs: a few words for the air from whoever likes, shown and read out once a moderator let them through.

mod entity;
mod forget;
mod judge;
mod send;
mod shown;

use async_trait::async_trait;
use contract::{
    caller::Caller,
    failure::Failure,
    ids::{AccountId, ShoutOutId, TenantId},
    outcome::Outcome,
    realtime::ToTab,
    shoutouts::{SendShoutOut, ShoutOut, ShoutOutBoard, ShoutOutRefusal, ShoutOutState, ShoutOuts},
};
use kernel::{Kernel, OrFail};
use realtime::{Hub, Topic};
use std::sync::Arc;

/// Knows who was sent away.
#[async_trait]
pub trait Doorman: Send + Sync {
    /// # Errors
    /// The database's.
    async fn is_banned(&self, tenant: TenantId, account: AccountId) -> kernel::Result<bool>;
}

/// The feature. Cheap to clone.
#[derive(Clone)]
pub struct Service {
    kernel: Kernel,
    hub: Hub,
    doorman: Arc<dyn Doorman>,
}

impl Service {
    /// Tells what changes to everybody who hears the station, or its Studio, of `hub`.
    pub fn new(kernel: Kernel, hub: Hub, doorman: Arc<dyn Doorman>) -> Self {
        Self { kernel, hub, doorman }
    }

    /// What was never public is told to the Studio alone.
    fn tell(&self, tenant: TenantId, now: &ShoutOut, was_public: bool) {
        let news = ToTab::ShoutOuts(vec![now.clone()]);
        let mut told = self.hub.publish(&Topic::studio(tenant), &news);
        if was_public || now.state.is_public() {
            // Everybody else learns no more of what is taken away than that it is.
            let gone = ShoutOut { text: String::new(), name: String::new(), place: String::new(), ..now.clone() };
            let news = if now.state.is_public() { news } else { ToTab::ShoutOuts(vec![gone]) };
            told = told.and(self.hub.publish(&Topic::station(tenant), &news));
        }
        if let Err(error) = told {
            tracing::error!("encoding a shout-out: {error}");
        }
    }
}

#[async_trait]
impl ShoutOutBoard for Service {
    async fn shout_outs(&self, caller: &Caller) -> Result<ShoutOuts, Failure> {
        shown::shout_outs(self, caller).await.or_fail(caller)
    }

    async fn send(&self, caller: &Caller, sent: SendShoutOut) -> Result<Outcome<(), ShoutOutRefusal>, Failure> {
        send::send(self, caller, sent).await.or_fail(caller)
    }

    async fn judge(&self, caller: &Caller, id: ShoutOutId, next: ShoutOutState) -> Result<Outcome<ShoutOut, ShoutOutRefusal>, Failure> {
        judge::judge(self, caller, id, next).await.or_fail(caller)
    }
}
