//! Descriptions as they were, to read and to take back into the form. Saves nothing itself.

use crate::{
    i18n::{argument, use_i18n},
    t,
};
use contract::studio::{DescriptionVersion, StudioMixDetail};
use leptos::prelude::*;
use ui::{Button, Look};

/// Below the field with the id `description`.
#[component]
pub fn Versions(data: RwSignal<StudioMixDetail>) -> impl IntoView {
    let i18n = use_i18n();
    let versions = Memo::new(move |_| data.with(|detail| detail.versions.clone()));
    let row = move |version: DescriptionVersion| {
        let DescriptionVersion { until, text } = version;
        let kept = text.clone();
        let restore = Callback::new(move |()| crate::browser::field::fill("description", &kept));
        view! {
            <li class="versions__version">
                <details>
                    <summary>{move || i18n.text("studio-version-until", &[("when", argument(&until.text))])}</summary>
                    <p class="versions__text">{text}</p>
                    <Button look=Look::Ghost small=true on_press=restore>{t!(i18n, "studio-version-restore")}</Button>
                </details>
            </li>
        }
    };
    move || {
        let versions = versions.get();
        (!versions.is_empty()).then(|| {
            view! {
                <details class="form__more">
                    <summary>{t!(i18n, "studio-versions")}</summary>
                    <ul class="versions">{versions.into_iter().map(row).collect_view()}</ul>
                </details>
            }
        })
    }
}
