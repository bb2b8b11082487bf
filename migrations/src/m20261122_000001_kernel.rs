//! The outbox and the job queue.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut events = table(manager, "events");
        events
            .col(id())
            .col(uuid("tenant_id"))
            .col(short("kind"))
            .col(uuid("subject"))
            .col(text("payload"))
            .col(number("created_at"))
            .col(maybe_number("dispatched_at"));
        manager.create_table(events).await?;
        let mut jobs = table(manager, "jobs");
        jobs.col(id())
            .col(uuid("tenant_id"))
            .col(short("kind"))
            .col(text("payload"))
            .col(short("state"))
            .col(integer("attempts"))
            .col(number("run_at"))
            .col(number("lease_until"))
            .col(maybe_uuid("lease_owner"))
            .col(maybe_text("last_error"))
            .col(number("created_at"));
        manager.create_table(jobs).await?;
        manager.create_index(index("events", &["dispatched_at", "id"])).await?;
        manager.create_index(index("jobs", &["state", "run_at"])).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Alias::new("jobs")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("events")).to_owned()).await?;
        Ok(())
    }
}
