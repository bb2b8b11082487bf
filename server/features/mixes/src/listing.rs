//! Mixes as listeners browse them: home, the list with its filters, one mix, a DJ. Changes nothing.

mod browse;
mod facets;
mod filter;
pub(crate) mod paging;

use crate::{Service, detail, dj_page, home};
use async_trait::async_trait;
use contract::{
    caller::Caller,
    failure::Failure,
    mixes::{DjProfile, Home, MixDetail, MixFilter, MixList, Mixes},
};
use kernel::OrFail;

pub(crate) use facets::facets;
pub(crate) use filter::newest_first;

#[async_trait]
impl Mixes for Service {
    async fn home(&self, caller: &Caller) -> Result<Home, Failure> {
        home::home(self, caller).await.or_fail(caller)
    }

    async fn list(&self, caller: &Caller, filter: MixFilter) -> Result<MixList, Failure> {
        browse::list(self, caller, filter).await.or_fail(caller)
    }

    async fn detail(&self, caller: &Caller, slug: String, key: Option<String>) -> Result<MixDetail, Failure> {
        detail::detail(self, caller, &slug, key.as_deref()).await.or_fail(caller)
    }

    async fn dj(&self, caller: &Caller, slug: String, page: u32) -> Result<DjProfile, Failure> {
        dj_page::dj(self, caller, &slug, page).await.or_fail(caller)
    }
}
