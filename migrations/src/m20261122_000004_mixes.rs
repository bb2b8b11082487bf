//! Mixes, their labels and the uploads that bring them in.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut djs = table(manager, "djs");
        djs.col(id()).col(uuid("tenant_id")).col(short("slug")).col(short("name")).col(text("bio"));
        manager.create_table(djs).await?;
        manager.create_index(unique("djs", &["tenant_id", "slug"])).await?;
        let mut mixes = table(manager, "mixes");
        mixes
            .col(id())
            .col(uuid("tenant_id"))
            .col(uuid("dj_id"))
            .col(short("slug"))
            .col(short("title"))
            .col(short("file_name"))
            .col(text("description"))
            .col(short("visibility"))
            .col(short("intake"))
            .col(integer("intake_percent"))
            .col(maybe_text("intake_error"))
            .col(short("dated"))
            .col(maybe_number("published_at"))
            .col(maybe_number("deleted_at"))
            .col(number("size_bytes"))
            .col(maybe_short("audio_key"))
            .col(maybe_short("audio_etag"))
            .col(short("mime"))
            .col(short("codec"))
            .col(maybe_number("bitrate_kbps"))
            .col(number("duration_ms"))
            .col(maybe_number("sample_rate_hz"))
            .col(maybe_number("channels"))
            .col(maybe_double("loudness_lufs"))
            .col(maybe_double("true_peak_dbtp"))
            .col(text("card_peaks"))
            .col(text("page_peaks"))
            .col(maybe_short("cover_version"))
            .col(text("cover_placeholder"))
            .col(integer("cover_hue"))
            .col(number("plays"))
            .col(number("likes"))
            .col(text("tag_words"))
            .col(text("search_text"))
            .col(number("created_at"))
            .col(number("updated_at"));
        manager.create_table(mixes).await?;
        let mut mix_labels = table(manager, "mix_labels");
        mix_labels
            .col(uuid("mix_id"))
            .col(short("kind"))
            .col(short("slug"))
            .col(uuid("tenant_id"))
            .col(short("name"))
            .col(integer("position"))
            .primary_key(Index::create().col(Alias::new("mix_id")).col(Alias::new("kind")).col(Alias::new("slug")));
        manager.create_table(mix_labels).await?;
        let mut uploads = table(manager, "uploads");
        uploads
            .col(id())
            .col(uuid("tenant_id"))
            .col(uuid("account_id"))
            .col(uuid("mix_id"))
            .col(number("size_bytes"))
            .col(number("received_bytes"))
            .col(maybe_number("unchecked_from"))
            .col(number("expires_at"))
            .col(number("created_at"));
        manager.create_table(uploads).await?;
        manager.create_index(unique("mixes", &["tenant_id", "slug"])).await?;
        manager.create_index(index("mixes", &["tenant_id", "visibility", "published_at"])).await?;
        manager.create_index(index("mixes", &["tenant_id", "dj_id", "created_at"])).await?;
        manager.create_index(index("mix_labels", &["tenant_id", "kind", "slug"])).await?;
        manager.create_index(index("mixes", &["deleted_at"])).await?;
        manager.create_index(index("uploads", &["expires_at"])).await?;
        manager.create_index(index("uploads", &["account_id"])).await?;
        manager.create_index(unique("uploads", &["mix_id"])).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Alias::new("djs")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("uploads")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("mix_labels")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("mixes")).to_owned()).await?;
        Ok(())
    }
}
