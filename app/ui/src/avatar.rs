//! A person's picture, or their initials on a colour that is always theirs.

use crate::seed;
use leptos::prelude::*;

/// Decorative: the name always stands beside it.
#[component]
pub fn Avatar(
    #[prop(into)] name: String,
    #[prop(optional, into)] image: Signal<Option<String>>,
    #[prop(optional)] large: bool,
) -> impl IntoView {
    let class = if large { "avatar avatar--l" } else { "avatar" };
    let letters = initials(&name);
    view! {
        <span class=class style=format!("--avatar-hue:{}", seed::hue(&name)) aria-hidden="true">
            {move || match image.get() {
                Some(url) => view! { <img src=url alt="" width="72" height="72" loading="lazy" /> }.into_any(),
                None => letters.clone().into_any(),
            }}
        </span>
    }
}

/// First letters of the first and the last word.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_the_first_and_last_word() {
        assert_eq!(initials("Danny Hectic B"), "DB");
        assert_eq!(initials("ama"), "A");
        assert_eq!(initials("élan vital"), "ÉV");
        assert_eq!(initials("  "), "");
    }
}
