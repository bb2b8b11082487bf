//! Where people wrote from last, and bans of new accounts from there: keyed hashes, never an address. And for how long a tenant keeps
//! what is said.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 3] = ["room_networks", "room_network_bans", "room_settings"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [networks, bans, settings] = TABLES;
        let mut seen = table(manager, networks);
        seen.col(uuid("tenant_id")).col(uuid("account_id")).col(short("network")).col(number("seen_at"));
        seen.primary_key(Index::create().col(Alias::new("tenant_id")).col(Alias::new("account_id")));
        manager.create_table(seen).await?;
        manager.create_index(index(networks, &["seen_at"])).await?;

        let mut ban = table(manager, bans);
        ban.col(uuid("sanction_id").primary_key().to_owned()).col(uuid("tenant_id")).col(short("network")).col(number("at"));
        manager.create_table(ban).await?;
        manager.create_index(index(bans, &["tenant_id", "network"])).await?;

        let mut setting = table(manager, settings);
        setting.col(uuid("tenant_id").primary_key().to_owned()).col(integer("kept_days")).col(flag("notices"));
        manager.create_table(setting).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in TABLES.into_iter().rev() {
            manager.drop_table(Table::drop().table(Alias::new(name)).to_owned()).await?;
        }
        Ok(())
    }
}
