//! The `room_log` table: what happened in a room, without what was said; `crate::journal` reads and writes it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "room_log")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub room_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    pub tenant_id: Uuid,
    pub kind: String,
    /// Who did it.
    pub by_id: Uuid,
    pub message_id: Option<Uuid>,
    /// Whom it was done to.
    pub account_id: Option<Uuid>,
    pub emoji: Option<String>,
    /// The end of a time-out, the seconds of slow mode, the rules as `crate::rules` packs them, 1 for a reaction given and 0 for one taken back.
    pub value: Option<i64>,
    pub at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
