//! Whose messages somebody hides from themselves.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "room_hidden";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut hidden = table(manager, TABLE);
        hidden.col(uuid("tenant_id")).col(uuid("account_id")).col(uuid("other_id")).col(flag("blocked")).col(number("at"));
        let mut key = Index::create();
        key.col(Alias::new("tenant_id")).col(Alias::new("account_id")).col(Alias::new("other_id"));
        manager.create_table(hidden.primary_key(&mut key).to_owned()).await?;
        manager.create_index(index(TABLE, &["tenant_id", "other_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Alias::new(TABLE)).to_owned()).await
    }
}
