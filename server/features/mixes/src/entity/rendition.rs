//! The `renditions` table.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "renditions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub mix_id: Uuid,
    /// `contract::mixes::Rendition::name`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    pub tenant_id: Uuid,
    pub audio_key: String,
    pub etag: String,
    pub mime: String,
    /// Not held against the quota: the DJ didn't choose to have it.
    pub size_bytes: i64,
    pub bitrate_kbps: i64,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
