//! Emotes at `/emotes/{id}.webp`.

use crate::{Service, entity, of};
use axum::{
    Extension, Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use contract::{caller::Caller, ids::TenantId};
use sea_orm::entity::prelude::*;
use std::sync::Arc;

pub(crate) fn key(tenant: TenantId, emote: Uuid) -> String {
    format!("{tenant}/emotes/{}.webp", emote.simple())
}

/// `GET /emotes/{id}.webp`. Expects `Extension<Arc<Caller>>`.
pub fn routes(service: Service) -> Router {
    Router::new().route("/emotes/{file}", get(serve)).with_state(service)
}

async fn serve(State(service): State<Service>, Extension(caller): Extension<Arc<Caller>>, Path(file): Path<String>) -> Response {
    let Some(id) = file.strip_suffix(".webp").and_then(|id| Uuid::try_parse(id).ok()) else { return StatusCode::NOT_FOUND.into_response() };
    let known = of(caller.tenant).filter(entity::Column::Id.eq(id)).one(service.kernel.database.read()).await;
    let failed = |cause: &dyn std::fmt::Display| {
        tracing::error!(request_id = %caller.request_id, tenant = %caller.tenant, "serving an emote: {cause}");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    };
    match known {
        Ok(Some(_)) => {}
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return failed(&error),
    }
    match service.storage.get(&key(caller.tenant, id)).await {
        // Another picture is another emote, so what is under an address never changes.
        Ok(file) => {
            let caching = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
            ([(header::CONTENT_TYPE, "image/webp"), caching], file).into_response()
        }
        Err(storage::Error::NotFound(_)) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => failed(&error),
    }
}
