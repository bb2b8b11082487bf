//! Who is here, and whom somebody would rather not hear.

use crate::{
    Service,
    entity::{hidden, person},
    people::{self, Who},
    rooms, signed_in,
};
use contract::{
    caller::{Caller, Role, Viewer},
    chat::{Author, ChatRefusal, Here, Hidden, Hiding, MOST_NAMED},
    failure::Failure,
    ids::{AccountId, RoomId, TenantId},
    outcome::Outcome,
};
use realtime::{Topic, told_apart};
use sea_orm::{IntoActiveModel, QueryOrder, entity::prelude::*, sea_query::OnConflict};
use std::{cmp::Reverse, collections::HashSet};

/// Whom one person may hide.
const MOST_HIDDEN: u64 = 500;

/// The room knows people as numbers; those who wrote here are found again by theirs.
pub(crate) async fn here(service: &Service, caller: &Caller, room: RoomId) -> kernel::Result<Here> {
    let db = service.kernel.database.read();
    let room = rooms::find(db, caller.tenant, room).await?;
    let present: HashSet<u64> = service.hub.present(&Topic::room(caller.tenant, RoomId(room.id)));
    let mut named: Vec<Author> = Vec::new();
    if !present.is_empty() && present.len() <= MOST_NAMED {
        let known = person::Entity::find().filter(person::Column::TenantId.eq(caller.tenant.0)).all(db).await?;
        let here = known.into_iter().filter(|row| present.contains(&told_apart(&AccountId(row.account_id).to_string())));
        named.extend(here.map(people::author));
        named.sort_by_key(|one| (Reverse(one.role), one.name.to_lowercase()));
    }
    let others = u32::try_from(present.len().saturating_sub(named.len())).unwrap_or(u32::MAX);
    Ok(Here { people: named, others, hidden: hidden(service, caller).await? })
}

async fn hidden(service: &Service, caller: &Caller) -> kernel::Result<Vec<Hidden>> {
    let Some(viewer) = &caller.viewer else { return Ok(Vec::new()) };
    let db = service.kernel.database.read();
    let rows = by(caller.tenant, viewer.account).order_by_asc(hidden::Column::At).all(db).await?;
    let people = people::of(db, [caller.tenant.0], rows.iter().map(|row| row.other_id)).await?;
    let of = |row: hidden::Model| {
        let person = people.get(&(row.tenant_id, row.other_id)).cloned()?;
        Some(Hidden { person, how: if row.blocked { Hiding::Blocked } else { Hiding::Muted } })
    };
    Ok(rows.into_iter().filter_map(of).collect())
}

fn by(tenant: TenantId, account: AccountId) -> Select<hidden::Entity> {
    hidden::Entity::find().filter(hidden::Column::TenantId.eq(tenant.0)).filter(hidden::Column::AccountId.eq(account.0))
}

/// Those whom the reader hides.
pub(crate) async fn hidden_accounts(service: &Service, caller: &Caller) -> kernel::Result<Vec<AccountId>> {
    let Some(viewer) = &caller.viewer else { return Ok(Vec::new()) };
    let rows = by(caller.tenant, viewer.account).all(service.kernel.database.read()).await?;
    Ok(rows.into_iter().map(|row| AccountId(row.other_id)).collect())
}

pub(crate) async fn hide(
    service: &Service,
    caller: &Caller,
    other: AccountId,
    how: Option<Hiding>,
) -> kernel::Result<Outcome<(), ChatRefusal>> {
    let viewer = signed_in(caller)?;
    let tx = service.kernel.database.write().await?;
    let who: Who = (caller.tenant.0, other.0);
    let Some(how) = how else {
        hidden::Entity::delete_by_id((who.0, viewer.account.0, who.1)).exec(&tx).await?;
        tx.commit().await?;
        return Ok(Outcome::Done(()));
    };
    if other == viewer.account || !people::of(&tx, [who.0], [who.1]).await?.contains_key(&who) {
        return Err(Failure::NotFound.into());
    }
    if by(caller.tenant, viewer.account).filter(hidden::Column::OtherId.ne(other.0)).count(&tx).await? >= MOST_HIDDEN {
        return Ok(Outcome::refused(ChatRefusal::TooManyHidden { most: MOST_HIDDEN as u32 }));
    }
    let blocked = how == Hiding::Blocked;
    let row = hidden::Model { tenant_id: who.0, account_id: viewer.account.0, other_id: who.1, blocked, at: service.kernel.now().0 };
    let again = OnConflict::columns([hidden::Column::TenantId, hidden::Column::AccountId, hidden::Column::OtherId])
        .update_columns([hidden::Column::Blocked, hidden::Column::At])
        .to_owned();
    hidden::Entity::insert(row.into_active_model().reset_all()).on_conflict(again).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(Outcome::Done(()))
}

/// Who hides these people's messages.
#[derive(Debug, Default)]
pub(crate) struct Distances(Vec<hidden::Model>);

impl Distances {
    pub async fn to(db: &impl ConnectionTrait, tenants: &[Uuid], people: &[Uuid]) -> Result<Self, DbErr> {
        let rows = hidden::Entity::find().filter(hidden::Column::TenantId.is_in(tenants.iter().copied()));
        Ok(Self(rows.filter(hidden::Column::OtherId.is_in(people.iter().copied())).all(db).await?))
    }

    fn find(&self, tenant: TenantId, of: AccountId, to: AccountId) -> Option<&hidden::Model> {
        self.0.iter().find(|row| row.tenant_id == tenant.0 && row.account_id == of.0 && row.other_id == to.0)
    }

    /// Whether `of` would rather not hear of `to`.
    pub fn hides(&self, tenant: TenantId, of: AccountId, to: AccountId) -> bool {
        self.find(tenant, of, to).is_some()
    }

    /// Whether `viewer` may not answer or react to what `of` says. Who moderates is heard by everybody.
    pub fn blocks(&self, tenant: TenantId, of: AccountId, viewer: &Viewer) -> bool {
        viewer.role < Role::Moderator && self.find(tenant, of, viewer.account).is_some_and(|row| row.blocked)
    }
}
