//! The `bots` table.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "bots")]
pub struct Model {
    /// Also the account that its messages are written under.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub name: String,
    /// The name without case, unique in the tenant; the id once the bot is revoked.
    pub name_key: String,
    /// SHA-256 of the token, in hexadecimal.
    pub token_hash: String,
    pub created_by: Uuid,
    pub created_at: i64,
    pub revoked_at: Option<i64>,
    /// Until when the messages that were posted fill its pace.
    pub paced_until: i64,
    #[sea_orm(column_type = "Text", nullable)]
    pub webhook_url: Option<String>,
    pub webhook_secret: Option<String>,
    /// Of the room's log, the last row that was told or passed over.
    pub cursor_seq: i64,
    /// When it is told next after a failure; 0 is at once.
    pub due_at: i64,
    /// In a row.
    pub failures: i32,
    pub failing_since: Option<i64>,
    pub last_failure: Option<String>,
    pub webhook_off_at: Option<i64>,
    /// The process that tells it just now.
    pub lease_owner: Option<Uuid>,
    pub lease_until: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
