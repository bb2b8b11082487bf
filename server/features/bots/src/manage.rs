//! Bots are made, called something else, given another token and ended by admins.

use crate::{
    Service, admin,
    entity::bot::{ActiveModel, Column, Entity, Model},
    shown, token,
};
use contract::{
    bots::{BotRefusal, BotSecret, LONGEST_BOT_NAME, MOST_BOTS},
    caller::Caller,
    failure::Failure,
    ids::{AccountId, BotId},
    outcome::Outcome,
    shown::Timestamp,
};
use kernel::events::{Event, Subscriber};
use sea_orm::{SqlErr, entity::prelude::*};

/// How long what is left of a revoked bot is kept.
const KEPT_MS: i64 = 90 * 24 * 3_600_000;

/// A name on one line. It may be like a member's: the badge tells them apart, whatever they are called.
fn clean(typed: &str) -> Result<String, BotRefusal> {
    let words: Vec<&str> = typed.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let name = words.join(" ");
    match name.chars().count() {
        0 => Err(BotRefusal::NameMissing),
        count if count > LONGEST_BOT_NAME => Err(BotRefusal::NameTooLong { most: LONGEST_BOT_NAME as u32 }),
        _ => Ok(name),
    }
}

pub(crate) async fn create(service: &Service, caller: &Caller, typed: &str) -> kernel::Result<Outcome<BotSecret, BotRefusal>> {
    let made_by = admin(caller)?.account;
    let name = match clean(typed) {
        Ok(name) => name,
        Err(refusal) => return Ok(Outcome::refused(refusal)),
    };
    let kernel = &service.kernel;
    let (id, secret, now) = (kernel.ids.next(), token::mint(kernel.ids), kernel.now());
    let row = Model {
        id,
        tenant_id: caller.tenant.0,
        name: name.clone(),
        name_key: name.to_lowercase(),
        token_hash: token::hash(&secret).unwrap_or_default(),
        created_by: made_by.0,
        created_at: now.0,
        revoked_at: None,
        paced_until: 0,
        webhook_url: None,
        webhook_secret: None,
        cursor_seq: 0,
        due_at: 0,
        failures: 0,
        failing_since: None,
        last_failure: None,
        webhook_off_at: None,
        lease_owner: None,
        lease_until: 0,
    };
    if let Some(refusal) = refusal(service, caller, &name, None).await? {
        return Ok(Outcome::refused(refusal));
    }
    // The room knows the bot before anybody has its token, so that no message of it is without its badge.
    service.room.introduce(caller.tenant, AccountId(id), &name).await?;
    let tx = kernel.database.write().await?;
    if shown::alive(caller.tenant).count(&tx).await? >= MOST_BOTS {
        return Ok(Outcome::refused(BotRefusal::TooMany { most: MOST_BOTS as u32 }));
    }
    match Entity::insert(ActiveModel::from(row).reset_all()).exec_without_returning(&tx).await {
        Err(error) if is_taken(&error) => return Ok(Outcome::refused(BotRefusal::NameTaken)),
        Err(error) => return Err(error.into()),
        Ok(_) => tx.commit().await?,
    }
    Ok(Outcome::Done(BotSecret { bot: BotId(id), name, secret }))
}

/// Why there can't be another one, or not of this name. Asked first, so that a room isn't told of bots that never are.
async fn refusal(service: &Service, caller: &Caller, name: &str, own: Option<BotId>) -> kernel::Result<Option<BotRefusal>> {
    let rows = shown::alive(caller.tenant).all(service.kernel.database.read()).await?;
    if own.is_none() && rows.len() as u64 >= MOST_BOTS {
        return Ok(Some(BotRefusal::TooMany { most: MOST_BOTS as u32 }));
    }
    let key = name.to_lowercase();
    let taken = rows.iter().any(|row| row.name_key == key && own != Some(BotId(row.id)));
    Ok(taken.then_some(BotRefusal::NameTaken))
}

fn is_taken(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

pub(crate) async fn rename(service: &Service, caller: &Caller, bot: BotId, typed: &str) -> kernel::Result<Outcome<(), BotRefusal>> {
    admin(caller)?;
    shown::find(service.kernel.database.read(), caller.tenant, bot).await?;
    let name = match clean(typed) {
        Ok(name) => name,
        Err(refusal) => return Ok(Outcome::refused(refusal)),
    };
    if let Some(refusal) = refusal(service, caller, &name, Some(bot)).await? {
        return Ok(Outcome::refused(refusal));
    }
    let change = [(Column::Name, Expr::value(name.clone())), (Column::NameKey, Expr::value(name.to_lowercase()))];
    match update(service, caller, bot, change).await {
        Err(kernel::Error::Internal(error)) if error.downcast_ref().is_some_and(is_taken) => {
            return Ok(Outcome::refused(BotRefusal::NameTaken));
        }
        done => done?,
    }
    service.room.introduce(caller.tenant, AccountId(bot.0), &name).await?;
    Ok(Outcome::Done(()))
}

pub(crate) async fn renew(service: &Service, caller: &Caller, bot: BotId) -> kernel::Result<BotSecret> {
    admin(caller)?;
    let row = shown::find(service.kernel.database.read(), caller.tenant, bot).await?;
    let secret = token::mint(service.kernel.ids);
    let hash = token::hash(&secret).unwrap_or_default();
    update(service, caller, bot, [(Column::TokenHash, Expr::value(hash))]).await?;
    Ok(BotSecret { bot, name: row.name, secret })
}

pub(crate) async fn revoke(service: &Service, caller: &Caller, bot: BotId) -> kernel::Result<()> {
    admin(caller)?;
    let change = [
        (Column::RevokedAt, Expr::value(service.kernel.now().0)),
        // Its name is free again; nothing is left that opens or signs anything.
        (Column::NameKey, Expr::value(bot.to_string())),
        (Column::TokenHash, Expr::value(bot.to_string())),
        (Column::WebhookUrl, Expr::value(None::<String>)),
        (Column::WebhookSecret, Expr::value(None::<String>)),
    ];
    update(service, caller, bot, change).await?;
    service.waiting.forget(bot);
    Ok(())
}

/// Changes a bot of the tenant that wasn't revoked.
pub(crate) async fn update(
    service: &Service,
    caller: &Caller,
    bot: BotId,
    change: impl IntoIterator<Item = (Column, Expr)>,
) -> kernel::Result<()> {
    let tx = service.kernel.database.write().await?;
    let mut update = Entity::update_many();
    for (column, value) in change {
        update = update.col_expr(column, value);
    }
    let own = update.filter(Column::TenantId.eq(caller.tenant.0)).filter(Column::Id.eq(bot.0)).filter(Column::RevokedAt.is_null());
    if own.exec(&tx).await?.rows_affected == 0 {
        return Err(Failure::NotFound.into());
    }
    Ok(tx.commit().await?)
}

#[async_trait::async_trait]
impl Subscriber for Service {
    /// Bots are the tenant's and stay; who made them is forgotten with their account.
    async fn receive(&self, event: &Event) -> anyhow::Result<()> {
        if event.kind == "accounts.deleted" {
            let tx = self.kernel.database.write().await?;
            let made = Entity::update_many().col_expr(Column::CreatedBy, Expr::value(Uuid::nil()));
            made.filter(Column::TenantId.eq(event.tenant.0)).filter(Column::CreatedBy.eq(event.subject)).exec(&tx).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

impl Service {
    /// Deletes what is left of bots that were revoked more than 90 days before `now`, of all tenants; gives how many.
    ///
    /// # Errors
    /// The database's.
    pub async fn prune(&self, now: Timestamp) -> kernel::Result<u64> {
        let tx = self.kernel.database.write().await?;
        let past = Entity::delete_many().filter(Column::RevokedAt.lt(now.0 - KEPT_MS)).exec(&tx).await?;
        tx.commit().await?;
        Ok(past.rows_affected)
    }
}
