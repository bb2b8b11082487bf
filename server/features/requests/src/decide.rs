//! What the DJ makes of a request, and taking one's own back.

use crate::{Service, entity::request::Model, rules, stored, wish::one_line};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::TrackRequestId,
    outcome::Outcome,
    requests::{Decision, LONGEST_DEDICATION, RequestRefusal, Standing, TrackRequest},
};
use sea_orm::ConnectionTrait;
use serde::Serialize;

type Answer = Outcome<TrackRequest, RequestRefusal>;

/// What subscribers are told of a decision: enough to tell who asked.
#[derive(Debug, Serialize)]
struct Decided<'a> {
    by: contract::ids::AccountId,
    /// Who decided.
    decided_by: Option<contract::ids::AccountId>,
    artist: &'a str,
    title: &'a str,
    reason: &'a str,
}

pub(crate) async fn decide(service: &Service, caller: &Caller, id: TrackRequestId, decision: Decision) -> kernel::Result<Answer> {
    caller.with_role(Role::Dj).ok_or(Failure::Forbidden)?;
    let decision = match decision {
        Decision::Refuse { reason } => Decision::Refuse { reason: one_line(&reason) },
        other => other,
    };
    if matches!(&decision, Decision::Refuse { reason } if reason.chars().count() > LONGEST_DEDICATION) {
        let most = u32::try_from(LONGEST_DEDICATION).unwrap_or(u32::MAX);
        return Ok(Outcome::refused(RequestRefusal::TooLong { most }));
    }
    settle(service, caller, id, decision).await
}

pub(crate) async fn withdraw(service: &Service, caller: &Caller, id: TrackRequestId) -> kernel::Result<Answer> {
    let viewer = caller.viewer.as_ref().ok_or(Failure::SignInRequired)?;
    let (tx, _) = rules::hold(&service.kernel, caller.tenant).await?;
    let before = stored::hold(&tx, caller.tenant, id).await?;
    if before.by_id != viewer.account.0 {
        return Err(Failure::NotFound.into());
    }
    if !stored::standing(&before).waits() {
        return Ok(Outcome::refused(RequestRefusal::Over));
    }
    let now = ended(&before, Standing::Withdrawn, service.kernel.now().0);
    let row = stored::change(&tx, &before, now).await?;
    let moved = close_ranks(&tx, caller, None).await?;
    tx.commit().await?;
    tell(service, caller, &row, moved);
    Ok(Outcome::Done(stored::shown(row)))
}

async fn settle(service: &Service, caller: &Caller, id: TrackRequestId, decision: Decision) -> kernel::Result<Answer> {
    let (tx, _) = rules::hold(&service.kernel, caller.tenant).await?;
    let before = stored::hold(&tx, caller.tenant, id).await?;
    let standing = stored::standing(&before);
    if !standing.waits() {
        return Ok(Outcome::refused(RequestRefusal::Over));
    }
    let at = service.kernel.now();
    let accepted = || Model { standing: Standing::Accepted.name().to_owned(), place: i32::MAX, ..before.clone() };
    let (now, place) = match decision {
        Decision::Accept if standing == Standing::Accepted => (before.clone(), None),
        Decision::Accept => (accepted(), None),
        Decision::Move { place } if standing == Standing::Accepted => (before.clone(), Some(place)),
        Decision::Move { place } => (accepted(), Some(place)),
        Decision::PutBack => (Model { standing: Standing::Requested.name().to_owned(), place: 0, ..before.clone() }, None),
        Decision::Play => (ended(&before, Standing::Played, at.0), None),
        Decision::Refuse { reason } => (Model { reason, ..ended(&before, Standing::Refused, at.0) }, None),
    };
    let row = stored::change(&tx, &before, now).await?;
    let moved = close_ranks(&tx, caller, place.map(|place| (row.id, place))).await?;
    if row.standing != before.standing {
        let by = contract::ids::AccountId(row.by_id);
        let decided = Decided {
            by,
            decided_by: caller.viewer.as_ref().map(|viewer| viewer.account),
            artist: &row.artist,
            title: &row.title,
            reason: &row.reason,
        };
        let kind = format!("requests.{}", row.standing);
        service.kernel.events.append(&tx, caller.tenant, &kind, row.id, &decided, at).await?;
    }
    tx.commit().await?;
    let row = moved.iter().find(|moved| moved.id == row.id).cloned().unwrap_or(row);
    tell(service, caller, &row, moved);
    Ok(Outcome::Done(stored::shown(row)))
}

fn ended(before: &Model, standing: Standing, at: i64) -> Model {
    Model { standing: standing.name().to_owned(), place: 0, ended_at: Some(at), ..before.clone() }
}

/// Numbers the accepted ones from 1, with one of them at the place it is moved to. Gives those that changed.
async fn close_ranks(
    tx: &impl ConnectionTrait,
    caller: &Caller,
    moved: Option<(sea_orm::prelude::Uuid, u32)>,
) -> kernel::Result<Vec<Model>> {
    let mut accepted = stored::accepted(tx, caller.tenant).await?;
    if let Some((id, place)) = moved
        && let Some(from) = accepted.iter().position(|row| row.id == id)
    {
        let row = accepted.remove(from);
        let to = (place.max(1) as usize - 1).min(accepted.len());
        accepted.insert(to, row);
    }
    let mut changed = Vec::new();
    for (place, before) in (1..).zip(accepted) {
        if before.place != place {
            changed.push(stored::change(tx, &before, Model { place, ..before.clone() }).await?);
        }
    }
    Ok(changed)
}

fn tell(service: &Service, caller: &Caller, row: &Model, moved: Vec<Model>) {
    for id in moved.into_iter().map(|row| row.id).chain([row.id]) {
        service.news.changed(caller.tenant, id);
    }
}
