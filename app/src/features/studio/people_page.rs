//! The tenant's people, and what each may do. For admins.

use super::{
    server_fns::{self, SetRole},
    studio_page::StudioHead,
};
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused},
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::{accounts::Person, caller::Role, page::Page};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::{hooks::use_query_map, params::ParamsMap};
use ui::{Avatar, Bone, Button, Choice, Glyph, Icon, Look, Pagination, Select, Skeleton};

/// `/studio/people`
#[component]
pub fn PeoplePage() -> impl IntoView {
    let i18n = use_i18n();
    let query = use_query_map();
    let action = ServerAction::<SetRole>::new();
    let state = FormState::new("people", move || refused(answered(action)));
    let key = move || {
        query.with(|query| {
            let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32);
            (query.get("q").unwrap_or_default(), page)
        })
    };
    let people = remote(move || (key(), action.version().get()), |((words, page), _)| server_fns::people(words, page));
    let words = query.with_untracked(|query| query.get("q").unwrap_or_default());
    view! {
        <PageTitle text=t!(i18n, "studio-people") />
        <StudioHead at="/studio/people" title=t!(i18n, "studio-people") />
        <FormSummary state=state failure=answered(action) />
        <FormDone state=state value=answered(action) id="studio-role-saved" />
        <leptos_router::components::Form method="GET" action="/studio/people">
            <div class="mixes__search">
                <Icon glyph=Glyph::Search />
                <input class="field__input" type="search" name="q" value=words maxlength="100" placeholder=t!(i18n, "studio-people-search") aria-label=t!(i18n, "studio-people-search") />
                <Button submit=true>{t!(i18n, "mixes-filter")}</Button>
            </div>
        </leptos_router::components::Form>
        <Remote resource=people skeleton=move || view! { <Skeleton bone=Bone::Row count=8 label=t!(i18n, "common-loading") /> } let:people>
            <PeopleList people=people words=query.with_untracked(|query| query.get("q").unwrap_or_default()) action=action />
        </Remote>
    }
}

#[component]
fn PeopleList(people: Page<Person>, words: String, action: ServerAction<SetRole>) -> impl IntoView {
    let i18n = use_i18n();
    let (number, pages) = (people.number, people.pages);
    let page = move |number: u32| {
        let mut query = ParamsMap::new();
        if !words.is_empty() {
            query.insert("q", words.clone());
        }
        query.insert("page", number.to_string());
        format!("/studio/people{}", query.to_query_string())
    };
    view! {
        <div class="rows-box"><ul class="rows">{people.items.into_iter().map(|person| view! { <PersonRow person=person action=action /> }).collect_view()}</ul></div>
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
}

#[component]
fn PersonRow(person: Person, action: ServerAction<SetRole>) -> impl IntoView {
    let i18n = use_i18n();
    let name = person.name.clone();
    let roles = Role::ALL
        .map(|role| Choice::new(role.name(), Signal::derive(move || i18n.text(&format!("accounts-role-{}", role.name()), &[]))))
        .into_iter()
        .collect();
    view! {
        <li class="row row--folds">
            <span class="row__lead"><Avatar name=person.name.clone() /></span>
            <div class="row__body">
                <span class="row__title">{person.name}</span>
                <span class="row__note">{person.email} " · " <time datetime=person.joined.iso>{person.joined.text}</time></span>
            </div>
            <ActionForm action=action attr:class="row__more person__role">
                <input type="hidden" name="account" value=person.account.to_string() />
                <Select name="role" id=format!("role-{}", person.account) label=t!(i18n, "studio-role-of", name = name) choices=roles value=Some(person.role.name().to_owned()) />
                <Button submit=true small=true look=Look::Ghost>{t!(i18n, "common-save")}</Button>
            </ActionForm>
        </li>
    }
}
