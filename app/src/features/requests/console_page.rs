//! `/studio/requests`: what the DJ plays next, with one thumb, and what holds for requests.

use super::{console::Console, queue::Queue, rules_form::RulesForm, server_fns};
use crate::{
    features::studio::StudioHead,
    frame::use_viewer,
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::{caller::Role, failure::Failure, requests::Requests};
use leptos::prelude::*;
use ui::{Bone, SectionHead, Skeleton};

#[component]
pub fn ConsolePage() -> impl IntoView {
    let i18n = use_i18n();
    let viewer = use_viewer();
    let requests = remote(
        move || viewer.get().map(|viewer| viewer.role),
        |role| async move {
            // Everybody may see what waits; only those who decide get the console.
            match role {
                Some(role) if role >= Role::Dj => server_fns::load_requests().await,
                Some(_) => Err(Failure::Forbidden),
                None => Err(Failure::SignInRequired),
            }
        },
    );
    view! {
        <PageTitle text=t!(i18n, "requests-title") />
        <StudioHead at="/studio/requests" title=t!(i18n, "requests-title") />
        <Remote resource=requests skeleton=move || view! { <Skeleton bone=Bone::Row count=6 label=t!(i18n, "common-loading") /> } let:requests>
            <ConsoleView requests=requests />
        </Remote>
    }
}

#[component]
fn ConsoleView(requests: Requests) -> impl IntoView {
    let i18n = use_i18n();
    let rules = requests.rules;
    let queue = Queue::new(requests);
    view! {
        <Console queue=queue />
        <section class="section" aria-labelledby="rules">
            <SectionHead title=t!(i18n, "requests-rules") id="rules" />
            <RulesForm rules=rules />
        </section>
    }
}
