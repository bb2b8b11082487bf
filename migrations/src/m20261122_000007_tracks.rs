//! The tracks of a mix, and what its sound is: pace, key, energy.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut tracks = table(manager, "tracks");
        tracks
            .col(uuid("mix_id"))
            .col(integer("position"))
            .col(uuid("tenant_id"))
            .col(maybe_number("at_ms"))
            .col(short("artist"))
            .col(short("title"))
            .col(short("label"))
            .col(flag("is_unknown"))
            .col(flag("together"))
            .primary_key(Index::create().col(Alias::new("mix_id")).col(Alias::new("position")));
        manager.create_table(tracks).await?;
        // `bpm_hundredths` is the pace of most of the mix; `camelot` is `8A`; `energy` is 1–10; `music_version` is the analysis that found them.
        let columns = [
            maybe_text("track_words"),
            maybe_number("bpm_hundredths"),
            maybe_short("camelot"),
            maybe_number("energy"),
            maybe_number("music_version"),
        ];
        add_columns(manager, "mixes", columns).await?;
        manager.create_index(index("mixes", &["tenant_id", "bpm_hundredths"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_mixes_tenant_id_bpm_hundredths").table(Alias::new("mixes")).to_owned()).await?;
        for column in ["track_words", "bpm_hundredths", "camelot", "energy", "music_version"] {
            manager.alter_table(Table::alter().table(Alias::new("mixes")).drop_column(Alias::new(column)).to_owned()).await?;
        }
        manager.drop_table(Table::drop().table(Alias::new("tracks")).to_owned()).await
    }
}
