//! A person's notifications as a page shows them, and reading them.

use crate::{
    Service,
    entity::notification::{Column, Entity, Model},
    fact::{Fact, Said},
    signed_in,
};
use contract::{
    caller::{Caller, Viewer},
    ids::{AccountId, MessageId, NotificationId, TenantId},
    notifications::{NOTIFICATIONS_PAGE, Notification, NotificationKind, Notifications},
    page::Page,
};
use kernel::format;
use sea_orm::{QueryOrder, entity::prelude::*};
use std::collections::HashMap;

fn shown(tenant: TenantId, account: AccountId) -> Select<Entity> {
    let all = Entity::find().filter(Column::TenantId.eq(tenant.0)).filter(Column::AccountId.eq(account.0));
    all.filter(Column::Shown.eq(true))
}

pub(crate) async fn unread(service: &Service, tenant: TenantId, account: AccountId) -> kernel::Result<u32> {
    let count = shown(tenant, account).filter(Column::ReadAt.is_null()).count(service.kernel.database.read()).await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

pub(crate) async fn notifications(service: &Service, caller: &Caller, page: u32) -> kernel::Result<Notifications> {
    let viewer = signed_in(caller)?;
    let db = service.kernel.database.read();
    let found = shown(caller.tenant, viewer.account).filter(Column::Kind.is_in(kinds(viewer)));
    let found = found.order_by_desc(Column::At).order_by_desc(Column::Id).paginate(db, NOTIFICATIONS_PAGE);
    let totals = found.num_items_and_pages().await?;
    let pages = u32::try_from(totals.number_of_pages).unwrap_or(u32::MAX).max(1);
    let number = page.clamp(1, pages);
    let rows = found.fetch_page(u64::from(number - 1)).await?;
    let said = said(service, caller.tenant, &rows).await?;
    let now = service.kernel.now();
    let items = rows.iter().filter_map(|row| {
        let fact = fact(row)?;
        let (text, quote) = fact.told(of(&said, &fact), |at| format::moment(caller, at.0, now).text);
        Some(Notification {
            id: NotificationId(row.id),
            kind: fact.kind(),
            text,
            quote,
            path: fact.path(),
            at: format::moment(caller, row.at, now),
            read: row.read_at.is_some(),
        })
    });
    let page = Page { items: items.collect(), number, pages, total: totals.number_of_items };
    Ok(Notifications { page, unread: unread(service, caller.tenant, viewer.account).await? })
}

/// Kinds that a viewer's role gets: who is no moderator any more doesn't read their reports.
fn kinds(viewer: &Viewer) -> impl Iterator<Item = &'static str> {
    let role = viewer.role;
    NotificationKind::ALL.into_iter().filter(move |kind| kind.for_role() <= role).map(NotificationKind::name)
}

/// Nothing of what an earlier or a later version kept and this one can't read.
pub(crate) fn fact(row: &Model) -> Option<Fact> {
    serde_json::from_str(&row.fact).ok()
}

/// What the messages say that these rows point at.
pub(crate) async fn said(service: &Service, tenant: TenantId, rows: &[Model]) -> kernel::Result<HashMap<MessageId, Said>> {
    let messages: Vec<MessageId> = rows.iter().filter_map(fact).filter_map(|fact| fact.message()).collect();
    if messages.is_empty() {
        return Ok(HashMap::new());
    }
    service.house.said(tenant, &messages).await
}

pub(crate) fn of<'a>(said: &'a HashMap<MessageId, Said>, fact: &Fact) -> Option<&'a Said> {
    said.get(&fact.message()?)
}

pub(crate) async fn read(service: &Service, caller: &Caller, up_to: Option<NotificationId>) -> kernel::Result<u32> {
    let viewer = signed_in(caller)?;
    let own = || shown(caller.tenant, viewer.account).filter(Column::ReadAt.is_null());
    let before = match up_to {
        None => own(),
        // Somebody else's or none: nothing is read.
        Some(id) => match shown(caller.tenant, viewer.account).filter(Column::Id.eq(id.0)).one(service.kernel.database.read()).await? {
            Some(last) => own().filter(Column::At.lte(last.at)),
            None => return unread(service, caller.tenant, viewer.account).await,
        },
    };
    let ids: Vec<Uuid> = before.all(service.kernel.database.read()).await?.into_iter().map(|row| row.id).collect();
    if ids.is_empty() {
        return unread(service, caller.tenant, viewer.account).await;
    }
    let tx = service.kernel.database.write().await?;
    Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(service.kernel.now().0))
        .col_expr(Column::ToMail, Expr::value(false))
        .filter(Column::TenantId.eq(caller.tenant.0))
        .filter(Column::AccountId.eq(viewer.account.0))
        .filter(Column::Id.is_in(ids))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    service.tell(caller.tenant, viewer.account).await
}
