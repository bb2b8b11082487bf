//! A letter to a mail: messages in the reader's language, laid out as HTML and as plain text.

use crate::{Letter, Mail};
use anyhow::Context;
use contract::{outcome::Argument, shown::Timestamp};
use kernel::languages::Languages;
use minijinja::{Environment, context};
use uuid::Uuid;

/// Renders letters. The templates are part of the program; `.html` escapes its values, `.txt` doesn't.
pub(crate) struct Renderer {
    templates: Environment<'static>,
}

impl Renderer {
    pub(crate) fn new() -> anyhow::Result<Self> {
        let mut templates = Environment::new();
        templates.add_template("letter.html", include_str!("../templates/letter.html"))?;
        templates.add_template("letter.txt", include_str!("../templates/letter.txt"))?;
        Ok(Self { templates })
    }

    pub(crate) fn render(&self, languages: &Languages, letter: &Letter, brand: &str, id: Uuid, date: Timestamp) -> anyhow::Result<Mail> {
        let mut arguments: Vec<(&str, Argument)> = letter.arguments.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        arguments.push(("brand", Argument::Text(brand.to_owned())));
        let say = |message: &str| languages.text(&letter.locale, message, &arguments);
        let subject = say(&letter.subject);
        let items: Vec<_> = letter
            .items
            .iter()
            .map(|(message, quote)| {
                let arguments: Vec<_> = message.arguments.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
                context! { text => languages.text(&letter.locale, &message.id, &arguments), quote => quote }
            })
            .collect();
        let values = context! {
            locale => letter.locale.0.as_str(),
            brand => brand,
            subject => subject.as_str(),
            text => say(&letter.text),
            items => items,
            button => letter.button.as_deref().map(say),
            note => letter.note.as_deref().map(say),
            footer => say("mail-footer"),
            link => letter.link.as_deref(),
        };
        let part = |name: &str| -> anyhow::Result<String> {
            self.templates.get_template(name).and_then(|template| template.render(&values)).with_context(|| format!("rendering {name}"))
        };
        Ok(Mail {
            id,
            from_name: brand.to_owned(),
            to: letter.to.clone(),
            text: part("letter.txt")?,
            html: part("letter.html")?,
            subject,
            date,
        })
    }
}
