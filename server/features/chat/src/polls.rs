//! Polls of a room. A vote is a row, and an option's count changes in the transaction that writes, moves or deletes the row; so the
//! counts are those of the rows whatever happens at once, in however many processes.

mod asking;
mod news;
mod voting;

pub(crate) use asking::{close, open};
pub(crate) use news::News;
pub(crate) use voting::{forget, vote};

use crate::{
    Service,
    entity::{poll, poll_option, poll_vote, room},
    rooms,
};
use contract::{
    caller::Caller,
    failure::Failure,
    ids::{PollId, RoomId, TenantId},
    polls::{Poll, PollOption, ShownPoll},
    shown::Timestamp,
};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

/// How long a poll that is over is still shown.
const SHOWN_MS: i64 = 10 * 60_000;
/// Deleted in one transaction.
const AT_ONCE: u64 = 500;

/// A poll with its options, as they are stored.
pub(crate) struct Stored {
    poll: poll::Model,
    options: Vec<poll_option::Model>,
}

impl Stored {
    async fn with_options(db: &impl ConnectionTrait, poll: poll::Model) -> Result<Self, DbErr> {
        let options = poll_option::Entity::find().filter(poll_option::Column::PollId.eq(poll.id));
        let options = options.order_by_asc(poll_option::Column::Place).all(db).await?;
        Ok(Self { poll, options })
    }

    fn is_over(&self, now: Timestamp) -> bool {
        self.poll.closes_at <= now.0
    }

    fn show(self, now: Timestamp) -> Poll {
        Poll {
            id: PollId(self.poll.id),
            version: self.poll.version.unsigned_abs(),
            question: self.poll.question,
            left_ms: u64::try_from(self.poll.closes_at - now.0).unwrap_or_default(),
            options: self.options.into_iter().map(|one| PollOption { text: one.text, votes: one.votes.unsigned_abs() }).collect(),
        }
    }
}

pub(crate) async fn shown(service: &Service, caller: &Caller, room: RoomId) -> kernel::Result<Option<ShownPoll>> {
    let room = rooms::find(service.kernel.database.read(), caller.tenant, room).await?;
    of_room(service, caller, &room).await
}

/// What a page of the room shows.
pub(crate) async fn of_room(service: &Service, caller: &Caller, room: &room::Model) -> kernel::Result<Option<ShownPoll>> {
    let (db, now) = (service.kernel.database.read(), service.kernel.now());
    let lately = poll::Entity::find()
        .filter(poll::Column::TenantId.eq(room.tenant_id))
        .filter(poll::Column::RoomId.eq(room.id))
        .filter(poll::Column::ClosesAt.gt(now.0 - SHOWN_MS));
    let Some(latest) = lately.order_by_desc(poll::Column::Id).one(db).await? else { return Ok(None) };
    let own = match &caller.viewer {
        None => None,
        Some(viewer) => poll_vote::Entity::find_by_id((latest.id, viewer.account.0)).one(db).await?,
    };
    let poll = Stored::with_options(db, latest).await?.show(now);
    Ok(Some(ShownPoll { poll, own: own.map(|vote| vote.place.unsigned_abs()) }))
}

/// Holds a poll until the transaction ends; what belongs to it changes only then.
async fn hold(tx: &impl ConnectionTrait, tenant: TenantId, id: PollId) -> kernel::Result<Stored> {
    let held = poll::Entity::find_by_id(id.0).filter(poll::Column::TenantId.eq(tenant.0)).lock_exclusive().one(tx).await?;
    Ok(Stored::with_options(tx, held.ok_or(Failure::NotFound)?).await?)
}

/// Deletes what was over before `past`.
pub(crate) async fn prune(service: &Service, past: Timestamp) -> kernel::Result<()> {
    loop {
        let ids = poll::Entity::find().select_only().column(poll::Column::Id).filter(poll::Column::ClosesAt.lt(past.0)).limit(AT_ONCE);
        let ids: Vec<Uuid> = ids.into_tuple().all(service.kernel.database.read()).await?;
        if ids.is_empty() {
            return Ok(());
        }
        let tx = service.kernel.database.write().await?;
        poll_vote::Entity::delete_many().filter(poll_vote::Column::PollId.is_in(ids.iter().copied())).exec(&tx).await?;
        poll_option::Entity::delete_many().filter(poll_option::Column::PollId.is_in(ids.iter().copied())).exec(&tx).await?;
        poll::Entity::delete_many().filter(poll::Column::Id.is_in(ids)).exec(&tx).await?;
        tx.commit().await?;
    }
}
