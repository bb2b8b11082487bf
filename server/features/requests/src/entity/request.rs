//! The `track_requests` table.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "track_requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    /// Rises with each change.
    pub version: i64,
    /// The name of a `contract::requests::Standing`.
    pub standing: String,
    /// What song and artist are compared by.
    pub song_key: String,
    pub artist_key: String,
    #[sea_orm(column_type = "Text")]
    pub artist: String,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub dedication: String,
    /// Nil once the account is gone.
    pub by_id: Uuid,
    pub by_name: String,
    /// As many as there are rows of `track_request_votes`, while it waits.
    pub votes: i32,
    /// Among the accepted ones, from 1.
    pub place: i32,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub asked_at: i64,
    /// When it was played, refused or withdrawn.
    pub ended_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
