//! A password, hidden until asked to show. The button that shows it appears with hydration: before, it could do nothing.

use crate::field_frame::{FieldFrame, described_by, shown};
use crate::{Glyph, IconButton};
use leptos::prelude::*;

/// A labelled password input. It never takes a value: passwords are not given back.
#[component]
pub fn PasswordField(
    #[prop(into)] name: String,
    #[prop(into)] label: Signal<String>,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
    #[prop(into)] show_label: Signal<String>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional)] minlength: Option<u32>,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let own = id.clone();
    let (shows, set_shows) = signal(false);
    let (hydrated, set_hydrated) = signal(false);
    Effect::new(move |_| set_hydrated.set(true));
    view! {
        <FieldFrame id=id.clone() label=label optional_mark=Signal::default() hint=hint error=error>
            <input
                class="field__input"
                id=id
                name=name
                type=move || if shows.get() { "text" } else { "password" }
                autocomplete=autocomplete
                autocapitalize="off"
                spellcheck="false"
                minlength=minlength.map(|least| least.to_string())
                required=required
                aria-invalid=move || shown(error).map(|_| "true")
                aria-describedby=move || described_by(&own, hint, error)
            />
            {move || {
                hydrated.get().then(|| {
                    view! {
                        <IconButton
                            glyph=Signal::derive(move || if shows.get() { Glyph::EyeOff } else { Glyph::Eye })
                            label=show_label
                            pressed=shows
                            on_press=Callback::new(move |()| set_shows.update(|on| *on = !*on))
                        />
                    }
                })
            }}
        </FieldFrame>
    }
}
