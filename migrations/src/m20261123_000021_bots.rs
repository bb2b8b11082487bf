//! Bots of a tenant, what they are called by, and where they are told what is said.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const BOTS: &str = "bots";
const PEOPLE: &str = "room_people";
const IS_BOT: &str = "bot";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut bot = table(manager, BOTS);
        bot.col(id()).col(uuid("tenant_id")).col(short("name")).col(short("name_key")).col(short("token_hash"));
        bot.col(uuid("created_by")).col(number("created_at")).col(maybe_number("revoked_at")).col(number("paced_until"));
        bot.col(maybe_text("webhook_url")).col(maybe_short("webhook_secret")).col(number("cursor_seq")).col(number("due_at"));
        bot.col(integer("failures"))
            .col(maybe_number("failing_since"))
            .col(maybe_short("last_failure"))
            .col(maybe_number("webhook_off_at"));
        bot.col(maybe_uuid("lease_owner")).col(number("lease_until"));
        manager.create_table(bot).await?;
        manager.create_index(unique(BOTS, &["token_hash"])).await?;
        manager.create_index(unique(BOTS, &["tenant_id", "name_key"])).await?;

        let mut is_bot = flag(IS_BOT);
        is_bot.default(false);
        add_columns(manager, PEOPLE, [is_bot]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table(Alias::new(PEOPLE)).drop_column(Alias::new(IS_BOT)).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new(BOTS)).to_owned()).await
    }
}
