//! Another recording under the same address: chosen among drafts that came in by an ordinary upload.

use super::server_fns::ReplaceRecording;
use crate::{
    form::{FormDone, FormState, answered, refused, when_done},
    i18n::use_i18n,
    t,
};
use contract::studio::StudioMixDetail;
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Choice, SectionHead, Select};

#[component]
pub fn ReplaceForm(data: RwSignal<StudioMixDetail>) -> impl IntoView {
    let i18n = use_i18n();
    let id = data.with_untracked(|detail| detail.mix.id);
    let action = ServerAction::<ReplaceRecording>::new();
    let answer = answered(action);
    let state = FormState::new("replace", move || refused(answer));
    when_done(answer, move |detail| data.set(detail));
    let recordings = Memo::new(move |_| data.with(|detail| detail.recordings.clone()));
    let form = move || {
        let choices: Vec<Choice> = recordings.get().into_iter().map(|draft| Choice::new(draft.mix.to_string(), draft.name)).collect();
        (!choices.is_empty()).then(|| {
            view! {
                <ActionForm action=action attr:class="form">
                    <input type="hidden" name="id" value=id.to_string() />
                    <Select name="from" id="from" label=t!(i18n, "studio-replace-from") choices=choices error=state.error("from") />
                    <Button submit=true small=true busy=action.pending()>{t!(i18n, "studio-replace-button")}</Button>
                </ActionForm>
            }
        })
    };
    view! {
        <section class="panel" aria-labelledby="replace-title">
            <SectionHead title=t!(i18n, "studio-replace") id="replace-title" small=true />
            <p class="faint">{t!(i18n, "studio-replace-text")}</p>
            <FormDone state=state value=answer id="studio-replaced" />
            {form}
        </section>
    }
}
