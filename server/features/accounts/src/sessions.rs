//! Sessions: a row keyed by the hash of a secret that only the cookie has. Listed and revoked as devices.

use crate::{
    Service, account, device,
    entity::{account as accounts, session},
    limits::fingerprint,
    signed_in,
};
use contract::{
    accounts::{Device, SignedIn},
    caller::{Caller, Role, Viewer},
    ids::{AccountId, SessionId, TenantId},
    shown::Timestamp,
};
use kernel::{Kernel, format};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

/// A session ends this long after it was last used.
pub(crate) const LIFETIME_MS: i64 = 90 * 24 * 3_600_000;
/// Not every request is worth a write.
const TOUCH_MS: i64 = 5 * 60_000;
/// What another process revoked is noticed within this time; what this one revoked, at once.
const CACHED: Duration = Duration::from_secs(5);
/// Length of `Ids::secret`.
const SECRET_CHARS: usize = 43;

/// A session in use.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub viewer: Viewer,
    /// When it began.
    pub since: Timestamp,
}

/// Viewers that were looked up lately. One counter makes all of them stale: changes are rare, looks are not.
pub(crate) struct Cache {
    viewers: moka::future::Cache<String, Held>,
    generation: AtomicU64,
}

#[derive(Clone)]
struct Held {
    generation: u64,
    tenant: TenantId,
    viewer: Viewer,
    created_at: i64,
    last_seen_at: i64,
    expires_at: i64,
}

impl Default for Cache {
    fn default() -> Self {
        let viewers = moka::future::Cache::builder().max_capacity(20_000).time_to_live(CACHED).build();
        Self { viewers, generation: AtomicU64::new(0) }
    }
}

impl Cache {
    /// To be called after the commit of whatever changes what a viewer is or may do.
    /// A look-up that began before is stale too, since it took its number before it read.
    pub(crate) fn forget(&self) {
        self.generation.fetch_add(1, Ordering::SeqCst);
    }
}

impl Service {
    /// Who holds this secret in this tenant. Prolongs the session.
    ///
    /// # Errors
    /// The database's.
    pub async fn viewer(&self, tenant: TenantId, secret: &str) -> kernel::Result<Option<Viewer>> {
        Ok(self.session(tenant, secret).await?.map(|session| session.viewer))
    }

    /// The same, with the session's age. Prolongs the session.
    ///
    /// # Errors
    /// The database's.
    pub async fn session(&self, tenant: TenantId, secret: &str) -> kernel::Result<Option<Session>> {
        if secret.len() != SECRET_CHARS {
            return Ok(None);
        }
        let hash = fingerprint(secret);
        let Timestamp(now) = self.kernel.now();
        let generation = self.sessions.generation.load(Ordering::SeqCst);
        let cached = self.sessions.viewers.get(&hash).await.filter(|held| held.generation == generation);
        let is_new = cached.is_none();
        let found = match cached {
            Some(held) => Some(held),
            None => self.look_up(tenant, &hash, generation).await?,
        };
        let Some(mut held) = found.filter(|held| held.tenant == tenant && held.expires_at > now) else { return Ok(None) };
        let is_due = now - held.last_seen_at >= TOUCH_MS;
        if is_due {
            (held.last_seen_at, held.expires_at) = (now, now + LIFETIME_MS);
            if !self.touch(&held).await? {
                return Ok(None);
            }
        }
        if is_new || is_due {
            self.sessions.viewers.insert(hash, held.clone()).await;
        }
        Ok(Some(Session { viewer: held.viewer, since: Timestamp(held.created_at) }))
    }

    async fn look_up(&self, tenant: TenantId, hash: &str, generation: u64) -> kernel::Result<Option<Held>> {
        let db = self.kernel.database.read();
        let own = session::Entity::find().filter(session::Column::TenantId.eq(tenant.0));
        let Some(row) = own.filter(session::Column::SecretHash.eq(hash)).one(db).await? else { return Ok(None) };
        let Some(owner) = account::by_id(db, tenant, row.account_id).await? else { return Ok(None) };
        let viewer = Viewer {
            account: AccountId(owner.id),
            session: SessionId(row.id),
            role: owner.role()?,
            name: owner.name,
            confirmed: owner.confirmed_at.is_some(),
        };
        let session::Model { created_at, last_seen_at, expires_at, .. } = row;
        Ok(Some(Held { generation, tenant, viewer, created_at, last_seen_at, expires_at }))
    }

    /// False when the session ended meanwhile.
    async fn touch(&self, held: &Held) -> kernel::Result<bool> {
        let tx = self.kernel.database.write().await?;
        let touched = session::Entity::update_many()
            .col_expr(session::Column::LastSeenAt, Expr::value(held.last_seen_at))
            .col_expr(session::Column::ExpiresAt, Expr::value(held.expires_at))
            .filter(session::Column::TenantId.eq(held.tenant.0))
            .filter(session::Column::Id.eq(held.viewer.session.0))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(touched.rows_affected > 0)
    }

    pub(crate) async fn list_devices(&self, caller: &Caller) -> kernel::Result<Vec<Device>> {
        let viewer = signed_in(caller)?;
        let rows = session::Entity::find()
            .filter(session::Column::TenantId.eq(caller.tenant.0))
            .filter(session::Column::AccountId.eq(viewer.account.0))
            .filter(session::Column::ExpiresAt.gt(self.kernel.now().0))
            .order_by_desc(session::Column::LastSeenAt)
            .order_by_desc(session::Column::Id)
            .all(self.kernel.database.read())
            .await?;
        let shown = |row: session::Model| Device {
            session: SessionId(row.id),
            label: row.device,
            last_seen: format::date_time(caller, Timestamp(row.last_seen_at)),
            current: row.id == viewer.session.0,
        };
        Ok(rows.into_iter().map(shown).collect())
    }

    pub(crate) async fn end_device(&self, caller: &Caller, session: SessionId) -> kernel::Result<()> {
        self.end_where(caller, session::Column::Id.eq(session.0)).await
    }

    pub(crate) async fn end_other_devices(&self, caller: &Caller) -> kernel::Result<()> {
        let current = signed_in(caller)?.session;
        self.end_where(caller, session::Column::Id.ne(current.0)).await
    }

    /// Ends those of the viewer's own sessions that fit.
    async fn end_where(&self, caller: &Caller, which: Expr) -> kernel::Result<()> {
        let viewer = signed_in(caller)?;
        let tx = self.kernel.database.write().await?;
        let own = session::Entity::delete_many().filter(session::Column::TenantId.eq(caller.tenant.0));
        own.filter(session::Column::AccountId.eq(viewer.account.0)).filter(which).exec(&tx).await?;
        tx.commit().await?;
        self.sessions.forget();
        Ok(())
    }
}

/// Begins a session with a fresh secret; the one that the caller came with, if any, ends.
pub(crate) async fn open(kernel: &Kernel, tx: &impl ConnectionTrait, caller: &Caller, owner: &accounts::Model) -> kernel::Result<SignedIn> {
    if let Some(previous) = &caller.viewer {
        let own = session::Entity::delete_many().filter(session::Column::TenantId.eq(caller.tenant.0));
        own.filter(session::Column::Id.eq(previous.session.0)).exec(tx).await?;
    }
    let Timestamp(now) = kernel.now();
    let secret = kernel.ids.secret();
    let row = session::ActiveModel {
        id: Set(kernel.ids.next()),
        tenant_id: Set(caller.tenant.0),
        account_id: Set(owner.id),
        secret_hash: Set(fingerprint(&secret)),
        device: Set(device::label(&caller.origin.user_agent)),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(now + LIFETIME_MS),
    };
    session::Entity::insert(row).exec_without_returning(tx).await?;
    let role: Role = owner.role()?;
    Ok(SignedIn { account: AccountId(owner.id), secret, role })
}

/// Ends the account's sessions, all but one.
pub(crate) async fn end_all(tx: &impl ConnectionTrait, tenant: TenantId, owner: Uuid, except: Option<SessionId>) -> kernel::Result<()> {
    let mut own =
        session::Entity::delete_many().filter(session::Column::TenantId.eq(tenant.0)).filter(session::Column::AccountId.eq(owner));
    if let Some(kept) = except {
        own = own.filter(session::Column::Id.ne(kept.0));
    }
    own.exec(tx).await?;
    Ok(())
}
