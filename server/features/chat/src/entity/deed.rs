//! The `room_deeds` table: what moderators did, written in the transaction of the deed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "room_deeds")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub room_id: Uuid,
    pub by_id: Uuid,
    /// Whom it was done to.
    pub account_id: Option<Uuid>,
    pub message_id: Option<Uuid>,
    pub kind: String,
    /// The end of a time-out, the seconds of slow mode, the rules as `crate::rules` packs them.
    pub value: Option<i64>,
    /// That of the report it follows from.
    pub reason: Option<String>,
    pub at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
