//! Going to a place in the room that may be long past, and back.

use super::{Drawn, Row, Talk, server_fns};
use contract::{chat::HISTORY_PAGE, ids::MessageId};
use leptos::{prelude::*, task::spawn_local};

/// What is shown after the place, of a page of history.
const AFTER: u64 = HISTORY_PAGE / 2;

impl Talk {
    /// Shows a message, or the first one at or after a moment as forms have it.
    pub fn jump(self, message: Option<MessageId>, moment: Option<String>) {
        spawn_local(async move {
            let place = server_fns::room_place(self.room(), message, moment).await;
            if self.rows.is_disposed() {
                return;
            }
            let place = match place {
                Ok(place) => place,
                Err(failure) => return self.toast(self.i18n.failure(&failure)),
            };
            if !self.has_row(place) && !self.go_back_to(place).await {
                return;
            }
            let message =
                self.rows.with_untracked(|rows| rows.iter().find(|row| row.seq >= place).and_then(Row::message).map(|row| row.id));
            if let Some(message) = message {
                self.draw_around(place);
                request_animation_frame(move || show(message));
            }
        });
    }

    fn has_row(self, place: u64) -> bool {
        self.rows.with_untracked(|rows| rows.iter().any(|row| row.seq == place))
    }

    /// Shows the past around a place instead of the newest.
    async fn go_back_to(self, place: u64) -> bool {
        let page = server_fns::room_history(self.room(), place + AFTER).await;
        if self.rows.is_disposed() {
            return false;
        }
        match page {
            Ok(page) => {
                self.quiet_for_a_moment();
                self.back.set(true);
                self.at_end.set(false);
                self.has_more.set(page.has_more);
                self.drawn.set(Drawn::default());
                self.rows.set(page.messages.into_iter().map(|message| Row::of(message, &page.own_reactions)).collect());
                self.has_row(place)
            }
            Err(failure) => {
                self.toast(self.i18n.failure(&failure));
                false
            }
        }
    }
}

/// Puts it in sight and gives it the focus, so that it is read out too.
fn show(message: MessageId) {
    use wasm_bindgen::JsCast;
    let row = document().get_element_by_id(&format!("message-{message}"));
    let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    row.set_tab_index(-1);
    let middle = web_sys::ScrollIntoViewOptions::new();
    middle.set_block(web_sys::ScrollLogicalPosition::Center);
    row.scroll_into_view_with_scroll_into_view_options(&middle);
    let calm = web_sys::FocusOptions::new();
    calm.set_prevent_scroll(true);
    // Whoever can't be given the focus is in sight all the same.
    let _ = row.focus_with_options(&calm);
}
