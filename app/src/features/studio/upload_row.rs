//! One running upload: how far it is, and what can be done with it.

use super::uploads::{Transfer, Upload, Uploads};
use crate::{i18n::use_i18n, t};
use leptos::prelude::*;
use ui::{Button, Glyph, Icon, IconButton, Look, Progress};

/// Megabytes as people read them; only whole ones matter while they run.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

#[component]
pub fn UploadRow(upload: Upload) -> impl IntoView {
    let i18n = use_i18n();
    let uploads = Uploads::get();
    let percent = Signal::derive(move || Some(if upload.size == 0 { 0.0 } else { upload.sent.get() as f64 * 100.0 / upload.size as f64 }));
    let note = move || match upload.state.get() {
        Transfer::Going => i18n.text(
            "studio-upload-going",
            &[("sent", crate::i18n::argument(&megabytes(upload.sent.get()))), ("size", crate::i18n::argument(&megabytes(upload.size)))],
        ),
        Transfer::Paused => i18n.text("studio-upload-paused", &[]),
        Transfer::Waiting => i18n.text("studio-upload-waiting", &[]),
        Transfer::Refused(reasons) => reasons.iter().map(|reason| i18n.message(reason)).collect::<Vec<_>>().join(" "),
        Transfer::Done => i18n.text("studio-upload-done", &[]),
        Transfer::GivenUp => String::new(),
    };
    let refused = move || matches!(upload.state.get(), Transfer::Refused(_));
    let name = upload.name.get_value();
    let key = move || {
        match upload.state.get() {
        Transfer::Going | Transfer::Waiting => view! {
            <Button small=true look=Look::Ghost on_press=Callback::new(move |()| uploads.pause(upload))>{t!(i18n, "studio-pause")}</Button>
        }
        .into_any(),
        Transfer::Paused => view! {
            <Button small=true look=Look::Ghost on_press=Callback::new(move |()| uploads.resume(upload))>{t!(i18n, "studio-resume")}</Button>
        }
        .into_any(),
        Transfer::Refused(_) | Transfer::Done | Transfer::GivenUp => ().into_any(),
    }
    };
    view! {
        <li class="row row--folds">
            <span class="row__lead"><Icon glyph=Glyph::Upload /></span>
            <div class="row__body">
                <span class="row__title">{name.clone()}</span>
                <span class="row__note num" class:bad=refused role="status">{note}</span>
                <Progress label=t!(i18n, "studio-upload-progress", name = name) value=percent />
            </div>
            <div class="row__more">
                {key}
                <IconButton glyph=Glyph::Close label=t!(i18n, "studio-upload-dismiss") on_press=Callback::new(move |()| uploads.dismiss(upload)) />
            </div>
        </li>
    }
}
