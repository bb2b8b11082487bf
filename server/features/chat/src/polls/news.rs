//! Tells a room how its poll stands: the first change at once, the next ones together, at most every 250 ms. What is told is read when
//! it is told, with the version of that moment, so it doesn't matter which process comes first.

use super::Stored;
use crate::entity::poll;
use contract::{
    ids::{RoomId, TenantId},
    realtime::ToTab,
};
use kernel::Kernel;
use realtime::{Hub, Topic};
use sea_orm::{QueryOrder, entity::prelude::*};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

const EVERY: Duration = Duration::from_millis(250);

#[derive(Clone)]
pub(crate) struct News {
    kernel: Kernel,
    hub: Hub,
    /// A room that is here has a task which tells; whether there is something to tell.
    waiting: Arc<Mutex<HashMap<(TenantId, RoomId), bool>>>,
}

impl News {
    pub fn new(kernel: Kernel, hub: Hub) -> Self {
        Self { kernel, hub, waiting: Arc::default() }
    }

    pub fn changed(&self, tenant: TenantId, room: RoomId) {
        let before = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert((tenant, room), true);
        if before.is_none() {
            tokio::spawn(self.clone().tell(tenant, room));
        }
    }

    async fn tell(self, tenant: TenantId, room: RoomId) {
        while self.take((tenant, room)) {
            if let Err(error) = self.tell_once(tenant, room).await {
                // Who listens asks for what stands when they come back to the page.
                tracing::error!("telling of a poll: {error:#}");
            }
            tokio::time::sleep(EVERY).await;
        }
    }

    /// Whether something waits to be told; with nothing left the task is over.
    fn take(&self, room: (TenantId, RoomId)) -> bool {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.get(&room) == Some(&true) {
            waiting.insert(room, false);
            return true;
        }
        waiting.remove(&room);
        false
    }

    async fn tell_once(&self, tenant: TenantId, room: RoomId) -> anyhow::Result<()> {
        let db = self.kernel.database.read();
        let polls = poll::Entity::find().filter(poll::Column::TenantId.eq(tenant.0)).filter(poll::Column::RoomId.eq(room.0));
        if let Some(latest) = polls.order_by_desc(poll::Column::Id).one(db).await? {
            let poll = Stored::with_options(db, latest).await?.show(self.kernel.now());
            self.hub.publish(&Topic::room(tenant, room), &ToTab::Poll { room, poll })?;
        }
        Ok(())
    }
}
