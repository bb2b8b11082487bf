//! What was said, to take along: all messages of a tenant's rooms as JSON Lines or as a table, at `/studio/messages.jsonl` and
//! `/studio/messages.csv`. Read and sent page by page, so that it takes little memory however much was said.

use crate::{
    Service,
    entity::{message, room},
    people,
};
use axum::{
    Extension, Router,
    body::Body,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use bytes::Bytes;
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::TenantId,
};
use futures::stream;
use kernel::{OrFail, csv, format};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use serde::Serialize;
use std::{collections::VecDeque, sync::Arc};

/// Messages that are in memory at once.
const A_PAGE: u64 = 500;

/// Names for programs, the same in every language and in both forms.
const HEAD: [&str; 10] = ["id", "room", "seq", "sent", "edited", "author", "name", "role", "answers", "text"];

#[derive(Clone, Copy, Debug)]
enum Form {
    JsonLines,
    Csv,
}

/// A message as it is taken along; its fields are [`HEAD`].
#[derive(Serialize)]
struct Line {
    id: Uuid,
    room: String,
    seq: i64,
    sent: String,
    edited: Option<String>,
    /// None: they left.
    author: Option<Uuid>,
    name: String,
    role: String,
    answers: Option<Uuid>,
    text: String,
}

pub(crate) fn routes() -> Router<Service> {
    Router::new().route("/studio/messages.jsonl", get(json_lines)).route("/studio/messages.csv", get(table))
}

async fn json_lines(State(service): State<Service>, Extension(caller): Extension<Arc<Caller>>) -> Response {
    file(service, &caller, Form::JsonLines).await
}

async fn table(State(service): State<Service>, Extension(caller): Extension<Arc<Caller>>) -> Response {
    file(service, &caller, Form::Csv).await
}

async fn file(service: Service, caller: &Caller, form: Form) -> Response {
    let (kind, name) = match form {
        Form::JsonLines => ("application/jsonl; charset=utf-8", "attachment; filename=\"messages.jsonl\""),
        Form::Csv => ("text/csv; charset=utf-8", "attachment; filename=\"messages.csv\""),
    };
    match Pages::of(service, caller, form).await.or_fail(caller) {
        Ok(pages) => {
            let body = Body::from_stream(stream::try_unfold(pages, Pages::next));
            let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name), (header::CACHE_CONTROL, "private, no-store")];
            (headers, body).into_response()
        }
        Err(failure) => {
            let status = StatusCode::from_u16(failure.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, [(header::CACHE_CONTROL, "private, no-store")], failure.message_id()).into_response()
        }
    }
}

/// What is left to send.
struct Pages {
    service: Service,
    tenant: TenantId,
    form: Form,
    /// The oldest first, by id and name.
    rooms: VecDeque<(Uuid, String)>,
    /// The place in the first of them.
    after: i64,
    begun: bool,
}

impl Pages {
    async fn of(service: Service, caller: &Caller, form: Form) -> kernel::Result<Self> {
        caller.with_role(Role::Admin).ok_or(if caller.viewer.is_some() { Failure::Forbidden } else { Failure::SignInRequired })?;
        let rooms = room::Entity::find().filter(room::Column::TenantId.eq(caller.tenant.0)).order_by_asc(room::Column::CreatedAt);
        let rooms = rooms.order_by_asc(room::Column::Id).all(service.kernel.database.read()).await?;
        let name =
            |row: &room::Model| if row.subject == row.tenant_id { row.kind.clone() } else { format!("{} {}", row.kind, row.subject) };
        let rooms = rooms.iter().map(|row| (row.id, name(row))).collect();
        Ok(Self { service, tenant: caller.tenant, form, rooms, after: 0, begun: false })
    }

    /// The next piece. An error ends the answer before its time, so that nobody takes a part for the whole.
    async fn next(mut self) -> anyhow::Result<Option<(Bytes, Self)>> {
        let mut piece = String::new();
        if !std::mem::replace(&mut self.begun, true) && matches!(self.form, Form::Csv) {
            piece.push(csv::MARK);
            piece.push_str(&csv::line(HEAD));
        }
        while let Some((room, name)) = self.rooms.front() {
            let lines = self.page(*room, name).await.inspect_err(|error| tracing::error!("taking messages along: {error:#}"))?;
            let Some(last) = lines.last() else {
                self.rooms.pop_front();
                self.after = 0;
                continue;
            };
            self.after = last.seq;
            for line in &lines {
                piece.push_str(&self.form.write(line)?);
            }
            break;
        }
        Ok((!piece.is_empty()).then(|| (Bytes::from(piece), self)))
    }

    async fn page(&self, room: Uuid, name: &str) -> anyhow::Result<Vec<Line>> {
        let db = self.service.kernel.database.read();
        let rows = message::Entity::find()
            .filter(message::Column::TenantId.eq(self.tenant.0))
            .filter(message::Column::RoomId.eq(room))
            .filter(message::Column::Seq.gt(self.after))
            .filter(message::Column::DeletedAt.is_null())
            .order_by_asc(message::Column::Seq)
            .limit(A_PAGE);
        let rows = rows.all(db).await?;
        let mut authors: Vec<Uuid> = rows.iter().map(|row| row.author_id).collect();
        authors.sort_unstable();
        authors.dedup();
        let people = people::of(db, [self.tenant.0], authors).await?;
        let iso = |at: i64| format::moment_for_all(at).iso;
        let line = |row: message::Model| {
            let author = people.get(&(row.tenant_id, row.author_id));
            Line {
                id: row.id,
                room: name.to_owned(),
                seq: row.seq,
                sent: iso(row.sent_at),
                edited: row.edited_at.map(iso),
                author: author.map(|author| author.account.0),
                name: author.map(|author| author.name.clone()).unwrap_or_default(),
                role: author.map(|author| author.role.name().to_owned()).unwrap_or_default(),
                answers: row.answers_id,
                text: row.text,
            }
        };
        Ok(rows.into_iter().map(line).collect())
    }
}

impl Form {
    fn write(self, line: &Line) -> serde_json::Result<String> {
        match self {
            Self::JsonLines => Ok(serde_json::to_string(line)? + "\n"),
            Self::Csv => {
                let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
                let Line { room, seq, sent, edited, author, name, role, answers, text, .. } = line;
                let [line, seq, author, answers] = [line.id.to_string(), seq.to_string(), id(*author), id(*answers)];
                let edited = edited.as_deref().unwrap_or_default();
                Ok(csv::line([line.as_str(), room, &seq, sent, edited, &author, name, role, &answers, text]))
            }
        }
    }
}
