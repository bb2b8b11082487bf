//! What moderators did, and taking back what still holds.

use super::server_fns::Sanction;
use crate::{
    i18n::{I18n, argument, use_i18n},
    t,
};
use contract::{
    moderation::{Deed, Did},
    page::Page,
};
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Empty, Glyph, Look, Pagination};

#[component]
pub fn Log(deeds: Page<Deed>, action: ServerAction<Sanction>) -> impl IntoView {
    let i18n = use_i18n();
    let (number, pages) = (deeds.number, deeds.pages);
    if deeds.items.is_empty() {
        return view! { <Empty glyph=Glyph::Check title=t!(i18n, "moderation-log-empty") text=t!(i18n, "moderation-log-empty-text") /> }
            .into_any();
    }
    let page = |number: u32| format!("/studio/moderation?tab=log&page={number}");
    view! {
        <div class="rows-box"><ul class="rows">{deeds.items.into_iter().map(|deed| view! { <Row deed=deed action=action /> }).collect_view()}</ul></div>
        {(pages > 1).then(|| view! {
            <Pagination
                label=t!(i18n, "common-pages")
                prev_href=(number > 1).then(|| page(number - 1))
                next_href=(number < pages).then(|| page(number + 1))
                prev_label=t!(i18n, "common-previous")
                next_label=t!(i18n, "common-next")
                at=t!(i18n, "common-page-of", page = number, pages = pages)
            />
        })}
    }
    .into_any()
}

#[component]
fn Row(deed: Deed, action: ServerAction<Sanction>) -> impl IntoView {
    let i18n = use_i18n();
    let (at, room, lifts) = (deed.at.clone(), deed.room, deed.on.clone().filter(|_| deed.may_lift));
    let reason = deed.reason;
    let reason = move || reason.map(|reason| i18n.text(&format!("moderation-reason-{}", reason.name()), &[]));
    view! {
        <li class="row row--folds">
            <div class="row__body">
                <span class="row__title">{move || said(i18n, &deed)}</span>
                <span class="row__note"><time datetime=at.iso>{at.text}</time> {move || reason().map(|reason| format!(" · {reason}"))}</span>
            </div>
            {lifts.map(|on| view! {
                <ActionForm action=action attr:class="row__more">
                    <input type="hidden" name="room" value=room.to_string() />
                    <input type="hidden" name="account" value=on.account.to_string() />
                    <input type="hidden" name="what" value="lift" />
                    <Button submit=true small=true look=Look::Ghost label=Signal::derive(move || Some(i18n.text("moderation-lift-of", &[("name", argument(&on.name))])))>
                        {t!(i18n, "moderation-lift")}
                    </Button>
                </ActionForm>
            })}
        </li>
    }
}

/// The deed as a sentence.
fn said(i18n: I18n, deed: &Deed) -> String {
    let somebody = || i18n.text("chat-somebody", &[]);
    let named = |name: Option<&String>| name.filter(|name| !name.is_empty()).cloned().unwrap_or_else(somebody);
    let by = named(Some(&deed.by));
    let name = named(deed.on.as_ref().map(|on| &on.name));
    let until = deed.until.as_ref().map(|until| until.text.clone()).unwrap_or_default();
    let id = match deed.did {
        Did::Deleted => "moderation-did-delete",
        Did::TimedOut { .. } => "moderation-did-time-out",
        Did::Banned => "moderation-did-ban",
        Did::Lifted => "moderation-did-lift",
        Did::SlowMode { .. } | Did::Ruled { .. } => "moderation-did-rule",
        Did::Dismissed => "moderation-did-dismiss",
    };
    i18n.text(id, &[("by", argument(&by)), ("name", argument(&name)), ("until", argument(&until))])
}
