//! A letter: which messages it is made of and for whom. Not yet rendered, not yet sent.

use crate::JOB_KIND;
use contract::{
    caller::Locale,
    ids::TenantId,
    outcome::{Argument, Message},
    shown::Timestamp,
};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

/// The Fluent messages of a kind of letter, written out by the feature that sends it.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    pub subject: &'static str,
    /// One or two sentences: what this is about.
    pub text: &'static str,
    /// Label of the button that leads to the letter's link.
    pub button: Option<&'static str>,
    /// Small print: until when the link holds, what to do if it was someone else.
    pub note: Option<&'static str>,
}

/// What the job carries. Holds a link that may be secret; the queue forgets it once it was sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    pub to: String,
    pub locale: Locale,
    pub subject: String,
    pub text: String,
    pub button: Option<String>,
    pub note: Option<String>,
    /// Variables of all its messages; `brand` is added when it is rendered.
    pub arguments: Vec<(String, Argument)>,
    pub link: Option<String>,
    /// A list below the text: a message of its own each, and what it quotes, if anything.
    #[serde(default)]
    pub items: Vec<(Message, String)>,
}

impl Letter {
    pub fn new(template: Template, to: &str, locale: &Locale) -> Self {
        Self {
            to: to.to_owned(),
            locale: locale.clone(),
            subject: template.subject.to_owned(),
            text: template.text.to_owned(),
            button: template.button.map(str::to_owned),
            note: template.note.map(str::to_owned),
            arguments: Vec::new(),
            link: None,
            items: Vec::new(),
        }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.arguments.push((name.to_owned(), Argument::Text(value.into())));
        self
    }

    #[must_use]
    pub fn with_number(mut self, name: &str, value: u32) -> Self {
        self.arguments.push((name.to_owned(), Argument::Number(f64::from(value))));
        self
    }

    #[must_use]
    pub fn with_items(mut self, items: Vec<(Message, String)>) -> Self {
        self.items = items;
        self
    }

    #[must_use]
    pub fn with_link(mut self, link: String) -> Self {
        self.link = Some(link);
        self
    }
}

/// Sends the letter if, and only if, the caller's transaction commits.
///
/// # Errors
/// The database's.
pub async fn send(tx: &impl ConnectionTrait, tenant: TenantId, letter: &Letter, now: Timestamp) -> kernel::Result<()> {
    jobs::enqueue(tx, tenant, JOB_KIND, letter, now, now).await.map(|_| ())
}
