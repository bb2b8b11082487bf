//! One-time links: 256 random bits in a mail, their hash in the database, deleted when followed.

use crate::{entity::link, limits::fingerprint};
use contract::{ids::TenantId, shown::Timestamp};
use kernel::Ids;
use sea_orm::{ActiveValue::Set, entity::prelude::*};

const HOUR_MS: i64 = 3_600_000;

/// What following the link does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Confirm,
    Reset,
    ChangeEmail,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Reset => "reset",
            Self::ChangeEmail => "change-email",
        }
    }

    /// How long the link holds.
    pub(crate) fn hours(self) -> u32 {
        match self {
            Self::Confirm => 48,
            Self::Reset => 1,
            Self::ChangeEmail => 24,
        }
    }
}

/// What a sign-up asked for, kept with its own link: someone else's earlier sign-up with the same address must not decide the password.
pub(crate) struct Wish {
    pub name: String,
    pub password_hash: String,
}

/// Makes a link and returns its token, which is kept nowhere else.
pub(crate) async fn issue(
    tx: &impl ConnectionTrait,
    tenant: TenantId,
    account: Uuid,
    purpose: Purpose,
    email: &str,
    wish: Option<Wish>,
    now: Timestamp,
) -> kernel::Result<String> {
    let token = Ids.secret();
    let (name, password_hash) = wish.map(|wish| (wish.name, wish.password_hash)).unzip();
    let row = link::ActiveModel {
        token_hash: Set(fingerprint(&token)),
        tenant_id: Set(tenant.0),
        account_id: Set(account),
        purpose: Set(purpose.name().to_owned()),
        email: Set(email.to_owned()),
        name: Set(name),
        password_hash: Set(password_hash),
        expires_at: Set(now.0 + i64::from(purpose.hours()) * HOUR_MS),
    };
    link::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(token)
}

/// The link of a token that still holds.
pub(crate) async fn look_up(
    db: &impl ConnectionTrait,
    tenant: TenantId,
    purpose: Purpose,
    token: &str,
    now: Timestamp,
) -> kernel::Result<Option<link::Model>> {
    let link = link::Entity::find_by_id(fingerprint(token.trim()))
        .filter(link::Column::TenantId.eq(tenant.0))
        .filter(link::Column::Purpose.eq(purpose.name()))
        .filter(link::Column::ExpiresAt.gt(now.0));
    Ok(link.one(db).await?)
}

/// Uses the link up. False if someone was quicker.
pub(crate) async fn consume(tx: &impl ConnectionTrait, link: &link::Model) -> kernel::Result<bool> {
    let own = link::Entity::delete_many().filter(link::Column::TenantId.eq(link.tenant_id));
    let deleted = own.filter(link::Column::TokenHash.eq(&link.token_hash)).exec(tx).await?;
    Ok(deleted.rows_affected == 1)
}

/// Makes the account's open links worthless: all, or those of one purpose.
pub(crate) async fn withdraw(tx: &impl ConnectionTrait, tenant: TenantId, account: Uuid, purpose: Option<Purpose>) -> kernel::Result<()> {
    let mut own = link::Entity::delete_many().filter(link::Column::TenantId.eq(tenant.0)).filter(link::Column::AccountId.eq(account));
    if let Some(purpose) = purpose {
        own = own.filter(link::Column::Purpose.eq(purpose.name()));
    }
    own.exec(tx).await?;
    Ok(())
}
