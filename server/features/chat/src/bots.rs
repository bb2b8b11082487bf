//! What bots of the tenant ask of the room beside what everybody may.

use crate::{Service, journal, journal::LogPage, people, rooms, seq};
use contract::{
    caller::Role,
    chat::Author,
    ids::{AccountId, RoomId, TenantId},
};
use std::collections::BTreeMap;

impl Service {
    /// From now on whoever writes under `account` is a bot of that name: its messages carry the badge from the first one on.
    ///
    /// # Errors
    /// The database's.
    pub async fn introduce_bot(&self, tenant: TenantId, account: AccountId, name: &str) -> kernel::Result<()> {
        let tx = self.kernel.database.write().await?;
        let bot = Author { account, name: name.to_owned(), role: Role::Fan, bot: true };
        people::write(&tx, BTreeMap::from([((tenant.0, account.0), bot)])).await?;
        Ok(tx.commit().await?)
    }

    /// The tenant's room, and where its log ends.
    ///
    /// # Errors
    /// The database's.
    pub async fn station(&self, tenant: TenantId) -> kernel::Result<(RoomId, u64)> {
        let room = rooms::station(&self.kernel, tenant).await?;
        Ok((RoomId(room.id), seq(room.last_seq)))
    }

    /// At most `limit` rows of a room's log after one of them, as they are told by now.
    ///
    /// # Errors
    /// When the tenant has no such room; the database's.
    pub async fn log(&self, tenant: TenantId, room: RoomId, after: u64, limit: u64) -> kernel::Result<LogPage> {
        journal::page(self.kernel.database.read(), tenant, room, after, limit).await
    }
}
