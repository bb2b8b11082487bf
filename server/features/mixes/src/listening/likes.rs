//! Likes, and their number on the mix.

use super::person;
use crate::{
    Service,
    entity::{like, mix},
    visible,
};
use contract::{caller::Caller, failure::Failure, ids::MixId, listening::LikeState};
use kernel::format;
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

/// Likes a mix or takes it back. Saying it twice changes nothing.
pub(super) async fn set_like(service: &Service, caller: &Caller, id: MixId, liked: bool) -> kernel::Result<LikeState> {
    let account = person(caller)?.account.0;
    let kernel = service.kernel();
    let tx = kernel.database.write().await?;
    // Everyone who changes the number waits here, so it equals the rows.
    let found = mix::Entity::find_by_id(id.0).filter(visible::hearable(caller)).lock_exclusive().one(&tx).await?;
    let row = found.ok_or(Failure::NotFound)?;
    let was_liked = like::Entity::find_by_id((account, row.id)).one(&tx).await?.is_some();
    let likes = match (was_liked, liked) {
        (false, true) => {
            let new = like::ActiveModel {
                account_id: Set(account),
                mix_id: Set(row.id),
                tenant_id: Set(row.tenant_id),
                liked_at: Set(kernel.now().0),
            };
            like::Entity::insert(new).exec_without_returning(&tx).await?;
            row.likes + 1
        }
        (true, false) => {
            like::Entity::delete_by_id((account, row.id)).exec(&tx).await?;
            row.likes - 1
        }
        _ => row.likes,
    };
    if likes != row.likes {
        let change = mix::ActiveModel { likes: Set(likes), ..Default::default() };
        mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(row.id)).exec(&tx).await?;
    }
    tx.commit().await?;
    Ok(LikeState { liked, likes: format::count(&caller.locale, likes.unsigned_abs()) })
}
