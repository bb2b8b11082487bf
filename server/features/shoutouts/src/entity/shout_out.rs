//! The `shout_outs` table.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "shout_outs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    /// Rises with each change.
    pub version: i64,
    /// The name of a `contract::shoutouts::ShoutOutState`.
    pub state: String,
    /// An account, or a hash of a guest's network and browser and the day; empty once the account is gone.
    pub sender: String,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub name: String,
    pub place: String,
    pub sent_at: i64,
    /// Who decided last.
    pub judge_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
