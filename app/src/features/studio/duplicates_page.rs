//! Mixes that are most likely one recording, side by side, to keep one of.

use super::{
    live::{Live, live},
    server_fns,
    studio_mix_row::StudioMixRow,
    studio_page::StudioHead,
};
use crate::{
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::studio::Twins;
use leptos::prelude::*;
use ui::{Bone, Empty, Glyph, Skeleton};

/// `/studio/duplicates`
#[component]
pub fn DuplicatesPage() -> impl IntoView {
    let i18n = use_i18n();
    let pairs = remote(|| (), |()| server_fns::duplicates());
    view! {
        <PageTitle text=t!(i18n, "studio-duplicates") />
        <StudioHead at="/studio/duplicates" title=t!(i18n, "studio-duplicates") />
        <p class="faint">{t!(i18n, "studio-duplicates-text")}</p>
        <Remote resource=pairs skeleton=move || view! { <Skeleton bone=Bone::Row count=4 label=t!(i18n, "common-loading") /> } let:pairs>
            <Pairs pairs=pairs />
        </Remote>
    }
}

#[component]
fn Pairs(pairs: Vec<Twins>) -> impl IntoView {
    let i18n = use_i18n();
    let Live { data, look_again } = live(pairs, |_| false, server_fns::duplicates);
    let listed = move || data.with(|pairs| pairs.iter().map(|pair| (pair.first.id, pair.second.id)).collect::<Vec<_>>());
    let pair = move |ids| {
        let found = Memo::new(move |_| data.with(|pairs| pairs.iter().find(|pair| (pair.first.id, pair.second.id) == ids).cloned()));
        let first = Memo::new(move |_| found.get().map(|pair| pair.first));
        let second = Memo::new(move |_| found.get().map(|pair| pair.second));
        view! {
            <li class="panel twins">
                <ul class="rows">
                    <StudioMixRow mix=first changed=look_again tick=false />
                    <StudioMixRow mix=second changed=look_again tick=false />
                </ul>
            </li>
        }
    };
    let none = Memo::new(move |_| data.with(Vec::is_empty));
    view! {
        {move || none.get().then(|| view! { <Empty glyph=Glyph::Disc title=t!(i18n, "studio-duplicates-none") text=t!(i18n, "studio-duplicates-none-text") /> })}
        <ul class="twins-list"><For each=listed key=|ids| *ids children=pair /></ul>
    }
}
