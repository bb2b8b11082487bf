//! What mixes are released with, their private links, and their descriptions as they were.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 4] = ["explicit", "location", "episode", "credits"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut explicit = flag("explicit");
        explicit.default(false);
        let [_, location, episode, credits] = COLUMNS;
        add_columns(manager, "mixes", [explicit, maybe_short(location), maybe_number(episode), maybe_text(credits)]).await?;
        let mut versions = table(manager, "description_versions");
        versions.col(id()).col(uuid("tenant_id")).col(uuid("mix_id")).col(text("description")).col(number("replaced_at"));
        manager.create_table(versions).await?;
        manager.create_index(index("description_versions", &["mix_id", "replaced_at"])).await?;
        let mut links = table(manager, "private_links");
        links.col(id()).col(uuid("tenant_id")).col(uuid("mix_id")).col(number("expires_at")).col(number("created_at"));
        manager.create_table(links).await?;
        manager.create_index(index("private_links", &["mix_id"])).await?;
        manager.create_index(index("private_links", &["expires_at"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["private_links", "description_versions"] {
            manager.drop_table(Table::drop().table(Alias::new(name)).to_owned()).await?;
        }
        for column in COLUMNS {
            manager.alter_table(Table::alter().table(Alias::new("mixes")).drop_column(Alias::new(column)).to_owned()).await?;
        }
        Ok(())
    }
}
