//! What other features learn of people.

use crate::entity::account;
use contract::{
    caller::Role,
    ids::{AccountId, TenantId},
    shown::Timestamp,
};
use kernel::Kernel;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

/// Kind of the event with payload [`ProfileChanged`]; its subject is the account.
pub const PROFILE_CHANGED: &str = "accounts.profile-changed";
/// Kind of the event with payload [`Deleted`]; its subject is the account.
pub const DELETED: &str = "accounts.deleted";

/// A name, bio or role is new or changed: the whole public profile as it is now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProfileChanged {
    pub account: AccountId,
    pub slug: String,
    pub name: String,
    pub bio: String,
    pub role: Role,
}

/// An account is gone, and with it everything personal that hangs on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deleted {
    pub account: AccountId,
}

/// Announces the profile as it is now; call it after the change, in its transaction.
pub(crate) async fn announce(kernel: &Kernel, tx: &impl ConnectionTrait, row: &account::Model, now: Timestamp) -> kernel::Result<()> {
    let payload = ProfileChanged {
        account: AccountId(row.id),
        slug: row.slug.clone(),
        name: row.name.clone(),
        bio: row.bio.clone(),
        role: row.role()?,
    };
    kernel.events.append(tx, TenantId(row.tenant_id), PROFILE_CHANGED, row.id, &payload, now).await
}
