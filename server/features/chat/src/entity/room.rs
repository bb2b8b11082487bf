//! The `rooms` table.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "rooms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    /// `station`.
    pub kind: String,
    /// What the room belongs to; the tenant itself for its station.
    pub subject: Uuid,
    /// Of the log's newest row, also when that was pruned.
    pub last_seq: i64,
    pub slow_mode_seconds: i32,
    /// `members` or `confirmed`.
    pub writers: String,
    pub read_only: bool,
    pub account_age_hours: i32,
    /// The message that stands above the room.
    pub pinned_id: Option<Uuid>,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
