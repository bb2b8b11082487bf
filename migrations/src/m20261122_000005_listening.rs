//! Plays, positions and likes.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut plays = table(manager, "plays");
        plays
            .col(id())
            .col(uuid("tenant_id"))
            .col(uuid("mix_id"))
            .col(short("listener"))
            .col(maybe_uuid("account_id"))
            .col(number("counted_at"));
        manager.create_table(plays).await?;
        let mut positions = table(manager, "positions");
        positions
            .col(uuid("account_id"))
            .col(uuid("mix_id"))
            .col(uuid("tenant_id"))
            .col(number("position_ms"))
            .col(number("heard_at"))
            .primary_key(Index::create().col(Alias::new("account_id")).col(Alias::new("mix_id")));
        manager.create_table(positions).await?;
        let mut likes = table(manager, "likes");
        likes
            .col(uuid("account_id"))
            .col(uuid("mix_id"))
            .col(uuid("tenant_id"))
            .col(number("liked_at"))
            .primary_key(Index::create().col(Alias::new("account_id")).col(Alias::new("mix_id")));
        manager.create_table(likes).await?;
        manager.create_index(index("plays", &["tenant_id", "mix_id", "listener", "counted_at"])).await?;
        manager.create_index(index("positions", &["account_id", "heard_at"])).await?;
        manager.create_index(index("likes", &["account_id", "liked_at"])).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Alias::new("likes")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("positions")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("plays")).to_owned()).await?;
        Ok(())
    }
}
