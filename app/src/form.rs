//! Forms that work twice: as a plain POST before hydration, and without leaving the page after it.
//! A refusal comes back as data; without scripts it waits in a one-time flash and the form is rendered again with its values.

use crate::i18n::{I18n, use_i18n};
use contract::outcome::{Message, Outcome, Refusal};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What a form's server function answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply<T> {
    Done(T),
    Refused(Vec<Message>),
}

impl<T> Reply<T> {
    pub fn refusals(&self) -> &[Message] {
        match self {
            Self::Done(_) => &[],
            Self::Refused(messages) => messages,
        }
    }
}

impl<T, R: Refusal> From<Outcome<T, R>> for Reply<T> {
    fn from(outcome: Outcome<T, R>) -> Self {
        match outcome {
            Outcome::Done(value) => Self::Done(value),
            Outcome::Refused(reasons) => Self::Refused(reasons.iter().map(Refusal::message).collect()),
        }
    }
}

/// A form's last answer, kept for one page view.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Flash {
    /// The form it belongs to.
    pub form: String,
    /// Field name → what was typed; never a password.
    pub values: Vec<(String, String)>,
    pub messages: Vec<Message>,
    /// The Fluent id of what was done, when it was.
    pub notice: Option<String>,
}

/// The name of the cookie that points to a flash.
pub const FLASH_COOKIE: &str = "flash";

/// A form's state: refusals from its action, or from the flash of a plain POST.
#[derive(Clone, Copy)]
pub struct FormState {
    i18n: I18n,
    messages: Signal<Vec<Message>>,
    flash: StoredValue<Option<Flash>>,
    ids: &'static [(&'static str, &'static str)],
}

impl FormState {
    /// `name` as in `reply(name, …)`; `messages` reads the action's refusals.
    pub fn new(name: &'static str, messages: impl Fn() -> Option<Vec<Message>> + Send + Sync + 'static) -> Self {
        let flash = flashed(name);
        let first = flash.as_ref().map(|flash| flash.messages.clone()).unwrap_or_default();
        let messages = Signal::derive(move || messages().unwrap_or_else(|| first.clone()));
        Self { i18n: use_i18n(), messages, flash: StoredValue::new(flash), ids: &[] }
    }

    /// Names the ids of fields that other forms of the page have too, so that the summary leads to this form's own.
    pub fn with_ids(self, ids: &'static [(&'static str, &'static str)]) -> Self {
        Self { ids, ..self }
    }

    /// What the reader had typed, if a plain POST sent them back.
    pub fn value(self, field: &str) -> Option<String> {
        self.flash.with_value(|flash| {
            let flash = flash.as_ref()?;
            flash.values.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone())
        })
    }

    /// The message beside a field.
    pub fn error(self, field: &'static str) -> Signal<Option<String>> {
        let Self { i18n, messages, .. } = self;
        Signal::derive(move || {
            messages.with(|all| all.iter().find(|message| message.field.as_deref() == Some(field)).map(|message| i18n.message(message)))
        })
    }

    /// All messages with the id of their field, for the summary above the form.
    pub fn summary(self) -> Signal<Vec<(Option<String>, String)>> {
        let Self { i18n, messages, ids, .. } = self;
        let id = move |field: &String| ids.iter().find(|(name, _)| name == field).map_or_else(|| field.clone(), |(_, id)| (*id).to_owned());
        Signal::derive(move || {
            messages.with(|all| all.iter().map(|message| (message.field.as_ref().map(id), i18n.message(message))).collect())
        })
    }

    /// What was done, after a plain POST.
    pub fn notice(self) -> Option<String> {
        self.flash.with_value(|flash| flash.as_ref()?.notice.clone())
    }
}

/// The flash of this form. In the browser there is none: a page with a flash was rendered by the server, and the frame carries it over.
fn flashed(form: &str) -> Option<Flash> {
    let carried = use_context::<FlashCarrier>()?;
    carried.0.filter(|flash| flash.form == form)
}

/// The flash of this page view, in the context of both sides.
#[derive(Clone)]
pub struct FlashCarrier(pub Option<Flash>);

/// Turns an outcome into the answer of a server function. For a plain POST it keeps the flash, so that the page can show it;
/// `notice` says what was done.
#[cfg(feature = "ssr")]
pub fn reply<T, R: Refusal>(form: &str, values: &[(&str, &str)], notice: Option<&str>, outcome: Outcome<T, R>) -> Reply<T> {
    use crate::backend;
    let reply = Reply::from(outcome);
    let worth_keeping = notice.is_some() || !reply.refusals().is_empty();
    if worth_keeping && backend::is_plain_post() {
        let done = reply.refusals().is_empty();
        let flash = Flash {
            form: form.to_owned(),
            values: values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            messages: reply.refusals().to_vec(),
            notice: notice.filter(|_| done).map(str::to_owned),
        };
        let key = backend::whole_request().flash.keep(flash);
        backend::set_cookie(FLASH_COOKIE, &key, 120, true);
    }
    reply
}

/// The value of a form's action.
pub type Answered<T> = Signal<Option<Result<Reply<T>, contract::failure::Failure>>>;

/// The last answer of a form's action.
pub fn answered<S, T>(action: ServerAction<S>) -> Answered<T>
where
    S: leptos::server_fn::ServerFn<Output = Reply<T>, Error = contract::failure::Failure> + Clone + Send + Sync + 'static,
    T: Clone + Send + Sync + 'static,
{
    let value = action.value();
    Signal::derive(move || value.get())
}

/// The refusals of an action's last answer; `None` before the first.
pub fn refused<T: Clone + Send + Sync + 'static>(value: Answered<T>) -> Option<Vec<Message>> {
    value.with(|value| value.as_ref().map(|answer| answer.as_ref().map(|reply| reply.refusals().to_vec()).unwrap_or_default()))
}

/// Runs once for each answer that was not refused.
pub fn when_done<T: Clone + Send + Sync + 'static>(value: Answered<T>, act: impl Fn(T) + 'static) {
    Effect::new(move |_| {
        if let Some(Ok(Reply::Done(done))) = value.get() {
            act(done);
        }
    });
}

/// What is wrong with the form, above it, with links to the fields; or why it couldn't be sent.
#[component]
pub fn FormSummary<T: Clone + Send + Sync + 'static>(state: FormState, failure: Answered<T>) -> impl IntoView {
    let i18n = use_i18n();
    let errors = Signal::derive(move || {
        let failed = failure.with(|value| value.as_ref().and_then(|answer| answer.as_ref().err().map(|failure| i18n.failure(failure))));
        let failed = failed.map(|text| ui::FieldError::new("", text));
        let refused = state.summary().get().into_iter().map(|(field, text)| ui::FieldError::new(field.unwrap_or_default(), text));
        failed.into_iter().chain(refused).collect::<Vec<_>>()
    });
    view! { <ui::FormErrors title=crate::t!(i18n, "common-fix-these") errors=errors /> }
}

/// What was done, in place of silence.
#[component]
pub fn FormDone<T: Clone + Send + Sync + 'static>(state: FormState, value: Answered<T>, id: &'static str) -> impl IntoView {
    let i18n = use_i18n();
    let flashed = state.notice().is_some();
    let done = move || flashed || value.with(|value| matches!(value, Some(Ok(Reply::Done(_)))));
    move || done().then(|| view! { <ui::Notice tone=ui::Tone::Good><p>{move || i18n.text(id, &[])}</p></ui::Notice> })
}

/// Runs once for each answer of an action that can't be refused.
pub fn when_done_plain<S>(action: ServerAction<S>, act: impl Fn() + 'static)
where
    S: leptos::server_fn::ServerFn + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
    S::Error: Send + Sync + 'static,
{
    let value = action.value();
    Effect::new(move |_| {
        if value.with(|value| matches!(value, Some(Ok(_)))) {
            act();
        }
    });
}
