//! Adding, renaming and removing. Everybody in the room is told what there is afterwards.

use crate::{Service, entity, of, serve::key, shown};
use bytes::Bytes;
use contract::{
    caller::{Caller, Role},
    emotes::{Emote, EmoteRefusal, LARGEST_EMOTE_KIB, LONGEST_EMOTE, MOST_EMOTES, SHORTEST_EMOTE, is_emote_name},
    failure::Failure,
    ids::{EmoteId, TenantId},
    outcome::Outcome,
    realtime::ToTab,
};
use images::ImageError;
use realtime::Topic;
use sea_orm::{ActiveValue::Set, IntoActiveModel, SqlErr, entity::prelude::*};

pub(crate) async fn add(service: &Service, caller: &Caller, name: &str, picture: Bytes) -> kernel::Result<Outcome<Emote, EmoteRefusal>> {
    dj(caller)?;
    let name = name.trim();
    if let Some(refusal) = wrong_name(service, caller.tenant, name, None).await? {
        return Ok(Outcome::refused(refusal));
    }
    if of(caller.tenant).count(service.kernel.database.read()).await? >= u64::from(MOST_EMOTES) {
        return Ok(Outcome::refused(EmoteRefusal::TooMany { most: MOST_EMOTES }));
    }
    if picture.is_empty() {
        return Ok(Outcome::refused(EmoteRefusal::NoPicture));
    }
    if picture.len() > LARGEST_EMOTE_KIB as usize * 1024 {
        return Ok(Outcome::refused(EmoteRefusal::TooLarge { most: LARGEST_EMOTE_KIB }));
    }
    // A decoder that panics has met a damaged file.
    let made = tokio::task::spawn_blocking(move || images::emote(&picture)).await.unwrap_or(Err(ImageError::Damaged));
    let file = match made {
        Ok(file) => file,
        Err(ImageError::NotEncoded(cause)) => return Err(anyhow::anyhow!("emote not encoded: {cause}").into()),
        Err(_) => return Ok(Outcome::refused(EmoteRefusal::NotAPicture)),
    };
    let row =
        entity::Model { id: service.kernel.ids.next(), tenant_id: caller.tenant.0, name: name.to_owned(), made_at: service.kernel.now().0 };
    // The picture first: a row without one would be a broken picture in everybody's room.
    service.storage.put(&key(caller.tenant, row.id), file.into()).await.map_err(anyhow::Error::new)?;
    let tx = service.kernel.database.write().await?;
    let written = entity::Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(&tx).await;
    if let Some(refusal) = taken(written.map(|_| ()), name)? {
        drop_picture(service, caller.tenant, row.id).await;
        return Ok(Outcome::refused(refusal));
    }
    tx.commit().await?;
    tell(service, caller.tenant).await?;
    Ok(Outcome::Done(shown(row)))
}

pub(crate) async fn rename(service: &Service, caller: &Caller, emote: EmoteId, name: &str) -> kernel::Result<Outcome<(), EmoteRefusal>> {
    dj(caller)?;
    let name = name.trim();
    of(caller.tenant).filter(entity::Column::Id.eq(emote.0)).one(service.kernel.database.read()).await?.ok_or(Failure::NotFound)?;
    if let Some(refusal) = wrong_name(service, caller.tenant, name, Some(emote)).await? {
        return Ok(Outcome::refused(refusal));
    }
    let tx = service.kernel.database.write().await?;
    let change = entity::ActiveModel { name: Set(name.to_owned()), ..Default::default() };
    let rows = entity::Entity::update_many().set(change).filter(entity::Column::TenantId.eq(caller.tenant.0));
    let written = rows.filter(entity::Column::Id.eq(emote.0)).exec(&tx).await;
    if let Some(refusal) = taken(written.map(|_| ()), name)? {
        return Ok(Outcome::refused(refusal));
    }
    tx.commit().await?;
    tell(service, caller.tenant).await?;
    Ok(Outcome::Done(()))
}

pub(crate) async fn remove(service: &Service, caller: &Caller, emote: EmoteId) -> kernel::Result<()> {
    dj(caller)?;
    let tx = service.kernel.database.write().await?;
    let rows = entity::Entity::delete_many().filter(entity::Column::TenantId.eq(caller.tenant.0)).filter(entity::Column::Id.eq(emote.0));
    let gone = rows.exec(&tx).await?.rows_affected;
    tx.commit().await?;
    if gone > 0 {
        drop_picture(service, caller.tenant, emote.0).await;
        tell(service, caller.tenant).await?;
    }
    Ok(())
}

fn dj(caller: &Caller) -> kernel::Result<()> {
    match &caller.viewer {
        None => Err(Failure::SignInRequired.into()),
        Some(_) => Ok(caller.with_role(Role::Dj).map(|_| ()).ok_or(Failure::Forbidden)?),
    }
}

/// What is wrong with a name, but for a race with another one.
async fn wrong_name(service: &Service, tenant: TenantId, name: &str, own: Option<EmoteId>) -> Result<Option<EmoteRefusal>, DbErr> {
    if !is_emote_name(name) {
        return Ok(Some(EmoteRefusal::BadName { least: SHORTEST_EMOTE as u32, most: LONGEST_EMOTE as u32 }));
    }
    let named = of(tenant).filter(entity::Column::Name.eq(name)).one(service.kernel.database.read()).await?;
    let other = named.filter(|row| own != Some(EmoteId(row.id)));
    Ok(other.map(|_| EmoteRefusal::NameTaken { name: name.to_owned() }))
}

/// Somebody took the name at the same moment.
fn taken(written: Result<(), DbErr>, name: &str) -> Result<Option<EmoteRefusal>, DbErr> {
    match written {
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Ok(Some(EmoteRefusal::NameTaken { name: name.to_owned() }))
        }
        written => written.map(|()| None),
    }
}

async fn drop_picture(service: &Service, tenant: TenantId, emote: Uuid) {
    if let Err(error) = service.storage.delete(&key(tenant, emote)).await {
        // Left over, but in nobody's way.
        tracing::warn!(%tenant, "deleting an emote: {error}");
    }
}

async fn tell(service: &Service, tenant: TenantId) -> kernel::Result<()> {
    let all = service.all(tenant).await?;
    Ok(service.hub.publish(&Topic::station(tenant), &ToTab::Emotes(all)).map_err(anyhow::Error::new)?)
}
