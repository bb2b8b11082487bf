//! The heart. Works as a plain form for readers without scripts.

use super::server_fns::{SetLike, set_like};
use crate::{frame::use_viewer, i18n::use_i18n, t};
use contract::{ids::MixId, shown::Shown};
use leptos::{prelude::*, server_fn::ServerFn, task::spawn_local};
use ui::{Button, Glyph, LinkButton, Look};

/// Likes a mix, or takes it back; people who aren't signed in are sent there.
#[component]
pub fn LikeButton(mix: MixId, liked: bool, likes: Shown<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let viewer = use_viewer();
    let liked = RwSignal::new(liked);
    let count = RwSignal::new(likes.text);
    let press = move |submitted: web_sys::SubmitEvent| {
        submitted.prevent_default();
        let wanted = !liked.get_untracked();
        liked.set(wanted);
        spawn_local(async move {
            match set_like(mix, wanted).await {
                Ok(state) => {
                    liked.set(state.liked);
                    count.set(state.likes.text);
                }
                Err(_) => liked.set(!wanted),
            }
        });
    };
    let label = Signal::derive(move || i18n.text("listening-like", &[]));
    let glyph = move || if liked.get() { Glyph::HeartFilled } else { Glyph::Heart };
    view! {
        {move || if viewer.with(Option::is_some) {
            view! {
                <form action=SetLike::url() method="post" on:submit=press>
                    <input type="hidden" name="mix" value=mix.to_string() />
                    <input type="hidden" name="liked" value=move || (!liked.get()).to_string() />
                    <Button look=Look::Ghost submit=true label=label pressed=liked>
                        {move || view! { <ui::Icon glyph=glyph() /> }}
                        <span class="num">{count}</span>
                    </Button>
                </form>
            }.into_any()
        } else {
            view! {
                <LinkButton href="/sign-in" look=Look::Ghost glyph=Glyph::Heart label=t!(i18n, "listening-like-sign-in")>
                    <span class="num">{count}</span>
                </LinkButton>
            }.into_any()
        }}
    }
}
