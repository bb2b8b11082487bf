//! The `room_network_bans` table: networks that new accounts don't write from, for as long as the ban they came with holds.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "room_network_bans")]
pub struct Model {
    /// Of `room_sanctions`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sanction_id: Uuid,
    pub tenant_id: Uuid,
    pub network: String,
    pub at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
