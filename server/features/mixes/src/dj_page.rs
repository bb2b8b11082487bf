//! The public page of a DJ.

use crate::{
    Service,
    entity::{dj, mix},
    listing::{
        newest_first,
        paging::{PER_PAGE, Paging, count},
    },
    markdown, summary, visible,
};
use contract::{caller::Caller, failure::Failure, mixes::DjProfile};
use kernel::format;
use sea_orm::{QuerySelect, entity::prelude::*};

pub(crate) async fn dj(service: &Service, caller: &Caller, slug: &str, page: u32) -> kernel::Result<DjProfile> {
    let database = service.kernel().database.read();
    let found = dj::Entity::find().filter(dj::Column::TenantId.eq(caller.tenant.0)).filter(dj::Column::Slug.eq(slug)).one(database).await?;
    let dj = found.ok_or(Failure::NotFound)?;
    let listed = || mix::Entity::find().filter(visible::listed(caller.tenant)).filter(mix::Column::DjId.eq(dj.id));
    let total = count(listed(), database).await?;
    let paging = Paging::new(page, total);
    let rows = newest_first(listed()).offset(paging.offset()).limit(PER_PAGE).all(database).await?;
    Ok(DjProfile {
        dj: summary::dj_link(&dj),
        bio_html: markdown::to_html(&dj.bio),
        mixes: paging.page(summary::summaries(service, caller, &rows).await?),
        total: format::count(&caller.locale, total),
    })
}
