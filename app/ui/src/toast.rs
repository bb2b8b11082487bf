//! Short news at the foot of the page, with at most one thing to do about it. Not for errors of a form: they stand there.

use crate::{Glyph, IconButton};
use leptos::prelude::*;
use std::time::Duration;

/// How long a toast stays: also how long an act can be undone.
const STAY: Duration = Duration::from_secs(10);

/// One message.
#[derive(Clone)]
pub struct Toast {
    id: u64,
    text: String,
    action: Option<(String, Callback<()>)>,
}

/// The messages now shown, from the context that [`Toasts::provide`] made.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    held: RwSignal<bool>,
    next: StoredValue<u64>,
}

impl Toasts {
    /// Makes the list and puts it into the context; call once, at the root.
    pub fn provide() -> Self {
        let toasts = Self { shown: RwSignal::new(Vec::new()), held: RwSignal::new(false), next: StoredValue::new(0) };
        provide_context(toasts);
        toasts
    }

    /// The list of this page, if the root provided one.
    pub fn get() -> Option<Self> {
        use_context()
    }

    /// Shows a message for 10 s. Call it from event handlers and effects: the server shows none.
    pub fn show(self, text: impl Into<String>) {
        self.push(text.into(), None);
    }

    /// Shows a message with one action, as "Undo".
    pub fn show_with(self, text: impl Into<String>, label: impl Into<String>, act: Callback<()>) {
        self.push(text.into(), Some((label.into(), act)));
    }

    fn push(self, text: String, action: Option<(String, Callback<()>)>) {
        let Some(id) = self.next.try_update_value(|next| {
            *next += 1;
            *next
        }) else {
            return;
        };
        self.shown.update(|shown| shown.push(Toast { id, text, action }));
        self.wait(id);
    }

    fn wait(self, id: u64) {
        let expire = move || {
            // Whoever points at or stands on a toast is reading it.
            if self.held.try_get_untracked() == Some(true) { self.wait(id) } else { self.close(id) }
        };
        set_timeout(expire, STAY);
    }

    fn close(self, id: u64) {
        self.shown.try_update(|shown| shown.retain(|toast| toast.id != id));
        self.held.try_set(false);
    }
}

/// The place where toasts appear. A polite live region, there from the start so that it is announced.
#[component]
pub fn ToastRegion(toasts: Toasts, #[prop(into)] close_label: Signal<String>) -> impl IntoView {
    let one = move |toast: Toast| {
        let id = toast.id;
        let action = toast.action.map(|(label, act)| {
            let press = move |_| {
                act.run(());
                toasts.close(id);
            };
            view! { <button type="button" class="toast__action" on:click=press>{label}</button> }
        });
        view! {
            <div class="toast">
                <p class="toast__text">{toast.text}</p>
                {action}
                <IconButton glyph=Glyph::Close label=close_label on_press=Callback::new(move |()| toasts.close(id)) />
            </div>
        }
    };
    view! {
        <div
            class="toasts"
            role="status"
            aria-live="polite"
            on:pointerenter=move |_| toasts.held.set(true)
            on:pointerleave=move |_| toasts.held.set(false)
            on:focusin=move |_| toasts.held.set(true)
            on:focusout=move |_| toasts.held.set(false)
        >
            <For each=move || toasts.shown.get() key=|toast| toast.id children=one />
        </div>
    }
}
