//! Addresses by which anybody hears a mix that isn't out: made and ended by its DJ, opened by whoever has the key.
//!
//! A key names a row and is signed: it can't be guessed, and it ends with its row.

use crate::{
    Service,
    entity::{mix, private_link},
    intake::step,
    studio::access,
};
use contract::{
    caller::Caller,
    ids::MixId,
    outcome::Outcome,
    shown::Timestamp,
    studio::{LinkLife, MixRefusal, PrivateLink},
};
use kernel::format;
use sea_orm::{PaginatorTrait, QueryOrder, entity::prelude::*};
use serde_json::json;

const PURPOSE: &str = "private-link";
/// Of one mix at a time.
const MAX_LINKS: u64 = 10;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

pub(crate) async fn share(
    service: &Service,
    caller: &Caller,
    id: MixId,
    life: LinkLife,
) -> kernel::Result<Outcome<PrivateLink, MixRefusal>> {
    let kernel = service.kernel();
    let now = kernel.now();
    let tx = kernel.database.write().await?;
    let row = access::find_to_change(&tx, caller, id).await?;
    if row.intake != step::READY {
        return Ok(Outcome::refused(MixRefusal::NotReady));
    }
    if running(row.id, now).count(&tx).await? >= MAX_LINKS {
        return Ok(Outcome::refused(MixRefusal::TooManyLinks));
    }
    let link = private_link::Model {
        id: kernel.ids.next(),
        tenant_id: row.tenant_id,
        mix_id: row.id,
        expires_at: now.0 + i64::from(life.days()) * DAY_MS,
        created_at: now.0,
    };
    private_link::Entity::insert(private_link::ActiveModel::from(link.clone()).reset_all()).exec_without_returning(&tx).await?;
    kernel.events.append(&tx, caller.tenant, "mixes.shared", row.id, &json!({ "expires_at": link.expires_at }), now).await?;
    tx.commit().await?;
    Ok(Outcome::Done(shown(service, caller, &row, &link)))
}

pub(crate) async fn unshare(service: &Service, caller: &Caller, id: MixId, link: Uuid) -> kernel::Result<Outcome<(), MixRefusal>> {
    let kernel = service.kernel();
    let tx = kernel.database.write().await?;
    let row = access::find_to_change(&tx, caller, id).await?;
    private_link::Entity::delete_many()
        .filter(private_link::Column::Id.eq(link))
        .filter(private_link::Column::MixId.eq(row.id))
        .exec(&tx)
        .await?;
    // Pages that were opened by it are kept for a while; the event has them forgotten.
    kernel.events.append(&tx, caller.tenant, "mixes.unshared", row.id, &json!({}), kernel.now()).await?;
    tx.commit().await?;
    Ok(Outcome::Done(()))
}

/// Those that still work, the newest first.
pub(crate) async fn of_mix(service: &Service, caller: &Caller, row: &mix::Model) -> kernel::Result<Vec<PrivateLink>> {
    let database = service.kernel().database.read();
    let links = running(row.id, service.kernel().now()).order_by_desc(private_link::Column::Id).all(database).await?;
    Ok(links.iter().map(|link| shown(service, caller, row, link)).collect())
}

/// The mix that `key` opens under this address, and until when.
pub(crate) async fn opened(service: &Service, caller: &Caller, slug: &str, key: &str) -> kernel::Result<Option<(mix::Model, Timestamp)>> {
    let Some((id, signature)) = key.split_once('.') else { return Ok(None) };
    let Ok(id) = id.parse::<Uuid>() else { return Ok(None) };
    if !service.kernel().signer.verify(PURPOSE, &message(caller.tenant.0, id), signature) {
        return Ok(None);
    }
    let database = service.kernel().database.read();
    let found = private_link::Entity::find_by_id(id)
        .filter(private_link::Column::TenantId.eq(caller.tenant.0))
        .filter(private_link::Column::ExpiresAt.gt(service.kernel().now().0))
        .one(database)
        .await?;
    let Some(link) = found else { return Ok(None) };
    let row = mix::Entity::find_by_id(link.mix_id)
        .filter(mix::Column::TenantId.eq(caller.tenant.0))
        .filter(mix::Column::Slug.eq(slug))
        .filter(mix::Column::Intake.eq(step::READY))
        .filter(mix::Column::DeletedAt.is_null())
        .one(database)
        .await?;
    Ok(row.map(|row| (row, Timestamp(link.expires_at))))
}

/// Forgets those that have ended; how many.
pub(crate) async fn forget(service: &Service, now: Timestamp) -> kernel::Result<u64> {
    let tx = service.kernel().database.write().await?;
    let done = private_link::Entity::delete_many().filter(private_link::Column::ExpiresAt.lte(now.0)).exec(&tx).await?;
    tx.commit().await?;
    Ok(done.rows_affected)
}

fn running(mix: Uuid, now: Timestamp) -> Select<private_link::Entity> {
    private_link::Entity::find().filter(private_link::Column::MixId.eq(mix)).filter(private_link::Column::ExpiresAt.gt(now.0))
}

fn shown(service: &Service, caller: &Caller, row: &mix::Model, link: &private_link::Model) -> PrivateLink {
    let signature = service.kernel().signer.sign(PURPOSE, &message(link.tenant_id, link.id));
    PrivateLink {
        id: link.id,
        path: format!("/mixes/{}?key={}.{signature}", row.slug, link.id.simple()),
        expires: format::date_time(caller, Timestamp(link.expires_at)),
    }
}

fn message(tenant: Uuid, link: Uuid) -> String {
    format!("{tenant}/{link}")
}
