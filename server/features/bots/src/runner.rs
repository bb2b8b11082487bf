//! Tells webhooks for as long as the process runs: woken by what is said in the rooms, and looking by itself now and then for what
//! came due and for what other processes left behind.

use crate::{Service, wait};
use contract::ids::TenantId;
use realtime::Topic;
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::{
    sync::Semaphore,
    task::{AbortHandle, JoinSet},
};

const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Webhooks that are told at once.
const MOST_AT_ONCE: usize = 16;

impl Service {
    /// Works until the future is dropped.
    pub async fn run(self) {
        let (mut ears, mut calls) = (Ears::default(), JoinSet::new());
        let places = Arc::new(Semaphore::new(MOST_AT_ONCE));
        loop {
            while calls.try_join_next().is_some() {}
            if let Err(error) = self.look(&mut ears, &mut calls, &places).await {
                tracing::error!("looking for what webhooks are told: {error:#}");
            }
            tokio::select! { () = self.news.notified() => {}, () = tokio::time::sleep(LOOK_EVERY) => {} }
        }
    }

    async fn look(&self, ears: &mut Ears, calls: &mut JoinSet<()>, places: &Arc<Semaphore>) -> kernel::Result<()> {
        // Heard from before anything is read, so that nothing is said unheard.
        ears.listen(self).await?;
        for bot in self.due().await? {
            let (service, places) = (self.clone(), places.clone());
            calls.spawn(async move {
                let Ok(_place) = places.acquire().await else { return };
                match service.tell(bot).await {
                    Ok(0) => {}
                    // What was said while the turn was held found nobody due.
                    Ok(_) => service.news.notify_one(),
                    Err(error) => tracing::error!("telling a webhook: {error:#}"),
                }
            });
        }
        Ok(())
    }
}

/// One listener for each tenant with webhooks.
#[derive(Default)]
struct Ears {
    of: HashMap<TenantId, AbortHandle>,
    tasks: JoinSet<()>,
}

impl Ears {
    async fn listen(&mut self, service: &Service) -> kernel::Result<()> {
        while self.tasks.try_join_next().is_some() {}
        let tenants = service.told_tenants().await?;
        self.of.retain(|tenant, ear| {
            let told = tenants.contains(tenant);
            if !told {
                ear.abort();
            }
            told && !ear.is_finished()
        });
        for tenant in tenants {
            if self.of.contains_key(&tenant) {
                continue;
            }
            let (room, _) = service.room.station(tenant).await?;
            let (hub, news) = (service.hub.clone(), service.news.clone());
            let mut listener = hub.listen(Topic::room(tenant, room));
            let ear = self.tasks.spawn(async move {
                while wait::news(&mut listener).await {
                    news.notify_one();
                }
                // Too slow: the next look listens anew.
                news.notify_one();
            });
            self.of.insert(tenant, ear);
        }
        Ok(())
    }
}
