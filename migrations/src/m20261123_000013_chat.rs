//! Rooms, what was said in them, and who may not write there.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 6] = ["rooms", "room_people", "room_messages", "room_reactions", "room_sanctions", "room_log"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [rooms, people, messages, reactions, sanctions, log] = TABLES;
        let mut room = table(manager, rooms);
        room.col(id()).col(uuid("tenant_id")).col(short("kind")).col(uuid("subject"));
        room.col(number("last_seq")).col(integer("slow_mode_seconds")).col(number("created_at"));
        manager.create_table(room).await?;
        manager.create_index(unique(rooms, &["tenant_id", "kind", "subject"])).await?;

        // Names stand once for all of a person's messages, so that they follow a new one.
        let mut person = table(manager, people);
        person.col(uuid("tenant_id")).col(uuid("account_id")).col(short("name")).col(short("role"));
        person.primary_key(Index::create().col(Alias::new("tenant_id")).col(Alias::new("account_id")));
        manager.create_table(person).await?;

        let mut message = table(manager, messages);
        message.col(id()).col(uuid("tenant_id")).col(uuid("room_id")).col(number("seq"));
        message.col(uuid("author_id")).col(uuid("post_key")).col(text("text")).col(maybe_uuid("answers_id"));
        message.col(number("sent_at")).col(maybe_number("edited_at")).col(maybe_number("deleted_at"));
        manager.create_table(message).await?;
        manager.create_index(unique(messages, &["room_id", "author_id", "post_key"])).await?;
        manager.create_index(unique(messages, &["room_id", "seq"])).await?;
        manager.create_index(index(messages, &["tenant_id", "author_id", "sent_at"])).await?;

        let mut reaction = table(manager, reactions);
        reaction.col(uuid("message_id")).col(uuid("account_id")).col(short("emoji")).col(uuid("tenant_id"));
        let mut key = Index::create();
        key.col(Alias::new("message_id")).col(Alias::new("account_id")).col(Alias::new("emoji"));
        manager.create_table(reaction.primary_key(&mut key).to_owned()).await?;
        manager.create_index(index(reactions, &["tenant_id", "account_id"])).await?;

        let mut sanction = table(manager, sanctions);
        // A ban has no room: it holds in all of the tenant's.
        sanction.col(id()).col(uuid("tenant_id")).col(maybe_uuid("room_id")).col(uuid("account_id")).col(short("kind"));
        sanction.col(maybe_number("until")).col(uuid("by_id")).col(number("at")).col(maybe_number("lifted_at"));
        manager.create_table(sanction).await?;
        manager.create_index(index(sanctions, &["tenant_id", "account_id"])).await?;

        // What happened, in words that hold no text: what is edited or deleted later is read where it stands then.
        let mut row = table(manager, log);
        row.col(uuid("room_id")).col(number("seq")).col(uuid("tenant_id")).col(short("kind")).col(uuid("by_id"));
        row.col(maybe_uuid("message_id")).col(maybe_uuid("account_id")).col(maybe_short("emoji")).col(maybe_number("value"));
        row.col(number("at"));
        row.primary_key(Index::create().col(Alias::new("room_id")).col(Alias::new("seq")));
        manager.create_table(row).await?;
        manager.create_index(index(log, &["tenant_id", "by_id", "at"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in TABLES.into_iter().rev() {
            manager.drop_table(Table::drop().table(Alias::new(name)).to_owned()).await?;
        }
        Ok(())
    }
}
