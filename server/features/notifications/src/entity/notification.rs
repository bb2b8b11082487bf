//! The `notifications` table.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notifications")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub account_id: Uuid,
    /// The name of a `contract::notifications::NotificationKind`.
    pub kind: String,
    /// What happened, unique for its reader: heard of twice, it is one notification.
    pub about: Uuid,
    /// A [`crate::fact::Fact`] as JSON.
    #[sea_orm(column_type = "Text")]
    pub fact: String,
    /// Who did it.
    pub by_id: Option<Uuid>,
    pub at: i64,
    pub read_at: Option<i64>,
    /// Whether it stands in the list; else it is there for the mail only.
    pub shown: bool,
    /// Waits for a mail.
    pub to_mail: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
