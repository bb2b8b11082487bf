//! The `import_sources` table: where the mixes of imports came from, so that nothing comes in twice. A row outlives its mix: what was
//! deleted in the Studio stays away.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import_sources")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub import_id: Uuid,
    pub dj_id: Uuid,
    pub mix_id: Uuid,
    /// `Origin::key`; one of each within a tenant.
    pub source_key: String,
    /// `Origin::content`.
    pub content: String,
    pub size_bytes: i64,
    pub modified_at: i64,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
