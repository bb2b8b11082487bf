//! Imports of folders and feeds, and where each mix of them came from.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut imports = table(manager, "imports");
        // `state` is `running`, `ended` or `broken`; `bringing` is the mix whose files may lie in storage without a row.
        imports
            .col(id())
            .col(uuid("tenant_id"))
            .col(uuid("dj_id"))
            .col(text("source"))
            .col(short("state"))
            .col(number("total"))
            .col(number("done"))
            .col(number("skipped"))
            .col(number("failed"))
            .col(text("failures"))
            .col(maybe_uuid("bringing"))
            .col(number("started_at"))
            .col(number("seen_at"))
            .col(maybe_number("ended_at"));
        manager.create_table(imports).await?;
        let mut sources = table(manager, "import_sources");
        // `source_key` is the SHA-256 of a path or of a feed's item, `content` that of the file.
        sources
            .col(id())
            .col(uuid("tenant_id"))
            .col(uuid("import_id"))
            .col(uuid("dj_id"))
            .col(uuid("mix_id"))
            .col(short("source_key"))
            .col(short("content"))
            .col(number("size_bytes"))
            .col(number("modified_at"))
            .col(number("created_at"));
        manager.create_table(sources).await?;
        manager.create_index(index("imports", &["tenant_id", "started_at"])).await?;
        manager.create_index(index("imports", &["state"])).await?;
        manager.create_index(unique("import_sources", &["tenant_id", "source_key"])).await?;
        manager.create_index(index("import_sources", &["tenant_id", "content"])).await?;
        manager.create_index(index("import_sources", &["import_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Alias::new("import_sources")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("imports")).to_owned()).await
    }
}
