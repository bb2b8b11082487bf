//! Track requests, who voted for which, and what holds for them.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 3] = ["track_requests", "track_request_votes", "track_request_rules"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [requests, votes, rules] = TABLES;
        let mut request = table(manager, requests);
        request.col(id()).col(uuid("tenant_id")).col(number("version")).col(short("standing"));
        // The keys are what artist and title are compared by; the names are what was shown when somebody asked.
        request.col(short("song_key")).col(short("artist_key")).col(text("artist")).col(text("title"));
        request.col(text("dedication")).col(uuid("by_id")).col(short("by_name")).col(integer("votes")).col(integer("place"));
        request.col(text("reason")).col(number("asked_at")).col(maybe_number("ended_at"));
        manager.create_table(request).await?;
        manager.create_index(index(requests, &["tenant_id", "standing", "ended_at"])).await?;
        manager.create_index(index(requests, &["tenant_id", "asked_at"])).await?;
        manager.create_index(index(requests, &["tenant_id", "by_id", "asked_at"])).await?;

        let mut vote = table(manager, votes);
        vote.col(uuid("request_id")).col(uuid("voter_id")).col(uuid("tenant_id"));
        vote.primary_key(Index::create().col(Alias::new("request_id")).col(Alias::new("voter_id")));
        manager.create_table(vote).await?;
        manager.create_index(index(votes, &["tenant_id", "voter_id"])).await?;

        // The row is also what is held by who changes the order of a tenant's requests.
        let mut rule = table(manager, rules);
        rule.col(uuid("tenant_id")).col(flag("open")).col(integer("per_person")).col(integer("per_hour"));
        rule.col(integer("same_track")).col(integer("same_artist"));
        rule.primary_key(Index::create().col(Alias::new("tenant_id")));
        manager.create_table(rule).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in TABLES.into_iter().rev() {
            manager.drop_table(Table::drop().table(Alias::new(name)).to_owned()).await?;
        }
        Ok(())
    }
}
