//! The calls: who is there, what is said, and saying something.

use super::{Answered, Api, Problem};
use crate::{
    pace,
    payload::Event,
    wait::{self, Asked},
};
use axum::{
    Extension, Json,
    extract::{
        Query, State,
        rejection::{JsonRejection, QueryRejection},
    },
    http::{HeaderMap, StatusCode},
};
use contract::{
    caller::{Caller, Locale},
    chat::{ChatRefusal, PostMessage},
    ids::MessageId,
    outcome::{Outcome, Refusal},
};
use realtime::Topic;
use serde::{Deserialize, Serialize};
use std::{sync::Arc, time::Duration};
use uuid::Uuid;

/// Rows that one call reads, and seconds that it waits.
const MOST_ROWS: u64 = 100;
const LONGEST_WAIT_S: u64 = 25;

type Request = Extension<Arc<Caller>>;

#[derive(Serialize)]
pub(super) struct RoomNow {
    id: Uuid,
    name: String,
    seq: u64,
    people: usize,
}

/// `GET /room`
pub(super) async fn room(State(api): State<Api>, Extension(request): Request, headers: HeaderMap) -> Answered<Json<RoomNow>> {
    let (_, caller) = api.reader(&request, &headers).await?;
    let asked = async {
        let (id, seq) = api.service.room.station(caller.tenant).await?;
        let people = api.service.hub.people(&Topic::room(caller.tenant, id));
        Ok(RoomNow { id: id.0, name: api.service.room.name(caller.tenant).await?, seq, people })
    };
    asked.await.map(Json).map_err(|error| Problem::of(error, &caller))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Since {
    after: Option<u64>,
    #[serde(default = "half")]
    limit: u64,
    #[serde(default)]
    wait: u64,
}

fn half() -> u64 {
    MOST_ROWS / 2
}

#[derive(Serialize)]
pub(super) struct Happenings {
    events: Vec<Event>,
    next: u64,
    more: bool,
}

/// `GET /messages`
pub(super) async fn messages(
    State(api): State<Api>,
    Extension(request): Request,
    headers: HeaderMap,
    query: Result<Query<Since>, QueryRejection>,
) -> Answered<Json<Happenings>> {
    let (bot, caller) = api.reader(&request, &headers).await?;
    let Query(Since { after, limit, wait }) = query.map_err(|rejection| Problem::bad(rejection.body_text()))?;
    if !(1..=MOST_ROWS).contains(&limit) {
        return Err(Problem::bad(format!("limit is from 1 to {MOST_ROWS}.")));
    }
    if wait > LONGEST_WAIT_S {
        return Err(Problem::bad(format!("wait is at most {LONGEST_WAIT_S} seconds.")));
    }
    let asked = Asked { after, limit, wait: Duration::from_secs(wait) };
    let page = wait::messages(&api.service, &bot, asked, &api.stopping).await.map_err(|error| Problem::of(error, &caller))?;
    Ok(Json(Happenings { events: page.events, next: page.next, more: page.has_more }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Say {
    text: String,
    key: Option<Uuid>,
    answers: Option<Uuid>,
}

#[derive(Serialize)]
pub(super) struct Said {
    id: Uuid,
    seq: u64,
}

/// `POST /messages`
pub(super) async fn post(
    State(api): State<Api>,
    Extension(request): Request,
    headers: HeaderMap,
    body: Result<Json<Say>, JsonRejection>,
) -> Answered<(StatusCode, Json<Said>)> {
    let (bot, caller) = api.sign_in(&request, &headers).await?;
    let Json(Say { text, key, answers }) = body?;
    let broke = |error| Problem::of(error, &caller);
    pace::take(&api.service, &bot).await.map_err(broke)?.map_err(Problem::too_fast)?;
    let (room, _) = api.service.room.station(caller.tenant).await.map_err(broke)?;
    let key = key.unwrap_or_else(|| api.service.kernel.ids.next());
    let post = PostMessage { room, key, text, answers: answers.map(MessageId) };
    match api.service.room.post(&caller, post).await? {
        Outcome::Done(stored) => Ok((StatusCode::CREATED, Json(Said { id: stored.message.0, seq: stored.seq }))),
        Outcome::Refused(reasons) => Err(refused(&api, reasons)),
    }
}

fn refused(api: &Api, reasons: Vec<ChatRefusal>) -> Problem {
    let Some(reason) = reasons.into_iter().next() else { return Problem::bad("The room refused it.") };
    let status = match reason {
        ChatRefusal::TooFast { seconds } | ChatRefusal::SlowMode { seconds } => return Problem::too_fast(seconds.into()),
        ChatRefusal::Empty | ChatRefusal::TooLong { .. } | ChatRefusal::NoSuchMessage => StatusCode::BAD_REQUEST,
        _ => StatusCode::FORBIDDEN,
    };
    let message = reason.message();
    let arguments: Vec<_> = message.arguments.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    // Programs and who reads their logs are spoken to in English.
    let text = api.service.kernel.languages.text(&Locale("en".to_owned()), &message.id, &arguments);
    Problem::refused(status, message.id.trim_start_matches("chat-refused-").to_owned(), text)
}
