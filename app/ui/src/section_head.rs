//! The head of a section: its title, and at the other end one link or note.

use leptos::prelude::*;

/// The children stand at the end of the line. How large it looks (`small`) and where it stands in the order of headings
/// (`sub` makes an `h3`) are two things.
#[component]
pub fn SectionHead(
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] small: bool,
    #[prop(optional)] sub: bool,
    /// So that a section can be named by it.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let class = if small { "section__head section__head--small" } else { "section__head" };
    let heading = if sub {
        view! { <h3 id=id>{move || title.get()}</h3> }.into_any()
    } else {
        view! { <h2 id=id>{move || title.get()}</h2> }.into_any()
    };
    view! { <div class=class>{heading} {children.map(|children| children())}</div> }
}
