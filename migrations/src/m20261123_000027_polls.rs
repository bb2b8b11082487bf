//! Polls of a room, what can be chosen, and who chose what.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 3] = ["room_polls", "room_poll_options", "room_poll_votes"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [polls, options, votes] = TABLES;
        let mut poll = table(manager, polls);
        poll.col(id()).col(uuid("tenant_id")).col(uuid("room_id")).col(number("version")).col(text("question"));
        poll.col(number("opened_at")).col(number("closes_at"));
        manager.create_table(poll).await?;
        manager.create_index(index(polls, &["room_id", "closes_at"])).await?;

        let mut option = table(manager, options);
        option.col(uuid("poll_id")).col(integer("place")).col(uuid("tenant_id")).col(text("text")).col(integer("votes"));
        option.primary_key(Index::create().col(Alias::new("poll_id")).col(Alias::new("place")));
        manager.create_table(option).await?;

        let mut vote = table(manager, votes);
        vote.col(uuid("poll_id")).col(uuid("voter_id")).col(uuid("tenant_id")).col(integer("place"));
        vote.primary_key(Index::create().col(Alias::new("poll_id")).col(Alias::new("voter_id")));
        manager.create_table(vote).await?;
        manager.create_index(index(votes, &["tenant_id", "voter_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in TABLES.into_iter().rev() {
            manager.drop_table(Table::drop().table(Alias::new(name)).to_owned()).await?;
        }
        Ok(())
    }
}
