//! Where files come in: a picker and a place to drop them, with what is on its way below.

use super::{
    upload_row::UploadRow,
    uploads::{Transfer, Uploads},
};
use crate::{
    i18n::{argument, use_i18n},
    remote::Json,
    t,
};
use contract::{failure::Failure, studio::StudioOverview};
use leptos::prelude::*;
use ui::{Glyph, Icon, SectionHead};

/// Takes files by picker or drop, several at once.
#[component]
pub fn DropZone(
    /// Says how large a file may be.
    overview: Resource<Result<StudioOverview, Failure>, Json>,
) -> impl IntoView {
    let i18n = use_i18n();
    let uploads = Uploads::get();
    let over = RwSignal::new(false);
    let drop = move |dropped: web_sys::DragEvent| {
        dropped.prevent_default();
        over.set(false);
        if let Some(files) = dropped.data_transfer().and_then(|data| data.files()) {
            uploads.add(&files);
        }
    };
    let pick = move |picked: web_sys::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&picked);
        if let Some(files) = input.files() {
            uploads.add(&files);
        }
        // So that choosing the same file again is a change too.
        input.set_value("");
    };
    let underway = move || uploads.running.get().into_iter().filter(|upload| upload.state.get() != Transfer::Done).collect::<Vec<_>>();
    view! {
        <section class="panel" aria-label=t!(i18n, "studio-new-mix")>
            <SectionHead title=t!(i18n, "studio-new-mix") small=true />
            <label
                class="drop"
                class:drop--over=over
                on:dragover=move |dragged: web_sys::DragEvent| {
                    dragged.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=drop
            >
                <Icon glyph=Glyph::Upload />
                <span class="drop__title">{t!(i18n, "studio-drop")}</span>
                <span class="faint">
                    <Transition>{move || overview.get().and_then(Result::ok).map(|overview| i18n.text("studio-drop-formats", &[("limit", argument(&overview.max_upload.text))]))}</Transition>
                </span>
                <input class="drop__input" type="file" multiple accept="audio/*,.mp3,.m4a,.aac,.flac,.wav,.aif,.aiff,.ogg,.opus" aria-label=t!(i18n, "studio-drop") on:change=pick />
            </label>
            <noscript inner_html=move || format!("<p>{}</p>", i18n.text("studio-upload-scripts", &[]))></noscript>
            <div class="rows-box"><ul class="rows"><For each=underway key=|upload| upload.key children=|upload| view! { <UploadRow upload=upload /> } /></ul></div>
        </section>
    }
}
