//! The foot of every page: language, theme, the brand's links. Each works as a plain form; scripts answer the press before it is sent.

use crate::{
    frame::{LanguageChoice, use_frame},
    i18n::use_i18n,
    server_fns::{ChooseLanguage, ChooseTheme, choose_language, choose_theme},
    t,
};
use leptos::{prelude::*, server_fn::ServerFn, task::spawn_local};

#[component]
pub fn Foot() -> impl IntoView {
    let frame = use_frame();
    let links = move || {
        let links = frame.with(|frame| frame.brand.links.clone());
        links.into_iter().map(|link| view! { <a href=link.url rel="me noopener">{link.label}</a> }).collect_view()
    };
    view! {
        <footer class="site-foot">
            {links}
            <LanguageForm />
            <ThemeForm />
            {move || frame.with(|frame| frame.development_inbox).then(|| view! { <a href="/dev/inbox" rel="external">"Inbox"</a> })}
        </footer>
    }
}

/// Switches in place: fetches the language's messages and the frame, and remembers the choice.
#[component]
fn LanguageForm() -> impl IntoView {
    let i18n = use_i18n();
    let frame = use_frame();
    let switch = move |language: LanguageChoice| {
        spawn_local(async move {
            if choose_language(language.locale.0.clone()).await.is_err() {
                return;
            }
            if let Some(catalogue) = crate::browser::catalogue::fetch(&language.catalogue_url).await {
                frame.update(|frame| frame.locale = language.locale.clone());
                i18n.switch(std::sync::Arc::new(catalogue));
            }
        });
    };
    let button = move |language: LanguageChoice| {
        let locale = language.locale.clone();
        let chosen = {
            let locale = locale.clone();
            move || i18n.locale() == locale
        };
        view! {
            <button
                type="submit"
                name="locale"
                value=locale.0.clone()
                lang=locale.0
                class="site-foot__choice"
                aria-pressed=move || chosen().to_string()
                on:click=move |press| {
                    press.prevent_default();
                    switch(language.clone());
                }
            >
                {language.name.clone()}
            </button>
        }
    };
    view! {
        <form action=ChooseLanguage::url() method="post">
            <fieldset class="site-foot__choices">
                <legend class="visually-hidden">{t!(i18n, "common-language")}</legend>
                {frame.with_untracked(|frame| frame.languages.clone()).into_iter().map(button).collect_view()}
            </fieldset>
        </form>
    }
}

#[component]
fn ThemeForm() -> impl IntoView {
    let i18n = use_i18n();
    let frame = use_frame();
    let button = move |theme: &'static str, label: Signal<String>| {
        let choose = move |press: web_sys::MouseEvent| {
            press.prevent_default();
            frame.update(|frame| frame.theme = (!theme.is_empty()).then(|| theme.to_owned()));
            if let Some(root) = document().document_element() {
                // Setting an attribute of the root fails on no browser.
                let _ = if theme.is_empty() { root.remove_attribute("data-theme") } else { root.set_attribute("data-theme", theme) };
            }
            spawn_local(async move {
                // Not remembered is not lost: the page has it already.
                let _ = choose_theme(theme.to_owned()).await;
            });
        };
        let chosen = move || frame.with(|frame| frame.theme.as_deref().unwrap_or_default() == theme);
        view! {
            <button type="submit" name="theme" value=theme class="site-foot__choice" aria-pressed=move || chosen().to_string() on:click=choose>
                {label}
            </button>
        }
    };
    view! {
        <form action=ChooseTheme::url() method="post">
            <fieldset class="site-foot__choices">
                <legend class="visually-hidden">{t!(i18n, "common-theme")}</legend>
                {button("", t!(i18n, "common-theme-system"))}
                {button("dark", t!(i18n, "common-theme-dark"))}
                {button("light", t!(i18n, "common-theme-light"))}
            </fieldset>
        </form>
    }
}
