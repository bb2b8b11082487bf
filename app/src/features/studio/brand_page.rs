//! What the brand is called and looks like. For admins.

use super::{
    server_fns::{self, SaveBrand},
    studio_page::StudioHead,
};
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused, when_done},
    frame::{refresh_frame, use_frame, use_viewer},
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::{caller::Role, failure::Failure, tenants::Brand};
use leptos::{form::ActionForm, prelude::*};
use ui::{Bone, Button, Choice, Field, Look, Select, Skeleton, TextArea};

/// `/studio/brand`
#[component]
pub fn BrandPage() -> impl IntoView {
    let i18n = use_i18n();
    let viewer = use_viewer();
    let brand = remote(
        move || viewer.get().map(|viewer| viewer.role),
        |role| async move {
            // Everybody may read the brand; only those who may change it get its form.
            match role {
                Some(role) if role >= Role::Admin => server_fns::load_brand().await,
                Some(_) => Err(Failure::Forbidden),
                None => Err(Failure::SignInRequired),
            }
        },
    );
    view! {
        <PageTitle text=t!(i18n, "studio-brand") />
        <StudioHead at="/studio/brand" title=t!(i18n, "studio-brand") />
        <Remote resource=brand skeleton=move || view! { <Skeleton bone=Bone::Line count=8 label=t!(i18n, "common-loading") /> } let:brand>
            <BrandForm brand=brand />
            <super::logo_form::LogoForm />
        </Remote>
    }
}

#[component]
fn BrandForm(brand: Brand) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<SaveBrand>::new();
    let state = FormState::new("brand", move || refused(answered(action)));
    when_done(answered(action), |_| refresh_frame());
    let links = brand.links.iter().map(|link| format!("{} {}", link.label, link.url)).collect::<Vec<_>>().join("\n");
    let value = move |field: &'static str, stored: String| state.value(field).or(Some(stored));
    let languages = use_frame().with_untracked(|frame| frame.languages.clone());
    let languages = languages.into_iter().map(|language| Choice::new(language.locale.0, language.name)).collect();
    view! {
        <FormDone state=state value=answered(action) id="studio-saved" />
        <ActionForm action=action attr:class="form">
            <FormSummary state=state failure=answered(action) />
            <Field name="name" label=t!(i18n, "studio-brand-name") required=true maxlength=60 value=value("name", brand.name) error=state.error("name") />
            <Field name="tagline" label=t!(i18n, "studio-brand-tagline") maxlength=160 value=value("tagline", brand.tagline) error=state.error("tagline") />
            <div class="form__row">
                <Field name="hue" label=t!(i18n, "studio-brand-hue") hint=t!(i18n, "studio-brand-hue-hint") inputmode="decimal" value=value("hue", brand.hue.to_string()) error=state.error("hue") />
                <Field name="chroma" label=t!(i18n, "studio-brand-chroma") hint=t!(i18n, "studio-brand-chroma-hint") inputmode="decimal" value=value("chroma", brand.chroma.to_string()) error=state.error("chroma") />
            </div>
            <TextArea name="links" label=t!(i18n, "studio-brand-links") hint=t!(i18n, "studio-brand-links-hint") rows=4 value=value("links", links) error=state.error("links") />
            <div class="form__row">
                <Field name="time_zone" label=t!(i18n, "studio-brand-zone") hint=t!(i18n, "studio-brand-zone-hint") value=value("time_zone", brand.time_zone) error=state.error("time_zone") />
                <Select name="locale" label=t!(i18n, "studio-brand-language") choices=languages value=Some(brand.locale.0) error=state.error("locale") />
            </div>
            <div class="form__foot"><Button submit=true look=Look::Primary busy=action.pending()>{t!(i18n, "common-save")}</Button></div>
        </ActionForm>
    }
}
