//! The `uploads` table.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "uploads")]
pub struct Model {
    /// The mix's id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub account_id: Uuid,
    pub mix_id: Uuid,
    pub size_bytes: i64,
    /// As last saved; while bytes arrive the length of the part file is ahead of it.
    pub received_bytes: i64,
    /// Where a chunk began whose checksum isn't known yet: after a crash the file is cut back to here.
    pub unchecked_from: Option<i64>,
    pub expires_at: i64,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
