//! The letters of this feature: which messages, which link.

use crate::links::Purpose;
use contract::caller::{Caller, Locale};
use mail::{Letter, Template};

const CONFIRM: Template = Template {
    subject: "mail-confirm-subject",
    text: "mail-confirm-text",
    button: Some("mail-confirm-button"),
    note: Some("mail-confirm-note"),
};
const KNOWN: Template =
    Template { subject: "mail-known-subject", text: "mail-known-text", button: Some("mail-known-button"), note: Some("mail-known-note") };
const RESET: Template =
    Template { subject: "mail-reset-subject", text: "mail-reset-text", button: Some("mail-reset-button"), note: Some("mail-reset-note") };
const CHANGE: Template = Template {
    subject: "mail-change-subject",
    text: "mail-change-text",
    button: Some("mail-change-button"),
    note: Some("mail-change-note"),
};
const CHANGED: Template =
    Template { subject: "mail-changed-subject", text: "mail-changed-text", button: None, note: Some("mail-changed-note") };
const PASSWORD: Template = Template {
    subject: "mail-password-subject",
    text: "mail-password-text",
    button: Some("mail-password-button"),
    note: Some("mail-password-note"),
};

/// The letter that carries a one-time link.
pub(crate) fn with_link(caller: &Caller, purpose: Purpose, to: &str, name: &str, token: &str) -> Letter {
    let (template, page) = match purpose {
        Purpose::Confirm => (CONFIRM, "confirm"),
        Purpose::Reset => (RESET, "reset"),
        Purpose::ChangeEmail => (CHANGE, "confirm-email"),
    };
    Letter::new(template, to, &caller.locale)
        .with("name", name)
        .with_number("hours", purpose.hours())
        .with_link(format!("{}/{page}?token={token}", caller.origin.base_url))
}

/// To the owner of an address that someone tried to use again.
pub(crate) fn known(caller: &Caller, to: &str, name: &str, locale: &str) -> Letter {
    let locale = Locale(locale.to_owned());
    Letter::new(KNOWN, to, &locale).with("name", name).with_link(format!("{}/sign-in", caller.origin.base_url))
}

/// To the old address, once a new one counts.
pub(crate) fn address_changed(to: &str, name: &str, locale: &str) -> Letter {
    Letter::new(CHANGED, to, &Locale(locale.to_owned())).with("name", name)
}

/// After a change of the password.
pub(crate) fn password_changed(caller: &Caller, to: &str, name: &str) -> Letter {
    Letter::new(PASSWORD, to, &caller.locale).with("name", name).with_link(format!("{}/forgot", caller.origin.base_url))
}
