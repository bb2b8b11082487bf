//! What moderators see of one person: since when, what they said lately, what was reported and what holds against them.

use crate::{
    Service,
    entity::{message, report, sanction},
    people, rooms, sanctions,
    shown::Around,
};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::{AccountId, RoomId},
    moderation::{PersonCard, Sanction, member_since},
};
use kernel::format;
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

/// Messages and sanctions that are shown.
const MOST: u64 = 20;

pub(crate) async fn of(service: &Service, caller: &Caller, account: AccountId) -> kernel::Result<PersonCard> {
    let viewer = caller.with_role(Role::Moderator).ok_or(Failure::Forbidden)?;
    let (db, now, tenant) = (service.kernel.database.read(), service.kernel.now(), caller.tenant.0);
    let who = (tenant, account.0);
    let author = people::of(db, [tenant], [account.0]).await?.remove(&who).ok_or(Failure::NotFound)?;
    let said = message::Entity::find().filter(message::Column::TenantId.eq(tenant)).filter(message::Column::AuthorId.eq(account.0));
    let said = said.order_by_desc(message::Column::SentAt).order_by_desc(message::Column::Seq).limit(MOST).all(db).await?;
    let around = Around::of(db, caller.tenant, said.iter(), std::iter::empty()).await?;
    let reports = || report::Entity::find().filter(report::Column::TenantId.eq(tenant)).filter(report::Column::AuthorId.eq(account.0));
    let imposed = sanction::Entity::find().filter(sanction::Column::TenantId.eq(tenant)).filter(sanction::Column::AccountId.eq(account.0));
    let imposed = imposed.order_by_desc(sanction::Column::At).limit(MOST).all(db).await?;
    let by = people::of(db, [tenant], imposed.iter().map(|row| row.by_id)).await?;
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(PersonCard {
        room: RoomId(rooms::station(&service.kernel, caller.tenant).await?.id),
        since: format::moment(caller, member_since(account).0, now),
        below_you: author.role < viewer.role && account != viewer.account,
        messages: said.iter().map(|row| around.show(row, format::moment(caller, row.sent_at, now))).collect(),
        reports: number(reports().count(db).await?),
        open_reports: number(reports().filter(report::Column::ClosedAt.is_null()).count(db).await?),
        sanctions: imposed
            .iter()
            .map(|row| Sanction {
                ban: row.kind == sanctions::BAN,
                at: format::moment(caller, row.at, now),
                until: row.until.map(|until| format::moment(caller, until, now)),
                by: by.get(&(tenant, row.by_id)).map(|by| by.name.clone()).unwrap_or_default(),
                holds: row.lifted_at.is_none() && row.until.is_none_or(|until| until > now.0),
            })
            .collect(),
        author,
    })
}
