//! Time-outs, bans, taking them back, and the rules of a room. Each said twice changes nothing.

use crate::{
    Answer,
    entity::sanction::{ActiveModel, Column, Entity, Model},
    events::{Happened, Sanctioned},
    networks, people, rules,
    sanctions::{self, BAN, TIME_OUT},
    seq,
    turn::Turn,
    writer::Job,
};
use contract::{
    chat::{Author, ChatRefusal, Stored, What},
    failure::Failure,
    ids::{AccountId, MessageId},
    moderation::{Did, RoomRules},
    outcome::Outcome,
    shown::Timestamp,
};
use sea_orm::entity::prelude::*;

const MINUTE_MS: i64 = 60_000;

pub(super) async fn time_out(turn: &mut Turn<'_>, job: &Job, account: AccountId, minutes: u32) -> kernel::Result<Answer> {
    let target = match target(turn, job, account).await? {
        Ok(target) => target,
        Err(refusal) => return Ok(Outcome::refused(refusal)),
    };
    let until = turn.now.plus_ms(i64::from(minutes) * MINUTE_MS);
    let held = target.held(|row| row.kind == TIME_OUT && row.room_id == Some(job.room.0));
    // Less than a minute apart, it is the same one said again.
    if held.iter().any(|row| row.until.is_some_and(|other| (other - until.0).abs() < MINUTE_MS)) {
        return stands(turn, job);
    }
    lift_all(turn, &held).await?;
    impose(turn, job, account, TIME_OUT, Some(until)).await?;
    note(turn, job, account, Did::TimedOut { until });
    append(turn, job, What::TimedOut { account, name: target.author.name, until })
}

pub(super) async fn ban(turn: &mut Turn<'_>, job: &Job, account: AccountId) -> kernel::Result<Answer> {
    let target = match target(turn, job, account).await? {
        Ok(target) => target,
        Err(refusal) => return Ok(Outcome::refused(refusal)),
    };
    if target.author.bot {
        return Ok(Outcome::refused(ChatRefusal::NoBan));
    }
    if !target.held(|row| row.kind == BAN).is_empty() {
        return stands(turn, job);
    }
    let sanction = impose(turn, job, account, BAN, None).await?;
    networks::ban(&turn.tx, (job.tenant.0, account.0), sanction, job.network.as_ref(), turn.now).await?;
    turn.to_tell.put_out.push((job.tenant, account));
    note(turn, job, account, Did::Banned);
    append(turn, job, What::Banned { account, name: target.author.name })
}

pub(super) async fn lift(turn: &mut Turn<'_>, job: &Job, account: AccountId) -> kernel::Result<Answer> {
    let target = match target(turn, job, account).await? {
        Ok(target) => target,
        Err(refusal) => return Ok(Outcome::refused(refusal)),
    };
    let held = target.held(|row| row.kind == BAN || row.room_id == Some(job.room.0));
    if held.is_empty() {
        return stands(turn, job);
    }
    lift_all(turn, &held).await?;
    note(turn, job, account, Did::Lifted);
    append(turn, job, What::Lifted { account, name: target.author.name })
}

pub(super) async fn slow_mode(turn: &mut Turn<'_>, job: &Job, seconds: u32) -> kernel::Result<Answer> {
    let now = rules::of(turn.room(job.tenant, job.room)?);
    if let Some(refusal) = may_moderate(turn, job).await? {
        return Ok(Outcome::refused(refusal));
    }
    if now.slow_mode_seconds == seconds {
        return stands(turn, job);
    }
    turn.set_rules(job.room, RoomRules { slow_mode_seconds: seconds, ..now });
    turn.note(job, None, None, Did::SlowMode { seconds });
    append(turn, job, What::SlowMode { seconds })
}

pub(super) async fn rule(turn: &mut Turn<'_>, job: &Job, wanted: RoomRules) -> kernel::Result<Answer> {
    let now = rules::of(turn.room(job.tenant, job.room)?);
    if let Some(refusal) = may_moderate(turn, job).await? {
        return Ok(Outcome::refused(refusal));
    }
    if now == wanted {
        return stands(turn, job);
    }
    turn.set_rules(job.room, wanted);
    turn.note(job, None, None, Did::Ruled { rules: wanted });
    append(turn, job, What::Ruled { rules: wanted })
}

/// Whom it is about, and what holds against them already.
struct Target {
    author: Author,
    against: Vec<Model>,
}

impl Target {
    fn held(&self, which: impl Fn(&Model) -> bool) -> Vec<&Model> {
        self.against.iter().filter(|row| which(row)).collect()
    }
}

async fn target(turn: &Turn<'_>, job: &Job, account: AccountId) -> kernel::Result<Result<Target, ChatRefusal>> {
    turn.room(job.tenant, job.room)?;
    if let Some(refusal) = may_moderate(turn, job).await? {
        return Ok(Err(refusal));
    }
    if account == job.viewer.account {
        return Ok(Err(ChatRefusal::NotBelowYou));
    }
    let who = (job.tenant.0, account.0);
    // Whoever never wrote here is nobody that this room knows.
    let author = people::of(&turn.tx, [who.0], [who.1]).await?.remove(&who).ok_or(Failure::NotFound)?;
    if author.role >= job.viewer.role {
        return Ok(Err(ChatRefusal::NotBelowYou));
    }
    let against = sanctions::against(&turn.tx, [who.0], [who.1], turn.now).await?;
    Ok(Ok(Target { author, against }))
}

/// A moderator whom a DJ banned has nothing to say, whatever their role.
async fn may_moderate(turn: &Turn<'_>, job: &Job) -> kernel::Result<Option<ChatRefusal>> {
    let banned = sanctions::is_banned(&turn.tx, job.tenant, job.viewer.account).await?;
    Ok(banned.then_some(ChatRefusal::Banned))
}

async fn impose(turn: &Turn<'_>, job: &Job, account: AccountId, kind: &str, until: Option<Timestamp>) -> Result<Uuid, DbErr> {
    let row = Model {
        id: turn.kernel.ids.next(),
        tenant_id: job.tenant.0,
        room_id: (kind == TIME_OUT).then_some(job.room.0),
        account_id: account.0,
        kind: kind.to_owned(),
        until: until.map(|until| until.0),
        by_id: job.viewer.account.0,
        at: turn.now.0,
        lifted_at: None,
    };
    let id = row.id;
    Entity::insert(ActiveModel::from(row).reset_all()).exec_without_returning(&turn.tx).await?;
    Ok(id)
}

async fn lift_all(turn: &Turn<'_>, held: &[&Model]) -> Result<(), DbErr> {
    let ids: Vec<Uuid> = held.iter().map(|row| row.id).collect();
    if !ids.is_empty() {
        let lift = Entity::update_many().col_expr(Column::LiftedAt, Expr::value(turn.now.0));
        lift.filter(Column::Id.is_in(ids.iter().copied())).exec(&turn.tx).await?;
        networks::lift(&turn.tx, &ids).await?;
    }
    Ok(())
}

/// For the moderation log, and for the person it is about.
fn note(turn: &mut Turn<'_>, job: &Job, account: AccountId, did: Did) {
    turn.note(job, Some(account.0), None, did);
    turn.happened(job.tenant, Happened::Sanctioned(Sanctioned { account, by: job.viewer.account, did }));
}

fn append(turn: &mut Turn<'_>, job: &Job, what: What) -> kernel::Result<Answer> {
    let seq = turn.append(job.tenant, job.room, job.viewer.account, |_| what)?;
    Ok(Outcome::Done(Stored { seq, message: MessageId(Uuid::nil()) }))
}

/// What was asked for is so already.
fn stands(turn: &Turn<'_>, job: &Job) -> kernel::Result<Answer> {
    let seq = seq(turn.room(job.tenant, job.room)?.last_seq);
    Ok(Outcome::Done(Stored { seq, message: MessageId(Uuid::nil()) }))
}
