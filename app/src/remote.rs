//! Data of a page: loaded on the server before the HTML leaves, in the browser on navigation; every state has a face.

use crate::{i18n::use_i18n, t, title::PageTitle};
use contract::failure::Failure;
use leptos::{
    prelude::*,
    server::codee::{Decoder, Encoder},
};
use serde::{Serialize, de::DeserializeOwned};
use std::future::Future;
use ui::{Empty, ErrorState, Glyph, LinkButton};

/// JSON, read from bytes as server functions read it: what reads text would stand in the WASM a second time, for every type.
pub struct Json;

impl<T: Serialize> Encoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &T) -> serde_json::Result<String> {
        serde_json::to_string(value)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> serde_json::Result<T> {
        serde_json::from_slice(text.as_bytes())
    }
}

/// A page's data under a key. Fetched again when the key or the language changes: dates and numbers come as text.
pub fn remote<K, T, F>(
    key: impl Fn() -> K + Send + Sync + 'static,
    fetch: impl Fn(K) -> F + Send + Sync + 'static,
) -> Resource<Result<T, Failure>, Json>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = Result<T, Failure>> + Send + 'static,
{
    let i18n = use_i18n();
    Resource::new_with_options(move || (key(), i18n.locale()), move |(key, _)| fetch(key), false)
}

/// Shows the resource: `skeleton` while it loads, then `children` with the data, or the failure's face. Old data stays visible
/// while new data loads.
#[component]
pub fn Remote<T, V>(
    resource: Resource<Result<T, Failure>, Json>,
    #[prop(into)] skeleton: ViewFn,
    children: impl Fn(T) -> V + Clone + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    V: IntoView + 'static,
{
    view! {
        <Transition fallback=move || skeleton.run()>
            {move || {
                let children = children.clone();
                Suspend::new(async move {
                    match resource.await {
                        Ok(data) => children(data).into_any(),
                        Err(failure) => view! { <FailurePage failure=failure retry=Callback::new(move |()| resource.refetch()) /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

/// What a page shows instead of its content. On the server it also sets the status.
#[component]
pub fn FailurePage(failure: Failure, #[prop(optional)] retry: Option<Callback<()>>) -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::backend::set_failure_status(&failure);
    let i18n = use_i18n();
    match failure {
        Failure::NotFound => view! { <NotFound /> }.into_any(),
        Failure::SignInRequired => view! {
            <Empty page=true glyph=Glyph::User title=t!(i18n, "common-sign-in-first") text=t!(i18n, "common-sign-in-first-text")>
                <LinkButton href="/sign-in">{t!(i18n, "accounts-sign-in")}</LinkButton>
            </Empty>
        }
        .into_any(),
        Failure::Forbidden => {
            view! { <Empty page=true glyph=Glyph::Key title=t!(i18n, "common-forbidden") text=t!(i18n, "common-failure-forbidden") /> }
                .into_any()
        }
        other => {
            let shown = other.clone();
            view! {
                <ErrorState
                    title=t!(i18n, "common-error-title")
                    text=Signal::derive(move || i18n.failure(&shown))
                    retry_label=t!(i18n, "common-retry")
                    on_retry=Callback::new(move |()| if let Some(retry) = retry { retry.run(()) })
                />
            }
            .into_any()
        }
    }
}

/// The face of 404, in the frame of the site.
#[component]
pub fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::backend::set_status(404);
    let i18n = use_i18n();
    view! {
        <PageTitle text=t!(i18n, "common-not-found-title") />
        <Empty page=true glyph=Glyph::Search title=t!(i18n, "common-not-found-title") text=t!(i18n, "common-not-found-text")>
            <LinkButton href="/">{t!(i18n, "common-not-found-home")}</LinkButton>
        </Empty>
    }
}
