//! The `room_settings` table: what a tenant decided about all its rooms.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "room_settings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    /// For how many days what is said is kept; 0: for as long as the station lives.
    pub kept_days: i32,
    /// Whether what the classifier takes for rude is reported by itself.
    pub notices: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
