//! The Studio: a DJ's own mixes, an admin's all. Bytes of sound don't come this way, see `intake`.

pub(crate) mod access;
mod bulk;
pub(crate) mod csv;
mod delete;
mod form;
mod overview;
mod picture;
pub(crate) mod release;
mod replace;
mod save;
pub(crate) mod schedule;
pub(crate) mod shown;
mod versions;

use crate::{Service, private_links, twins};
use async_trait::async_trait;
use contract::{
    caller::Caller,
    covers::Crop,
    failure::Failure,
    ids::MixId,
    mixes::CoverImage,
    outcome::Outcome,
    studio::{BulkChange, BulkDone, LinkLife, MixRefusal, PrivateLink, SaveMix, Studio, StudioMixDetail, StudioOverview, Twins, Undo},
};
use kernel::OrFail;
use sea_orm::entity::prelude::Uuid;

type Answer<T> = Result<Outcome<T, MixRefusal>, Failure>;

#[async_trait]
impl Studio for Service {
    async fn overview(&self, caller: &Caller) -> Result<StudioOverview, Failure> {
        overview::overview(self, caller).await.or_fail(caller)
    }

    async fn mix(&self, caller: &Caller, id: MixId) -> Result<StudioMixDetail, Failure> {
        overview::mix(self, caller, id).await.or_fail(caller)
    }

    async fn save(&self, caller: &Caller, form: SaveMix) -> Answer<StudioMixDetail> {
        save::save(self, caller, form).await.or_fail(caller)
    }

    async fn delete(&self, caller: &Caller, id: MixId) -> Answer<Undo> {
        delete::delete(self, caller, id).await.or_fail(caller)
    }

    async fn undo_delete(&self, caller: &Caller, id: MixId) -> Answer<()> {
        delete::undo(self, caller, id).await.or_fail(caller)
    }

    async fn replace(&self, caller: &Caller, id: MixId, from: MixId) -> Answer<StudioMixDetail> {
        replace::replace(self, caller, id, from).await.or_fail(caller)
    }

    async fn duplicates(&self, caller: &Caller) -> Result<Vec<Twins>, Failure> {
        twins::duplicates(self, caller).await.or_fail(caller)
    }

    async fn change_all(&self, caller: &Caller, ids: Vec<MixId>, change: BulkChange) -> Answer<BulkDone> {
        bulk::change_all(self, caller, ids, change).await.or_fail(caller)
    }

    async fn share(&self, caller: &Caller, id: MixId, life: LinkLife) -> Answer<PrivateLink> {
        private_links::share(self, caller, id, life).await.or_fail(caller)
    }

    async fn unshare(&self, caller: &Caller, id: MixId, link: Uuid) -> Answer<()> {
        private_links::unshare(self, caller, id, link).await.or_fail(caller)
    }

    async fn set_cover(&self, caller: &Caller, id: MixId, picture: Vec<u8>, crop: Crop) -> Answer<CoverImage> {
        picture::set_cover(self, caller, id, picture, crop).await.or_fail(caller)
    }

    async fn crop_cover(&self, caller: &Caller, id: MixId, crop: Crop) -> Answer<CoverImage> {
        picture::crop_cover(self, caller, id, crop).await.or_fail(caller)
    }

    async fn cover_source(&self, caller: &Caller, id: MixId) -> Result<Vec<u8>, Failure> {
        picture::source(self, caller, id).await.or_fail(caller)
    }
}
