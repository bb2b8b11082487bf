//! What could be meant, offered above the field while somebody writes: names, emoji, commands. A listbox that the field speaks for, so
//! that the focus stays where it is written.

use super::{
    commands,
    completion::{Asked, Kind, asked, bytes_at, closed_code, put, rank, utf16_at},
    composer::field,
    server_fns,
    talk::Talk,
};
use crate::{
    features::emotes::Picture,
    i18n::{argument, use_i18n},
    t,
};
use contract::emotes::Emote;
use leptos::{prelude::*, task::spawn_local};
use ui::Avatar;

const LIST: &str = "say-offers";
/// As many as a phone shows above its keyboard.
const MOST: usize = 6;

/// Something to put in.
#[derive(Clone, PartialEq)]
enum Offer {
    Name(String),
    Emoji { emoji: String, code: String },
    Emote(Emote),
    Command(commands::Kind),
}

impl Offer {
    /// What stands in the text once it is chosen.
    fn text(&self) -> String {
        match self {
            Self::Name(name) => format!("@{name} "),
            Self::Emoji { emoji, .. } => format!("{emoji} "),
            Self::Emote(emote) => format!(":{}: ", emote.name),
            Self::Command(kind) => format!("/{} ", kind.word()),
        }
    }

    /// Nothing is left to add.
    fn is(&self, typed: &str) -> bool {
        match self {
            Self::Name(name) => name.to_lowercase() == typed,
            Self::Emoji { .. } | Self::Emote(_) => false,
            Self::Command(kind) => kind.word() == typed,
        }
    }
}

#[derive(Clone, Copy)]
pub struct Offers {
    talk: Talk,
    asked: RwSignal<Option<Asked>>,
    /// Where somebody said no.
    dismissed: StoredValue<Option<usize>>,
    /// Emoji with their names; loaded with the first colon.
    emoji: RwSignal<Option<Vec<(String, String)>>>,
    offered: Memo<Vec<Offer>>,
    chosen: RwSignal<usize>,
}

impl Offers {
    pub fn new(talk: Talk) -> Self {
        let asked = RwSignal::new(None::<Asked>);
        let emoji = RwSignal::new(None::<Vec<(String, String)>>);
        let offered = Memo::new(move |_| {
            let Some(Asked { kind, typed, .. }) = asked.get() else { return Vec::new() };
            let offers = match kind {
                Kind::Name => names(talk, &typed),
                Kind::Emoji => emoji.with(|all| codes(talk, all.as_deref().unwrap_or_default(), &typed)),
                Kind::Command => words(talk.moderates(), &typed),
            };
            if matches!(offers.as_slice(), [only] if only.is(&typed)) { Vec::new() } else { offers }
        });
        Self { talk, asked, dismissed: StoredValue::new(None), emoji, offered, chosen: RwSignal::new(0) }
    }

    /// Looks at what stands before the caret.
    pub fn look(self) {
        let Some(field) = field() else { return };
        let text = field.value();
        let caret = match (field.selection_start(), field.selection_end()) {
            (Ok(Some(start)), Ok(Some(end))) if start == end => bytes_at(&text, start),
            _ => return self.asked.set(None),
        };
        let now = asked(&text, caret);
        if self.dismissed.get_value() != now.as_ref().map(|now| now.at.start) {
            self.dismissed.set_value(None);
        }
        match now.as_ref().map(|now| now.kind) {
            Some(Kind::Name) => self.talk.ask_who_is_here(),
            Some(Kind::Emoji) => self.load_emoji(),
            _ => {}
        }
        if let Some((at, code)) = closed_code(&text, caret)
            && let Some(emoji) = self.emoji_called(code)
        {
            self.write(put(&text, &at, &emoji));
            return self.asked.set(None);
        }
        let now = now.filter(|_| self.dismissed.get_value().is_none());
        if self.asked.with_untracked(|before| *before != now) {
            self.chosen.set(0);
            self.asked.set(now);
        }
    }

    pub fn close(self) {
        self.asked.set(None);
    }

    /// A key that the list takes before the field does.
    pub fn takes(self, key: &str) -> bool {
        let count = self.offered.with_untracked(Vec::len);
        if count == 0 {
            return false;
        }
        let now = self.chosen.get_untracked().min(count - 1);
        match key {
            "ArrowDown" => self.chosen.set((now + 1) % count),
            "ArrowUp" => self.chosen.set((now + count - 1) % count),
            "Enter" | "Tab" => self.choose(now),
            "Escape" => {
                self.dismissed.set_value(self.asked.with_untracked(|asked| asked.as_ref().map(|asked| asked.at.start)));
                self.asked.set(None);
            }
            _ => return false,
        }
        true
    }

    fn choose(self, at: usize) {
        let offer = self.offered.with_untracked(|offered| offered.get(at).cloned());
        let (Some(offer), Some(asked), Some(field)) = (offer, self.asked.get_untracked(), field()) else { return };
        let text = field.value();
        if text.get(asked.at.clone()).is_some() {
            self.write(put(&text, &asked.at, &offer.text()));
        }
        self.asked.set(None);
        // A field that is there takes the focus.
        let _ = field.focus();
    }

    fn write(self, (text, caret): (String, usize)) {
        let caret = utf16_at(&text, caret);
        self.talk.write(text);
        if let Some(field) = field() {
            // A place within the text is one that can be set.
            let _ = field.set_selection_range(caret, caret);
        }
    }

    fn emoji_called(self, code: &str) -> Option<String> {
        // An emote of the tenant stays what it is.
        if self.talk.emotes.with_untracked(|all| all.iter().any(|emote| emote.name == code)) {
            return None;
        }
        self.emoji.with_untracked(|all| all.as_ref()?.iter().find(|(_, name)| name == code).map(|(emoji, _)| emoji.clone()))
    }

    fn load_emoji(self) {
        if self.emoji.with_untracked(Option::is_some) {
            return;
        }
        self.emoji.set(Some(Vec::new()));
        spawn_local(async move {
            // Without them names of emoji stay what was typed; the next colon asks again.
            self.emoji.try_set(server_fns::emoji_names().await.ok());
        });
    }
}

fn names(talk: Talk, typed: &str) -> Vec<Offer> {
    let own = talk.reader_account();
    talk.known.with(|known| {
        let others = known.iter().filter(|person| Some(person.account) != own && !person.name.is_empty());
        best(others.filter_map(|person| Some((rank(&person.name, typed)?, Offer::Name(person.name.clone())))))
    })
}

/// The tenant's own come first.
fn codes(talk: Talk, all: &[(String, String)], typed: &str) -> Vec<Offer> {
    let own = |emote: &Emote| Some(((rank(&emote.name, typed)?, 0), Offer::Emote(emote.clone())));
    let own: Vec<_> = talk.emotes.with(|emotes| emotes.iter().filter_map(own).collect());
    let offer = |(emoji, code): &(String, String)| Offer::Emoji { emoji: emoji.clone(), code: code.clone() };
    // Of those that begin alike the shortest is meant most often.
    let everybodys = all.iter().filter_map(|one| Some(((rank(&one.1, typed)?, one.1.len()), offer(one))));
    best(own.into_iter().chain(everybodys))
}

fn words(moderates: bool, typed: &str) -> Vec<Offer> {
    let may = |kind: &commands::Kind| (moderates || !kind.moderates()) && kind.word().starts_with(typed);
    commands::Kind::ALL.into_iter().filter(may).map(Offer::Command).collect()
}

/// The first of those that fit best.
fn best<Rank: Ord + Copy>(ranked: impl Iterator<Item = (Rank, Offer)>) -> Vec<Offer> {
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut best: Vec<Offer> = Vec::new();
    for (_, offer) in ranked {
        if best.len() < MOST && !best.contains(&offer) {
            best.push(offer);
        }
    }
    best
}

#[component]
pub fn OfferList(offers: Offers) -> impl IntoView {
    let i18n = use_i18n();
    let count = Memo::new(move |_| offers.offered.with(Vec::len));
    let chosen = Memo::new(move |_| offers.chosen.get().min(count.get().saturating_sub(1)));
    // The field speaks for the list.
    Effect::new(move |_| {
        let Some(field) = field() else { return };
        let set = |name: &str, value: &str| drop(field.set_attribute(name, value));
        set("aria-autocomplete", "list");
        if count.get() == 0 {
            for gone in ["aria-controls", "aria-activedescendant"] {
                drop(field.remove_attribute(gone));
            }
        } else {
            set("aria-controls", LIST);
            set("aria-activedescendant", &option_id(chosen.get()));
            let at = chosen.get();
            request_animation_frame(move || {
                if let Some(option) = document().get_element_by_id(&option_id(at)) {
                    let near = web_sys::ScrollIntoViewOptions::new();
                    near.set_block(web_sys::ScrollLogicalPosition::Nearest);
                    option.scroll_into_view_with_scroll_into_view_options(&near);
                }
            });
        }
    });
    let one = move |(at, offer): (usize, Offer)| {
        let shown = match offer {
            Offer::Name(name) => view! { <Avatar name=name.clone() /> <span class="offers__name">{name}</span> }.into_any(),
            Offer::Emoji { emoji, code } => {
                view! { <span class="offers__emoji">{emoji}</span> <span class="offers__name">{code}</span> }.into_any()
            }
            Offer::Emote(emote) => {
                let name = emote.name.clone();
                view! { <span class="offers__emoji"><Picture emote=emote /></span> <span class="offers__name">{name}</span> }.into_any()
            }
            Offer::Command(kind) => view! {
                <b class="offers__command">{format!("/{}", kind.word())}</b>
                <span class="faint">{move || i18n.text(&format!("commands-word-{}", kind.word()), &[])}</span>
            }
            .into_any(),
        };
        view! {
            <li
                class="offers__one"
                role="option"
                id=option_id(at)
                aria-selected=move || (chosen.get() == at).to_string()
                on:mousedown=|press| press.prevent_default()
                on:click=move |_| offers.choose(at)
            >
                {shown}
            </li>
        }
    };
    view! {
        <span class="visually-hidden" role="status">
            {move || (count.get() > 0).then(|| i18n.text("commands-offers", &[("count", argument(&count.get()))]))}
        </span>
        {move || (count.get() > 0).then(|| view! {
            <ul class="offers" id=LIST role="listbox" aria-label=t!(i18n, "commands-offered")>
                {move || offers.offered.get().into_iter().enumerate().map(one).collect_view()}
            </ul>
        })}
    }
}

fn option_id(at: usize) -> String {
    format!("{LIST}-{at}")
}
