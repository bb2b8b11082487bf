//! The `room_sanctions` table: time-outs and bans, those that are over among them.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "room_sanctions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    /// None: all rooms of the tenant.
    pub room_id: Option<Uuid>,
    pub account_id: Uuid,
    /// `time-out` or `ban`.
    pub kind: String,
    /// None: until it is lifted.
    pub until: Option<i64>,
    pub by_id: Uuid,
    pub at: i64,
    pub lifted_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
