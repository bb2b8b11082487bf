//! The picture a cover was cut from, and the square of it.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 4] = ["cover_original", "cover_x", "cover_y", "cover_size"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [original, x, y, size] = COLUMNS;
        add_columns(manager, "mixes", [maybe_short(original), maybe_number(x), maybe_number(y), maybe_number(size)]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            manager.alter_table(Table::alter().table(Alias::new("mixes")).drop_column(Alias::new(column)).to_owned()).await?;
        }
        Ok(())
    }
}
