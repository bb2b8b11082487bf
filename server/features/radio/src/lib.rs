//! What the station plays, as everybody is told it: a mix from the moment it is published, a request from the moment the DJ says
//! that it is on.

mod entity;
mod now_playing;

use async_trait::async_trait;
use contract::{
    caller::Caller,
    failure::Failure,
    ids::{MixId, TenantId},
    radio::{NowPlaying, Radio},
    shown::Timestamp,
};
use kernel::{Kernel, OrFail};
use realtime::Hub;
use std::sync::Arc;

/// A published mix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub title: String,
    pub dj: String,
    /// The address of its page.
    pub path: String,
    pub since: Timestamp,
}

/// Knows what is published.
#[async_trait]
pub trait Library: Send + Sync {
    /// A mix that stands in lists.
    ///
    /// # Errors
    /// The database's.
    async fn published(&self, tenant: TenantId, mix: MixId) -> kernel::Result<Option<Published>>;
}

/// The feature. Cheap to clone.
#[derive(Clone)]
pub struct Service {
    kernel: Kernel,
    hub: Hub,
    library: Arc<dyn Library>,
}

impl Service {
    /// Tells what is on to everybody who hears the station of `hub`.
    pub fn new(kernel: Kernel, hub: Hub, library: Arc<dyn Library>) -> Self {
        Self { kernel, hub, library }
    }
}

#[async_trait]
impl Radio for Service {
    async fn now_playing(&self, caller: &Caller) -> Result<NowPlaying, Failure> {
        now_playing::now_playing(self, caller).await.or_fail(caller)
    }
}
