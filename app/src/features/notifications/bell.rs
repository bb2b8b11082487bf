//! The bell: leads to the notifications and says how many are new.

use super::Unread;
use crate::{
    frame::use_viewer,
    i18n::{argument, use_i18n},
    t,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::{Glyph, Icon};

const PATH: &str = "/notifications";
/// More is not counted out.
const MOST_COUNTED: u32 = 99;

/// In a phone's masthead, for members.
#[component]
pub fn Bell() -> impl IntoView {
    bell("icon-button bell", false)
}

/// In the rail of wide screens, for members.
#[component]
pub fn RailBell() -> impl IntoView {
    bell("rail__link bell bell--rail", true)
}

fn bell(class: &'static str, worded: bool) -> impl IntoView {
    let viewer = use_viewer();
    let member = Memo::new(move |_| viewer.with(Option::is_some));
    let unread = Unread::get();
    move || {
        member.get().then(|| {
            let link = Suspend::new(async move {
                let first = unread.at_first().await;
                view! { <BellLink class=class worded=worded first=first /> }
            });
            view! { <Transition>{link}</Transition> }
        })
    }
}

#[component]
fn BellLink(class: &'static str, worded: bool, first: u32) -> impl IntoView {
    let i18n = use_i18n();
    let path = use_location().pathname;
    let unread = Unread::get();
    let count = Memo::new(move |_| unread.now.get().unwrap_or(first));
    let label = move || match count.get() {
        0 => i18n.text("notifications-title", &[]),
        count => i18n.text("notifications-title-unread", &[("count", argument(&count))]),
    };
    let shown = move || match count.get() {
        0 => None,
        count if count > MOST_COUNTED => Some(format!("{MOST_COUNTED}+")),
        count => Some(count.to_string()),
    };
    view! {
        <a href=PATH class=class aria-label=label title=label aria-current=move || path.with(|path| path == PATH).then_some("page")>
            <Icon glyph=Glyph::Bell />
            {worded.then(|| view! { <span>{t!(i18n, "notifications-title")}</span> })}
            {move || shown().map(|count| view! { <span class="bell__count num">{count}</span> })}
        </a>
    }
}
