//! For whom something is brought in.

use crate::wiring::Install;
use anyhow::{Context, ensure};
use contract::{
    caller::Role,
    ids::{AccountId, TenantId},
};

/// A DJ of a tenant.
#[derive(Clone, Debug)]
pub(super) struct Who {
    pub(super) tenant: TenantId,
    pub(super) dj: AccountId,
    pub(super) name: String,
}

impl Who {
    /// # Errors
    /// Says which of the two isn't there, and what helps.
    pub(super) async fn find(install: &Install, host: &str, email: &str) -> anyhow::Result<Self> {
        let tenant = install.tenants.resolve(host).await?.with_context(|| format!("no tenant answers to {host}"))?.id;
        let found = install.accounts.account_of(tenant, email).await?;
        let (dj, name, role) =
            found.with_context(|| format!("{email} has no account at {host}: `hectic admin create --email {email} --role dj`"))?;
        ensure!(role >= Role::Dj, "{email} is no DJ at {host}, but {}", role.name());
        Ok(Self { tenant, dj, name })
    }
}
