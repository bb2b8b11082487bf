//! What is on and what was: written by events, read by pages.

use crate::{
    Service,
    entity::on_air::{Column, Entity, Model},
};
use contract::{
    caller::Caller,
    ids::{MixId, OnAirId},
    radio::{MOST_HISTORY, NowPlaying, OnAir},
    realtime::ToTab,
    shown::Timestamp,
};
use kernel::{
    events::{Event, Subscriber},
    format,
};
use realtime::Topic;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, SqlErr, entity::prelude::*};
use serde::Deserialize;

const KEPT_MS: i64 = 90 * 24 * 3_600_000;

/// What is read of the payload of `requests.played`.
#[derive(Debug, Deserialize)]
struct Played {
    artist: String,
    title: String,
}

pub(crate) async fn now_playing(service: &Service, caller: &Caller) -> kernel::Result<NowPlaying> {
    let rows = Entity::find().filter(Column::TenantId.eq(caller.tenant.0)).order_by_desc(Column::Since).order_by_desc(Column::Id);
    let rows = rows.limit(MOST_HISTORY).all(service.kernel.database.read()).await?;
    let now = service.kernel.now();
    let show = |row: Model| OnAir { since: format::moment(caller, row.since, now), ..broadcast(row) };
    Ok(NowPlaying { history: rows.into_iter().map(show).collect() })
}

/// As it is told to all at once, whatever their language.
fn broadcast(row: Model) -> OnAir {
    OnAir { id: OnAirId(row.id), title: row.title, artist: row.artist, path: row.path, since: format::moment_for_all(row.since) }
}

fn row(event: &Event, title: String, artist: String, since: Timestamp) -> Model {
    Model { id: event.id, tenant_id: event.tenant.0, title, artist, mix_id: None, path: None, since: since.0 }
}

#[async_trait::async_trait]
impl Subscriber for Service {
    async fn receive(&self, event: &Event) -> anyhow::Result<()> {
        match event.kind.as_str() {
            "mixes.published" => {
                // Meanwhile it may be a draft again.
                if let Some(mix) = self.library.published(event.tenant, MixId(event.subject)).await? {
                    let row = Model { mix_id: Some(event.subject), path: Some(mix.path), ..row(event, mix.title, mix.dj, mix.since) };
                    self.goes_on(event, row).await?;
                }
            }
            "requests.played" => {
                let Played { artist, title } = serde_json::from_str(&event.payload)?;
                self.goes_on(event, row(event, title, artist, self.kernel.now())).await?;
            }
            "mixes.changed" | "mixes.deleted" => self.looks_again(event).await?,
            _ => {}
        }
        Ok(())
    }
}

impl Service {
    async fn goes_on(&self, event: &Event, row: Model) -> kernel::Result<()> {
        let tx = self.kernel.database.write().await?;
        match Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(&tx).await {
            // Told before.
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => return Ok(()),
            other => other?,
        };
        tx.commit().await?;
        self.hub.publish(&Topic::station(event.tenant), &ToTab::NowPlaying(broadcast(row)))?;
        Ok(())
    }

    /// What nobody may hear any more is not shown as what was on.
    async fn looks_again(&self, event: &Event) -> kernel::Result<()> {
        if self.library.published(event.tenant, MixId(event.subject)).await?.is_some() {
            return Ok(());
        }
        let tx = self.kernel.database.write().await?;
        let of_mix = Entity::delete_many().filter(Column::TenantId.eq(event.tenant.0)).filter(Column::MixId.eq(event.subject));
        of_mix.exec(&tx).await?;
        Ok(tx.commit().await?)
    }

    /// Deletes what was on more than 90 days before `now`, of all tenants; gives how many.
    ///
    /// # Errors
    /// The database's.
    pub async fn prune(&self, now: Timestamp) -> kernel::Result<u64> {
        let tx = self.kernel.database.write().await?;
        let past = Entity::delete_many().filter(Column::Since.lt(now.0 - KEPT_MS)).exec(&tx).await?;
        tx.commit().await?;
        Ok(past.rows_affected)
    }
}
