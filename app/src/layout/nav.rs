//! Where one can go: the rail on wide screens, tabs at the thumb on phones.

use crate::{
    features::notifications::{Bell, RailBell},
    frame::{reaches, use_viewer},
    i18n::use_i18n,
    t,
};
use contract::caller::Role;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::{Glyph, Icon, IconLink};

/// An entry: address, icon, Fluent id.
type Entry = (&'static str, Glyph, &'static str);

const ENTRIES: [Entry; 4] = [
    ("/", Glyph::Home, "nav-home"),
    ("/live", Glyph::Radio, "nav-live"),
    ("/mixes", Glyph::Disc, "nav-mixes"),
    ("/library", Glyph::Library, "nav-library"),
];
const STUDIO: Entry = ("/studio", Glyph::Upload, "nav-studio");
/// Moderators have no Studio but their page in it.
const MODERATION: Entry = ("/studio/moderation", Glyph::Flag, "moderation-title");
const ME: Entry = ("/me", Glyph::User, "nav-me");
const SIGN_IN: Entry = ("/sign-in", Glyph::User, "accounts-sign-in");

/// The entries this viewer has.
fn entries() -> Signal<Vec<Entry>> {
    let viewer = use_viewer();
    let (dj, moderator) = (reaches(Role::Dj), reaches(Role::Moderator));
    Signal::derive(move || {
        let mut all = ENTRIES.to_vec();
        if dj.get() {
            all.push(STUDIO);
        } else if moderator.get() {
            all.push(MODERATION);
        }
        all.push(if viewer.with(Option::is_some) { ME } else { SIGN_IN });
        all
    })
}

/// `aria-current` for an entry on this page.
fn current(path: &str, href: &str) -> Option<&'static str> {
    let here = if href == "/" { path == "/" } else { path == href || path.starts_with(&format!("{href}/")) };
    here.then_some("page")
}

#[component]
fn Links(class: &'static str) -> impl IntoView {
    let i18n = use_i18n();
    let path = use_location().pathname;
    let entries = entries();
    move || {
        entries
            .get()
            .into_iter()
            .map(|(href, glyph, id)| {
                view! {
                    <a class=class href=href aria-current=move || path.with(|path| current(path, href))>
                        <Icon glyph=glyph />
                        <span>{move || i18n.text(id, &[])}</span>
                    </a>
                }
            })
            .collect_view()
    }
}

/// The rail of wide screens.
#[component]
pub fn Rail() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <header class="rail">
            <super::brand_mark::BrandMark />
            <nav class="rail__nav" aria-label=t!(i18n, "nav-main")><Links class="rail__link" /><RailBell /></nav>
        </header>
    }
}

/// The tabs of phones.
#[component]
pub fn TabBar() -> impl IntoView {
    let i18n = use_i18n();
    view! { <nav class="tabbar" aria-label=t!(i18n, "nav-main")><Links class="tabbar__link" /></nav> }
}

/// What stands at the end of a phone's masthead.
#[component]
pub fn MastheadLinks() -> impl IntoView {
    let i18n = use_i18n();
    view! { <div class="masthead__more"><Bell /><IconLink href="/mixes" glyph=Glyph::Search label=t!(i18n, "mixes-search") /></div> }
}

#[cfg(test)]
mod tests {
    use super::current;

    #[test]
    fn an_entry_is_current_on_its_page_and_below() {
        assert_eq!(current("/", "/"), Some("page"));
        assert_eq!(current("/mixes", "/"), None);
        assert_eq!(current("/mixes/warehouse", "/mixes"), Some("page"));
        assert_eq!(current("/mixesx", "/mixes"), None);
    }
}
