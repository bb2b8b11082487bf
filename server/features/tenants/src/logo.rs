//! The logo: a picture made safe, stored, and served under an address that changes with it.

use crate::{
    Service, at_least,
    entity::tenant::{Column, Entity},
};
use axum::{
    Extension, Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use bytes::Bytes;
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::TenantId,
    outcome::Outcome,
    tenants::{Brand, TenantRefusal},
};
use images::ImageError;
use kernel::OrFail;
use sea_orm::entity::prelude::*;
use std::sync::Arc;

/// Pixels a side: enough for the largest place a logo has, twice over.
const SIDE: u32 = 320;

fn key(tenant: TenantId, version: &str) -> String {
    format!("{tenant}/brand/logo-{version}.webp")
}

impl Service {
    /// Admins set the logo of their own tenant: JPEG, PNG, WebP or GIF, cut to its centre square.
    ///
    /// # Errors
    /// The caller's failure.
    pub async fn set_logo(&self, caller: &Caller, picture: Bytes) -> Result<Outcome<Brand, TenantRefusal>, Failure> {
        self.replace_logo(caller, picture).await.or_fail(caller)
    }

    async fn replace_logo(&self, caller: &Caller, picture: Bytes) -> kernel::Result<Outcome<Brand, TenantRefusal>> {
        at_least(caller, Role::Admin)?;
        let made = tokio::task::spawn_blocking(move || images::cover(&picture)).await.map_err(anyhow::Error::new)?;
        let cover = match made {
            Ok(cover) => cover,
            Err(ImageError::NotEncoded(cause)) => return Err(anyhow::anyhow!("logo not encoded: {cause}").into()),
            Err(_) => return Ok(Outcome::refused(TenantRefusal::LogoInvalid)),
        };
        let file = cover.sizes.into_iter().find(|(size, _)| *size == SIDE).map(|(_, file)| file).unwrap_or_default();
        let version = self.kernel.ids.next().simple().to_string();
        self.storage.put(&key(caller.tenant, &version), file.into()).await.map_err(anyhow::Error::new)?;
        let previous = Entity::find_by_id(caller.tenant.0).one(self.kernel.database.read()).await?.and_then(|row| row.logo_version);
        let brand = self.change(caller.tenant, &[(Column::LogoVersion, Some(version).into())]).await?;
        if let Some(previous) = previous
            && let Err(error) = self.storage.delete(&key(caller.tenant, &previous)).await
        {
            // Left over, but in nobody's way.
            tracing::warn!(tenant = %caller.tenant, "deleting the previous logo: {error}");
        }
        Ok(Outcome::Done(brand))
    }
}

/// `GET /brand/logo/{version}.webp`. Expects the request's [`Caller`] as an extension.
pub fn routes(service: Arc<Service>) -> Router {
    Router::new().route("/brand/logo/{file}", get(serve)).with_state(service)
}

async fn serve(State(service): State<Arc<Service>>, Extension(caller): Extension<Caller>, Path(file): Path<String>) -> Response {
    let version = file.strip_suffix(".webp").filter(|version| version.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let Some(version) = version else { return StatusCode::NOT_FOUND.into_response() };
    match service.storage.get(&key(caller.tenant, version)).await {
        Ok(file) => {
            // The version is new with each picture, so what is under it never changes.
            ([(header::CONTENT_TYPE, "image/webp"), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")], file).into_response()
        }
        Err(storage::Error::NotFound(_) | storage::Error::InvalidKey(_)) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(request_id = %caller.request_id, tenant = %caller.tenant, "serving a logo: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
