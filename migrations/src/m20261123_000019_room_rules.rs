//! What a room asks of those who write in it.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 3] = ["writers", "read_only", "account_age_hours"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [writers, read_only, age] = COLUMNS;
        let (mut writers, mut read_only, mut age) = (short(writers), flag(read_only), integer(age));
        writers.default("confirmed");
        read_only.default(false);
        age.default(0);
        add_columns(manager, "rooms", [writers, read_only, age]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            manager.alter_table(Table::alter().table(Alias::new("rooms")).drop_column(Alias::new(column)).to_owned()).await?;
        }
        Ok(())
    }
}
