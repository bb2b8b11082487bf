//! Notifications: what concerns one person, in a list of their own, told at once to their open tabs, and by mail if they like.
//!
//! Built on events. What happened is heard of at least once and kept once for each reader; kept is who and what, never what somebody
//! said, so that what is edited or deleted is so here too. Mail comes two minutes later unless it was read, and then at most once an
//! hour: what happens meanwhile waits for the next one.

mod choices;
mod digest;
mod entity;
mod fact;
mod forget;
mod list;
mod receive;

use async_trait::async_trait;
use contract::{
    caller::{Caller, Locale, Role, Viewer},
    failure::Failure,
    ids::{AccountId, MessageId, NotificationId, TenantId},
    notifications::{Choice, NotificationCentre, Notifications},
    realtime::ToTab,
};
pub use digest::{Digest, JOB_KIND};
pub use fact::Said;
use kernel::{Kernel, OrFail};
use realtime::{Hub, Topic};
use std::{collections::HashMap, sync::Arc};

/// Where a person can be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub email: String,
    pub name: String,
    pub locale: Locale,
    /// The tenant's IANA time zone.
    pub time_zone: String,
    /// Scheme and host of the tenant's site; empty where none is known.
    pub base_url: String,
}

/// What notifications ask the rest of the house.
#[async_trait]
pub trait House: Send + Sync {
    /// Somebody with a confirmed address.
    ///
    /// # Errors
    /// The database's.
    async fn recipient(&self, tenant: TenantId, account: AccountId) -> kernel::Result<Option<Recipient>>;

    /// The tenant's people of at least this role.
    ///
    /// # Errors
    /// The database's.
    async fn with_role(&self, tenant: TenantId, role: Role) -> kernel::Result<Vec<AccountId>>;

    /// What messages of the tenant's rooms say now; those that are gone are left out.
    ///
    /// # Errors
    /// The database's.
    async fn said(&self, tenant: TenantId, messages: &[MessageId]) -> kernel::Result<HashMap<MessageId, Said>>;
}

/// The feature. Cheap to clone.
#[derive(Clone)]
pub struct Service {
    kernel: Kernel,
    hub: Hub,
    house: Arc<dyn House>,
}

impl Service {
    /// Tells people's open tabs over `hub`.
    pub fn new(kernel: Kernel, hub: Hub, house: Arc<dyn House>) -> Self {
        Self { kernel, hub, house }
    }

    /// Tells the person's tabs how many are unread. The count is absolute: whichever comes last holds.
    async fn tell(&self, tenant: TenantId, account: AccountId) -> kernel::Result<u32> {
        let count = list::unread(self, tenant, account).await?;
        self.hub.publish(&Topic::person(tenant, account), &ToTab::Unread { count })?;
        Ok(count)
    }
}

#[async_trait]
impl NotificationCentre for Service {
    async fn unread(&self, caller: &Caller) -> Result<u32, Failure> {
        let viewer = signed_in(caller)?;
        list::unread(self, caller.tenant, viewer.account).await.or_fail(caller)
    }

    async fn notifications(&self, caller: &Caller, page: u32) -> Result<Notifications, Failure> {
        list::notifications(self, caller, page).await.or_fail(caller)
    }

    async fn read(&self, caller: &Caller, up_to: Option<NotificationId>) -> Result<u32, Failure> {
        list::read(self, caller, up_to).await.or_fail(caller)
    }

    async fn choices(&self, caller: &Caller) -> Result<Vec<Choice>, Failure> {
        choices::choices(self, caller).await.or_fail(caller)
    }

    async fn choose(&self, caller: &Caller, choices: Vec<Choice>) -> Result<(), Failure> {
        choices::choose(self, caller, choices).await.or_fail(caller)
    }
}

fn signed_in(caller: &Caller) -> Result<&Viewer, Failure> {
    caller.viewer.as_ref().ok_or(Failure::SignInRequired)
}
