//! Imports: recordings of the server's own folders, and of feeds, become mixes one by one, each once. What a folder or feed holds, and
//! how a file is fetched, is for the caller; the analysis is the jobs'.

mod arrive;
mod origin;
mod recover;
mod row;
mod run;
mod shown;

pub use arrive::Arrival;
pub use origin::Origin;
pub use run::{Order, Run};

pub(crate) use recover::recover;

use crate::{
    Service,
    entity::{import, import_source},
};
use async_trait::async_trait;
use contract::{
    caller::Caller,
    failure::Failure,
    ids::TenantId,
    imports::{Import, Imports},
};
use kernel::OrFail;
use sea_orm::entity::prelude::*;

#[async_trait]
impl Imports for Service {
    async fn recent_imports(&self, caller: &Caller) -> Result<Vec<Import>, Failure> {
        shown::recent(self, caller).await.or_fail(caller)
    }
}

/// Forgets what was brought in for an account: paths name things too.
pub(crate) async fn forget(tx: &impl ConnectionTrait, tenant: TenantId, account: Uuid) -> Result<(), DbErr> {
    use import::Column as Of;
    use import_source::Column as From;
    import_source::Entity::delete_many().filter(From::TenantId.eq(tenant.0)).filter(From::DjId.eq(account)).exec(tx).await?;
    import::Entity::delete_many().filter(Of::TenantId.eq(tenant.0)).filter(Of::DjId.eq(account)).exec(tx).await?;
    Ok(())
}
