//! Sending one.

use crate::{Service, entity::shout_out, shown};
use contract::{
    caller::Caller,
    failure::Failure,
    outcome::Outcome,
    shoutouts::{LONGEST_NAME, LONGEST_SHOUT_OUT, MOST_HELD, SendShoutOut, ShoutOutRefusal, ShoutOutState},
    shown::Timestamp,
};
use kernel::{
    network,
    pace::{Pace, Who},
};
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, entity::prelude::*};

const MINUTE_MS: i64 = 60_000;
/// Of one sender within the window.
const MOST: u64 = 3;
const WINDOW_MS: i64 = 15 * MINUTE_MS;
/// Of all who come from one network within the window: guests are told apart by what their browsers call themselves.
const MOST_OF_NETWORK: Pace = Pace { name: "shout-out", most: 30, window_ms: WINDOW_MS };
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

pub(crate) async fn send(service: &Service, caller: &Caller, sent: SendShoutOut) -> kernel::Result<Outcome<(), ShoutOutRefusal>> {
    if let Some(viewer) = &caller.viewer
        && service.doorman.is_banned(caller.tenant, viewer.account).await?
    {
        return Err(Failure::Forbidden.into());
    }
    let [text, name, place] = [&sent.text, &sent.name, &sent.place].map(|text| one_line(text));
    let wrong = wrong(&text, &name, &place);
    if !wrong.is_empty() {
        return Ok(Outcome::Refused(wrong));
    }
    let from = [(MOST_OF_NETWORK, Who::Network(caller.origin.address))];
    if let Err(seconds) = service.kernel.paces.take(caller.tenant, &from, service.kernel.now()).await {
        return Ok(Outcome::refused(ShoutOutRefusal::TooMany { minutes: seconds.div_ceil(60) }));
    }
    let tx = service.kernel.database.write().await?;
    let now = service.kernel.now();
    let sender = sender(service, caller, now);
    let all = || shout_out::Entity::find().filter(shout_out::Column::TenantId.eq(caller.tenant.0));
    let lately: Vec<i64> = all()
        .filter(shout_out::Column::Sender.eq(&sender))
        .filter(shout_out::Column::SentAt.gt(now.0 - WINDOW_MS))
        .select_only()
        .column(shout_out::Column::SentAt)
        .order_by_desc(shout_out::Column::SentAt)
        .limit(MOST)
        .into_tuple()
        .all(&tx)
        .await?;
    if let Some(oldest) = lately.last().filter(|_| lately.len() as u64 >= MOST) {
        let wait_ms = (oldest + WINDOW_MS - now.0).max(1).unsigned_abs();
        let minutes = u32::try_from(wait_ms.div_ceil(MINUTE_MS.unsigned_abs())).unwrap_or(u32::MAX);
        return Ok(Outcome::refused(ShoutOutRefusal::TooMany { minutes }));
    }
    if all().filter(shout_out::Column::State.eq(ShoutOutState::Held.name())).count(&tx).await? >= MOST_HELD {
        return Ok(Outcome::refused(ShoutOutRefusal::Full));
    }
    let row = shout_out::Model {
        id: service.kernel.ids.next(),
        tenant_id: caller.tenant.0,
        version: 1,
        state: ShoutOutState::Held.name().to_owned(),
        sender,
        text,
        name,
        place,
        sent_at: now.0,
        judge_id: None,
    };
    shout_out::Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(&tx).await?;
    tx.commit().await?;
    service.tell(caller.tenant, &shown::broadcast(row), false);
    Ok(Outcome::Done(()))
}

/// What is read out is one line, without what can't be seen.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(|c| !c.is_control()).collect()
}

fn wrong(text: &str, name: &str, place: &str) -> Vec<ShoutOutRefusal> {
    let too_long = |text: &str, most: usize| text.chars().count() > most;
    let number = |most: usize| u32::try_from(most).unwrap_or(u32::MAX);
    let text = match text {
        "" => Some(ShoutOutRefusal::Empty),
        _ => too_long(text, LONGEST_SHOUT_OUT).then_some(ShoutOutRefusal::TooLong { most: number(LONGEST_SHOUT_OUT) }),
    };
    let name = too_long(name, LONGEST_NAME).then_some(ShoutOutRefusal::NameTooLong { most: number(LONGEST_NAME) });
    let place = too_long(place, LONGEST_NAME).then_some(ShoutOutRefusal::PlaceTooLong { most: number(LONGEST_NAME) });
    [text, name, place].into_iter().flatten().collect()
}

/// A member is their account. A guest is told apart by network and browser, signed with the install's secret and the day, so that
/// nothing of either is kept.
fn sender(service: &Service, caller: &Caller, now: Timestamp) -> String {
    if let Some(viewer) = &caller.viewer {
        return viewer.account.to_string();
    }
    let day = now.0.div_euclid(DAY_MS);
    let who = format!("{} {day} {} {}", caller.tenant, network(caller.origin.address), caller.origin.user_agent);
    service.kernel.signer.sign("shout-out sender", &who)
}
