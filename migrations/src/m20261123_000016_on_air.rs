//! What was on.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = "on_air";
        let mut on_air = table(manager, name);
        // `id` is that of the event which put it on: told twice, it is on once.
        on_air.col(id()).col(uuid("tenant_id")).col(text("title")).col(text("artist")).col(maybe_uuid("mix_id")).col(maybe_text("path"));
        on_air.col(number("since"));
        manager.create_table(on_air).await?;
        manager.create_index(index(name, &["tenant_id", "since"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Alias::new("on_air")).to_owned()).await
    }
}
