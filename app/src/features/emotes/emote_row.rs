//! One emote: its picture, another name for it, and its end, which is asked about in a part that folds out without scripts too.

use super::{
    inline::Picture,
    server_fns::{RemoveEmote, RenameEmote},
};
use crate::{
    form::{FormState, FormSummary, answered, refused, when_done, when_done_plain},
    i18n::use_i18n,
    t,
};
use contract::emotes::{Emote, LONGEST_EMOTE};
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Field, Look};

#[component]
pub fn EmoteRow(emote: Emote, changed: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let (id, name, shown) = (emote.id, emote.name.clone(), format!(":{}:", emote.name));
    let rename = ServerAction::<RenameEmote>::new();
    let remove = ServerAction::<RemoveEmote>::new();
    when_done(answered(rename), move |()| changed.run(()));
    when_done_plain(remove, move || changed.run(()));
    let now = name.clone();
    let state = FormState::new("rename-emote", move || refused(answered(rename)));
    // What a plain POST left belongs to one of the forms.
    let own = state.value("emote").is_none_or(|flashed| flashed == id.to_string());
    let error = state.error("name");
    let error = Signal::derive(move || if own { error.get() } else { None });
    view! {
        <li class="emotes__one" aria-labelledby=format!("emote-{id}")>
            <div class="emotes__shown"><Picture emote=emote /></div>
            <p class="emotes__name" id=format!("emote-{id}")>{shown}</p>
            <details class="form__more">
                <summary>{t!(i18n, "emotes-rename")}</summary>
                <FormSummary state=FormState::new("nothing", || None) failure=answered(rename) />
                <ActionForm action=rename attr:class="form">
                    <input type="hidden" name="emote" value=id.to_string() />
                    <Field
                        name="name"
                        id=format!("name-{id}")
                        label=t!(i18n, "emotes-name")
                        required=true
                        maxlength=LONGEST_EMOTE as u32
                        autocomplete="off"
                        value=state.value("name").filter(|_| own).or(Some(now))
                        error=error
                    />
                    <Button submit=true small=true busy=rename.pending()>{t!(i18n, "common-save")}</Button>
                </ActionForm>
            </details>
            <details class="form__more">
                <summary>{t!(i18n, "emotes-remove")}</summary>
                <ActionForm action=remove attr:class="form">
                    <input type="hidden" name="emote" value=id.to_string() />
                    <p>{t!(i18n, "emotes-remove-ask")}</p>
                    <Button submit=true small=true look=Look::Danger busy=remove.pending()>{t!(i18n, "emotes-remove-yes", name = name)}</Button>
                </ActionForm>
            </details>
        </li>
    }
}
