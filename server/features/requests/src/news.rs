//! Tells what changed: the first change at once, the next ones together, at most every 250 ms. What is told is read when it is
//! told, with the version of that moment, so it doesn't matter which process comes first.

use crate::{entity::request, stored};
use contract::{
    ids::{TenantId, TrackRequestId},
    realtime::ToTab,
    requests::RequestNews,
};
use kernel::Kernel;
use realtime::{Hub, Topic};
use sea_orm::entity::prelude::*;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

const EVERY: Duration = Duration::from_millis(250);

/// What changed of a request: its votes, or more.
type Changed = HashMap<Uuid, bool>;

#[derive(Clone)]
pub(crate) struct News {
    kernel: Kernel,
    hub: Hub,
    /// A tenant that is here has a task which tells.
    waiting: Arc<Mutex<HashMap<TenantId, Changed>>>,
}

impl News {
    pub fn new(kernel: Kernel, hub: Hub) -> Self {
        Self { kernel, hub, waiting: Arc::default() }
    }

    /// Only the votes of it changed.
    pub fn voted(&self, tenant: TenantId, id: Uuid) {
        self.add(tenant, id, false);
    }

    pub fn changed(&self, tenant: TenantId, id: Uuid) {
        self.add(tenant, id, true);
    }

    fn add(&self, tenant: TenantId, id: Uuid, whole: bool) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let starts = !waiting.contains_key(&tenant);
        *waiting.entry(tenant).or_default().entry(id).or_default() |= whole;
        drop(waiting);
        if starts {
            tokio::spawn(self.clone().tell(tenant));
        }
    }

    async fn tell(self, tenant: TenantId) {
        while let Some(changed) = self.take(tenant) {
            if let Err(error) = self.tell_once(tenant, changed).await {
                // Who listens asks for what stands when they come back to the page.
                tracing::error!("telling of track requests: {error:#}");
            }
            tokio::time::sleep(EVERY).await;
        }
    }

    /// What waits to be told; with nothing left the task is over.
    fn take(&self, tenant: TenantId) -> Option<Changed> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = std::mem::take(waiting.get_mut(&tenant)?);
        if changed.is_empty() {
            waiting.remove(&tenant);
            return None;
        }
        Some(changed)
    }

    async fn tell_once(&self, tenant: TenantId, changed: Changed) -> anyhow::Result<()> {
        let rows = request::Entity::find().filter(stored::of(tenant)).filter(request::Column::Id.is_in(changed.keys().copied()));
        let mut rows = rows.all(self.kernel.database.read()).await?;
        rows.sort_by_key(|row| row.id);
        let news: Vec<RequestNews> = rows
            .into_iter()
            .map(|row| match changed.get(&row.id) {
                Some(true) => RequestNews::Changed(stored::shown(row)),
                _ => {
                    RequestNews::Votes { id: TrackRequestId(row.id), version: row.version.unsigned_abs(), votes: row.votes.unsigned_abs() }
                }
            })
            .collect();
        if !news.is_empty() {
            self.hub.publish(&Topic::station(tenant), &ToTab::Requests(news))?;
        }
        Ok(())
    }
}
