//! The answer to a form with a file: data for scripts, a way back to the page without them.

use crate::cookies::Cookie;
use app::{
    backend,
    form::{FLASH_COOKIE, Flash},
};
use axum::{
    Json,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use contract::{
    failure::Failure,
    outcome::{Message, Refusal},
};
use serde::Serialize;

/// Who waits for the answer, and on which page.
pub(super) struct Reply<'a> {
    context: &'a backend::Request,
    is_plain: bool,
    page: String,
    /// The form of that page which says what was done.
    done_form: &'static str,
    /// Name of this form, and of its one field where it has no others.
    field: &'static str,
    /// What was typed beside the file; such a form's refusals name their fields.
    values: Option<Vec<(String, String)>>,
}

/// The body of a refusal, the same shape as that of an upload.
#[derive(Serialize)]
struct Declined {
    refusals: Vec<Message>,
}

impl<'a> Reply<'a> {
    pub(super) fn new(
        context: &'a backend::Request,
        headers: &HeaderMap,
        page: String,
        done_form: &'static str,
        field: &'static str,
    ) -> Self {
        let accepted = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
        Self { context, is_plain: accepted.is_some_and(|accept| accept.contains("text/html")), page, done_form, field, values: None }
    }

    /// Keeps what was typed for who is sent back.
    pub(super) fn with_values(self, values: Vec<(String, String)>) -> Self {
        Self { values: Some(values), ..self }
    }

    pub(super) fn done(&self, value: &impl Serialize) -> Response {
        if !self.is_plain {
            return private(Json(value).into_response());
        }
        self.back(Flash { form: self.done_form.to_owned(), notice: Some("studio-saved".to_owned()), ..Flash::default() })
    }

    /// Understood, and declined: 422.
    pub(super) fn refused(&self, reasons: &[impl Refusal]) -> Response {
        self.declined(StatusCode::UNPROCESSABLE_ENTITY, reasons.iter().map(Refusal::message).collect())
    }

    pub(super) fn failed(&self, failure: &Failure) -> Response {
        let status = StatusCode::from_u16(failure.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        self.declined(status, vec![failure.message()])
    }

    fn declined(&self, status: StatusCode, mut messages: Vec<Message>) -> Response {
        if !self.is_plain {
            return private((status, Json(Declined { refusals: messages })).into_response());
        }
        if self.values.is_none() {
            // The form has one field, and nothing else of it could be wrong.
            for message in &mut messages {
                message.field = Some(self.field.to_owned());
            }
        }
        let values = self.values.clone().unwrap_or_default();
        self.back(Flash { form: self.field.to_owned(), values, messages, ..Flash::default() })
    }

    /// 303: the browser reads the page, and reloading it sends nothing again.
    fn back(&self, flash: Flash) -> Response {
        let key = self.context.flash.keep(flash);
        let cookie = Cookie { name: FLASH_COOKIE, value: &key, seconds: 120, hidden: true, secure: self.context.secure };
        let mut response = private(Redirect::to(&self.page).into_response());
        if let Some(cookie) = cookie.header() {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}
