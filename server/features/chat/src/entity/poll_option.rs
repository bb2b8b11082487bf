//! The `room_poll_options` table: what can be chosen.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "room_poll_options")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poll_id: Uuid,
    /// From 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: i32,
    pub tenant_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// As many as there are rows of `room_poll_votes`.
    pub votes: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
