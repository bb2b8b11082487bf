//! What one person should know, how they want to hear of it, and when they were mailed.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 3] = ["notifications", "notification_choices", "notification_mails"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [notifications, choices, mails] = TABLES;
        let mut one = table(manager, notifications);
        one.col(id()).col(uuid("tenant_id")).col(uuid("account_id")).col(short("kind")).col(uuid("about")).col(text("fact"));
        one.col(maybe_uuid("by_id")).col(number("at")).col(maybe_number("read_at")).col(flag("shown")).col(flag("to_mail"));
        manager.create_table(one).await?;
        manager.create_index(unique(notifications, &["account_id", "about"])).await?;
        manager.create_index(index(notifications, &["tenant_id", "account_id", "read_at"])).await?;
        manager.create_index(index(notifications, &["tenant_id", "by_id"])).await?;
        manager.create_index(index(notifications, &["at"])).await?;

        let mut choice = table(manager, choices);
        choice.col(uuid("tenant_id")).col(uuid("account_id")).col(short("kind")).col(flag("shown")).col(flag("mailed"));
        let mut key = Index::create();
        key.col(Alias::new("tenant_id")).col(Alias::new("account_id")).col(Alias::new("kind"));
        manager.create_table(choice.primary_key(&mut key).to_owned()).await?;

        let mut mail = table(manager, mails);
        mail.col(uuid("tenant_id")).col(uuid("account_id")).col(number("mailed_at")).col(maybe_number("due_at"));
        mail.primary_key(Index::create().col(Alias::new("tenant_id")).col(Alias::new("account_id")));
        manager.create_table(mail).await?;

        // Those who are called in a room are looked for by their names.
        manager.create_index(index("room_people", &["tenant_id", "name"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_room_people_tenant_id_name").table(Alias::new("room_people")).to_owned()).await?;
        for name in TABLES.into_iter().rev() {
            manager.drop_table(Table::drop().table(Alias::new(name)).to_owned()).await?;
        }
        Ok(())
    }
}
