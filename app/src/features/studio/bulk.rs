//! One change to all mixes that are ticked in the list. The ticks belong to this form by its id.

use super::server_fns::{ChangeMixes, undo_delete_mix};
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused, when_done},
    i18n::{argument, use_i18n},
    t,
};
use contract::{outcome::Message, studio::BulkDone};
use leptos::{form::ActionForm, prelude::*, task::spawn_local};
use ui::{Button, Choice, Field, Notice, Select, Toasts, Tone};

/// The `form` of the ticks.
pub const FORM: &str = "bulk";

const CHANGES: [&str; 6] = ["public", "unlisted", "draft", "genre", "series", "delete"];

#[component]
pub fn Bulk(changed: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<ChangeMixes>::new();
    let answer = answered(action);
    let state = FormState::new("bulk", move || refused(answer)).with_ids(&[("mixes", "bulk-change")]);
    let left = RwSignal::new(Vec::<(String, Message)>::new());
    let form = NodeRef::<leptos::html::Form>::new();
    when_done(answer, move |done: BulkDone| {
        let BulkDone { changed: count, left: refused, undo } = done;
        left.set(refused);
        // The work is done: nothing stays ticked.
        if let Some(form) = form.get_untracked() {
            form.reset();
        }
        changed.run(());
        let Some(toasts) = Toasts::get() else { return };
        let text = i18n.text("studio-bulk-done", &[("count", argument(&count))]);
        if undo.is_empty() {
            toasts.show(text);
            return;
        }
        let take_back = Callback::new(move |()| {
            let undo = undo.clone();
            spawn_local(async move {
                for mix in undo {
                    // Too late is said by the list, which then lacks the mix.
                    if let Err(failure) = undo_delete_mix(mix.id).await {
                        toasts.show(i18n.failure(&failure));
                    }
                }
                changed.run(());
            });
        });
        toasts.show_with(text, i18n.text("common-undo", &[]), take_back);
    });
    let choices = CHANGES.map(|change| Choice::new(change, Signal::derive(move || i18n.text(&format!("studio-bulk-{change}"), &[]))));
    let change = RwSignal::new(CHANGES[0].to_owned());
    let refusals = move || {
        let left = left.get();
        (!left.is_empty()).then(|| view! {
            <Notice tone=Tone::Danger>
                <p>{t!(i18n, "studio-bulk-left")}</p>
                <ul>{left.into_iter().map(|(title, reason)| view! { <li><b>{title}</b> ": " {move || i18n.message(&reason)}</li> }).collect_view()}</ul>
            </Notice>
        })
    };
    view! {
        <details class="form__more bulk">
            <summary>{t!(i18n, "studio-bulk")}</summary>
            <ActionForm action=action node_ref=form attr:id=FORM attr:class="form">
                <FormSummary state=state failure=answer />
                <p class="faint">{t!(i18n, "studio-bulk-text")}</p>
                <div class="form__row">
                    <Select name="change" id="bulk-change" label=t!(i18n, "studio-bulk-change") choices=choices.to_vec() on_change=Callback::new(move |chosen| change.set(chosen)) />
                    <div class:bulk__name--idle=move || !matches!(change.get().as_str(), "genre" | "series")>
                        <Field name="name" id="bulk-name" label=t!(i18n, "studio-bulk-name") maxlength=80 />
                    </div>
                </div>
                <Button submit=true small=true busy=action.pending()>{t!(i18n, "studio-bulk-apply")}</Button>
            </ActionForm>
            {refusals}
        </details>
        {state.notice().is_some().then(|| view! { <FormDone state=state value=answer id="studio-bulk-saved" /> })}
    }
}
