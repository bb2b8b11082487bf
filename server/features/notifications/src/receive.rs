//! From what happened to those who should know: kept once for each, then told.

use crate::{Service, choices, digest, entity::notification, fact, fact::News, forget};
use contract::{ids::AccountId, ids::TenantId};
use kernel::{
    Error,
    events::{Event, Subscriber},
};
use sea_orm::{QuerySelect, SqlErr, entity::prelude::*};
use std::collections::BTreeSet;

/// Another process that hears of the same writes the same; after it, there is nothing left to write.
const TRIES: usize = 3;

#[async_trait::async_trait]
impl Subscriber for Service {
    async fn receive(&self, event: &Event) -> anyhow::Result<()> {
        if event.kind == "accounts.deleted" {
            return Ok(forget::forget(self, event.tenant, AccountId(event.subject)).await?);
        }
        let news = fact::of(&*self.house, event).await?;
        if news.is_empty() {
            return Ok(());
        }
        for _ in 0..TRIES {
            match keep(self, event.tenant, &news).await {
                Ok(shown) => {
                    for account in shown {
                        self.tell(event.tenant, account).await?;
                    }
                    return Ok(());
                }
                Err(Error::Internal(cause)) if meets_another(&cause) => {}
                Err(error) => return Err(error.into()),
            }
        }
        anyhow::bail!("others wrote the notifications of {} each time", event.id)
    }
}

fn meets_another(cause: &anyhow::Error) -> bool {
    let error = cause.downcast_ref::<DbErr>().and_then(DbErr::sql_err);
    matches!(error, Some(SqlErr::UniqueConstraintViolation(_)))
}

/// Writes what isn't there yet. Gives those whose list is longer now.
async fn keep(service: &Service, tenant: TenantId, news: &[News]) -> kernel::Result<Vec<AccountId>> {
    let tx = service.kernel.database.write().await?;
    let now = service.kernel.now();
    let accounts: Vec<AccountId> = news.iter().map(|news| news.to).collect();
    let chosen = choices::of(&tx, tenant, &accounts).await?;
    let there: BTreeSet<(Uuid, Uuid)> = notification::Entity::find()
        .select_only()
        .columns([notification::Column::AccountId, notification::Column::About])
        .filter(notification::Column::AccountId.is_in(accounts.iter().map(|account| account.0)))
        .filter(notification::Column::About.is_in(news.iter().map(|news| news.about).collect::<BTreeSet<_>>()))
        .into_tuple::<(Uuid, Uuid)>()
        .all(&tx)
        .await?
        .into_iter()
        .collect();
    let (mut rows, mut shown, mut mailed) = (Vec::new(), Vec::new(), Vec::new());
    for news in news.iter().filter(|news| !there.contains(&(news.to.0, news.about))) {
        let kind = news.fact.kind();
        let choice = chosen.get(news.to, kind);
        let to_mail = choice.mailed && news.may_mail;
        if !choice.shown && !to_mail {
            continue;
        }
        rows.push(
            notification::ActiveModel::from(notification::Model {
                id: service.kernel.ids.next(),
                tenant_id: tenant.0,
                account_id: news.to.0,
                kind: kind.name().to_owned(),
                about: news.about,
                fact: serde_json::to_string(&news.fact)?,
                by_id: news.by.map(|by| by.0),
                at: now.0,
                read_at: None,
                shown: choice.shown,
                to_mail,
            })
            .reset_all(),
        );
        shown.extend(choice.shown.then_some(news.to));
        mailed.extend(to_mail.then_some(news.to));
    }
    if !rows.is_empty() {
        notification::Entity::insert_many(rows).exec_without_returning(&tx).await?;
    }
    // In one order everywhere, so that two processes can't block each other.
    mailed.sort_unstable_by_key(|account| account.0);
    for account in mailed {
        digest::plan(&tx, tenant, account, now).await?;
    }
    tx.commit().await?;
    Ok(shown)
}
