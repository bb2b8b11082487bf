//! Editing, deleting and reacting. Each said twice changes nothing.

use crate::{
    Answer,
    company::Distances,
    entity::{message, reaction},
    networks,
    pace::{Lately, TOUCHES},
    people, sanctions, seq, shown,
    turn::Turn,
    words,
    writer::Job,
};
use contract::{
    caller::Role,
    chat::{ChatRefusal, EDIT_WITHIN_MS, Stored, What},
    failure::Failure,
    ids::{AccountId, MessageId},
    moderation::Did,
    outcome::Outcome,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

pub(super) async fn edit(turn: &mut Turn<'_>, job: &Job, id: MessageId, text: &str) -> kernel::Result<Answer> {
    let row = find(turn, job, id).await?;
    if row.author_id != job.viewer.account.0 {
        return Ok(Outcome::refused(ChatRefusal::NotYours));
    }
    if row.deleted_at.is_some() {
        return Ok(Outcome::refused(ChatRefusal::NoSuchMessage));
    }
    if row.text == text {
        return Ok(stands(&row));
    }
    if turn.now.0 > row.sent_at + EDIT_WITHIN_MS {
        return Ok(Outcome::refused(ChatRefusal::TooLate));
    }
    if let Some(refusal) = may_touch(turn, job).await? {
        return Ok(Outcome::refused(refusal));
    }
    let lists = words::lists(&turn.tx, [job.tenant.0]).await?;
    if let Some(refusal) = words::refusal(&lists, job.tenant, &job.viewer, text) {
        return Ok(Outcome::refused(refusal));
    }
    let change = message::ActiveModel { text: Set(text.to_owned()), edited_at: Set(Some(turn.now.0)), ..Default::default() };
    message::Entity::update_many().set(change).filter(message::Column::Id.eq(row.id)).exec(&turn.tx).await?;
    append(turn, job, &row, What::Edited { message: id, text: text.to_owned() })
}

pub(super) async fn delete(turn: &mut Turn<'_>, job: &Job, id: MessageId) -> kernel::Result<Answer> {
    let row = find(turn, job, id).await?;
    if row.author_id != job.viewer.account.0
        && let Some(refusal) = may_delete(turn, job, &row).await?
    {
        return Ok(Outcome::refused(refusal));
    }
    if row.deleted_at.is_some() {
        return Ok(stands(&row));
    }
    let change = message::ActiveModel { text: Set(String::new()), deleted_at: Set(Some(turn.now.0)), ..Default::default() };
    message::Entity::update_many().set(change).filter(message::Column::Id.eq(row.id)).exec(&turn.tx).await?;
    reaction::Entity::delete_many().filter(reaction::Column::MessageId.eq(row.id)).exec(&turn.tx).await?;
    if row.author_id != job.viewer.account.0 {
        turn.note(job, Some(row.author_id), Some(row.id), Did::Deleted);
    }
    let answer = append(turn, job, &row, What::Deleted { message: id })?;
    if turn.room(job.tenant, job.room)?.pinned_id == Some(row.id) {
        turn.pin(job.room, None);
        append(turn, job, &row, What::Pinned { message: None })?;
    }
    Ok(answer)
}

/// Puts a message above the room, instead of the one that was there.
pub(super) async fn pin(turn: &mut Turn<'_>, job: &Job, id: Option<MessageId>) -> kernel::Result<Answer> {
    if sanctions::is_banned(&turn.tx, job.tenant, job.viewer.account).await? {
        return Ok(Outcome::refused(ChatRefusal::Banned));
    }
    let room = turn.room(job.tenant, job.room)?;
    let end = Stored { seq: seq(room.last_seq), message: id.unwrap_or(MessageId(Uuid::nil())) };
    if room.pinned_id == id.map(|id| id.0) {
        return Ok(Outcome::Done(end));
    }
    let message = match id {
        None => None,
        Some(id) => {
            let row = find(turn, job, id).await?;
            if row.deleted_at.is_some() {
                return Ok(Outcome::refused(ChatRefusal::NoSuchMessage));
            }
            let who = (row.tenant_id, row.author_id);
            let author = people::of(&turn.tx, [who.0], [who.1]).await?.remove(&who).unwrap_or_else(people::who_left);
            Some(shown::quote(row.id, Some((&row, author))))
        }
    };
    turn.pin(job.room, id.map(|id| id.0));
    let seq = turn.append(job.tenant, job.room, job.viewer.account, |_| What::Pinned { message })?;
    Ok(Outcome::Done(Stored { seq, ..end }))
}

pub(super) async fn react(turn: &mut Turn<'_>, job: &Job, id: MessageId, emoji: &str, given: bool) -> kernel::Result<Answer> {
    let row = find(turn, job, id).await?;
    if row.deleted_at.is_some() {
        return Ok(Outcome::refused(ChatRefusal::NoSuchMessage));
    }
    let by = job.viewer.account;
    let key = (row.id, by.0, emoji.to_owned());
    if reaction::Entity::find_by_id(key.clone()).one(&turn.tx).await?.is_some() == given {
        return Ok(stands(&row));
    }
    if let Some(refusal) = may_touch(turn, job).await? {
        return Ok(Outcome::refused(refusal));
    }
    if given && Distances::to(&turn.tx, &[row.tenant_id], &[by.0]).await?.blocks(job.tenant, AccountId(row.author_id), &job.viewer) {
        return Ok(Outcome::refused(ChatRefusal::Blocked));
    }
    if given {
        let new = reaction::Model { message_id: row.id, account_id: by.0, emoji: emoji.to_owned(), tenant_id: row.tenant_id };
        reaction::Entity::insert(reaction::ActiveModel::from(new).reset_all()).exec_without_returning(&turn.tx).await?;
    } else {
        reaction::Entity::delete_by_id(key).exec(&turn.tx).await?;
    }
    let reactions = shown::reactions(&turn.tx, [row.id].into_iter()).await?.remove(&row.id).unwrap_or_default();
    append(turn, job, &row, What::Reacted { message: id, reactions, by, emoji: emoji.to_owned(), given })
}

async fn find(turn: &Turn<'_>, job: &Job, id: MessageId) -> kernel::Result<message::Model> {
    turn.room(job.tenant, job.room)?;
    let found = message::Entity::find_by_id(id.0).filter(message::Column::TenantId.eq(job.tenant.0)).one(&turn.tx).await?;
    // Pruned a moment ago.
    Ok(found.ok_or(Failure::NotFound)?)
}

/// Whoever may write may edit and react, at the pace of people.
async fn may_touch(turn: &Turn<'_>, job: &Job) -> kernel::Result<Option<ChatRefusal>> {
    let (tenant, account) = (job.tenant.0, job.viewer.account.0);
    let against = sanctions::against(&turn.tx, [tenant], [account], turn.now).await?;
    let may_write = sanctions::may_write(&against, turn.room(job.tenant, job.room)?, &job.viewer, turn.now);
    if let Some(refusal) = sanctions::refusal(may_write, turn.now) {
        return Ok(Some(refusal));
    }
    if let Some(network) = &job.network {
        let bans = networks::against(&turn.tx, [tenant], [network], turn.now).await?;
        if let Some(refusal) = networks::refusal(&bans, job.tenant, network, &job.viewer, turn.now) {
            return Ok(Some(refusal));
        }
    }
    let lately = Lately::of(&turn.tx, TOUCHES, &[tenant], &[account], turn.now).await?;
    Ok(lately.wait(TOUCHES, (tenant, account), turn.now).map(|seconds| ChatRefusal::TooFast { seconds }))
}

/// Somebody else's message is for moderators, and not that of their equals.
async fn may_delete(turn: &Turn<'_>, job: &Job, row: &message::Model) -> kernel::Result<Option<ChatRefusal>> {
    if job.viewer.role < Role::Moderator {
        return Ok(Some(ChatRefusal::NotYours));
    }
    if sanctions::is_banned(&turn.tx, job.tenant, job.viewer.account).await? {
        return Ok(Some(ChatRefusal::Banned));
    }
    let author = people::of(&turn.tx, [row.tenant_id], [row.author_id]).await?.remove(&(row.tenant_id, row.author_id));
    Ok(author.filter(|author| author.role >= job.viewer.role).map(|_| ChatRefusal::NotBelowYou))
}

fn append(turn: &mut Turn<'_>, job: &Job, row: &message::Model, what: What) -> kernel::Result<Answer> {
    let seq = turn.append(job.tenant, job.room, job.viewer.account, |_| what)?;
    Ok(Outcome::Done(Stored { seq, message: MessageId(row.id) }))
}

/// What was asked for is so already.
fn stands(row: &message::Model) -> Answer {
    Outcome::Done(Stored { seq: seq(row.seq), message: MessageId(row.id) })
}
