//! Opening a poll, and ending it before its time.

use super::Stored;
use crate::{
    Service,
    entity::{poll, poll_option, room},
    rooms, sanctions,
};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::{PollId, RoomId},
    outcome::Outcome,
    polls::{FEWEST_OPTIONS, LONGEST_OPTION, LONGEST_QUESTION, MINUTES, MOST_OPTIONS, OpenPoll, Poll, PollRefusal},
};
use kernel::pace::{Pace, Who};
use sea_orm::{ActiveValue::Set, IntoActiveModel, entity::prelude::*};

const MINUTE_MS: i64 = 60_000;
/// Polls one moderator opens: each one is told to the whole room.
const POLLS: Pace = Pace { name: "poll", most: 20, window_ms: 3_600_000 };

type Answer = Outcome<Poll, PollRefusal>;

pub(crate) async fn open(service: &Service, caller: &Caller, room: RoomId, asked: OpenPoll) -> kernel::Result<Answer> {
    let moderator = moderator(service, caller).await?;
    let minutes = asked.minutes.clamp(MINUTES[0], MINUTES[MINUTES.len() - 1]);
    let (question, options) = match tidied(&asked) {
        Ok(tidied) => tidied,
        Err(refusal) => return Ok(Outcome::refused(refusal)),
    };
    let now = service.kernel.now();
    if let Err(seconds) = service.kernel.paces.take(caller.tenant, &[(POLLS, moderator)], now).await {
        return Ok(Outcome::refused(PollRefusal::TooFast { seconds }));
    }
    let tx = service.kernel.database.write().await?;
    // Who opens one at the same moment waits for this.
    let held = rooms::hold(&tx, room::Column::Id.eq(room.0)).await?;
    if !held.iter().any(|row| row.tenant_id == caller.tenant.0) {
        return Err(Failure::NotFound.into());
    }
    let open = poll::Entity::find().filter(poll::Column::RoomId.eq(room.0)).filter(poll::Column::ClosesAt.gt(now.0));
    if open.one(&tx).await?.is_some() {
        return Ok(Outcome::refused(PollRefusal::OneIsOpen));
    }
    let row = poll::Model {
        id: service.kernel.ids.next(),
        tenant_id: caller.tenant.0,
        room_id: room.0,
        version: 1,
        question,
        opened_at: now.0,
        closes_at: now.0 + i64::from(minutes) * MINUTE_MS,
    };
    let option = |(place, text)| poll_option::Model { poll_id: row.id, place, tenant_id: caller.tenant.0, text, votes: 0 };
    let options: Vec<_> = (0..).zip(options).map(option).collect();
    poll::Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(&tx).await?;
    let rows = options.iter().map(|one| one.clone().into_active_model().reset_all());
    poll_option::Entity::insert_many(rows).exec_without_returning(&tx).await?;
    tx.commit().await?;
    service.polls.changed(caller.tenant, room);
    Ok(Outcome::Done(Stored { poll: row, options }.show(now)))
}

pub(crate) async fn close(service: &Service, caller: &Caller, id: PollId) -> kernel::Result<Answer> {
    moderator(service, caller).await?;
    let now = service.kernel.now();
    let tx = service.kernel.database.write().await?;
    let mut held = super::hold(&tx, caller.tenant, id).await?;
    if held.is_over(now) {
        return Ok(Outcome::refused(PollRefusal::Over));
    }
    held.poll.closes_at = now.0;
    held.poll.version += 1;
    let change = poll::ActiveModel { version: Set(held.poll.version), closes_at: Set(now.0), ..Default::default() };
    poll::Entity::update_many().set(change).filter(poll::Column::Id.eq(id.0)).exec(&tx).await?;
    tx.commit().await?;
    service.polls.changed(caller.tenant, RoomId(held.poll.room_id));
    Ok(Outcome::Done(held.show(now)))
}

/// A moderator whom a DJ banned has nothing to ask, whatever their role.
async fn moderator(service: &Service, caller: &Caller) -> kernel::Result<Who> {
    let viewer = crate::signed_in(caller)?;
    let banned = sanctions::is_banned(service.kernel.database.read(), caller.tenant, viewer.account).await?;
    if viewer.role < Role::Moderator || banned {
        return Err(Failure::Forbidden.into());
    }
    Ok(Who::Account(viewer.account))
}

/// Question and options, each on one line; options that say nothing are left out.
fn tidied(asked: &OpenPoll) -> Result<(String, Vec<String>), PollRefusal> {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let question = one_line(&asked.question);
    if question.is_empty() {
        return Err(PollRefusal::NoQuestion);
    }
    if question.chars().count() > LONGEST_QUESTION {
        return Err(PollRefusal::QuestionTooLong { most: number(LONGEST_QUESTION) });
    }
    let options: Vec<String> = asked.options.iter().map(|option| one_line(option)).filter(|option| !option.is_empty()).collect();
    if options.len() < FEWEST_OPTIONS {
        return Err(PollRefusal::TooFewOptions { least: number(FEWEST_OPTIONS) });
    }
    if options.len() > MOST_OPTIONS {
        return Err(PollRefusal::TooManyOptions { most: number(MOST_OPTIONS) });
    }
    if options.iter().any(|option| option.chars().count() > LONGEST_OPTION) {
        return Err(PollRefusal::OptionTooLong { most: number(LONGEST_OPTION) });
    }
    let same = |at: usize| options[..at].iter().any(|other| other.to_lowercase() == options[at].to_lowercase());
    if let Some(at) = (0..options.len()).find(|at| same(*at)) {
        return Err(PollRefusal::SameOption { option: options[at].clone() });
    }
    Ok((question, options))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(|c| !c.is_control()).collect()
}
