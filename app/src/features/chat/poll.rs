//! What a moderator asks the room: above what is said, with a button for each answer and, once one is given, how many chose which.

use super::{
    server_fns::{ClosePoll, VoteInPoll},
    talk::Talk,
};
use crate::{
    form::{FormState, FormSummary, answered, refused, when_done},
    i18n::{argument, use_i18n},
    t,
};
use contract::{
    chat::MayWrite,
    polls::{Poll, PollOption},
};
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Glyph, Icon, IconButton, Look};

#[component]
pub fn RoomPoll(talk: Talk) -> impl IntoView {
    // Made anew for another poll only: counts change in place, and the button that was pressed keeps the focus.
    let shown = Memo::new(move |_| talk.poll.with(|shown| shown.as_ref().map(|shown| shown.poll.id)));
    let away = RwSignal::new(None);
    move || {
        let now = shown.get().filter(|now| away.get() != Some(*now))?;
        let poll = talk.poll.get_untracked().filter(|known| known.poll.id == now)?.poll;
        let put_away = Callback::new(move |()| away.set(shown.get_untracked()));
        Some(view! { <Card talk=talk poll=poll put_away=put_away /> })
    }
}

#[component]
fn Card(talk: Talk, poll: Poll, put_away: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let id = poll.id;
    let vote = ServerAction::<VoteInPoll>::new();
    let close = ServerAction::<ClosePoll>::new();
    let state = FormState::new("poll", move || refused(answered(vote)));
    when_done(answered(vote), move |shown| talk.chose_in_poll(shown));
    when_done(answered(close), move |poll| talk.learn_poll(poll));
    let now = move || talk.poll.with(|shown| shown.clone().filter(|shown| shown.poll.id == id));
    let own = Memo::new(move |_| now().and_then(|shown| shown.own));
    let over = Memo::new(move |_| talk.poll_left.get() == 0);
    let votes = Memo::new(move |_| now().map_or(0, |shown| shown.poll.votes()));
    let can = Memo::new(move |_| !over.get() && !matches!(talk.may_write.get(), MayWrite::SignIn | MayWrite::No));
    // Counted results would steer those who still choose.
    let told = Memo::new(move |_| own.get().is_some() || !can.get());
    let answer = move |(place, option): (u32, PollOption)| {
        let PollOption { text, .. } = option;
        let count = Memo::new(move |_| now().and_then(|shown| shown.poll.options.get(place as usize).map(|one| one.votes)).unwrap_or(0));
        let mine = Memo::new(move |_| own.get() == Some(place));
        let percent = move || (f64::from(count.get()) * 100.0 / f64::from(votes.get().max(1))).round();
        let result = move || {
            told.get().then(|| {
                view! {
                    <span class="poll__count num">
                        {move || i18n.text("polls-result", &[("votes", argument(&count.get())), ("percent", argument(&percent()))])}
                    </span>
                }
            })
        };
        let mark = move || {
            mine.get().then(|| view! { <Icon glyph=Glyph::Check /> <span class="visually-hidden">{t!(i18n, "polls-yours")}</span> })
        };
        let inside = move || {
            let text = text.clone();
            view! { <span class="poll__text">{text} " " {mark}</span> " " {result} }
        };
        let bar = move || format!("--part: {}%", if told.get() { percent() } else { 0.0 });
        view! {
            <div>
                {move || if can.get() {
                    view! {
                        <button type="submit" class="poll__option" name="option" value=place.to_string() aria-pressed=move || mine.get().to_string() style=bar>
                            {inside.clone()}
                        </button>
                    }.into_any()
                } else {
                    view! { <div class="poll__option" class:poll__option--mine=mine style=bar>{inside.clone()}</div> }.into_any()
                }}
            </div>
        }
    };
    let options: Vec<_> = (0..).zip(poll.options).map(answer).collect();
    let foot = move || i18n.text("polls-votes", &[("votes", argument(&votes.get()))]);
    let left = move || match talk.poll_left.get().div_ceil(1000) {
        0 => i18n.text("polls-over", &[]),
        seconds @ 1..60 => i18n.text("polls-seconds-left", &[("seconds", argument(&seconds))]),
        seconds => i18n.text("polls-minutes-left", &[("minutes", argument(&seconds.div_ceil(60)))]),
    };
    let said = move || match own.get() {
        Some(_) => i18n.text("polls-counted", &[]),
        None => String::new(),
    };
    view! {
        <section class="poll" aria-labelledby="poll-question">
            <div class="poll__head">
                <h3 class="poll__question" id="poll-question">{poll.question}</h3>
                {move || over.get().then(|| view! { <IconButton glyph=Glyph::Close label=t!(i18n, "polls-put-away") on_press=put_away /> })}
            </div>
            <FormSummary state=state failure=answered(vote) />
            <ActionForm action=vote attr:class="poll__form">
                <input type="hidden" name="poll" value=id.to_string() />
                <div class="poll__options" role="group" aria-labelledby="poll-question">{options}</div>
                <p class="poll__foot faint num">
                    <span>{foot}</span>
                    <span>{left}</span>
                    // Without an option the vote is taken back.
                    {move || (can.get() && own.get().is_some()).then(|| view! { <button type="submit" class="link">{t!(i18n, "polls-take-back")}</button> })}
                </p>
            </ActionForm>
            <span class="visually-hidden" role="status">{said}</span>
            {move || (talk.moderates() && !over.get()).then(|| view! {
                <ActionForm action=close>
                    <input type="hidden" name="poll" value=id.to_string() />
                    <Button submit=true small=true look=Look::Ghost busy=close.pending()>{t!(i18n, "polls-close")}</Button>
                </ActionForm>
            })}
        </section>
    }
}
