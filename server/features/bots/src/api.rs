//! `/api/bots/v1`: JSON over HTTP for programs, with a token and without cookies. Described in docs/BOTS.md.
//!
//! A browser of another site gets nowhere: it has no token, and no answer says that it may read one.

mod answer;
mod room;

use crate::{Service, entity::bot::Model, sign_in};
use answer::{Answered, Problem};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
    routing::get,
};
use contract::caller::Caller;
use kernel::pace::{Pace, Who};
use tokio_util::sync::CancellationToken;

/// Larger than any message in any escaping.
const BODY_LIMIT_BYTES: usize = 16 * 1024;
/// Calls of a bot that only read: enough for a lively room, told message by message.
const READS: Pace = Pace { name: "bot-reads", most: 100, window_ms: 10_000 };

/// What a call needs.
#[derive(Clone)]
struct Api {
    service: Service,
    stopping: CancellationToken,
}

/// The addresses; calls that wait end as `stopping` is cancelled.
pub fn routes(service: Service, stopping: CancellationToken) -> Router {
    let api = Api { service, stopping };
    let routes = Router::new()
        .route("/messages", get(room::messages).post(room::post))
        .route("/room", get(room::room))
        .fallback(async || Problem::NOT_FOUND)
        .method_not_allowed_fallback(async || Problem::METHOD)
        .layer(DefaultBodyLimit::max(BODY_LIMIT_BYTES))
        .layer(axum::middleware::map_response(unkept))
        .with_state(api);
    Router::new().nest("/api/bots/v1", routes)
}

/// Answers are for who asked, and for now.
async fn unkept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

impl Api {
    /// The bot that calls, and the call as its own.
    async fn sign_in(&self, caller: &Caller, headers: &HeaderMap) -> Result<(Model, Caller), Problem> {
        let token = bearer(headers).ok_or(Problem::TOKEN)?;
        let found = sign_in::by_token(&self.service, caller.tenant, token).await;
        let bot = found.map_err(|error| Problem::of(error, caller))?.ok_or(Problem::TOKEN)?;
        let caller = sign_in::caller(caller, &bot);
        Ok((bot, caller))
    }

    /// The same for a call that reads.
    async fn reader(&self, caller: &Caller, headers: &HeaderMap) -> Result<(Model, Caller), Problem> {
        let (bot, caller) = self.sign_in(caller, headers).await?;
        let kernel = &self.service.kernel;
        let counted = [(READS, Who::Account(contract::ids::AccountId(bot.id)))];
        let taken = kernel.paces.take(caller.tenant, &counted, kernel.now()).await;
        taken.map_err(|seconds| Problem::too_fast(seconds.into()))?;
        Ok((bot, caller))
    }
}

/// The token of `Authorization: Bearer …` (RFC 6750).
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
