//! A tenant's own small pictures for its room.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "emotes";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut emote = table(manager, TABLE);
        emote.col(id()).col(uuid("tenant_id")).col(short("name")).col(number("made_at"));
        manager.create_table(emote).await?;
        manager.create_index(unique(TABLE, &["tenant_id", "name"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Alias::new(TABLE)).to_owned()).await
    }
}
