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

fn key(tenant: TenantId, version: &str) -> String {
    format!("{tenant}/brand/logo-{version}.webp")
}

impl Service {
    /// Admins set the logo of their own tenant: JPEG, PNG, WebP or GIF, kept whole and see-through.
    ///
    /// # Errors
    /// The caller's failure.
    pub async fn set_logo(&self, caller: &Caller, picture: Bytes) -> Result<Outcome<Brand, TenantRefusal>, Failure> {
        self.replace_logo(caller, picture).await.or_fail(caller)
    }

    /// Admins take the logo of their own tenant away; the name stands in its place again. Done without one, too.
    ///
    /// # Errors
    /// The caller's failure.
    pub async fn remove_logo(&self, caller: &Caller) -> Result<Brand, Failure> {
        self.drop_logo(caller).await.or_fail(caller)
    }

    async fn replace_logo(&self, caller: &Caller, picture: Bytes) -> kernel::Result<Outcome<Brand, TenantRefusal>> {
        at_least(caller, Role::Admin)?;
        // A decoder that panics has met a damaged file.
        let made = tokio::task::spawn_blocking(move || images::logo(&picture)).await.unwrap_or(Err(ImageError::Damaged));
        let file = match made {
            Ok(file) => file,
            Err(ImageError::NotEncoded(cause)) => return Err(anyhow::anyhow!("logo not encoded: {cause}").into()),
            Err(_) => return Ok(Outcome::refused(TenantRefusal::LogoInvalid)),
        };
        let version = self.kernel.ids.next().simple().to_string();
        self.storage.put(&key(caller.tenant, &version), file.into()).await.map_err(anyhow::Error::new)?;
        self.point_to(caller.tenant, Some(version)).await.map(Outcome::Done)
    }

    async fn drop_logo(&self, caller: &Caller) -> kernel::Result<Brand> {
        at_least(caller, Role::Admin)?;
        self.point_to(caller.tenant, None).await
    }

    /// Makes this version the tenant's logo and deletes the file of the one before.
    async fn point_to(&self, tenant: TenantId, version: Option<String>) -> kernel::Result<Brand> {
        let previous = Entity::find_by_id(tenant.0).one(self.kernel.database.read()).await?.and_then(|row| row.logo_version);
        let brand = self.change(tenant, &[(Column::LogoVersion, version.into())]).await?;
        if let Some(previous) = previous
            && let Err(error) = self.storage.delete(&key(tenant, &previous)).await
        {
            // Left over, but in nobody's way.
            tracing::warn!(%tenant, "deleting the previous logo: {error}");
        }
        Ok(brand)
    }
}

/// `GET /brand/logo/{version}.webp`. Expects `Extension<Arc<Caller>>`.
pub fn routes(service: Arc<Service>) -> Router {
    Router::new().route("/brand/logo/{file}", get(serve)).with_state(service)
}

async fn serve(State(service): State<Arc<Service>>, Extension(caller): Extension<Arc<Caller>>, Path(file): Path<String>) -> Response {
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
