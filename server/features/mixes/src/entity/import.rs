//! The `imports` table: folders and feeds on their way in.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "imports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub dj_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// `ImportState` by name.
    pub state: String,
    pub total: i64,
    pub done: i64,
    pub skipped: i64,
    pub failed: i64,
    /// The first of the failed, as JSON.
    #[sea_orm(column_type = "Text")]
    pub failures: String,
    /// The mix whose files are being stored and which has no row yet.
    pub bringing: Option<Uuid>,
    pub started_at: i64,
    /// A sign of life of its process.
    pub seen_at: i64,
    pub ended_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
