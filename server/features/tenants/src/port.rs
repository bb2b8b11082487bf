//! The contract's trait and the letterhead of mail, each method one line: this is the edge where internal errors are logged.

use crate::Service;
use async_trait::async_trait;
use contract::{
    caller::Caller,
    failure::Failure,
    ids::TenantId,
    outcome::Outcome,
    tenants::{Brand, CreateTenant, TenantRefusal, TenantSummary, Tenants, UpdateBrand},
};
use kernel::OrFail;

#[async_trait]
impl Tenants for Service {
    async fn brand(&self, caller: &Caller) -> Result<Brand, Failure> {
        self.own_brand(caller).await.or_fail(caller)
    }

    async fn update_brand(&self, caller: &Caller, form: UpdateBrand) -> Result<Outcome<Brand, TenantRefusal>, Failure> {
        self.save_brand(caller, form).await.or_fail(caller)
    }

    async fn list(&self, caller: &Caller) -> Result<Vec<TenantSummary>, Failure> {
        self.list_all(caller).await.or_fail(caller)
    }

    async fn create(&self, caller: &Caller, form: CreateTenant) -> Result<Outcome<TenantSummary, TenantRefusal>, Failure> {
        self.add_by_form(caller, form).await.or_fail(caller)
    }
}

#[async_trait]
impl mail::Letterhead for Service {
    async fn brand_name(&self, tenant: TenantId) -> kernel::Result<String> {
        let found = self.by_id(tenant).await?.ok_or(Failure::NotFound)?;
        Ok(found.brand.name.clone())
    }
}
