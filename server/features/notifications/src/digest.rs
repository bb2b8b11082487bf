//! Mail about what was not read: two minutes later, then at most once an hour, however much happens.

use crate::{
    Service,
    entity::{mail as planned, notification},
    list,
};
use contract::{
    caller::{Caller, Locale, Origin},
    ids::{AccountId, TenantId},
    outcome::Message,
    shown::Timestamp,
};
use jobs::{Handler, Job, JobError};
use kernel::format;
use mail::{Letter, Template};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, QueryOrder, entity::prelude::*, sea_query::OnConflict};
use serde::{Deserialize, Serialize};
use std::net::{IpAddr, Ipv4Addr};

/// The kind of job that [`Digest`] handles.
pub const JOB_KIND: &str = "notifications.mail";

const MINUTE_MS: i64 = 60_000;
/// Whoever looks within this time needs no mail.
const WAIT_MS: i64 = 2 * MINUTE_MS;
/// From one mail to the next.
const APART_MS: i64 = 60 * MINUTE_MS;
/// Listed in one mail, the newest; the rest is counted.
const MOST_LISTED: usize = 20;

const DIGEST: Template = Template {
    subject: "mail-notifications-subject",
    text: "mail-notifications-text",
    button: Some("mail-notifications-button"),
    note: Some("mail-notifications-note"),
};

#[derive(Serialize, Deserialize)]
struct Payload {
    account: AccountId,
}

/// Queues the person's next mail, if none is queued.
pub(crate) async fn plan(tx: &DatabaseTransaction, tenant: TenantId, account: AccountId, now: Timestamp) -> kernel::Result<()> {
    let row = hold(tx, tenant, account).await?;
    if row.due_at.is_some() {
        return Ok(());
    }
    let due = Timestamp((now.0 + WAIT_MS).max(row.mailed_at + APART_MS));
    write(tx, &row, row.mailed_at, Some(due.0)).await?;
    jobs::enqueue(tx, tenant, JOB_KIND, &Payload { account }, due, now).await?;
    Ok(())
}

/// The person's row, made if there is none, which nobody else changes until this transaction ends.
async fn hold(tx: &DatabaseTransaction, tenant: TenantId, account: AccountId) -> Result<planned::Model, DbErr> {
    let new = planned::ActiveModel { tenant_id: Set(tenant.0), account_id: Set(account.0), mailed_at: Set(0), due_at: Set(None) };
    // Writes what is there already: that holds the row on every database.
    let meet =
        OnConflict::columns([planned::Column::TenantId, planned::Column::AccountId]).update_column(planned::Column::AccountId).to_owned();
    planned::Entity::insert(new).on_conflict(meet).exec_without_returning(tx).await?;
    let row = planned::Entity::find_by_id((tenant.0, account.0)).one(tx).await?;
    row.ok_or_else(|| DbErr::RecordNotFound("the row that was just written".to_owned()))
}

async fn write(tx: &DatabaseTransaction, row: &planned::Model, mailed_at: i64, due_at: Option<i64>) -> Result<(), DbErr> {
    planned::Entity::update_many()
        .col_expr(planned::Column::MailedAt, Expr::value(mailed_at))
        .col_expr(planned::Column::DueAt, Expr::value(due_at))
        .filter(planned::Column::TenantId.eq(row.tenant_id))
        .filter(planned::Column::AccountId.eq(row.account_id))
        .exec(tx)
        .await
        .map(drop)
}

/// Writes the mails. Run twice for one job, the second finds nothing to say.
pub struct Digest(pub Service);

#[async_trait::async_trait]
impl Handler for Digest {
    async fn run(&self, job: &Job) -> Result<(), JobError> {
        let Payload { account } = serde_json::from_str(&job.payload).map_err(|error| JobError::Fatal(error.into()))?;
        Ok(send(&self.0, job.tenant, account).await?)
    }
}

async fn send(service: &Service, tenant: TenantId, account: AccountId) -> kernel::Result<()> {
    let waiting = || {
        let all = notification::Entity::find().filter(notification::Column::TenantId.eq(tenant.0));
        all.filter(notification::Column::AccountId.eq(account.0)).filter(notification::Column::ToMail.eq(true))
    };
    let recipient = service.house.recipient(tenant, account).await?;
    let said = list::said(service, tenant, &waiting().all(service.kernel.database.read()).await?).await?;
    let tx = service.kernel.database.write().await?;
    let now = service.kernel.now();
    let row = hold(&tx, tenant, account).await?;
    let rows = waiting().order_by_desc(notification::Column::At).order_by_desc(notification::Column::Id).all(&tx).await?;
    notification::Entity::update_many()
        .col_expr(notification::Column::ToMail, Expr::value(false))
        .filter(notification::Column::TenantId.eq(tenant.0))
        .filter(notification::Column::AccountId.eq(account.0))
        .filter(notification::Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(&tx)
        .await?;
    let sent = match recipient {
        Some(to) if !rows.is_empty() => {
            let reader = reader(tenant, to.locale.clone(), to.time_zone);
            let facts = rows.iter().take(MOST_LISTED).filter_map(list::fact);
            let items: Vec<(Message, String)> =
                facts.map(|fact| fact.told(list::of(&said, &fact), |at| format::moment(&reader, at.0, now).text)).collect();
            let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            let mut letter = Letter::new(DIGEST, &to.email, &to.locale).with("name", to.name).with_number("count", count).with_items(items);
            if !to.base_url.is_empty() {
                letter = letter.with_link(format!("{}/notifications", to.base_url));
            }
            mail::send(&tx, tenant, &letter, now).await?;
            true
        }
        _ => false,
    };
    write(&tx, &row, if sent { now.0 } else { row.mailed_at }, None).await?;
    Ok(tx.commit().await?)
}

/// Whom times are written for.
fn reader(tenant: TenantId, locale: Locale, time_zone: String) -> Caller {
    let origin = Origin { address: IpAddr::V4(Ipv4Addr::UNSPECIFIED), user_agent: String::new(), base_url: String::new() };
    Caller { tenant, viewer: None, locale, time_zone, request_id: String::new(), origin }
}
