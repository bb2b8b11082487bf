//! Shout-outs as a page shows them.

use crate::{Service, entity::shout_out};
use contract::{
    caller::{Caller, Role},
    ids::ShoutOutId,
    shoutouts::{MOST_HELD, MOST_SHOWN, ShoutOut, ShoutOutState, ShoutOuts},
};
use kernel::format;
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

pub(crate) async fn shout_outs(service: &Service, caller: &Caller) -> kernel::Result<ShoutOuts> {
    let db = service.kernel.database.read();
    let in_states = |states: &[ShoutOutState]| {
        let all = shout_out::Entity::find().filter(shout_out::Column::TenantId.eq(caller.tenant.0));
        all.filter(shout_out::Column::State.is_in(states.iter().map(|state| state.name())))
    };
    let public = in_states(&[ShoutOutState::Shown, ShoutOutState::Read]).order_by_desc(shout_out::Column::SentAt);
    let public = public.order_by_desc(shout_out::Column::Id).limit(MOST_SHOWN).all(db).await?;
    let held = match caller.with_role(Role::Moderator) {
        Some(_) => in_states(&[ShoutOutState::Held]).order_by_asc(shout_out::Column::SentAt).limit(MOST_HELD).all(db).await?,
        None => Vec::new(),
    };
    let now = service.kernel.now();
    let show = |row: shout_out::Model| {
        let sent = format::moment(caller, row.sent_at, now);
        ShoutOut { sent, ..broadcast(row) }
    };
    Ok(ShoutOuts { shown: public.into_iter().map(show).collect(), held: held.into_iter().map(show).collect() })
}

pub(crate) fn state(row: &shout_out::Model) -> ShoutOutState {
    // A later version's is not for everybody to see.
    ShoutOutState::parse(&row.state).unwrap_or(ShoutOutState::Hidden)
}

/// As it is told to all at once, whatever their language.
pub(crate) fn broadcast(row: shout_out::Model) -> ShoutOut {
    ShoutOut {
        id: ShoutOutId(row.id),
        version: row.version.unsigned_abs(),
        state: state(&row),
        text: row.text,
        name: row.name,
        place: row.place,
        sent: format::moment_for_all(row.sent_at),
    }
}
