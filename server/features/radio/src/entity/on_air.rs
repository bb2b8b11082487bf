//! The `on_air` table: what was on, and what is.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "on_air")]
pub struct Model {
    /// The event that put it on.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub artist: String,
    pub mix_id: Option<Uuid>,
    /// The address of its page.
    #[sea_orm(column_type = "Text", nullable)]
    pub path: Option<String>,
    pub since: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
