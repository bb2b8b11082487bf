//! A vote, and a vote taken back.

use crate::{
    Service, VOTES, VOTES_OF_NETWORK,
    entity::{request, vote},
    stored,
};
use contract::{
    caller::Caller,
    ids::{AccountId, TrackRequestId},
    outcome::Outcome,
    requests::{RequestRefusal, Vote},
};
use kernel::pace::Who;
use sea_orm::{IntoActiveModel, entity::prelude::*};

pub(crate) async fn vote(
    service: &Service,
    caller: &Caller,
    id: TrackRequestId,
    up: bool,
) -> kernel::Result<Outcome<Vote, RequestRefusal>> {
    let viewer = service.member(caller).await?;
    if !viewer.confirmed {
        return Ok(Outcome::refused(RequestRefusal::ConfirmAddress));
    }
    let counted = [(VOTES, Who::Account(viewer.account)), (VOTES_OF_NETWORK, Who::Network(caller.origin.address))];
    if let Err(seconds) = service.kernel.paces.take(caller.tenant, &counted, service.kernel.now()).await {
        return Ok(Outcome::refused(RequestRefusal::TooFast { seconds }));
    }
    let tx = service.kernel.database.write().await?;
    let before = stored::hold(&tx, caller.tenant, id).await?;
    if !stored::standing(&before).waits() {
        return Ok(Outcome::refused(RequestRefusal::Over));
    }
    let version = before.version;
    let row = count(&tx, before, viewer.account, up).await?;
    tx.commit().await?;
    if row.version != version {
        service.news.voted(caller.tenant, row.id);
    }
    Ok(Outcome::Done(Vote { id, version: row.version.unsigned_abs(), votes: row.votes.unsigned_abs(), up }))
}

/// Writes or deletes the vote's row, and changes the count only if a row did. The request must be held.
pub(crate) async fn count(tx: &impl ConnectionTrait, before: request::Model, voter: AccountId, up: bool) -> Result<request::Model, DbErr> {
    let place = (before.id, voter.0);
    // Looked for first: on MariaDB, deleting what isn't there locks the gap that others write into.
    let there = vote::Entity::find_by_id(place).filter(vote::Column::TenantId.eq(before.tenant_id)).one(tx).await?.is_some();
    if there == up {
        return Ok(before);
    }
    let mut now = before.clone();
    if up {
        let row = vote::Model { request_id: before.id, voter_id: voter.0, tenant_id: before.tenant_id };
        vote::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx).await?;
        now.votes += 1;
    } else {
        vote::Entity::delete_by_id(place).filter(vote::Column::TenantId.eq(before.tenant_id)).exec(tx).await?;
        now.votes -= 1;
    }
    stored::change(tx, &before, now).await
}
