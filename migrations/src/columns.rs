//! The column types of the house: the same meaning on `SQLite`, PostgreSQL and MySQL/MariaDB.

use sea_orm_migration::prelude::*;

/// An empty table whose texts compare byte by byte on MySQL/MariaDB too.
pub fn table(manager: &SchemaManager<'_>, name: &str) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(Alias::new(name));
    if manager.get_database_backend() == sea_orm_migration::sea_orm::DbBackend::MySql {
        table.character_set("utf8mb4").collate("utf8mb4_bin");
    }
    table
}

/// An index over `columns`, named after them.
pub fn index(table: &str, columns: &[&str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(Alias::new(table));
    for column in columns {
        index.col(Alias::new(*column));
    }
    index
}

/// A unique index over `columns`, named after them.
pub fn unique(table: &str, columns: &[&str]) -> IndexCreateStatement {
    let mut unique = index(table, columns);
    unique.unique().name(format!("uq_{table}_{}", columns.join("_")));
    unique
}

/// A UUID that is the primary key.
pub fn id() -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new("id"));
    column.uuid().not_null().primary_key();
    column
}

/// A required UUID.
pub fn uuid(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.uuid().not_null();
    column
}

/// A UUID that may be missing.
pub fn maybe_uuid(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.uuid().null();
    column
}

/// A short text that can be indexed: at most 191 characters, the limit of an `utf8mb4` index key.
pub fn short(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.string_len(191).not_null();
    column
}

/// A short text that may be missing.
pub fn maybe_short(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.string_len(191).null();
    column
}

/// A long text, at most 64 KiB (MySQL's TEXT), never indexed.
pub fn text(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.text().not_null();
    column
}

/// A required 64-bit number: counts, sizes, durations and timestamps in milliseconds.
pub fn number(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.big_integer().not_null();
    column
}

/// A 32-bit number.
pub fn integer(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.integer().not_null();
    column
}

/// A double that may be missing.
pub fn maybe_double(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.double().null();
    column
}

/// A long text that may be missing.
pub fn maybe_text(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.text().null();
    column
}

/// Yes or no.
pub fn flag(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.boolean().not_null();
    column
}

/// A 64-bit number that may be missing.
pub fn maybe_number(name: &str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.big_integer().null();
    column
}

/// Adds columns to a table that exists, one statement each: `SQLite` takes no more.
///
/// # Errors
/// What the database answers, such as a column that is there already.
pub async fn add_columns(manager: &SchemaManager<'_>, table: &str, columns: impl IntoIterator<Item = ColumnDef>) -> Result<(), DbErr> {
    for mut column in columns {
        manager.alter_table(Table::alter().table(Alias::new(table)).add_column(&mut column).to_owned()).await?;
    }
    Ok(())
}
