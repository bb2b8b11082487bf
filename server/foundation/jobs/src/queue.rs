//! The queue: enqueue, claim, finish. One row is held by one worker, by a lease that it must renew.

use crate::entity;
use contract::{ids::TenantId, shown::Timestamp};
use kernel::{Database, Ids, events::Outbox};
use sea_orm::{
    ActiveValue::Set,
    Condition, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{LockBehavior, LockType},
};
use serde::Serialize;

/// A worker that stops renewing loses its jobs after this long.
pub const LEASE_MS: i64 = 15_000;
/// After this many tries a job is dead and stays in the table for the operator.
pub const MAX_ATTEMPTS: i32 = 5;

/// A claimed job.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: Uuid,
    pub tenant: TenantId,
    pub kind: String,
    pub payload: String,
    /// From 1.
    pub attempt: i32,
}

impl Job {
    pub fn is_last_attempt(&self) -> bool {
        self.attempt >= MAX_ATTEMPTS
    }
}

/// Adds a job to the caller's transaction, due at `run_at`.
///
/// # Errors
/// The database's.
pub async fn enqueue(
    tx: &impl ConnectionTrait,
    tenant: TenantId,
    kind: &str,
    payload: &impl Serialize,
    run_at: Timestamp,
    now: Timestamp,
) -> kernel::Result<Uuid> {
    let id = Ids.next();
    let row = entity::ActiveModel {
        id: Set(id),
        tenant_id: Set(tenant.0),
        kind: Set(kind.to_owned()),
        payload: Set(serde_json::to_string(payload)?),
        state: Set("queued".to_owned()),
        attempts: Set(0),
        run_at: Set(run_at.0),
        lease_until: Set(0),
        lease_owner: Set(None),
        last_error: Set(None),
        created_at: Set(now.0),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// Whether a job of this kind waits or runs, so that what comes round by the clock doesn't pile up.
///
/// # Errors
/// The database's.
pub async fn are_left(database: &impl ConnectionTrait, kind: &str) -> kernel::Result<bool> {
    let query = entity::Entity::find().select_only().column(entity::Column::Id);
    let query = query.filter(entity::Column::Kind.eq(kind)).filter(entity::Column::State.is_in(["queued", "running"]));
    Ok(query.into_tuple::<Uuid>().one(database).await?.is_some())
}

/// Takes the oldest due job of these kinds: queued, or running under a lease that ran out.
pub(crate) async fn claim(database: &Database, kinds: &[String], owner: Uuid, now: Timestamp) -> kernel::Result<Option<Job>> {
    let due = Condition::any()
        .add(Condition::all().add(entity::Column::State.eq("queued")).add(entity::Column::RunAt.lte(now.0)))
        .add(Condition::all().add(entity::Column::State.eq("running")).add(entity::Column::LeaseUntil.lt(now.0)));
    let query = || entity::Entity::find().filter(due.clone()).filter(entity::Column::Kind.is_in(kinds.iter().cloned()));
    // Outside a transaction first: an idle worker must not take the writer's lock every time it looks.
    if query().select_only().column(entity::Column::Id).into_tuple::<Uuid>().one(database.read()).await?.is_none() {
        return Ok(None);
    }
    let tx = database.write().await?;
    let found = query().order_by_asc(entity::Column::RunAt).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).one(&tx).await?;
    let Some(row) = found else { return Ok(None) };
    let attempt = row.attempts + 1;
    if attempt > MAX_ATTEMPTS {
        // The worker died under it time after time: it would take the next one down too.
        let change = entity::ActiveModel {
            id: Set(row.id),
            state: Set("dead".to_owned()),
            last_error: Set(Some("lease lost on every attempt".to_owned())),
            ..Default::default()
        };
        entity::Entity::update(change).exec(&tx).await?;
        tell_of_death(&tx, TenantId(row.tenant_id), row.id, &row.kind, now).await?;
        tx.commit().await?;
        tracing::error!(job = %row.id, kind = row.kind, "dead: the lease was lost on every attempt");
        return Ok(None);
    }
    let change = entity::ActiveModel {
        id: Set(row.id),
        state: Set("running".to_owned()),
        attempts: Set(attempt),
        lease_until: Set(now.0 + LEASE_MS),
        lease_owner: Set(Some(owner)),
        ..Default::default()
    };
    entity::Entity::update(change).exec(&tx).await?;
    tx.commit().await?;
    Ok(Some(Job { id: row.id, tenant: TenantId(row.tenant_id), kind: row.kind, payload: row.payload, attempt }))
}

/// Renews the lease. False when it was lost: someone else has the job.
pub(crate) async fn renew(database: &Database, job: Uuid, owner: Uuid, now: Timestamp) -> kernel::Result<bool> {
    let tx = database.write().await?;
    let changed = entity::Entity::update_many()
        .col_expr(entity::Column::LeaseUntil, Expr::value(now.0 + LEASE_MS))
        .filter(entity::Column::Id.eq(job))
        .filter(entity::Column::LeaseOwner.eq(owner))
        .filter(entity::Column::State.eq("running"))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(changed.rows_affected > 0)
}

/// What becomes of a job after a try.
pub(crate) enum Ending {
    Done,
    Retry { at: Timestamp, error: String },
    Dead { error: String },
}

/// Writes the ending, unless the lease was lost meanwhile.
pub(crate) async fn end(database: &Database, job: &Job, owner: Uuid, ending: Ending, now: Timestamp) -> kernel::Result<()> {
    let (state, run_at, error) = match ending {
        Ending::Done => ("done", None, None),
        Ending::Retry { at, error } => ("queued", Some(at.0), Some(error)),
        Ending::Dead { error } => ("dead", None, Some(error)),
    };
    let tx = database.write().await?;
    let mut update = entity::Entity::update_many()
        .col_expr(entity::Column::State, Expr::value(state))
        .col_expr(entity::Column::LastError, Expr::value(error));
    if let Some(at) = run_at {
        update = update.col_expr(entity::Column::RunAt, Expr::value(at));
    }
    if state == "done" {
        // What a job was told may be secret, such as the link in a mail; a finished one needs it no more.
        update = update.col_expr(entity::Column::Payload, Expr::value(""));
    }
    let ended = update.filter(entity::Column::Id.eq(job.id)).filter(entity::Column::LeaseOwner.eq(owner)).exec(&tx).await?;
    if state == "dead" && ended.rows_affected > 0 {
        tell_of_death(&tx, job.tenant, job.id, &job.kind, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// What others learn of a job that was given up.
#[derive(Serialize)]
struct Died<'a> {
    kind: &'a str,
}

/// An outbox of its own wakes nobody, and the dispatcher's next round comes within a second.
async fn tell_of_death(tx: &impl ConnectionTrait, tenant: TenantId, job: Uuid, kind: &str, now: Timestamp) -> kernel::Result<()> {
    Outbox::default().append(tx, tenant, "jobs.died", job, &Died { kind }, now).await
}
