//! Mixes: how they come in (upload, analysis, Studio) and how they go out (pages, audio, covers, listening).
//!
//! Everything of the feature that touches a table or a file. Renders no page and knows no session:
//! the caller arrives with each call, as an argument or as `Extension<Arc<Caller>>` of a request.

mod about;
pub mod audio_bytes;
pub mod covers;
pub mod detail;
mod dj_page;
pub mod djs;
mod downloads;
pub mod entity;
mod harmony;
mod home;
pub mod imports;
pub mod intake;
pub mod keys;
pub mod labels;
pub mod listening;
pub mod listing;
pub mod markdown;
mod music;
mod private_links;
mod published;
mod renditions;
pub mod search_text;
pub mod signed;
mod slugs;
pub mod studio;
pub mod summary;
mod tracks;
mod twins;
mod visible;

pub use intake::{Import, RENDER};
pub use published::Published;
pub use tracks::Song;

use axum::Router;
use contract::ids::TenantId;
use futures::future::BoxFuture;
use kernel::Kernel;
use serde::Deserialize;
use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
    time::Duration,
};
use storage::Storage;

/// Limits and places of uploads.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// What a tenant's mixes may take up together, running uploads included.
    pub quota_bytes: u64,
    /// The largest file taken in.
    pub max_upload_bytes: u64,
    /// Where files grow until they are whole. Must be kept across restarts; best on the disk of the storage folder.
    pub uploads_folder: PathBuf,
}

impl Default for Config {
    fn default() -> Self {
        Self { quota_bytes: 500_000_000_000, max_upload_bytes: 2 << 30, uploads_folder: PathBuf::from("uploads") }
    }
}

/// The feature. Cheap to clone; clones share the locks of running uploads.
#[derive(Clone)]
pub struct Service {
    inner: Arc<Inner>,
}

struct Inner {
    kernel: Kernel,
    storage: Storage,
    config: Config,
    transfers: Arc<intake::Transfers>,
    known_mixes: audio_bytes::KnownMixes,
    brand_hue: OnceLock<BrandHue>,
    audience: OnceLock<TellAudience>,
}

/// Tells the accent hue of a tenant's brand, in degrees: brands belong to another feature.
pub type BrandHue = Arc<dyn Fn(TenantId) -> BoxFuture<'static, Option<f32>> + Send + Sync>;

/// Is told that somebody, by a keyed hash, took some of a tenant's sound: who listens now belongs to the connections.
pub type TellAudience = Arc<dyn Fn(TenantId, &str, Took) + Send + Sync>;

/// What somebody took of the sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Took {
    /// The player says that it played ten seconds more.
    TenSeconds,
    /// Bytes that last so long, whenever they are heard.
    Bytes(Duration),
}

impl Service {
    pub fn new(kernel: Kernel, storage: Storage, config: Config) -> Self {
        Self {
            inner: Arc::new(Inner {
                kernel,
                storage,
                config,
                transfers: Arc::default(),
                known_mixes: audio_bytes::KnownMixes::default(),
                brand_hue: OnceLock::new(),
                audience: OnceLock::new(),
            }),
        }
    }

    /// Lets covers be drawn in the hue of their brand. Once; a second call changes nothing.
    pub fn draw_in(&self, hue: BrandHue) {
        // Refused when it is there already.
        let _ = self.inner.brand_hue.set(hue);
    }

    /// Tells who listens just now. Once; a second call changes nothing.
    pub fn tell_audience(&self, tell: TellAudience) {
        // Refused when it is there already.
        let _ = self.inner.audience.set(tell);
    }

    pub(crate) fn has_listener(&self, tenant: TenantId, listener: &str, took: Took) {
        if let Some(tell) = self.inner.audience.get() {
            tell(tenant, listener, took);
        }
    }

    /// The hue covers are drawn in.
    pub(crate) async fn brand_hue(&self, tenant: TenantId) -> f32 {
        /// The demo brand's, as in `style/tokens.css`.
        const USUAL: f32 = 104.0;
        match self.inner.brand_hue.get() {
            Some(hue) => hue(tenant).await.unwrap_or(USUAL),
            None => USUAL,
        }
    }

    pub fn kernel(&self) -> &Kernel {
        &self.inner.kernel
    }

    pub fn storage(&self) -> &Storage {
        &self.inner.storage
    }

    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    pub(crate) fn known_mixes(&self) -> &audio_bytes::KnownMixes {
        &self.inner.known_mixes
    }
}

/// All that isn't a server function: `/uploads`, audio and covers. Each route expects `Extension<Arc<Caller>>`.
pub fn routes(service: Service) -> Router {
    Router::new()
        .merge(intake::routes())
        .merge(audio_bytes::routes())
        .merge(covers::routes())
        .merge(studio::csv::routes())
        .with_state(service)
}
