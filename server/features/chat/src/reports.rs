//! What people report: taken in, shown to moderators in its context, decided once for all who reported the same message.

use crate::{
    Answer, Service,
    change::{self, Ready},
    entity::{message, report},
    events::{self, Happened},
    people,
    sanctions::{self, begun},
    shown::Around,
    signed_in,
    turn::Turn,
    writer::{Job, Task},
};
use contract::{
    caller::{Caller, Role},
    chat::Stored,
    failure::Failure,
    ids::{AccountId, MessageId, RoomId, TenantId},
    moderation::{Decision, Did, LONGEST_NOTE, ModerationRefusal, Reason, Report, ReportMessage, ReportQueue, Reported},
    outcome::Outcome,
    realtime::ToTab,
};
use kernel::{
    Kernel, format,
    pace::{Pace, Who},
};
use realtime::{Hub, Topic};
use sea_orm::{QueryOrder, QuerySelect, SqlErr, entity::prelude::*};
use std::collections::BTreeMap;

/// Reports of one person in an hour: more is a game.
const MOST_AN_HOUR: usize = 10;
const HOUR_MS: i64 = 3_600_000;
/// Those of all accounts of one network: who makes some is held too.
const REPORTS_OF_NETWORK: Pace = Pace { name: "report", most: 30, window_ms: HOUR_MS };
/// Messages of the queue that are shown at once, the oldest report first.
const MOST_SHOWN: usize = 50;
/// Messages around a reported one, before and after it.
const AROUND: u64 = 3;
type Refused<T> = Outcome<T, ModerationRefusal>;

pub(crate) async fn report(service: &Service, caller: &Caller, asked: ReportMessage) -> kernel::Result<Refused<()>> {
    let viewer = signed_in(caller)?;
    let note = asked.note.trim();
    if note.chars().count() > LONGEST_NOTE {
        return Ok(Outcome::refused(ModerationRefusal::TooLong { most: LONGEST_NOTE as u32 }));
    }
    let from = [(REPORTS_OF_NETWORK, Who::Network(caller.origin.address))];
    if let Err(seconds) = service.kernel.paces.take(caller.tenant, &from, service.kernel.now()).await {
        return Ok(Outcome::refused(ModerationRefusal::TooManyReports { minutes: seconds.div_ceil(60) }));
    }
    let tx = service.kernel.database.write().await?;
    let now = service.kernel.now();
    let row = find(&tx, caller, asked.message).await?;
    if row.author_id == viewer.account.0 {
        return Ok(Outcome::refused(ModerationRefusal::OwnMessage));
    }
    if row.deleted_at.is_some() {
        return Ok(Outcome::refused(ModerationRefusal::NoSuchMessage));
    }
    let own = || {
        report::Entity::find().filter(report::Column::TenantId.eq(caller.tenant.0)).filter(report::Column::ReporterId.eq(viewer.account.0))
    };
    if own().filter(report::Column::MessageId.eq(row.id)).one(&tx).await?.is_some() {
        return Ok(Outcome::Done(()));
    }
    let lately = own().filter(report::Column::At.gt(now.0 - HOUR_MS)).order_by_desc(report::Column::At).limit(MOST_AN_HOUR as u64);
    if let Some(oldest) = lately.all(&tx).await?.get(MOST_AN_HOUR - 1) {
        let minutes = begun(oldest.at + HOUR_MS - now.0, 60_000);
        return Ok(Outcome::refused(ModerationRefusal::TooManyReports { minutes }));
    }
    people::write(&tx, BTreeMap::from([((caller.tenant.0, viewer.account.0), people::author_of(viewer))])).await?;
    let new = report::Model {
        id: service.kernel.ids.next(),
        tenant_id: caller.tenant.0,
        room_id: row.room_id,
        message_id: row.id,
        author_id: row.author_id,
        reporter_id: viewer.account.0,
        reason: asked.reason.name().to_owned(),
        note: note.to_owned(),
        said: row.text,
        at: now.0,
        closed_at: None,
        closed_by: None,
    };
    let author = AccountId(row.author_id);
    let what = Happened::Reported(events::Reported { message: asked.message, author, by: viewer.account, reason: asked.reason });
    match report::Entity::insert(report::ActiveModel::from(new).reset_all()).exec_without_returning(&tx).await {
        // The same one at the same moment, sent twice.
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => return Ok(Outcome::Done(())),
        stored => drop(stored?),
    }
    service.kernel.events.append(&tx, caller.tenant, what.kind(), what.subject(), &what, now).await?;
    tx.commit().await?;
    tell(&service.kernel, &service.hub, caller.tenant).await?;
    Ok(Outcome::Done(()))
}

async fn find(db: &impl ConnectionTrait, caller: &Caller, id: MessageId) -> kernel::Result<message::Model> {
    let found = message::Entity::find_by_id(id.0).filter(message::Column::TenantId.eq(caller.tenant.0)).one(db).await?;
    Ok(found.ok_or(Failure::NotFound)?)
}

fn open(tenant: TenantId) -> Select<report::Entity> {
    report::Entity::find().filter(report::Column::TenantId.eq(tenant.0)).filter(report::Column::ClosedAt.is_null())
}

/// The messages that wait for a decision.
async fn count(db: &impl ConnectionTrait, tenant: TenantId) -> Result<u32, DbErr> {
    let messages = open(tenant).select_only().column(report::Column::MessageId).distinct();
    Ok(u32::try_from(messages.count(db).await?).unwrap_or(u32::MAX))
}

/// Tells those who run the station how many wait. The count is absolute: whichever comes last holds.
pub(crate) async fn tell(kernel: &Kernel, hub: &Hub, tenant: TenantId) -> kernel::Result<()> {
    let open = count(kernel.database.read(), tenant).await?;
    Ok(hub.publish(&Topic::studio(tenant), &ToTab::Reports { open })?)
}

pub(crate) async fn queue(service: &Service, caller: &Caller) -> kernel::Result<ReportQueue> {
    let viewer = caller.with_role(Role::Moderator).ok_or(Failure::Forbidden)?;
    let (db, now) = (service.kernel.database.read(), service.kernel.now());
    let mut grouped: Vec<(Uuid, Vec<report::Model>)> = Vec::new();
    for row in open(caller.tenant).order_by_asc(report::Column::At).order_by_asc(report::Column::Id).all(db).await? {
        match grouped.iter().position(|(message, _)| *message == row.message_id) {
            Some(at) => grouped[at].1.push(row),
            None if grouped.len() < MOST_SHOWN => grouped.push((row.message_id, vec![row])),
            None => {}
        }
    }
    let mut items = Vec::new();
    for (id, reports) in grouped {
        let accounts: Vec<Uuid> = reports.iter().flat_map(|row| [row.reporter_id, row.author_id]).collect();
        let people = people::of(db, [caller.tenant.0], accounts).await?;
        let author = |account: Uuid| people.get(&(caller.tenant.0, account)).cloned().unwrap_or_else(people::who_left);
        let first = &reports[0];
        let stands = message::Entity::find_by_id(id).filter(message::Column::TenantId.eq(caller.tenant.0)).one(db).await?;
        let (before, after) = match &stands {
            Some(row) => context(service, caller, row).await?,
            None => Default::default(),
        };
        let who = author(first.author_id);
        items.push(Reported {
            message: MessageId(id),
            said: first.said.clone(),
            sent: format::moment(caller, stands.as_ref().map_or(first.at, |row| row.sent_at), now),
            deleted: stands.as_ref().is_none_or(|row| row.deleted_at.is_some()),
            below_you: who.role < viewer.role,
            author: who,
            before,
            after,
            reports: reports
                .iter()
                .map(|row| Report {
                    by: author(row.reporter_id).name,
                    reason: Reason::parse(&row.reason).unwrap_or(Reason::Other),
                    note: row.note.clone(),
                    at: format::moment(caller, row.at, now),
                })
                .collect(),
        });
    }
    Ok(ReportQueue { open: count(db, caller.tenant).await?, items })
}

type Lines = Vec<contract::chat::ChatMessage>;

async fn context(service: &Service, caller: &Caller, row: &message::Model) -> kernel::Result<(Lines, Lines)> {
    let (db, now) = (service.kernel.database.read(), service.kernel.now());
    let beside = || {
        message::Entity::find()
            .filter(message::Column::TenantId.eq(row.tenant_id))
            .filter(message::Column::RoomId.eq(row.room_id))
            .limit(AROUND)
    };
    let mut before = beside().filter(message::Column::Seq.lt(row.seq)).order_by_desc(message::Column::Seq).all(db).await?;
    before.reverse();
    let after = beside().filter(message::Column::Seq.gt(row.seq)).order_by_asc(message::Column::Seq).all(db).await?;
    let around = Around::of(db, caller.tenant, before.iter().chain(&after), std::iter::empty()).await?;
    let show = |rows: &[message::Model]| rows.iter().map(|row| around.show(row, format::moment(caller, row.sent_at, now))).collect();
    Ok((show(&before), show(&after)))
}

/// Does what was decided by the rules of the room, and closes what was reported about the message.
pub(crate) async fn decide(service: &Service, caller: &Caller, id: MessageId, decision: Decision) -> kernel::Result<Answer> {
    let viewer = caller.with_role(Role::Moderator).ok_or(Failure::Forbidden)?;
    if service.is_banned(caller.tenant, viewer.account).await? {
        return Err(Failure::Forbidden.into());
    }
    let db = service.kernel.database.read();
    let first = open(caller.tenant).filter(report::Column::MessageId.eq(id.0)).order_by_asc(report::Column::At).one(db).await?;
    // Somebody else was faster, or nobody reported it.
    let first = first.ok_or(Failure::NotFound)?;
    let (room, account, reason) = (RoomId(first.room_id), AccountId(first.author_id), Reason::parse(&first.reason));
    let ready = match decision {
        Decision::Dismiss => None,
        Decision::Delete => Some(Ready::Delete { message: id }),
        Decision::TimeOut { minutes } => Some(Ready::TimeOut { account, minutes: change::time_out(minutes) }),
        Decision::Ban => Some(Ready::Ban { account }),
    };
    let done = service.writer.write(caller, viewer, room, Task::Decide { message: id, ready }, reason).await?;
    tell(&service.kernel, &service.hub, caller.tenant).await?;
    Ok(done)
}

/// Makes the change, if there is one, and closes what was reported: both or none, and by whoever comes first.
pub(crate) async fn settle(turn: &mut Turn<'_>, job: &Job, id: MessageId, ready: Option<&Ready>) -> kernel::Result<Answer> {
    turn.room(job.tenant, job.room)?;
    let of_message = || open(job.tenant).filter(report::Column::MessageId.eq(id.0));
    let first = of_message().order_by_asc(report::Column::At).one(&turn.tx).await?.ok_or(Failure::NotFound)?;
    let done = match ready {
        Some(ready) => change::apply(turn, job, ready).await?,
        None if sanctions::is_banned(&turn.tx, job.tenant, job.viewer.account).await? => return Err(Failure::Forbidden.into()),
        None => Outcome::Done(Stored { seq: 0, message: id }),
    };
    if !done.refusals().is_empty() {
        return Ok(done);
    }
    let closed = report::Entity::update_many()
        .col_expr(report::Column::ClosedAt, Expr::value(turn.now.0))
        .col_expr(report::Column::ClosedBy, Expr::value(job.viewer.account.0))
        .filter(report::Column::TenantId.eq(job.tenant.0))
        .filter(report::Column::MessageId.eq(id.0))
        .filter(report::Column::ClosedAt.is_null());
    closed.exec(&turn.tx).await?;
    if ready.is_none() {
        turn.note(job, Some(first.author_id), Some(id.0), Did::Dismissed);
    }
    Ok(done)
}
