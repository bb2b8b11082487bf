//! The `tracks` table.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tracks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub mix_id: Uuid,
    /// From 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub tenant_id: Uuid,
    /// Where it starts in the mix, if that is known.
    pub at_ms: Option<i64>,
    pub artist: String,
    pub title: String,
    /// The record label; empty when it isn't known.
    pub label: String,
    pub is_unknown: bool,
    pub together: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
