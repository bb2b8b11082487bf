//! How many notifications the reader has not read: as the server knew it first, then as the line tells.

use super::server_fns;
use crate::{
    browser::socket::{self, Heard},
    frame::use_viewer,
    remote::{Json, remote},
    shell::Hydrated,
};
use contract::{
    failure::Failure,
    realtime::{FromTab, ToTab, Watched},
};
use leptos::{prelude::*, task::spawn_local};

#[derive(Clone, Copy)]
pub struct Unread {
    first: Resource<Result<u32, Failure>, Json>,
    /// Since the page is open.
    pub now: RwSignal<Option<u32>>,
}

impl Unread {
    /// For the whole app. Members hear of new ones on every page; for guests no line is opened.
    pub fn provide() {
        let viewer = use_viewer();
        let account = Memo::new(move |_| viewer.with(|viewer| viewer.as_ref().map(|viewer| viewer.account)));
        let first = remote(
            move || account.get(),
            |account| async move {
                match account {
                    Some(_) => server_fns::unread().await,
                    None => Ok(0),
                }
            },
        );
        let unread = Self { first, now: RwSignal::new(None) };
        provide_context(unread);
        let line = StoredValue::<Option<socket::Listening>>::default();
        let hydrated = use_context::<Hydrated>().unwrap_or_default();
        Effect::new(move |before: Option<_>| {
            let listener = account.get().filter(|_| hydrated.0.get());
            if before != Some(listener) {
                // Another person's count is not this one's.
                unread.now.set(None);
                line.set_value(listener.map(|_| socket::listen(move |heard| unread.hear(&heard))));
            }
            listener
        });
    }

    pub fn get() -> Self {
        expect_context()
    }

    fn hear(self, heard: &Heard) {
        match heard {
            Heard::Open => {
                socket::say(&FromTab::Watch(Watched::Person));
            }
            Heard::Lost => {}
            Heard::Said(said) => match **said {
                // The news come from now on: what happened before them is asked for.
                ToTab::Watching(Watched::Person) => spawn_local(async move {
                    if let Ok(count) = server_fns::unread().await {
                        self.now.try_set(Some(count));
                    }
                }),
                ToTab::Unread { count } => {
                    self.now.try_set(Some(count));
                }
                _ => {}
            },
        }
    }

    /// What the server knew when it made the page.
    pub async fn at_first(self) -> u32 {
        self.first.await.unwrap_or_default()
    }
}
