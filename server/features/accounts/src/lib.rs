//! People of a tenant: sign-up, sign-in, sessions, one-time links, roles.
//! Knows nothing about HTTP: the cookie that carries a session's secret is the server's business.

mod account;
mod config;
mod create;
mod delete;
mod device;
mod email;
mod entity;
mod events;
mod letters;
mod limits;
mod links;
mod passwords;
mod people;
mod port;
mod profile;
mod reached;
mod reset;
mod rules;
mod sessions;
mod sign_in;
mod sign_up;

pub use config::Config;
pub use create::NewAccount;
pub use events::{DELETED, Deleted, PROFILE_CHANGED, ProfileChanged};
pub use reached::Reached;
pub use sessions::Session;

use async_trait::async_trait;
use contract::{
    accounts::AccountRefusal,
    caller::{Caller, Role, Viewer},
    failure::Failure,
    ids::TenantId,
    outcome::Outcome,
    shown::Timestamp,
};
use kernel::Kernel;
use sea_orm::entity::prelude::*;
use std::{
    net::IpAddr,
    sync::{Arc, OnceLock},
};

type Answer<T> = kernel::Result<Outcome<T, AccountRefusal>>;

/// Implements `contract::accounts::Accounts`; what only the server calls is inherent.
pub struct Service {
    kernel: Kernel,
    config: Config,
    passwords: passwords::Passwords,
    sessions: sessions::Cache,
    /// Guesses are counted one after the other: PostgreSQL and MariaDB let two transactions see the same free place.
    counting: tokio::sync::Mutex<()>,
    door: OnceLock<Arc<dyn Door>>,
}

/// Knows from where nobody new may come: bans belong to another feature.
#[async_trait]
pub trait Door: Send + Sync {
    /// For how many days; `None` when they may.
    ///
    /// # Errors
    /// The database's.
    async fn closed_to_new(&self, tenant: TenantId, address: IpAddr) -> kernel::Result<Option<u32>>;
}

impl Service {
    pub fn new(kernel: Kernel, config: Config) -> Self {
        let (passwords, sessions) = (passwords::Passwords::new(), sessions::Cache::default());
        Self { kernel, config, passwords, sessions, counting: tokio::sync::Mutex::new(()), door: OnceLock::new() }
    }

    /// Asks before somebody signs up. Once; a second call changes nothing.
    pub fn guard(&self, door: Arc<dyn Door>) {
        // Refused when it is there already.
        let _ = self.door.set(door);
    }

    /// Deletes sessions and links that ran out and attempts that count no more. Call it now and then.
    ///
    /// # Errors
    /// The database's.
    pub async fn prune(&self) -> kernel::Result<()> {
        let Timestamp(now) = self.kernel.now();
        let tx = self.kernel.database.write().await?;
        entity::session::Entity::delete_many().filter(entity::session::Column::ExpiresAt.lte(now)).exec(&tx).await?;
        entity::link::Entity::delete_many().filter(entity::link::Column::ExpiresAt.lte(now)).exec(&tx).await?;
        let forgotten = entity::attempt::Column::At.lte(now - limits::LONGEST_WINDOW_MS);
        entity::attempt::Entity::delete_many().filter(forgotten).exec(&tx).await?;
        Ok(tx.commit().await?)
    }
}

/// The caller's viewer.
fn signed_in(caller: &Caller) -> kernel::Result<&Viewer> {
    caller.viewer.as_ref().ok_or(kernel::Error::Failure(Failure::SignInRequired))
}

/// The caller's viewer, if their role reaches.
fn at_least(caller: &Caller, role: Role) -> kernel::Result<&Viewer> {
    let viewer = signed_in(caller)?;
    if viewer.role < role { Err(Failure::Forbidden.into()) } else { Ok(viewer) }
}

fn refused<T>(reason: AccountRefusal) -> Answer<T> {
    Ok(Outcome::refused(reason))
}

/// True when a row could not be written because its address or slug is taken.
fn is_taken(error: &kernel::Error) -> bool {
    let kernel::Error::Internal(cause) = error else { return false };
    cause.downcast_ref::<DbErr>().is_some_and(|error| matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))))
}
