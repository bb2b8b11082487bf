//! What remains of a deleted account: nothing that names it. Plays stay counted, without the account.

use super::purge;
use crate::{
    Service,
    entity::{dj, like, mix, play, position, upload},
    imports,
};
use contract::ids::TenantId;
use sea_orm::{QuerySelect, entity::prelude::*, sea_query::ExprTrait};

/// Deletes the account's mixes with their files, its likes and positions. May run twice.
pub(crate) async fn forget_account(service: &Service, tenant: TenantId, account: Uuid) -> kernel::Result<()> {
    let database = &service.kernel().database;
    let mixes =
        mix::Entity::find().filter(mix::Column::TenantId.eq(tenant.0)).filter(mix::Column::DjId.eq(account)).all(database.read()).await?;
    for row in &mixes {
        purge::purge(service, row).await?;
    }
    let tx = database.write().await?;
    let liked: Vec<Uuid> = like::Entity::find()
        .select_only()
        .column(like::Column::MixId)
        .filter(like::Column::AccountId.eq(account))
        .into_tuple()
        .all(&tx)
        .await?;
    like::Entity::delete_many().filter(like::Column::AccountId.eq(account)).exec(&tx).await?;
    mix::Entity::update_many()
        .col_expr(mix::Column::Likes, Expr::col(mix::Column::Likes).sub(1))
        .filter(mix::Column::Id.is_in(liked))
        .filter(mix::Column::Likes.gt(0))
        .exec(&tx)
        .await?;
    position::Entity::delete_many().filter(position::Column::AccountId.eq(account)).exec(&tx).await?;
    play::Entity::update_many()
        .col_expr(play::Column::AccountId, Expr::value(Option::<Uuid>::None))
        .filter(play::Column::AccountId.eq(account))
        .exec(&tx)
        .await?;
    upload::Entity::delete_many().filter(upload::Column::AccountId.eq(account)).exec(&tx).await?;
    imports::forget(&tx, tenant, account).await?;
    dj::Entity::delete_many().filter(dj::Column::Id.eq(account)).filter(dj::Column::TenantId.eq(tenant.0)).exec(&tx).await?;
    tx.commit().await?;
    Ok(())
}
