//! The renditions of a mix, and whether listeners may have its file.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut renditions = table(manager, "renditions");
        renditions
            .col(uuid("mix_id"))
            .col(short("kind"))
            .col(uuid("tenant_id"))
            .col(short("audio_key"))
            .col(short("etag"))
            .col(short("mime"))
            .col(number("size_bytes"))
            .col(number("bitrate_kbps"))
            .col(number("created_at"))
            .primary_key(Index::create().col(Alias::new("mix_id")).col(Alias::new("kind")));
        manager.create_table(renditions).await?;
        let mut downloads = flag("downloads");
        downloads.default(false);
        // `renditions` names the kinds that are there, so that lists need not ask; without a value they are still to be made.
        add_columns(manager, "mixes", [maybe_short("renditions"), downloads]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["renditions", "downloads"] {
            manager.alter_table(Table::alter().table(Alias::new("mixes")).drop_column(Alias::new(column)).to_owned()).await?;
        }
        manager.drop_table(Table::drop().table(Alias::new("renditions")).to_owned()).await
    }
}
