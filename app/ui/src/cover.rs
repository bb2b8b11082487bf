//! Square artwork in the size the place needs, with its place held before it arrives.

use crate::CoverArt;
use leptos::prelude::*;

/// The addresses of one picture at the four widths that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverUrls {
    pub w96: String,
    pub w320: String,
    pub w640: String,
    pub w1400: String,
}

impl CoverUrls {
    /// Asks for the address of each width in pixels.
    pub fn from_width(url: impl Fn(u32) -> String) -> Self {
        Self { w96: url(96), w320: url(320), w640: url(640), w1400: url(1400) }
    }

    fn srcset(&self) -> String {
        let Self { w96, w320, w640, w1400 } = self;
        format!("{w96} 96w, {w320} 320w, {w640} 640w, {w1400} 1400w")
    }
}

/// Artwork, or a picture drawn from `seed` where there is none. An empty `alt` makes it decorative.
#[component]
pub fn Cover(
    urls: Option<CoverUrls>,
    #[prop(into)] alt: Signal<String>,
    /// What the picture is of, as the id or title of the mix.
    #[prop(into)]
    seed: String,
    /// How wide it is drawn, in the words of the `sizes` attribute.
    #[prop(default = "(min-width: 900px) 240px, 50vw")]
    sizes: &'static str,
    /// Above the fold: loaded at once and first.
    #[prop(optional)]
    eager: bool,
    /// A tiny preview as a `data:image/` address.
    #[prop(optional, into)]
    thumb: Signal<Option<String>>,
) -> impl IntoView {
    let Some(urls) = urls else {
        return view! { <CoverArt seed=seed alt=alt /> }.into_any();
    };
    let preview = move || thumb.get().filter(|url| is_preview(url)).map(|url| format!("background-image:url({url})"));
    view! {
        <img
            class="cover"
            srcset=urls.srcset()
            sizes=sizes
            src=urls.w640
            alt=move || alt.get()
            width="640"
            height="640"
            loading=if eager { "eager" } else { "lazy" }
            fetchpriority=eager.then_some("high")
            decoding="async"
            style=preview
        />
    }
    .into_any()
}

/// Only what can't leave the `url()` it stands in.
fn is_preview(url: &str) -> bool {
    url.starts_with("data:image/") && url.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=:;,.-".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::is_preview;

    #[test]
    fn a_preview_cannot_carry_other_styles() {
        assert!(is_preview("data:image/png;base64,iVBOR+/="));
        assert!(!is_preview("data:image/png;base64,x);position:fixed"));
        assert!(!is_preview("https://elsewhere.example/x.png"));
    }
}
