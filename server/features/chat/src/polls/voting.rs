//! A vote, moved or taken back.

use super::{Stored, hold};
use crate::{
    Service,
    entity::{poll, poll_option, poll_vote},
    rooms, sanctions,
};
use contract::{
    caller::Caller,
    failure::Failure,
    ids::{AccountId, PollId, RoomId, TenantId},
    outcome::Outcome,
    polls::{PollRefusal, ShownPoll},
};
use kernel::pace::{Pace, Who};
use sea_orm::{IntoActiveModel, entity::prelude::*};

/// Changes of mind of one person: enough to waver, too few for a machine.
const VOTES: Pace = Pace { name: "poll-vote", most: 30, window_ms: 60_000 };
/// Those of a whole household, or of a bar.
const VOTES_OF_NETWORK: Pace = Pace { name: "poll-vote", most: 600, window_ms: 60_000 };

pub(crate) async fn vote(
    service: &Service,
    caller: &Caller,
    id: PollId,
    option: Option<u32>,
) -> kernel::Result<Outcome<ShownPoll, PollRefusal>> {
    let viewer = crate::signed_in(caller)?;
    let now = service.kernel.now();
    let tx = service.kernel.database.write().await?;
    let held = hold(&tx, caller.tenant, id).await?;
    let room = rooms::find(&tx, caller.tenant, RoomId(held.poll.room_id)).await?;
    let standing = sanctions::standing(&sanctions::against(&tx, [room.tenant_id], [viewer.account.0], now).await?, &room, viewer);
    if standing.banned {
        return Err(Failure::Forbidden.into());
    }
    if let Some(until) = standing.timed_out_until {
        return Ok(Outcome::refused(PollRefusal::TimedOut { minutes: sanctions::begun(until.0 - now.0, 60_000) }));
    }
    // One person, one vote: an account costs nothing, an address costs a little.
    if !viewer.confirmed {
        return Ok(Outcome::refused(PollRefusal::ConfirmAddress));
    }
    if held.is_over(now) {
        return Ok(Outcome::refused(PollRefusal::Over));
    }
    let place = match option.map(i32::try_from) {
        None => None,
        Some(Ok(place)) if held.options.iter().any(|option| option.place == place) => Some(place),
        Some(_) => return Ok(Outcome::refused(PollRefusal::NoSuchOption)),
    };
    let counted = [(VOTES, Who::Account(viewer.account)), (VOTES_OF_NETWORK, Who::Network(caller.origin.address))];
    if let Err(seconds) = service.kernel.paces.take(caller.tenant, &counted, now).await {
        return Ok(Outcome::refused(PollRefusal::TooFast { seconds }));
    }
    let version = held.poll.version;
    let held = count(&tx, held, viewer.account, place).await?;
    tx.commit().await?;
    if held.poll.version != version {
        service.polls.changed(caller.tenant, RoomId(room.id));
    }
    Ok(Outcome::Done(ShownPoll { poll: held.show(now), own: option }))
}

/// Makes `place` what the voter chose, and changes the counts only if a row did. The poll must be held.
async fn count(tx: &impl ConnectionTrait, mut held: Stored, voter: AccountId, place: Option<i32>) -> Result<Stored, DbErr> {
    let key = (held.poll.id, voter.0);
    // Looked for first: on MariaDB, deleting what isn't there locks the gap that others write into.
    let before = poll_vote::Entity::find_by_id(key).one(tx).await?.map(|vote| vote.place);
    if before == place {
        return Ok(held);
    }
    match (before, place) {
        (Some(_), Some(place)) => {
            let moved = poll_vote::Entity::update_many().col_expr(poll_vote::Column::Place, Expr::value(place));
            moved.filter(poll_vote::Column::PollId.eq(key.0)).filter(poll_vote::Column::VoterId.eq(key.1)).exec(tx).await?;
        }
        (None, Some(place)) => {
            let row = poll_vote::Model { poll_id: key.0, voter_id: key.1, tenant_id: held.poll.tenant_id, place };
            poll_vote::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx).await?;
        }
        (_, None) => {
            poll_vote::Entity::delete_by_id(key).exec(tx).await?;
        }
    }
    for option in &mut held.options {
        let change = i32::from(place == Some(option.place)) - i32::from(before == Some(option.place));
        if change != 0 {
            option.votes += change;
            let row = poll_option::Entity::update_many().col_expr(poll_option::Column::Votes, Expr::value(option.votes));
            row.filter(poll_option::Column::PollId.eq(key.0)).filter(poll_option::Column::Place.eq(option.place)).exec(tx).await?;
        }
    }
    held.poll.version += 1;
    let row = poll::Entity::update_many().col_expr(poll::Column::Version, Expr::value(held.poll.version));
    row.filter(poll::Column::Id.eq(key.0)).exec(tx).await?;
    Ok(held)
}

/// Takes back the votes of somebody who left.
pub(crate) async fn forget(service: &Service, tenant: TenantId, account: AccountId) -> kernel::Result<()> {
    let given = poll_vote::Entity::find().filter(poll_vote::Column::TenantId.eq(tenant.0)).filter(poll_vote::Column::VoterId.eq(account.0));
    for vote in given.all(service.kernel.database.read()).await? {
        let tx = service.kernel.database.write().await?;
        // Gone with its votes in the meantime, where it isn't found.
        if let Ok(held) = hold(&tx, tenant, PollId(vote.poll_id)).await {
            let held = count(&tx, held, account, None).await?;
            tx.commit().await?;
            service.polls.changed(tenant, RoomId(held.poll.room_id));
        }
    }
    Ok(())
}
