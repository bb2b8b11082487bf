//! What people report, what moderators did, and words that are not welcome.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 3] = ["room_reports", "room_deeds", "room_words"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [reports, deeds, words] = TABLES;
        let mut report = table(manager, reports);
        report.col(id()).col(uuid("tenant_id")).col(uuid("room_id")).col(uuid("message_id")).col(uuid("author_id"));
        report.col(uuid("reporter_id")).col(short("reason")).col(text("note")).col(text("said")).col(number("at"));
        report.col(maybe_number("closed_at")).col(maybe_uuid("closed_by"));
        manager.create_table(report).await?;
        manager.create_index(unique(reports, &["message_id", "reporter_id"])).await?;
        manager.create_index(index(reports, &["tenant_id", "closed_at", "at"])).await?;
        manager.create_index(index(reports, &["tenant_id", "reporter_id", "at"])).await?;
        manager.create_index(index(reports, &["tenant_id", "author_id"])).await?;

        let mut deed = table(manager, deeds);
        deed.col(id()).col(uuid("tenant_id")).col(uuid("room_id")).col(uuid("by_id")).col(maybe_uuid("account_id"));
        deed.col(maybe_uuid("message_id")).col(short("kind")).col(maybe_number("value")).col(maybe_short("reason")).col(number("at"));
        manager.create_table(deed).await?;
        manager.create_index(index(deeds, &["tenant_id", "at"])).await?;
        manager.create_index(index(deeds, &["tenant_id", "account_id"])).await?;

        let mut list = table(manager, words);
        list.col(uuid("tenant_id").primary_key().to_owned()).col(text("words"));
        manager.create_table(list).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in TABLES.into_iter().rev() {
            manager.drop_table(Table::drop().table(Alias::new(name)).to_owned()).await?;
        }
        Ok(())
    }
}
