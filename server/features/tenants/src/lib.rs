//! Brands of the install and the host names that lead to them.
//! Decides which tenant a host belongs to; knows nothing of what tenants own.

mod add;
mod brand;
mod entity;
mod form;
mod host;
mod logo;
mod port;
mod resolve;

pub use add::NewTenant;
pub use brand::{BRAND_CHANGED, BrandChanged};
pub use host::normalised as normalised_host;
pub use logo::routes;
pub use resolve::Resolved;

use contract::{
    caller::{Caller, Role, Viewer},
    failure::Failure,
};
use kernel::Kernel;
use storage::Storage;

/// Implements `contract::tenants::Tenants`; what only the server calls is inherent.
pub struct Service {
    kernel: Kernel,
    storage: Storage,
    cache: resolve::Cache,
}

impl Service {
    pub fn new(kernel: Kernel, storage: Storage) -> Self {
        Self { kernel, storage, cache: resolve::Cache::default() }
    }
}

/// The caller's viewer, if their role reaches.
fn at_least(caller: &Caller, role: Role) -> kernel::Result<&Viewer> {
    match &caller.viewer {
        None => Err(Failure::SignInRequired.into()),
        Some(viewer) if viewer.role < role => Err(Failure::Forbidden.into()),
        Some(viewer) => Ok(viewer),
    }
}

fn is_taken(error: &sea_orm::DbErr) -> bool {
    matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
}
