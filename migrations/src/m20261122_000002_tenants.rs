//! Brands and the host names that lead to them.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut tenants = table(manager, "tenants");
        tenants
            .col(id())
            .col(short("name"))
            .col(short("tagline"))
            .col(maybe_double("hue"))
            .col(maybe_double("chroma"))
            .col(maybe_short("logo_version"))
            .col(text("links"))
            .col(short("time_zone"))
            .col(short("locale"))
            .col(number("created_at"));
        manager.create_table(tenants).await?;
        let mut tenant_hosts = table(manager, "tenant_hosts");
        tenant_hosts
            .col({
                let mut host = short("host");
                host.primary_key();
                host
            })
            .col(uuid("tenant_id"));
        manager.create_table(tenant_hosts).await?;
        manager.create_index(index("tenant_hosts", &["tenant_id"])).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Alias::new("tenant_hosts")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("tenants")).to_owned()).await?;
        Ok(())
    }
}
