//! Changes to what stands in a room: who may make them and what becomes of them.

mod message;
mod moderate;

use crate::{
    Answer, Service,
    entity::message as stored,
    pace, rules, signed_in, text,
    turn::Turn,
    writer::{Job, Task},
};
use contract::{
    caller::{Caller, Role},
    chat::{Change, ChatRefusal},
    failure::Failure,
    ids::{AccountId, MessageId, RoomId},
    moderation::RoomRules,
    outcome::Outcome,
};
use sea_orm::{QuerySelect, entity::prelude::*};

/// The longest time-out, in minutes: a week.
const LONGEST_TIME_OUT: u32 = 7 * 24 * 60;

/// A change that is fit to be made.
pub(crate) enum Ready {
    Edit { message: MessageId, text: String },
    Delete { message: MessageId },
    React { message: MessageId, emoji: String, given: bool },
    TimeOut { account: AccountId, minutes: u32 },
    Ban { account: AccountId },
    Lift { account: AccountId },
    SlowMode { seconds: u32 },
    Rule { rules: RoomRules },
    Pin { message: Option<MessageId> },
}

pub(crate) async fn change(service: &Service, caller: &Caller, change: Change) -> kernel::Result<Answer> {
    let viewer = signed_in(caller)?;
    if moderates(&change) && viewer.role < Role::Moderator {
        return Err(Failure::Forbidden.into());
    }
    if let Change::React { emoji, given: true, .. } = &change
        && !service.is_reaction(caller.tenant, emoji).await?
    {
        return Ok(Outcome::refused(ChatRefusal::NoSuchReaction));
    }
    let (room, ready) = match change {
        Change::Edit { message, text } => match text::clean(&text) {
            Ok(text) => (room_of(service, caller, message).await?, Ready::Edit { message, text }),
            Err(refusal) => return Ok(Outcome::refused(refusal)),
        },
        Change::Delete { message } => (room_of(service, caller, message).await?, Ready::Delete { message }),
        Change::React { message, emoji, given } => (room_of(service, caller, message).await?, Ready::React { message, emoji, given }),
        Change::TimeOut { room, account, minutes } => (room, Ready::TimeOut { account, minutes: time_out(minutes) }),
        Change::Ban { room, account } => (room, Ready::Ban { account }),
        Change::Lift { room, account } => (room, Ready::Lift { account }),
        Change::Pin { room, message } => (room, Ready::Pin { message }),
        Change::Rule { room, rules } => (room, Ready::Rule { rules: rules::bounded(rules) }),
        Change::SlowMode { room, seconds } => (room, Ready::SlowMode { seconds: seconds.min(pace::SLOWEST_S) }),
    };
    service.writer.write(caller, viewer, room, Task::Change(ready), None).await
}

/// As long as a time-out may be.
pub(crate) fn time_out(minutes: u32) -> u32 {
    minutes.clamp(1, LONGEST_TIME_OUT)
}

fn moderates(change: &Change) -> bool {
    match change {
        Change::Edit { .. } | Change::Delete { .. } | Change::React { .. } => false,
        Change::TimeOut { .. } | Change::Ban { .. } | Change::Lift { .. } => true,
        Change::SlowMode { .. } | Change::Rule { .. } | Change::Pin { .. } => true,
    }
}

/// Where a message stands. Asked before anything is held: it never changes.
async fn room_of(service: &Service, caller: &Caller, message: MessageId) -> kernel::Result<RoomId> {
    let found = stored::Entity::find_by_id(message.0).filter(stored::Column::TenantId.eq(caller.tenant.0));
    let room: Option<Uuid> = found.select_only().column(stored::Column::RoomId).into_tuple().one(service.kernel.database.read()).await?;
    Ok(RoomId(room.ok_or(Failure::NotFound)?))
}

/// Makes the change, or says why not.
pub(crate) async fn apply(turn: &mut Turn<'_>, job: &Job, ready: &Ready) -> kernel::Result<Answer> {
    match ready {
        Ready::Edit { message, text } => message::edit(turn, job, *message, text).await,
        Ready::Delete { message } => message::delete(turn, job, *message).await,
        Ready::React { message, emoji, given } => message::react(turn, job, *message, emoji, *given).await,
        Ready::TimeOut { account, minutes } => moderate::time_out(turn, job, *account, *minutes).await,
        Ready::Ban { account } => moderate::ban(turn, job, *account).await,
        Ready::Lift { account } => moderate::lift(turn, job, *account).await,
        Ready::Pin { message } => message::pin(turn, job, *message).await,
        Ready::Rule { rules } => moderate::rule(turn, job, *rules).await,
        Ready::SlowMode { seconds } => moderate::slow_mode(turn, job, *seconds).await,
    }
}
