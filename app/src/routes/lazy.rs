//! Pages whose code comes in files of their own, so that a visit pays for what it shows.
//!
//! The server names the file of the page it renders, and the browser fetches it beside the rest. Home is no such page: most visits begin
//! there. A few files, not one a page: what pages share would come in dozens of pieces.

use crate::features::{accounts, bots, chat, emotes, library, me, mixes, moderation, notifications, player, requests, shoutouts, studio};
use leptos::prelude::*;
use leptos_router::ChooseView;

/// A page of such a file, or a part of the player. One type for all: the router's code comes again for each type of view it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Page {
    Mixes,
    Mix,
    Dj,
    PlayerBar,
    PlayerSheet,
    PlayerKeys,
    Library,
    Me,
    Notifications,
    SignUp,
    SignIn,
    Confirm,
    ConfirmEmail,
    Forgot,
    Reset,
    Studio,
    EditMix,
    Tracklist,
    Duplicates,
    Imports,
    People,
    Bots,
    Emotes,
    Brand,
    Console,
    Moderation,
    MomentCard,
    Live,
    Requests,
    ShoutOuts,
}

/// Looking around, and what the player shows once there is something to play.
#[lazy]
fn around(page: Page) -> AnyView {
    match page {
        Page::Mixes => mixes::MixesPage().into_any(),
        Page::Mix => mixes::MixPage().into_any(),
        Page::Dj => mixes::DjPage().into_any(),
        Page::PlayerBar => player::FullBar().into_any(),
        Page::PlayerSheet => player::PlayerSheet().into_any(),
        _ => player::KeysHelp().into_any(),
    }
}

/// A reader's own account, and the ways into it.
#[lazy]
fn own(page: Page) -> AnyView {
    match page {
        Page::Library => library::LibraryPage().into_any(),
        Page::Me => me::MePage().into_any(),
        Page::Notifications => notifications::NotificationsPage().into_any(),
        Page::SignUp => accounts::SignUpPage().into_any(),
        Page::SignIn => accounts::SignInPage().into_any(),
        Page::Confirm => accounts::ConfirmPage().into_any(),
        Page::ConfirmEmail => accounts::ConfirmEmailPage().into_any(),
        Page::Forgot => accounts::ForgotPage().into_any(),
        _ => accounts::ResetPage().into_any(),
    }
}

/// The DJ's side.
#[lazy]
fn backstage(page: Page) -> AnyView {
    match page {
        Page::Studio => studio::StudioPage().into_any(),
        Page::EditMix => studio::EditMixPage().into_any(),
        Page::Tracklist => studio::TracklistPage().into_any(),
        Page::Duplicates => studio::DuplicatesPage().into_any(),
        Page::Imports => studio::ImportsPage().into_any(),
        Page::People => studio::PeoplePage().into_any(),
        Page::Bots => bots::BotsPage().into_any(),
        Page::Emotes => emotes::EmotesPage().into_any(),
        Page::Console => requests::ConsolePage().into_any(),
        Page::Moderation => moderation::ModerationPage().into_any(),
        _ => studio::BrandPage().into_any(),
    }
}

/// Drawing pictures to share: wanted seldom, and never by a page itself.
#[lazy]
fn cards(_page: Page) -> AnyView {
    mixes::MomentCard().into_any()
}

/// Rooms that people talk in.
#[lazy]
fn together(page: Page) -> AnyView {
    match page {
        Page::Live => chat::LivePage().into_any(),
        Page::Requests => requests::RequestsPage().into_any(),
        _ => shoutouts::ShoutOutsPage().into_any(),
    }
}

/// Fetches the file of the page at `path`, so that hydration never waits half-way: what runs meanwhile could change what isn't hydrated yet.
#[cfg(target_arch = "wasm32")]
pub async fn preload(path: &str) {
    match path.split('/').nth(1).unwrap_or_default() {
        "mixes" | "djs" => __preload_around().await,
        "studio" => __preload_backstage().await,
        "live" => __preload_together().await,
        "" => {}
        _ => __preload_own().await,
    }
}

/// The files, in the order of the pages.
enum File {
    Around,
    Own,
    Backstage,
    Cards,
    Together,
}

impl Page {
    fn file(self) -> File {
        if self < Self::Library {
            File::Around
        } else if self < Self::Studio {
            File::Own
        } else if self < Self::MomentCard {
            File::Backstage
        } else if self < Self::Live {
            File::Cards
        } else {
            File::Together
        }
    }
}

impl ChooseView for Page {
    async fn choose(self) -> AnyView {
        match self.file() {
            File::Around => around(self).await,
            File::Own => own(self).await,
            File::Backstage => backstage(self).await,
            File::Cards => cards(self).await,
            File::Together => together(self).await,
        }
    }

    async fn preload(&self) {
        #[cfg(target_arch = "wasm32")]
        match self.file() {
            File::Around => __preload_around().await,
            File::Own => __preload_own().await,
            File::Backstage => __preload_backstage().await,
            File::Cards => __preload_cards().await,
            File::Together => __preload_together().await,
        };
    }
}
