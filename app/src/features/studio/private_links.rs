//! Private links: for a label, a club, a friend, before a mix is out.

use super::server_fns::{ShareMix, UnshareMix};
use crate::{
    features::mixes::share,
    form::{FormState, answered, refused, when_done},
    i18n::{argument, use_i18n},
    t,
};
use contract::studio::{LinkLife, PrivateLink, StudioMixDetail};
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Choice, Look, Notice, SectionHead, Select, Tone};

#[component]
pub fn PrivateLinks(data: RwSignal<StudioMixDetail>, changed: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let id = data.with_untracked(|detail| detail.mix.id);
    let make = ServerAction::<ShareMix>::new();
    let answer = answered(make);
    let state = FormState::new("share", move || refused(answer));
    when_done(answer, move |_| changed.run(()));
    let end = ServerAction::<UnshareMix>::new();
    let ended = answered(end);
    when_done(ended, move |()| changed.run(()));
    let lives = LinkLife::ALL.map(|life| {
        let name = life.name();
        Choice::new(name, Signal::derive(move || i18n.text(&format!("studio-share-{name}"), &[])))
    });
    let row = move |link: PrivateLink| {
        let PrivateLink { id: link_id, path, expires } = link;
        let title = data.with_untracked(|detail| detail.mix.title.clone());
        let copied = path.clone();
        let copy = Callback::new(move |()| share(title.clone(), copied.clone(), i18n));
        let when = expires.text.clone();
        view! {
            <li class="links__link">
                <a class="link" href=path rel="external">{move || i18n.text("studio-share-until", &[("when", argument(&when))])}</a>
                <div class="cluster">
                    <Button look=Look::Ghost small=true on_press=copy>{t!(i18n, "studio-share-copy")}</Button>
                    <ActionForm action=end>
                        <input type="hidden" name="id" value=id.to_string() />
                        <input type="hidden" name="link" value=link_id.to_string() />
                        <Button submit=true look=Look::Ghost small=true>{t!(i18n, "studio-share-end")}</Button>
                    </ActionForm>
                </div>
            </li>
        }
    };
    let links = move || data.with(|detail| detail.links.clone());
    view! {
        <section class="panel" aria-labelledby="share-title">
            <SectionHead title=t!(i18n, "studio-share") id="share-title" small=true />
            <p class="faint">{t!(i18n, "studio-share-text")}</p>
            {state.notice().map(|done| view! { <Notice tone=Tone::Good><p>{move || i18n.text(&done, &[])}</p></Notice> })}
            <ul class="links"><For each=links key=|link| link.id children=row /></ul>
            <ActionForm action=make attr:class="form">
                <input type="hidden" name="id" value=id.to_string() />
                <Select name="life" id="link" label=t!(i18n, "studio-share-life") choices=lives.to_vec() value=Some("week".to_owned()) error=state.error("link") />
                <Button submit=true small=true busy=make.pending()>{t!(i18n, "studio-share-make")}</Button>
            </ActionForm>
        </section>
    }
}
