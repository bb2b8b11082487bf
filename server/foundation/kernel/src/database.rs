//! The database: `SQLite` with one writer and several readers, or a pool of PostgreSQL or MySQL/MariaDB connections.
//! SeaORM is used directly by the features; nothing here hides it.

use sea_orm::{
    ConnectOptions, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use serde::Deserialize;
use std::{path::Path, time::Duration};

/// How to reach the database.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// `sqlite:PATH`, `postgres://…` or `mysql://…`. Empty: `hectic.db` in the data folder.
    pub url: String,
    /// Most connections of a pool; of the readers on `SQLite`.
    pub max_connections: u32,
}

impl Default for Config {
    fn default() -> Self {
        Self { url: String::new(), max_connections: 8 }
    }
}

/// Where reads and writes go. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Database {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
}

impl Database {
    /// Opens the pools; creates the file of an embedded database.
    ///
    /// # Errors
    /// When the address is malformed or the server can't be reached.
    pub async fn connect(config: &Config, data_folder: &Path) -> Result<Self, DbErr> {
        let url = if config.url.is_empty() { format!("sqlite:{}", data_folder.join("hectic.db").display()) } else { config.url.clone() };
        if !url.starts_with("sqlite:") {
            let mut options = ConnectOptions::new(url);
            options.max_connections(config.max_connections).sqlx_logging(false).acquire_timeout(Duration::from_secs(10));
            let pool = sea_orm::Database::connect(options).await?;
            return Ok(Self { reader: pool.clone(), writer: pool });
        }
        // The writer first: it creates the file and turns WAL on, which readers can't.
        let writer = sea_orm::Database::connect(embedded(&url, 1, false)).await?;
        let reader = sea_orm::Database::connect(embedded(&url, config.max_connections, true)).await?;
        Ok(Self { reader, writer })
    }

    /// For queries outside a transaction.
    pub fn read(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Begins a write transaction, `IMMEDIATE` on `SQLite`: a deferred one that reads first is refused as busy when it comes to write.
    /// Dropped without `commit`, it rolls back.
    ///
    /// # Errors
    /// When no connection is free within 10 s.
    #[expect(clippy::disallowed_methods, reason = "the one place that begins transactions")]
    pub async fn write(&self) -> Result<DatabaseTransaction, DbErr> {
        let mode = (self.backend() == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate);
        self.writer.begin_with_options(TransactionOptions { sqlite_transaction_mode: mode, ..TransactionOptions::default() }).await
    }

    /// The connection that migrations run on.
    pub fn for_migrations(&self) -> &DatabaseConnection {
        &self.writer
    }

    pub fn backend(&self) -> DbBackend {
        self.writer.get_database_backend()
    }

    /// True if a query is answered.
    pub async fn answers(&self) -> bool {
        self.reader.ping().await.is_ok()
    }

    /// Closes all connections; on `SQLite` this folds the log back into the file.
    pub async fn close(self) {
        for pool in [self.reader, self.writer] {
            if let Err(error) = pool.close().await {
                tracing::warn!("closing the database: {error}");
            }
        }
    }
}

fn embedded(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(10))
        .map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite.busy_timeout(Duration::from_secs(10)).foreign_keys(true).optimize_on_close(!read_only, None);
            if read_only {
                sqlite.pragma("query_only", "ON")
            } else {
                // NORMAL is durable against a crash of the process; a power cut may lose the last commits, never the file.
                sqlite.create_if_missing(true).journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Normal)
            }
        });
    options
}
