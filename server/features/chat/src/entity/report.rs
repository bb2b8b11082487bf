//! The `room_reports` table.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "room_reports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub room_id: Uuid,
    pub message_id: Uuid,
    pub author_id: Uuid,
    pub reporter_id: Uuid,
    pub reason: String,
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// What the message said then: its author may delete it before somebody looks.
    #[sea_orm(column_type = "Text")]
    pub said: String,
    pub at: i64,
    /// None while nobody decided.
    pub closed_at: Option<i64>,
    pub closed_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
