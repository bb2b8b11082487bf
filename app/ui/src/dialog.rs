//! A modal question or small form, on the browser's own dialog element: focus is trapped and given back by it.

use crate::{Glyph, IconButton};
use leptos::{html, prelude::*};

/// Opens and closes with `open`; Escape, the cross and a press beside it close it too. What needs a dialog must also work
/// without one before hydration: give its opener an address to go to.
#[component]
pub fn Dialog(
    #[prop(into)] id: String,
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] close_label: Signal<String>,
    /// Buttons at the foot, the loudest last.
    #[prop(optional, into)]
    actions: ViewFn,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(dialog) = dialog.get() else { return };
        if wanted && !dialog.open() {
            // Fails only on a dialog that is not in the document, which can't be seen either.
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let title_id = format!("{id}-title");
    let labelled_by = title_id.clone();
    view! {
        <dialog
            class="dialog"
            id=id
            aria-labelledby=labelled_by
            closedby="any"
            node_ref=dialog
            on:close=move |_| open.set(false)
        >
            <div class="dialog__head">
                <h2 id=title_id>{move || title.get()}</h2>
                <form method="dialog">
                    <IconButton glyph=Glyph::Close label=close_label submit=true />
                </form>
            </div>
            <div class="dialog__body">{children()}</div>
            <div class="dialog__foot">{actions.run()}</div>
        </dialog>
    }
}
