//! Shout-outs.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = "shout_outs";
        let mut shout_out = table(manager, name);
        // `sender` tells apart who sends too many: an account, or a hash of where a guest came from that is another one each day.
        shout_out.col(id()).col(uuid("tenant_id")).col(number("version")).col(short("state"));
        shout_out.col(short("sender")).col(text("text")).col(short("name")).col(short("place"));
        shout_out.col(number("sent_at")).col(maybe_uuid("judge_id"));
        manager.create_table(shout_out).await?;
        manager.create_index(index(name, &["tenant_id", "state", "sent_at"])).await?;
        manager.create_index(index(name, &["tenant_id", "sender", "sent_at"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Alias::new("shout_outs")).to_owned()).await
    }
}
